"""An `Artist` for the person's own stretches: their own picture where they have one, the drawn figure elsewhere."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from bedtime.errors import BadInput
from bedtime.movement.stretch import Stretch
from bedtime.ui.own_picture import in_the_light_of, open_picture, rounded
from bedtime.ui.palette import Theme
from bedtime.ui.parts.figure_view import FOOT_SHARE, Artist, Canvas, Layer, Part, Picture, Pose

if TYPE_CHECKING:
    from bedtime.figure.pose import Motion

MOST_KEPT = 24
SHARE, ROUND = 0.84, 0.06
"""How much of a figure's room a picture takes, which is no figure that words may stand around, and how round it is."""


class OwnPictures:
    """Asks `read` for the bytes of an own picture by the id of its stretch, and `figures` for everything else."""

    def __init__(self, figures: Artist, read: Callable[[str], bytes | None]) -> None:
        self._figures = figures
        self._read = read
        self._opened: OrderedDict[tuple[str | None, int, int, float, Theme], Picture] = OrderedDict()

    def picture(self, pose: Pose, canvas: Canvas, again: Callable[[], None]) -> Picture:
        """The picture, standing where a figure would. One that cannot be used is left out: a figure takes its place."""
        name = pose.stretch.picture
        if name is None:
            return self._figures.picture(pose, canvas, again)
        key = (name, canvas.width, canvas.height, canvas.scale, canvas.palette.theme)
        if key not in self._opened:
            self._opened[key] = self._layers(pose.stretch, canvas)
            while len(self._opened) > MOST_KEPT:
                self._opened.popitem(last=False)
        return self._opened[key] or self._figures.picture(pose, canvas, again)

    def prepare(self, poses: Callable[[], Iterable[Pose]], canvas: Canvas) -> None:
        """Have the figures among these ready soon."""
        self._figures.prepare(lambda: (pose for pose in poses() if pose.stretch.picture is None), canvas)

    def forget(self, again: Callable[[], None]) -> None:
        """Nobody waits for this any more."""
        self._figures.forget(again)

    def motion(self, stretch: Stretch) -> "Motion | None":
        """A picture does not move."""
        return None if stretch.picture is not None else self._figures.motion(stretch)

    def forget_pictures(self) -> None:
        """A picture may be another one from now on, though it is called the same."""
        self._opened.clear()

    def _layers(self, stretch: Stretch, canvas: Canvas) -> Picture:
        data = self._read(stretch.id)
        room = canvas.height * (1 - FOOT_SHARE)
        wide, high = canvas.width * SHARE, room * SHARE
        if data is None or min(wide, high) < 1:
            return ()
        try:
            image = open_picture(data, wide, high, canvas.scale)
        except BadInput:
            return ()
        image = rounded(in_the_light_of(image, canvas.palette), ROUND * min(wide, high))
        wide, high = image.width() / canvas.scale, image.height() / canvas.scale
        return (Layer(Part.PERSON, image, QRectF((canvas.width - wide) / 2, room - high, wide, high)),)
