"""Something that is ticked or not by itself: a real check box. How it looks, the part that it belongs to says."""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.parts.button import HALO, TREMOR_MS, draw_focus
from bedtime.ui.parts.outside import Check


class Tick(Check):
    """A subclass paints it. Listen to `chosen`, which leaves second presses out."""

    chosen = Signal()

    weight = 400
    ring = 4.0
    """How far outside of what is seen the ring of the focus is, in pixels."""

    def __init__(self, parent: QWidget, words: str = "") -> None:
        """Not ticked."""
        super().__init__(words, parent)
        self._look: Look | None = None
        self._px = 19.0
        self._tremor = QTimer(self, singleShot=True, interval=TREMOR_MS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def nextCheckState(self) -> None:
        """A press counts; a second one right after it is a trembling hand."""
        if not self._tremor.isActive():
            self._tremor.start()
            self.take_press()

    def take_press(self) -> None:
        """Be ticked, or not any more."""
        self.setChecked(not self.isChecked())
        self.was_toggled()

    def was_toggled(self) -> None:
        """Tell of it."""
        self.chosen.emit()

    def dress(self, look: Look, px: float) -> None:
        """Take on a look."""
        self._look, self._px = look, px
        self.setFont(sans(px, self.weight))
        self.update()

    def shape(self) -> QRectF:
        """What is seen, in its own coordinates."""
        return QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)

    def hitButton(self, at: QPoint) -> bool:
        """All that is seen."""
        return self.shape().adjusted(-1, -1, 1, 1).contains(at)

    def ink(self) -> QColor:
        """The colour of the words."""
        if self._look is None:
            return QColor()
        colors = self._look.palette
        return colors.color(colors.accent if self.isChecked() else colors.text_secondary)

    def corner_radius(self, shape: QRectF) -> float:
        """How round what is seen is."""
        return shape.height() / 2

    def paint_content(self, painter: QPainter, shape: QRectF, look: Look) -> None:
        """Paint what is seen, but for the ring of the focus."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it, and the ring of the focus."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self.shape()
        self.paint_content(painter, shape, self._look)
        if self.hasFocus():
            draw_focus(painter, shape, self.corner_radius(shape), self._look, self.ring)
