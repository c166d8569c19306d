"""Reminders in words."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.reminder.records import Entry, Kind, Outcome
from bedtime.reminder.rule import EVERY_NIGHT, Next, Settled, Standing, Weekday
from bedtime.reminder.typed import read_days
from bedtime.reminder.words import days_in_words, headline, last_in_words, moment_in_words, trial_in_words

NOW = datetime(2026, 11, 20, 21, 13, tzinfo=ZoneInfo("Europe/Berlin"))  # a Friday


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("daily", "Every night"),
        ("sun-fri", "Every night but Saturday"),
        ("mon-fri", "Monday to Friday"),
        ("sat,sun", "Saturday and Sunday"),
        ("fri-mon", "Friday to Monday"),
        ("mon,wed,fri", "Monday, Wednesday and Friday"),
        ("mon-wed,sat", "Monday, Tuesday, Wednesday and Saturday"),
        ("tue", "Tuesday"),
    ],
)
def test_days_are_said_as_people_say_them(typed: str, words: str) -> None:
    assert days_in_words(read_days(typed)) == words


@given(st.frozensets(st.sampled_from(Weekday), min_size=1))
def test_every_choice_of_days_has_words(nights: frozenset[Weekday]) -> None:
    words = days_in_words(nights)
    assert words[0].isupper()
    assert len(nights) == 7 or "Every night but" in words or "to" in words or words.count("day") == len(nights)
    assert nights <= EVERY_NIGHT


@pytest.mark.parametrize(
    ("night", "ahead", "words"),
    [
        (20, timedelta(minutes=32), "tonight, in 32 minutes"),
        (20, timedelta(seconds=70), "tonight, in 1 minute"),
        (20, timedelta(seconds=5), "tonight, in 1 minute"),
        (20, timedelta(0), "now"),
        (20, timedelta(hours=3, minutes=17), "tonight at 00:30"),
        (21, timedelta(hours=24, minutes=32), "tomorrow at 21:45"),
        (23, timedelta(days=3, minutes=32), "Monday at 21:45"),
        (27, timedelta(days=7, minutes=32), "27 November at 21:45"),
    ],
)
def test_a_moment_is_said_as_people_say_it(night: int, ahead: timedelta, words: str) -> None:
    assert moment_in_words(Next(night=date(2026, 11, night), at=NOW + ahead), NOW) == words


def test_the_headline_says_how_things_stand() -> None:
    tonight = Next(night=date(2026, 11, 20), at=NOW + timedelta(minutes=32))
    saturday = Next(night=date(2026, 11, 23), at=NOW + timedelta(days=3, minutes=32))
    skipped = Settled(night=date(2026, 11, 20), standing=Standing.SKIPPED)
    assert headline(None, None, NOW) == "Off"
    assert headline(tonight, None, NOW) == "Next: tonight, in 32 minutes"
    assert headline(saturday, skipped, NOW) == "Tonight skipped, next Monday 21:45"


def entry(outcome: Outcome, *, days_ago: int = 0, detail: str = "") -> Entry:
    due = NOW.replace(hour=20, minute=58) - timedelta(days=days_ago)
    return Entry(id="a", kind=Kind.TRIAL, night=due.date(), due_at=due, at=due, outcome=outcome, detail=detail)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_words(outcome: Outcome) -> None:
    assert last_in_words(entry(outcome), NOW).startswith("Last: today at 20:58, ")


def test_what_became_of_the_last_one_is_said_with_its_reason() -> None:
    words = last_in_words(entry(Outcome.MISSED, days_ago=1, detail="Something filled the screen."), NOW)
    assert words == "Last: yesterday at 20:58, missed (Something filled the screen)"
    assert last_in_words(entry(Outcome.BEGAN, days_ago=3), NOW) == "Last: Tuesday at 20:58, begun"
    assert last_in_words(entry(Outcome.BEGAN, days_ago=9), NOW) == "Last: 11 November at 20:58, begun"


def test_a_test_says_when_it_arrived_or_why_it_did_not() -> None:
    assert trial_in_words(entry(Outcome.SHOWN), NOW) == "Last test arrived 20:58"
    assert trial_in_words(entry(Outcome.SHOWN, days_ago=1), NOW) == "Last test arrived yesterday at 20:58"
    assert trial_in_words(entry(Outcome.BLOCKED, detail="No."), NOW) == "Last test did not arrive. No."


def test_the_hour_that_comes_twice_is_counted() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 10, 25, 2, 50, tzinfo=berlin)
    coming = Next(night=date(2026, 10, 24), at=datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1))
    assert moment_in_words(coming, now) == "tonight, in 40 minutes"
