"""By what a rendered picture is known: everything it depends on, and nothing that nobody could see."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from bedtime.figure.moment import AT_END, Moment
from bedtime.figure.palette import Theme as FigureTheme
from bedtime.ui.palette import Theme
from bedtime.ui.parts.figure_view import Canvas, Part, Pose

STEPS_OF_THE_WAY = 100
STEPS_OF_GLOW = 25
STEPS_OF_BREATH = 4
"""A step of the way moves a hand by some millimetres; a step of the breath a chest by a third of a dot."""

_THEMES = {
    Theme.NIGHT: FigureTheme.NIGHT,
    Theme.FAR: FigureTheme.NIGHT,
    Theme.DIM: FigureTheme.DIM,
    Theme.CRAMP: FigureTheme.CRAMP,
    Theme.DAY: FigureTheme.DAY,
    Theme.HIGH_CONTRAST: FigureTheme.HIGH_CONTRAST,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One layer of a picture of the right side; the left side is its mirror image. Sizes are logical."""

    part: Part
    stretch: str
    moment: Moment
    width: int
    height: int
    scale: float
    theme: FigureTheme

    @property
    def dots(self) -> tuple[int, int]:
        """The size of the canvas in dots."""
        return round(self.width * self.scale), round(self.height * self.scale)


def wanted(part: Part, pose: Pose, canvas: Canvas) -> Wanted:
    """What a pose on a canvas needs; furniture is the same at every moment."""
    moment = _END if part is Part.FURNITURE or pose.moment is None else steady(pose.moment)
    theme = _THEMES[canvas.palette.theme]
    return Wanted(part, pose.stretch.id, moment, canvas.width, canvas.height, canvas.scale, theme)


def in_order(poses: Iterable[Pose], canvas: Canvas) -> tuple[Wanted, ...]:
    """Each picture once, stretch by stretch: few all along the way first, then those between them."""
    order: list[Wanted] = []
    for _, some in groupby(poses, key=lambda pose: pose.stretch.id):
        of_one_stretch = tuple(some)
        every = tuple(dict.fromkeys(wanted(Part.PERSON, pose, canvas) for pose in of_one_stretch))
        order += (wanted(Part.FURNITURE, of_one_stretch[0], canvas), *every[::4], *every[2::4], *every[1::2])
    return tuple(dict.fromkeys(order))


def steady(moment: Moment) -> Moment:
    """The moment in steps too small to be seen, so that there and back pass through the same ones."""
    return Moment(
        reached=_step(moment.reached, STEPS_OF_THE_WAY),
        pressed=_step(moment.pressed, STEPS_OF_THE_WAY),
        breath=_step(moment.breath, STEPS_OF_BREATH),
        glow=_step(moment.glow, STEPS_OF_GLOW),
        ankle=(_step(moment.ankle[0], 10), _step(moment.ankle[1], 10)),
        way=moment.way,
    )


def _step(value: float, steps: int) -> float:
    return round(value * steps) / steps + 0.0  # without a negative zero


_END = steady(AT_END)


def nearest(aim: Wanted, there: Iterable[Wanted]) -> Wanted | None:
    """What shows the same thing most alike: the right moment before the right light, and that before the right size."""
    alike = (one for one in there if one.stretch == aim.stretch and one.part is aim.part)
    return min(alike, key=lambda one: _unlikeness(aim, one), default=None)


def _unlikeness(aim: Wanted, one: Wanted) -> float:
    a, b = aim.moment, one.moment
    apart = (
        abs(a.reached - b.reached)
        + abs(a.pressed - b.pressed)
        + abs(a.breath - b.breath) / 10
        + (abs(a.ankle[0] - b.ankle[0]) + abs(a.ankle[1] - b.ankle[1])) / 40
        + (a.way != b.way) / 4
    )
    another_size = (aim.width, aim.height, aim.scale) != (one.width, one.height, one.scale)
    another_shape = abs(aim.width / aim.height - one.width / one.height)
    return apart + 0.2 * (aim.theme != one.theme) + 0.1 * another_size + 0.1 * another_shape
