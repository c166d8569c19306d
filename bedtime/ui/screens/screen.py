"""What every screen has: a room with light in it, a look that follows its size, and one place for the focus to go."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent

from bedtime.language import _
from bedtime.ui.light import Disc, Glow, backdrop
from bedtime.ui.look import Look, Motion
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import mirrored
from bedtime.ui.palette import DAY, DIM, HIGH_CONTRAST, NIGHT, Palette, Theme
from bedtime.ui.parts.group import Group

MOST_BACKDROPS = 4
"""Rooms kept ready: the states of one screen at one size."""


class Screen(Group):
    """A screen. A subclass says how it is lit (`light`) and where things stand (`arrange`)."""

    has_bar = False
    """Whether there is a top bar, so that its keys lead away from here."""

    said = ""
    """What a screen reader says on the way in."""
    heeds_letters = True
    """Whether a letter, a digit or a sign by itself is a key here."""

    def __init__(self) -> None:
        """A dark room."""
        super().__init__(name=_(self.said) if self.said else "")
        self._palette = NIGHT
        self._motion = Motion.FULL
        self._enlarged = 1.0
        self._rooms: dict[tuple[object, ...], QPixmap] = {}
        self._is_out_of_date = False
        self.look = Look(NIGHT, Metrics(1280, 800))

    def choose(self, theme: Theme, motion: Motion) -> None:
        """Take on the person's theme and how much may move."""
        self._palette = {Theme.DAY: DAY, Theme.HIGH_CONTRAST: HIGH_CONTRAST, Theme.DIM: DIM}.get(theme, NIGHT)
        self._motion = motion
        self._rooms.clear()
        self.refresh()

    def enlarge(self, enlarged: float) -> None:
        """Draw everything that is read or pressed so many times as large as usual, as far as there is room."""
        if enlarged != self._enlarged:
            self._enlarged = enlarged
            self._rooms.clear()
            self.refresh()

    def palette_now(self) -> Palette:
        """The colours of this moment; a subclass dims them where the design says so."""
        return self._palette

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """Where the pools of light and the lamp are."""
        raise NotImplementedError

    def horizon(self, metrics: Metrics) -> float | None:  # noqa: ARG002 - what a subclass needs
        """The height below which none of that light is seen; None where there is no such height."""
        return None

    def arrange(self) -> None:
        """Place every part for `self.look`."""
        raise NotImplementedError

    def spared(self) -> QRect | None:
        """A place that never fades with the rest, because something is told there meanwhile."""
        return None

    def land(self) -> None:
        """Put the focus where it belongs when the screen opens."""

    def refresh(self) -> None:
        """Dress and place everything anew, after a change of size, theme or state; once it is seen."""
        self._is_out_of_date = not self.isVisible()
        if not self._is_out_of_date:
            self._arrange_anew()

    def _arrange_anew(self) -> None:
        self._is_out_of_date = False
        if self.width() < 2 or self.height() < 2:
            return
        self.look = Look(self.palette_now(), Metrics(self.width(), self.height(), self._enlarged), self._motion)
        self.arrange()
        self.update()

    def room(self) -> QPixmap:
        """The backdrop for the present look, painted once and kept."""
        glows, discs = self.light(self.look.metrics)
        horizon = self.horizon(self.look.metrics)
        scale = self.devicePixelRatioF()
        is_mirrored = self.isRightToLeft()
        key = (self.size().toTuple(), scale, is_mirrored, self.look.palette.theme, glows, discs, horizon)
        if key not in self._rooms:
            if len(self._rooms) >= MOST_BACKDROPS:
                self._rooms.pop(next(iter(self._rooms)))
            room = backdrop(self.size(), scale, self.look.palette, glows, discs, horizon)
            self._rooms[key] = mirrored(room) if is_mirrored else room
        return self._rooms[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new size is a new arrangement."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._rooms.clear()
        self._arrange_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed out of sight is arranged now, all at once."""
        super().showEvent(event)
        if self._is_out_of_date:
            self._arrange_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the room; Qt clips it to the part that is asked for."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self.room())
        self.paint_stage(painter)

    def paint_stage(self, painter: QPainter) -> None:
        """Paint what is neither light nor a part."""
