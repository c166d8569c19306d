"""Which night a moment belongs to."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.diary.night import night_of

BERLIN = ZoneInfo("Europe/Berlin")
THURSDAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        (datetime(2025, 11, 20, 12, 0, tzinfo=BERLIN), THURSDAY),
        (datetime(2025, 11, 20, 21, 45, tzinfo=BERLIN), THURSDAY),
        (datetime(2025, 11, 20, 23, 59, 59, 999_999, tzinfo=BERLIN), THURSDAY),
        (datetime(2025, 11, 21, 0, 40, tzinfo=BERLIN), THURSDAY),
        (datetime(2025, 11, 21, 11, 59, 59, tzinfo=BERLIN), THURSDAY),
        (datetime(2025, 11, 21, 12, 0, tzinfo=BERLIN), date(2025, 11, 21)),
        (datetime(2026, 1, 1, 0, 5, tzinfo=BERLIN), date(2025, 12, 31)),
    ],
)
def test_a_night_runs_from_noon_to_noon(moment: datetime, night: date) -> None:
    assert night_of(moment) == night


def test_a_person_who_works_nights_may_begin_elsewhere() -> None:
    assert night_of(datetime(2025, 11, 20, 17, 0, tzinfo=BERLIN), starts=time(18)) == date(2025, 11, 19)


@pytest.mark.parametrize("evening", [date(2025, 3, 29), date(2025, 10, 25)])
def test_a_night_on_which_the_clocks_change_is_one_night(evening: date) -> None:
    begins = datetime.combine(evening, time(21, 45), BERLIN).astimezone(UTC)
    for hours in range(14):
        assert night_of((begins + timedelta(hours=hours)).astimezone(BERLIN)) == evening


def test_a_night_is_told_by_the_clock_on_the_wall_where_it_was() -> None:
    same_moment = datetime(2025, 11, 20, 23, 30, tzinfo=UTC)
    assert night_of(same_moment.astimezone(ZoneInfo("Asia/Tokyo"))) == date(2025, 11, 20)
    assert night_of(same_moment.astimezone(ZoneInfo("Pacific/Auckland"))) == date(2025, 11, 21)


@given(st.datetimes(), st.times())
def test_a_moment_lies_in_its_night(moment: datetime, starts: time) -> None:
    begins = datetime.combine(night_of(moment, starts), starts) if moment.year > 1 else moment
    assert timedelta(0) <= moment - begins < timedelta(days=1)
