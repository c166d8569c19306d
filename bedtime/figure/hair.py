"""The hair: the part of an ellipsoid behind the hairline. Long hair is swept back, short hair lies in tufts."""

from functools import lru_cache
from itertools import pairwise
from math import atan2, cos, degrees, exp, pi, radians, sin
from typing import NamedTuple

from bedtime.figure import flesh
from bedtime.figure.body import Hair
from bedtime.figure.camera import View
from bedtime.figure.display import Clipped, Dot, Fill, Ink, Op, Path, Stroke
from bedtime.figure.face import curve
from bedtime.figure.outline import Lens, envelope
from bedtime.figure.skeleton import Skeleton
from bedtime.figure.vectors import Vec, add, cross, mul, unit

STRAND = 0.0038
THIN = 0.035  # by how much short hair lies closer to the head at the hairline
CROPPED = 0.6  # how much of it covers the skin there


class Cut(NamedTuple):
    """How hair is cut: meridians and rows of its grid, and which strands show, as the rows between which they run.

    The strands of one meridian begin after the next ones of the list on the meridian before.
    """

    round: int
    down: int
    strands: tuple[tuple[int, int], ...]


CUTS = {
    Hair.BUN: Cut(26, 6, ((6, 2), (0, 0))),
    Hair.SHORT: Cut(60, 8, ((8, 6), (0, 0), (6, 3), (7, 5), (0, 0), (4, 2))),
}
TUFTS = (0.0, 2.6, 0.8, 3.4, 1.6)  # degrees by which the hairline of short hair is uneven, from meridian to meridian


def hairline(hair: Hair, angle: float, tuft: int) -> float:
    """How many degrees from the crown the hair ends: on the meridian `angle` (in radians, 0 is over the forehead)."""
    c, s = cos(angle), sin(angle)
    if hair is Hair.BUN:  # the forehead is at 89 degrees from the crown, the ears at 98, the nape at 111
        return 95 + 16 * max(0.0, -c) - 6 * max(0.0, c) ** 4 + 3 * s * s
    aside = degrees(atan2(abs(s), c))
    receding, sideburn, behind_ear = _bump(aside, 36, 15), _bump(aside, 82, 7), _bump(aside, 128, 16)
    edge = 95 + 27 * max(0.0, -c) - 14 * max(0.0, c) ** 4 + s * s
    return edge - 7 * receding + 19 * sideburn + 7 * behind_ear + TUFTS[tuft % len(TUFTS)]


def _bump(at: float, middle: float, width: float) -> float:
    return exp(-(((at - middle) / width) ** 2))


@lru_cache(maxsize=4)
def cap(hair: Hair) -> tuple[tuple[tuple[Vec, Vec], ...], ...]:
    """Meridians of the hair from the crown to the hairline, as points with their normals, in the axes of the head."""
    centre, radii = flesh.HAIR.at, flesh.HAIR.radii
    axis, e1 = unit((-0.55, 0.835, 0.0)), unit((0.835, 0.55, 0.0))
    e2 = cross(axis, e1)
    out = []
    around, down, _ = CUTS[hair]
    for i in range(around + 1):
        angle = 2 * pi * i / around - pi
        c = cos(angle)
        edge = radians(hairline(hair, angle, abs(i - around // 2)))
        row = []
        for k in range(down + 1):
            phi = edge * k / down
            d = add(mul(axis, cos(phi)), mul(add(mul(e1, c), mul(e2, sin(angle))), sin(phi)))
            close = 1.0 if hair is Hair.BUN else 1.0 - THIN * max(0.0, (k - down + 2) / 2)
            at = add(centre, (radii[0] * close * d[0], radii[1] * close * d[1], radii[2] * close * d[2]))
            row.append((at, unit((d[0] / radii[0], d[1] / radii[1], d[2] / radii[2]))))
        out.append(tuple(row))
    return tuple(out)


Seen = tuple[Dot, float]  # a point on the card, and how far it faces the viewer


def hair_ops(skeleton: Skeleton, view: View, hair: Hair, far: float) -> list[Op]:
    """The hair, its light and its strands; short hair lets the skin shine through at its edge."""
    lens = Lens(view, skeleton.at["head"], skeleton.axes["head"])
    grid: list[list[Seen]] = [[(lens.dot(at), lens.facing(normal)) for at, normal in row] for row in cap(hair)]
    at, radii = flesh.HAIR.at, flesh.HAIR.radii
    bright = envelope([lens.blob(at, radii).towards_light(0.80)])
    light = Fill(bright, Ink("hair.lit", 1.0, far))
    whole = _patches(grid, CUTS[hair].down)
    if not whole:
        return []
    strands = _strands(grid, CUTS[hair], view.scale, far)
    if hair is Hair.BUN:
        return [Fill(whole, Ink("hair.shade", 1.0, far)), Clipped(whole, (light, *strands))]
    full = _patches(grid, CUTS[hair].down - 1)
    ops: list[Op] = [
        Fill(whole, Ink("hair.shade", CROPPED, far)),
        Clipped(whole, (Fill(bright, Ink("hair.lit", CROPPED, far)),)),
    ]
    if full:
        ops += [Fill(full, Ink("hair.shade", 1.0, far)), Clipped(full, (light,))]
    return [*ops, Clipped(whole, tuple(strands))]


def _patches(grid: list[list[Seen]], down: int) -> Path:
    path: Path = []
    for here, beside in pairwise(grid):
        for k in range(down):
            corners = (here[k], beside[k], beside[k + 1], here[k + 1])
            if max(facing for _, facing in corners) <= 0:
                continue
            dots = [d for d, _ in corners]
            area = sum(dots[j][0] * dots[(j + 1) % 4][1] - dots[(j + 1) % 4][0] * dots[j][1] for j in range(4))
            path.append(dots if area > 0 else dots[::-1])
    return path


def _strands(grid: list[list[Seen]], cut: Cut, scale: float, far: float) -> list[Op]:
    lines: Path = []
    for i in range(1, cut.round):
        low, high = cut.strands[(i - 1) % len(cut.strands)]
        points = [grid[i][k] for k in (low, (low + high + 1) // 2, high)]
        if low and min(facing for _, facing in points) > 0.05:
            a, b, c = (d for d, _ in points)
            through = ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
            lines.append(curve(a, through, c))
    return [Stroke(lines, Ink("strand", 0.47, far), STRAND * scale)] if lines else []
