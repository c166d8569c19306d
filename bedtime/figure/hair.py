"""The hair: a cap that is the part of an ellipsoid behind the hairline, with strands swept back."""

from functools import lru_cache
from math import cos, pi, radians, sin

from bedtime.figure import flesh
from bedtime.figure.body import Hair
from bedtime.figure.camera import View
from bedtime.figure.display import Clipped, Dot, Fill, Ink, Op, Path, Stroke
from bedtime.figure.face import curve
from bedtime.figure.outline import Lens, envelope
from bedtime.figure.skeleton import Skeleton
from bedtime.figure.vectors import Vec, add, cross, mul, unit

ROUND, DOWN = 26, 6  # meridians and rows of the cap
STRAND = 0.0038
THIN = 0.035  # by how much short hair lies closer to the head at the hairline


@lru_cache(maxsize=4)
def cap(hair: Hair) -> tuple[tuple[tuple[Vec, Vec], ...], ...]:
    """Meridians of the cap from the crown to the hairline, as points with their normals, in the axes of the head."""
    centre, radii = flesh.HAIR.at, flesh.HAIR.radii
    axis, e1 = unit((-0.55, 0.835, 0.0)), unit((0.835, 0.55, 0.0))
    e2 = cross(axis, e1)
    out = []
    for i in range(ROUND + 1):
        angle = 2 * pi * i / ROUND - pi
        c = cos(angle)
        # The forehead is at 89 degrees from the crown, the ears at 98, the nape at 111.
        nape, temple, brow = (16, 3, 6) if hair is Hair.BUN else (27, 1, 15)
        edge = radians(95 + nape * max(0.0, -c) - brow * max(0.0, c) ** 4 + temple * sin(angle) ** 2)
        row = []
        for k in range(DOWN + 1):
            phi = edge * k / DOWN
            d = add(mul(axis, cos(phi)), mul(add(mul(e1, c), mul(e2, sin(angle))), sin(phi)))
            close = 1.0 if hair is Hair.BUN else 1.0 - THIN * max(0.0, (k - DOWN + 2) / 2)
            at = add(centre, (radii[0] * close * d[0], radii[1] * close * d[1], radii[2] * close * d[2]))
            row.append((at, unit((d[0] / radii[0], d[1] / radii[1], d[2] / radii[2]))))
        out.append(tuple(row))
    return tuple(out)


Seen = tuple[Dot, float]  # a point on the card, and how far it faces the viewer


def hair_ops(skeleton: Skeleton, view: View, hair: Hair, far: float) -> list[Op]:
    """The cap, its light and its strands."""
    lens = Lens(view, skeleton.at["head"], skeleton.axes["head"])
    grid: list[list[Seen]] = [[(lens.dot(at), lens.facing(normal)) for at, normal in row] for row in cap(hair)]
    path = _patches(grid)
    if not path:
        return []
    at, radii = flesh.HAIR.at, flesh.HAIR.radii
    light = lens.blob(at, radii).towards_light(0.80)
    inside: list[Op] = [Fill(envelope([light]), Ink("hair.lit", 1.0, far))]
    inside += _strands(grid, view.scale, far)
    return [Fill(path, Ink("hair.shade", 1.0, far)), Clipped(path, tuple(inside))]


def _patches(grid: list[list[Seen]]) -> Path:
    path: Path = []
    for i in range(ROUND):
        for k in range(DOWN):
            corners = (grid[i][k], grid[i + 1][k], grid[i + 1][k + 1], grid[i][k + 1])
            if max(facing for _, facing in corners) <= 0:
                continue
            dots = [d for d, _ in corners]
            area = sum(dots[j][0] * dots[(j + 1) % 4][1] - dots[(j + 1) % 4][0] * dots[j][1] for j in range(4))
            path.append(dots if area > 0 else dots[::-1])
    return path


def _strands(grid: list[list[Seen]], scale: float, far: float) -> list[Op]:
    lines: Path = []
    for i in range(1, ROUND, 2):
        points = [grid[i][k] for k in (DOWN, 4, 2)]
        if min(facing for _, facing in points) > 0.05:
            a, b, c = (d for d, _ in points)
            through = ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
            lines.append(curve(a, through, c))
    return [Stroke(lines, Ink("strand", 0.47, far), STRAND * scale)] if lines else []
