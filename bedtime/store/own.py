"""The person's own routines, stretches and pictures, each a file in a folder of its kind.

Only names that are safe on every system are opened or made. What a file means is judged elsewhere.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.store import disk
from bedtime.store.disk import Standing
from bedtime.store.document import Document, State
from bedtime.store.finding import Finding
from bedtime.store.upgrades import Format

LARGEST_PICTURE_BYTES = 10 << 20

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_PICTURE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\.(?:png|jpg|jpeg|svg)")
_ENDINGS = (".json", ".json.bak")  # the last good copy stands in for a file that has gone


class OwnFiles:
    """The files of one `form` in a folder. Cheap to make: nothing is opened before it is asked for."""

    def __init__(self, folder: Path, form: Format, clock: Clock) -> None:
        self._folder = folder
        self._form = form
        self._clock = clock
        self.findings = tuple[Finding, ...]()
        """What was found wrong when the files were last read."""

    def documents(self) -> Mapping[str, Mapping[str, Any]]:
        """Every file that can be read, by the id that its name says. Never raises for what is on the disk."""
        opened = {identifier: self._document(identifier).read() for identifier in self._ids()}
        self.findings = tuple(finding for one in opened.values() for finding in one.findings)
        return {identifier: one.value for identifier, one in opened.items() if one.state in {State.OPEN, State.NEWER}}

    def save(self, identifier: str, document: Mapping[str, Any]) -> None:
        """Keep a file, in place of the one of its id. Raises NotSaved or TooNew."""
        self._make_folder()
        self._document(identifier).write(document)

    def remove(self, identifier: str) -> None:
        """Remove a file, if it is there. Raises NotSaved."""
        self._document(identifier).remove()

    def _ids(self) -> list[str]:
        try:
            names = [path.name for path in self._folder.iterdir()]
        except OSError:
            return []
        stems = {name.removesuffix(ending) for name in names for ending in _ENDINGS if name.endswith(ending)}
        return sorted(stem for stem in stems if _ID.fullmatch(stem))

    def _document(self, identifier: str) -> Document:
        if not _ID.fullmatch(identifier):
            raise BadInput(_("{name} cannot be the name of a file.").format(name=repr(identifier)))
        return Document(self._folder / f"{identifier}.json", self._form, self._clock)

    def _make_folder(self) -> None:
        try:
            disk.make_folder(self._folder.parent)
        except OSError as error:
            raise disk.not_saved(error) from error


class OwnPictures:
    """The pictures in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """Every picture."""
        try:
            return tuple(sorted(path.name for path in self._folder.iterdir() if _PICTURE.fullmatch(path.name)))
        except OSError:
            return ()

    def read(self, name: str) -> bytes | None:
        """The bytes of a picture; None when it is not there, or too large to be one of ours."""
        path = self._folder / name
        try:
            if not _PICTURE.fullmatch(name) or disk.standing(path) is not Standing.FILE:
                return None
            return path.read_bytes() if path.stat().st_size <= LARGEST_PICTURE_BYTES else None
        except OSError:
            return None

    def save(self, name: str, data: bytes) -> None:
        """Keep a picture, in place of the one of its name. Raises NotSaved."""
        if not _PICTURE.fullmatch(name):
            raise BadInput(_("{name} cannot be the name of a picture.").format(name=repr(name)))
        try:
            disk.make_folder(self._folder.parent)
            disk.make_folder(self._folder)
            disk.replace_whole(self._folder / name, data)
        except OSError as error:
            raise disk.not_saved(error) from error

    def remove(self, name: str) -> None:
        """Remove a picture, if it is there. Raises NotSaved."""
        try:
            if _PICTURE.fullmatch(name):
                (self._folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise disk.not_saved(error) from error
