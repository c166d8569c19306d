"""A file where lines wait that the journal could not take, in a place that belongs to this person alone."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bedtime.clock import Clock
from bedtime.store import disk, lines
from bedtime.store.disk import Standing
from bedtime.store.lock import held


class Shelter:
    """The shelter at `path`. Its folder is made when it is needed."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def lines(self) -> tuple[bytes, ...]:
        """What waits here, line ends included; nothing where nothing can be read."""
        try:
            _check_owner(self._path.parent)
            if disk.standing(self._path) is not Standing.FILE:
                return ()
            return tuple(line + b"\n" for line in lines.split(self._path.read_bytes()) if lines.record_of(line))
        except OSError:
            return ()

    def keep(self, line: bytes) -> None:
        """Add `line`; it is on the disk when this returns. Raises OSError."""
        disk.make_folder(self._path.parent)
        _check_owner(self._path.parent)
        with held(self._path):
            if disk.standing(self._path) is Standing.SOMETHING_ELSE:
                disk.move_aside(self._path, self._clock.now())
            disk.append(self._path, line)

    def hand_over(self, take: Callable[[Sequence[bytes]], None]) -> None:
        """Give all lines to `take`, and forget them once it has returned. Raises what `take` raises.

        A shelter that can no longer be written to keeps its lines; `take` must bear to be given them again.
        """
        if not self.lines():
            return
        try:
            with held(self._path):
                take(self.lines())
                self._forget()
        except OSError:
            take(self.lines())

    def _forget(self) -> None:
        if all(map(lines.record_of, lines.split(self._path.read_bytes()))):
            self._path.unlink()
        else:
            disk.move_aside(self._path, self._clock.now())


def _check_owner(folder: Path) -> None:
    """Where anybody may write, as in the temporary folder, somebody else may have put a folder of our name first."""
    if sys.platform == "win32" or not folder.parent.stat().st_mode & stat.S_IWOTH:
        return
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
