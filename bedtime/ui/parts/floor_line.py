"""The floor is the timeline: one segment a stretch, each as long as that stretch. What is done is lit."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bedtime.ui.look import Look


@dataclass(frozen=True, slots=True)
class Plank:
    """One stretch on the floor line: how long it is, and how much of it is lit (0 to 1)."""

    length_ms: int
    lit: float = 0.0
    current: bool = False


class FloorLine(QWidget):
    """The line on which the person sits. Its one description is read from `accessibleName`."""

    def __init__(self, parent: QWidget) -> None:
        """An empty floor."""
        super().__init__(parent)
        self._look: Look | None = None
        self._planks: tuple[Plank, ...] = ()
        self._drawn: list[tuple[int, int, int]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self.update()

    def lay(self, planks: tuple[Plank, ...], description: str) -> None:
        """Show these stretches. Repaints only when a pixel would differ."""
        self._planks = planks
        if self.accessibleName() != description:
            self.setAccessibleName(description)
        if self._pixels() != self._drawn:
            self.update()

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
        self._drawn = self._pixels()
        for plank, (left, wide, lit) in zip(self._planks, self._drawn, strict=True):
            painter.setBrush(colors.color(colors.line_track))
            painter.drawRoundedRect(QRectF(left, 0, wide, high), high / 2, high / 2)
            if lit:
                painter.setBrush(colors.color(colors.accent if plank.current else colors.accent_deep))
                painter.drawRoundedRect(QRectF(left, 0, max(high, lit), high), high / 2, high / 2)

    def _pixels(self) -> list[tuple[int, int, int]]:
        """Left edge, width and lit width of each plank, in whole pixels."""
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
