"""Writes a file where somebody asked for it: whole or not at all, and in one clear sentence if it cannot be."""

from pathlib import Path

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.phrases import after_each_other
from bedtime.store.disk import Standing, reason, replace_whole, standing


def write_outside(path: Path, data: bytes) -> None:
    """Make `data` the whole of `path`. `BadInput` if that cannot be done; what was there before is then still there."""
    try:
        if standing(path) is Standing.SOMETHING_ELSE:
            raise BadInput(_("{path} is not a file; it needs the name of a file.").format(path=path))
        replace_whole(path, data)
    except OSError as error:
        raise BadInput(after_each_other((_("{path} cannot be written.").format(path=path), reason(error)))) from error
    except ValueError as error:  # a name with a NUL in it
        raise BadInput(_("This is not the name of a file.")) from error
