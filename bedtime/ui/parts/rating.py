"""How the legs feel, 0 to 10: eleven circles. Pressing the chosen one again takes the answer back."""

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from bedtime.clock import Clock
from bedtime.language import N_, _
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, TREMOR_MS
from bedtime.ui.parts.circle import Circle, Ring
from bedtime.ui.parts.group import Group
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.typed_number import TypedNumber

MOST = 10
BEST, WORST = N_("at ease"), N_("unbearable")


class Rating(Group):
    """A row of numbers with a word at each end. `rated` carries the number, or None when it was taken back."""

    rated = Signal(object)

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        """No answer yet."""
        super().__init__(parent)
        self._rating: int | None = None
        self._typed = TypedNumber(clock, 0, MOST)
        self._tremor = QTimer(self, singleShot=True, interval=TREMOR_MS)
        self._group = QButtonGroup(self)
        self._circles = [Circle(self, str(n), _name(n), Ring.ALWAYS) for n in range(MOST + 1)]
        for number, circle in enumerate(self._circles):
            self._group.addButton(circle)
            circle.clicked.connect(lambda _checked=False, number=number: self._press(number))
        self._best, self._worst = Words(self, _(BEST)), Words(self, _(WORST))

    @property
    def rating(self) -> int | None:
        """The answer."""
        return self._rating

    def show_rating(self, rating: int | None) -> None:
        """Show an answer, or none."""
        self._rating = rating
        self._group.setExclusive(rating is not None)
        for number, circle in enumerate(self._circles):
            circle.setChecked(number == rating)
        self._group.setExclusive(True)

    def type_digit(self, digit: int) -> None:
        """Take a digit that was typed: 1 and then 0 soon after is 10."""
        number = self._typed.press(digit)
        if number is not None:
            self._take(number)

    def place(self, look: Look, x: float, middle: float) -> None:
        """Lay the row out from `x`, its circles centred on `middle`."""
        colors, between = look.palette, look.metrics.between
        radius, pitch = between(22, 23, 32), between(52, 52, 72)
        below = between(42, 56, 78)
        top = radius + HALO
        set_box(
            self,
            QRect(
                round(x) - HALO,
                round(middle - top),
                round(MOST * pitch + 2 * top),
                round(top + below + between(8, 10, 14)),
            ),
        )
        for number, circle in enumerate(self._circles):
            circle.dress(look, between(19, 21, 29))
            circle.put(QPointF(HALO + radius + number * pitch, top), radius, pitch)
        for words in (self._best, self._worst):
            words.dress(sans(between(17, 19, 26)), colors.color(colors.text_secondary))
        self._best.stand_on(HALO, top + below, self._best.text_width() + 2)
        wide = self._worst.text_width()
        self._worst.stand_on(HALO + 2 * radius + MOST * pitch - wide, top + below, wide + 2)

    def _press(self, number: int) -> None:
        if self._tremor.isActive() and number == self._rating:
            self.show_rating(number)
            return
        self._tremor.start()
        self._take(number)

    def _take(self, number: int) -> None:
        self.show_rating(None if number == self._rating else number)
        focused = self.focusWidget()
        if isinstance(focused, Circle) and focused.hasFocus() and self._rating is not None:
            self._circles[self._rating].setFocus(Qt.FocusReason.OtherFocusReason)
        self.rated.emit(self._rating)


def _name(number: int) -> str:
    words = {0: _("{number} out of {most}, at ease"), MOST: _("{number} out of {most}, unbearable")}
    return words.get(number, _("{number} out of {most}")).format(number=number, most=MOST)
