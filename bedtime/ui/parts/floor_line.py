"""The floor is the timeline: one segment a stretch, each as long as that stretch. What is done is lit."""

from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bedtime.ui.look import Look, Motion
from bedtime.ui.parts.described import Described
from bedtime.ui.sight import is_seen

GLIDE_MS = 240
CUE_MS = 300
"""How long the line brightens where a tone would sound."""
BRIGHTEST = 0.55
_Strip = tuple[int, int, int]
"""Left edge, width and lit width of one plank, in whole pixels."""


@dataclass(frozen=True, slots=True)
class Plank:
    """One stretch on the floor line: how long it is, and how much of it is lit (0 to 1)."""

    length_ms: int
    lit: float = 0.0
    current: bool = False


class FloorLine(Described):
    """The line on which the person sits. Its one description is read out."""

    def __init__(self, parent: QWidget) -> None:
        """An empty floor."""
        super().__init__(parent)
        self._look: Look | None = None
        self._planks: tuple[Plank, ...] = ()
        self._drawn: list[_Strip] = []
        self._before: list[_Strip] = []
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self.update)
        self._cue = QVariantAnimation(self)
        self._cue.setDuration(CUE_MS)
        self._cue.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._cue.setStartValue(0.0)
        self._cue.setKeyValueAt(0.4, 1.0)
        self._cue.setEndValue(0.0)
        self._cue.valueChanged.connect(self.update)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self.update()

    def lay(self, planks: tuple[Plank, ...], description: str) -> None:
        """Show these stretches. Repaints only when a pixel would differ."""
        self._planks = planks
        self.describe(description)
        if self._pixels() != self._drawn:
            self.update()

    def glide_to(self, planks: tuple[Plank, ...], description: str) -> None:
        """Show these stretches, letting the ones shown now slide into their places, where motion is wanted."""
        moves = self._look is not None and self._look.motion is Motion.FULL and self._drawn and self.isVisible()
        if moves and planks != self._planks:
            self._before = self._drawn
            self._glide.start()
        self.lay(planks, description)

    def plank_at(self, x: float) -> int | None:
        """The plank at `x`, in this part's own pixels; between two, the one before."""
        return next((index for index, (left, _, _) in reversed(list(enumerate(self._pixels()))) if left <= x), None)

    def brighten(self) -> None:
        """Become brighter and calm again, where a tone would sound. Two at once are one, so that nothing flickers."""
        if is_seen(self) and self._cue.state() is not QVariantAnimation.State.Running:
            self._cue.start()

    def sizeHint(self) -> QSize:
        """As high as the line is thick."""
        return QSize(200, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the planks: the track, what is done, and the one being done."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colors = self._look.palette
        high = float(self.height())
        self._drawn = self._gliding(self._pixels())
        current = next((index for index, plank in enumerate(self._planks) if plank.current), None)
        cue = self._cue_share()
        for index, (left, wide, lit) in enumerate(self._drawn):
            painter.setBrush(colors.color(colors.line_track))
            painter.drawRoundedRect(QRectF(left, 0, wide, high), high / 2, high / 2)
            if lit:
                painter.setBrush(colors.color(colors.accent if index == current else colors.accent_deep))
                painter.drawRoundedRect(QRectF(left, 0, max(high, lit), high), high / 2, high / 2)
            if cue:
                painter.setBrush(colors.color(colors.text_primary, BRIGHTEST * cue))
                painter.drawRoundedRect(QRectF(left, 0, wide, high), high / 2, high / 2)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing moves."""
        super().hideEvent(event)
        self._glide.stop()
        self._cue.stop()

    def _gliding(self, strips: list[_Strip]) -> list[_Strip]:
        """The strips on their way from where they were; new ones grow out of the right end, old ones shrink into it."""
        if self._glide.state() is not QVariantAnimation.State.Running:
            return strips
        share = float(self._glide.currentValue() or 0.0)
        end = (self.width(), 0, 0)
        return [
            (round(was[0] + (is_[0] - was[0]) * share), round(was[1] + (is_[1] - was[1]) * share), is_[2])
            for was, is_ in zip_longest(self._before, strips, fillvalue=end)
        ]

    def _cue_share(self) -> float:
        running = self._cue.state() is QVariantAnimation.State.Running
        return float(self._cue.currentValue() or 0.0) if running else 0.0

    def _pixels(self) -> list[_Strip]:
        if not self._planks or self._look is None:
            return []
        gap = self._look.metrics.between(5, 7, 10)
        room = self.width() - gap * (len(self._planks) - 1)
        total = sum(plank.length_ms for plank in self._planks) or 1
        pixels, left = [], 0.0
        for plank in self._planks:
            wide = room * plank.length_ms / total
            pixels.append((round(left), max(2, round(wide)), round(wide * plank.lit)))
            left += wide + gap
        return pixels
