"""A line for a note. What is typed is told a moment after the last key, and at the latest when the field is left."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bedtime.ui.fonts import sans
from bedtime.ui.look import Look

SETTLED_MS = 600
LONGEST = 500
_STYLE = """
QLineEdit {{
    background: {ground}; color: {ink}; placeholder-text-color: {quiet}; padding: 0 {padding}px;
    border: 1.5px solid {outline}; border-radius: {radius}px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus {{ border: 2.5px solid {ink}; }}
"""


class NoteField(QLineEdit):
    """One line of free text. `noted` is emitted once for each text that came to rest; `left` when Enter ends it."""

    noted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, invitation: str) -> None:
        """An empty field with an invitation in it."""
        super().__init__(parent)
        self.setPlaceholderText(invitation)
        self.setAccessibleName(invitation)
        self.setMaxLength(LONGEST)
        self._told = ""
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self.tell)
        self.textEdited.connect(lambda _text: self._settling.start())

    def show_note(self, note: str) -> None:
        """Show a note that is known already."""
        self._settling.stop()
        self._told = note
        self.setText(note)

    def tell(self) -> None:
        """Tell the note now, if it is another one than the last that was told."""
        self._settling.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.noted.emit(self._told)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        colors, between = look.palette, look.metrics.between
        self.setFont(sans(between(18, 20, 27)))
        self.setStyleSheet(
            _STYLE.format(
                ground=colors.surface_1,
                ink=colors.text_primary,
                quiet=colors.text_secondary,
                outline=colors.line_control,
                accent=colors.accent,
                on_accent=colors.accent_on,
                padding=round(between(14, 20, 27)),
                radius=round(between(14, 18, 24)),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape leave the field; every other key is text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.tell()
            self.left.emit()
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
