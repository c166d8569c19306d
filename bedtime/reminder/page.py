"""What the window shows of the reminder: a whole page, and two lines for the first screen. Pure.

Made anew from the same status as the minutes pass, so that no file is read for "in 32 minutes" to become 31.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import Enum, auto

from bedtime.diary.night import night_of
from bedtime.language import N_, _, ngettext, pgettext
from bedtime.reminder.delivery import Delivered, Delivery
from bedtime.reminder.notice import Notice, evening_notice
from bedtime.reminder.preferences import FullScreen, Preferences, Sound, Switch
from bedtime.reminder.reminders import Status
from bedtime.reminder.rule import Next, Standing, Weekday, seconds_until
from bedtime.reminder.words import (
    ONE_HOUR_S,
    clock_time,
    day_in_words,
    days_in_words,
    headline,
    last_in_words,
    soon_in_words,
    trial_in_words,
)

FEW_HOURS_S = 12 * ONE_HOUR_S
STEP_MIN = 5
NOTHING_RUNS = N_("Nothing of Bedtime runs, and nothing is installed.")
AT_LEAST_ONE = N_("One evening has to stay. To have none, switch it off.")
BLOCKED = N_("Notifications are blocked by the system")


class Sign(Enum):
    """How it stands, at a glance."""

    READY = auto()
    QUIET = auto()  # off, or skipped for tonight
    TROUBLE = auto()


class Action(Enum):
    """What is offered beside the state."""

    SWITCH_ON = auto()
    SKIP = auto()
    WANT_AGAIN = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The reminder's screen. `remedy` is what to do where something stands in the way of notices."""

    at: time
    nights: frozenset[Weekday]
    days: str
    snooze_min: int
    sign: Sign
    headline: str
    kept_by: str
    action: Action
    action_words: str
    is_on: bool
    chimes: bool
    holds: bool
    morning_is_on: bool
    morning_words: str
    notice: Notice
    has_buttons: bool
    trouble: str
    remedy: str
    last_words: str
    trial_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the first screen says: when, how soon, and the words of a button where there is something to do."""

    when: str
    soon: str
    action: str = ""


def page(status: Status, delivered: Delivered | None, now: datetime, minutes: int | None) -> Page:
    """The page at this moment. `delivered` is None until the desktop has been asked; `minutes` is tonight's length."""
    chosen = status.preferences
    is_on = chosen.bedtime.active is not None
    blocked = is_on and delivered is not None and delivered.how is Delivery.BLOCKED
    action = _action(status, now)
    return Page(
        at=chosen.bedtime.rule.at,
        nights=chosen.bedtime.rule.nights,
        days=days_in_words(chosen.bedtime.rule.nights),
        snooze_min=chosen.snooze_min,
        sign=Sign.TROUBLE if blocked else Sign.QUIET if not is_on or _is_skipped(status) else Sign.READY,
        headline=_(BLOCKED) if blocked else headline(status.coming, status.settled, now),
        kept_by=status.kept_by if is_on else _(NOTHING_RUNS),
        action=action,
        action_words=_action_words(action, chosen),
        is_on=is_on,
        chimes=chosen.sound is Sound.CHIME,
        holds=chosen.full_screen is FullScreen.HOLD,
        morning_is_on=chosen.morning.active is not None,
        morning_words=_morning_words(chosen),
        notice=evening_notice(minutes=minutes, snooze_min=chosen.snooze_min, sound=chosen.sound),
        has_buttons=delivered is None or delivered.how is not Delivery.CLICK_ONLY,
        trouble="" if delivered is None or delivered.how is Delivery.SHOWN else delivered.words,
        remedy="" if delivered is None else delivered.how_to_allow,
        last_words=last_in_words(replace(status.last, detail=""), now) if status.last else "",
        trial_words=trial_in_words(status.trial, now) if status.trial else "",
    )


def troubled(shown: Page, words: str) -> Page:
    """The page when something was refused: by the disk, by the scheduler, or by a file that somebody edited."""
    return replace(shown, sign=Sign.TROUBLE, headline=words)


