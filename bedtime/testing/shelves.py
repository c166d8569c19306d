"""Shelves in memory."""

from collections.abc import Mapping
from typing import Any

from bedtime.errors import NotSaved
from bedtime.movement.personal import Shelves


class MemoryShelf:
    """A shelf for documents. Once `full`, nothing more can be kept."""

    def __init__(self, documents: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self.kept = dict(documents or {})
        self.full = False

    def documents(self) -> Mapping[str, Mapping[str, Any]]:
        """Every document by its id."""
        return dict(self.kept)

    def save(self, identifier: str, document: Mapping[str, Any]) -> None:
        """Keep a document."""
        if self.full:
            raise NotSaved("The disk is full.")
        self.kept[identifier] = document

    def remove(self, identifier: str) -> None:
        """Remove a document."""
        self.kept.pop(identifier, None)


class MemoryPictures:
    """A shelf for pictures."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def names(self) -> tuple[str, ...]:
        """Every picture."""
        return tuple(self.kept)

    def read(self, name: str) -> bytes | None:
        """The bytes of a picture."""
        return self.kept.get(name)

    def save(self, name: str, data: bytes) -> None:
        """Keep a picture."""
        self.kept[name] = data

    def remove(self, name: str) -> None:
        """Remove a picture."""
        self.kept.pop(name, None)


def memory_shelves() -> Shelves:
    """Empty shelves for everything of a person's own."""
    return Shelves(routines=MemoryShelf(), stretches=MemoryShelf(), pictures=MemoryPictures())
