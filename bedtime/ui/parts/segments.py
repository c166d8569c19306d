"""A few words of which one is chosen, as real radio buttons in one pill: L, R, Both."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from bedtime.ui.fonts import sans, width_of
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO
from bedtime.ui.parts.group import Group, count_off
from bedtime.ui.parts.option import Option

AIR = 1.6
"""How much wider than its word a segment is, in heights of a letter."""
_BESIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Segment(Option):
    """One of the words, in the outline of all of them."""

    weight = 700
    ring = 4.0
    stepped = Signal(int)
    """The word before, -1, or after, 1, is wanted."""

    def shape(self) -> QRectF:
        """What is lit when it is chosen."""
        return super().shape().adjusted(4, 4, -4, -4)

    def hitButton(self, at: QPoint) -> bool:
        """Its whole part of the pill."""
        return self.rect().adjusted(HALO, HALO, -HALO, -HALO).contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose from word to word; with Alt, and up and down, they are left to the list."""
        vertical = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if vertical or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        elif event.key() in _BESIDE:
            self.stepped.emit(-_BESIDE[Qt.Key(event.key())] if self.isRightToLeft() else _BESIDE[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter, shape: QRectF, look: Look) -> None:
        """Paint the ring of the chosen one."""
        colors, radius = look.palette, shape.height() / 2
        if self.isChecked():
            painter.setBrush(colors.color(colors.accent, 0.11))
            painter.setPen(QPen(colors.color(colors.accent), 2))
            painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), radius, radius)
        elif self.underMouse():
            painter.setBrush(colors.color(colors.surface_2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(shape, radius, radius)


class Segments(Group):
    """The pill. `chosen` carries the place of what the person chose, from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, words: Sequence[str]) -> None:
        """Nothing is chosen yet."""
        super().__init__(parent)
        self._look: Look | None = None
        self._px = 18.0
        self._group = QButtonGroup(self)
        self.segments = [Segment(self, one, one) for one in words]
        for index, segment in enumerate(self.segments):
            self._group.addButton(segment, index)
            segment.clicked.connect(lambda _checked=False, index=index: self.chosen.emit(index))
            segment.stepped.connect(lambda by, index=index: self._step(index + by))
            segment.toggled.connect(self._let_tab_in)
        count_off(self.segments)
        for one, following in pairwise(self.segments):
            QWidget.setTabOrder(one, following)
        self._let_tab_in()

    def _let_tab_in(self) -> None:
        """The Tab key comes to the word that is chosen, and from there goes on to something else."""
        entry = self._group.checkedButton() or self.segments[0]
        for segment in self.segments:
            is_entry = segment is entry
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_entry else Qt.FocusPolicy.ClickFocus)

    def _step(self, index: int) -> None:
        segment = self.segments[index % len(self.segments)]
        segment.setFocus(Qt.FocusReason.OtherFocusReason)
        segment.click()

    def call(self, name: str) -> None:
        """Say what all of them are about."""
        self.setAccessibleName(name)

    def show_chosen(self, index: int, names: Sequence[str]) -> None:
        """Show which one is chosen; `names` are read out."""
        self.segments[index].setChecked(True)
        for segment, name in zip(self.segments, names, strict=True):
            segment.call(name)

    def land(self) -> None:
        """Take the focus, on what is chosen."""
        button = self._group.checkedButton() or self.segments[0]
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, look: Look, px: float) -> None:
        """Take on a look."""
        self._look, self._px = look, px
        for segment in self.segments:
            segment.dress(look, px)
        self.update()

    def natural_width(self) -> float:
        """As wide as the words need."""
        return sum(self._widths())

    def put(self, x: float, y: float, height: float, room: float = math.inf) -> None:
        """Place the pill's left upper corner; closer together where it would not fit `room`."""
        airs = (AIR, AIR * 0.7, AIR * 0.4)
        widths = next((fitting for air in airs if sum(fitting := self._widths(air)) <= room), self._widths(airs[-1]))
        set_box(self, QRect(round(x) - HALO, round(y) - HALO, round(sum(widths)) + 2 * HALO, round(height) + 2 * HALO))
        left = 0.0
        for segment, wide in zip(self.segments, widths, strict=True):
            set_box(segment, QRect(round(left), 0, round(wide) + 2 * HALO, round(height) + 2 * HALO))
            left += wide

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.palette.color(self._look.palette.line_control), 1.5))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)

    def _widths(self, air: float = AIR) -> list[float]:
        font = sans(self._px, 700)
        return [max(46.0, width_of(segment.text(), font) + air * self._px) for segment in self.segments]
