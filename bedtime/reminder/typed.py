"""What people type for a time and for days, read into values. Anything else is one clear sentence."""

import re
from datetime import time

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.reminder.rule import EVERY_NIGHT, Weekday

DAY_NAMES = {day: day.name[:3].lower() for day in Weekday}
GROUPS = {
    "daily": EVERY_NIGHT,
    "every": EVERY_NIGHT,
    "weekdays": frozenset(list(Weekday)[:5]),
    "weekends": frozenset(list(Weekday)[5:]),
}
TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


def read_time(text: str) -> time:
    """A time of day as hours and minutes: 21:45 or 9:05."""
    match = TIME.fullmatch(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise BadInput(_("“{typed}” is not a time of day. Write it as 21:45.").format(typed=_short(text)))
    return time(int(match[1]), int(match[2]))


def read_days(text: str) -> frozenset[Weekday]:
    """Evenings of the week: mon-fri, or sat,sun, or daily, weekdays, weekends. A range may pass the week's end."""
    parts = [part.strip() for part in text.lower().split(",") if part.strip()]
    if not parts:
        raise BadInput(_("No day is chosen. Choose at least one, for example mon-fri, or switch the reminder off."))
    return frozenset[Weekday]().union(*(_part(part) for part in parts))


def _part(part: str) -> frozenset[Weekday]:
    if part in GROUPS:
        return GROUPS[part]
    first, dash, last = (piece.strip() for piece in part.partition("-"))
    start, end = _day(first), _day(last if dash else first)
    return frozenset(Weekday((start + n) % 7) for n in range((end - start) % 7 + 1))


def _day(name: str) -> Weekday:
    for day in Weekday:
        if name in {day.name.lower(), DAY_NAMES[day]}:
            return day
    known = ", ".join(DAY_NAMES.values())
    raise BadInput(_("“{typed}” is not a day. The days are {days}.").format(typed=_short(name), days=known))


def _short(text: str) -> str:
    """What was typed, without its line breaks, and not longer than a line can bear."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
