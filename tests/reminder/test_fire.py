"""One evening's reminder, from its moment to its answer."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bedtime.handover import Wish
from bedtime.reminder.fire import Firing, Snoozes, Waiting
from bedtime.reminder.notice import Answer
from bedtime.reminder.plan import Once
from bedtime.reminder.preferences import FullScreen, Nudge, Preferences, Sound, Switch
from bedtime.reminder.records import Kind, Outcome
from bedtime.reminder.reminders import Reminders
from bedtime.reminder.rule import Next, Rule
from bedtime.testing.manual_clock import ManualClock
from tests.reminder.doubles import (
    MemoryChoices,
    MemoryLog,
    NotedPlans,
    NotedWishes,
    ScriptedDesktop,
    ScriptedScreen,
)

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = date(2026, 11, 20)
EVENING = Preferences(bedtime=Nudge(switch=Switch.ON, rule=Rule(at=time(21, 45))))


class Evening:
    """Everything that takes part in one evening, starting at 21:45."""

    def __init__(self, *, preferences: Preferences = EVENING, hour: int = 21, minute: int = 45) -> None:
        self.clock = ManualClock(datetime(2026, 11, 20, hour, minute, tzinfo=BERLIN))
        self.choices = MemoryChoices(preferences)
        self.log = MemoryLog()
        self.plans = NotedPlans()
        self.wishes = NotedWishes()
        self.done: set[date] = set()
        self.reminders = Reminders(
            choices=self.choices,
            log=self.log,
            done=lambda kind: self.done if kind is Kind.BEDTIME else (),
            scheduler=self.plans,
            now=self.clock.now,
        )

    def firing(
        self,
        desktop: ScriptedDesktop,
        *screens: ScriptedScreen,
        snoozes: Snoozes = Snoozes.SCHEDULER,
        minutes: int | None = None,
    ) -> Firing:
        return Firing(
            self.reminders, desktop, screens, self.wishes, self.clock.advance, snoozes=snoozes, minutes=minutes
        )

    def outcomes(self) -> list[Outcome]:
        return [entry.outcome for entry in self.log.entries()]


def test_begin_opens_tonights_routine() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, None, Answer.BEGIN)
    entry = evening.firing(desktop).run()
    assert entry is not None
    assert entry.outcome is Outcome.BEGAN
    assert evening.wishes.wishes == [Wish.BEGIN]
    assert desktop.withdrawn == 1


def test_a_snooze_is_left_to_the_scheduler_and_comes_again() -> None:
    evening = Evening()
    evening.firing(ScriptedDesktop(evening.clock, Answer.AGAIN)).run()
    again_at = evening.clock.now() + timedelta(minutes=10)
    plan = evening.plans.plans[-1]
    assert plan is not None
    assert plan.triggers[-1] == Once(at=again_at.replace(microsecond=0).astimezone(plan.triggers[-1].at.tzinfo))  # type: ignore[union-attr]
    assert evening.reminders.coming(Kind.BEDTIME) == Next(night=FRIDAY, at=again_at)
    evening.clock.advance(600)
    desktop = ScriptedDesktop(evening.clock, Answer.SKIP)
    evening.firing(desktop).run()
    assert len(desktop.shown) == 1
    assert evening.outcomes() == [Outcome.SNOOZED, Outcome.SKIPPED]


def test_where_the_scheduler_cannot_a_snooze_is_waited_for_here() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, Answer.AGAIN, Answer.AGAIN, Answer.BEGIN)
    entry = evening.firing(desktop, snoozes=Snoozes.HERE).run()
    assert entry is not None
    assert entry.outcome is Outcome.BEGAN
    assert len(desktop.shown) == 3
    assert evening.clock.now() >= datetime(2026, 11, 20, 22, 5, tzinfo=BERLIN)
    assert evening.plans.plans == []


def test_not_tonight_is_silent_until_tomorrow() -> None:
    evening = Evening()
    evening.firing(ScriptedDesktop(evening.clock, Answer.SKIP)).run()
    assert evening.firing(ScriptedDesktop(evening.clock)).run() is None
    coming = evening.reminders.coming(Kind.BEDTIME)
    assert coming is not None
    assert coming.night == date(2026, 11, 21)
    assert evening.reminders.status().headline == "Tonight skipped, next tomorrow 21:45"


def test_nothing_is_shown_twice() -> None:
    evening = Evening()
    evening.firing(ScriptedDesktop(evening.clock, Answer.PUT_AWAY)).run()
    again = ScriptedDesktop(evening.clock)
    assert evening.firing(again).run() is None
    assert again.shown == []


def test_of_two_that_start_at_once_one_shows_it() -> None:
    evening = Evening()
    first = evening.reminders.claim(Kind.BEDTIME, FRIDAY, evening.clock.now())
    assert first is not None
    assert evening.reminders.claim(Kind.BEDTIME, FRIDAY, evening.clock.now()) is None
    assert len(evening.log.entries()) == 1


def test_a_scheduler_that_is_a_little_early_is_waited_for() -> None:
    evening = Evening(hour=21, minute=44)
    evening.clock.advance(45)
    desktop = ScriptedDesktop(evening.clock, Answer.SKIP)
    assert evening.firing(desktop).run() is not None
    assert evening.clock.now() >= datetime(2026, 11, 20, 21, 45, tzinfo=BERLIN)


def test_nothing_is_shown_when_tonight_is_done() -> None:
    evening = Evening()
    evening.done.add(FRIDAY)
    desktop = ScriptedDesktop(evening.clock)
    assert evening.firing(desktop).run() is None
    assert desktop.shown == []


def test_it_goes_away_when_the_session_starts() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, None, evening.reminders.began)
    evening.firing(desktop).run()
    assert desktop.withdrawn == 1
    assert evening.outcomes() == [Outcome.BEGAN]
    assert evening.wishes.wishes == []


@pytest.mark.parametrize("what", ["skip", "switch_off"])
def test_it_goes_away_when_the_command_line_settles_the_night(what: str) -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, None, getattr(evening.reminders, what))
    start = evening.clock.now()
    evening.firing(desktop).run()
    assert desktop.withdrawn == 1
    assert evening.clock.now() - start < timedelta(seconds=10)


def test_what_is_not_answered_goes_away_when_it_is_of_no_use_any_more() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock)
    entry = evening.firing(desktop).run()
    assert entry is not None
    assert entry.outcome is Outcome.EXPIRED
    assert desktop.withdrawn == 1
    assert evening.clock.now() <= datetime(2026, 11, 20, 23, 15, 5, tzinfo=BERLIN)


def test_a_computer_that_sleeps_with_the_notice_open_wakes_without_it() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, None, lambda: evening.clock.sleep_computer(9 * 3600))
    evening.firing(desktop).run()
    assert evening.outcomes() == [Outcome.EXPIRED]
    assert desktop.withdrawn == 1


def test_a_film_is_not_disturbed_and_the_notice_follows_it() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, Answer.PUT_AWAY)
    evening.firing(desktop, ScriptedScreen(looks=30)).run()
    assert len(desktop.shown) == 1
    assert evening.clock.now() >= datetime(2026, 11, 20, 21, 50, tzinfo=BERLIN)


def test_a_film_that_lasts_too_long_makes_the_reminder_a_missed_one() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock)
    assert evening.firing(desktop, ScriptedScreen(looks=10_000)).run() is None
    assert desktop.shown == []
    assert [(entry.outcome, entry.detail) for entry in evening.log.entries()] == [
        (Outcome.MISSED, "Something filled the screen.")
    ]


def test_a_session_that_begins_behind_the_film_is_noticed() -> None:
    evening = Evening()
    screen = ScriptedScreen(looks=100)
    firing = Firing(
        evening.reminders,
        desktop := ScriptedDesktop(evening.clock),
        [screen],
        evening.wishes,
        lambda seconds: (evening.clock.advance(seconds), evening.done.add(FRIDAY))[1],
    )
    assert firing.run() is None
    assert desktop.shown == []


def test_it_may_be_shown_over_a_film_if_that_was_chosen() -> None:
    evening = Evening(preferences=replace(EVENING, full_screen=FullScreen.SHOW))
    desktop = ScriptedDesktop(evening.clock, Answer.PUT_AWAY)
    evening.firing(desktop, ScriptedScreen(looks=100)).run()
    assert evening.clock.now() < datetime(2026, 11, 20, 21, 46, tzinfo=BERLIN)


def test_a_desktop_that_is_just_starting_is_tried_again() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, Answer.BEGIN, refusals=2)
    evening.firing(desktop).run()
    assert len(desktop.shown) == 1
    assert evening.wishes.wishes == [Wish.BEGIN]


def test_where_nothing_shows_notices_the_window_is_opened_instead() -> None:
    evening = Evening()
    entry = evening.firing(ScriptedDesktop(evening.clock, refusals=99)).run()
    assert entry is not None
    assert (entry.outcome, entry.detail) == (Outcome.BLOCKED, "Nobody shows notices.")
    assert evening.wishes.wishes == [Wish.SHOW]


def test_a_full_disk_is_no_reason_to_stay_silent() -> None:
    evening = Evening()
    evening.log.full = True
    desktop = ScriptedDesktop(evening.clock, lambda: setattr(evening.log, "full", False), Answer.BEGIN)
    evening.firing(desktop).run()
    assert len(desktop.shown) == 1
    assert evening.wishes.wishes == [Wish.BEGIN]


def test_a_reminder_that_was_slept_through_is_noted_once_and_not_shown() -> None:
    evening = Evening(hour=23, minute=30)
    desktop = ScriptedDesktop(evening.clock)
    for _ in range(3):
        assert evening.firing(desktop).run() is None
    assert desktop.shown == []
    assert evening.outcomes() == [Outcome.MISSED]
    assert evening.reminders.status().last_words == "Last: today at 21:45, missed"


def test_the_notice_says_how_long_it_takes_and_is_silent_unless_asked() -> None:
    evening = Evening()
    desktop = ScriptedDesktop(evening.clock, Answer.PUT_AWAY)
    evening.firing(desktop, minutes=10).run()
    (notice,) = desktop.shown
    assert (notice.title, notice.body) == ("Legs first, then bed", "Ten quiet minutes are ready.")
    assert [button.label for button in notice.buttons] == ["Begin", "In 10 min", "Not tonight"]
    assert notice.sound is Sound.SILENT


def test_the_morning_nudge_is_the_same_with_other_words() -> None:
    morning = Nudge(switch=Switch.ON, rule=Rule(at=time(8, 30)))
    evening = Evening(preferences=Preferences(morning=morning, sound=Sound.CHIME), hour=8, minute=30)
    desktop = ScriptedDesktop(evening.clock, Answer.BEGIN)
    entry = evening.firing(desktop).run()
    assert entry is not None
    assert (entry.kind, entry.night) == (Kind.MORNING, date(2026, 11, 19))
    assert evening.wishes.wishes == [Wish.MORNING]
    assert desktop.shown[0].title == "How was the night?"
    assert desktop.shown[0].sound is Sound.CHIME


def test_a_test_arrives_and_settles_nothing() -> None:
    evening = Evening()
    evening.firing(ScriptedDesktop(evening.clock)).trial()
    assert evening.reminders.status().trial_words == "Last test arrived 21:45"
    assert evening.firing(ScriptedDesktop(evening.clock, Answer.SKIP)).run() is not None


def test_a_test_that_does_not_arrive_says_why() -> None:
    evening = Evening()
    evening.firing(ScriptedDesktop(evening.clock, refusals=99)).trial()
    assert evening.reminders.status().trial_words == "Last test did not arrive. Nobody shows notices."


def test_the_process_that_waits_shows_every_evening_and_ends_when_it_is_switched_off() -> None:
    evening = Evening(hour=15, minute=0)
    answers = [Answer.PUT_AWAY, Answer.SKIP, evening.reminders.switch_off]
    desktop = ScriptedDesktop(evening.clock, *answers)
    waiting = Waiting(evening.reminders, evening.firing(desktop, snoozes=Snoozes.HERE), evening.clock.advance)
    waiting.run()
    assert len(desktop.shown) == 3
    assert [entry.due_at.date() for entry in evening.log.entries()] == [FRIDAY + timedelta(days=n) for n in range(3)]
    assert evening.clock.now() < datetime(2026, 11, 22, 21, 46, 30, tzinfo=BERLIN)


def test_the_process_that_waits_notices_that_the_computer_slept() -> None:
    evening = Evening(hour=21, minute=0)
    desktop = ScriptedDesktop(evening.clock, evening.reminders.switch_off)
    slept: list[float] = []

    def pause(seconds: float) -> None:
        if not slept:
            evening.clock.sleep_computer(80 * 60)
        slept.append(seconds)
        evening.clock.advance(seconds)

    Waiting(evening.reminders, evening.firing(desktop, snoozes=Snoozes.HERE), pause).run()
    assert len(desktop.shown) == 1
    assert max(slept) <= 60
