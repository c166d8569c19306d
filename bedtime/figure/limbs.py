"""Arms and legs: from what a pose asks for to the turns of three joints. Two-bone inverse kinematics with a pole."""

from dataclasses import dataclass, replace

from bedtime.figure.pose import Ankle, Arm, ArmJoints, Leg, LegJoints, Palm, Pivot, Sole
from bedtime.figure.skeleton import SideName, Skeleton, sign
from bedtime.figure.vectors import (
    IDENTITY,
    Quat,
    Vec,
    about_x,
    about_y,
    about_z,
    across_or_any,
    add,
    cross,
    frame,
    frame_of,
    inverse,
    length,
    lerp,
    mul,
    rotate,
    slerp,
    sub,
    times,
    unit,
)

STRETCHED = 0.9997  # of the limb's length: a hair short of straight, so that the hinge keeps its direction
TRAVEL_LIFT = 0.3  # metres of travel at which a moving hand or foot is lifted fully


@dataclass(frozen=True, slots=True)
class Goal:
    """Where wrist or ankle have to be, how hand or foot are turned (None: with the limb), where the hinge points."""

    at: Vec
    turned: Quat | None
    pole: Vec


@dataclass(frozen=True, slots=True)
class Turned:
    """The turns of three joints, each relative to the bone that carries it, and the miss of the goal in metres."""

    upper: Quat
    lower: Quat
    end: Quat
    miss: float = 0.0

    def towards(self, other: "Turned", t: float) -> "Turned":
        """The turns at the share `t` of the way to `other`."""
        return Turned(
            slerp(self.upper, other.upper, t), slerp(self.lower, other.lower, t), slerp(self.end, other.end, t)
        )


def between(a: Goal, b: Goal, t: float, lift: float) -> Goal:
    """The goal at the share `t` of the way. A limb that travels is lifted, by up to `lift` metres half way."""
    x, y, z = lerp(a.at, b.at, t)
    raised = lift * min(length(sub(a.at, b.at)) / TRAVEL_LIFT, 1) * 4 * t * (1 - t)
    turned = None if a.turned is None or b.turned is None else slerp(a.turned, b.turned, t)
    return Goal((x, y + raised, z), turned, unit(lerp(a.pole, b.pole, t)))


def tilting(a: Leg, b: Leg, t: float) -> Sole | None:
    """A sole between two on one spot, turning about the ball or the heel that stays there; None for other legs."""
    if not (isinstance(a, Sole) and isinstance(b, Sole)):
        return None
    if (a.at, a.surface, a.pointing) != (b.at, b.surface, b.pointing):
        return None
    return replace(
        b,
        heel_up=a.heel_up + (b.heel_up - a.heel_up) * t,
        roll=a.roll + (b.roll - a.roll) * t,
        turn_out=a.turn_out + (b.turn_out - a.turn_out) * t,
        knee=lerp(unit(a.knee), unit(b.knee), t),
    )


def ball_joint(flexion: float, abduction: float, outward: float, side: SideName) -> Quat:
    """The turn of a hip or a shoulder from its three angles."""
    s = sign(side)
    return times(times(about_z(flexion), about_x(-abduction * s)), about_y(-outward * s))


def foot_turn(up: float, inward: float, out: float, side: SideName) -> Quat:
    """The turn of an ankle: toes up, sole inward, toes outward."""
    s = sign(side)
    return times(times(about_y(-out * s), about_z(up)), about_x(inward * s))


def hand_turn(bend: float, to_thumb: float, turned: float, side: SideName) -> Quat:
    """The turn of a wrist: bent to the palm, towards the thumb, and the palm turned forward."""
    s = sign(side)
    return times(about_y(turned * s), times(about_x(bend * s), about_z(to_thumb)))


def sole_goal(sole: Sole, skeleton: Skeleton, side: SideName) -> Goal:
    """The ankle over a sole that lies on its surface, tilted about the ball or the heel."""
    s, bones = sign(side), skeleton.bones
    flat = times(frame_of(sole.pointing, sole.surface), about_y(-sole.turn_out * s))
    turned = times(times(flat, about_x(sole.roll * s)), about_z(-sole.heel_up))
    on_ball = sole.pivot is Pivot.BALL or (sole.pivot is None and sole.heel_up >= 0)
    # The foot rolls over the middle of its ball, so that the ball never sinks in; it tips over the back of the heel.
    pivot = bones.ball if on_ball else (-bones.heel_back, -bones.ankle_height, 0.0)
    ankle = add(sole.at, mul(unit(sole.surface), bones.ankle_height))
    return Goal(sub(add(ankle, rotate(flat, pivot)), rotate(turned, pivot)), turned, unit(sole.knee))


def ankle_goal(ankle: Ankle, skeleton: Skeleton) -> Goal:
    """An ankle in the world or in the axes of a joint."""
    at = ankle.at if ankle.frame is None else skeleton.point(ankle.frame, ankle.at)
    turned = None
    if ankle.pointing is not None:
        up = skeleton.direction(ankle.frame, ankle.instep)
        turned = frame_of(skeleton.direction(ankle.frame, ankle.pointing), up)
    return Goal(at, turned, unit(ankle.knee))


def palm_goal(palm: Palm, skeleton: Skeleton, side: SideName) -> Goal:
    """The wrist behind a palm that touches a point."""
    fingers = unit(skeleton.direction(palm.frame, palm.fingers))
    facing = across_or_any(skeleton.direction(palm.frame, palm.facing), fingers)
    y, z = mul(fingers, -1), mul(facing, -sign(side))
    at = palm.at if palm.frame is None else skeleton.point(palm.frame, palm.at)
    wrist = sub(sub(at, mul(fingers, skeleton.bones.palm)), mul(facing, skeleton.bones.palm_thickness))
    return Goal(wrist, frame(cross(y, z), y, z), unit(palm.elbow))


