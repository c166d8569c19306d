"""The display list: what is filled where, in card coordinates (x right, y down), with inks named by their role.

It knows no theme and no toolkit: `ui.figure_painter` and `figure.svg` give the inks their colours.
"""

from dataclasses import dataclass
from typing import NamedTuple

Dot = tuple[float, float]
Polygon = tuple[Dot, ...] | list[Dot]
Path = list[Polygon]  # closed pieces, all wound the same way, filled as one (winding rule)


class Ink(NamedTuple):
    """A colour by its role in the palette; `far` mixes it with the night, 0 to 1."""

    role: str
    alpha: float = 1.0
    far: float = 0.0


class Stop(NamedTuple):
    """A colour at a share of a gradient."""

    at: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled path."""

    path: Path
    ink: Ink


@dataclass(frozen=True, slots=True)
class Stroke:
    """Lines of one width with round ends; closed where the first point is also the last."""

    path: Path
    ink: Ink
    width: float


@dataclass(frozen=True, slots=True)
class Linear:
    """A path filled with a gradient from one point to another."""

    path: Path
    start: Dot
    end: Dot
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Radial:
    """An ellipse filled with a gradient from its middle outwards. `added` lights what is below, and covers nothing."""

    centre: Dot
    radius: Dot
    stops: tuple[Stop, ...]
    added: bool = False


@dataclass(frozen=True, slots=True)
class Soft:
    """Fills with a soft edge of about `blur`; painted small and scaled up."""

    fills: tuple[Fill, ...]
    blur: float


@dataclass(frozen=True, slots=True)
class Clipped:
    """What is painted only inside a path."""

    path: Path
    ops: tuple["Op", ...]


Op = Fill | Stroke | Linear | Radial | Soft | Clipped
Ops = tuple[Op, ...]


class Box(NamedTuple):
    """A rectangle in card coordinates."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: "Box") -> "Box":
        """The smallest box round both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class DisplayList:
    """One picture. The layers lie over each other in this order; `backdrop` and `furniture` do not move in a clip.

    `floor_y` is where the line of the floor runs under the person; `person` is the box round the person without props.
    """

    width: float
    height: float
    floor_y: float
    person: Box
    backdrop: Ops
    furniture: Ops
    figure: Ops
