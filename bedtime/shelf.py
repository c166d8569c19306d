"""Where an evening's sessions are put away: the store's half of the ports that a session asks for.

Everything is done by one worker, in the order in which it was asked for, so that no disk ever holds up a breath.
"""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bedtime.clock import Clock
from bedtime.errors import BedtimeError
from bedtime.movement.breathing import BreathPattern
from bedtime.session.keeping import Keeping
from bedtime.session.observable import Observable
from bedtime.session.record import SessionRecord
from bedtime.session.unfinished import Unfinished, record_in
from bedtime.settings_shelf import Runner
from bedtime.store.document import Document, State
from bedtime.store.journal import Journal
from bedtime.store.keeper import Keeper
from bedtime.store.keeper import Saving as Saved
from bedtime.store.places import Places
from bedtime.store.upgrades import SESSION, UNFINISHED

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What earlier evenings left: their records, a session to carry on, and what there is to tell about the files."""

    records: tuple[SessionRecord, ...] = ()
    unfinished: Unfinished | None = None
    notices: tuple[str, ...] = ()


class Shelf:
    """The nights and the running session of one home."""

    def __init__(self, places: Places, clock: Clock, runner: Runner) -> None:
        self._keeper = Keeper(Journal(places.sessions_file, SESSION, clock), places.shelters, clock)
        self._unfinished = Document(places.unfinished_file, UNFINISHED, clock)
        self._runner = runner
        self._outlived = False  # whether the unfinished document tells of a session that has ended since
        self._on_their_way = 0
        self.keeping: Observable[Keeping] = Observable(Keeping())

    # Reading

    def read_past(self, patterns: Mapping[str, BreathPattern], then: Callable[[Past], None]) -> None:
        """Read what earlier evenings left, and keep for good what an interrupted session had done."""
        self._runner.run(lambda: self._past(patterns), then, self._could_not)

    def _past(self, patterns: Mapping[str, BreathPattern]) -> Past:
        self._keeper.try_again()
        records, told = self._records()
        unfinished, more = self._left_unfinished(records, patterns)
        if unfinished is not None:
            records[unfinished.record.id] = unfinished.record
        return Past(records=tuple(records.values()), unfinished=unfinished, notices=(*told, *more))

    def _records(self) -> tuple[dict[str, SessionRecord], tuple[str, ...]]:
        contents = self._keeper.read()
        records = {}
        for identity, parts in (*contents.records.items(), *contents.newer.items()):
            with suppress(BedtimeError):
                records[identity] = SessionRecord.from_json(parts)
        return records, tuple(finding.words for finding in contents.findings)

    def _left_unfinished(
        self, records: Mapping[str, SessionRecord], patterns: Mapping[str, BreathPattern]
    ) -> tuple[Unfinished | None, tuple[str, ...]]:
        """The session that was interrupted. What had been done of it is saved before anything else is decided."""
        opened = self._unfinished.read()
        told = tuple(finding.words for finding in opened.findings)
        if opened.state is not State.OPEN:
            return None, told
        try:
            record = record_in(opened.value)
            if _was_ended(record, records.get(record.id)):
                self._unfinished.remove()
                return None, told
            if record.stretched_s:
                self._keeper.save(record.to_json())
            return Unfinished.from_json(opened.value, patterns), told
        except BedtimeError as error:
            return None, (*told, str(error))

    # Keeping (the port of a session)

    def save(self, record: SessionRecord) -> None:
        """Keep a record; what it was while it ran is forgotten once that is done."""
        self._on_their_way += 1
        self.keeping.set(replace(self.keeping.value, is_writing=True))
        self._runner.run(lambda: self._save(record), self._arrived, self._did_not_arrive)

    def _save(self, record: SessionRecord) -> Saved:
        self._outlived = True
        saved = self._keeper.save(record.to_json())
        if saved is Saved.SAVED:
            self._forget_outlived()
        return saved

    def _forget_outlived(self) -> None:
        """Only what is safely in the journal is forgotten; until then it is the copy that a killed process leaves."""
        if self._outlived:
            with suppress(BedtimeError):
                self._unfinished.remove()
                self._outlived = False

    def keep_unfinished(self, parts: Mapping[str, Any]) -> None:
        """Keep the running session. A disk that refuses does not stop anybody from stretching."""
        self._runner.run(lambda: self._write_unfinished(parts), _done, _only_logged)

    def _write_unfinished(self, parts: Mapping[str, Any]) -> None:
        self._outlived = False
        self._unfinished.write(parts)

    def forget_unfinished(self) -> None:
        """There is nothing to carry on any more."""
        self._runner.run(self._unfinished.remove, _done, _only_logged)

    def try_again(self) -> None:
        """Try to save what waits."""
        self._runner.run(self._try_again, lambda _: self._tell_keeping(), self._could_not)

    def _try_again(self) -> None:
        if self._keeper.try_again():
            self._forget_outlived()

    def save_a_copy(self, path: Path, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Write what waits, and what was saved tonight, to a file of the person's choice."""
        self._runner.run(lambda: self._keeper.save_a_copy(path), lambda _: then(), lambda error: failed(str(error)))

    def _arrived(self, _saved: Saved) -> None:
        self._on_their_way -= 1
        self._tell_keeping()

    def _did_not_arrive(self, error: Exception) -> None:
        self._on_their_way -= 1
        self._could_not(error)

    def _tell_keeping(self) -> None:
        waits, is_writing = bool(self._keeper.pending), self._on_their_way > 0
        self.keeping.set(Keeping(waits=waits, is_writing=is_writing, trouble=self._keeper.trouble))

    def _could_not(self, error: Exception) -> None:
        log.info("Something could not be kept: %s", error)
        self.keeping.set(Keeping(waits=True, is_writing=self._on_their_way > 0, trouble=str(error)))


def _was_ended(left: SessionRecord, kept: SessionRecord | None) -> bool:
    """Whether a session was saved after it was last written down as running; clocks that jump have no say in it."""
    return kept is not None and kept != left and kept.stretched_s >= left.stretched_s


def _done(_: object) -> None:
    """Nobody waits for this one."""


def _only_logged(error: Exception) -> None:
    """The session goes on; what it has done is saved at its end, and tried again then."""
    log.info("The session in progress could not be written: %s", error)
