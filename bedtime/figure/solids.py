"""Boxes, cushions and cylinders as the viewer sees them: what the furniture is made of."""

from math import cos, pi, sin

from bedtime.figure.camera import View
from bedtime.figure.display import Clipped, Dot, Fill, Ink, Op, Path, Polygon, Stroke
from bedtime.figure.outline import LIGHT, blob
from bedtime.figure.vectors import UNTURNED, Mat, Vec, add, turn

ROUNDED = 0.012  # metres: the width of the line that rounds the edges of a face
FACING = 0.02


def wound(dots: list[Dot]) -> list[Dot]:
    """The same polygon, wound as all pieces of a path are."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(dots, [*dots[1:], dots[0]], strict=True))
    return dots if area >= 0 else dots[::-1]


def polygon(view: View, corners: list[Vec]) -> list[Dot]:
    """Corners on the card."""
    return wound([view.dot(c) for c in corners])


def face(view: View, corners: list[Vec], ink: Ink, edge: float = ROUNDED) -> list[Op]:
    """A flat face with slightly rounded corners."""
    dots = polygon(view, corners)
    return [Fill([dots], ink), Stroke([closed(dots)], ink, edge * view.scale)]


def closed(dots: Polygon) -> Polygon:
    """A polygon as a line that comes back to where it began."""
    return [*dots, dots[0]]


def box(view: View, low: Vec, high: Vec, group: str, kinds: tuple[str, str, str]) -> list[Op]:
    """A box along the axes; only the faces turned to the viewer. `kinds` are the inks of top, front and side."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    top, front, side = (Ink(f"{group}.{kind}") for kind in kinds)
    ops: list[Op] = []
    toward_x, toward_y, toward_z = view.to
    if abs(toward_x) > FACING:
        x = x1 if toward_x > 0 else x0
        ops += face(view, [(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)], side)
    z = z1 if toward_z > 0 else z0
    ops += face(view, [(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], front)
    if toward_y > 0:
        ops += face(view, [(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], top)
    return ops


def disc(view: View, at: Vec, radius: float, axis: str = "y") -> list[Dot]:
    """A circle across `axis`."""
    out = []
    for i in range(64):
        c, s = radius * cos(i * pi / 32), radius * sin(i * pi / 32)
        way = (c, 0.0, s) if axis == "y" else (c, s, 0.0)
        out.append(view.dot(add(at, way)))
    return wound(out)


def hull(dots: list[Dot]) -> list[Dot]:
    """The convex hull of points."""
    ordered = sorted(set(dots))

    def half(points: list[Dot]) -> list[Dot]:
        out: list[Dot] = []
        for p in points:
            while len(out) > 1 and _turn(out[-2], out[-1], p) <= 0:
                out.pop()
            out.append(p)
        return out

    return half(ordered)[:-1] + half(ordered[::-1])[:-1]


def _turn(a: Dot, b: Dot, c: Dot) -> float:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def cushion(view: View, at: Vec, half: Vec, axes: Mat = UNTURNED, group: str = "cloth") -> list[Op]:
    """A plump cushion: four rounded corners and a full middle, in two tones."""
    rx, ry, rz = half
    dots = list(blob(view, at, axes, (rx * 0.86, ry, rz * 0.86)).dots)
    for sx in (1, -1):
        for sz in (1, -1):
            corner = add(at, turn(axes, (sx * rx * 0.80, -ry * 0.25, sz * rz * 0.84)))
            dots += blob(view, corner, axes, (rx * 0.20, ry * 0.62, rz * 0.16)).dots
    shape = hull(dots)
    by = ry * view.scale * 0.6
    lit = [(x + LIGHT[0] * by, y + LIGHT[1] * by) for x, y in shape]
    path: Path = [shape]
    return [Fill(path, Ink(f"{group}.shade")), Clipped(path, (Fill([lit], Ink(f"{group}.lit")),))]


def cylinder_ends(view: View, at: Vec, radius: float, length: float) -> list[list[Dot]]:
    """The two ends of a cylinder that lies across."""
    return [disc(view, add(at, (0.0, 0.0, s * length / 2)), radius, axis="z") for s in (-1, 1)]


def cylinder(view: View, at: Vec, radius: float, length: float, bright: Ink, shade: Ink) -> list[Op]:
    """A cylinder that lies across (along z), in two tones, with its near end."""
    ends = cylinder_ends(view, at, radius, length)
    shape = hull([d for end in ends for d in end])
    by = radius * view.scale * 0.5
    lit = [(x + LIGHT[0] * by, y + LIGHT[1] * by) for x, y in shape]
    near = ends[1] if view.to[2] > 0 else ends[0]
    path: Path = [shape]
    return [
        Fill(path, shade),
        Clipped(path, (Fill([lit], bright),)),
        Fill([near], shade),
    ]
