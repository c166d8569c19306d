"""Puts the content together: what is built in, and what the person keeps in their own folders."""

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.movement.draft import Draft, draft_document, draft_in
from bedtime.movement.library import Library
from bedtime.movement.personal import PersonalLibrary, Shelves
from bedtime.store.bundled import read_bundled
from bedtime.store.document import Document, State
from bedtime.store.own import OwnFiles, OwnPictures
from bedtime.store.places import Places
from bedtime.store.upgrades import EDITING, ROUTINE, STRETCH


def shelves_in(places: Places, clock: Clock) -> Shelves:
    """The person's own routines, stretches and pictures."""
    return Shelves(
        routines=OwnFiles(places.routines_folder, ROUTINE, clock),
        stretches=OwnFiles(places.stretches_folder, STRETCH, clock),
        pictures=OwnPictures(places.pictures_folder),
    )


def library_in(places: Places, clock: Clock) -> PersonalLibrary:
    """Everything there is to choose from. Cheap to make: nothing is opened before it is asked for."""
    return PersonalLibrary(read_bundled, shelves_in(places, clock))


class KeptDraft:
    """The routine that is being edited, kept at every change, so that closing the window loses nothing of it."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._document = Document(places.editing_file, EDITING, clock)

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of the last one. Raises NotSaved or TooNew."""
        self._document.write(draft_document(draft))

    def left(self, library: Library) -> Draft | None:
        """The draft that was left open; None when there is none that can be edited on."""
        opened = self._document.read()
        if opened.state is not State.OPEN:
            return None
        try:
            return draft_in(opened.value, library.stretch, library.routine)
        except BadInput:
            return None

    def forget(self) -> None:
        """The routine has been kept, or given up. Raises NotSaved."""
        self._document.remove()
