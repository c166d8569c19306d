"""The mirror image of a pose: right and left change places, and z runs the other way."""

from dataclasses import replace
from typing import cast

from bedtime.figure.pose import (
    Ankle,
    Arm,
    ArmJoints,
    Glow,
    Joint,
    Leg,
    LegJoints,
    Palm,
    Part,
    Pelvis,
    Pose,
    Sole,
    Spine,
    Through,
    Turns,
    Where,
)
from bedtime.figure.vectors import Vec

OTHER = {"right": "left", "left": "right"}
OTHER_SIDE = {Where.RIGHT: Where.LEFT, Where.LEFT: Where.RIGHT, Where.BOTH: Where.BOTH}


def mirrored(pose: Pose) -> Pose:
    """The pose as a mirror across the middle of the body shows it."""
    rest = pose.rest and replace(pose.rest, parts=tuple(cast("Part", _other(part)) for part in pose.rest.parts))
    return replace(
        pose,
        pelvis=_pelvis(pose.pelvis),
        spine=_spine(pose.spine),
        right_leg=_leg(pose.left_leg),
        left_leg=_leg(pose.right_leg),
        right_arm=_arm(pose.left_arm),
        left_arm=_arm(pose.right_arm),
        rest=rest,
        first_arm="left" if pose.first_arm == "right" else "right",
        order={cast("Part", _other(part)): by for part, by in pose.order.items()},
    )


def mirrored_through(through: Through) -> Through:
    """The limbs half way as a mirror shows them."""
    return Through(
        right_leg=through.left_leg and _leg(through.left_leg),
        left_leg=through.right_leg and _leg(through.right_leg),
        right_arm=through.left_arm and _arm(through.left_arm),
        left_arm=through.right_arm and _arm(through.right_arm),
    )


def mirrored_glow(glow: Glow) -> Glow:
    """The glow on the other side."""
    return replace(glow, side=OTHER_SIDE[glow.side])


def _other(name: str) -> str:
    side, line, limb = name.partition("_")
    return f"{OTHER[side]}{line}{limb}" if side in OTHER else name


def _joint(frame: Joint | None) -> Joint | None:
    return None if frame is None else cast("Joint", _other(frame))


def _across(v: Vec) -> Vec:
    return (v[0], v[1], -v[2])


def _bent(turns: Turns) -> Turns:
    return (turns[0], -turns[1], -turns[2])


def _pelvis(pelvis: Pelvis) -> Pelvis:
    at, front, up = _across(pelvis.at), _across(pelvis.front), _across(pelvis.up)
    return replace(pelvis, at=at, front=front, up=up, turn=-pelvis.turn, roll=-pelvis.roll)


def _spine(spine: Spine) -> Spine:
    return Spine(
        whole=_bent(spine.whole),
        lumbar=_bent(spine.lumbar),
        chest=_bent(spine.chest),
        neck=_bent(spine.neck),
        head=_bent(spine.head),
    )


def _leg(leg: Leg) -> Leg:
    match leg:
        case LegJoints():
            return leg
        case Sole():
            at, surface, pointing = _across(leg.at), _across(leg.surface), _across(leg.pointing)
            return replace(leg, at=at, surface=surface, pointing=pointing, knee=_across(leg.knee))
        case Ankle():
            toes = None if leg.pointing is None else _across(leg.pointing)
            at, instep, knee = _across(leg.at), _across(leg.instep), _across(leg.knee)
            return replace(leg, at=at, frame=_joint(leg.frame), pointing=toes, instep=instep, knee=knee)


def _arm(arm: Arm) -> Arm:
    match arm:
        case ArmJoints():
            return arm
        case Palm():
            at, fingers, facing = _across(arm.at), _across(arm.fingers), _across(arm.facing)
            return replace(
                arm, at=at, frame=_joint(arm.frame), fingers=fingers, facing=facing, elbow=_across(arm.elbow)
            )
