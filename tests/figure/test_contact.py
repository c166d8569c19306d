"""What a pose promises about floors, walls and reach, held over every drawn stretch in every body."""

from collections.abc import Iterator

import pytest

from bedtime.figure.card import Settled
from bedtime.figure.contact import lowest, misses
from bedtime.figure.flesh import Placed, palm_rings, rings_in_world, underside
from bedtime.figure.moment import Moment
from bedtime.figure.pose import Ankle, Arm, Contact, Figure, Leg, Palm, Pivot, Pose, Sole
from bedtime.figure.posing import pose_at_rest
from bedtime.figure.props import Bed, Chair, Step, Stool, Wall
from bedtime.figure.skeleton import BOTH_SIDES, SideName, Skeleton
from bedtime.figure.vectors import Vec, add, dot, length, mul, sub, unit

A_CENTIMETRE = 0.01
UP: Vec = (0.0, 1.0, 0.0)


def limbs(pose: Pose) -> Iterator[tuple[SideName, Leg, Arm]]:
    yield "right", pose.right_leg, pose.right_arm
    yield "left", pose.left_leg, pose.left_arm


def flat_soles(pose: Pose) -> Iterator[tuple[SideName, Sole]]:
    for side, leg, _ in limbs(pose):
        if isinstance(leg, Sole) and leg.contact is not Contact.FREE and not (leg.heel_up or leg.roll):
            yield side, leg


def planted_palms(pose: Pose) -> Iterator[tuple[SideName, Palm]]:
    for side, _, arm in limbs(pose):
        if isinstance(arm, Palm) and arm.frame is None and arm.contact is not Contact.FREE:
            yield side, arm


def surfaces(figure: Figure) -> list[float]:
    """The heights of all that one can stand, sit or lie on."""
    heights = [0.0, figure.floor]
    for prop in figure.props:
        match prop:
            case Step() | Stool():
                heights.append(prop.height)
            case Chair():
                heights.append(prop.seat)
            case Bed():
                heights.append(prop.top)
            case _:
                pass
    return heights


def under(figure: Figure, x: float, z: float, body: float) -> float:
    """The height of what a person stands, sits or lies on at `x`, `z`; never more than `body` deep in a thing."""
    tops = []
    for prop in figure.props:
        match prop:
            case Step():
                top, box = prop.height, (prop.x0, prop.x1, prop.z0, prop.z1)
            case Bed():
                top, box = prop.top, (prop.x0, prop.x1, prop.z0, prop.z1)
            case Chair():
                w, d = prop.width / 2, prop.depth / 2
                top, box = prop.seat, (prop.x - d, prop.x + d, prop.z - w, prop.z + w)
            case Stool():
                w = prop.width / 2
                top, box = prop.height, (prop.x - w, prop.x + w, prop.z - w, prop.z + w)
            case _:
                continue
        if box[0] <= x <= box[1] and box[2] <= z <= box[3] and top <= body:
            tops.append(top)
    return max(tops, default=figure.floor)


def furthest(ring: Placed, way: Vec) -> float:
    """How far a ring reaches along a direction."""
    m, r = ring.axes, ring.radii
    across = [m[i] * way[0] + m[3 + i] * way[1] + m[6 + i] * way[2] for i in range(3)]
    return dot(ring.at, way) + length((across[0] * r[0], across[1] * r[1], across[2] * r[2]))


def palm_of(skeleton: Skeleton, side: SideName) -> list[Placed]:
    joint = f"{side}_wrist"
    return [Placed("palm", skeleton.point(joint, at), skeleton.axes[joint], r) for _, at, r in palm_rings(side)[1:]]


def test_no_limb_misses_its_place_by_more_than_a_centimetre(posed: Settled) -> None:
    for pose in posed.poses:
        assert [str(miss) for miss in misses(pose, posed.body) if miss.cm > 1.0] == []


def test_a_flat_sole_lies_on_its_surface(posed: Settled) -> None:
    for pose in posed.poses:
        rings = rings_in_world(pose_at_rest(pose, bones=posed.body.bones), posed.body)
        for side, sole in flat_soles(pose):
            down = mul(unit(sole.surface), -1)
            deepest = max(furthest(ring, down) for ring in rings if ring.part == f"{side}_foot")
            assert deepest == pytest.approx(dot(sole.at, down), abs=A_CENTIMETRE), f"{side} foot"


