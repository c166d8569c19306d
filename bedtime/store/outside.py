"""Whole small files in folders that belong to the operating system: a unit, an autostart entry, a schedule."""

from pathlib import Path

from bedtime.store import disk
from bedtime.store.disk import Standing


class OutsideFiles:
    """Reads, replaces and removes them; makes the folders that they need."""

    def read(self, path: Path) -> bytes | None:
        """The file's bytes; None when there is none, or none that can be read."""
        try:
            return path.read_bytes() if disk.standing(path) is Standing.FILE else None
        except OSError:
            return None

    def write(self, path: Path, contents: bytes) -> None:
        """Replace the file in one step. Raises NotSaved."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            disk.replace_whole(path, contents)
        except OSError as error:
            raise disk.not_saved(error) from error

    def remove(self, path: Path) -> None:
        """Take the file away, if it is there. Raises NotSaved."""
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise disk.not_saved(error) from error
