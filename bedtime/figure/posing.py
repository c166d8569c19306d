"""From a pose, or a moment between two poses, to a skeleton. Planted hands and feet stay where they are."""

from bedtime.figure.limbs import (
    Turned,
    arm_goal,
    arm_turns,
    between,
    foot_turn,
    hip_point,
    leg_goal,
    leg_turns,
    shoulder_point,
)
from bedtime.figure.pose import Ankle, Pelvis, Pose, Spine, Turns
from bedtime.figure.proportions import STANDARD, Proportions
from bedtime.figure.skeleton import BOTH_SIDES, SideName, Skeleton
from bedtime.figure.vectors import Quat, about_x, about_y, about_z, frame_of, inverse, lerp, slerp, times

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


def put_trunk(skeleton: Skeleton, a: Pose, b: Pose, t: float, breath: float) -> None:
    """Place the pelvis and everything up to the head."""
    at = lerp(a.pelvis.at, b.pelvis.at, t)
    skeleton.put("pelvis", at, slerp(pelvis_turn(a.pelvis), pelvis_turn(b.pelvis), t))
    turns_a, turns_b = spine_turns(a.spine), spine_turns(b.spine)
    for joint, carrier, offset in skeleton.bones.trunk:
        own = slerp(turns_a[joint], turns_b[joint], t)
        if breath and joint in BREATH:
            own = times(own, about_z(-BREATH[joint] * breath))
        skeleton.put(joint, skeleton.point(carrier, offset), times(skeleton.turned[carrier], own))


def put_leg(skeleton: Skeleton, a: Pose, b: Pose, t: float, side: SideName) -> None:
    """Place one leg, from the hip to the toes."""
    leg_a, leg_b = (a.right_leg, b.right_leg) if side == "right" else (a.left_leg, b.left_leg)
    turns: Turned
    if t >= 1 or leg_a == leg_b:
        turns = leg_turns(skeleton, leg_b, side, None)
    elif t <= 0:
        turns = leg_turns(skeleton, leg_a, side, None)
    else:
        goal_a, goal_b = leg_goal(leg_a, skeleton, side), leg_goal(leg_b, skeleton, side)
        if goal_a and goal_b and goal_a.turned and goal_b.turned:
            turns = leg_turns(skeleton, leg_b, side, between(goal_a, goal_b, t, FOOT_LIFT))
        else:
            turns = leg_turns(skeleton, leg_a, side, None).towards(leg_turns(skeleton, leg_b, side, None), t)
    bones = skeleton.bones
    hip, knee, ankle, toes = (f"{side}_{joint}" for joint in ("hip", "knee", "ankle", "toes"))
    skeleton.put(hip, hip_point(skeleton, side), times(skeleton.turned["pelvis"], turns.upper))
    skeleton.put(knee, skeleton.point(hip, (0.0, -bones.thigh, 0.0)), times(skeleton.turned[hip], turns.lower))
    skeleton.put(ankle, skeleton.point(knee, (0.0, -bones.shin, 0.0)), times(skeleton.turned[knee], turns.end))
    up = about_z(mix(leg_a.toes_up, leg_b.toes_up, t))
    skeleton.put(toes, skeleton.point(ankle, bones.ball), times(skeleton.turned[ankle], up))
    skeleton.toes_apart[side] = mix(leg_a.toes_apart, leg_b.toes_apart, t)
    skeleton.misses[f"{side}_leg"] = turns.miss


def put_arm(skeleton: Skeleton, a: Pose, b: Pose, t: float, side: SideName) -> None:
    """Place one arm, from the shoulder to the wrist."""
    arm_a, arm_b = (a.right_arm, b.right_arm) if side == "right" else (a.left_arm, b.left_arm)
    if t >= 1 or arm_a == arm_b:
        turns, lift = arm_turns(skeleton, arm_b, side, None)
    elif t <= 0:
        turns, lift = arm_turns(skeleton, arm_a, side, None)
    else:
        goal_a, goal_b = arm_goal(arm_a, skeleton, side), arm_goal(arm_b, skeleton, side)
        if goal_a and goal_b:
            turns, lift = arm_turns(skeleton, arm_b, side, between(goal_a, goal_b, t, HAND_LIFT))
        else:
            (turns_a, lift_a), (turns_b, lift_b) = (arm_turns(skeleton, arm, side, None) for arm in (arm_a, arm_b))
            turns, lift = turns_a.towards(turns_b, t), mix(lift_a, lift_b, t)
    bones = skeleton.bones
    shoulder, elbow, wrist = (f"{side}_{joint}" for joint in ("shoulder", "elbow", "wrist"))
    skeleton.put(shoulder, shoulder_point(skeleton, side, lift), times(skeleton.turned["chest"], turns.upper))
    skeleton.put(
        elbow, skeleton.point(shoulder, (0.0, -bones.upper_arm, 0.0)), times(skeleton.turned[shoulder], turns.lower)
    )
    skeleton.put(wrist, skeleton.point(elbow, (0.0, -bones.forearm, 0.0)), times(skeleton.turned[elbow], turns.end))
    skeleton.curl[side] = mix(arm_a.curl, arm_b.curl, t)
    skeleton.splay[side] = mix(arm_a.splay, arm_b.splay, t)
    skeleton.lift[side] = lift
    skeleton.misses[f"{side}_arm"] = turns.miss


def leans(pose: Pose, side: SideName) -> bool:
    """Whether that leg is placed in the axes of another joint, which then has to be there first."""
    leg = pose.right_leg if side == "right" else pose.left_leg
    return isinstance(leg, Ankle) and leg.frame is not None


def pose_between(a: Pose, b: Pose, t: float = 1.0, breath: float = 0.0, bones: Proportions = STANDARD) -> Skeleton:
    """The skeleton at the share `t` (0 to 1, already eased) of the way from `a` to `b`. `breath` is -1 to 1."""
    skeleton = Skeleton(bones)
    put_trunk(skeleton, a, b, t, breath)
    for side in sorted(BOTH_SIDES, key=lambda s: leans(a, s) or leans(b, s)):
        put_leg(skeleton, a, b, t, side)
    first = b.first_arm
    for side in (first, "left" if first == "right" else "right"):
        put_arm(skeleton, a, b, t, side)
    return skeleton


def turn_ankle(skeleton: Skeleton, side: SideName, up: float, inward: float) -> None:
    """Turn a foot in the air further: degrees of toes up and of sole inward."""
    ankle, toes = f"{side}_ankle", f"{side}_toes"
    on_foot = times(inverse(skeleton.turned[ankle]), skeleton.turned[toes])
    skeleton.put(ankle, skeleton.at[ankle], times(skeleton.turned[ankle], foot_turn(up, inward, 0.0, side)))
    skeleton.put(toes, skeleton.point(ankle, skeleton.bones.ball), times(skeleton.turned[ankle], on_foot))


def pose_at_rest(pose: Pose, breath: float = 0.0, bones: Proportions = STANDARD) -> Skeleton:
    """The skeleton of one pose."""
    return pose_between(pose, pose, 1.0, breath, bones)
