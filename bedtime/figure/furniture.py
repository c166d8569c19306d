"""How the things round a person look: walls, mats, chairs, beds, pillows, straps. Flat shades, few lines."""

from math import cos, radians, sin

from bedtime.figure.camera import View
from bedtime.figure.display import Dot, Fill, Ink, Linear, Op, Path, Radial, Stop, Stroke
from bedtime.figure.props import (
    Arrow,
    Ball,
    Bed,
    Chair,
    Mat,
    Pillow,
    Roller,
    Rug,
    Scenery,
    Step,
    Stool,
    Strap,
    Wall,
)
from bedtime.figure.skeleton import Skeleton
from bedtime.figure.solids import box, closed, cushion, cylinder, disc, face, polygon, wound
from bedtime.figure.vectors import Vec, about_z, add, cross, matrix, mul, unit

WOODEN = ("light", "middle", "dark")
PLANK = ("middle", "dark", "dark")
LEG = 0.035
CLEAR = 0.13  # metres from the toes to the arrow before them


def standing_ops(prop: Scenery, view: View) -> list[Op]:
    """A thing behind or under the person. What moves with the person gives nothing here."""
    match prop:
        case Mat() | Rug() | Wall():
            return room_ops(prop, view)
        case Chair() | Stool() | Step() | Bed():
            return wooden_ops(prop, view)
        case Roller():
            return roller(prop, view)
        case Ball():
            return cushion(view, prop.at, (prop.radius,) * 3, group="band")
        case Pillow() | Strap() | Arrow():
            return []


def room_ops(prop: Mat | Rug | Wall, view: View) -> list[Op]:
    """What is part of the room."""
    match prop:
        case Wall():
            return wall(prop, view)
        case Mat():
            return mat(prop, view)
        case Rug():
            return rug(prop, view)


def wooden_ops(prop: Chair | Stool | Step | Bed, view: View) -> list[Op]:
    """What one sits, steps or lies on."""
    match prop:
        case Chair():
            return chair(prop, view)
        case Stool():
            return stool(prop, view)
        case Step():
            return box(view, (prop.x0, 0.0, prop.z0), (prop.x1, prop.height, prop.z1), "wood", WOODEN)
        case Bed():
            return bed(prop, view)


def wall(prop: Wall, view: View) -> list[Op]:
    """A wall across the view: its lit face, and the cut through it that fades away from the room."""
    x, y, z0, z1, top = prop.x, prop.floor, prop.z0, prop.z1, prop.top
    front = polygon(view, [(x, y, z0), (x, y, z1), (x, top, z1), (x, top, z0)])
    foot, head = view.dot((x, y, 0.0)), view.dot((x, top, 0.0))
    stops = (
        Stop(0.0, Ink("wall.foot")), Stop(0.65, Ink("wall.middle")), Stop(1.0, Ink("wall.middle", 0.0)),
    )  # fmt: skip
    edge = [(x, y, z1), (x + 0.55, y, z1), (x + 0.55, top, z1), (x, top, z1)]
    near, away = view.dot(edge[0]), view.dot(edge[1])
    skirting = [(x, y, z0), (x, y, z1), (x, y + 0.075, z1), (x, y + 0.075, z0)]
    return [
        Linear([front], foot, head, stops),
        Linear([polygon(view, edge)], near, away, (Stop(0.0, Ink("cut")), Stop(1.0, Ink("cut", 0.0)))),
        *face(view, skirting, Ink("wall.skirting"), 0.002),
    ]


def mat(prop: Mat, view: View) -> list[Op]:
    """A mat with a line along its edge."""
    x0, x1, y, z0, z1, i = prop.x0, prop.x1, prop.y, prop.z0, prop.z1, 0.035
    line = polygon(view, [(x0 + i, y, z0 + i), (x1 - i, y, z0 + i), (x1 - i, y, z1 - i), (x0 + i, y, z1 - i)])
    slab = box(view, (x0, y - 0.012, z0), (x1, y, z1), "mat", ("face", "edge", "edge"))
    return [*slab, Stroke([closed(line)], Ink("mat.line"), 0.006 * view.scale)]


def rug(prop: Rug, view: View) -> list[Op]:
    """A round rug."""
    lower, upper = (prop.x, prop.y - 0.016, prop.z), (prop.x, prop.y, prop.z)
    return [
        Fill([disc(view, lower, prop.radius)], Ink("mat.edge")),
        Fill([disc(view, upper, prop.radius)], Ink("mat.face")),
        Stroke([closed(disc(view, upper, prop.radius - 0.05))], Ink("mat.line"), 0.007 * view.scale),
    ]


def chair(prop: Chair, view: View) -> list[Op]:
    """A plain wooden chair."""
    x0, x1 = prop.x - prop.depth / 2, prop.x + prop.depth / 2
    z0, z1 = prop.z - prop.width / 2, prop.z + prop.width / 2
    back_x = x0 if prop.back_towards < 0 else x1 - LEG
    legs = [(x, z) for x in (x0, x1 - LEG) for z in (z0, z1 - LEG)]
    legs.sort(key=lambda leg: view.nearness((leg[0], 0.0, leg[1])))
    ops: list[Op] = []
    for x, z in legs:
        ops += box(view, (x, 0.0, z), (x + LEG, prop.seat, z + LEG), "wood", PLANK)
    behind = (prop.back_towards < 0) == (view.to[0] > 0)
    back = _backrest(prop, view, back_x, z0, z1)
    seat = box(view, (x0, prop.seat - 0.035, z0), (x1, prop.seat, z1), "wood", WOODEN)
    return ops + (back + seat if behind else seat + back)


