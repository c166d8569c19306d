"""An alarm on Qt's precise timer. Never asyncio's: under qasync that one may wake early."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from bedtime.clock import Clock


class QtAlarm(QObject):
    """The alarm of `bedtime.clock`. `speed` is how fast `clock` runs against the real one."""

    def __init__(self, clock: Clock, speed: float = 1.0) -> None:
        """An alarm that is not set."""
        super().__init__()
        self._clock = clock
        self._speed = speed
        self._at_ms = 0
        self._ring: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._timed_out)

    def set(self, at_ms: int, ring: Callable[[], None]) -> None:
        """Call `ring` once at `at_ms` on the clock, forgetting an earlier call."""
        self._at_ms, self._ring = at_ms, ring
        self._wait()

    def cancel(self) -> None:
        """Forget the call."""
        self._ring = None
        self._timer.stop()

    def _wait(self) -> None:
        left_ms = max(0, self._at_ms - self._clock.monotonic_ms())
        self._timer.start(round(left_ms / self._speed + 0.499))

    def _timed_out(self) -> None:
        if self._ring is None:
            return
        if self._clock.monotonic_ms() < self._at_ms:  # a timer may be a millisecond early, an alarm may not
            self._wait()
            return
        ring, self._ring = self._ring, None
        ring()
