"""The clock that moves only when it is told to."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bedtime.testing.manual_clock import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def test_time_passes_on_both_clocks_at_once(clock: ManualClock) -> None:
    begun_ms, begun = clock.monotonic_ms(), clock.now()
    clock.advance(1.5)
    assert (clock.monotonic_ms() - begun_ms, clock.now() - begun) == (1500, timedelta(seconds=1.5))


def test_an_alarm_rings_at_its_moment_and_once(clock: ManualClock) -> None:
    rung_at: list[int] = []
    due_ms = clock.monotonic_ms() + 700
    clock.set(due_ms, lambda: rung_at.append(clock.monotonic_ms()))
    clock.advance(5)
    assert rung_at == [due_ms]


def test_an_alarm_set_by_an_alarm_rings_in_the_same_advance(clock: ManualClock) -> None:
    rung: list[int] = []

    def again() -> None:
        rung.append(clock.monotonic_ms())
        clock.set(clock.monotonic_ms() + 1000, again)

    clock.set(clock.monotonic_ms() + 1000, again)
    clock.advance(3.5)
    assert len(rung) == 3


def test_setting_an_alarm_again_replaces_it_and_cancelling_forgets_it(clock: ManualClock) -> None:
    rung: list[str] = []
    clock.set(clock.monotonic_ms() + 10, lambda: rung.append("first"))
    clock.set(clock.monotonic_ms() + 20, lambda: rung.append("second"))
    clock.advance(1)
    clock.set(clock.monotonic_ms() + 10, lambda: rung.append("third"))
    clock.cancel()
    clock.advance(1)
    assert rung == ["second"]


def test_nothing_rings_while_the_computer_sleeps(clock: ManualClock) -> None:
    rung: list[int] = []
    begun_ms, begun = clock.monotonic_ms(), clock.now()
    clock.set(begun_ms + 1000, lambda: rung.append(1))
    clock.sleep_computer(60)
    assert (rung, clock.monotonic_ms(), clock.now() - begun) == ([], begun_ms, timedelta(minutes=1))
    clock.sleep_computer(60, monotonic_counts_it=True)
    assert (rung, clock.monotonic_ms()) == ([], begun_ms + 60_000)
    clock.advance(0)
    assert rung == [1]


def test_the_offset_changes_in_the_night_when_the_zones_does() -> None:
    clock = ManualClock(datetime(2025, 10, 26, 0, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Berlin")))
    before = clock.now().utcoffset()
    clock.advance(3600)
    assert (before, clock.now().utcoffset()) == (timedelta(hours=2), timedelta(hours=1))


def test_a_clock_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        ManualClock(datetime(2025, 11, 20, 21, 45))  # noqa: DTZ001 - that is the point
