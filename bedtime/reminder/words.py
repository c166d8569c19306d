"""Reminders in words: when the next one comes, on which days, and what became of the last. Pure."""

from datetime import date, datetime, time

from bedtime.diary.night import night_of
from bedtime.language import N_, _, ngettext
from bedtime.phrases import WEEKDAYS, after_each_other, day_and_month, in_a_row, listed, weekday
from bedtime.reminder.records import Entry, Outcome
from bedtime.reminder.rule import EVERY_NIGHT, Next, Settled, Standing, Weekday, seconds_until

OUTCOMES = {
    Outcome.SHOWN: N_("shown, not answered"),
    Outcome.BEGAN: N_("begun"),
    Outcome.SNOOZED: N_("put off"),
    Outcome.SKIPPED: N_("left out"),
    Outcome.PUT_AWAY: N_("put away"),
    Outcome.EXPIRED: N_("not answered"),
    Outcome.MISSED: N_("missed"),
    Outcome.BLOCKED: N_("could not be shown"),
}
ONE_HOUR_S = 3600


def days_in_words(nights: frozenset[Weekday]) -> str:
    """The chosen evenings: "Every night but Saturday", "Monday to Friday", "Monday, Wednesday and Friday"."""
    missing = EVERY_NIGHT - nights
    if not missing:
        return _("Every night")
    if len(missing) == 1:
        return _("Every night but {day}").format(day=_(WEEKDAYS[min(missing)]))
    runs = [run for run in _runs(nights) if len(run) > 2]
    if len(runs) == 1 and len(runs[0]) == len(nights):
        return _("{first} to {last}").format(first=_(WEEKDAYS[runs[0][0]]), last=_(WEEKDAYS[runs[0][-1]]))
    return listed(_(WEEKDAYS[day]) for day in sorted(nights))


def headline(coming: Next | None, settled: Settled | None, now: datetime) -> str:
    """The first line of the reminder's state. Both are None while it is off."""
    if coming is None:
        return _("Off")
    if settled is not None and settled.standing is Standing.SKIPPED:
        return _("Tonight skipped, next {day} {time}").format(
            day=day_in_words(coming.night, now), time=clock_time(coming.at)
        )
    return _("Next: {moment}").format(moment=moment_in_words(coming, now))


def moment_in_words(coming: Next, now: datetime) -> str:
    """When it comes: "tonight, in 32 minutes", "tonight at 21:45", "tomorrow at 21:45", "Saturday at 21:45"."""
    day = day_in_words(coming.night, now)
    left_s = seconds_until(coming.at, now)
    if left_s <= 0:
        return _("now")
    if left_s < ONE_HOUR_S:
        return in_a_row((day, soon_in_words(left_s)))
    return _("{day} at {time}").format(day=day, time=clock_time(coming.at))


def soon_in_words(left_s: float) -> str:
    """How soon something is that comes within the hour: "in 32 minutes"."""
    minutes = max(1, round(left_s / 60))
    return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)


def clock_time(at: datetime | time) -> str:
    """A time of day: "21:45"."""
    return f"{at:%H:%M}"


def last_in_words(entry: Entry, now: datetime) -> str:
    """What became of a reminder: "Last: yesterday at 21:45, begun"."""
    due = entry.due_at.astimezone(now.tzinfo)
    outcome = _(OUTCOMES[entry.outcome])
    words = _("Last: {day} at {time}, {outcome} ({detail})") if entry.detail else _("Last: {day} at {time}, {outcome}")
    return words.format(
        day=_past_day(due.date(), now), time=clock_time(due), outcome=outcome, detail=entry.detail.rstrip(".")
    )


def trial_in_words(entry: Entry, now: datetime) -> str:
    """What became of a test: "Last test arrived 20:58"."""
    if entry.outcome is Outcome.BLOCKED:
        return after_each_other((_("Last test did not arrive."), entry.detail))
    at = entry.due_at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return _("Last test arrived {time}").format(time=clock_time(at))
    return _("Last test arrived {day} at {time}").format(day=_past_day(at.date(), now), time=clock_time(at))


def day_in_words(night: date, now: datetime) -> str:
    """The evening of a reminder to come: "tonight", "tomorrow", "Saturday", "28 November"."""
    ahead = (night - night_of(now)).days
    if ahead in {0, 1}:
        return (_("tonight"), _("tomorrow"))[ahead]
    if 1 < ahead < 7:
        return weekday(night)
    return day_and_month(night)


def _past_day(day: date, now: datetime) -> str:
    ago = (now.date() - day).days
    if ago in {0, 1}:
        return (_("today"), _("yesterday"))[ago]
    if 1 < ago < 7:
        return weekday(day)
    return day_and_month(day)


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
