"""Outlines: ellipsoids seen from somewhere, and the hulls of neighbouring ones for a fixed set of screen normals.

The hull of two shapes with the same normals is, for every normal, the point of the one that reaches further. A part is
all its hulls in one path with winding fill: no boolean operations, and nothing breaks on folded or foreshortened limbs.
"""

from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

from bedtime.figure.camera import View
from bedtime.figure.display import Box, Dot, Path
from bedtime.figure.vectors import Mat, Vec


class Normals:
    """Outward directions on the screen, with the products that a support function needs."""

    __slots__ = ("rows",)

    def __init__(self, count: int) -> None:
        angles = [2 * pi * i / count for i in range(count)]
        self.rows = tuple((u, v, u * u, 2 * u * v, v * v) for u, v in ((cos(a), sin(a)) for a in angles))


BIG, SMALL, COARSE = Normals(26), Normals(14), Normals(12)  # limbs and trunk; fingers and toes; shadows
LIGHT: Dot = (0.42, -0.907)  # the direction to the light, on the screen


@dataclass(slots=True)
class Blob:
    """A projected ellipsoid: for each normal its outermost point and how far out that is; `lit` is its lit rim."""

    centre: Dot
    near: float
    dots: list[Dot]
    reach: list[float]
    lit: Dot
    normals: Normals

    def grown(self, by: float) -> "Blob":
        """The blob, larger by so many pixels all round."""
        rows = self.normals.rows
        dots = [(x + r[0] * by, y + r[1] * by) for (x, y), r in zip(self.dots, rows, strict=True)]
        return Blob(self.centre, self.near, dots, [d + by for d in self.reach], self.lit, self.normals)

    def scaled(self, k: float) -> "Blob":
        """The blob, `k` times as large round its middle."""
        cx, cy = self.centre
        dots = [(cx + (x - cx) * k, cy + (y - cy) * k) for x, y in self.dots]
        rest = 1 - k
        reach = [d * k + (cx * r[0] + cy * r[1]) * rest for d, r in zip(self.reach, self.normals.rows, strict=True)]
        return Blob(self.centre, self.near, dots, reach, self.lit, self.normals)

    def moved(self, dx: float, dy: float) -> "Blob":
        """The blob somewhere else on the card."""
        dots = [(x + dx, y + dy) for x, y in self.dots]
        reach = [d + dx * r[0] + dy * r[1] for d, r in zip(self.reach, self.normals.rows, strict=True)]
        return Blob((self.centre[0] + dx, self.centre[1] + dy), self.near, dots, reach, self.lit, self.normals)

    def towards_light(self, share: float) -> "Blob":
        """The blob moved so far that, clipped to where it was, it covers about that share of its width in the light."""
        dx, dy = (self.lit[0] - self.centre[0], self.lit[1] - self.centre[1])
        by = 2 * (1 - share) * abs(dx * LIGHT[0] + dy * LIGHT[1])
        return self.moved(LIGHT[0] * by, LIGHT[1] * by)


Chain = list[Blob]


def blob(view: View, at: Vec, axes: Mat, radii: Vec, normals: Normals = BIG) -> Blob:
    """An ellipsoid as the viewer sees it."""
    cx, cy, near, k = view.place(at)
    r0, r1, r2 = view.right
    u0, u1, u2 = view.up
    a = b = d = 0.0
    for i in range(3):
        e0, e1, e2, size = axes[i], axes[3 + i], axes[6 + i], radii[i] * k
        p = (r0 * e0 + r1 * e1 + r2 * e2) * size
        q = -(u0 * e0 + u1 * e1 + u2 * e2) * size
        a += p * p
        b += p * q
        d += q * q
    dots: list[Dot] = []
    reach: list[float] = []
    for u, v, uu, uv, vv in normals.rows:
        h = sqrt(a * uu + b * uv + d * vv) or 1e-6
        dots.append((cx + (a * u + b * v) / h, cy + (b * u + d * v) / h))
        reach.append(cx * u + cy * v + h)
    u, v = LIGHT
    h = sqrt(a * u * u + 2 * b * u * v + d * v * v) or 1e-6
    return Blob((cx, cy), near, dots, reach, (cx + (a * u + b * v) / h, cy + (b * u + d * v) / h), normals)


def envelope(*chains: Chain) -> Path:
    """The hulls of all neighbours in each chain."""
    path: Path = []
    for chain in chains:
        if len(chain) == 1:
            path.append(chain[0].dots)
        for i in range(len(chain) - 1):
            p, q = chain[i], chain[i + 1]
            path.append([a if s >= t else b for a, b, s, t in zip(p.dots, q.dots, p.reach, q.reach, strict=True)])
    return path


def needed(chain: Chain, keep: int, tolerance: float = 0.3) -> list[int]:
    """Indices of the blobs that the outline needs: detail follows the size on the screen.

    A blob that lies on the straight blend of its neighbours, within `tolerance` pixels, adds nothing. The first `keep`
    stay in any case.
    """
    if len(chain) <= keep + 2:
        return list(range(len(chain)))
    out = list(range(keep + 1))
    for i in range(keep + 1, len(chain) - 1):
        a, m, b = chain[out[-1]], chain[i], chain[i + 1]
        before = hypot(m.centre[0] - a.centre[0], m.centre[1] - a.centre[1])
        after = hypot(b.centre[0] - m.centre[0], b.centre[1] - m.centre[1])
        t = before / (before + after or 1)
        bent = any(abs(y - x - (z - x) * t) > tolerance for x, y, z in zip(a.reach, m.reach, b.reach, strict=True))
        if bent or i - out[-1] > 3:
            out.append(i)
    return [*out, len(chain) - 1]


def box_of(chains: list[Chain]) -> Box:
    """The box round chains of blobs."""
    dots = [d for chain in chains for b in chain for d in b.dots]
    xs, ys = [x for x, _ in dots], [y for _, y in dots]
    return Box(min(xs), min(ys), max(xs), max(ys))


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes touch."""
    return a.left < b.right and a.right > b.left and a.top < b.bottom and a.bottom > b.top
