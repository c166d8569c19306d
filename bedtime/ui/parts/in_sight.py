"""Keeps what the keyboard is on in sight, in a part that scrolls."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from bedtime.ui.parts.button import HALO


class InSight(QObject):
    """Watches one area. By itself Qt scrolls only when the keyboard comes from within it, not from outside."""

    def __init__(self, area: QScrollArea) -> None:
        """Lives as long as the area."""
        super().__init__(area)
        self._area = area
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to it; what is being pressed with the mouse must not move away."""
        if not isValid(self._area):  # the focus leaves a window that is being taken down
            return
        held, content = QApplication.mouseButtons(), self._area.widget()
        is_within = now is not None and content is not None and content.isAncestorOf(now)
        if now is not None and is_within and held == Qt.MouseButton.NoButton:
            self._area.ensureWidgetVisible(now, 0, HALO)
