"""Tells a second press of a key that a trembling hand made from one that is meant."""

from PySide6.QtGui import QKeyEvent

from bedtime.ui.parts.button import TREMOR_MS


class Tremor:
    """Watches the keys of one screen, by the time that the keyboard itself gives to each press."""

    def __init__(self) -> None:
        """No key was pressed yet."""
        self._last: tuple[int, int] | None = None

    def made(self, event: QKeyEvent) -> bool:
        """Whether this is the same key again, too soon to be meant."""
        last, self._last = self._last, (event.key(), event.timestamp())
        return last is not None and last[0] == event.key() and 0 < event.timestamp() - last[1] < TREMOR_MS
