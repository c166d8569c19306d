"""What people type for times and days."""

from collections.abc import Callable
from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.errors import BadInput
from bedtime.reminder.rule import EVERY_NIGHT, Weekday
from bedtime.reminder.typed import DAY_NAMES, read_days, read_time


@pytest.mark.parametrize(("text", "at"), [("21:45", time(21, 45)), ("9:05", time(9, 5)), (" 00:00 ", time(0, 0))])
def test_a_time_of_day_is_hours_and_minutes(text: str, at: time) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize("text", ["25:99", "24:00", "21:60", "2145", "21.45", "", "nine", "-1:00", "21:45:00", "٢١:٤٥"])
def test_what_is_no_time_of_day_gets_one_clear_line(text: str) -> None:
    with pytest.raises(BadInput, match=r"is not a time of day\. Write it as 21:45\.$") as error:
        read_time(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("Fri-Mon", {4, 5, 6, 0}),
        ("sat,sun", {5, 6}),
        ("mon, wed , sunday", {0, 2, 6}),
        ("tue - thu", {1, 2, 3}),
        ("daily", set(range(7))),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("weekends", {5, 6}),
        ("mon-mon", {0}),
    ],
)
def test_days_are_names_ranges_and_groups(text: str, days: set[int]) -> None:
    assert read_days(text) == days


@pytest.mark.parametrize("text", ["", " , ", ","])
def test_no_days_at_all_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="No day is chosen"):
        read_days(text)


@pytest.mark.parametrize("text", ["blursday", "mon-fre", "mo", "mon--fri", "-", "mon-", "1", "x" * 500])
def test_an_unknown_day_gets_one_clear_line(text: str) -> None:
    with pytest.raises(BadInput, match=r"is not a day\. The days are mon, tue, wed, thu, fri, sat, sun\.$") as error:
        read_days(text)
    assert len(str(error.value)) < 120


@given(st.frozensets(st.sampled_from(Weekday), min_size=1))
def test_every_choice_of_days_can_be_typed(days: frozenset[Weekday]) -> None:
    assert read_days(",".join(DAY_NAMES[day] for day in days)) == days


@given(st.text(), st.sampled_from([read_time, read_days]))
def test_no_text_is_ever_a_fault(text: str, read: Callable[[str], object]) -> None:
    with suppress(BadInput):
        read(text)


def test_every_night_is_seven_days() -> None:
    assert len(EVERY_NIGHT) == 7
