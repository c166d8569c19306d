"""Brings a backup back into what is here. Nothing that is here is lost, and everything that is only there comes in.

A night that is in both and differs stays as it is here, with the other version before it in the journal; one that was
deleted here comes back. A routine that differs comes in as a copy. Settings are taken where there are none here.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bedtime.errors import NotSaved
from bedtime.language import N_, _, ngettext
from bedtime.store import disk, lines
from bedtime.store.backup import Backup, folders_of, journal_lines
from bedtime.store.disk import Standing
from bedtime.store.lines import Fold
from bedtime.store.lock import held
from bedtime.store.places import Places
from bedtime.store.upgrades import Record

_MOST_COPIES = 1000
_KINDS = (
    *("journals/sessions.jsonl", "journals", "routines", "stretches", "pictures"),
    *("settings/settings.json", "settings/reminder.json", "settings"),
)

_CHOSEN = {
    "settings/settings.json": (
        N_("Your settings would come in."),
        N_("Your settings would stay as they are here, because those in the backup are different."),
    ),
    "settings/reminder.json": (
        N_("Your reminder would come in."),
        N_("Your reminder would stay as it is here, because the one in the backup is different."),
    ),
}
"""What there is one of, when it comes in and when it stays."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of one kind would come in, come in as copies, stay as they are here, or are here already."""

    kind: str
    new: int = 0
    copied: int = 0
    kept: int = 0
    same: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """Sentences for the person."""
        if self.kind in _CHOSEN:
            coming, staying = _CHOSEN[self.kind]
            return tuple(_(sentence) for number, sentence in ((self.new, coming), (self.kept, staying)) if number)
        copied = ngettext(
            "{things} would come in as a copy, because the one here is different.",
            "{things} would come in as copies, because those here are different.",
            self.copied,
        )
        kept = ngettext(
            "{things} would stay as it is here, because the one in the backup is different.",
            "{things} would stay as they are here, because those in the backup are different.",
            self.kept,
        )
        told = ((self.new, _("{things} would come in.")), (self.copied, copied), (self.kept, kept))
        return tuple(sentence.format(things=self._many(number)) for number, sentence in told if number)

    def _many(self, number: int) -> str:
        match self.kind:
            case "journals/sessions.jsonl":
                words = ngettext("{count} night", "{count} nights", number)
            case "routines":
                words = ngettext("{count} routine", "{count} routines", number)
            case "stretches":
                words = ngettext("{count} stretch", "{count} stretches", number)
            case "pictures":
                words = ngettext("{count} picture", "{count} pictures", number)
            case "settings":
                words = ngettext("{count} file of settings", "{count} files of settings", number)
            case _:
                words = ngettext("{count} other record", "{count} other records", number)
        return words.format(count=number)


