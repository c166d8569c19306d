"""A switch with its words: the whole row is pressed, and the second line says what it means as it stands."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bedtime.ui.fonts import fitted, sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip, set_box
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import HALO, TREMOR_MS, draw_focus
from bedtime.ui.parts.outside import Check


class SwitchRow(Check):
    """It only asks: what it shows is what it is told."""

    asked = Signal()

    def __init__(self, parent: QWidget, words: str) -> None:
        """Off."""
        super().__init__(words, parent)
        self._look: Look | None = None
        self._meaning = ""
        self._tremor = QTimer(self, singleShot=True, interval=TREMOR_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_state(self, meaning: str, *, is_on: bool) -> None:
        """Show whether it is on, and what that means."""
        self._meaning = meaning
        self.setAccessibleDescription(meaning)
        self.setChecked(is_on)
        self.update()

    def nextCheckState(self) -> None:
        """A press asks for the other state; a second one right after it is a trembling hand."""
        if not self._tremor.isActive():
            self._tremor.start()
            self.asked.emit()

    def was_toggled(self) -> None:
        """A tool asks, too."""
        self.asked.emit()

    def put(self, look: Look, x: float, y: float, width: float) -> float:
        """Place the row; the height taken."""
        self._look = look
        self.setFont(sans(look.metrics.between(18, 21, 28)))
        high = look.metrics.between(52, 56, 72)
        set_box(self, QRectF(x, y, width, high).adjusted(-HALO, -HALO, HALO, HALO).toRect())
        self.update()
        return high

    def shape(self) -> QRectF:
        """The row, in its own coordinates."""
        return QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)

    def hitButton(self, at: QPoint) -> bool:
        """All of it."""
        return self.shape().contains(QPointF(at))

    def ink(self) -> QColor:
        """The colour of the first line."""
        colors = self._look.palette if self._look is not None else None
        return QColor() if colors is None else colors.color(colors.text_primary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the two lines, the switch, and the focus."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, shape = self._look, self.shape()
        colors, between = look.palette, look.metrics.between
        room = shape.width() - between(66, 74, 100)
        line = shape.height() / 2
        painter.setPen(self.ink())
        painter.setFont(fitted(self.font(), self.text(), room))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(flip(self, QRectF(shape.left(), shape.top(), room, line)), flags, self.text())
        painter.setPen(colors.color(colors.text_secondary))
        painter.setFont(fitted(sans(between(16, 18, 25)), self._meaning, room))
        painter.drawText(flip(self, QRectF(shape.left(), shape.top() + line, room, line)), flags, self._meaning)
        self._paint_switch(painter, look, shape)
        if self.hasFocus():
            draw_focus(painter, shape, 12, look, 4)

    def _paint_switch(self, painter: QPainter, look: Look, shape: QRectF) -> None:
        colors, between = look.palette, look.metrics.between
        track = QRectF(0, 0, between(52, 58, 78), between(28, 32, 43))
        track.moveCenter(QPointF(shape.right() - track.width() / 2 - 1, shape.center().y()))
        track = flip(self, track)
        is_on = self.isChecked()
        ground = colors.color(colors.accent_deep) if is_on else QColor(Qt.GlobalColor.transparent)
        if not is_on and self.underMouse():
            ground = colors.color(colors.surface_2, 0.6)
        painter.setBrush(ground)
        painter.setPen(QPen(colors.color(colors.accent_deep if is_on else colors.line_control), 2))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = (
            colors.accent_on
            if is_on and colors.theme is Theme.DAY
            else colors.text_primary
            if is_on
            else colors.line_control
        )
        at = track.right() - track.height() / 2 if is_on != self.isRightToLeft() else track.left() + track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(knob))
        painter.drawEllipse(QPointF(at, track.center().y()), track.height() * 0.34, track.height() * 0.34)
