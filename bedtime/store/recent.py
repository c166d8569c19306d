"""The end of a journal, for a process that must stay small: ten years of nights are not read to know about tonight.

Reads only. Mends nothing, and what is damaged is passed over; `Journal` is who reads a journal wholly.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from bedtime.store import disk, lines
from bedtime.store.disk import Standing
from bedtime.store.upgrades import Format, Record

LAST_BYTES = 64 * 1024


def recent(path: Path, form: Format, *, last_bytes: int = LAST_BYTES) -> Mapping[str, Record]:
    """The records in the last bytes of the journal at `path`, by id and in the order of their last change.

    Never raises for what is on the disk: what cannot be opened says nothing.
    """
    fold = lines.Fold([form])
    try:
        if disk.standing(path) is Standing.FILE:
            fold.add(lines.split(_end_of(path, last_bytes)))
    except OSError:
        return {}
    return fold.records


def stamp_of(path: Path) -> tuple[int, int]:
    """What differs after every change of a file: its size and time of change, zeros when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _end_of(path: Path, last_bytes: int) -> bytes:
    """The last bytes, without the line that they begin in the middle of."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        start = max(0, size - last_bytes)
        file.seek(max(0, start - 1))
        raw = file.read()
    return raw if start == 0 else raw.partition(b"\n")[2]
