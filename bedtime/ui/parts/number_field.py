"""One number that is typed, as a real spin box without its arrows: the digits of a time, and of every stepper.

It takes a number when Enter is pressed or the field is left, and never changes it otherwise: Escape forgets what is
being typed, and the wheel scrolls whatever the number lies on.
"""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

_STYLE = """
QLineEdit {{ background: transparent; border: none; padding: 0; color: {ink};
    selection-background-color: {ground}; selection-color: {chosen}; }}
"""
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NumberField(QSpinBox):
    """`typed` carries what was typed; `focused` tells that the keyboard came or went, `left` that it went."""

    typed = Signal(int)
    focused = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Nothing is shown yet."""
        super().__init__(parent)
        self._shown = 0
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrame(False)
        self.setKeyboardTracking(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.valueChanged.connect(self._take)

    def show_value(self, value: int, least: int, most: int) -> None:
        """Show a number from `least` to `most`; nobody is told."""
        self._shown = value
        if (self.minimum(), self.maximum(), self.value()) != (least, most, value):
            with QSignalBlocker(self):
                self.setRange(least, most)
                self.setValue(value)

    def color(self, ink: str, chosen: str, ground: str) -> None:
        """Take on colours, those of marked digits too. A style of the spin box itself would take their room."""
        style = _STYLE.format(ink=ink, chosen=chosen, ground=ground)
        if self.lineEdit().styleSheet() != style:
            self.lineEdit().setStyleSheet(style)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was typed, Escape forgets it; with nothing to forget it is left to the screen."""
        if event.key() in _TAKES:
            self.interpretText()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.lineEdit().isModified():
            self.lineEdit().setText(f"{self.prefix()}{self.textFromValue(self._shown)}{self.suffix()}")
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls, whatever is under the pointer."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The whole number is marked, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken."""
        super().focusOutEvent(event)
        self.focused.emit()
        self.left.emit()

    def _take(self, value: int) -> None:
        if value != self._shown:
            self.typed.emit(value)
