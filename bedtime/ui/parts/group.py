"""Controls that belong together, as a screen reader sees them: it says the group's name on the way in."""

from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QWidget


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
