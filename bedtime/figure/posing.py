"""From a pose, or a moment on the way between poses, to a skeleton. Planted hands and feet stay where they are."""

from collections.abc import Sequence
from functools import partial

from bedtime.figure.limbs import (
    Goal,
    Turned,
    arm_goal,
    arm_turns,
    between,
    foot_turn,
    hip_point,
    leg_goal,
    leg_turns,
    shoulder_point,
    tilting,
)
from bedtime.figure.pose import Ankle, Leg, Pelvis, Pose, Spine, Turns
from bedtime.figure.proportions import STANDARD, Proportions
from bedtime.figure.skeleton import BOTH_SIDES, SideName, Skeleton
from bedtime.figure.vectors import Quat, about_x, about_y, about_z, frame_of, inverse, lerp, slerp, times
from bedtime.figure.way import Way

# How a bend of the whole trunk is shared by its joints: forward, sideways, turned.
SHARES: dict[str, Turns] = {"lumbar": (0.40, 0.34, 0.15), "waist": (0.36, 0.36, 0.40), "chest": (0.24, 0.30, 0.45)}
NECK_SHARE = 0.55
# Degrees that each joint opens at a full breath: the breastbone rises, the face stays level.
BREATH = {"waist": -0.7, "chest": -1.3, "neck": 1.2, "head": 0.6}
FOOT_LIFT, HAND_LIFT = 0.05, 0.06


def pelvis_turn(pelvis: Pelvis) -> Quat:
    """How the pelvis is turned."""
    own = times(times(about_y(-pelvis.turn), about_z(-pelvis.tilt)), about_x(pelvis.roll))
    return times(frame_of(pelvis.front, pelvis.up), own)


def bend(forward: float, right: float, turned: float) -> Quat:
    """The turn of one joint of the spine."""
    return times(times(about_y(-turned), about_x(right)), about_z(-forward))


def spine_turns(spine: Spine) -> dict[str, Quat]:
    """The turns of the joints of the trunk, the neck and the head."""
    own = {"lumbar": spine.lumbar, "chest": spine.chest}
    turns = {}
    for joint, share in SHARES.items():
        extra = own.get(joint, (0.0, 0.0, 0.0))
        f, s, t = (w * k + e for w, k, e in zip(spine.whole, share, extra, strict=True))
        turns[joint] = bend(f, s, t)
    f, s, t = (a * NECK_SHARE for a in spine.neck)
    turns["neck"] = bend(f, s, t)
    f, s, t = (a * (1 - NECK_SHARE) + b for a, b in zip(spine.neck, spine.head, strict=True))
    turns["head"] = bend(f, s, t)
    return turns


def mix(a: float, b: float, t: float) -> float:
    """The number at the share `t` of the way."""
    return a + (b - a) * t


def put_trunk(skeleton: Skeleton, way: Way, breath: float) -> None:
    """Place the pelvis and everything up to the head."""
    pelvises = [pose.pelvis for pose in way.poses]
    spines = [spine_turns(pose.spine) for pose in way.poses]
    at = way.among([pelvis.at for pelvis in pelvises], lerp)
    skeleton.put("pelvis", at, way.among([pelvis_turn(pelvis) for pelvis in pelvises], slerp))
    for joint, carrier, offset in skeleton.bones.trunk:
        own = way.among([turns[joint] for turns in spines], slerp)
        if breath and joint in BREATH:
            own = times(own, about_z(-BREATH[joint] * breath))
        skeleton.put(joint, skeleton.point(carrier, offset), times(skeleton.turned[carrier], own))


def goal_among(way: Way, goals: Sequence[Goal | None], lift: float) -> Goal | None:
    """The goal on the way, lifted by up to `lift` metres; None where a pose leaves it or its turn to the joints."""
    known = [goal for goal in goals if goal is not None and goal.turned is not None]
    if len(known) < len(goals):
        return None
    return way.among(known, partial(between, lift=0.0), partial(between, lift=lift))


