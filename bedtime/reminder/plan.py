"""What the operating system should be asked for, and the smallest change that gets it there.

Pure but for the one call it makes on a back end. Nothing is written that already stands as it should, so it may run at
every start; a program that has moved differs in its command, and is thereby repaired.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import Enum
from typing import Protocol

from bedtime.diary.night import NOON
from bedtime.reminder.preferences import Preferences
from bedtime.reminder.rule import Mark, Rule, Standing, Weekday, unusual_moments


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """At this local time on these days of the calendar, which after midnight are not the evenings."""

    at: time
    days: frozenset[Weekday]


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """At one instant, in UTC and whole seconds."""

    at: datetime


Trigger = Weekly | Once


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When to start which command. The command itself decides whether there is anything to show."""

    triggers: tuple[Trigger, ...]
    command: tuple[str, ...]


Files = Mapping[str, bytes]


class Backend(Protocol):
    """One way of being started at the right moment. `render` is pure; the others touch the computer."""

    def render(self, plan: Plan) -> Files:
        """The plan in the scheduler's own words, by file name."""
        ...

    def installed(self) -> Files:
        """What stands there now and is at work; what is not at work is left out."""
        ...

    def install(self, files: Files) -> None:
        """Put these in place of whatever is there, and set them to work. A `Fault` if the computer refuses."""
        ...

    def remove(self) -> None:
        """Leave nothing behind. Removing what is not there is no error."""
        ...


class Change(Enum):
    """What reconciling did."""

    NOTHING = "nothing"
    INSTALLED = "installed"
    REMOVED = "removed"


def plan_for(preferences: Preferences, now: datetime, marks: Iterable[Mark], command: tuple[str, ...]) -> Plan | None:
    """What is wanted of the scheduler from now on; None when nothing is. `now` carries the computer's zone."""
    rules = [rule for rule in (preferences.bedtime.active, preferences.morning.active) if rule is not None]
    if not rules:
        return None
    moments = {at for rule in rules for at in unusual_moments(rule, now)} | _snoozes(marks, now)
    once = tuple(Once(at=at) for at in sorted(moments))
    return Plan(triggers=(*map(_weekly, rules), *once), command=command)


def reconcile(backend: Backend, plan: Plan | None) -> Change:
    """Bring what is installed to what is wanted, and touch nothing when it is so already."""
    wanted = {} if plan is None else dict(backend.render(plan))
    installed = dict(backend.installed())
    if wanted == installed:
        return Change.NOTHING
    if not wanted:
        backend.remove()
        return Change.REMOVED
    backend.install(wanted)
    return Change.INSTALLED


def _weekly(rule: Rule) -> Weekly:
    later = 0 if rule.at >= NOON else 1
    return Weekly(at=rule.at, days=frozenset(Weekday((night + later) % 7) for night in rule.nights))


def _snoozes(marks: Iterable[Mark], now: datetime) -> set[datetime]:
    snoozed = (mark.again_at for mark in marks if mark.standing is Standing.SNOOZED)
    instants = {at.astimezone(UTC).replace(microsecond=0) for at in snoozed if at is not None}
    return {at for at in instants if at > now}
