"""A sentence to tick: a real check box as wide as its row, whose words wrap. Pressed anywhere on it, it is ticked."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from bedtime.ui.fonts import sans
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip, set_box
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, draw_focus

_WRAPS = Qt.TextFlag.TextWordWrap


class TickRow(QCheckBox):
    """One row."""

    def __init__(self, parent: QWidget, words: str) -> None:
        """Not ticked."""
        super().__init__(words, parent)
        self._look: Look | None = None
        self._px = 20.0
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, look: Look, px: float, x: float, y: float, width: float) -> float:
        """Take this row; the height taken."""
        self._look, self._px = look, px
        self.setFont(self._words_font())
        words = QFontMetricsF(self._words_font()).boundingRect(self._words_box(width), _WRAPS, self.text())
        high = max(float(SMALLEST_TARGET), words.height() + px * 0.9)
        set_box(self, QRectF(x - HALO, y - HALO, width + 2 * HALO, high + 2 * HALO).toRect())
        return high

    def shape(self) -> QRectF:
        """The row."""
        return QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)

    def hitButton(self, at: QPoint) -> bool:
        """All of the row."""
        return self.shape().contains(at)

    def ink(self) -> QColor:
        """The colour of the words."""
        colors = self._look.palette if self._look is not None else None
        if colors is None:
            return QColor()
        return colors.color(colors.text_primary if self.isChecked() else colors.text_secondary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row; Enter is left to the screen."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick and the words."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, shape = self._look.palette, self.shape()
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
        painter.setFont(self._words_font())
        words = self._words_box(shape.width()).translated(shape.left(), 0)
        words.setTop(shape.top())
        words.setHeight(shape.height())
        painter.drawText(flip(self, words), Qt.AlignmentFlag.AlignVCenter | _WRAPS, self.text())
        if self.hasFocus():
            draw_focus(painter, shape, 14, self._look, 3)

    def _words_box(self, width: float) -> QRectF:
        left = self._px * 2.5
        return QRectF(left, 0, width - left - self._px * 0.5, 10_000)

    def _words_font(self) -> QFont:
        return sans(self._px)
