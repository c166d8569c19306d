"""A number that is typed digit by digit: 1, and then 0 soon after, is 10. Needs no timer: only the clock tells."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bedtime.clock import Clock

TOGETHER_MS = 800
"""Two digits within this time are one number."""


def is_a_digit(event: QKeyEvent) -> bool:
    """Whether a key types a digit, and nothing is pressed with it."""
    return event.text().isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class TypedNumber:
    """Puts digits together to numbers within `least` and `most` (0 to 99)."""

    def __init__(self, clock: Clock, least: int, most: int) -> None:
        self._clock = clock
        self._allowed = range(least, most + 1)
        self._first: tuple[int, int] | None = None

    def press(self, digit: int) -> int | None:
        """The number that is meant after this digit; None when it is only the beginning of one, or none at all."""
        now_ms = self._clock.monotonic_ms()
        if self._first is not None and now_ms - self._first[1] <= TOGETHER_MS:
            both = 10 * self._first[0] + digit
            if both in self._allowed:
                self._first = None
                return both
        self._first = (digit, now_ms)
        return digit if digit in self._allowed else None
