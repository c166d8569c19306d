"""One of a few words of which one is chosen: a real radio button. How it looks, the part that it belongs to says."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.parts.button import HALO, draw_focus
from bedtime.ui.parts.outside import Radio


class Option(Radio):
    """Says its name, and whether it is selected. A subclass says its `weight` when chosen and paints its ground."""

    weight = 600
    ring = 5.0
    """How far outside of what is seen the ring of the focus is, in pixels."""

    def __init__(self, parent: QWidget, words: str, name: str) -> None:
        """`words` is shown, `name` is read out."""
        super().__init__(words, parent)
        self._look: Look | None = None
        self._px = 19.0
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._rename)
        self._rename()

    def call(self, name: str) -> None:
        """Say what is read out."""
        self._name = name
        self._rename()

    def dress(self, look: Look, px: float) -> None:
        """Take on a look."""
        self._look, self._px = look, px
        self.setFont(self._words_font())
        self.update()

    def shape(self) -> QRectF:
        """What is seen, in its own coordinates."""
        return QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)

    def hitButton(self, at: QPoint) -> bool:
        """All that is seen."""
        return self.shape().adjusted(-1, -1, 1, 1).contains(at)

    def ink(self) -> QColor:
        """The colour of the words."""
        colors = self._look.palette if self._look is not None else None
        if colors is None:
            return QColor()
        return colors.color(colors.accent if self.isChecked() else colors.text_secondary)

    def paint_ground(self, painter: QPainter, shape: QRectF, look: Look) -> None:
        """Paint what is behind the words."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the words, and the ring of the focus."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self.shape()
        self.paint_ground(painter, shape, self._look)
        painter.setPen(self.ink())
        painter.setFont(self._words_font())
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.text())
        if self.hasFocus():
            draw_focus(painter, shape, shape.height() / 2, self._look, self.ring)

    def _words_font(self) -> QFont:
        return sans(self._px, self.weight if self.isChecked() else 400)

    def _rename(self) -> None:
        self.setAccessibleName(_("{name}, selected").format(name=self._name) if self.isChecked() else self._name)
        self.setFont(self._words_font())
