"""Contacts, solved once for a pose: planted limbs pull the pelvis until they reach, then the body settles.

What still misses its place is reported in centimetres, never hidden.
"""

from dataclasses import dataclass, replace

from bedtime.figure.body import DEFAULT_BODY, Body
from bedtime.figure.flesh import rings_in_world, underside
from bedtime.figure.limbs import Goal, arm_goal, leg_goal
from bedtime.figure.pose import Ankle, ArmJoints, Contact, LegJoints, Palm, Pose, Sole
from bedtime.figure.posing import pose_at_rest
from bedtime.figure.skeleton import BOTH_SIDES, SideName, Skeleton
from bedtime.figure.vectors import Vec, add, length, mul, sub, unit

ROUNDS = 40
REACH = 0.998  # of a limb's length: how far a planted one may be stretched
SETTLED = 2e-4
NOTICED = 0.004


@dataclass(frozen=True, slots=True)
class Miss:
    """A contact that does not hold, and by how many centimetres."""

    what: str
    cm: float

    def __str__(self) -> str:
        return f"{self.what} misses its place by {self.cm:.1f} cm"


def pulls(limb: LegJoints | Sole | Ankle | ArmJoints | Palm) -> bool:
    """Whether the pelvis comes along with this limb."""
    match limb:
        case LegJoints() | ArmJoints():
            return False
        case Palm() | Ankle():
            return limb.frame is None and limb.contact is not Contact.FREE
        case Sole():
            return limb.contact is not Contact.FREE


def stretch(root: Vec, goal: Goal, length_m: float, contact: Contact) -> Vec:
    """How far the root of a limb has to go so that the limb reaches its goal, or is stretched out."""
    way = sub(goal.at, root)
    over = length(way) - length_m * REACH
    return mul(unit(way), over) if over > 0 or contact is Contact.STRAIGHT else (0.0, 0.0, 0.0)


def pull(pose: Pose, skeleton: Skeleton) -> Vec:
    """The pull of all planted limbs on the pelvis."""
    total: Vec = (0.0, 0.0, 0.0)
    bones = skeleton.bones
    for side in BOTH_SIDES:
        leg, arm = (pose.right_leg, pose.right_arm) if side == "right" else (pose.left_leg, pose.left_arm)
        if not isinstance(leg, LegJoints) and pulls(leg) and (goal := leg_goal(leg, skeleton, side)):
            total = add(total, stretch(skeleton.at[f"{side}_hip"], goal, bones.thigh + bones.shin, leg.contact))
        if isinstance(arm, Palm) and pulls(arm) and (goal := arm_goal(arm, skeleton, side)):
            total = add(
                total, stretch(skeleton.at[f"{side}_shoulder"], goal, bones.upper_arm + bones.forearm, arm.contact)
            )
    return mul(total, 0.5)


def lowest(skeleton: Skeleton, body: Body, parts: tuple[str, ...] | None = None) -> float:
    """The height of the lowest point of the named parts, or of everybody."""
    return min(underside(ring) for ring in rings_in_world(skeleton, body) if parts is None or ring.part in parts)


def moved(pose: Pose, way: Vec) -> Pose:
    """The pose with its pelvis somewhere else."""
    return replace(pose, pelvis=replace(pose.pelvis, at=add(pose.pelvis.at, way)))


def settle(pose: Pose, body: Body = DEFAULT_BODY) -> Pose:
    """The pose with its pelvis moved so that its contacts hold, as well as they can."""
    for _ in range(ROUNDS):
        skeleton = pose_at_rest(pose, bones=body.bones)
        way = pull(pose, skeleton)
        pose = moved(pose, way)
        if pose.rest is not None:
            height = lowest(pose_at_rest(pose, bones=body.bones), body, _flesh(pose.rest.parts))
            pose = moved(pose, (0.0, pose.rest.on - height, 0.0))
        if length(way) < SETTLED:
            break
    return pose


def _flesh(parts: tuple[str, ...]) -> tuple[str, ...]:
    return (*parts, "seat") if "pelvis" in parts else parts


def misses(pose: Pose, body: Body = DEFAULT_BODY) -> tuple[Miss, ...]:
    """The contacts of a settled pose that do not hold."""
    skeleton = pose_at_rest(pose, bones=body.bones)
    return tuple(
        Miss(limb.replace("_", " "), round(miss * 100, 1)) for limb, miss in skeleton.misses.items() if miss > NOTICED
    )


def planted(pose: Pose, side: SideName) -> tuple[bool, bool]:
    """Whether the leg and the arm of that side lie on something."""
    leg, arm = (pose.right_leg, pose.right_arm) if side == "right" else (pose.left_leg, pose.left_arm)
    return pulls(leg), pulls(arm)
