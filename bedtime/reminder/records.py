"""What became of each reminder, as lines of `reminders.jsonl`, and what follows from them for the nights to come.

Pure. A record that cannot be understood is passed over: a damaged line must not keep a reminder from being shown.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bedtime.reminder.rule import LONG_AGO, Mark, Standing


class Kind(StrEnum):
    """What a notice was about."""

    BEDTIME = "bedtime"
    MORNING = "morning"
    TRIAL = "trial"


class Outcome(StrEnum):
    """What became of a notice."""

    SHOWN = "shown"  # and still there, unless the computer was switched off under it
    BEGAN = "began"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    PUT_AWAY = "put away"
    EXPIRED = "expired"
    MISSED = "missed"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One notice. `at` is the moment of its latest outcome; `detail` says more where there is more to say."""

    id: str
    kind: Kind
    night: date
    due_at: datetime
    at: datetime
    outcome: Outcome
    again_at: datetime | None = None
    detail: str = ""


class ReminderLog(Protocol):
    """Where entries are kept, in the order of their last change."""

    def entries(self) -> tuple[Entry, ...]:
        """The entries of the last weeks."""
        ...

    def write(self, entry: Entry) -> None:
        """Add an entry, or replace the one of its id. Raises NotSaved."""
        ...

    def forget(self, entry: Entry) -> None:
        """Take an entry back. Raises NotSaved."""
        ...

    def stamp(self) -> object:
        """Something cheap that differs after any change, by whichever process."""
        ...


def marks_of(entries: Iterable[Entry], kind: Kind, done: Collection[date]) -> dict[date, Mark]:
    """What is settled about each night. What was done settles a night whatever was answered."""
    marks = {entry.night: _mark(entry) for entry in entries if entry.kind is kind}
    return marks | {night: Mark(standing=Standing.DONE, made_at=LONG_AGO) for night in done}


def _mark(entry: Entry) -> Mark:
    if entry.outcome is Outcome.SNOOZED and entry.again_at is not None:
        return Mark(standing=Standing.SNOOZED, made_at=entry.at, again_at=entry.again_at)
    standing = Standing.SKIPPED if entry.outcome is Outcome.SKIPPED else Standing.SHOWN
    return Mark(standing=standing, made_at=entry.at)


def to_record(entry: Entry) -> dict[str, object]:
    """The entry as a line of the journal holds it."""
    return {
        "id": entry.id,
        "about": entry.kind.value,
        "night": entry.night.isoformat(),
        "due_at": entry.due_at.isoformat(),
        "at": entry.at.isoformat(),
        "outcome": entry.outcome.value,
        "again_at": entry.again_at and entry.again_at.isoformat(),
        "detail": entry.detail,
    }


def from_record(record: Mapping[str, object]) -> Entry | None:
    """The entry of a line; None when it makes no sense."""
    try:
        again_at = record.get("again_at")
        entry = Entry(
            id=str(record["id"]),
            kind=Kind(str(record["about"])),
            night=date.fromisoformat(str(record["night"])),
            due_at=datetime.fromisoformat(str(record["due_at"])),
            at=datetime.fromisoformat(str(record["at"])),
            outcome=Outcome(str(record["outcome"])),
            again_at=None if again_at is None else datetime.fromisoformat(str(again_at)),
            detail=str(record.get("detail", "")),
        )
    except (KeyError, ValueError):
        return None
    moments = (entry.due_at, entry.at, entry.again_at)
    return None if any(moment is not None and moment.tzinfo is None for moment in moments) else entry
