"""What can be wished of reminders, and that the answers are true."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bedtime.reminder.preferences import Preferences
from bedtime.reminder.records import Entry, Kind, Outcome, from_record, marks_of, to_record
from bedtime.reminder.reminders import Reminders
from bedtime.reminder.rule import EVERY_NIGHT, Standing, Weekday
from bedtime.testing.manual_clock import ManualClock
from tests.reminder.doubles import MemoryChoices, MemoryLog, NotedPlans

FRIDAY = date(2026, 11, 20)
START = datetime(2026, 11, 20, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def new() -> tuple[Reminders, ManualClock, NotedPlans]:
    clock, plans = ManualClock(START), NotedPlans()
    choices, log = MemoryChoices(Preferences()), MemoryLog()
    asked = Reminders(choices=choices, log=log, done=lambda _: (), scheduler=plans, now=clock.now)
    return asked, clock, plans


def test_it_is_off_until_it_is_set() -> None:
    asked, _, _ = new()
    status = asked.status()
    assert status.headline == "Off"
    assert (status.coming, status.last_words, status.trial_words) == (None, "", "")


def test_setting_it_switches_it_on_and_hands_it_to_the_scheduler() -> None:
    asked, _, plans = new()
    asked.set(time(21, 45), EVERY_NIGHT - {Weekday.SATURDAY})
    status = asked.status()
    assert status.headline == "Next: tonight at 21:45"
    assert status.days == "Every night but Saturday"
    assert status.kept_by == "A test keeps it."
    assert plans.plans[-1] is not None


def test_setting_another_time_keeps_the_days() -> None:
    asked, _, _ = new()
    asked.set(time(21, 45), frozenset({Weekday.FRIDAY}))
    asked.set(time(22, 0))
    rule = asked.rule(Kind.BEDTIME)
    assert rule is not None
    assert (rule.at, rule.nights) == (time(22, 0), {Weekday.FRIDAY})


def test_switching_it_off_keeps_its_time_and_takes_it_from_the_scheduler() -> None:
    asked, _, plans = new()
    asked.set(time(22, 10))
    asked.switch_off()
    assert plans.plans[-1] is None
    assert asked.preferences().bedtime.rule.at == time(22, 10)
    assert asked.status().headline == "Off"


def test_a_skipped_night_can_be_wanted_after_all() -> None:
    asked, _, _ = new()
    asked.set(time(21, 45))
    coming = asked.skip()
    assert coming is not None
    assert coming.night == date(2026, 11, 21)
    asked.unskip()
    assert asked.status().headline == "Next: tonight at 21:45"


def test_skipping_twice_is_the_same_as_once() -> None:
    asked, _, _ = new()
    asked.set(time(21, 45))
    asked.skip()
    asked.skip()
    asked.unskip()
    assert asked.status().headline == "Next: tonight at 21:45"


def test_the_morning_nudge_is_switched_apart_from_the_evening() -> None:
    asked, _, _ = new()
    asked.set(time(8, 30), kind=Kind.MORNING)
    status = asked.status()
    assert status.coming is None
    assert status.morning is not None
    assert status.morning.at.hour == 8
    asked.switch_off(Kind.MORNING)
    assert asked.status().morning is None


def test_a_session_takes_its_snooze_with_it() -> None:
    asked, clock, plans = new()
    asked.set(time(21, 45))
    clock.advance(105 * 60)
    claimed = asked.claim(Kind.BEDTIME, FRIDAY, clock.now())
    assert claimed is not None
    asked.note(claimed, Outcome.SNOOZED, again_in=timedelta(minutes=10))
    asked.began()
    asked.repair()
    assert plans.plans[-1] is not None
    assert len(plans.plans[-1].triggers) == 1
    coming = asked.coming(Kind.BEDTIME)
    assert coming is not None
    assert coming.night == date(2026, 11, 21)


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(ZoneInfo("UTC")))  # noqa: DTZ001 - drawn apart
ENTRIES = st.builds(
    Entry,
    id=st.text(min_size=1),
    kind=st.sampled_from(Kind),
    night=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    due_at=MOMENTS,
    at=MOMENTS,
    outcome=st.sampled_from(Outcome),
    again_at=st.none() | MOMENTS,
    detail=st.text(),
)


@given(ENTRIES)
def test_an_entry_is_read_back_as_it_was(entry: Entry) -> None:
    assert from_record(to_record(entry)) == entry


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(ENTRIES, st.sampled_from(["id", "about", "night", "due_at", "at", "outcome", "again_at"]), JSON)
def test_a_record_of_nonsense_is_passed_over_and_never_a_fault(entry: Entry, field: str, nonsense: object) -> None:
    from_record({**to_record(entry), field: nonsense})
    from_record({key: value for key, value in to_record(entry).items() if key != field})


@given(st.lists(ENTRIES), st.frozensets(st.dates(date(2020, 1, 1), date(2040, 1, 1))))
def test_what_was_done_settles_its_night_whatever_was_answered(entries: list[Entry], done: frozenset[date]) -> None:
    marks = marks_of(entries, Kind.BEDTIME, done)
    assert all(marks[night].standing is Standing.DONE for night in done)
    assert set(marks) == done | {entry.night for entry in entries if entry.kind is Kind.BEDTIME}
