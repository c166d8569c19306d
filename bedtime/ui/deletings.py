"""Joins the deleting of a routine to the window: where it is asked for, the line that tells it, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bedtime.errors import BedtimeError
from bedtime.language import _
from bedtime.movement.routine import Routine
from bedtime.session.deleting import Deleted, Deleting
from bedtime.ui.window import Window


class Deletings(QObject):
    """Deletes at once and stays ready to undo it for as long as nobody has read the line about it."""

    def __init__(self, window: Window, deleting: Deleting, changed: Callable[[], None]) -> None:
        """`changed` shows anew what depends on which routines there are, without leaving the screen."""
        super().__init__(window)
        self._window, self._deleting, self._changed = window, deleting, changed

    def delete(self, routine: str, leave: Callable[[], None], come_back: Callable[[Routine], None]) -> None:
        """Delete a routine, and `leave` the screen that showed it; `come_back` once it is there again."""

        def tell(deleted: Deleted) -> None:
            leave()
            undo = self._undo(deleted, come_back)
            self._window.offer(deleted.words, _("Undo"), undo, otherwise=_("All right"))

        try:
            self._deleting.delete(routine, tell, self._window.tell)
        except BedtimeError as error:
            self._window.tell(str(error))

    def _undo(self, deleted: Deleted, come_back: Callable[[Routine], None]) -> Callable[[], None]:
        shown = self._window.screen_shown

        def back(routine: Routine) -> None:
            if self._window.screen_shown is shown:
                come_back(routine)
            else:  # somebody is elsewhere by now, and stays there
                self._changed()
                self._window.tell(_("“{name}” is there again.").format(name=routine.name))

        return lambda: self._deleting.put_back(deleted, back, self._window.tell)
