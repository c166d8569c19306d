"""Controls that belong together, as a screen reader sees them: it says the group's name on the way in."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QWidget

from bedtime.language import _


def count_off(options: Sequence[QWidget]) -> None:
    """Let each option of a choice say which it is: 3 of 5."""
    for place, option in enumerate(options, 1):
        option.setAccessibleDescription(_("{place} of {count}").format(place=place, count=len(options)))


def chain(stops: Sequence[QWidget]) -> None:
    """Let the focus go from one to the next, in this order."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


class Group(QGroupBox):
    """A group without a frame. A plain QWidget would be mere filling to a screen reader, and its name never said."""

    def __init__(self, parent: QWidget | None = None, name: str = "") -> None:
        """`name` is read out, and nothing is painted."""
        super().__init__(parent)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing is seen of the group itself."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A group that takes the focus keeps it; Qt would hand it on to the first control inside."""
        QWidget.focusInEvent(self, event)
