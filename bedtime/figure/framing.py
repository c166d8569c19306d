"""How large a figure is on its card, and where: the person first, and as much of what they are on as goes with that."""

from dataclasses import replace

from bedtime.figure.camera import View
from bedtime.figure.display import Box
from bedtime.figure.pose import Figure
from bedtime.figure.props import Bed, Chair, Mat, Rug, Scenery, Step, Stool
from bedtime.figure.vectors import Vec

SIDE_MARGIN, TOP_MARGIN, FOOT_MARGIN = 0.07, 0.07, 0.13  # shares of the card that a person keeps free
EDGE = 0.012  # the share that things keep free
LARGEST = 0.84  # of the card's height for one metre
SMALLER = 0.84  # how much smaller than alone a person may be, so that a whole mat is seen


def fit(view: View, person: Box, figure: Figure, width: float, height: float) -> View:
    """The view (at scale 1 round 0, 0) scaled and moved so that `person` stands in the middle of the card's foot.

    The lowest point of the person, or of the bed, is always `FOOT_MARGIN` above the card's lower edge.
    """
    must = _joined(person, view, [p for prop in figure.props if isinstance(prop, Bed) for p in corners(prop)])
    may = _joined(must, view, [p for prop in figure.props for p in corners(prop)])
    room = (width * (1 - 2 * SIDE_MARGIN), height * (1 - TOP_MARGIN - FOOT_MARGIN))
    scale = min(room[0] / (must.right - must.left), room[1] / (must.bottom - must.top))
    scale = min(scale, height * LARGEST * figure.camera.zoom)
    below = max(may.bottom - must.bottom, 1e-6)
    with_things = min(width * (1 - 2 * EDGE) / (may.right - may.left), height * (FOOT_MARGIN - EDGE) / below)
    scale = max(min(scale, with_things), scale * SMALLER)
    x = width / 2 - (must.left + must.right) / 2 * scale
    x = _inside(x, may.left * scale, may.right * scale, width)
    y = height * (1 - FOOT_MARGIN) - must.bottom * scale
    return replace(view, scale=scale, centre=(x, y))


def _inside(x: float, left: float, right: float, width: float) -> float:
    """`x` moved so that what reaches from `left` to `right` of it is on the card; in the middle if it is too wide."""
    low, high = width * EDGE - left, width * (1 - EDGE) - right
    return (low + high) / 2 if low > high else min(max(x, low), high)


def _joined(box: Box, view: View, points: list[Vec]) -> Box:
    for point in points:
        x, y = view.dot(point)
        box = box.joined(Box(x, y, x, y))
    return box


def corners(prop: Scenery) -> list[Vec]:
    """Points round a thing that looks cut off where the card ends; a wall does not."""
    match prop:
        case Bed():
            return _box(prop.x0, prop.x1, prop.top - prop.height, prop.top, prop.z0, prop.z1)
        case Mat():
            return _box(prop.x0, prop.x1, prop.y, prop.y, prop.z0, prop.z1)
        case Rug():
            r = prop.radius
            return [(prop.x + x, prop.y, prop.z + z) for x, z in ((-r, 0.0), (r, 0.0), (0.0, -r), (0.0, r))]
        case Step():
            return _box(prop.x0, prop.x1, 0.0, prop.height, prop.z0, prop.z1)
        case Chair():
            w, d = prop.width / 2, prop.depth / 2
            return _box(prop.x - d, prop.x + d, 0.0, prop.back, prop.z - w, prop.z + w)
        case Stool():
            w = prop.width / 2
            return _box(prop.x - w, prop.x + w, 0.0, prop.height, prop.z - w, prop.z + w)
        case _:
            return []


def _box(x0: float, x1: float, y0: float, y1: float, z0: float, z1: float) -> list[Vec]:
    return [(x, y, z) for x in (x0, x1) for y in (y0, y1) for z in (z0, z1)]
