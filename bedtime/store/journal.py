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
from bedtime.language import _
from bedtime.phrases import after_each_other
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
            words = after_each_other(
                (self._form.told(_("The file with {content} could not be opened.")), disk.why_not_opened(error))
            )
            contents = replace(self._fold(also), findings=(Finding(words=words),))
        self._newer = frozenset(contents.newer)
        return contents

    def line(self, record: Mapping[str, Any]) -> bytes:
        """The line for `record`, which needs an `id`. Raises TooNew when a newer version wrote that id."""
        if record["id"] in self._newer:
            raise TooNew(_("This was written by a newer Bedtime. Update Bedtime to change it."))
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
            disk.make_folder(self._file.parent)
            with held(self._file):
                self._append(new)
        except OSError as error:
            raise disk.not_saved(error) from error

    def adopt(self, kept: Sequence[bytes]) -> None:
        """Add lines that were kept elsewhere, but none that the file holds already. Raises NotSaved."""
        try:
            disk.make_folder(self._file.parent)
            with held(self._file):
                present = set(lines.split(_raw(self._file)))
                missing = [line for line in dict.fromkeys(kept) if line.strip() not in present]
                if missing:
                    self._append(missing)
        except OSError as error:
            raise disk.not_saved(error) from error

    @property
    def _file(self) -> Path:
        return disk.real(self.path)

    def _append(self, new: Iterable[bytes]) -> None:
        file = self._file
        if disk.standing(file) is Standing.SOMETHING_ELSE:
            disk.move_aside(file, self._clock.now())
        disk.append(file, b"".join(new))
        with suppress(OSError):
            self._keep_a_copy(file)

    # Reading

    def _fold(self, also: Sequence[bytes]) -> Contents:
        fold = Fold([self._form])
        fold.add(line.strip() for line in also)
        return Contents(records=fold.records, newer=fold.newer)

    def _look(self, also: Sequence[bytes]) -> tuple[Contents, bool]:
        """What is there, nothing touched, and whether it needs mending.

        The journal itself comes after its conflict copies, so that what was deleted or changed here stays so.
        """
        file = self._file
        fold = Fold([self._form])
        for sibling in _siblings(file):
            with suppress(OSError):
                fold.add(lines.split(_raw(sibling)))
        own = lines.split(_raw(file))
        damaged = fold.add(own)
        fold.add(line.strip() for line in also)
        is_lost = not own and disk.standing(disk.copy_of(file)) is Standing.FILE
        is_damaged = bool(damaged) or is_lost or disk.standing(file) is Standing.SOMETHING_ELSE
        return Contents(records=fold.records, newer=fold.newer), is_damaged

    # Mending

    def _keep_a_copy(self, file: Path) -> None:
        """Once a day, under the lock: what `_mend` falls back on. Never a copy of something damaged."""
        now = self._clock.now()
        copy = disk.copy_of(file)
        if disk.standing(copy) is Standing.FILE and _changed_at(copy, now).date() == now.date():
            return
        raw = file.read_bytes()
        if all(map(lines.record_of, lines.split(raw))):
            disk.replace_whole(copy, raw)

    def _mended(self) -> tuple[Finding, ...]:
        try:
            with held(self._file):
                return self._mend(self._file)
        except OSError as error:
            words = after_each_other(
                (
                    self._form.told(_("Part of the file with {content} is damaged and was left as it is.")),
                    disk.reason(error),
                )
            )
            return (Finding(words=words),)

    def _mend(self, file: Path) -> tuple[Finding, ...]:
        """Set aside what cannot be read; keep every sound line of the last good copy and of the file, in that order."""
        now = self._clock.now()
        kept_in = None
        if disk.standing(file) is Standing.SOMETHING_ELSE:
            kept_in = disk.move_aside(file, now)
        sound, damaged = _sorted(_raw(file))
        if damaged:
            kept_in = disk.aside(file, now)
            disk.append(kept_in, _joined(damaged))
        copied, _ = _sorted(_raw(disk.copy_of(file)))
        if not kept_in and (sound or not copied):
            return ()  # another window mended it in the meantime
        words = self._words(sound, copied, file, now)
        disk.replace_whole(file, _joined(dict.fromkeys(copied + sound)))
        return (Finding(words=words, kept_in=kept_in),)

    def _words(self, sound: list[bytes], copied: list[bytes], file: Path, now: datetime) -> str:
        if sound:
            return self._form.told(_("Part of the file with {content} was damaged. All that could be read is here."))
        if copied:
            day = day_in_words(_changed_at(disk.copy_of(file), now), now)
            return self._form.told(_("The file with {content} was damaged. The copy from {day} is open."), day)
        return self._form.told(_("The file with {content} could not be read. It was set aside, and a new one begins."))


def _raw(path: Path) -> bytes:
    return path.read_bytes() if disk.standing(path) is Standing.FILE else b""


def _sorted(raw: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines that can be read, and those that cannot."""
    sound: list[bytes] = []
    damaged: list[bytes] = []
    for line in lines.split(raw):
        (damaged if lines.record_of(line) is None else sound).append(line)
    return sound, damaged


def _siblings(file: Path) -> list[Path]:
    """The copies that a synchronised folder leaves when two computers wrote, whatever it calls them."""
    stem, ending = file.stem, file.suffix
    beside = file.parent.glob(f"*{ending}") if file.parent.is_dir() else ()
    return sorted(
        path for path in beside if path.name.startswith(stem) and path != file and not path.name[len(stem)].isalnum()
    )


def _joined(some: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in some)


def _changed_at(path: Path, now: datetime) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, tz=now.tzinfo or UTC)
