"""Outlines: ellipsoids seen from somewhere, and the hulls of neighbouring ones for a fixed set of screen normals.

The hull of two shapes with the same normals is, for every normal, the point of the one that reaches further. A chain's
outline goes along these hulls on one side and back on the other, one polygon with winding fill: no boolean operations,
and nothing breaks on folded or foreshortened limbs.
"""

from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt
from operator import ge

from bedtime.figure.camera import DISTANCE, FOCUS, View
from bedtime.figure.display import Box, Dot, Path
from bedtime.figure.vectors import Mat, Vec, dot, sub

LIGHT: Dot = (0.42, -0.907)  # the direction to the light, on the screen


class Normals:
    """Outward directions on the screen, with the products that a support function needs; an even number of them.

    An ellipse is symmetric, so the second half of them follows from the first: `half` holds that alone.
    """

    __slots__ = ("count", "half", "lights", "twice")

    def __init__(self, count: int) -> None:
        angles = [2 * pi * i / count for i in range(count)]
        self.count = count
        rows = tuple((cos(a), sin(a)) for a in angles)
        self.twice = rows + rows  # so that a piece of the circle is a slice
        self.half = tuple((u, v, u * u, 2 * u * v, v * v) for u, v in rows[: count // 2])
        self.lights = tuple(u * LIGHT[0] + v * LIGHT[1] for u, v in rows)


# Limbs and trunk when they are small on the card and when they are large; fingers and toes; shadows.
BIG, FINE, SMALL, COARSE = Normals(26), Normals(36), Normals(14), Normals(10)
Conic = tuple[float, float, float]


class Blob:
    """A projected ellipsoid: for each normal how far out its outermost point is; where that is, `rim` tells.

    `lit` is how far it reaches towards the light from its middle, `margin` by how much it has been grown.
    """

    __slots__ = ("centre", "conic", "heights", "lit", "margin", "near", "normals", "reach")

    def __init__(
        self,
        centre: Dot,
        near: float,
        lit: float,
        normals: Normals,
        reach: list[float],
        conic: Conic,
        heights: list[float],
        margin: float = 0.0,
    ) -> None:
        self.centre, self.near, self.lit, self.normals, self.reach = centre, near, lit, normals, reach
        self.conic, self.heights, self.margin = conic, heights, margin

    def rim(self, first: int, number: int) -> list[Dot]:
        """So many outermost points, from the normal of that index on; where that runs backwards, its two ends."""
        (cx, cy), (a, b, d), margin = self.centre, self.conic, self.margin
        if number < 1:
            ends = (first, (first + number - 1) % self.normals.count) if number < 0 else (first,)
            rows = tuple(self.normals.twice[i] for i in ends)
            heights = [self.heights[i % len(self.heights)] for i in ends]
        else:
            rows, heights = self.normals.twice[first : first + number], (self.heights * 4)[first : first + number]
        if margin:
            return [
                (cx + (a * u + b * v) / h + u * margin, cy + (b * u + d * v) / h + v * margin)
                for (u, v), h in zip(rows, heights, strict=True)
            ]
        return [(cx + (a * u + b * v) / h, cy + (b * u + d * v) / h) for (u, v), h in zip(rows, heights, strict=True)]

    @property
    def dots(self) -> list[Dot]:
        """All the outermost points."""
        return self.rim(0, self.normals.count)

    @property
    def box(self) -> Box:
        """The box round it."""
        (x, y), (a, _, d), margin = self.centre, self.conic, self.margin
        w, h = sqrt(a) + margin, sqrt(d) + margin
        return Box(x - w, y - h, x + w, y + h)

    def grown(self, by: float) -> "Blob":
        """The blob, larger by so many pixels all round."""
        reach = [r + by for r in self.reach]
        return Blob(self.centre, self.near, self.lit, self.normals, reach, self.conic, self.heights, self.margin + by)

    def scaled(self, k: float) -> "Blob":
        """The blob, `k` times as large round its middle."""
        (cx, cy), (a, b, d), kk = self.centre, self.conic, k * k
        heights = [h * k for h in self.heights]
        middles = [cx * u + cy * v for u, v, _, _, _ in self.normals.half]
        reach = [m + h for m, h in zip(middles, heights, strict=True)]
        reach += [h - m for m, h in zip(middles, heights, strict=True)]
        return Blob(self.centre, self.near, self.lit * k, self.normals, reach, (a * kk, b * kk, d * kk), heights)

    def towards_light(self, share: float) -> "Blob":
        """The blob moved so far that, clipped to where it was, it covers about that share of its width in the light."""
        by = 2 * (1 - share) * self.lit
        centre = (self.centre[0] + LIGHT[0] * by, self.centre[1] + LIGHT[1] * by)
        reach = [r + by * light for r, light in zip(self.reach, self.normals.lights, strict=True)]
        return Blob(centre, self.near, self.lit, self.normals, reach, self.conic, self.heights, self.margin)


Chain = list[Blob]


class Lens:
    """One set of axes as the viewer sees them, for all the ellipsoids that they carry."""

    __slots__ = ("at", "axes", "centre", "scale")

    def __init__(self, view: View, at: Vec, axes: Mat) -> None:
        p = sub(at, FOCUS)
        right, up, to = view.right, view.up, view.to
        self.at = (dot(p, right), dot(p, up), dot(p, to))
        m0, m1, m2, m3, m4, m5, m6, m7, m8 = axes
        (r0, r1, r2), (u0, u1, u2), (t0, t1, t2) = right, up, to
        self.axes: Mat = (
            r0 * m0 + r1 * m3 + r2 * m6, r0 * m1 + r1 * m4 + r2 * m7, r0 * m2 + r1 * m5 + r2 * m8,
            u0 * m0 + u1 * m3 + u2 * m6, u0 * m1 + u1 * m4 + u2 * m7, u0 * m2 + u1 * m5 + u2 * m8,
            t0 * m0 + t1 * m3 + t2 * m6, t0 * m1 + t1 * m4 + t2 * m7, t0 * m2 + t1 * m5 + t2 * m8,
        )  # fmt: skip
        self.centre, self.scale = view.centre, view.scale

    def dot(self, at: Vec) -> Dot:
        """The card point of a point in these axes."""
        x, y, z = at
        r0, r1, r2, u0, u1, u2, t0, t1, t2 = self.axes
        ox, oy, on = self.at
        k = DISTANCE / (DISTANCE - (on + t0 * x + t1 * y + t2 * z)) * self.scale
        cx, cy = self.centre
        return (cx + (ox + r0 * x + r1 * y + r2 * z) * k, cy - (oy + u0 * x + u1 * y + u2 * z) * k)

    def facing(self, way: Vec) -> float:
        """How far a direction in these axes, of length one, points to the viewer."""
        return self.axes[6] * way[0] + self.axes[7] * way[1] + self.axes[8] * way[2]

    def blob(self, at: Vec, radii: Vec, normals: Normals = BIG) -> Blob:
        """An ellipsoid round a point in these axes."""
        x, y, z = at
        r0, r1, r2, u0, u1, u2, t0, t1, t2 = self.axes
        ox, oy, on = self.at
        near = on + t0 * x + t1 * y + t2 * z
        k = DISTANCE / (DISTANCE - near) * self.scale
        cx = self.centre[0] + (ox + r0 * x + r1 * y + r2 * z) * k
        cy = self.centre[1] - (oy + u0 * x + u1 * y + u2 * z) * k
        kx, ky, kz = radii[0] * k, radii[1] * k, radii[2] * k
        p0, p1, p2, q0, q1, q2 = r0 * kx, r1 * ky, r2 * kz, -u0 * kx, -u1 * ky, -u2 * kz
        a = p0 * p0 + p1 * p1 + p2 * p2 + 1e-9
        b = p0 * q0 + p1 * q1 + p2 * q2
        d = q0 * q0 + q1 * q1 + q2 * q2 + 1e-9
        half = normals.half
        heights = [sqrt(a * uu + b * uv + d * vv) for _, _, uu, uv, vv in half]
        middles = [cx * u + cy * v for u, v, _, _, _ in half]
        reach = [m + h for m, h in zip(middles, heights, strict=True)]
        reach += [h - m for m, h in zip(middles, heights, strict=True)]
        u, v = LIGHT
        lit = sqrt(a * u * u + 2 * b * u * v + d * v * v)
        return Blob((cx, cy), near, lit, normals, reach, (a, b, d), heights)


def blob(view: View, at: Vec, axes: Mat, radii: Vec, normals: Normals = BIG) -> Blob:
    """An ellipsoid as the viewer sees it."""
    return Lens(view, at, axes).blob((0.0, 0.0, 0.0), radii, normals)


def envelope(*chains: Chain) -> Path:
    """The hulls of all neighbours in each chain."""
    path: Path = []
    for chain in chains:
        if len(chain) == 1:
            path.append(chain[0].dots)
            continue
        run: Chain = chain[:1]
        changes: list[tuple[int, int]] = []
        for p, q in pairwise(chain):
            change = _handed_over(p, q)
            if change is None:
                path.append(_hull(p, q))
                if changes:
                    path.append(_along(run, changes))
                run, changes = [q], []
            else:
                run.append(q)
                changes.append(change)
        if changes:
            path.append(_along(run, changes))
    return path


def _hull(p: Blob, q: Blob) -> list[Dot]:
    """The hull of two blobs, whatever they are like."""
    return [a if s >= t else b for a, b, s, t in zip(p.dots, q.dots, p.reach, q.reach, strict=True)]


def _handed_over(p: Blob, q: Blob) -> tuple[int, int] | None:
    """The normals at which the hull of two blobs goes over from `p` to `q` and back; None if it does not just once."""
    wins = list(map(ge, p.reach, q.reach))
    count = len(wins)
    first = wins[0]
    if (not first) not in wins:
        return None
    a = wins.index(not first)
    b = wins.index(first, a) if first in wins[a:] else count
    if (not first) in wins[b:]:
        return None
    return (a, b % count) if first else (b % count, a)


def _along(run: Chain, changes: list[tuple[int, int]]) -> list[Dot]:
    """The outline of blobs of which each is handed over to the next: out on one side, back on the other.

    Where the outline bends inwards, the rim of a blob would be run through backwards; its ends are enough.
    """
    count = run[0].normals.count
    go, come = changes[0]
    out = run[0].rim(come, (go - come) % count)
    back: list[list[Dot]] = []
    for i, following in enumerate(changes[1:], 1):
        ring, (go, come), (next_go, next_come) = run[i], changes[i - 1], following
        gone = (next_go - go + count // 2) % count - count // 2
        left = (come - go) % count + (next_go - next_come) % count - count - gone
        out += ring.rim(go, gone)
        back.append(ring.rim(next_come, left))
    go, come = changes[-1]
    out += run[-1].rim(go, (come - go) % count)
    for piece in reversed(back):
        out += piece
    return out


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
        bent = any(
            abs(y - x - (z - x) * t) > tolerance
            for x, y, z in zip(a.reach[::2], m.reach[::2], b.reach[::2], strict=True)
        )
        if bent or i - out[-1] > 3:
            out.append(i)
    return [*out, len(chain) - 1]


def box_of(chains: list[Chain]) -> Box:
    """The box round chains of blobs."""
    boxes = [blob.box for chain in chains for blob in chain]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes touch."""
    return a.left < b.right and a.right > b.left and a.top < b.bottom and a.bottom > b.top