def put_leg(skeleton: Skeleton, way: Way, side: SideName) -> None:
    """Place one leg, from the hip to the toes."""
    legs = way.legs(side)
    if all(leg == legs[0] for leg in legs):
        turns = leg_turns(skeleton, legs[0], side, None)
    elif len(legs) == 2 and (sole := tilting(*legs, way.t)):
        turns = leg_turns(skeleton, sole, side, None)
    elif goal := goal_among(way, [leg_goal(leg, skeleton, side) for leg in legs], FOOT_LIFT):
        turns = leg_turns(skeleton, legs[1], side, goal)
    else:
        turns = way.among([leg_turns(skeleton, leg, side, None) for leg in legs], Turned.towards)
    bones = skeleton.bones
    hip, knee, ankle, toes = (f"{side}_{joint}" for joint in ("hip", "knee", "ankle", "toes"))
    skeleton.put(hip, hip_point(skeleton, side), times(skeleton.turned["pelvis"], turns.upper))
    skeleton.put(knee, skeleton.point(hip, (0.0, -bones.thigh, 0.0)), times(skeleton.turned[hip], turns.lower))
    skeleton.put(ankle, skeleton.point(knee, (0.0, -bones.shin, 0.0)), times(skeleton.turned[knee], turns.end))
    up = about_z(way.among([leg.toes_up for leg in legs], mix))
    skeleton.put(toes, skeleton.point(ankle, bones.ball), times(skeleton.turned[ankle], up))
    skeleton.toes_apart[side] = way.among([leg.toes_apart for leg in legs], mix)
    skeleton.misses[f"{side}_leg"] = turns.miss


def put_arm(skeleton: Skeleton, way: Way, side: SideName) -> None:
    """Place one arm, from the shoulder to the wrist."""
    arms = way.arms(side)
    if all(arm == arms[0] for arm in arms):
        turns, lift = arm_turns(skeleton, arms[0], side, None)
    else:
        single = [arm_turns(skeleton, arm, side, None) for arm in arms]
        lift = way.among([lift for _, lift in single], mix)
        if goal := goal_among(way, [arm_goal(arm, skeleton, side) for arm in arms], HAND_LIFT):
            turns, lift = arm_turns(skeleton, arms[1], side, goal, lift)
        else:
            turns = way.among([turns for turns, _ in single], Turned.towards)
    bones = skeleton.bones
    shoulder, elbow, wrist = (f"{side}_{joint}" for joint in ("shoulder", "elbow", "wrist"))
    skeleton.put(shoulder, shoulder_point(skeleton, side, lift), times(skeleton.turned["chest"], turns.upper))
    skeleton.put(
        elbow, skeleton.point(shoulder, (0.0, -bones.upper_arm, 0.0)), times(skeleton.turned[shoulder], turns.lower)
    )
    skeleton.put(wrist, skeleton.point(elbow, (0.0, -bones.forearm, 0.0)), times(skeleton.turned[elbow], turns.end))
    skeleton.curl[side] = way.among([arm.curl for arm in arms], mix)
    skeleton.splay[side] = way.among([arm.splay for arm in arms], mix)
    skeleton.lift[side] = lift
    skeleton.misses[f"{side}_arm"] = turns.miss


def leans(leg: Leg) -> bool:
    """Whether a leg is placed in the axes of another joint, which then has to be there first."""
    return isinstance(leg, Ankle) and leg.frame is not None


def pose_on(way: Way, breath: float = 0.0, bones: Proportions = STANDARD) -> Skeleton:
    """The skeleton on a way between two poses. `breath` is -1 to 1."""
    skeleton = Skeleton(bones)
    put_trunk(skeleton, way, breath)
    for side in sorted(BOTH_SIDES, key=lambda s: any(map(leans, way.legs(s)))):
        put_leg(skeleton, way, side)
    first = way.end.first_arm
    for side in (first, "left" if first == "right" else "right"):
        put_arm(skeleton, way, side)
    return skeleton


def turn_ankle(skeleton: Skeleton, side: SideName, up: float, inward: float) -> None:
    """Turn a foot in the air further: degrees of toes up and of sole inward."""
    ankle, toes = f"{side}_ankle", f"{side}_toes"
    on_foot = times(inverse(skeleton.turned[ankle]), skeleton.turned[toes])
    skeleton.put(ankle, skeleton.at[ankle], times(skeleton.turned[ankle], foot_turn(up, inward, 0.0, side)))
    skeleton.put(toes, skeleton.point(ankle, skeleton.bones.ball), times(skeleton.turned[ankle], on_foot))


def pose_at_rest(pose: Pose, breath: float = 0.0, bones: Proportions = STANDARD) -> Skeleton:
    """The skeleton of one pose."""
    return pose_on(Way(pose, pose), breath, bones)
