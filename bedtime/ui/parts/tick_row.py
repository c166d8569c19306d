"""A sentence to tick, as wide as its row, whose words wrap. Pressed anywhere on it, it is ticked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip, set_box
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET
from bedtime.ui.parts.tick import Tick

_WRAPS = Qt.TextFlag.TextWordWrap


class TickRow(Tick):
    """One row."""

    ring = 3.0

    def __init__(self, parent: QWidget, words: str) -> None:
        """Not ticked."""
        super().__init__(parent, words)
        self.setAccessibleName(words)

    def put(self, look: Look, px: float, x: float, y: float, width: float) -> float:
        """Take this row; the height taken."""
        self.dress(look, px)
        words = QFontMetricsF(self.font()).boundingRect(self._words_box(width), _WRAPS, self.text())
        high = max(float(SMALLEST_TARGET), words.height() + px * 0.9)
        set_box(self, QRectF(x - HALO, y - HALO, width + 2 * HALO, high + 2 * HALO).toRect())
        return high

    def ink(self) -> QColor:
        """The colour of the words."""
        if self._look is None:
            return QColor()
        colors = self._look.palette
        return colors.color(colors.text_primary if self.isChecked() else colors.text_secondary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row; Enter is left to the screen."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def corner_radius(self, shape: QRectF) -> float:  # noqa: ARG002 - a row is as round however high it is
        """A little."""
        return 14

    def paint_content(self, painter: QPainter, shape: QRectF, look: Look) -> None:
        """Paint the box, its tick and the words."""
        colors = look.palette
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color(colors.surface_2, 0.6))
            painter.drawRoundedRect(shape, 14, 14)
        side = self._px * 1.25
        box = flip(self, QRectF(shape.left() + self._px * 0.5, shape.center().y() - side / 2, side, side))
        painter.setBrush(colors.color(colors.accent) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.color(colors.accent if self.isChecked() else colors.line_control), 1.8))
        painter.drawRoundedRect(box, side * 0.25, side * 0.25)
        if self.isChecked():
            draw_icon(painter, Icon.CHECK, QPointF(box.center()), side * 0.8, colors.color(colors.accent_on), 2.8)
        painter.setPen(self.ink())
        painter.setFont(self.font())
        words = self._words_box(shape.width()).translated(shape.left(), 0)
        words.setTop(shape.top())
        words.setHeight(shape.height())
        painter.drawText(flip(self, words), Qt.AlignmentFlag.AlignVCenter | _WRAPS, self.text())

    def _words_box(self, width: float) -> QRectF:
        left = self._px * 2.5
        return QRectF(left, 0, width - left - self._px * 0.5, 10_000)
