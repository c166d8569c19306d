"""Being the only one: a file that at most one process holds, for as long as it runs.

The lock is the operating system's, so a killed holder lets go of it. What `filelock` would do costs more than the
first paint can spare, and waits, which nobody wants here.
"""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PRIVATE = 0o600


class Alone:
    """A lock that is held. It lets go when it is told to, and at the latest when the process ends."""

    def __init__(self, descriptor: int | None) -> None:
        """`descriptor` is an open, locked file; None where there are no locks."""
        self._descriptor = descriptor

    def let_go(self) -> None:
        """Let the next one in. Harmless when it has been done."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def take(path: Path) -> Alone | None:
    """Be the only one that holds `path`; None when another process does.

    Where the file cannot be made or the disk knows no locks, everybody is let in: a window is worth more than a guard.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE)
    except OSError:
        return Alone(None)
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        return Alone(None)
    return Alone(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
