"""Contact shadows: every ring dropped on what is below it, tighter and darker the closer it is."""

from itertools import groupby

from bedtime.figure.body import Body
from bedtime.figure.camera import View
from bedtime.figure.display import Fill, Ink, Op, Soft
from bedtime.figure.flesh import Detail, Placed, rings_in_world, underside
from bedtime.figure.outline import COARSE, Blob, Lens, blob, envelope
from bedtime.figure.props import Scenery, Wall
from bedtime.figure.skeleton import BOTH_SIDES, Skeleton
from bedtime.figure.vectors import UNTURNED

HEIGHT = 0.17  # metres: from here on nothing casts a contact shadow
LAYERS = ((0.055, 40), (0.016, 70))  # how far it spreads, how dark
WALL_LAYERS = ((0.035, 30), (0.016, 40), (0.002, 60))
WALL_REACH = 0.12


def floor_shadow(skeleton: Skeleton, body: Body, view: View, floor: float) -> list[Op]:
    """The shadow of a person on the floor, or on whatever they lie on."""
    lens = Lens(view, (0.0, floor, 0.0), UNTURNED)
    near = [
        (ring, min(1 - (underside(ring) - floor) / HEIGHT, 1.0))
        for ring in rings_in_world(skeleton, body, Detail.NO_DIGITS)
    ]
    runs = [list(run) for casts, run in groupby(near, lambda pair: pair[1] > 0 and pair[0].part) if casts]
    return [
        Soft(
            tuple(
                Fill(envelope(*([_cast(lens, *pair, grow) for pair in run] for run in runs)), Ink("shadow", dark / 255))
                for grow, dark in LAYERS
            ),
            0.02 * view.scale,
        )
    ]


def _cast(lens: Lens, ring: Placed, near: float, grow: float) -> Blob:
    """The shadow of one ring on the floor."""
    k, m, r = 0.35 + 0.65 * near, ring.axes, ring.radii
    rx = ((m[0] * r[0]) ** 2 + (m[1] * r[1]) ** 2 + (m[2] * r[2]) ** 2) ** 0.5
    rz = ((m[6] * r[0]) ** 2 + (m[7] * r[1]) ** 2 + (m[8] * r[2]) ** 2) ** 0.5
    radii = ((rx * 0.92 + grow) * k, 0.0, (rz * 0.92 + grow) * k)
    return lens.blob((ring.at[0] - 0.012, 0.0, ring.at[2]), radii, COARSE)


def wall_shadow(skeleton: Skeleton, body: Body, view: View, props: tuple[Scenery, ...]) -> list[Op]:
    """The shadow of hands and feet that touch a wall."""
    fills = []
    touching = {f"{side}_{limb}" for side in BOTH_SIDES for limb in ("hand", "foot")}
    for wall in props:
        if not isinstance(wall, Wall):
            continue
        near = [r for r in rings_in_world(skeleton, body) if r.part in touching and 0 < wall.x - r.at[0] < WALL_REACH]
        for grow, alpha in WALL_LAYERS if near else ():
            blobs = [
                blob(
                    view,
                    (wall.x, r.at[1] - 0.012, r.at[2] - 0.006),
                    UNTURNED,
                    (0.0, r.radii[0] + grow, r.radii[0] + grow),
                    COARSE,
                )
                for r in near
            ]
            fills.append(Fill([b.dots for b in blobs], Ink("shadow", alpha / 255)))
    return [Soft(tuple(fills), 0.01 * view.scale)] if fills else []