@dataclass(frozen=True, slots=True)
class Restoration:
    """What a restore would do: lines to add to journals, and files to make. Nothing has been done yet."""

    appended: Mapping[Path, tuple[bytes, ...]]
    made: Mapping[Path, bytes]
    counts: tuple[Counted, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether anything would come in."""
        return bool(self.made) or any(self.appended.values())

    @property
    def words(self) -> tuple[str, ...]:
        """What would change, for the person."""
        told = tuple(sentence for count in self.counts for sentence in count.words)
        return told or (_("Everything in this backup is here already."),)


@dataclass(slots=True)
class _Planned:
    appended: dict[Path, tuple[bytes, ...]] = field(default_factory=dict)
    made: dict[Path, bytes] = field(default_factory=dict)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)

    def count(self, kind: str, what: str) -> None:
        of_kind = self.counts.setdefault(kind, {})
        of_kind[what] = of_kind.get(what, 0) + 1


def plan_restore(backup: Backup, places: Places) -> Restoration:
    """What bringing this backup in would change. Reads only. Raises NotSaved when what is here cannot be read."""
    planned = _Planned()
    folders = {kind: folder for folder, kind in folders_of(places).items()}
    try:
        for name, data in sorted(backup.files.items(), key=lambda file: _ORDER.index(file[0].partition("/")[0])):
            folder, last = name.split("/", 1)
            kind = name if name in _KINDS else folder
            if folder == "journals":
                planned.appended[places.data / last] = tuple(_missing(data, places.data / last, kind, planned))
            else:
                _plan_file(kind, folders[folder] / last, data, planned)
    except OSError as error:
        raise disk.not_saved(error) from error
    counts = tuple(Counted(kind, **planned.counts[kind]) for kind in _KINDS if kind in planned.counts)
    return Restoration(planned.appended, planned.made, counts)


_ORDER = ("journals", "pictures", "stretches", "routines", "settings")  # nothing comes before what it needs


def restore(plan: Restoration) -> None:
    """Do what was planned, once there is room for all of it. Raises NotSaved when there is not; then nothing changed.

    Only where two journals get lines, and the disk refuses the second, the first has its own: restore once more.
    """
    staged = dict[Path, Path]()
    try:
        for path, data in plan.made.items():
            staged[path] = _staged(path, data)
        for path, new in plan.appended.items():
            if new:
                disk.make_folder(path.parent)
                with held(path):
                    disk.append(path, b"".join(new))
        for path in list(staged):
            disk.replace(staged[path], path)
            del staged[path]
            disk.sync_folder(path.parent)
    except OSError as error:
        raise disk.not_saved(error) from error
    finally:
        for left in staged.values():
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _staged(path: Path, data: bytes) -> Path:
    """The bytes of a file that is to be made, beside where it will be."""
    disk.make_folder(path.parent)
    if disk.standing(path) is not Standing.NOTHING:
        raise NotSaved(_("Something was changed here in the meantime. Please look at the preview again."))
    return disk.stage(path, data)


def _missing(data: bytes, path: Path, kind: str, planned: _Planned) -> Iterator[bytes]:
    """The lines to add: what is not here, or was deleted here; and both versions of what differs, ours the last."""
    raw = journal_lines(path)
    theirs, ours = _records(data), _records(raw)
    versions = {_as_said(record) for line in lines.split(raw) if (record := lines.record_of(line))}
    for identity, record in theirs.items():
        here = ours.get(identity)
        if here is None:
            planned.count(kind, "new")
            yield lines.line_of(record, record["v"])
        elif here == record:
            planned.count(kind, "same")
        else:
            planned.count(kind, "kept")
            if _as_said(record) not in versions:
                yield lines.line_of(record, record["v"])
                yield lines.line_of(here, here["v"])


def _as_said(record: Record) -> str:
    """What a version of a record says, whichever line it stands on."""
    return json.dumps({**record, "line": ""}, sort_keys=True)


def _records(raw: bytes) -> Mapping[str, Record]:
    """Every record by its id as it was written, whichever version wrote it."""
    fold = Fold([])
    fold.add(lines.split(raw))
    return fold.newer


def _plan_file(kind: str, path: Path, data: bytes, planned: _Planned) -> None:
    here = path.read_bytes() if disk.standing(path) is Standing.FILE else None
    if here is None and disk.standing(path) is Standing.NOTHING:
        planned.count(kind, "new")
        planned.made[path] = data
    elif here == data:
        planned.count(kind, "same")
    elif kind in {"routines", "stretches"} and (document := _document(data)) is not None:
        _plan_copy(kind, path, document, planned)
    else:
        planned.count(kind, "kept")


def _plan_copy(kind: str, path: Path, document: dict[str, Any], planned: _Planned) -> None:
    """A copy beside what differs, unless an earlier restore has left it there."""
    for number in range(2, _MOST_COPIES):
        beside = path.with_name(f"{path.stem[:55]}-{number}.json")
        copy = {**document, "id": beside.stem}
        if disk.standing(beside) is Standing.NOTHING and beside not in planned.made:
            planned.count(kind, "copied")
            planned.made[beside] = json.dumps(copy, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
            return
        if disk.standing(beside) is Standing.FILE and _document(beside.read_bytes()) == copy:
            planned.count(kind, "same")
            return


def _document(data: bytes) -> dict[str, Any] | None:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None
