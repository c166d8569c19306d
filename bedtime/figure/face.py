"""The face: closed eyes, brows, mouth and ears, each drawn only as far as it is turned to the viewer."""

from bedtime.figure.camera import View
from bedtime.figure.display import Clipped, Dot, Fill, Ink, Op, Path, Stroke
from bedtime.figure.outline import blob, envelope
from bedtime.figure.skeleton import Skeleton
from bedtime.figure.vectors import Vec, dot, unit

# The ear from its shadow to its hollow: middle, radii, ink.
EAR: tuple[tuple[Vec, Vec, str], ...] = (
    ((-0.0065, 0.0500, 0.072), (0.0175, 0.0300, 0.008), "ear.inside"),
    ((-0.0040, 0.0535, 0.074), (0.0160, 0.0275, 0.008), "ear"),
    ((-0.0010, 0.0545, 0.079), (0.0080, 0.0165, 0.008), "ear.inside"),
    ((0.0030, 0.0535, 0.081), (0.0065, 0.0145, 0.008), "ear"),
)
SEEN, FULLY_SEEN = 0.22, 0.42  # cosine between a feature's normal and the way to the viewer
CURVE = 6


class Line:
    """A feature: three points of a curve on the right half of the face, its normal, its width and its ink."""

    def __init__(self, points: tuple[Vec, Vec, Vec], normal: Vec, width: float, role: str) -> None:
        self.points, self.normal, self.width, self.role = points, normal, width, role


FEATURES = (
    Line(((0.089, 0.062, 0.018), (0.086, 0.056, 0.033), (0.073, 0.061, 0.047)), (0.8, 0, 0.55), 0.0058, "eye"),
    Line(((0.092, 0.088, 0.017), (0.088, 0.096, 0.034), (0.075, 0.091, 0.050)), (0.8, 0.1, 0.55), 0.0048, "brow"),
    Line(((0.080, 0.0035, -0.001), (0.078, 0.0035, 0.010), (0.070, 0.0075, 0.020)), (0.8, 0, 0.5), 0.0048, "mouth"),
)


def curve(a: Dot, through: Dot, b: Dot) -> list[Dot]:
    """Points of the parabola from `a` to `b` that passes `through` half way."""
    cx, cy = 2 * through[0] - (a[0] + b[0]) / 2, 2 * through[1] - (a[1] + b[1]) / 2
    out = []
    for i in range(CURVE + 1):
        t = i / CURVE
        p, q, r = (1 - t) ** 2, 2 * t * (1 - t), t * t
        out.append((a[0] * p + cx * q + b[0] * r, a[1] * p + cy * q + b[1] * r))
    return out


def face_ops(skeleton: Skeleton, view: View, outline: Path, far: float) -> list[Op]:
    """The features that are turned to the viewer, inside the outline of the head."""
    lines: list[Op] = []
    for feature in FEATURES:
        for s in (1.0, -1.0):
            normal = skeleton.direction("head", unit((feature.normal[0], feature.normal[1], feature.normal[2] * s)))
            seen = dot(normal, view.to)
            if seen > SEEN:
                a, b, c = (view.dot(skeleton.point("head", (x, y, z * s))) for x, y, z in feature.points)
                alpha = min(1.0, (seen - SEEN) / (FULLY_SEEN - SEEN))
                lines.append(Stroke([curve(a, b, c)], Ink(feature.role, alpha, far), feature.width * view.scale))
    ops: list[Op] = [Clipped(outline, tuple(lines))] if lines else []
    return ops + ear_ops(skeleton, view, far)


def ear_ops(skeleton: Skeleton, view: View, far: float) -> list[Op]:
    """The ear that is turned to the viewer."""
    ops: list[Op] = []
    for s in (1.0, -1.0):
        if dot(skeleton.direction("head", (0.0, 0.0, s)), view.to) > 0.05:
            for (x, y, z), radii, role in EAR:
                at = skeleton.point("head", (x, y, z * s))
                shell = blob(view, at, skeleton.axes["head"], radii)
                ops.append(Fill(envelope([shell]), Ink(role, 1.0, far)))
    return ops
