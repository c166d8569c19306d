"""Where a figure is in its movement: the whole state of a picture besides the stretch, the side and the body."""

from dataclasses import dataclass

from bedtime.figure.pose import SideName


@dataclass(frozen=True, slots=True)
class Moment:
    """From the start (`reached` 0) to the end pose (1), already eased; from there into the press, by `pressed`.

    Below 0, `reached` goes from the start to the mirror image of the end, as in marching. `ankle` turns the working
    ankle further: degrees of toes up and of sole inward. `breath` is -1 (out) to 1 (in); `glow` says how brightly the
    muscle shows, 0 to 1. Equal moments are the same picture, so a moment is the key of a rendered frame.
    """

    reached: float = 1.0
    pressed: float = 0.0
    breath: float = 0.0
    glow: float = 1.0
    ankle: tuple[float, float] = (0.0, 0.0)
    way: int = 1  # the way round that an arrow shows: 1 is outward, -1 inward, after the reversal


@dataclass(frozen=True, slots=True)
class Seen:
    """What a screen shows: a moment, and the side that works in it. Where the side changes, the screen fades across."""

    moment: Moment
    side: SideName = "right"


FAINT = 0.35  # how much of the glow shows where nothing is felt yet
AT_END = Moment()
AT_START = Moment(reached=0.0, glow=FAINT)
PRESSING = Moment(reached=0.0, pressed=1.0)
