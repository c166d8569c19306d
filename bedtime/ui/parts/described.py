"""What is only painted, with one description in its place: a figure, the floor line, a row of lamps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Described(QLabel):
    """A subclass paints it. To a screen reader it is an image as soon as it is described."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing to describe yet."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def describe(self, words: str) -> None:
        """Say this in place of what is seen."""
        if self.accessibleName() == words:
            return
        if self.pixmap().isNull():  # a label is an image by having one; what is seen is painted by the subclass
            dot = QPixmap(1, 1)
            dot.fill(Qt.GlobalColor.transparent)
            self.setPixmap(dot)
        self.setAccessibleName(words)
