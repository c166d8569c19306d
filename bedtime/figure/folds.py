"""The folds that cloth throws where a joint bends: a few soft lines that spread from the inner side of the bend."""

from collections.abc import Callable
from math import acos, degrees
from typing import NamedTuple

from bedtime.figure.camera import View
from bedtime.figure.display import Clipped, Ink, Op, Path, Stroke
from bedtime.figure.face import curve
from bedtime.figure.flesh import trunk_ring
from bedtime.figure.skeleton import SideName, Skeleton, sign
from bedtime.figure.vectors import Vec, cross, dot

WIDTH = 0.0042  # metres
STRONGEST = 0.62  # how dark a fold gets

Line = tuple[Vec, Vec, Vec]


class Folds(NamedTuple):
    """Lines in the axes of a joint, on the side of positive z; from which bend on they show, and fully."""

    begins: float
    full: float
    lines: tuple[Line, ...]


BACK_OF_KNEE = Folds(55, 105, (
    ((-0.052, 0.030, 0.000), (-0.030, 0.052, 0.038), (0.004, 0.058, 0.048)),
    ((-0.050, 0.012, 0.010), (-0.026, 0.020, 0.042), (-0.002, 0.018, 0.049)),
))  # fmt: skip
BELOW_KNEE = Folds(60, 110, (
    ((-0.050, -0.028, 0.006), (-0.032, -0.042, 0.040), (-0.006, -0.040, 0.048)),
))  # fmt: skip
GROIN = Folds(55, 100, (
    ((0.082, -0.050, 0.010), (0.052, -0.052, 0.058), (0.012, -0.030, 0.082)),
    ((0.086, -0.085, 0.020), (0.058, -0.096, 0.058), (0.028, -0.090, 0.076)),
))  # fmt: skip
# On the trunk: forward, neutral height, outward.
WAIST = Folds(24, 60, (
    ((0.090, 1.075, 0.030), (0.066, 1.060, 0.086), (0.020, 1.066, 0.120)),
    ((0.092, 1.120, 0.040), (0.070, 1.108, 0.086), (0.034, 1.110, 0.112)),
))  # fmt: skip


def bend(skeleton: Skeleton, upper: str, lower: str) -> float:
    """The angle between the long axes of two joints, in degrees."""
    cosine = dot(skeleton.direction(upper, (0.0, 1.0, 0.0)), skeleton.direction(lower, (0.0, 1.0, 0.0)))
    return degrees(acos(max(-1.0, min(1.0, cosine))))


def fold_ops(name: str, skeleton: Skeleton, view: View, outline: Path, far: float) -> list[Op]:
    """The folds on one part, inside its outline; none on bare skin and where nothing is bent."""
    if name == "torso":
        return _on_trunk(skeleton, view, outline, far)
    side, _, limb = name.rpartition("_")
    if side not in ("right", "left") or limb not in ("thigh", "shin"):
        return []
    hip, knee = f"{side}_hip", f"{side}_knee"
    knee_bend = bend(skeleton, hip, knee)
    if limb == "shin":
        return _ops(BELOW_KNEE, knee_bend, _on(skeleton, knee, view), view, outline, far)
    return [
        *_ops(BACK_OF_KNEE, knee_bend, _on(skeleton, knee, view), view, outline, far),
        *_ops(GROIN, _flexion(skeleton, side), _on(skeleton, hip, view), view, outline, far),
    ]


def _flexion(skeleton: Skeleton, side: str) -> float:
    """How far a thigh is bent to the front, in degrees."""
    thigh = skeleton.direction(f"{side}_hip", (0.0, -1.0, 0.0))
    forward = dot(thigh, skeleton.direction("pelvis", (1.0, 0.0, 0.0)))
    return bend(skeleton, "pelvis", f"{side}_hip") if forward > 0 else 0.0


Place = Callable[[Vec], Vec]


def _on(skeleton: Skeleton, joint: str, view: View) -> Place:
    """Puts points of a joint's axes into the world, on the side that the viewer sees."""
    near = 1.0 if dot(skeleton.direction(joint, (0.0, 0.0, 1.0)), view.to) >= 0 else -1.0
    return lambda at: skeleton.point(joint, (at[0], at[1], at[2] * near))


def _on_trunk(skeleton: Skeleton, view: View, outline: Path, far: float) -> list[Op]:
    forward = skeleton.direction("pelvis", (0.0, 1.0, 0.0))
    axis = skeleton.direction("chest", (0.0, 1.0, 0.0))
    # Bent forward, the axes turn to the right hand's side; bent back, there is nothing to fold.
    if dot(cross(forward, axis), skeleton.direction("pelvis", (0.0, 0.0, -1.0))) <= 0:
        return []
    near: SideName = "right" if dot(skeleton.direction("waist", (0.0, 0.0, 1.0)), view.to) >= 0 else "left"

    def place(at: Vec) -> Vec:
        return trunk_ring(skeleton, at[1], (at[0], 0.0, at[2] * sign(near)))[0]

    return _ops(WAIST, bend(skeleton, "pelvis", "chest"), place, view, outline, far, material="top")


def _ops(
    folds: Folds, bent: float, place: Place, view: View, outline: Path, far: float, material: str = "legs"
) -> list[Op]:
    shown = min(max((bent - folds.begins) / (folds.full - folds.begins), 0.0), 1.0) * STRONGEST
    if shown <= 0.02:
        return []
    lines: Path = []
    for points in folds.lines:
        a, b, c = (view.dot(place(at)) for at in points)
        lines.append(curve(a, b, c))
    return [Clipped(outline, (Stroke(lines, Ink(f"{material}.shade", shown, far), WIDTH * view.scale),))]
