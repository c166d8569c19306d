"""Opens a file that somebody hands to the program, and gives up on anything that is not a plain file of a usual size.

Nothing here waits: a pipe without a writer would block for ever, and a device may never end.
"""

import errno
import os
import stat
from pathlib import Path

from bedtime.errors import BadInput
from bedtime.language import N_, _

LONGEST_BYTES = 1 << 20

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_REASONS = {
    errno.ENOENT: N_("there is no such file"),
    errno.ENOTDIR: N_("there is no such file: a part of its path is not a folder"),
    errno.ELOOP: N_("is a link that leads in a circle; it needs to be a file"),
    errno.EACCES: N_("may not be read; it needs permission for you to read it"),
    errno.EPERM: N_("may not be read; it needs permission for you to read it"),
    errno.ENAMETOOLONG: N_("has too long a name to be a file"),
    errno.ENXIO: N_("is not a file; it needs to be one"),
}
_KINDS = {
    stat.S_IFDIR: N_("is a folder; it needs to be a file"),
    stat.S_IFIFO: N_("is a pipe; it needs to be a file"),
    stat.S_IFSOCK: N_("is a socket; it needs to be a file"),
    stat.S_IFCHR: N_("is a device; it needs to be a file"),
    stat.S_IFBLK: N_("is a device; it needs to be a file"),
}
NO_FILE = N_("is not a file; it needs to be a file")


class TooLong(BadInput):
    """The file is longer than it may be."""


def read_outside(path: Path, longest_bytes: int = LONGEST_BYTES) -> bytes:
    """The bytes of a plain file. `BadInput`, with what is wrong but without the path, if it is none or is too long."""
    try:
        _refuse_unusual(path.stat(), longest_bytes)
        with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 - pathlib cannot open without waiting
            _refuse_unusual(os.fstat(file.fileno()), longest_bytes)
            data = file.read(longest_bytes + 1)
    except OSError as error:
        number = error.errno or 0
        reason = (_(_REASONS[number]) if number in _REASONS else "") or _("cannot be read: {reason}").format(
            reason=(os.strerror(number) or _("unknown reason")).lower()
        )
        raise BadInput(reason) from error
    except ValueError as error:  # a name with a NUL in it
        raise BadInput(_("is not the name of a file")) from error
    if len(data) > longest_bytes:
        raise TooLong(_too_long(longest_bytes))
    return data


def _refuse_unusual(found: os.stat_result, longest_bytes: int) -> None:
    kind = stat.S_IFMT(found.st_mode)
    if kind != stat.S_IFREG:
        raise BadInput(_(_KINDS.get(kind, NO_FILE)))
    if found.st_size > longest_bytes:
        raise TooLong(_too_long(longest_bytes))


def _too_long(longest_bytes: int) -> str:
    return _("is too long; it may be up to {size} MiB").format(size=f"{longest_bytes / (1 << 20):g}")
