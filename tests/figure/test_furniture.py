"""Nobody passes through a chair, a stool, a step, a bed or a wall, wherever they are on their way."""

from bedtime.figure.card import Settled
from bedtime.figure.flesh import Placed, rings_in_world
from bedtime.figure.furniture import LEG
from bedtime.figure.moment import Moment
from bedtime.figure.props import Bed, Chair, Scenery, Step, Stool, Wall
from bedtime.figure.vectors import Vec

GIVES = 0.022  # metres that flesh and cushions give way
EVERY = 3  # moments
SEAT, TOP = 0.035, 0.05  # how thick the seats of a chair and of a stool are
BEHIND = 1.0  # how much of a wall is behind its face

Block = tuple[Vec, Vec]


def blocks(prop: Scenery) -> list[Block]:
    """The solid pieces of a thing, as boxes."""
    match prop:
        case Chair():
            x0, x1, z0, z1 = around(prop.x, prop.depth / 2, prop.z, prop.width / 2)
            seat = ((x0, prop.seat - SEAT, z0), (x1, prop.seat, z1))
            back = x0 if prop.back_towards < 0 else x1 - LEG
            return [seat, ((back, prop.seat, z0), (back + LEG, prop.back, z1)), *legs(x0, x1, z0, z1, prop.seat)]
        case Stool():
            x0, x1, z0, z1 = around(prop.x, prop.width / 2, prop.z, prop.width / 2)
            top = ((x0, prop.height - TOP, z0), (x1, prop.height, z1))
            return [top, *legs(x0, x1, z0, z1, prop.height)]
        case Step():
            return [((prop.x0, 0.0, prop.z0), (prop.x1, prop.height, prop.z1))]
        case Bed():
            return [((prop.x0, prop.top - prop.height, prop.z0), (prop.x1, prop.top, prop.z1))]
        case Wall():
            return [((prop.x, prop.floor, prop.z0), (prop.x + BEHIND, prop.top, prop.z1))]
        case _:
            return []


def around(x: float, half_x: float, z: float, half_z: float) -> tuple[float, float, float, float]:
    return x - half_x, x + half_x, z - half_z, z + half_z


def legs(x0: float, x1: float, z0: float, z1: float, height: float) -> list[Block]:
    feet = [(x, z) for x in (x0, x1 - LEG) for z in (z0, z1 - LEG)]
    return [((x, 0.0, z), (x + LEG, height, z + LEG)) for x, z in feet]


def reach(ring: Placed, axis: int) -> float:
    """How far a ring reaches along an axis of the world, from its middle."""
    turned, radii = ring.axes[3 * axis : 3 * axis + 3], ring.radii
    return float(sum((t * r) ** 2 for t, r in zip(turned, radii, strict=True)) ** 0.5)


def depth(ring: Placed, block: Block) -> float:
    """How far a ring would have to move to be out of a block; less than 0 where it is."""
    low, high = block
    rim = [(ring.at[axis], reach(ring, axis)) for axis in range(3)]
    return min(min(at + r - a, b - at + r) for (at, r), a, b in zip(rim, low, high, strict=True))


def test_nobody_passes_through_the_furniture(posed: Settled, moments: tuple[Moment, ...]) -> None:
    solid = [block for prop in posed.figure.props for block in blocks(prop)]
    for moment in moments[::EVERY] if solid else ():
        for ring in rings_in_world(posed.skeleton(moment), posed.body):
            deepest = max(depth(ring, block) for block in solid)
            assert deepest <= GIVES, f"{ring.part} at {moment}: {deepest * 100:.1f} cm"
