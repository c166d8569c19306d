"""No joint of any pose goes past what a healthy, supple person can do.

The ranges are those of the textbooks' goniometer tables (Norkin and White; American Academy of Orthopaedic Surgeons),
widened where yoga asks for the suppleness of its own practice, or where the mannequin has one joint for several.
"""

from collections.abc import Iterator
from math import acos, asin, atan2, copysign, degrees, hypot

import pytest

from bedtime.figure.card import Settled
from bedtime.figure.limbs import ball_joint
from bedtime.figure.moment import Moment
from bedtime.figure.posing import pose_at_rest
from bedtime.figure.skeleton import BOTH_SIDES, SideName, Skeleton, sign
from bedtime.figure.vectors import Quat, Vec, inverse, matrix, rotate, times

DOWN: Vec = (0.0, -1.0, 0.0)
INDISTINCT = 3.0  # degrees of a thigh's direction
HINGE_PLAY = 0.5  # degrees that knees, elbows and toes may leave their one plane

# The least and the most degrees of each movement.
RANGES: dict[str, tuple[float, float]] = {
    "hip, from hanging": (0, 155),  # flexion 120; 155 with the thigh beside the ribs, as in a squat
    "hip, backwards": (-90, 45),  # extension 20 to 30; the mannequin's pelvis does not tip along in a lunge
    "hip, across": (-90, 30),  # adduction 30
    "hip, turned outward": (-45, 115),  # 45; some 70 more in the deep bend of a lotus or a figure four
    "knee": (0, 165),  # flexion 150, and 165 under the body's weight; never the wrong way
    "ankle, toes up": (-90, 45),  # 20 up, 50 down; 90 with the midfoot, which the mannequin has not
    "foot, aside": (-35, 35),  # inversion 35, eversion 20, with the shank's own turn
    "foot, turned": (0, 45),
    "toes, up": (-40, 80),  # 70, and 80 under the body's weight
    "shoulder, from hanging": (0, 180),
    "shoulder, backwards": (-90, 60),  # extension 60
    "shoulder, across": (-90, 45),  # horizontal adduction 45
    "elbow": (0, 155),  # flexion 150; never the wrong way
    "forearm, turned": (-130, 130),  # 80 to 90; the rest is the turn of the upper arm, which an elbow's direction fixes
    "wrist": (0, 95),  # extension 70, and 95 with weight on it; flexion 80
    "trunk, forward": (-45, 100),  # flexion 80 of the spine alone, extension 25 to 45
    "trunk, aside": (-40, 40),
    "trunk, turned": (-65, 65),  # 45 of the spine, with the shoulder blades
    "neck, forward": (-60, 50),
    "neck, aside": (-45, 45),
    "neck, turned": (-80, 80),
}


def turn_of(skeleton: Skeleton, carrier: str, joint: str) -> Quat:
    """How a joint is turned on the one that carries it."""
    return times(inverse(skeleton.turned[carrier]), skeleton.turned[joint])


def within(angle: float) -> float:
    """The same angle between -180 and 180 degrees."""
    return (angle + 180) % 360 - 180


def about(axis: int, turn: Quat) -> float:
    """The part of a turn that goes round one axis (1 is x, 2 is y, 3 is z)."""
    return within(degrees(2 * atan2(turn[axis], turn[0])))


def arc(cosine: float) -> float:
    return degrees(acos(max(-1.0, min(1.0, cosine))))


def rise(sine: float) -> float:
    return degrees(asin(max(-1.0, min(1.0, sine))))


def outward(turn: Quat, side: SideName) -> float:
    """The outward rotation of a hip: raised forward and then aside, or aside and over, whichever can be.

    The further aside a thigh points, the more are raising and turning it one and the same: what is a few degrees of
    the whole is many of the turn, and the turn is taken for as moderate as those few degrees allow.
    """
    x, y, z = rotate(turn, DOWN)
    forward, aside = degrees(atan2(x, -y)), rise(z * sign(side))
    ways = ((forward, aside), (forward - 180, 180 - aside))
    found = (within(-sign(side) * about(2, times(inverse(ball_joint(*way, 0.0, side)), turn))) for way in ways)
    middle = sum(RANGES["hip, turned outward"]) / 2
    off = min((turned - middle for turned in found), key=abs)
    return middle + copysign(max(abs(off) - INDISTINCT / max(hypot(x, y), 0.01) + INDISTINCT, 0.0), off)


