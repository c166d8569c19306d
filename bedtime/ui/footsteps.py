"""Where the keyboard was on each screen, so that whoever comes back finds it there."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bedtime.ui.screens.screen import Screen


class Footsteps:
    """Remembers from which screen each was opened, and what had the focus there."""

    def __init__(self) -> None:
        """Nobody has been anywhere."""
        self._opened_from: dict[Screen, Screen] = {}
        self._focused: dict[Screen, QWidget] = {}

    def change(self, before: Screen, after: Screen, focused: QWidget | None) -> QWidget | None:
        """One screen takes the place of another; what should have the focus there, if one comes back.

        One comes back from a screen without a top bar to the one that it was opened from. From bar to bar one goes on.
        """
        if focused is not None and before.isAncestorOf(focused):
            self._focused[before] = focused
        is_back = not before.has_bar and self._opened_from.get(before) is after
        if not is_back:
            self._opened_from[after] = before
            return None
        kept = self._focused.get(after)
        is_there = kept is not None and isValid(kept) and kept.isVisibleTo(after) and kept.isEnabled()
        return kept if is_there else None
