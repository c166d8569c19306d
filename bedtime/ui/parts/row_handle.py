"""The six dots at the left of a row: dragged, they lift it; pressed, they open a menu that does the same."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind


class RowHandle(Button):
    """`lifted`, `dragged` and `dropped` carry where the pointer is on the screen; `asked` wants the menu."""

    lifted = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal()
    let_go = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Dots."""
        super().__init__("", Kind.BARE, icon=Icon.GRIP)
        self.setParent(parent)
        self._from: QPoint | None = None
        self._drags = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.chosen.connect(self.asked)

    def sizeHint(self) -> QSize:
        """The smallest target."""
        return QSize(SMALLEST_TARGET + 2 * HALO, SMALLEST_TARGET + 2 * HALO)

    def paint_content(self, painter: QPainter, shape: QRectF) -> None:
        """Paint the dots."""
        draw_icon(painter, Icon.GRIP, QPointF(shape.center()), self._size_px * 1.15, self.ink())

    def corner_radius(self, shape: QRectF) -> float:
        """A soft square."""
        return shape.height() * 0.28

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where; it may become a drag."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # where Escape is heard, wherever buttons take no focus

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, the row is lifted."""
        at = event.globalPosition().toPoint()
        if self._drags:
            self.dragged.emit(at)
        elif self._from is not None and (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._drags = True
            self.setDown(False)
            self.lifted.emit(self._from)
            self.dragged.emit(at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The row is put down, or the menu is wanted."""
        if self._drags:
            self._end()
            self.dropped.emit()
        else:
            self._from = None
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets a lifted row go back."""
        if self._drags:
            if event.key() == Qt.Key.Key_Escape:
                self._end()
                self.let_go.emit()
            return
        super().keyPressEvent(event)

    def _end(self) -> None:
        self._drags, self._from = False, None
        self.setDown(False)
