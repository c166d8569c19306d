"""Tonight I have 5, 7, 10, 15, 20 or any other number of minutes.

The sixth circle holds any number: chosen, it shows the number between less and more. Digits may be typed at any circle.
"""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from bedtime.clock import Clock
from bedtime.language import _, ngettext, pgettext
from bedtime.settings import LEAST_MINUTES, MOST_MINUTES
from bedtime.ui.fonts import sans
from bedtime.ui.icons import Icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import Kind, RoundButton
from bedtime.ui.parts.circle import Circle, Ring
from bedtime.ui.parts.group import Group, count_off
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.typed_number import TypedNumber, is_a_digit

OFFERED = (5, 7, 10, 15, 20)


class OtherCircle(Circle):
    """The circle for any number. While it is chosen, up and down change the number by one."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up is one more, down is one less; all else is as at every circle."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}.get(
            Qt.Key(event.key()), 0
        )
        if step and self.isChecked():
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class MinutesChoice(Group):
    """The row of circles. `chosen` is emitted for what the person does, and only then."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        """Five numbers, and one for all the others."""
        super().__init__(parent, _("How many minutes tonight"))
        self._typed = TypedNumber(clock, LEAST_MINUTES, MOST_MINUTES)
        self._minutes = OFFERED[1]
        self._before, self._after = Words(self, _("Tonight I have")), Words(self, _after_words())
        self._circles = [Circle(self, str(n), _fit_words(n), Ring.WHEN_CHOSEN) for n in OFFERED]
        self._other = OtherCircle(self, "", _("Another number of minutes"), Ring.WHEN_CHOSEN, icon=Icon.DOTS)
        self._other.setToolTip(_("Any number from {least} to {most}").format(least=LEAST_MINUTES, most=MOST_MINUTES))
        self._less = RoundButton(_("One minute less"), Kind.BARE, icon=Icon.MINUS)
        self._more = RoundButton(_("One minute more"), Kind.BARE, icon=Icon.PLUS)
        count_off((*self._circles, self._other))
        self._group = QButtonGroup(self)
        for minutes, circle in zip(OFFERED, self._circles, strict=True):
            self._group.addButton(circle)
            circle.clicked.connect(lambda _checked=False, minutes=minutes: self._choose(minutes))
        self._group.addButton(self._other)
        self._other.clicked.connect(lambda: self._choose(self._minutes))
        self._other.stepped.connect(self._step)
        for button, step in ((self._less, -1), (self._more, 1)):
            button.setParent(self)
            button.chosen.connect(lambda step=step: self._step(step))

    def show_minutes(self, minutes: int) -> None:
        """Show what is chosen. A number that is offered stays in the sixth circle while that is the chosen one."""
        self._minutes = minutes
        if minutes in OFFERED and not self._other.isChecked():
            self._circles[OFFERED.index(minutes)].setChecked(True)
        else:
            self._other.setChecked(True)
        self._show_other()

    def dress(self, look: Look) -> None:
        """Take on a look."""
        colors, between = look.palette, look.metrics.between
        for words in (self._before, self._after):
            words.dress(sans(between(18, 19, 26)), colors.color(colors.text_secondary))
        self._after.set_words(_after_words(is_short=look.metrics.is_compact))
        for circle in (*self._circles, self._other):
            circle.dress(look, between(19, 23, 32))
        for button in (self._less, self._more):
            button.dress(look, between(19, 22, 30))

    def place(self, look: Look, x: float, middle: float, width: float) -> None:
        """Lay the row out from `x`, centred on `middle`, no wider than `width`."""
        between = look.metrics.between
        radius = between(22, 29, 40)
        pitch = between(47, 66, 90)
        tall = between(66, 78, 104)
        set_box(self, QRect(round(x) - 10, round(middle - tall / 2), round(width) + 20, round(tall)))
        self._before.setVisible(not look.metrics.is_compact)
        left, baseline = 10.0, tall / 2 + between(6, 7, 9)
        if not look.metrics.is_compact:
            self._before.stand_on(left, baseline, self._before.text_width() + 4)
            left += self._before.text_width() + between(0, 18, 24)
        for index, circle in enumerate((*self._circles, self._other)):
            circle.put(QPointF(left + radius + index * pitch, tall / 2), radius, pitch)
        left += 5 * pitch + 2 * radius
        self._after.stand_on(left + between(4, 10, 14), baseline, self._after.text_width() + 4)
        small = between(22, 24, 32)
        for index, button in enumerate((self._less, self._more)):
            button.put_round(left + small + between(2, 6, 10) + index * (2 * small + 4), tall / 2, small)
        self._show_other()

    def type_digit(self, digit: int) -> None:
        """Take a digit that was typed; with the next one it may become another number."""
        minutes = self._typed.press(digit)
        if minutes is None:
            return
        if minutes in OFFERED:
            self._circles[OFFERED.index(minutes)].setChecked(True)
        else:
            self._other.setChecked(True)
        checked = self._group.checkedButton()
        if self._has_focus() and checked is not None:
            checked.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is taken, all else is left to the screen."""
        if is_a_digit(event):
            self.type_digit(int(event.text()))
        else:
            event.ignore()

    def _has_focus(self) -> bool:
        return any(circle.hasFocus() for circle in (*self._circles, self._other))

    def _step(self, step: int) -> None:
        minutes = self._minutes + step
        if LEAST_MINUTES <= minutes <= MOST_MINUTES:
            self._choose(minutes)

    def _choose(self, minutes: int) -> None:
        changed = minutes != self._minutes
        self._minutes = minutes
        self._show_other()
        if changed:
            self.chosen.emit(minutes)

    def _show_other(self) -> None:
        other = self._other.isChecked()
        self._other.show_sign(str(self._minutes) if other else "")
        self._other.call(_fit_words(self._minutes) if other else _("Another number of minutes"))
        self._after.setVisible(not other)
        for button in (self._less, self._more):
            button.setVisible(other)


def _after_words(*, is_short: bool = False) -> str:
    if is_short:
        return pgettext("after: Tonight I have, and numbers to choose from", "min")
    return pgettext("after: Tonight I have, and numbers to choose from", "minutes")


def _fit_words(minutes: int) -> str:
    return ngettext("Fit to {count} minute", "Fit to {count} minutes", minutes).format(count=minutes)
