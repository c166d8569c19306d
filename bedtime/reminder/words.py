"""Reminders in words: when the next one comes, on which days, and what became of the last. Pure."""

from datetime import date, datetime

from bedtime.diary.night import night_of
from bedtime.reminder.records import Entry, Kind, Outcome
from bedtime.reminder.rule import EVERY_NIGHT, Next, Settled, Standing, Weekday, seconds_until

DAYS = tuple(day.name.capitalize() for day in Weekday)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
OUTCOMES = {
    Outcome.SHOWN: "shown, not answered",
    Outcome.BEGAN: "begun",
    Outcome.SNOOZED: "put off",
    Outcome.SKIPPED: "left out",
    Outcome.PUT_AWAY: "put away",
    Outcome.EXPIRED: "not answered",
    Outcome.MISSED: "missed",
    Outcome.BLOCKED: "could not be shown",
}
ONE_HOUR_S = 3600


def days_in_words(nights: frozenset[Weekday]) -> str:
    """The chosen evenings: "Every night but Saturday", "Monday to Friday", "Monday, Wednesday and Friday"."""
    missing = EVERY_NIGHT - nights
    if not missing:
        return "Every night"
    if len(missing) == 1:
        return f"Every night but {DAYS[min(missing)]}"
    runs = [run for run in _runs(nights) if len(run) > 2]
    if len(runs) == 1 and len(runs[0]) == len(nights):
        return f"{DAYS[runs[0][0]]} to {DAYS[runs[0][-1]]}"
    return _listed([DAYS[day] for day in sorted(nights)])


def headline(coming: Next | None, settled: Settled | None, now: datetime) -> str:
    """The first line of the reminder's state. Both are None while it is off."""
    if coming is None:
        return "Off"
    if settled is not None and settled.standing is Standing.SKIPPED:
        return f"Tonight skipped, next {day_in_words(coming.night, now)} {coming.at:%H:%M}"
    return f"Next: {moment_in_words(coming, now)}"


def moment_in_words(coming: Next, now: datetime) -> str:
    """When it comes: "tonight, in 32 minutes", "tonight at 21:45", "tomorrow at 21:45", "Saturday at 21:45"."""
    day = day_in_words(coming.night, now)
    left_s = seconds_until(coming.at, now)
    if left_s <= 0:
        return "now"
    if left_s < ONE_HOUR_S:
        minutes = max(1, round(left_s / 60))
        return f"{day}, in {minutes} minute{'' if minutes == 1 else 's'}"
    return f"{day} at {coming.at:%H:%M}"


def last_in_words(entry: Entry, now: datetime) -> str:
    """What became of a reminder: "Last: yesterday at 21:45, begun"."""
    due = entry.due_at.astimezone(now.tzinfo)
    outcome = OUTCOMES[entry.outcome]
    detail = f" ({entry.detail.rstrip('.')})" if entry.detail else ""
    return f"Last: {_past_day(due.date(), now)} at {due:%H:%M}, {outcome}{detail}"


def trial_in_words(entry: Entry, now: datetime) -> str:
    """What became of a test: "Last test arrived 20:58"."""
    if entry.outcome is Outcome.BLOCKED:
        return f"Last test did not arrive. {entry.detail}"
    at = entry.due_at.astimezone(now.tzinfo)
    day = "" if at.date() == now.date() else f"{_past_day(at.date(), now)} at "
    return f"Last test arrived {day}{at:%H:%M}"


def kind_in_words(kind: Kind) -> str:
    """What a notice is about, for a sentence."""
    return {Kind.BEDTIME: "reminder", Kind.MORNING: "morning nudge", Kind.TRIAL: "test"}[kind]


def day_in_words(night: date, now: datetime) -> str:
    """The evening of a reminder to come: "tonight", "tomorrow", "Saturday", "28 November"."""
    ahead = (night - night_of(now)).days
    if ahead in {0, 1}:
        return ("tonight", "tomorrow")[ahead]
    if 1 < ahead < 7:
        return DAYS[night.weekday()]
    return _date(night)


def _past_day(day: date, now: datetime) -> str:
    ago = (now.date() - day).days
    if ago in {0, 1}:
        return ("today", "yesterday")[ago]
    if 1 < ago < 7:
        return DAYS[day.weekday()]
    return _date(day)


def _date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _runs(nights: frozenset[Weekday]) -> list[list[Weekday]]:
    """The chosen evenings in runs of neighbours, Sunday being Monday's."""
    starts = [day for day in sorted(nights) if Weekday((day - 1) % 7) not in nights]
    return [_run_from(day, nights) for day in starts]


def _run_from(day: Weekday, nights: frozenset[Weekday]) -> list[Weekday]:
    run = []
    while day in nights:
        run.append(day)
        day = Weekday((day + 1) % 7)
    return run


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
