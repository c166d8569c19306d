"""When to remind: a pure function of the rule, the moment, and what became of the nights so far.

Every moment handed in carries the zone that the computer is in now, so the rule travels with the person. The days
are evenings: half past midnight on Friday's night is early on Saturday. Nothing here is read from the computer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum, IntEnum

from bedtime.diary.night import NOON, night_of

BEDTIME_IS_OVER = time(3)
LATE = timedelta(minutes=90)
ON_TIME = timedelta(minutes=10)
ONE_DAY = timedelta(days=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
TWO_YEARS_OF_NIGHTS = 731


class Weekday(IntEnum):
    """An evening of the week, numbered as `date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


EVERY_NIGHT = frozenset(Weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """At which local time, on which evenings. What was due before `since` is not caught up on."""

    at: time
    nights: frozenset[Weekday] = EVERY_NIGHT
    since: datetime = LONG_AGO


class Standing(Enum):
    """What is already settled about one night."""

    DONE = "done"  # the stretches, or for a morning nudge the diary
    SKIPPED = "skipped"
    SNOOZED = "snoozed"
    SHOWN = "shown"  # whatever was answered, once is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is settled about a night, since when, and for a snooze when to come again."""

    standing: Standing
    made_at: datetime
    again_at: datetime | None = None


Marks = Mapping[date, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The reminder to come: the night it is for, and its moment in the zone that was asked in."""

    night: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fire:
    """Remind now. After `until` it is of no use any more."""

    night: date
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Nothing is due yet; `coming` is None when no night is wanted at all."""

    coming: Next | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLate:
    """The moment came and went unseen, with the computer off or asleep."""

    night: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Nothing is to be shown tonight, because of what has happened already."""

    night: date
    standing: Standing


Verdict = Fire | Wait | TooLate | Settled


def moment_of(night: date, at: time, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which the wall clock of that night shows `at`.

    A time that comes twice is taken the first time; one that is left out gives the next moment that exists.
    """
    wall = datetime.combine(night if at >= NOON else night + ONE_DAY, at)
    first = wall.replace(tzinfo=zone).astimezone(UTC)
    if _wall(first, zone) == wall:
        return first
    return _first_moment_past(wall, wall.replace(tzinfo=zone, fold=1).astimezone(UTC), first, zone)


def latest_useful(rule: Rule, night: date, at: datetime, zone: tzinfo) -> datetime:
    """Until which UTC instant a reminder whose moment was `at` may be shown: 90 minutes, never past three at night.

    A time of three or later has no such end. One that was snoozed past three, or moved there by the clock change, keeps
    ten minutes: the person is up, and wanted it.
    """
    late = at.astimezone(UTC) + LATE
    if BEDTIME_IS_OVER <= rule.at < NOON:
        return late
    over = moment_of(night, BEDTIME_IS_OVER, zone)
    return min(late, over) if at < over else at.astimezone(UTC) + ON_TIME


def seconds_until(at: datetime, now: datetime) -> float:
    """Seconds of real time, negative once it has passed. Python subtracts two moments of one zone by the wall."""
    return (at.astimezone(UTC) - now.astimezone(UTC)).total_seconds()


def due(rule: Rule, now: datetime, marks: Marks) -> Verdict:
    """What to do at this moment."""
    night, instant, zone = night_of(now), now.astimezone(UTC), zone_of(now)
    missed: TooLate | None = None
    for candidate in (night - ONE_DAY, night):  # a morning's snooze may reach over noon
        at = _pending(rule, candidate, marks.get(candidate), zone)
        if at is None or at > instant:
            continue
        until = latest_useful(rule, candidate, at, zone)
        if instant <= until:
            return Fire(night=candidate, at=at.astimezone(zone), until=until.astimezone(zone))
        if candidate == night:
            missed = TooLate(night=night, at=at.astimezone(zone))
    mark = marks.get(night)
    if mark is not None and _holds(mark, rule) and mark.standing is not Standing.SNOOZED:
        return Settled(night=night, standing=mark.standing)
    return missed or Wait(coming=next_reminder(rule, now, marks))


def next_reminder(rule: Rule, now: datetime, marks: Marks) -> Next | None:
    """The next reminder, or the one that is due at this very moment; None when no night is wanted."""
    instant, zone = now.astimezone(UTC), zone_of(now)
    night = night_of(now) - ONE_DAY
    for _ in range(TWO_YEARS_OF_NIGHTS):
        at = _pending(rule, night, marks.get(night), zone)
        if at is not None and (at >= instant or instant <= latest_useful(rule, night, at, zone)):
            return Next(night=night, at=at.astimezone(zone))
        night += ONE_DAY
    return None


def unusual_moments(rule: Rule, now: datetime, *, nights: int = 400) -> tuple[datetime, ...]:
    """The coming moments, in UTC, whose local time is not the rule's own, because that time does not exist that night.

    The schedulers of the operating systems leave such a night out, so they are told about it as a date of its own.
    """
    instant, zone, first = now.astimezone(UTC), zone_of(now), night_of(now)
    wanted = (first + n * ONE_DAY for n in range(nights))
    moments = [moment_of(night, rule.at, zone) for night in wanted if Weekday(night.weekday()) in rule.nights]
    return tuple(at for at in moments if at > instant and _wall(at, zone).time() != rule.at)


def _pending(rule: Rule, night: date, mark: Mark | None, zone: tzinfo) -> datetime | None:
    """The instant, in UTC, at which this night still wants a reminder."""
    if mark is not None and _holds(mark, rule):
        return mark.again_at.astimezone(UTC) if mark.again_at is not None else None
    if Weekday(night.weekday()) not in rule.nights:
        return None
    at = moment_of(night, rule.at, zone)
    return None if at < rule.since else at


def _holds(mark: Mark, rule: Rule) -> bool:
    """Whether a mark still counts: a new time, chosen after tonight's reminder was shown, is a new wish."""
    return mark.standing in {Standing.DONE, Standing.SKIPPED} or mark.made_at >= rule.since


def _wall(instant: datetime, zone: tzinfo) -> datetime:
    """What the clock on the wall shows, without a zone."""
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


def _first_moment_past(wall: datetime, low: datetime, high: datetime, zone: tzinfo) -> datetime:
    """The first whole second between two instants at which the wall clock has reached `wall`."""
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (low, middle) if _wall(middle, zone) >= wall else (middle, high)
    return high


def zone_of(moment: datetime) -> tzinfo:
    """The zone a moment carries. A moment without one is a mistake of the caller."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone names no instant")
    return moment.tzinfo
