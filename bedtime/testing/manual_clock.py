"""A clock and an alarm that move only when they are told to: a whole night passes in milliseconds."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from bedtime.clock import Alarm

TONIGHT = datetime(2025, 11, 20, 21, 45, tzinfo=timezone(timedelta(hours=1)))


class ManualClock:
    """A `Clock` and an `Alarm` in one, for tests and for the self-test."""

    def __init__(self, now: datetime = TONIGHT) -> None:
        if now.tzinfo is None:
            raise ValueError("a wall clock needs its offset from UTC")
        self._zone = now.tzinfo
        self._wall = now.astimezone(UTC)
        self._monotonic_ms = 1_000_000  # any start will do; not 0, so that nobody takes it for one
        self._pending: dict[object, tuple[int, Callable[[], None]]] = {}

    def monotonic_ms(self) -> int:
        """Milliseconds since an arbitrary start."""
        return self._monotonic_ms

    def now(self) -> datetime:
        """The wall clock, in the zone it was made with, so that an offset changes in the night when the zone's does."""
        return self._wall.astimezone(self._zone)

    @property
    def pending_ms(self) -> int | None:
        """When the next alarm is due; None when none is set."""
        return min((at_ms for at_ms, _ in self._pending.values()), default=None)

    def set(self, at_ms: int, ring: Callable[[], None]) -> None:
        """Call `ring` when the time comes. An alarm in the past rings as soon as time is moved at all."""
        self._pending[self] = (at_ms, ring)

    def cancel(self) -> None:
        """Forget the pending call."""
        self._pending.pop(self, None)

    def another_alarm(self) -> Alarm:
        """One more alarm on this clock, with a pending call of its own."""
        return _AnotherAlarm(self._pending)

    def advance(self, seconds: float, late_ms: int = 0) -> None:
        """Let time pass from alarm to alarm, each of them ringing `late_ms` after it was due."""
        end_ms = self._monotonic_ms + round(seconds * 1000)
        while (due := self._next()) and self._pending[due][0] + late_ms <= end_ms:
            at_ms, ring = self._pending.pop(due)
            self._pass_ms(max(0, at_ms + late_ms - self._monotonic_ms))
            ring()
        self._pass_ms(max(0, end_ms - self._monotonic_ms))

    def sleep_computer(self, seconds: float, *, monotonic_counts_it: bool = False) -> None:
        """Suspend: the wall clock goes on and nothing rings. On Windows the monotonic clock goes on too."""
        self._wall += timedelta(seconds=seconds)
        if monotonic_counts_it:
            self._monotonic_ms += round(seconds * 1000)

    def jump_wall(self, seconds: float) -> None:
        """Set the wall clock, as a person or the network does; negative is back."""
        self._wall += timedelta(seconds=seconds)

    def _next(self) -> object | None:
        return min(self._pending, key=lambda alarm: self._pending[alarm][0], default=None)

    def _pass_ms(self, passed_ms: int) -> None:
        self._monotonic_ms += passed_ms
        self._wall += timedelta(milliseconds=passed_ms)


class _AnotherAlarm:
    def __init__(self, pending: dict[object, tuple[int, Callable[[], None]]]) -> None:
        self._pending = pending

    def set(self, at_ms: int, ring: Callable[[], None]) -> None:
        self._pending[self] = (at_ms, ring)

    def cancel(self) -> None:
        self._pending.pop(self, None)