def brief(status: Status, delivered: Delivered | None, now: datetime) -> Brief:
    """The two lines of the first screen."""
    coming = status.coming
    if coming is None:
        return Brief(when=_("No reminder set"), soon="", action=_("Set one"))
    if delivered is not None and delivered.how is Delivery.BLOCKED:
        return Brief(when=_("Reminders are blocked"), soon="", action=_("See why"))
    if _is_skipped(status):
        return Brief(
            when=_("Skipped for tonight"),
            soon=_("then {day} at {time}").format(day=day_in_words(coming.night, now), time=clock_time(coming.at)),
        )
    return Brief(when=_when(coming, now), soon=_soon(coming, now))


def stepped(at: time, step_min: int) -> time:
    """The time a step later or earlier, on the next mark of the step; over midnight it goes round."""
    now_min, size = at.hour * 60 + at.minute, abs(step_min)
    marks = now_min // size + 1 if step_min > 0 else -(-now_min // size) - 1
    hours, minutes = divmod(marks * size % (24 * 60), 60)
    return time(hours, minutes)


def hour_later(at: time, hours: int) -> time:
    """The same minute some hours later, or earlier; over midnight it goes round."""
    return at.replace(hour=(at.hour + hours) % 24)


def with_time(chosen: Preferences, now: datetime, at: time) -> Preferences:
    """The preferences with another time. What was due before is not caught up on."""
    rule = replace(chosen.bedtime.rule, at=at, since=now)
    return replace(chosen, bedtime=replace(chosen.bedtime, rule=rule))


def with_night(chosen: Preferences, now: datetime, night: Weekday) -> Preferences:
    """The preferences with one evening more or less; the last one stays."""
    nights = chosen.bedtime.rule.nights ^ {night}
    if not nights:
        return chosen
    rule = replace(chosen.bedtime.rule, nights=nights, since=now)
    return replace(chosen, bedtime=replace(chosen.bedtime, rule=rule))


def switched(chosen: Preferences, now: datetime) -> Preferences:
    """The preferences with the reminder switched on, or off."""
    nudge = chosen.bedtime
    if nudge.active is not None:
        return replace(chosen, bedtime=replace(nudge, switch=Switch.OFF))
    return replace(chosen, bedtime=replace(nudge, switch=Switch.ON, rule=replace(nudge.rule, since=now)))


def with_morning(chosen: Preferences, now: datetime) -> Preferences:
    """The preferences with the morning nudge switched on, or off."""
    nudge = chosen.morning
    if nudge.active is not None:
        return replace(chosen, morning=replace(nudge, switch=Switch.OFF))
    return replace(chosen, morning=replace(nudge, switch=Switch.ON, rule=replace(nudge.rule, since=now)))


def _is_skipped(status: Status) -> bool:
    return status.settled is not None and status.settled.standing is Standing.SKIPPED


def _action(status: Status, now: datetime) -> Action:
    if status.preferences.bedtime.active is None:
        return Action.SWITCH_ON
    if _is_skipped(status):
        return Action.WANT_AGAIN
    coming = status.coming
    return Action.SKIP if coming is not None and coming.night == night_of(now) else Action.NONE


def _action_words(action: Action, chosen: Preferences) -> str:
    return {
        Action.SWITCH_ON: _("Remind me at {time}").format(time=clock_time(chosen.bedtime.rule.at)),
        Action.SKIP: _("Skip tonight"),
        Action.WANT_AGAIN: _("Remind me tonight after all"),
        Action.NONE: "",
    }[action]


def _morning_words(chosen: Preferences) -> str:
    if chosen.morning.active is None:
        return _("Off. For the diary, which is not here yet")
    words = _("At {time}. Without a diary it only opens the window")
    return words.format(time=clock_time(chosen.morning.rule.at))


def _when(coming: Next, now: datetime) -> str:
    """Its evening and time, where a sentence begins."""
    time = clock_time(coming.at)
    match (coming.night - night_of(now)).days:
        case 0:
            return _("Tonight at {time}").format(time=time)
        case 1:
            return _("Tomorrow at {time}").format(time=time)
        case _:
            return pgettext("begins a line", "{day} at {time}").format(day=day_in_words(coming.night, now), time=time)


def _soon(coming: Next, now: datetime) -> str:
    """How soon it is, as long as that is worth telling."""
    left_s = seconds_until(coming.at, now)
    if left_s < ONE_HOUR_S:
        return soon_in_words(left_s) if left_s > 0 else _("now")
    hours = round(timedelta(seconds=left_s) / timedelta(hours=1))
    return ngettext("in {count} hour", "in {count} hours", hours).format(count=hours) if left_s < FEW_HOURS_S else ""
