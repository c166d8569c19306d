"""Reminders as the store keeps them: the choices in a document, the log in a journal read from its end.

Knows the names of the records of sessions and mornings, and nothing else of theirs.
"""

from datetime import date

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.reminder.preferences import Preferences, from_document, to_document
from bedtime.reminder.records import Entry, Kind, from_record, to_record
from bedtime.store.disk import is_there
from bedtime.store.document import Document
from bedtime.store.journal import Journal
from bedtime.store.places import Places
from bedtime.store.recent import recent, stamp_of
from bedtime.store.upgrades import REMINDER, REMINDER_CHOICES, SESSION, SETTINGS

COMPLETED = "completed"
USUAL_MINUTES, FIRST_MINUTES = 10, 7
"""How long tonight is where nobody has chosen: usually, and before the first session ever. A test compares."""


class KeptChoices:
    """What was chosen, in `reminder.json`."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._document = Document(places.reminder_file, REMINDER_CHOICES, clock)

    def read(self) -> Preferences:
        """What was chosen. What was edited by hand into nonsense is a `BadInput` that names the file."""
        try:
            return from_document(self._document.read().value)
        except BadInput as error:
            raise BadInput(f"{self._document.path.name}: {error}") from None

    def write(self, preferences: Preferences) -> None:
        """Keep it. Raises NotSaved."""
        self._document.write(to_document(preferences))

    def stamp(self) -> object:
        """What differs after every change."""
        return stamp_of(self._document.path)


class KeptLog:
    """What became of each reminder, in `reminders.jsonl`."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._path = places.reminders_file
        self._journal = Journal(self._path, REMINDER, clock)

    def entries(self) -> tuple[Entry, ...]:
        """The entries of the last weeks; lines that make no sense are passed over."""
        found = map(from_record, recent(self._path, REMINDER).values())
        return tuple(entry for entry in found if entry is not None)

    def write(self, entry: Entry) -> None:
        """Add or replace an entry. Raises NotSaved."""
        self._journal.append(to_record(entry))

    def forget(self, entry: Entry) -> None:
        """Take an entry back. Raises NotSaved."""
        self._journal.delete(entry.id)

    def stamp(self) -> object:
        """What differs after every change."""
        return stamp_of(self._path)


class KeptNights:
    """Which of the last nights are done: stretched to the end, or for the morning written down."""

    def __init__(self, places: Places) -> None:
        self._sessions = places.sessions_file

    def __call__(self, kind: Kind) -> frozenset[date]:
        """The nights that want no more reminder of this kind."""
        if kind is not Kind.BEDTIME:
            return frozenset()
        records = recent(self._sessions, SESSION).values()
        found = (night_in(record.get("night")) for record in records if record.get("outcome") == COMPLETED)
        return frozenset(night for night in found if night is not None)


def night_in(value: object) -> date | None:
    """The night of a record; None when there is none in it."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def planned_minutes(places: Places, clock: Clock) -> int | None:
    """How long tonight's routine is, as the settings say or as it usually is; None when they make no sense."""
    usual = USUAL_MINUTES if is_there(places.sessions_file) else FIRST_MINUTES
    minutes = Document(places.settings_file, SETTINGS, clock).read().value.get("minutes", usual)
    return minutes if type(minutes) is int and 0 < minutes < 100 else None
