"""Contact shadows: every ring dropped on what is below it, tighter and darker the closer it is."""

from itertools import groupby

from bedtime.figure.body import Body
from bedtime.figure.camera import View
from bedtime.figure.display import Clipped, Dot, Fill, Ink, Op, Soft
from bedtime.figure.flesh import Detail, Placed, rings_in_world, underside
from bedtime.figure.outline import COARSE, Blob, Lens, blob, envelope
from bedtime.figure.props import Bed, Chair, Roller, Scenery, Step, Stool, Wall
from bedtime.figure.skeleton import BOTH_SIDES, Skeleton
from bedtime.figure.solids import cylinder_ends, hull, polygon, wound
from bedtime.figure.vectors import UNTURNED, Vec

HEIGHT = 0.17  # metres: from here on nothing casts a contact shadow
LAYERS = ((0.055, 40), (0.016, 70))  # how far it spreads, how dark
BELOW = 0.06  # metres: what is so far below a seat is beside it
BEYOND = 20_000.0  # pixels: no card is as large
WALL_LAYERS = ((0.030, 26), (0.012, 38), (0.002, 50))
WALL_REACH = 0.044


def shadows(skeleton: Skeleton, body: Body, view: View, props: tuple[Scenery, ...]) -> list[Op]:
    """The shadow of a person on the floor and on what stands on it; none on the sides of that."""
    rings = rings_in_world(skeleton, body, Detail.NO_DIGITS)
    ops = _shadow(rings, view, 0.0)
    for prop in props:
        solid = _outline(prop, view)
        if solid and ops:
            ops = [Clipped([_everything(), solid[::-1]], tuple(ops))]
    for prop in props:
        top = _top(prop)
        if top:
            height = top[0][1]
            cast = _shadow([ring for ring in rings if underside(ring) > height - BELOW], view, height)
            ops += [Clipped([polygon(view, top)], tuple(cast))] if cast else []
    return ops


def _shadow(rings: list[Placed], view: View, floor: float) -> list[Op]:
    lens = Lens(view, (0.0, floor, 0.0), UNTURNED)
    near = [(ring, min(1 - (underside(ring) - floor) / HEIGHT, 1.0)) for ring in rings]
    runs = [list(run) for casts, run in groupby(near, lambda pair: pair[1] > 0 and pair[0].part) if casts]
    if not runs:
        return []
    return [
        Soft(
            tuple(
                Fill(envelope(*([_cast(lens, *pair, grow) for pair in run] for run in runs)), Ink("shadow", dark / 255))
                for grow, dark in LAYERS
            ),
            0.02 * view.scale,
        )
    ]


def _everything() -> list[Dot]:
    return wound([(-BEYOND, -BEYOND), (BEYOND, -BEYOND), (BEYOND, BEYOND), (-BEYOND, BEYOND)])


def _outline(prop: Scenery, view: View) -> list[Dot]:
    """The outline of a solid thing that stands on the floor; nothing for what is only legs, or lies flat."""
    match prop:
        case Roller():
            ends = cylinder_ends(view, prop.at, prop.radius, prop.length)
            return wound(hull([dot for end in ends for dot in end]))
        case Step() | Bed():
            top = _top(prop)
            return wound(hull([view.dot((x, y, z)) for x, height, z in top for y in (0.0, height)])) if top else []
        case _:
            return []


def _top(prop: Scenery) -> list[Vec]:
    """The corners of what one sits or stands on, if that is higher than the floor."""
    match prop:
        case Step():
            return _level(prop.x0, prop.x1, prop.height, prop.z0, prop.z1)
        case Bed():
            return _level(prop.x0, prop.x1, prop.top, prop.z0, prop.z1) if prop.top > 0 else []
        case Stool():
            half = prop.width / 2
            return _level(prop.x - half, prop.x + half, prop.height, prop.z - half, prop.z + half)
        case Chair():
            w, d = prop.width / 2, prop.depth / 2
            return _level(prop.x - d, prop.x + d, prop.seat, prop.z - w, prop.z + w)
        case _:
            return []


def _level(x0: float, x1: float, y: float, z0: float, z1: float) -> list[Vec]:
    return [(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)]


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
