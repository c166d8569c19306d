"""The rule in every zone that the computer knows, over two years of nights."""

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bedtime.diary.night import night_of
from bedtime.reminder.rule import (
    EVERY_NIGHT,
    Fire,
    Mark,
    Rule,
    Standing,
    Weekday,
    due,
    moment_of,
    next_reminder,
)

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
YEARS = timedelta(days=731)
HOURS = [time(hour, minute) for hour in (0, 1, 2, 3, 23) for minute in (0, 1, 15, 30, 59)]


def distinct_zones() -> list[ZoneInfo]:
    """Every zone, once for all the names whose file is the same to the byte."""
    return list({_contents(name): ZoneInfo(name) for name in sorted(zoneinfo.available_timezones())}.values())


def _contents(name: str) -> bytes:
    """The compiled zone, or its name where the zones do not come from files."""
    files = (Path(folder, name) for folder in zoneinfo.TZPATH)
    return next((file.read_bytes() for file in files if file.is_file()), name.encode())


def changes(zone: ZoneInfo) -> list[datetime]:
    """The days, as instants, on which this zone changes its offset."""
    days = [START + timedelta(days=n) for n in range(-1, 740)]
    offsets = [zone.utcoffset(day.astimezone(zone)) for day in days]
    return [day for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]


def reminders(rule: Rule, zone: ZoneInfo, start: datetime, end: datetime) -> list[tuple[date, datetime]]:
    """Live through the nights: wait for each reminder, see it, and wait for the next."""
    marks: dict[date, Mark] = {}
    found: list[tuple[date, datetime]] = []
    now = start
    while (coming := next_reminder(rule, now.astimezone(zone), marks)) is not None and coming.at < end:
        now = coming.at.astimezone(UTC)
        verdict = due(rule, now.astimezone(zone), marks)
        assert isinstance(verdict, Fire), (zone, coming)
        found.append((verdict.night, now))
        marks = {verdict.night: Mark(standing=Standing.SHOWN, made_at=now)}
    return found


def nights_between(rule: Rule, zone: ZoneInfo, start: datetime, end: datetime) -> list[date]:
    """The wanted nights whose moment lies between two instants."""
    first = night_of(start.astimezone(zone)) - timedelta(days=1)
    nights = (first + timedelta(days=n) for n in range((end - start).days + 4))
    return [
        night
        for night in nights
        if Weekday(night.weekday()) in rule.nights and start <= moment_of(night, rule.at, zone) < end
    ]


@pytest.fixture(scope="module")
def zones() -> list[ZoneInfo]:
    found = distinct_zones()
    if len(found) < 50:
        pytest.skip("this computer has no zone data")
    return found


def test_two_years_in_every_zone_remind_exactly_once_on_each_wanted_night(zones: list[ZoneInfo]) -> None:
    rule = Rule(at=time(21, 45), nights=EVERY_NIGHT - {Weekday.SATURDAY}, since=START)
    for zone in zones:
        found = reminders(rule, zone, START, START + YEARS)
        assert [night for night, _ in found] == nights_between(rule, zone, START, START + YEARS), zone
        for _, at in found:
            assert at.astimezone(zone).time() == time(21, 45)


def test_around_every_change_of_the_clocks_each_night_is_reminded_once_at_the_first_moment_that_exists(
    zones: list[ZoneInfo],
) -> None:
    for zone in zones:
        for change in changes(zone):
            start, end = change - timedelta(days=2), change + timedelta(days=3)
            for at in HOURS:
                rule = Rule(at=at, since=start)
                found = reminders(rule, zone, start, end)
                assert [night for night, _ in found] == nights_between(rule, zone, start, end), (zone, at, change)
                for night, moment in found:
                    assert_first_moment(zone, night, at, moment)


def assert_first_moment(zone: ZoneInfo, night: date, at: time, moment: datetime) -> None:
    """The clock shows the time or later, and a second before it had not got there that night."""
    wanted = datetime.combine(night if at >= time(12) else night + timedelta(days=1), at)
    here = moment.astimezone(zone).replace(tzinfo=None)
    before = (moment - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    assert before < wanted <= here, (zone, night, at, moment)
