"""The reminder's page and the lines of Tonight, in words."""

from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.reminder.delivery import Delivered, judged, nobody
from bedtime.reminder.notice import Buttons
from bedtime.reminder.page import (
    BLOCKED,
    NOTHING_RUNS,
    Action,
    Sign,
    brief,
    hour_later,
    page,
    stepped,
    switched,
    troubled,
    with_morning,
    with_night,
    with_time,
)
from bedtime.reminder.preferences import Preferences
from bedtime.reminder.reminders import Reminders, Status
from bedtime.reminder.rule import EVERY_NIGHT, Weekday
from tests.reminder.doubles import MemoryChoices, MemoryLog

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 20, 21, 13, tzinfo=ZONE)  # a Friday
ON = switched(Preferences(), NOW - timedelta(days=3))
SHOWN = judged("a desktop", Buttons.DRAWN, "")


class Keeper:
    """A scheduler that keeps nothing."""

    words = "Somebody keeps it."
    command = ("bedtime",)

    def bring_to(self, plan: object) -> None:
        """Nothing is installed."""


def reminders(chosen: Preferences, now: datetime = NOW) -> Reminders:
    return Reminders(
        choices=MemoryChoices(chosen),
        log=MemoryLog(),
        done=lambda _: frozenset(),
        scheduler=Keeper(),  # type: ignore[arg-type]
        now=lambda: now,
    )


def status(chosen: Preferences = ON, now: datetime = NOW) -> Status:
    return reminders(chosen, now).status()


def test_on_it_says_when_who_keeps_it_and_offers_to_skip() -> None:
    shown = page(status(), SHOWN, NOW, 10)
    assert (shown.headline, shown.sign) == ("Next: tonight, in 32 minutes", Sign.READY)
    assert (shown.kept_by, shown.days) == ("Somebody keeps it.", "Every night")
    assert (shown.action, shown.action_words) == (Action.SKIP, "Skip tonight")
    assert (shown.notice.body, shown.trouble) == ("Ten quiet minutes are ready.", "")


def test_the_minutes_pass_without_asking_anybody() -> None:
    known = status()
    assert page(known, SHOWN, NOW + timedelta(minutes=12), 10).headline == "Next: tonight, in 20 minutes"
    assert brief(known, SHOWN, NOW + timedelta(minutes=31)).soon == "in 1 minute"


def test_off_it_offers_to_be_switched_on_and_nothing_runs() -> None:
    shown = page(status(Preferences()), SHOWN, NOW, 10)
    assert (shown.headline, shown.sign, shown.kept_by) == ("Off", Sign.QUIET, NOTHING_RUNS)
    assert (shown.action, shown.action_words) == (Action.SWITCH_ON, "Remind me at 21:45")


def test_skipped_it_can_be_wanted_again() -> None:
    asked = reminders(ON)
    asked.skip()
    shown = page(asked.status(), SHOWN, NOW, 10)
    assert shown.headline == "Tonight skipped, next tomorrow 21:45"
    assert (shown.sign, shown.action) == (Sign.QUIET, Action.WANT_AGAIN)
    assert brief(asked.status(), SHOWN, NOW).when == "Skipped for tonight"


def test_on_an_evening_without_reminder_there_is_nothing_to_skip() -> None:
    known = status(with_night(ON, NOW - timedelta(days=2), Weekday.FRIDAY))
    shown = page(known, SHOWN, NOW, 10)
    assert (shown.days, shown.action) == ("Every night but Friday", Action.NONE)
    assert brief(known, SHOWN, NOW).when == "Tomorrow at 21:45"


def test_blocked_notices_come_before_all_else() -> None:
    blocked = judged("Xfce", Buttons.DRAWN, "Open Settings.")
    shown = page(status(), blocked, NOW, 10)
    assert (shown.headline, shown.sign, shown.remedy) == (BLOCKED, Sign.TROUBLE, "Open Settings.")
    assert brief(status(), blocked, NOW).action == "See why"


@pytest.mark.parametrize("delivered", [judged("dunst", Buttons.CLICK, ""), nobody()])
def test_what_the_desktop_cannot_do_is_said_and_the_reminder_is_ready_all_the_same(delivered: Delivered) -> None:
    shown = page(status(), delivered, NOW, 10)
    assert (shown.sign, shown.trouble) == (Sign.READY, delivered.words)


def test_what_was_refused_is_the_headline() -> None:
    shown = troubled(page(status(), SHOWN, NOW, None), "The disk is full.")
    assert (shown.headline, shown.sign) == ("The disk is full.", Sign.TROUBLE)


def test_the_first_screen_says_how_soon_as_long_as_that_is_worth_telling() -> None:
    assert brief(status(), None, NOW).when == "Tonight at 21:45"
    assert brief(status(), None, NOW).soon == "in 32 minutes"
    afternoon, morning = NOW.replace(hour=18, minute=40), NOW.replace(hour=13, minute=0)
    assert brief(status(now=afternoon), None, afternoon).soon == "in 3 hours"
    assert brief(status(now=morning), None, morning).soon == "in 9 hours"
    late = NOW.replace(hour=22, minute=0)
    assert brief(status(with_time(ON, late, time(21, 45)), late), None, late).soon == ""
    off = brief(status(Preferences()), None, NOW)
    assert (off.when, off.action) == ("No reminder set", "Set one")


@pytest.mark.parametrize(
    ("at", "step", "then"),
    [
        ("21:45", 5, "21:50"),
        ("21:55", 5, "22:00"),
        ("22:00", -5, "21:55"),
        ("21:43", 5, "21:45"),
        ("21:43", -5, "21:40"),
        ("23:55", 5, "00:00"),
        ("00:00", -5, "23:55"),
    ],
)
def test_a_step_leads_to_the_next_five_minutes(at: str, step: int, then: str) -> None:
    assert stepped(time.fromisoformat(at), step) == time.fromisoformat(then)


@given(st.times(timezones=st.none()), st.integers(-30, 30))
def test_hours_go_round_and_keep_their_minutes(at: time, hours: int) -> None:
    there = hour_later(at, hours)
    assert (there.minute, there.second) == (at.minute, at.second)
    assert hour_later(there, -hours) == at


@given(st.lists(st.sampled_from(Weekday)))
def test_whatever_is_toggled_one_evening_stays(toggled: list[Weekday]) -> None:
    chosen = ON
    for night in toggled:
        chosen = with_night(chosen, NOW, night)
        assert chosen.bedtime.rule.nights
        assert chosen.bedtime.rule.nights <= EVERY_NIGHT


def test_switching_keeps_the_time_and_the_evenings() -> None:
    there_and_back = switched(switched(ON, NOW), NOW)
    assert there_and_back.bedtime.rule == replace(ON.bedtime.rule, since=NOW)
    assert with_morning(with_morning(ON, NOW), NOW).morning.active is None
    assert with_morning(ON, NOW).morning.active is not None


def test_a_time_chosen_late_does_not_ring_for_what_is_past() -> None:
    late = NOW.replace(hour=22, minute=30)
    assert status(with_time(ON, late, time(22, 0)), late).headline == "Next: tomorrow at 22:00"