def leg(skeleton: Skeleton, side: SideName) -> Iterator[tuple[str, float]]:
    hip = turn_of(skeleton, "pelvis", f"{side}_hip")
    x, y, z = rotate(hip, DOWN)
    yield "hip, from hanging", arc(-y)
    yield "hip, backwards", rise(-x)
    yield "hip, across", rise(-z * sign(side))
    yield "hip, turned outward", outward(hip, side)
    yield "knee", -about(3, turn_of(skeleton, f"{side}_hip", f"{side}_knee"))
    ankle = turn_of(skeleton, f"{side}_knee", f"{side}_ankle")
    _, up, aside = rotate(ankle, (1.0, 0.0, 0.0))
    yield "ankle, toes up", rise(up)
    yield "foot, aside", rise(aside * sign(side))
    yield "foot, turned", arc(rotate(ankle, (0.0, 0.0, 1.0))[2])
    yield "toes, up", about(3, turn_of(skeleton, f"{side}_ankle", f"{side}_toes"))


def arm(skeleton: Skeleton, side: SideName) -> Iterator[tuple[str, float]]:
    x, y, z = rotate(turn_of(skeleton, "chest", f"{side}_shoulder"), DOWN)
    yield "shoulder, from hanging", arc(-y)
    yield "shoulder, backwards", rise(-x)
    yield "shoulder, across", rise(-z * sign(side))
    yield "elbow", about(3, turn_of(skeleton, f"{side}_shoulder", f"{side}_elbow"))
    wrist = turn_of(skeleton, f"{side}_elbow", f"{side}_wrist")
    yield "forearm, turned", sign(side) * about(2, wrist)
    yield "wrist", arc(-rotate(wrist, DOWN)[1])


def middle(skeleton: Skeleton) -> Iterator[tuple[str, float]]:
    for name, carrier, joint in (("trunk", "pelvis", "chest"), ("neck", "chest", "head")):
        m = matrix(turn_of(skeleton, carrier, joint))
        yield f"{name}, forward", -degrees(atan2(m[3], m[4]))
        yield f"{name}, aside", rise(-m[5])
        yield f"{name}, turned", -degrees(atan2(m[2], m[8]))


def strained(skeleton: Skeleton) -> list[str]:
    """Every joint that is asked too much, in words."""
    limbs = [(side, *bend) for side in BOTH_SIDES for way in (leg, arm) for bend in way(skeleton, side)]
    bends = [*limbs, *(("", *bend) for bend in middle(skeleton))]
    return [
        f"{side} {movement}: {now:.0f} degrees, not {RANGES[movement][0]} to {RANGES[movement][1]}".strip()
        for side, movement, now in bends
        if not RANGES[movement][0] - HINGE_PLAY <= now <= RANGES[movement][1] + HINGE_PLAY
    ]


def test_every_joint_is_inside_its_range(posed: Settled) -> None:
    bones = posed.body.bones
    assert [words for pose in posed.poses for words in strained(pose_at_rest(pose, bones=bones))] == []


def test_every_joint_stays_inside_its_range_from_the_first_moment_to_the_last(
    posed: Settled, moments: tuple[Moment, ...]
) -> None:
    assert {f"{words} at {moment}" for moment in moments for words in strained(posed.skeleton(moment))} == set()


def test_knees_elbows_and_toes_bend_in_one_plane(ada: Settled, moments: tuple[Moment, ...]) -> None:
    for moment in moments:
        skeleton = ada.skeleton(moment)
        for side in BOTH_SIDES:
            for carrier, joint in (("hip", "knee"), ("shoulder", "elbow"), ("ankle", "toes")):
                turn = turn_of(skeleton, f"{side}_{carrier}", f"{side}_{joint}")
                assert rise((turn[1] ** 2 + turn[2] ** 2) ** 0.5) == pytest.approx(0, abs=HINGE_PLAY), f"{side} {joint}"


def test_a_foot_that_is_put_on_the_wrong_way_round_would_be_told(ada: Settled) -> None:
    skeleton = pose_at_rest(ada.end)
    at, turn = skeleton.at["right_ankle"], skeleton.turned["right_ankle"]
    skeleton.put("right_ankle", at, times(turn, (0.0, 1.0, 0.0, 0.0)))
    assert any(words.startswith("right foot, turned") for words in strained(skeleton))
