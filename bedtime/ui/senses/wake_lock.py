"""Asks the system to leave the display on, with wakepy: one way for each system, and two on Linux.

Asking may take seconds where a service does not answer, so it is done in a thread; and always in the same one.
"""

from contextlib import ExitStack


class WakeLock:
    """The wish that the display stays on. wakepy is loaded when it is first wished."""

    def __init__(self) -> None:
        """Nothing is wished."""
        self._held = ExitStack()

    def take(self) -> bool:
        """Wish it; whether the system grants it."""
        from wakepy import keep  # noqa: PLC0415 - not before the first paint, nor for those who never begin

        with ExitStack() as held:
            mode = held.enter_context(keep.presenting(on_fail="pass"))
            self._held = held.pop_all()
        return bool(mode.active)

    def give_back(self) -> None:
        """Wish it no more. The system also takes it back when the program is gone."""
        self._held.close()
