"""A few lines of free text. What is typed is told a moment after the last key, and at the latest when it is left."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.parts.field_style import field_style
from bedtime.ui.parts.note_field import SETTLED_MS
from bedtime.ui.parts.scroll_bar import scroll_bar_style
from bedtime.ui.parts.text_keys import LeavesUndo


class NotesField(QPlainTextEdit):
    """`noted` is emitted once for each text that came to rest."""

    noted = Signal(str)

    def __init__(self, parent: QWidget, invitation: str) -> None:
        """An empty field with an invitation in it."""
        super().__init__(parent)
        self.setPlaceholderText(invitation)
        self.setAccessibleName(invitation)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        LeavesUndo(self)
        self._told = ""
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self.tell)
        self.textChanged.connect(self._wait)

    def show_notes(self, notes: str) -> None:
        """Show notes that are known already; what is being typed stays."""
        if notes == self._told or (self.hasFocus() and self._settling.isActive()):
            return
        self._told = notes
        with QSignalBlocker(self):
            self.setPlainText(notes)

    def tell(self) -> None:
        """Tell the text now, if it is another one than the last that was told."""
        self._settling.stop()
        if self.toPlainText() != self._told:
            self._told = self.toPlainText()
            self.noted.emit(self._told)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self.setFont(sans(look.metrics.between(18, 19, 26)))
        self.setStyleSheet(field_style(look, vertical=6) + scroll_bar_style(look))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.tell()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is told before the field is left."""
        super().focusOutEvent(event)
        self.tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """And before the screen goes."""
        super().hideEvent(event)
        self.tell()

    def _wait(self) -> None:
        if self.toPlainText() != self._told:
            self._settling.start()
