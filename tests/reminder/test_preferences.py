"""The document of what was chosen about reminders."""

import json
from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.errors import BadInput
from bedtime.reminder.preferences import (
    SNOOZES_MIN,
    FullScreen,
    Nudge,
    Preferences,
    Sound,
    Switch,
    changed,
    from_document,
    to_document,
)
from bedtime.reminder.rule import EVERY_NIGHT, Rule, Weekday

OFFSETS = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(datetime(1980, 1, 1), datetime(2080, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - drawn apart
RULES = st.builds(
    Rule,
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    nights=st.frozensets(st.sampled_from(Weekday), min_size=1),
    since=MOMENTS,
)
NUDGES = st.builds(Nudge, switch=st.sampled_from(Switch), rule=RULES)
PREFERENCES = st.builds(
    Preferences,
    bedtime=NUDGES,
    morning=NUDGES,
    snooze_min=st.sampled_from(SNOOZES_MIN),
    sound=st.sampled_from(Sound),
    full_screen=st.sampled_from(FullScreen),
)


@given(PREFERENCES)
def test_what_was_chosen_is_read_back_as_it_was(preferences: Preferences) -> None:
    assert from_document(json.loads(json.dumps(to_document(preferences)))) == preferences


def test_nothing_is_switched_on_before_somebody_asks_for_it() -> None:
    new = from_document({})
    assert new == Preferences()
    assert new.bedtime.active is None
    assert new.morning.active is None
    assert new.sound is Sound.SILENT
    assert new.full_screen is FullScreen.HOLD


def test_a_change_switches_it_on_and_counts_from_that_moment() -> None:
    now = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
    nudge = changed(Preferences().bedtime, now, at=time(22, 0), nights=frozenset({Weekday.FRIDAY}))
    assert nudge.active == Rule(at=time(22, 0), nights=frozenset({Weekday.FRIDAY}), since=now)
    assert changed(nudge, now).rule.nights == frozenset({Weekday.FRIDAY})
    assert Preferences().bedtime.rule.nights == EVERY_NIGHT


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"bedtime": {"at": "25:99"}}, "not a time of day"),
        ({"bedtime": {"days": []}}, "No day"),
        ({"bedtime": {"days": ["blursday"]}}, "not a day"),
        ({"bedtime": {"switch": "maybe"}}, '"on" or "off"'),
        ({"bedtime": 5}, "group of settings"),
        ({"snooze_min": 7}, "one of 5, 10, 20 and 30"),
        ({"snooze_min": [10]}, "one of 5, 10, 20 and 30"),
        ({"sound": "gong"}, '"silent" or "chime"'),
        ({"full_screen": None}, '"hold" or "show"'),
    ],
)
def test_a_wrong_document_says_what_is_wrong_in_one_line(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        from_document(wrong)


@pytest.mark.parametrize("since", [None, 7, "yesterday", "2026-11-20T21:00:00"])
def test_a_damaged_moment_of_change_counts_as_long_ago(since: object) -> None:
    document = to_document(Preferences())
    document["bedtime"] = {"switch": "on", "at": "21:45", "days": ["mon"], "since": since}
    assert from_document(document).bedtime.rule.since < datetime(1990, 1, 1, tzinfo=UTC)
