"""Where a figure is in its movement: the whole state of a picture besides the stretch, the side and the body."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """From the start (`reached` 0) to the end pose (1), already eased; or from the start into the press, by `pressed`.

    `breath` is -1 (out) to 1 (in); `glow` says how brightly the muscle shows, 0 to 1.
    """

    reached: float = 1.0
    pressed: float = 0.0
    breath: float = 0.0
    glow: float = 1.0


AT_END = Moment()
AT_START = Moment(reached=0.0, glow=0.35)
PRESSING = Moment(reached=0.0, pressed=1.0)
