"""What is asked of the scheduler, and that no more is changed than differs."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bedtime.reminder.plan import Change, Files, Once, Plan, Weekly, plan_for, reconcile
from bedtime.reminder.preferences import Nudge, Preferences, Switch
from bedtime.reminder.rule import EVERY_NIGHT, Mark, Rule, Standing, Weekday
from tests.reminder.doubles import MemoryBackend

NOW = datetime(2026, 11, 20, 21, 50, tzinfo=ZoneInfo("Europe/Berlin"))
FIRE = ("bedtime", "reminder", "fire")


def evening(hour: int, minute: int, *nights: Weekday) -> Preferences:
    return Preferences(
        bedtime=Nudge(switch=Switch.ON, rule=Rule(at=time(hour, minute), nights=frozenset(nights) or EVERY_NIGHT))
    )


def in_words(plan: Plan) -> Files:
    return {"plan": repr(plan).encode()}


def test_nothing_is_asked_for_while_every_reminder_is_off() -> None:
    assert plan_for(Preferences(), NOW, (), FIRE) is None


def test_an_evening_is_asked_for_on_its_own_days() -> None:
    plan = plan_for(evening(21, 45, Weekday.FRIDAY), NOW, (), FIRE)
    assert plan == Plan(triggers=(Weekly(at=time(21, 45), days=frozenset({Weekday.FRIDAY})),), command=FIRE)


def test_after_midnight_the_days_of_the_calendar_are_one_later() -> None:
    plan = plan_for(evening(0, 30, Weekday.FRIDAY, Weekday.SUNDAY), NOW, (), FIRE)
    assert plan is not None
    assert plan.triggers == (Weekly(at=time(0, 30), days=frozenset({Weekday.SATURDAY, Weekday.MONDAY})),)


def test_a_morning_nudge_is_one_more_moment_of_the_same_plan() -> None:
    both = Preferences(
        bedtime=Nudge(switch=Switch.ON, rule=Rule(at=time(21, 45))),
        morning=Nudge(switch=Switch.ON, rule=Rule(at=time(8, 30))),
    )
    plan = plan_for(both, NOW, (), FIRE)
    assert plan is not None
    assert plan.triggers == (Weekly(at=time(21, 45), days=EVERY_NIGHT), Weekly(at=time(8, 30), days=EVERY_NIGHT))


def test_a_snooze_that_is_to_come_is_a_moment_and_one_that_is_past_is_not() -> None:
    later = datetime(2026, 11, 20, 20, 55, 0, 500, tzinfo=UTC)
    past = datetime(2026, 11, 19, 20, 55, tzinfo=UTC)
    marks = [Mark(standing=Standing.SNOOZED, made_at=NOW, again_at=at) for at in (later, past)]
    plan = plan_for(evening(21, 45), NOW, marks, FIRE)
    assert plan is not None
    assert plan.triggers[1:] == (Once(at=later.replace(microsecond=0)),)


def test_a_night_whose_time_does_not_exist_is_a_moment_of_its_own() -> None:
    plan = plan_for(evening(2, 30), NOW, (), FIRE)
    assert plan is not None
    assert plan.triggers[1:] == (Once(at=datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),)


def test_a_second_look_changes_nothing(plan: Plan) -> None:
    backend = MemoryBackend(in_words)
    assert reconcile(backend, plan) is Change.INSTALLED
    assert reconcile(backend, plan) is Change.NOTHING
    assert backend.touched == 1


def test_a_program_that_has_moved_is_repaired(plan: Plan) -> None:
    backend = MemoryBackend(in_words)
    reconcile(backend, plan)
    moved = Plan(triggers=plan.triggers, command=("/elsewhere/bedtime", "reminder", "fire"))
    assert reconcile(backend, moved) is Change.INSTALLED
    assert backend.files == in_words(moved)


def test_what_is_switched_off_is_removed_once(plan: Plan) -> None:
    backend = MemoryBackend(in_words)
    reconcile(backend, plan)
    assert reconcile(backend, None) is Change.REMOVED
    assert reconcile(backend, None) is Change.NOTHING
    assert not backend.files


@given(st.lists(st.one_of(st.none(), st.integers(0, 23))))
def test_any_order_of_wishes_leaves_the_last_one_installed(hours: list[int | None]) -> None:
    backend = MemoryBackend(in_words)
    for hour in hours:
        wanted = None if hour is None else plan_for(evening(hour, 0), NOW, (), FIRE)
        reconcile(backend, wanted)
        assert backend.files == ({} if wanted is None else in_words(wanted))
