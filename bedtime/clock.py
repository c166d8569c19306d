"""The only reader of time.

Two clocks, because they fail differently: the monotonic one measures a hold and stops while the computer sleeps, the
wall clock names the evening and may jump. Everything else is handed one of these; tests hand in a `ManualClock`.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol


class Clock(Protocol):
    """A source of time. Never assume that its two halves advance together: that they do not is how sleep is noticed."""

    def monotonic_ms(self) -> int:
        """Milliseconds since an arbitrary start; never goes back."""
        ...

    def now(self) -> datetime:
        """The wall clock, with the local offset from UTC."""
        ...


class Alarm(Protocol):
    """One pending call at a moment of the monotonic clock. Setting it again replaces the earlier one."""

    def set(self, at_ms: int, ring: Callable[[], None]) -> None:
        """Call `ring` once, not before `at_ms` on `Clock.monotonic_ms`, and as soon after as can be."""
        ...

    def cancel(self) -> None:
        """Forget the pending call, if there is one."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def monotonic_ms(self) -> int:
        """Milliseconds of `time.monotonic`, which on Linux and macOS stands still during suspend."""
        return time.monotonic_ns() // 1_000_000

    def now(self) -> datetime:
        """The local wall clock with its offset, so that a record made while travelling stays true."""
        return datetime.now().astimezone()


class FastClock:
    """Another clock run `speed` times as fast, for trying a session out (`bedtime --speed N`).

    The wall clock is left alone: a session played in a hurry still belongs to tonight.
    """

    def __init__(self, clock: Clock, speed: float) -> None:
        self._clock = clock
        self._speed = speed
        self._start_ms = clock.monotonic_ms()

    def monotonic_ms(self) -> int:
        """The other clock's milliseconds, stretched by the speed since this clock was made."""
        return self._start_ms + round((self._clock.monotonic_ms() - self._start_ms) * self._speed)

    def now(self) -> datetime:
        """The other clock's wall time, unchanged."""
        return self._clock.now()


class LocalZone(tzinfo):
    """The zone that the computer is in at the moment of asking: its rules for every day, not one offset only.

    For what is to come on other days, and after a journey. A record keeps the fixed offset of `Clock.now`.
    """

    def utcoffset(self, wall: datetime | None) -> timedelta | None:
        """The offset at this time on the wall; of two such times the one that `fold` names."""
        return None if wall is None else wall.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, wall: datetime | None) -> timedelta | None:  # noqa: ARG002 - Python asks so
        """Not known apart from the offset."""
        return None

    def tzname(self, wall: datetime | None) -> str | None:
        """The short name that the computer has for it."""
        return None if wall is None else wall.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, utc: datetime) -> datetime:
        """The time on the wall at an instant."""
        wall = datetime.fromtimestamp(utc.replace(tzinfo=UTC).timestamp())  # noqa: DTZ006 - the local wall is the point
        return wall.replace(tzinfo=self, microsecond=utc.microsecond)


def local_now(clock: Clock) -> datetime:
    """The moment, in the zone that the computer is in now. A process that waits for days notices a journey here."""
    if hasattr(time, "tzset"):
        time.tzset()
    return clock.now().astimezone(LocalZone())
