"""Lets the controls of a session fade while nobody touches anything, and the pointer with them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from bedtime.ui.parts.controls import Controls

FADE_AFTER_MS = 4_000


class Attention(QTimer):
    """Groups of controls that are seen when they are wanted."""

    def __init__(self, screen: QWidget, groups: tuple[Controls, ...], may_fade: Callable[[], bool]) -> None:
        """All of them are seen. `may_fade` says whether the moment allows them to go."""
        super().__init__(screen)
        self._screen, self._groups, self._may_fade = screen, groups, may_fade
        self.setSingleShot(True)
        self.setInterval(FADE_AFTER_MS)
        self.timeout.connect(self._let_fade)

    def wake(self) -> None:
        """Bring everything to light at once; from now on it is waited anew."""
        for group in self._groups:
            group.set_awake(awake=True)
        self._screen.unsetCursor()
        self.stop()
        if self._screen.isVisible() and self._may_fade():
            self.start()

    def _let_fade(self) -> None:
        if self._may_fade():
            for group in self._groups:
                group.set_awake(awake=False)
            self._screen.setCursor(Qt.CursorShape.BlankCursor)
