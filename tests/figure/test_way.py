"""The way into a pose: smooth, round the body and not through it."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from bedtime.figure.card import Settled
from bedtime.figure.mirroring import mirrored, mirrored_through
from bedtime.figure.moment import Moment
from bedtime.figure.motion import STEPS as STEPS_SHOWN
from bedtime.figure.motion import eased
from bedtime.figure.pose import ArmJoints, LegJoints, Motion, Palm, Pelvis, Pose, Sole, Through
from bedtime.figure.posing import pose_on
from bedtime.figure.skeleton import BOTH_SIDES, Skeleton
from bedtime.figure.vectors import Vec, dot, length, lerp, sub
from bedtime.figure.way import Way
from tests.figure.conftest import settled_in
from tests.figure.test_mirroring import farthest

STEPS = 16
DEEPER = 0.015  # metres that flesh may give way on the road beyond what it does in the poses themselves
PRESSED = 0.025  # and that it may in any case
# Radii at both ends of what an arm can pass through, without the softest of the flesh.
GIRTH = {
    "thigh": ("hip", "knee", 0.078, 0.050),
    "shin": ("knee", "ankle", 0.048, 0.030),
    "upper": ("shoulder", "elbow", 0.045, 0.032),
    "fore": ("elbow", "wrist", 0.034, 0.022),
}
FASTEST, HARDEST = 0.16, 0.045  # metres from one picture to the next, and by how much that changes
HAND: Vec = (0.0, -0.13, 0.0)

Tube = tuple[Vec, Vec, float, float]


def tubes(skeleton: Skeleton) -> dict[str, Tube]:
    found: dict[str, Tube] = {}
    for side in BOTH_SIDES:
        for name, (a, b, thick, thin) in GIRTH.items():
            found[f"{side}_{name}"] = (skeleton.at[f"{side}_{a}"], skeleton.at[f"{side}_{b}"], thick, thin)
        wrist = f"{side}_wrist"
        found[f"{side}_hand"] = (skeleton.at[wrist], skeleton.point(wrist, HAND), 0.018, 0.012)
    return found


def depth(one: Tube, other: Tube) -> float:
    """How deep two tubes are in each other, in metres; negative where there is air between them."""
    a, b, ra, rb = one
    c, d, rc, rd = other
    deepest = -1.0
    for i in range(9):
        p, r = lerp(a, b, i / 8), ra + (rb - ra) * i / 8
        along = sub(d, c)
        t = min(max(dot(sub(p, c), along) / dot(along, along), 0.0), 1.0)
        deepest = max(deepest, r + rc + (rd - rc) * t - length(sub(p, lerp(c, d, t))))
    return deepest


def test_no_arm_passes_through_a_leg_on_the_way(ada: Settled) -> None:
    ways = [[Moment(reached=i / STEPS) for i in range(STEPS + 1)]]
    if ada.figure.press is not None:
        ways += [[Moment(reached=reached, pressed=i / STEPS) for i in range(STEPS + 1)] for reached in (0.0, 1.0)]
    if ada.figure.motion is Motion.MARCH:
        ways.append([Moment(reached=-i / STEPS) for i in range(STEPS + 1)])
    for way in ways:
        course = [tubes(ada.skeleton(moment)) for moment in way]
        limbs = product(BOTH_SIDES, ("upper", "fore", "hand"), BOTH_SIDES, ("thigh", "shin"))
        for arm, leg in ((f"{a}_{limb}", f"{b}_{part}") for a, limb, b, part in limbs):
            depths = [depth(at[arm], at[leg]) for at in course]
            allowed = max(PRESSED, max(depths[0], depths[-1]) + DEEPER)
            assert max(depths) <= allowed, f"{arm} in {leg} by {max(depths) * 100:.1f} cm"


def test_nothing_moves_by_jerks(ada: Settled) -> None:
    course = [ada.skeleton(Moment(reached=eased(i / STEPS_SHOWN))) for i in range(STEPS_SHOWN + 1)]
    for joint in course[0].at:
        steps = [sub(b.at[joint], a.at[joint]) for a, b in pairwise(course)]
        assert max(length(step) for step in steps) < FASTEST, joint
        assert max(length(sub(b, a)) for a, b in pairwise(steps)) < HARDEST, joint


@pytest.mark.parametrize("t", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_the_way_of_the_other_side_is_its_mirror_image(ada: Settled, t: float) -> None:
    through = ada.figure.through
    right = Way(ada.start, ada.end, t, through)
    left = Way(mirrored(ada.start), mirrored(ada.end), t, through and mirrored_through(through))
    assert farthest(pose_on(right), pose_on(left)) < 1e-9


UP = Pose(right_arm=ArmJoints(shoulder=(160.0, 10.0, 0.0), elbow=10.0))
OUT = ArmJoints(shoulder=(20.0, 90.0, 0.0), elbow=20.0)
ASIDE = Through(right_arm=OUT)


def test_a_limb_is_where_the_way_leads_through_half_way_and_in_the_poses_at_the_ends() -> None:
    for t, pose in ((0.0, Pose()), (0.5, Pose(right_arm=OUT)), (1.0, UP)):
        there, expected = pose_on(Way(Pose(), UP, t, ASIDE)), pose_on(Way(pose, pose))
        assert length(sub(there.at["right_wrist"], expected.at["right_wrist"])) < 1e-9


def test_what_the_way_does_not_name_goes_straight() -> None:
    aside, straight = pose_on(Way(Pose(), UP, 0.3, ASIDE)), pose_on(Way(Pose(), UP, 0.3))
    assert aside.at["right_wrist"] != straight.at["right_wrist"]
    assert {joint for joint in aside.at if aside.at[joint] != straight.at[joint]} <= {
        "right_shoulder", "right_elbow", "right_wrist",
    }  # fmt: skip


def test_a_way_leads_through_a_place_for_hands_and_for_feet_alike() -> None:
    palm, foot = Palm(at=(0.3, 1.0, 0.4)), LegJoints(hip=(40.0, 20.0, 0.0), knee=60.0)
    start, end = Pose(right_arm=Palm(at=(0.3, 0.9, 0.2))), Pose(right_arm=Palm(at=(0.3, 1.2, 0.2)))
    there = pose_on(Way(start, end, 0.5, Through(right_arm=palm, left_leg=foot)))
    expected = pose_on(Way(*[Pose(right_arm=palm, left_leg=foot)] * 2))
    for joint in ("right_wrist", "left_knee", "left_ankle"):
        assert length(sub(there.at[joint], expected.at[joint])) < 1e-9


@pytest.mark.parametrize("t", [0.1, 0.5, 0.9])
def test_a_sole_that_lifts_its_heel_keeps_its_ball_where_it_is(t: float) -> None:
    flat, lifted = (
        Pose(pelvis=Pelvis(at=(0.0, 0.86, 0.0)), right_leg=Sole(at=(0.0, 0.0, 0.09), heel_up=up, toes_up=up))
        for up in (0.0, 40.0)
    )
    ball, there = (pose_on(way).at["right_toes"] for way in (Way(flat, flat), Way(flat, lifted, t)))
    assert length(sub(ball, there)) < 1e-9


def test_a_hand_that_is_half_way_where_it_ends_is_there_from_then_on_though_the_foot_that_it_holds_moves() -> None:
    holding = Palm(at=(0.12, -0.07, 0.0), frame="right_ankle", facing=(0.0, 1.0, 0.0))
    start, end = (Pose(right_leg=LegJoints(hip=(hip, 0.0, 0.0), knee=90.0)) for hip in (70.0, 100.0))
    end = replace(end, right_arm=holding)
    through = Through(right_arm=holding)
    courses = {t: pose_on(Way(start, end, t, through)) for t in (0.2, 0.5, 0.6, 0.8, 1.0)}
    gaps = {
        t: length(
            sub(skeleton.at["right_wrist"], pose_on(Way(replace(start, right_arm=holding), end, t)).at["right_wrist"])
        )
        for t, skeleton in courses.items()
    }
    assert gaps[0.2] > 0.05
    assert max(gap for t, gap in gaps.items() if t >= 0.5) < 1e-9
    assert length(sub(courses[0.6].at["right_ankle"], courses[0.8].at["right_ankle"])) > 0.01


def test_the_foot_stays_in_the_hand_while_the_leg_straightens_lying_on_the_side() -> None:
    lying = settled_in("anantasana", "ada")
    arm = lying.end.right_arm
    assert isinstance(arm, Palm)
    for i in range(STEPS // 2, STEPS + 1):
        skeleton = lying.skeleton(Moment(reached=i / STEPS))
        palm = skeleton.point("right_wrist", (0.0, -lying.body.bones.palm, 0.0))
        assert length(sub(palm, skeleton.point("right_ankle", arm.at))) < 0.03, i
