"""A row of words of which one is chosen: real radio buttons that look like pills. What has no room in one row wraps."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from bedtime.ui.fonts import sans, width_of
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET
from bedtime.ui.parts.group import Group, count_off
from bedtime.ui.parts.option import Option

ROOMY, TIGHT = 2.1, 1.5
"""How much wider than its words a pill is, in heights of a letter; tight where that makes one row of two."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Pill(Option):
    """One of the words, in an outline of its own."""

    def __init__(self, parent: QWidget, words: str, name: str) -> None:
        """`words` is shown, `name` is read out."""
        super().__init__(parent, words, name)
        self.padding = ROOMY

    def sizeHint(self) -> QSize:
        """What the words need, halo included; the same whether it is chosen or not."""
        wide = width_of(self.text(), sans(self._px, self.weight)) + self.padding * self._px
        high = max(SMALLEST_TARGET, self._px * 2.3)
        return QSize(round(max(SMALLEST_TARGET, wide)) + 2 * HALO, round(high) + 2 * HALO)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; the arrows go from one to the next."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter, shape: QRectF, look: Look) -> None:
        """Paint the pill; the chosen one is outlined in the accent."""
        colors, radius = look.palette, shape.height() / 2
        fill = colors.color(colors.accent, 0.11) if self.isChecked() else colors.color(colors.surface_2, 0.6)
        painter.setBrush(fill if self.isChecked() or self.underMouse() else Qt.BrushStyle.NoBrush)
        chosen, other = QPen(colors.color(colors.accent), 2.2), QPen(colors.color(colors.line_control), 1.5)
        painter.setPen(chosen if self.isChecked() else other)
        painter.drawRoundedRect(shape, radius, radius)


class Pills(Group):
    """The row. `chosen` carries what the person chose, and is emitted for what they do only."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, name: str) -> None:
        """No choices yet; `name` is read out for the whole."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._pills: dict[object, Pill] = {}
        self._look: Look | None = None
        self._px = 19.0

    def offer(self, words: Mapping[Any, str], names: Mapping[Any, str] | None = None) -> None:
        """Offer these choices, each with the words that are shown, and longer ones to be read out where there are."""
        if list(words) == list(self._pills):
            return
        for pill in self._pills.values():
            self._group.removeButton(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = {choice: Pill(self, text, (names or {}).get(choice, text)) for choice, text in words.items()}
        for choice, pill in self._pills.items():
            self._group.addButton(pill)
            pill.clicked.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            pill.show()
            if self._look is not None:
                pill.dress(self._look, self._px)
        count_off(list(self._pills.values()))

    def show_chosen(self, choice: object) -> None:
        """Show what is chosen; of what is not offered, nothing is."""
        pill = self._pills.get(choice)
        for one in self._pills.values():  # Tab leads to the chosen one, as in every group of radio buttons
            reached_by_tab = pill is None or one is pill
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached_by_tab else Qt.FocusPolicy.ClickFocus)
        if pill is not None:
            pill.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._pills.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def land(self) -> None:
        """Take the focus, on what is chosen."""
        pill = self._group.checkedButton() or next(iter(self._pills.values()))
        pill.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, look: Look, px: float) -> None:
        """Take on a look."""
        self._look, self._px = look, px
        for pill in self._pills.values():
            pill.dress(look, px)

    def natural_width(self, gap: float) -> float:
        """As wide as one row of all of them is."""
        widths = [pill.sizeHint().width() - 2 * HALO for pill in self._pills.values()]
        return sum(widths) + gap * max(0, len(widths) - 1)

    def put(self, x: float, y: float, width: float, gap: float = 12) -> float:
        """Lay the pills out from `x`, `y`, no wider than `width`; the height taken."""
        for pill in self._pills.values():
            pill.padding = ROOMY
        if self.natural_width(gap) > width:
            for pill in self._pills.values():
                pill.padding = TIGHT
        self.resize(round(width) + 2 * HALO, self.height())
        left, top, line = float(HALO), float(HALO), 0.0
        for pill in self._pills.values():
            hint = pill.sizeHint()
            wide, line = hint.width() - 2 * HALO, float(hint.height() - 2 * HALO)
            if left > HALO and left + wide > width + HALO:
                left, top = float(HALO), top + line + gap
            set_box(pill, QRect(round(left) - HALO, round(top) - HALO, hint.width(), hint.height()))
            left += wide + gap
        taken = top + line - HALO
        set_box(self, QRect(round(x) - HALO, round(y) - HALO, round(width) + 2 * HALO, round(taken) + 2 * HALO))
        return taken
