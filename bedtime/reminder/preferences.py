"""What the person chose about reminders, and its document of plain JSON.

It has a document of its own, read with the standard library alone: the process that shows a notice must stay small, and
`bedtime reminder` must work while the window is closed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from enum import StrEnum
from typing import TypeVar

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.reminder.rule import LONG_AGO, Rule, Weekday
from bedtime.reminder.typed import DAY_NAMES, read_days, read_time

SNOOZES_MIN = (5, 10, 20, 30)


class Switch(StrEnum):
    """Whether a nudge is wanted at all. Its time and days are kept while it is off."""

    ON = "on"
    OFF = "off"


class Sound(StrEnum):
    """What a notice sounds like."""

    SILENT = "silent"
    CHIME = "chime"


class FullScreen(StrEnum):
    """What to do while a film, a call or a game fills the screen."""

    HOLD = "hold"
    SHOW = "show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """One kind of reminder: wanted or not, and when."""

    switch: Switch = Switch.OFF
    rule: Rule

    @property
    def active(self) -> Rule | None:
        """The rule to follow; None while it is off."""
        return self.rule if self.switch is Switch.ON else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Everything that is chosen about reminders."""

    bedtime: Nudge = field(default_factory=lambda: Nudge(rule=Rule(at=time(21, 45))))
    morning: Nudge = field(default_factory=lambda: Nudge(rule=Rule(at=time(8, 30))))
    snooze_min: int = 10
    sound: Sound = Sound.SILENT
    full_screen: FullScreen = FullScreen.HOLD


def changed(nudge: Nudge, now: datetime, *, at: time | None = None, nights: frozenset[Weekday] | None = None) -> Nudge:
    """The nudge switched on with another time or other days, from this moment on."""
    rule = replace(nudge.rule, since=now, at=at or nudge.rule.at, nights=nights or nudge.rule.nights)
    return Nudge(switch=Switch.ON, rule=rule)


def to_document(preferences: Preferences) -> dict[str, object]:
    """The preferences as plain JSON values, the same for the same preferences."""
    return {
        "bedtime": _nudge_document(preferences.bedtime),
        "morning": _nudge_document(preferences.morning),
        "snooze_min": preferences.snooze_min,
        "sound": preferences.sound.value,
        "full_screen": preferences.full_screen.value,
    }


def from_document(document: Mapping[str, object]) -> Preferences:
    """The preferences of a document. What is left out is the default; what is wrong is a `BadInput`."""
    default = Preferences()
    return Preferences(
        bedtime=_nudge(document, "bedtime", default.bedtime),
        morning=_nudge(document, "morning", default.morning),
        snooze_min=_snooze(document.get("snooze_min", default.snooze_min)),
        sound=_choice(document, "sound", default.sound),
        full_screen=_choice(document, "full_screen", default.full_screen),
    )


def _nudge_document(nudge: Nudge) -> dict[str, object]:
    return {
        "switch": nudge.switch.value,
        "at": f"{nudge.rule.at:%H:%M}",
        "days": [DAY_NAMES[day] for day in sorted(nudge.rule.nights)],
        "since": nudge.rule.since.isoformat(),
    }


def _nudge(document: Mapping[str, object], name: str, default: Nudge) -> Nudge:
    value = document.get(name)
    if value is None:
        return default
    if not isinstance(value, dict):
        raise BadInput(
            _("reminder: {name} should be a group of settings, not {value}.").format(name=name, value=repr(value))
        )
    days = value.get("days", [DAY_NAMES[day] for day in sorted(default.rule.nights)])
    return Nudge(
        switch=_choice(value, "switch", default.switch),
        rule=Rule(
            at=read_time(str(value.get("at", f"{default.rule.at:%H:%M}"))),
            nights=read_days(",".join(str(day) for day in days) if isinstance(days, list) else str(days)),
            since=_since(value.get("since")),
        ),
    )


def _since(value: object) -> datetime:
    """A moment that is missing, damaged or without its offset counts as long ago."""
    try:
        since = datetime.fromisoformat(str(value))
    except ValueError:
        return LONG_AGO
    return since if since.tzinfo is not None else LONG_AGO


def _snooze(value: object) -> int:
    if value in SNOOZES_MIN and isinstance(value, int):
        return value
    raise BadInput(_("reminder: snooze_min is one of 5, 10, 20 and 30, not {value}.").format(value=repr(value)))


Choice = TypeVar("Choice", bound=StrEnum)


def _choice(document: Mapping[str, object], name: str, default: Choice) -> Choice:
    kind, value = type(default), str(document.get(name, default))
    try:
        return kind(value)
    except ValueError:
        allowed = " or ".join(f'"{member.value}"' for member in kind)
        raise BadInput(
            _("reminder: {name} is {allowed}, not {value}.").format(name=name, allowed=allowed, value=repr(value))
        ) from None
