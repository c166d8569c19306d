"""The routine that is being edited, on the disk. Apart from `content`, because no start needs the editor."""

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.movement.draft import Draft, draft_document, draft_in
from bedtime.movement.library import Library
from bedtime.store.document import Document, State
from bedtime.store.places import Places
from bedtime.store.upgrades import EDITING


class KeptDraft:
    """Keeps a draft at every change, so that closing the window loses nothing of it."""

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
