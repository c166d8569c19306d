"""One reminder on each wanted night, and none otherwise, wherever the person is and whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.diary.night import night_of
from bedtime.reminder.rule import (
    EVERY_NIGHT,
    Fire,
    Mark,
    Next,
    Rule,
    Settled,
    Standing,
    TooLate,
    Wait,
    Weekday,
    due,
    latest_useful,
    moment_of,
    next_reminder,
    unusual_moments,
)

BERLIN = ZoneInfo("Europe/Berlin")
AT_2145 = Rule(at=time(21, 45))
FRIDAY = date(2026, 11, 20)


def berlin(day: int, hour: int, minute: int, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


def shown(at: datetime) -> Mark:
    return Mark(standing=Standing.SHOWN, made_at=at)


def test_the_next_reminder_of_an_afternoon_is_tonight() -> None:
    assert next_reminder(AT_2145, berlin(20, 15, 0), {}) == Next(night=FRIDAY, at=berlin(20, 21, 45))


def test_it_fires_at_its_minute_and_says_how_long_it_is_of_use() -> None:
    assert due(AT_2145, berlin(20, 21, 45), {}) == Fire(night=FRIDAY, at=berlin(20, 21, 45), until=berlin(20, 23, 15))


def test_a_moment_too_early_waits() -> None:
    verdict = due(AT_2145, berlin(20, 21, 44), {})
    assert verdict == Wait(coming=Next(night=FRIDAY, at=berlin(20, 21, 45)))


@pytest.mark.parametrize(("hour", "minute", "kind"), [(23, 15, Fire), (23, 16, TooLate)])
def test_a_laptop_that_slept_through_it_reminds_on_waking_for_ninety_minutes(
    hour: int, minute: int, kind: type
) -> None:
    assert isinstance(due(AT_2145, berlin(20, hour, minute), {}), kind)


def test_it_never_reminds_past_three_at_night() -> None:
    late = Rule(at=time(2, 30))
    assert isinstance(due(late, berlin(21, 3, 0), {}), Fire)
    assert due(late, berlin(21, 3, 1), {}) == TooLate(night=FRIDAY, at=berlin(21, 2, 30))


def test_someone_who_works_at_night_may_be_reminded_in_the_morning() -> None:
    assert isinstance(due(Rule(at=time(8, 0)), berlin(21, 9, 30), {}), Fire)


def test_half_past_midnight_belongs_to_the_evening_before() -> None:
    fridays = Rule(at=time(0, 30), nights=frozenset({Weekday.FRIDAY}))
    assert next_reminder(fridays, berlin(20, 15, 0), {}) == Next(night=FRIDAY, at=berlin(21, 0, 30))


def test_only_the_chosen_evenings_are_wanted() -> None:
    but_friday = Rule(at=time(21, 45), nights=EVERY_NIGHT - {Weekday.FRIDAY})
    coming = next_reminder(but_friday, berlin(20, 21, 0), {})
    assert coming == Next(night=date(2026, 11, 21), at=berlin(21, 21, 45))
    assert due(but_friday, berlin(20, 21, 45), {}) == Wait(coming=coming)


@pytest.mark.parametrize("standing", [Standing.DONE, Standing.SKIPPED, Standing.SHOWN])
def test_a_settled_night_stays_quiet_and_tomorrow_comes_next(standing: Standing) -> None:
    marks = {FRIDAY: Mark(standing=standing, made_at=berlin(20, 21, 0))}
    assert due(AT_2145, berlin(20, 21, 45), marks) == Settled(night=FRIDAY, standing=standing)
    assert next_reminder(AT_2145, berlin(20, 21, 45), marks) == Next(night=date(2026, 11, 21), at=berlin(21, 21, 45))


def test_a_snooze_comes_again_at_its_own_moment() -> None:
    again = berlin(20, 21, 55)
    marks = {FRIDAY: Mark(standing=Standing.SNOOZED, made_at=berlin(20, 21, 45), again_at=again)}
    assert due(AT_2145, berlin(20, 21, 50), marks) == Wait(coming=Next(night=FRIDAY, at=again))
    assert due(AT_2145, again, marks) == Fire(night=FRIDAY, at=again, until=berlin(20, 23, 25))


def test_a_snooze_past_three_is_kept_because_the_person_is_up() -> None:
    rule, again = Rule(at=time(2, 50)), berlin(21, 3, 10)
    marks = {FRIDAY: Mark(standing=Standing.SNOOZED, made_at=berlin(21, 2, 50), again_at=again)}
    assert due(rule, again, marks) == Fire(night=FRIDAY, at=again, until=berlin(21, 3, 20))


def test_a_morning_snooze_reaches_over_noon() -> None:
    rule, again = Rule(at=time(11, 50)), berlin(21, 12, 5)
    marks = {FRIDAY: Mark(standing=Standing.SNOOZED, made_at=berlin(21, 11, 50), again_at=again)}
    verdict = due(rule, again, marks)
    assert isinstance(verdict, Fire)
    assert verdict.night == FRIDAY


def test_setting_an_earlier_time_does_not_nag_about_the_past() -> None:
    rule = Rule(at=time(20, 0), since=berlin(20, 21, 0))
    assert due(rule, berlin(20, 21, 0), {}) == Wait(coming=Next(night=date(2026, 11, 21), at=berlin(21, 20, 0)))


def test_a_later_time_chosen_after_tonights_reminder_is_a_new_wish() -> None:
    rule = Rule(at=time(22, 30), since=berlin(20, 21, 50))
    assert isinstance(due(rule, berlin(20, 22, 30), {FRIDAY: shown(berlin(20, 21, 45))}), Fire)


def test_a_time_that_does_not_exist_comes_at_the_next_moment_that_does() -> None:
    spring = date(2026, 3, 28)
    assert moment_of(spring, time(2, 30), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert isinstance(due(Rule(at=time(2, 30)), berlin(29, 3, 0, month=3), {}), Fire)


def test_a_time_that_comes_twice_is_taken_once() -> None:
    autumn = date(2026, 10, 24)
    first = moment_of(autumn, time(2, 30), BERLIN)
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    again = berlin(25, 2, 30, month=10).replace(fold=1)
    assert isinstance(due(Rule(at=time(2, 30)), again, {autumn: shown(first)}), Settled)


def test_a_whole_day_left_out_by_a_change_of_date_line_is_survived() -> None:
    samoa = ZoneInfo("Pacific/Apia")  # went from 29 to 31 December 2011
    assert moment_of(date(2011, 12, 30), time(21, 45), samoa) == datetime(2011, 12, 30, 10, 0, tzinfo=UTC)


def test_the_schedulers_are_told_of_nights_whose_time_does_not_exist() -> None:
    rule = Rule(at=time(2, 30))
    assert unusual_moments(rule, berlin(20, 12, 0)) == (datetime(2027, 3, 28, 1, 0, tzinfo=UTC),)
    assert unusual_moments(AT_2145, berlin(20, 12, 0)) == ()


def test_flying_west_over_the_evening_reminds_once() -> None:
    at_home = berlin(20, 21, 45)
    in_new_york = datetime(2026, 11, 20, 21, 45, tzinfo=ZoneInfo("America/New_York"))
    assert isinstance(due(AT_2145, at_home, {}), Fire)
    assert isinstance(due(AT_2145, in_new_york, {FRIDAY: shown(at_home)}), Settled)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        next_reminder(AT_2145, datetime(2026, 11, 20, 21, 0), {})  # noqa: DTZ001 - that is the point


TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
RULES = st.builds(Rule, at=TIMES, nights=st.frozensets(st.sampled_from(Weekday), min_size=1))
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Pacific/Chatham"]
).map(ZoneInfo)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31))  # noqa: DTZ001 - the zone is drawn apart


@given(rule=RULES, zone=ZONES, wall=MOMENTS)
def test_whatever_fires_is_wanted_was_due_and_is_not_too_late(rule: Rule, zone: ZoneInfo, wall: datetime) -> None:
    now = wall.replace(tzinfo=zone)
    verdict = due(rule, now, {})
    if isinstance(verdict, Fire):
        assert Weekday(verdict.night.weekday()) in rule.nights
        assert verdict.at.astimezone(UTC) <= now.astimezone(UTC) <= verdict.until.astimezone(UTC)
        assert verdict.until.astimezone(UTC) - verdict.at.astimezone(UTC) <= timedelta(minutes=90)


@given(rule=RULES, zone=ZONES, wall=MOMENTS)
def test_the_next_reminder_is_one_that_would_fire(rule: Rule, zone: ZoneInfo, wall: datetime) -> None:
    coming = next_reminder(rule, wall.replace(tzinfo=zone), {})
    assert coming is not None
    verdict = due(rule, coming.at, {})
    assert isinstance(verdict, Fire)
    assert verdict.night == coming.night
    assert latest_useful(rule, coming.night, coming.at, zone) >= coming.at.astimezone(UTC)


WHAT_HAPPENS = st.one_of(
    st.tuples(st.just("passes"), st.integers(1, 14 * 60)),
    st.tuples(st.just("sleeps"), st.integers(1, 40 * 60)),
    st.tuples(st.just("jumps back"), st.integers(1, 20 * 60)),
    st.tuples(st.just("travels"), st.integers(0, 5)),
    st.tuples(st.just("answers snooze"), st.sampled_from([5, 10, 20, 30])),
    st.tuples(st.just("answers skip"), st.just(0)),
)


@given(rule=RULES, events=st.lists(WHAT_HAPPENS, max_size=40))
def test_no_night_is_reminded_twice_without_a_snooze_in_between(rule: Rule, events: list[tuple[str, int]]) -> None:
    """Sleep, clocks that jump, journeys, snoozes and skips, in any order."""
    zones = [
        ZoneInfo(name)
        for name in ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC", "Africa/Cairo", "Pacific/Apia")
    ]
    now = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)
    zone = zones[0]
    marks: dict[date, Mark] = {}
    allowed: dict[date, int] = {}
    fired: dict[date, int] = {}
    open_night: date | None = None
    for what, amount in events:
        if what in {"passes", "sleeps"}:
            now += timedelta(minutes=amount)
        elif what == "jumps back":
            now -= timedelta(minutes=amount)
        elif what == "travels":
            zone = zones[amount]
        elif open_night is not None and what == "answers snooze":
            again = now + timedelta(minutes=amount)
            marks[open_night] = Mark(standing=Standing.SNOOZED, made_at=now, again_at=again)
            allowed[open_night] += 1
            open_night = None
        elif open_night is not None and what == "answers skip":
            marks[open_night] = Mark(standing=Standing.SKIPPED, made_at=now)
            open_night = None
        verdict = due(rule, now.astimezone(zone), marks)
        if isinstance(verdict, Fire):
            open_night = verdict.night
            fired[open_night] = fired.get(open_night, 0) + 1
            allowed.setdefault(open_night, 1)
            marks[open_night] = shown(now)
            assert fired[open_night] <= allowed[open_night]
            assert marks[open_night].standing is Standing.SHOWN


@given(rule=RULES, wall=MOMENTS, zone=ZONES)
def test_a_night_runs_from_noon_to_noon(rule: Rule, wall: datetime, zone: ZoneInfo) -> None:
    coming = next_reminder(rule, wall.replace(tzinfo=zone), {})
    assert coming is not None
    assert night_of(coming.at) == coming.night
