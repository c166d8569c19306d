"""One file with everything: a zip of the journals, the documents and the pictures, with a list of what is in it.

A backup is read into memory and judged before anything is done with it: names that no backup has, files that unfold
beyond bounds, and bytes that are not as the list says are refused. Nothing is ever unpacked to a path from inside it.
"""

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bedtime.clock import Clock
from bedtime.errors import BadInput, Fault, TooNew
from bedtime.language import _
from bedtime.phrases import after_each_other
from bedtime.store import disk, lines
from bedtime.store.disk import Standing
from bedtime.store.places import Places

LARGEST_BACKUP_BYTES = 256 << 20
MOST_FILES = 5_000
_LARGEST_FILE_BYTES = 64 << 20
_MOST_BYTES = 512 << 20
_FORMAT, _VERSION = "bedtime-backup", 1
_LIST = "manifest.json"
_NAMES = re.compile(
    r"journals/[a-z][a-z-]{0,39}\.jsonl|settings/[a-z][a-z-]{0,39}\.json"
    r"|(?:routines|stretches)/[a-z0-9][a-z0-9-]{0,59}\.json|pictures/[a-z0-9][a-z0-9-]{0,59}\.(?:png|jpg|jpeg|svg)"
)
_JOURNAL = re.compile(r"[a-z][a-z-]{0,39}\.jsonl")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup holds: the bytes of its files by their names in it, and when it was made."""

    made_at: datetime
    files: Mapping[str, bytes]


def make_backup(places: Places, clock: Clock) -> bytes:
    """Everything that is kept, as the bytes of one file. Fault when part of it cannot be read."""
    try:
        files = dict(_gathered(places))
    except OSError as error:
        raise Fault(
            after_each_other((_("Not everything could be read, so no backup was made."), disk.reason(error)))
        ) from error
    now = clock.now()
    listed = {
        "format": _FORMAT,
        "v": _VERSION,
        "made_at": now.isoformat(timespec="seconds"),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in {_LIST: json.dumps(listed, indent=2).encode(), **files}.items():
            entry = zipfile.ZipInfo(name, now.timetuple()[:6])
            entry.external_attr = 0o600 << 16
            packed.writestr(entry, data, zipfile.ZIP_DEFLATED)
    if out.tell() > LARGEST_BACKUP_BYTES:
        raise Fault(_("There is too much for one backup. Take out some of the larger pictures."))
    return out.getvalue()


def read_backup(data: bytes) -> Backup:
    """What a backup holds. BadInput when it is none or is damaged, TooNew when a newer version made it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = _unpacked(packed)
            listed = json.loads(files.pop(_LIST))
    except KeyError as error:
        raise BadInput(_("This is not a backup that Bedtime made.")) from error
    except (*_DAMAGED, RecursionError) as error:
        raise BadInput(_("This is not a backup, or it is damaged.")) from error
    return _checked(listed, files)


def _unpacked(packed: zipfile.ZipFile) -> dict[str, bytes]:
    entries = packed.infolist()
    names = [entry.filename for entry in entries]
    if not all(name == _LIST or _NAMES.fullmatch(name) for name in names) or len(set(names)) < len(names):
        raise BadInput(_("This is not a backup that Bedtime made."))
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or declared > _MOST_BYTES:
        raise BadInput(_("This backup is larger than any that Bedtime makes."))
    files = {}
    for entry in entries:
        with packed.open(entry) as file:
            files[entry.filename] = file.read(_LARGEST_FILE_BYTES + 1)  # whatever size is declared
        if len(files[entry.filename]) > _LARGEST_FILE_BYTES:
            raise BadInput(_("This backup is larger than any that Bedtime makes."))
    return files


def _checked(listed: object, files: Mapping[str, bytes]) -> Backup:
    if not isinstance(listed, dict) or listed.get("format") != _FORMAT or type(listed.get("v")) is not int:
        raise BadInput(_("This is not a backup that Bedtime made."))
    if listed["v"] > _VERSION:
        raise TooNew(_("This backup was made by a newer Bedtime. Update Bedtime to restore it."))
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    if listed.get("files") != sums:
        raise BadInput(_("This backup is damaged: not all of it is as it was made."))
    try:
        return Backup(made_at=datetime.fromisoformat(listed["made_at"]), files=files)
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(_("This backup is damaged: it does not say when it was made.")) from error


def _gathered(places: Places) -> Iterator[tuple[str, bytes]]:
    """Every file by its name in the backup. What waits to be saved is part of the nights."""
    waiting = b"".join(_whole_lines(path) for path in reversed(places.shelters))
    for path in own_journals(places):
        yield f"journals/{path.name}", journal_lines(path) + (waiting if path == places.sessions_file else b"")
    for folder, kind in folders_of(places).items():
        for path in sorted(folder.iterdir()) if disk.standing(folder) is not Standing.NOTHING else ():
            name = f"{kind}/{path.name}"
            if _NAMES.fullmatch(name) and disk.standing(path) is Standing.FILE:
                yield name, path.read_bytes()


def folders_of(places: Places) -> Mapping[Path, str]:
    """The folders of whole files, and what they are called in a backup."""
    return {
        places.settings: "settings",
        places.routines_folder: "routines",
        places.stretches_folder: "stretches",
        places.pictures_folder: "pictures",
    }


def own_journals(places: Places) -> list[Path]:
    """The journals that there are; that of the nights always."""
    found = {path for path in places.data.glob("*.jsonl") if _JOURNAL.fullmatch(path.name)}
    return sorted(found | {places.sessions_file})


def journal_lines(path: Path) -> bytes:
    """The sound lines of a journal, those of the copies that a synchronised folder left beside it first."""
    beside = path.parent.glob(f"{path.stem}*.jsonl") if path.parent.is_dir() else ()
    siblings = sorted(one for one in beside if one != path and not one.name[len(path.stem)].isalnum())
    return b"".join(map(_whole_lines, [*siblings, path]))


def _whole_lines(path: Path) -> bytes:
    if disk.standing(path) is not Standing.FILE:
        return b""
    return b"".join(line + b"\n" for line in lines.split(path.read_bytes()) if lines.record_of(line))
