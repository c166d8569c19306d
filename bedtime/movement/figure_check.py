"""What is wrong with the figure of a stretch although each part of it has the right shape.

What would leave a limb without a place, and movements that lack one of their poses.
"""

from collections.abc import Iterator
from itertools import product

from bedtime.figure.pose import JOINTS, Ankle, Arm, Figure, Leg, Motion, Palm, Pose, Sole, Through
from bedtime.figure.vectors import length
from bedtime.language import _
from bedtime.movement.problems import Place

Found = Iterator[tuple[Place, str]]

SIDES = ("right", "left")
DIRECTIONS = ("front", "up", "surface", "pointing", "knee", "instep", "fingers", "facing", "elbow")
LEG, ARM = ("hip", "knee", "ankle", "toes"), ("shoulder", "elbow", "wrist")
FROM_POSE_TO_POSE = frozenset({Motion.REPEAT, Motion.FLUTTER, Motion.BREATH, Motion.MARCH, Motion.PRESS})
ROUND_THE_ANKLE = frozenset({Motion.CIRCLE, Motion.LETTERS})


def problems_of_figure(figure: Figure) -> Found:
    """Every pose that a movement lacks or has no use for, and every limb that has no place."""
    motion = figure.motion
    if figure.start is None and motion in FROM_POSE_TO_POSE:
        yield ("start",), _("is missing; the motion {motion} goes from start to end").format(motion=motion.value)
    if figure.start is None and figure.through is not None:
        yield ("start",), _("is missing; through lies between start and end")
    if figure.press is None and motion is Motion.PRESS:
        yield ("press",), _("is missing; the motion press needs it")
    if figure.press is not None and motion is not Motion.PRESS:
        yield ("press",), _("belongs to the motion press alone; leave it out")
    if motion in ROUND_THE_ANKLE and isinstance(figure.end.right_leg, Sole):
        yield (
            ("end", "right_leg", "by"),
            _('"sole" stands still under {motion}; it needs to be ankle or joints').format(motion=motion.value),
        )
    for name in ("start", "press", "end"):
        pose: Pose | None = getattr(figure, name)
        if pose is not None:
            yield from _without_direction(pose.pelvis, (name, "pelvis"))
            yield from _of_limbs(pose, pose, (name,))
    if figure.through is not None:
        yield from _of_limbs(figure.through, figure.end, ("through",))


def _of_limbs(place: Pose | Through, whole: Pose, path: Place) -> Found:
    """The limbs of a pose, or of a place half way to the pose `whole`."""
    for side, other in (SIDES, SIDES[::-1]):
        leg: Leg | None = getattr(place, f"{side}_leg")
        arm: Arm | None = getattr(place, f"{side}_arm")
        opposite: Leg = getattr(place, f"{other}_leg") or getattr(whole, f"{other}_leg")
        leans = isinstance(opposite, Ankle) and opposite.frame is not None
        not_yet = {*_joints(SIDES, ARM), *_joints(SIDES if leans else (side,), LEG)}
        yield from _of_limb(leg, (*path, f"{side}_leg"), not_yet)
        first = whole.first_arm == side
        yield from _of_limb(arm, (*path, f"{side}_arm"), set(_joints(SIDES if first else (side,), ARM)))


def _of_limb(limb: Leg | Arm | None, path: Place, not_yet: set[str]) -> Found:
    yield from _without_direction(limb, path)
    if isinstance(limb, Ankle | Palm) and limb.frame in not_yet:
        allowed = ", ".join(joint for joint in JOINTS if joint not in not_yet)
        yield (
            (*path, "frame"),
            _('"{limb}" is placed after this limb; it needs to be one of {names}').format(
                limb=limb.frame, names=allowed
            ),
        )


def _without_direction(part: object, path: Place) -> Found:
    """The directions of a pelvis or a limb that point nowhere."""
    for name in DIRECTIONS:
        way = getattr(part, name, None)
        if isinstance(way, tuple) and length(way) == 0:
            yield (*path, name), _("[0, 0, 0] is no direction; one of the three needs to be another number")


def _joints(sides: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{side}_{name}" for side, name in product(sides, names))
