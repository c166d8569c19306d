"""Bytes that stay written: append, replace, set aside. Knows the file system and nothing of what the bytes mean.

Everything here raises OSError and tidies up after itself; `not_saved` turns that into the sentence for the person.
The choice of each method was measured with two hundred killed writers: see tests/faults.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from time import sleep

from bedtime.errors import NotSaved
from bedtime.language import _

if sys.platform == "darwin":
    import fcntl

_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows only: without it a newline becomes two bytes
_PRIVATE_FILE = 0o600  # what somebody's legs did at night is nobody else's business
_PRIVATE_FOLDER = 0o700

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE})
_CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES})

_PAUSES_S = (0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()  # a virus scanner or synchroniser holds the file


class Standing(Enum):
    """What is to be found under a name."""

    NOTHING = auto()
    FILE = auto()
    SOMETHING_ELSE = auto()  # a folder, a pipe, a device, a link to itself


def standing(path: Path) -> Standing:
    """What `path` names, links followed; opening a pipe would wait for ever, so look first."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Standing.NOTHING
    except OSError as error:
        if error.errno == errno.ELOOP:
            return Standing.SOMETHING_ELSE
        raise
    return Standing.FILE if stat.S_ISREG(mode) else Standing.SOMETHING_ELSE


def is_there(path: Path) -> bool:
    """Whether `path` names something, as far as that may be known. Never raises, unlike `Path.exists`."""
    try:
        return standing(path) is not Standing.NOTHING
    except OSError:
        return False


def real(path: Path) -> Path:
    """Where the file at `path` really is, so that replacing it keeps a link that somebody made on purpose."""
    return path.resolve() if standing(path) is Standing.FILE else path


def copy_of(path: Path) -> Path:
    """The name beside `path` for its last good copy."""
    return path.with_name(f"{path.name}.bak")


def reason(error: OSError) -> str:
    """One plain sentence for what the operating system said."""
    if isinstance(error, TimeoutError):
        return _("Another program is using the file.")
    if error.errno in _FULL:
        return _("The disk is full.")
    if error.errno == errno.EEXIST:
        return _("A file is where the folder should be.")
    if error.errno in _REFUSED:
        return _("The folder cannot be written to.")
    if error.errno in _GONE:
        return _("The folder is gone.")
    return _("The disk does not answer as it should.")


def why_not_opened(error: OSError) -> str:
    """The same for a file that was only to be read."""
    return _("Its permissions do not allow it.") if error.errno in _REFUSED else reason(error)


def not_saved(error: OSError) -> NotSaved:
    """The error to raise in place of `error`."""
    return NotSaved(reason(error))


def make_folder(folder: Path) -> None:
    """Make `folder`, but never its parents: a vanished drive must not come back as a folder on another disk."""
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)


def append(path: Path, lines: bytes) -> None:
    """Add whole `lines` to the end of `path` in one write, on the disk when this returns.

    A torn end left by a killed writer is closed first. What could only be written in part is taken back.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, _PRIVATE_FILE)
    try:
        size = os.fstat(descriptor).st_size
        _write_whole(descriptor, lines if _ends_a_line(descriptor, size) else b"\n" + lines, size)
    finally:
        os.close(descriptor)
    if size == 0:  # the file may be new, and its folder too
        sync_folder(path.parent)
        sync_folder(path.parent.parent)


def _ends_a_line(descriptor: int, size: int) -> bool:
    if size == 0:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"


def _write_whole(descriptor: int, data: bytes, size_before: int) -> None:
    try:
        _write(descriptor, data)
        sync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size_before)
        raise


def _write(descriptor: int, data: bytes) -> None:
    if os.write(descriptor, data) < len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def sync(descriptor: int) -> None:
    """Wait until the disk itself has the bytes; on macOS an ordinary fsync does not promise that."""
    if sys.platform == "darwin":
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a new or changed name in `folder` survive a power cut, where the system knows how to."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC_FOLDERS:
            raise


def stage(path: Path, data: bytes) -> Path:
    """Write `data` beside `path` under a fixed name, so that killed writers leave one such file and no pile of them."""
    staged = path.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, _PRIVATE_FILE)
        try:
            _write_whole(descriptor, data, 0)
        finally:
            os.close(descriptor)
    except OSError:
        with suppress(OSError):
            staged.unlink(missing_ok=True)
        raise
    return staged


def replace_whole(path: Path, data: bytes) -> None:
    """Make `data` the whole of `path`: after a kill or a power cut it holds either the old bytes or the new ones."""
    replace(stage(path, data), path)
    sync_folder(path.parent)


def replace(source: Path, target: Path, pauses_s: Iterable[float] = _PAUSES_S) -> None:
    """Rename over `target`. On Windows, where a file that is being read stays, waits for it up to 0.8 s."""
    for pause_s in pauses_s:
        try:
            source.replace(target)
        except PermissionError:
            sleep(pause_s)
        else:
            return
    source.replace(target)


def aside(path: Path, now: datetime) -> Path:
    """The dated name beside `path` for what could not be read in it."""
    return path.with_name(f"{path.stem} damaged {now.date().isoformat()}.txt")


def move_aside(path: Path, now: datetime) -> Path:
    """Rename whatever is at `path` to a dated name that is free, and return that name."""
    wanted = target = aside(path, now)
    number = 1
    while os.path.lexists(target):
        number += 1
        target = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    replace(path, target)
    sync_folder(path.parent)
    return target