def test_a_palm_lies_on_what_it_touches(posed: Settled) -> None:
    for pose in posed.poses:
        skeleton = pose_at_rest(pose, bones=posed.body.bones)
        for side, palm in planted_palms(pose):
            facing = unit(sub(palm.facing, mul(unit(palm.fingers), dot(palm.facing, unit(palm.fingers)))))
            deepest = max(furthest(ring, facing) for ring in palm_of(skeleton, side))
            assert deepest == pytest.approx(dot(palm.at, facing), abs=A_CENTIMETRE), f"{side} hand"


def test_a_sole_stands_on_something_that_is_there(ada: Settled) -> None:
    walls = [prop.x for prop in ada.figure.props if isinstance(prop, Wall)]
    for pose in ada.poses:
        for side, sole in flat_soles(pose):
            if sole.surface == UP:
                assert min(abs(sole.at[1] - height) for height in surfaces(ada.figure)) < A_CENTIMETRE, f"{side} foot"
            elif walls and abs(unit(sole.surface)[0]) > 0.99:
                assert min(abs(sole.at[0] - x) for x in walls) < A_CENTIMETRE, f"{side} foot"


def test_what_rests_on_something_touches_it(posed: Settled) -> None:
    for pose in posed.poses:
        if pose.rest is not None:
            skeleton = pose_at_rest(pose, bones=posed.body.bones)
            parts = (*pose.rest.parts, "seat") if "pelvis" in pose.rest.parts else pose.rest.parts
            assert lowest(skeleton, posed.body, parts) == pytest.approx(pose.rest.on, abs=A_CENTIMETRE)


def test_a_seat_is_over_what_one_sits_or_lies_on(posed: Settled) -> None:
    for pose in posed.poses:
        if pose.rest is not None and "pelvis" in pose.rest.parts:
            x, y, z = pose_at_rest(pose, bones=posed.body.bones).at["pelvis"]
            assert under(posed.figure, x, z, y) == pytest.approx(pose.rest.on, abs=A_CENTIMETRE)


def test_whoever_sits_or_lies_is_held_to_what_is_under_them(ada: Settled) -> None:
    for pose in ada.poses:
        skeleton = pose_at_rest(pose)
        x, y, z = skeleton.at["pelvis"]
        gap = lowest(skeleton, ada.body, ("pelvis", "seat")) - under(ada.figure, x, z, y)
        assert pose.rest is not None or gap > -A_CENTIMETRE


def test_a_tilted_sole_stands_on_its_ball_or_its_heel(posed: Settled) -> None:
    for pose in posed.poses:
        rings = rings_in_world(pose_at_rest(pose, bones=posed.body.bones), posed.body)
        for side, leg, _ in limbs(pose):
            if isinstance(leg, Sole) and leg.contact is not Contact.FREE and f"{side}_foot" not in hanging(pose):
                down = mul(unit(leg.surface), -1)
                deepest = max(furthest(ring, down) for ring in rings if ring.part == f"{side}_foot")
                assert deepest == pytest.approx(dot(leg.at, down), abs=A_CENTIMETRE), f"{side} foot"


def hanging(pose: Pose) -> tuple[str, ...]:
    """Feet whose heel hangs below a step."""
    legs = ((side, leg) for side, leg, _ in limbs(pose))
    return tuple(f"{side}_foot" for side, leg in legs if isinstance(leg, Sole) and leg.pivot and leg.heel_up < 0)


def test_the_lowest_point_is_on_the_floor_or_on_what_one_is_on(posed: Settled) -> None:
    for pose in posed.poses:
        rings = rings_in_world(pose_at_rest(pose, bones=posed.body.bones), posed.body)
        low = -max(furthest(ring, (0.0, -1.0, 0.0)) for ring in rings if ring.part not in hanging(pose))
        if not hanging(pose):
            assert any(-0.02 <= low - height <= A_CENTIMETRE for height in surfaces(posed.figure)), (
                f"{low * 100:.1f} cm"
            )


def test_bones_keep_their_length_all_the_way(ada: Settled, moments: tuple[Moment, ...]) -> None:
    bones = ada.body.bones
    for moment in moments:
        skeleton = ada.skeleton(moment)
        for side in BOTH_SIDES:
            for a, b, long in (
                ("hip", "knee", bones.thigh),
                ("knee", "ankle", bones.shin),
                ("shoulder", "elbow", bones.upper_arm),
                ("elbow", "wrist", bones.forearm),
            ):
                way = sub(skeleton.at[f"{side}_{a}"], skeleton.at[f"{side}_{b}"])
                assert length(way) == pytest.approx(long, abs=1e-9)


def is_held(limb: Leg | Arm) -> bool:
    match limb:
        case Sole():
            return limb.contact is not Contact.FREE
        case Palm() | Ankle():
            return limb.frame is None and limb.contact is not Contact.FREE
        case _:
            return False


