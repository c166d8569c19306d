"""The dark: a black window without a pointer. Whoever touches anything wakes it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from bedtime.language import _
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.screens.screen import Screen


class DarkScreen(Screen):
    """Nothing but black. `woken` is emitted for any key or click; a key that is still held down is none."""

    woken = Signal()

    def __init__(self) -> None:
        """A black screen that hides the pointer and takes the keys."""
        super().__init__()
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Dark. Any key brings the light back."))

    def light(self, _metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """None."""
        return (), ()

    def arrange(self) -> None:
        """There is nothing to place."""

    def land(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it black."""
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)

    def event(self, event: QEvent) -> bool:
        """Keys that do something elsewhere do nothing here but wake."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key wakes, once."""
        if not event.isAutoRepeat():
            self.woken.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """So does a click."""
        self.woken.emit()
