"""The computer's own zone, and that a process which waits for days notices a journey."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedtime.clock import LocalZone, local_now
from bedtime.testing.manual_clock import ManualClock

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows cannot be moved by the environment")


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer in Berlin."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))  # noqa: DTZ001 - an instant is made of it
def test_it_has_the_rules_of_every_day(wall: datetime) -> None:
    instant = wall.replace(tzinfo=UTC)
    here, there = instant.astimezone(LocalZone()), instant.astimezone(ZoneInfo("Europe/Berlin"))
    assert (here.replace(tzinfo=None), here.fold, here.utcoffset()) == (
        there.replace(tzinfo=None),
        there.fold,
        there.utcoffset(),
    )
    assert here.astimezone(UTC) == instant


@pytest.mark.usefixtures("in_berlin")
def test_a_time_that_comes_twice_is_two_moments() -> None:
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=LocalZone())
    assert twice.utcoffset() == timedelta(hours=2)
    assert twice.replace(fold=1).utcoffset() == timedelta(hours=1)
    assert twice.tzname() == "CEST"


@pytest.mark.usefixtures("in_berlin")
def test_a_journey_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = ManualClock(datetime(2026, 11, 20, 20, 45, tzinfo=UTC))
    assert f"{local_now(clock):%H:%M}" == "21:45"
    monkeypatch.setitem(os.environ, "TZ", "America/New_York")
    assert f"{local_now(clock):%H:%M}" == "15:45"
