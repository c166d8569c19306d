"""Where a window stood, and where it can stand again. Pure: displays are values, and no file is trusted."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

FARTHEST = 100_000
"""No display is as wide: a number beyond it was not written by us."""


class Size(NamedTuple):
    """Logical pixels."""

    width: int
    height: int


class Box(NamedTuple):
    """A rectangle, in logical pixels."""

    x: int
    y: int
    width: int
    height: int


class Fills(StrEnum):
    """How much of its display a window takes."""

    ITS_OWN_SIZE = "its own size"
    ALL_BUT_THE_PANELS = "all but the panels"


class Place(NamedTuple):
    """A window's place: the name of its display, and where it stood from that display's corner."""

    display: str
    box: Box
    fills: Fills = Fills.ITS_OWN_SIZE

    def to_json(self) -> dict[str, Any]:
        """As a file holds it."""
        return {"display": self.display, **self.box._asdict(), "fills": self.fills.value}


class Display(NamedTuple):
    """A display that is there now: its corner and what panels leave of it, in the coordinates of all displays."""

    name: str
    x: int
    y: int
    room: Box


def place_in(raw: object) -> Place | None:
    """The place that a file tells of; None where it makes no sense."""
    if not isinstance(raw, Mapping):
        return None
    numbers = [number for name in Box._fields if type(number := raw.get(name)) is int and abs(number) <= FARTHEST]
    display, fills = raw.get("display"), raw.get("fills")
    if len(numbers) < len(Box._fields) or not isinstance(display, str) or fills not in set(Fills):
        return None
    return Place(display, Box(*numbers), Fills(fills))


def where_again(place: Place, displays: Iterable[Display], least: Size) -> Box | None:
    """Where to put a window of that place, in the coordinates of all displays; None where its display is gone.

    It stands where it stood, as far as all of it can be seen there; `least` is the smallest that it may become.
    """
    for display in displays:
        if display.name == place.display:
            room, box = display.room, place.box
            wide = max(least.width, min(box.width, room.width))
            high = max(least.height, min(box.height, room.height))
            x = _within(display.x + box.x, room.x, room.x + room.width - wide)
            y = _within(display.y + box.y, room.y, room.y + room.height - high)
            return Box(x, y, wide, high)
    return None


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(number, most))
