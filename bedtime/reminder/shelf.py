"""Where a back end keeps its files. The store writes them; this room only says what and where."""

from pathlib import Path
from typing import Protocol


class Shelf(Protocol):
    """Small whole files in folders that belong to the operating system."""

    def read(self, path: Path) -> bytes | None:
        """The file's bytes; None when there is none, or none that can be read."""
        ...

    def write(self, path: Path, contents: bytes) -> None:
        """Replace the file in one step, making its folders. A `Fault` when the disk refuses."""
        ...

    def remove(self, path: Path) -> None:
        """Take the file away, if it is there. A `Fault` when the disk refuses."""
        ...
