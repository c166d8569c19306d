"""Dark in 60 seconds: counts down on the clock that it is handed, from deadline to deadline, and can be called off."""

from collections.abc import Callable

from bedtime.clock import Alarm, Clock

DARK_AFTER_MS = 60_000


class DarkTimer:
    """Tells the whole seconds left each time they change, and then that it is dark. Keeps the alarm for itself."""

    def __init__(
        self, clock: Clock, alarm: Alarm, tell_left: Callable[[int], None], go_dark: Callable[[], None]
    ) -> None:
        self._clock = clock
        self._alarm = alarm
        self._tell_left = tell_left
        self._go_dark = go_dark
        self._deadline_ms: int | None = None

    @property
    def is_running(self) -> bool:
        """Whether it will become dark."""
        return self._deadline_ms is not None

    def start(self) -> None:
        """Begin with the whole time."""
        self._deadline_ms = self._clock.monotonic_ms() + DARK_AFTER_MS
        self._tick()

    def stop(self) -> None:
        """Call it off."""
        self._deadline_ms = None
        self._alarm.cancel()

    def _tick(self) -> None:
        if self._deadline_ms is None:
            return
        left_s = -(-(self._deadline_ms - self._clock.monotonic_ms()) // 1000)
        if left_s <= 0:
            self._deadline_ms = None
            self._go_dark()
            return
        self._tell_left(left_s)
        self._alarm.set(self._deadline_ms - (left_s - 1) * 1000, self._tick)