def _backrest(prop: Chair, view: View, x: float, z0: float, z1: float) -> list[Op]:
    ops: list[Op] = []
    for z in sorted((z0, z1 - LEG), key=lambda z: view.nearness((x, 0.0, z))):
        ops += box(view, (x, prop.seat, z), (x + LEG, prop.back, z + LEG), "wood", WOODEN)
    for low, high in ((0.14, 0.0), (0.27, 0.20)):
        ops += box(
            view, (x, prop.back - low, z0), (x + LEG, prop.back - high, z1), "wood", ("light", "middle", "middle")
        )
    return ops


def stool(prop: Stool, view: View) -> list[Op]:
    """A low stool with four legs."""
    half = prop.width / 2
    x0, x1, z0, z1 = prop.x - half, prop.x + half, prop.z - half, prop.z + half
    ops: list[Op] = []
    for x, z in sorted(
        ((x, z) for x in (x0, x1 - LEG) for z in (z0, z1 - LEG)), key=lambda p: view.nearness((p[0], 0, p[1]))
    ):
        ops += box(view, (x, 0.0, z), (x + LEG, prop.height, z + LEG), "wood", PLANK)
    return ops + box(view, (x0, prop.height - 0.05, z0), (x1, prop.height, z1), "wood", WOODEN)


def bed(prop: Bed, view: View) -> list[Op]:
    """A bed: a frame and a mattress."""
    top, i = prop.top, 0.01
    frame = box(
        view, (prop.x0, top - prop.height, prop.z0), (prop.x1, top - 0.1, prop.z1), "bed", ("top", "front", "side")
    )
    mattress = box(
        view, (prop.x0 + i, top - 0.16, prop.z0 + i), (prop.x1 - i, top, prop.z1 - i), "sheet", ("top", "front", "side")
    )
    return frame + mattress


def roller(prop: Roller, view: View) -> list[Op]:
    """A roller, or a rail."""
    lit, shade = ("cloth.lit", "cloth.shade") if prop.made_of == "foam" else ("wood.light", "wood.middle")
    return cylinder(view, prop.at, prop.radius, prop.length, Ink(lit), Ink(shade))


def pillow_ops(prop: Pillow, skeleton: Skeleton, view: View) -> list[Op]:
    """A pillow, and the dent of a head that lies on it."""
    ops = cushion(view, prop.at, prop.size, matrix(about_z(prop.tilt)))
    head = skeleton.point("head", (-0.01, 0.09, 0.0))
    if abs(head[0] - prop.at[0]) > prop.size[0] + 0.05 or head[1] > prop.at[1] + prop.size[1] + 0.2:
        return ops
    x, y = view.dot((head[0], prop.at[1] + prop.size[1] * 0.8, head[2]))
    radius = 0.13 * view.scale
    stops = (Stop(0.0, Ink("shadow", 0.59)), Stop(0.55, Ink("shadow", 0.31)), Stop(1.0, Ink("shadow", 0.0)))
    return [*ops, Radial((x, y), (radius * 1.15, radius * 0.42), stops)]


def strap_ops(prop: Strap, view: View, runs: list[list[Vec]]) -> list[Op]:
    """A towel or a band along runs of points, in two tones."""
    width = (0.035 if prop.made_of == "towel" else 0.022) * view.scale
    lines: Path = [[view.dot(p) for p in run] for run in runs]
    return [Stroke(lines, Ink(f"{prop.made_of}.shade"), width), Stroke(lines, Ink(f"{prop.made_of}.lit"), width * 0.62)]


def strap_runs(prop: Strap, skeleton: Skeleton, view: View) -> tuple[list[list[Vec]], list[list[Vec]]]:
    """The parts of a strap behind the foot and before it."""
    joint = f"{prop.foot}_ankle"
    x, y, z = prop.at
    sides = [skeleton.point(joint, (x, y + 0.003, z + s * 0.046)) for s in (1, -1)]
    sides.sort(key=view.nearness)
    far, near = sides
    middle = skeleton.point(joint, (x - 0.005, y - 0.009, z))
    grips = {hand: skeleton.point(f"{hand}_wrist", (0.0, -0.085, 0.0)) for hand in ("right", "left")}
    if prop.hands == "both":
        far_grip, near_grip = sorted(grips.values(), key=view.nearness)
    else:
        far_grip = near_grip = grips[prop.hands]
    return [[far_grip, far]], [[far, middle, near], [near, near_grip]]


def arrow_ops(prop: Arrow, skeleton: Skeleton, view: View, turned: float = 1.0) -> list[Op]:
    """A turning arrow before the toes, clear of them. `turned` is +1 for outward (up, out, down) and -1 for inward."""
    joint = f"{prop.foot}_toes"
    along = skeleton.direction(f"{prop.foot}_ankle", (1.0, -0.2, 0.0))
    axis = unit(add(along, mul(view.to, 0.75)))
    flat = unit(cross(axis, (0.0, 1.0, 0.0)))
    other = cross(flat, axis)
    centre = add(skeleton.point(joint, (0.05, 0.0, 0.0)), mul(along, CLEAR))

    def at(degrees: float) -> Dot:
        a = radians(degrees * turned)
        return view.dot(add(centre, add(mul(flat, prop.radius * cos(a)), mul(other, prop.radius * sin(a)))))

    line = [at(-50 + i * 7.5) for i in range(39)]
    tip, base = at(252), at(222)
    way = (tip[0] - base[0], tip[1] - base[1])
    out = (-way[1] * 0.55, way[0] * 0.55)
    head = wound([tip, (base[0] + out[0], base[1] + out[1]), (base[0] - out[0], base[1] - out[1])])
    return [Stroke([line], Ink("arrow", 0.86), 0.011 * view.scale), Fill([head], Ink("arrow", 0.92))]