def leg_goal(leg: Leg, skeleton: Skeleton, side: SideName) -> Goal | None:
    """What a leg reaches for; None if it is given by its joints."""
    match leg:
        case Sole():
            return sole_goal(leg, skeleton, side)
        case Ankle():
            return ankle_goal(leg, skeleton)
        case LegJoints():
            return None


def arm_goal(arm: Arm, skeleton: Skeleton, side: SideName) -> Goal | None:
    """What an arm reaches for; None if it is given by its joints."""
    return palm_goal(arm, skeleton, side) if isinstance(arm, Palm) else None


def two_bones(root: Vec, goal: Goal, upper: float, lower: float) -> tuple[Vec, Vec, float]:
    """The middle joint and the end of a chain that bends towards the goal's pole, and how far the end is off."""
    way = sub(goal.at, root)
    distance = length(way)
    along = unit(way)
    reach = min(max(distance, abs(upper - lower) + 1e-3), (upper + lower) * STRETCHED)
    foot = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    height = max(upper * upper - foot * foot, 0.0) ** 0.5
    out = across_or_any(goal.pole, along)
    return add(root, add(mul(along, foot), mul(out, height))), add(root, mul(along, reach)), abs(distance - reach)


@dataclass(frozen=True, slots=True)
class Chain:
    """Two bones that hang from `root` on a bone turned by `carrier`. `hinge` is +1 for knees and -1 for elbows."""

    root: Vec
    carrier: Quat
    bones: tuple[float, float]
    hinge: float


def reach_for(chain: Chain, goal: Goal, loose: Quat) -> Turned:
    """Turns of a limb that reaches for `goal`; `loose` turns hand or foot where the goal leaves that open."""
    root = chain.root
    middle, end, miss = two_bones(root, goal, *chain.bones)
    upper, lower = sub(root, middle), sub(middle, end)
    back = unit(sub(root, end))
    axis = mul(
        unit(cross(across_or_any(goal.pole, back), back)), chain.hinge
    )  # the bending plane's normal: a pure hinge
    q_upper, q_lower = frame_of(cross(upper, axis), upper), frame_of(cross(lower, axis), lower)
    q_end = times(q_lower, loose) if goal.turned is None else goal.turned
    return Turned(
        times(inverse(chain.carrier), q_upper), times(inverse(q_upper), q_lower), times(inverse(q_lower), q_end), miss
    )


def hip_point(skeleton: Skeleton, side: SideName) -> Vec:
    """The hip joint."""
    return skeleton.point("pelvis", (0.0, 0.0, skeleton.bones.hip_half * sign(side)))


def shoulder_point(skeleton: Skeleton, side: SideName, lift: float) -> Vec:
    """The shoulder joint when the girdle has risen by the share `lift`."""
    x, y, z = add(skeleton.bones.shoulder, mul(skeleton.bones.shrug, lift))
    return skeleton.point("chest", (x, y, z * sign(side)))


def leg_turns(skeleton: Skeleton, leg: Leg, side: SideName, goal: Goal | None) -> Turned:
    """The turns of hip, knee and ankle."""
    if isinstance(leg, LegJoints):
        if goal is None:
            return Turned(ball_joint(*leg.hip, side), about_z(-leg.knee), foot_turn(*leg.ankle, side))
        loose = foot_turn(*leg.ankle, side)
    else:
        loose = foot_turn(*(leg.ankle if isinstance(leg, Ankle) else (0.0, 0.0, 0.0)), side)
        goal = goal or leg_goal(leg, skeleton, side)
    assert goal is not None  # noqa: S101 - a leg without joints has a goal
    bones = (skeleton.bones.thigh, skeleton.bones.shin)
    return reach_for(Chain(hip_point(skeleton, side), skeleton.turned["pelvis"], bones, 1.0), goal, loose)


def raised(skeleton: Skeleton, arm: Arm, side: SideName, goal: Goal | None) -> float:
    """0 to 1: how far the arm is raised, and the shoulder girdle with it."""
    if arm.lift is not None:
        return arm.lift
    if isinstance(arm, ArmJoints) and goal is None:
        way = rotate(ball_joint(*arm.shoulder, side), (0.0, -1.0, 0.0))
    elif goal is not None:
        inward = inverse(skeleton.turned["chest"])
        way = rotate(inward, unit(sub(goal.at, shoulder_point(skeleton, side, 0.0))))
    return min(max((way[1] + 0.25) / 1.2, 0.0), 1.0)


def arm_turns(
    skeleton: Skeleton, arm: Arm, side: SideName, goal: Goal | None, lift: float | None = None
) -> tuple[Turned, float]:
    """The turns of shoulder, elbow and wrist, and how far the girdle has risen: as far as `lift` says, if it does."""
    goal = goal or arm_goal(arm, skeleton, side)
    lift = raised(skeleton, arm, side, goal) if lift is None else lift
    if goal is None:
        assert isinstance(arm, ArmJoints)  # noqa: S101 - an arm without a goal is given by its joints
        return Turned(ball_joint(*arm.shoulder, side), about_z(arm.elbow), hand_turn(*arm.wrist, side)), lift
    root = shoulder_point(skeleton, side, lift)
    bones = (skeleton.bones.upper_arm, skeleton.bones.forearm)
    return reach_for(Chain(root, skeleton.turned["chest"], bones, -1.0), goal, IDENTITY), lift
