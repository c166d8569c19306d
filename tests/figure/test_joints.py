"""No joint of any pose goes past what a healthy, supple person can do."""

from math import acos, degrees

from bedtime.figure.card import Settled
from bedtime.figure.posing import pose_at_rest
from bedtime.figure.skeleton import BOTH_SIDES, Skeleton
from bedtime.figure.vectors import Vec, dot, inverse, times, unit

DOWN: Vec = (0.0, -1.0, 0.0)


def angle(a: Vec, b: Vec) -> float:
    return degrees(acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def turned_by(skeleton: Skeleton, a: str, b: str) -> float:
    """The whole turn of joint `b` on joint `a`, in degrees."""
    w = abs(times(inverse(skeleton.turned[a]), skeleton.turned[b])[0])
    return degrees(2 * acos(min(1.0, w)))


def bent(skeleton: Skeleton, upper: str, lower: str) -> float:
    return angle(skeleton.direction(upper, DOWN), skeleton.direction(lower, DOWN))


def strained(skeleton: Skeleton) -> list[str]:
    """Every joint that is asked too much, in words."""
    found = []

    def at_most(joint: str, degrees_now: float, limit: float) -> None:
        if degrees_now > limit:
            found.append(f"{joint} is bent by {degrees_now:.0f} of at most {limit:.0f} degrees")

    for side in BOTH_SIDES:
        at_most(f"{side} knee", bent(skeleton, f"{side}_hip", f"{side}_knee"), 165)
        at_most(f"{side} elbow", bent(skeleton, f"{side}_shoulder", f"{side}_elbow"), 158)
        at_most(f"{side} wrist", bent(skeleton, f"{side}_elbow", f"{side}_wrist"), 100)
        sole = angle(skeleton.direction(f"{side}_knee", DOWN), skeleton.direction(f"{side}_ankle", (1, 0, 0)))
        at_most(f"{side} ankle, toes up,", sole - 90, 45)
        at_most(f"{side} ankle, toes down,", 90 - sole, 90)
        at_most(f"{side} toes", turned_by(skeleton, f"{side}_ankle", f"{side}_toes"), 80)
        thigh = skeleton.direction(f"{side}_hip", DOWN)
        at_most(f"{side} hip", angle(thigh, skeleton.direction("pelvis", DOWN)), 155)
        behind = angle(thigh, skeleton.direction("pelvis", (-1, 0, 0)))
        at_most(f"{side} hip, backwards,", 90 - behind, 45)
    at_most("neck", turned_by(skeleton, "chest", "head"), 95)
    at_most("trunk", turned_by(skeleton, "pelvis", "chest"), 110)
    return found


def test_every_joint_is_inside_its_range(ada: Settled) -> None:
    assert [words for pose in ada.poses for words in strained(pose_at_rest(pose))] == []
