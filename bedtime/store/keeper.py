"""The guarantee behind "Not saved yet. Trying again.": a record handed in here is never lost and never doubled.

What the journal cannot take waits in memory and in the first shelter that can be written to, so that it outlives the
process where any place at all is writable. It waits as the very line that the journal gets in the end; a line that
arrives twice counts once, so being interrupted at any point does no harm.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import Any

from bedtime.clock import Clock
from bedtime.errors import BadInput, NotSaved
from bedtime.language import _
from bedtime.store import disk
from bedtime.store.journal import Contents, Journal
from bedtime.store.shelter import Shelter


class Saving(Enum):
    """How a save went."""

    SAVED = auto()
    WAITING = auto()  # kept, shown as "Not saved yet. Trying again."


class Keeper:
    """Saves into `journal`; `shelters` are files in other places, the best first. The caller owns the timer."""

    def __init__(self, journal: Journal, shelters: Sequence[Path], clock: Clock) -> None:
        self._journal = journal
        self._shelters = tuple(Shelter(path, clock) for path in shelters)
        self._waiting: dict[bytes, None] = dict.fromkeys(line for place in self._shelters for line in place.lines())
        self._newest = max((index for index, place in enumerate(self._shelters) if place.lines()), default=0)
        self._this_run: dict[str, bytes] = {}
        self.trouble = ""
        """Why the last attempt failed, as a sentence: "The disk is full." Empty when it did not fail."""

    @property
    def pending(self) -> int:
        """How many lines wait to be saved, those of an earlier run included."""
        return len(self._waiting)

    def read(self) -> Contents:
        """The journal, with everything that still waits."""
        return self._journal.read(also=tuple(self._waiting))

    def save(self, record: Mapping[str, Any]) -> Saving:
        """Save `record`, which needs an `id` and may be saved again when it changes. Raises TooNew only."""
        line = self._journal.line(record)
        self._this_run[record["id"]] = line
        return self._keep(line)

    def delete(self, identity: str) -> Saving:
        """Delete what was saved under `identity`, or what waits under it."""
        self._this_run.pop(identity, None)
        return self._keep(self._journal.tombstone(identity))

    def try_again(self) -> bool:
        """Save all that waits; True when nothing waits any more. Ask at the start, and then every few seconds."""
        if not self._waiting:
            return True
        try:
            # As it was said, first: one shelter after the other, an older line could come last and win.
            self._journal.adopt(tuple(self._waiting))
            for shelter in self._shelters:
                shelter.hand_over(self._journal.adopt)
        except NotSaved as error:
            self.trouble = str(error)
            return False
        self._waiting.clear()
        self._newest = 0
        self.trouble = ""
        return True

    def save_a_copy(self, path: Path) -> None:
        """Write what waits, and what this run saved, to a file of the person's choice, which a journal can take in.

        Raises BadInput for a place that must not be overwritten, and NotSaved.
        """
        if path.resolve() == self._journal.path.resolve():
            raise BadInput(_("Choose another name: this is the file that Bedtime keeps its own nights in."))
        lines = dict.fromkeys((*self._waiting, *self._this_run.values()))
        try:
            disk.replace_whole(path, b"".join(lines))
        except OSError as error:
            raise disk.not_saved(error) from error

    def _keep(self, line: bytes) -> Saving:
        self._waiting[line] = None
        if len(self._waiting) > 1:
            # What waited longest goes first, or an older line would come last and win.
            if self.try_again():
                return Saving.SAVED
        else:
            try:
                self._journal.append_lines([line])
            except NotSaved as error:
                self.trouble = str(error)
            else:
                self._waiting.clear()
                self.trouble = ""
                return Saving.SAVED
        self._seek_shelter(line)
        return Saving.WAITING

    def _seek_shelter(self, line: bytes) -> None:
        """Where the newest line is, or after it: the next start reads the shelters in order, and the last line wins."""
        numbers = range(len(self._shelters))
        for number in (*numbers[self._newest :], *numbers[: self._newest]):
            with suppress(OSError):
                self._shelters[number].keep(line)
                self._newest = number
                return
