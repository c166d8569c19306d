"""A row of the settings: what is set, pills for the few choices or boxes to tick, a button, and a line about it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.session.setting_row import HowMany, SettingRow
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button
from bedtime.ui.parts.label import Words, paragraph_height
from bedtime.ui.parts.pills import Pill, Pills
from bedtime.ui.parts.tick_row import TickRow


class Row:
    """One setting. Of `SettingRow.action` there is a button after the choices."""

    def __init__(
        self, parent: QWidget, row: SettingRow, choose: Callable[[object], None], act: Callable[[], None]
    ) -> None:
        """A row for the setting of that name. `choose` is told of a choice, `act` of the button."""
        self._parent, self._choose = parent, choose
        self.words = Words(parent, row.words)
        self._pills = Pills(parent, row.words)
        self._ticks: dict[object, TickRow] = {}
        self._action = Button(row.action)
        self._action.setParent(parent)
        self._note = Words(parent)
        self._pills.chosen.connect(choose)
        self._action.chosen.connect(act)
        self.words.show()

    def show(self, row: SettingRow) -> None:
        """Show what is chosen."""
        is_one = row.how_many is HowMany.ONE
        if is_one:
            self._pills.offer(
                row.options,
                {
                    value: _("{setting}: {value}").format(setting=row.words, value=words)
                    for value, words in row.options.items()
                },
            )
            self._pills.show_chosen(row.chosen)
        else:
            self._offer_ticks(row)
        self._pills.setVisible(is_one and bool(row.options))
        self._action.setText(row.action)
        self._action.setAccessibleName(row.action)
        self._action.setVisible(bool(row.action))
        self._note.set_words(row.note)
        self._note.setVisible(bool(row.note))

    def _offer_ticks(self, row: SettingRow) -> None:
        for value, words in row.options.items():
            if value not in self._ticks:
                tick = self._ticks[value] = TickRow(self._parent, words)
                tick.chosen.connect(lambda value=value: self._choose(value))
                tick.show()
            self._ticks[value].setChecked(value in row.chosen)

    @property
    def stops(self) -> list[QWidget]:
        """Where the focus stops on its way down."""
        return [*self._pills.findChildren(Pill), *self._ticks.values(), self._action]

    def put(self, look: Look, y: float, left: float, wide: float) -> float:
        """Take the width from the content's edge, with the choices from `left` on, beside the words or under them.

        The height where the row ends.
        """
        between, colors = look.metrics.between, look.palette
        px, gap, wide_enough = between(17, 19, 26), between(6, 10, 14), wide + HALO - left
        self.words.dress(sans(px), colors.color(colors.text_primary))
        if left == HALO:
            self.words.stand_on(HALO, y + px * 1.2, wide)
            y += px * 1.9
        else:
            self.words.stand_on(HALO, y + _line_high(px) / 2 + px * 0.34, left - HALO - 16)
        y = self._put_ticks(look, y, left, wide_enough)
        y = self._put_pills_and_button(look, y, left, wide_enough)
        if not self._note.isHidden():
            self._note.dress(sans(between(16, 17, 23)), colors.color(colors.text_secondary))
            taken = paragraph_height(self._note, wide_enough)
            self._note.fill(left, y - gap + 6, wide_enough, taken + 2)
            y += taken + 8
        return y - gap + between(12, 16, 22)

    def _put_pills_and_button(self, look: Look, y: float, left: float, wide: float) -> float:
        """In one line where there is room for both; `y` below them, and a gap."""
        px, gap = look.metrics.between(17, 19, 26), look.metrics.between(6, 10, 14)
        high = _line_high(px)
        x, y_of_button = left, y
        self._action.dress(look, px)
        if not self._pills.isHidden():
            self._pills.dress(look, px)
            taken = self._pills.put(left, y, wide, gap)
            after = self._pills.natural_width(gap) + 2 * gap
            is_beside = taken < 2 * high and after + self._action.sizeHint().width() <= wide
            x, y_of_button = (left + after, y) if is_beside else (left, y + taken + gap)
            y += taken + gap
        if not self._action.isHidden():
            y = max(y, self._action.put(x, y_of_button, 0, high).bottom() + gap)
        return y

    def _put_ticks(self, look: Look, y: float, left: float, wide: float) -> float:
        """In two columns where there is room for them."""
        px = look.metrics.between(17, 19, 26)
        columns = 1 if look.metrics.is_compact else 2
        column_wide = wide / columns
        for index, tick in enumerate(self._ticks.values()):
            x = left + index % columns * column_wide
            taken = tick.put(look, px, x, y, column_wide - HALO * (columns - 1))
            if index % columns == columns - 1 or index == len(self._ticks) - 1:
                y += taken + 2
        return y

    def forget(self) -> None:
        """It is not there any more."""
        for part in (self.words, self._pills, self._action, self._note, *self._ticks.values()):
            part.hide()
            part.deleteLater()


def _line_high(px: float) -> float:
    """How high a pill with letters of this size is."""
    return max(SMALLEST_TARGET, px * 2.3)
