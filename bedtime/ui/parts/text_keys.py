"""Undo belongs to the screen, wherever the focus is: a field that is typed into lets it pass."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_LEFT = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LeavesUndo(QObject):
    """Watches one field. What was typed is told by the field itself before the screen takes anything back."""

    def __init__(self, field: QWidget) -> None:
        """Lives as long as the field."""
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the field from claiming undo and redo for itself."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(key) for key in _LEFT):
            return False
        event.ignore()
        return True
