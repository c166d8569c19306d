"""Pictures that could be drawn again, kept so that they need not be. A convenience: nothing here fails or is told.

What is on the disk is bounded; what was used longest ago goes first. Whether the bytes make sense is for the reader to
judge.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

from bedtime.store import disk
from bedtime.store.disk import Standing

MOST_BYTES = 64 << 20
LARGEST_BYTES = 8 << 20
TIDY_EVERY = 64
"""How many pictures are written before the folder is counted again."""

_NAME = re.compile(r"[0-9a-f]{16,64}")
_ENDING = ".frame"


class PictureCache:
    """The pictures in a folder, by names of hexadecimal digits. For one thread."""

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES, tidy_every: int = TIDY_EVERY) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._tidy_every = tidy_every
        self._written = 0

    def read(self, name: str) -> bytes | None:
        """The bytes of a picture; None when there are none, or they cannot be had."""
        try:
            path = self._path(name)
            if disk.standing(path) is not Standing.FILE or path.stat().st_size > LARGEST_BYTES:
                return None
            data = path.read_bytes()
        except (OSError, ValueError):
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def write(self, name: str, data: bytes) -> None:
        """Keep a picture, if that can be done."""
        with suppress(OSError, ValueError):
            path = self._path(name)
            disk.make_folder(self._folder.parent)
            disk.make_folder(self._folder)
            disk.replace(disk.stage(path, data), path)
            self._written += 1
            if self._written % self._tidy_every == 0 or self._written == 1:
                self._tidy()

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        return self._folder / f"{name}{_ENDING}"

    def _tidy(self) -> None:
        """Remove what killed writers left, and the pictures used longest ago when there is no room for all."""
        for path in self._folder.glob(f"*{_ENDING}.part"):
            path.unlink(missing_ok=True)
        ages = {path: path.stat() for path in self._folder.glob(f"*{_ENDING}")}
        total = sum(age.st_size for age in ages.values())
        room = self._most_bytes if total <= self._most_bytes else self._most_bytes * 3 // 4
        for path in sorted(ages, key=lambda path: ages[path].st_mtime_ns):
            if total <= room:
                break
            path.unlink(missing_ok=True)
            total -= ages[path].st_size
