"""An append-only file of records, one JSON line each, that loses no line it has acknowledged.

Owns the reading, the appending and the mending of that file. That a line is one JSON object with id, v and kind holds
for every version to come, so an older Bedtime may add its own lines to a newer one's file; it never changes a newer
record. What is damaged is set aside beside the file under a dated name, and never deleted.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bedtime.clock import Clock
from bedtime.errors import TooNew
from bedtime.store import disk, lines
from bedtime.store.disk import Standing
from bedtime.store.finding import Finding, day_in_words
from bedtime.store.lines import Fold
from bedtime.store.lock import held
from bedtime.store.upgrades import Format, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a journal says: records by id, and apart from them those that only a newer version understands wholly."""

    records: Mapping[str, Record]
    newer: Mapping[str, Record]
    findings: tuple[Finding, ...] = ()


class Journal:
    """The journal at `path`, for records of one `form`. Cheap to make: nothing is opened before it is asked for."""

    def __init__(self, path: Path, form: Format, clock: Clock) -> None:
        self.path = path
        self._form = form
        self._clock = clock
        self._newer: frozenset[str] = frozenset()

    def read(self, also: Sequence[bytes] = ()) -> Contents:
        """Everything that can be read, mended first if need be; `also` are lines that are not in the file yet.

        Never raises for what is on the disk: the findings say what went wrong.
        """
        try:
            contents, is_damaged = self._look(also)
            if is_damaged:
                findings = self._mended()
                contents = replace(self._look(also)[0], findings=findings)
        except OSError as error:
            words = f"The file with {self._form.holds} could not be opened. {disk.reason(error)}"
            contents = replace(self._fold(also), findings=(Finding(words=words),))
        self._newer = frozenset(contents.newer)
        return contents

    def line(self, record: Mapping[str, Any]) -> bytes:
        """The line for `record`, which needs an `id`. Raises TooNew when a newer version wrote that id."""
        if record["id"] in self._newer:
            raise TooNew("This was written by a newer Bedtime. Update Bedtime to change it.")
        return lines.line_of({**record, "kind": self._form.kind}, self._form.version)

    def tombstone(self, identity: str) -> bytes:
        """The line that deletes the record of `identity`, whoever wrote it."""
        return lines.tombstone(identity)

    def append(self, record: Mapping[str, Any]) -> None:
        """Add `record`, in place of any earlier one of its id. It is on the disk when this returns.

        Raises NotSaved, after a few seconds at most, or TooNew.
        """
        self.append_lines([self.line(record)])

    def delete(self, identity: str) -> None:
        """Make the record of `identity` vanish from reading. Raises NotSaved."""
        self.append_lines([self.tombstone(identity)])

    def append_lines(self, new: Iterable[bytes]) -> None:
        """Add lines made by `line`. Raises NotSaved."""
        try:
            disk.make_folder(self.path.parent)
            with held(self.path):
                self._append(new)
        except OSError as error:
            raise disk.not_saved(error) from error

    def adopt(self, kept: Sequence[bytes]) -> None:
        """Add lines that were kept elsewhere, but none that the file holds already. Raises NotSaved."""
        try:
            disk.make_folder(self.path.parent)
            with held(self.path):
                present = set(lines.split(self._raw(self.path)))
                missing = [line for line in dict.fromkeys(kept) if line.strip() not in present]
                if missing:
                    self._append(missing)
        except OSError as error:
            raise disk.not_saved(error) from error

    def _append(self, new: Iterable[bytes]) -> None:
        if disk.standing(self.path) is Standing.SOMETHING_ELSE:
            disk.move_aside(self.path, self._clock.now())
        disk.append(self.path, b"".join(new))
        with suppress(OSError):
            self._keep_a_copy()

    # Reading

    def _raw(self, path: Path) -> bytes:
        return path.read_bytes() if disk.standing(path) is Standing.FILE else b""

    def _fold(self, also: Sequence[bytes]) -> Contents:
        fold = Fold([self._form])
        fold.add(line.strip() for line in also)
        return Contents(records=fold.records, newer=fold.newer)

    def _look(self, also: Sequence[bytes]) -> tuple[Contents, bool]:
        """What is there, nothing touched, and whether it needs mending.

        The journal itself comes after its conflict copies, so that what was deleted or changed here stays so.
        """
        fold = Fold([self._form])
        for sibling in self._siblings():
            fold.add(lines.split(self._raw(sibling)))
        own = lines.split(self._raw(self.path))
        damaged = fold.add(own)
        fold.add(line.strip() for line in also)
        is_lost = not own and disk.standing(self._copy) is Standing.FILE
        is_damaged = bool(damaged) or is_lost or disk.standing(self.path) is Standing.SOMETHING_ELSE
        return Contents(records=fold.records, newer=fold.newer), is_damaged

    def _siblings(self) -> list[Path]:
        """The copies that a synchronised folder leaves when two computers wrote, whatever it calls them."""
        stem, ending = self.path.stem, self.path.suffix
        beside = self.path.parent.glob(f"*{ending}") if self.path.parent.is_dir() else ()
        return sorted(
            path
            for path in beside
            if path.name.startswith(stem) and path != self.path and not path.name[len(stem)].isalnum()
        )

    # Mending

    @property
    def _copy(self) -> Path:
        return self.path.with_name(f"{self.path.name}.bak")

    def _keep_a_copy(self) -> None:
        """Once a day, under the lock: what `_mend` falls back on. Never a copy of something damaged."""
        now = self._clock.now()
        if disk.standing(self._copy) is Standing.FILE and _changed_at(self._copy, now).date() == now.date():
            return
        raw = self.path.read_bytes()
        if not Fold([self._form]).add(lines.split(raw)):
            disk.replace_whole(self._copy, raw)

    def _mended(self) -> tuple[Finding, ...]:
        try:
            with held(self.path):
                return self._mend()
        except OSError as error:
            words = f"Part of the file with {self._form.holds} is damaged and was left as it is. {disk.reason(error)}"
            return (Finding(words=words),)

    def _mend(self) -> tuple[Finding, ...]:
        """Set aside what cannot be read; keep every sound line of the file and of its last good copy, in that order."""
        now = self._clock.now()
        kept_in = None
        if disk.standing(self.path) is Standing.SOMETHING_ELSE:
            kept_in = disk.move_aside(self.path, now)
        own = lines.split(self._raw(self.path))
        damaged = [line for line in own if lines.record_of(line) is None]
        if damaged:
            kept_in = disk.aside(self.path, now)
            disk.append(kept_in, _joined(damaged))
        copied = [line for line in lines.split(self._raw(self._copy)) if lines.record_of(line)]
        sound = [line for line in own if line not in set(damaged)]
        if not (damaged or kept_in or (copied and not own)):
            return ()  # another window mended it in the meantime
        disk.replace_whole(self.path, _joined(dict.fromkeys(copied + sound)))
        return (Finding(words=self._words(len(sound), len(copied), now), kept_in=kept_in),)

    def _words(self, sound: int, copied: int, now: datetime) -> str:
        if sound:
            return f"Part of the file with {self._form.holds} was damaged. All that could be read is here."
        if copied:
            day = day_in_words(_changed_at(self._copy, now), now)
            return f"The file with {self._form.holds} was damaged. The copy from {day} is open."
        return f"The file with {self._form.holds} could not be read. It was set aside, and a new one begins."


def _joined(some: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in some)


def _changed_at(path: Path, now: datetime) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, tz=now.tzinfo or UTC)
