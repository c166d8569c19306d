"""The routine that is being edited, on the disk. Apart from `content`, because no start needs the editor."""

from typing import NamedTuple

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.movement.draft import Draft, draft_document, draft_in
from bedtime.movement.library import Library
from bedtime.store.document import Document, State
from bedtime.store.places import Places
from bedtime.store.upgrades import EDITING


class LeftDraft(NamedTuple):
    """The draft that was left open, if it can be edited on, and a sentence for each thing that is wrong with it."""

    draft: Draft | None
    notices: tuple[str, ...] = ()


class KeptDraft:
    """Keeps a draft at every change, so that closing the window loses nothing of it."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._document = Document(places.editing_file, EDITING, clock)

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of the last one. Raises NotSaved or TooNew."""
        self._document.write(draft_document(draft))

    def left(self, library: Library) -> LeftDraft:
        """The draft that was left open. Never raises for what is on the disk."""
        opened = self._document.read()
        notices = tuple(finding.words for finding in opened.findings)
        if opened.state is not State.OPEN:
            return LeftDraft(None, notices)
        try:
            return LeftDraft(draft_in(opened.value, library.stretch, library.routine), notices)
        except BadInput as error:
            return LeftDraft(None, (*notices, str(error)))

    def forget(self) -> None:
        """The routine has been kept, or given up. Raises NotSaved."""
        self._document.remove()