def one_place(a: Leg | Arm, b: Leg | Arm) -> bool:
    """Whether a limb stands or lies on the same spot in two poses; a sole may tilt there."""
    if isinstance(a, Sole) and isinstance(b, Sole):
        return is_held(a) and is_held(b) and (a.at, a.surface, a.pointing) == (b.at, b.surface, b.pointing)
    return a == b and is_held(a)


def planted(posed: Settled) -> Iterator[tuple[str, Pose]]:
    """The limbs that stay where they are in all the poses, with one of these."""
    first, *others = posed.poses
    for index, (side, leg, arm) in enumerate(limbs(first)):
        rest = [tuple(limbs(pose))[index] for pose in others]
        if all(one_place(leg, other) for _, other, _ in rest):
            yield f"{side}_leg", first
        if all(one_place(arm, other) for _, _, other in rest):
            yield f"{side}_arm", first


def touching(skeleton: Skeleton, limb: str, posed: Settled) -> Vec:
    """The point of a planted limb that must not move: the palm, the ankle of a flat foot, else the ball or the heel."""
    side: SideName = "right" if limb.startswith("right") else "left"
    if limb.endswith("arm"):
        return skeleton.point(f"{side}_wrist", (0.0, -posed.body.bones.palm, 0.0))
    legs = [leg for pose in posed.poses for s, leg, _ in limbs(pose) if s == side]
    tilts = [leg for leg in legs if isinstance(leg, Sole) and leg.heel_up]
    if not tilts:
        return skeleton.at[f"{side}_ankle"]
    on_ball = all(leg.pivot is Pivot.BALL or (leg.pivot is None and leg.heel_up > 0) for leg in tilts)
    heel = (-posed.body.bones.heel_back, -posed.body.bones.ankle_height, 0.0)
    return skeleton.point(f"{side}_ankle", posed.body.bones.ball if on_ball else heel)


def test_planted_hands_and_feet_never_slide_and_are_never_out_of_reach(
    posed: Settled, moments: tuple[Moment, ...]
) -> None:
    held = [limb for limb, _ in planted(posed)]
    course = [posed.skeleton(moment) for moment in moments]
    for limb in held:
        points = [touching(skeleton, limb, posed) for skeleton in course]
        assert max(length(sub(point, points[0])) for point in points) < A_CENTIMETRE, limb
        assert max(skeleton.misses[limb] for skeleton in course) < A_CENTIMETRE, limb


def test_planted_hands_and_feet_do_not_slide_while_breathing(ada: Settled) -> None:
    still = pose_at_rest(ada.end)
    for breath in (-1.0, 1.0):
        breathing = pose_at_rest(ada.end, breath)
        for side, leg, arm in limbs(ada.end):
            for limb, joint in ((leg, f"{side}_ankle"), (arm, f"{side}_wrist")):
                if is_held(limb):
                    assert length(sub(breathing.at[joint], still.at[joint])) < 0.01, joint


def test_a_hand_that_holds_on_to_the_body_stays_there(posed: Settled, moments: tuple[Moment, ...]) -> None:
    (_, _, right), (_, _, left) = limbs(posed.end)
    for side, arm in (("right", right), ("left", left)):
        others = [other for pose in posed.poses for s, _, other in limbs(pose) if s == side]
        if isinstance(arm, Palm) and arm.frame is not None and all(other == arm for other in others):
            for moment in moments:
                skeleton = posed.skeleton(moment)
                there = skeleton.point(f"{side}_wrist", (0.0, -posed.body.bones.palm, 0.0))
                facing = mul(unit(skeleton.direction(arm.frame, arm.facing)), -posed.body.bones.palm_thickness)
                gap = length(sub(there, add(skeleton.point(arm.frame, arm.at), facing)))
                assert gap < A_CENTIMETRE, f"{side} hand at {moment}: {gap * 100:.1f} cm"


def depth(skeleton: Skeleton, posed: Settled) -> tuple[float, str]:
    """How deep the deepest part is in what is under it, and which that is."""
    deep = (-1.0, "nothing")
    for ring in rings_in_world(skeleton, posed.body):
        low = underside(ring)
        deep = max(deep, (under(posed.figure, ring.at[0], ring.at[2], ring.at[1]) - low, ring.part))
    return deep


def test_nothing_ever_passes_through_the_floor_or_what_one_is_on(posed: Settled, moments: tuple[Moment, ...]) -> None:
    for moment in moments:
        deep, part = depth(posed.skeleton(moment), posed)
        assert deep <= 0.02, f"{part} at {moment}: {deep * 100:.1f} cm"
