"""The frames of a session: they run while something moves in sight, and never otherwise."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bedtime.session.phase import Phase
from bedtime.session.snapshot import Snapshot

FRAME_MS = 50
"""Twenty frames a second: the breath moves about 15 pixels in one of those seconds."""


class Frames(QTimer):
    """Calls for one frame after the other."""

    def __init__(self, screen: QWidget, draw: Callable[[], None]) -> None:
        """None yet; `screen` is what they are drawn on."""
        super().__init__(screen)
        self._screen = screen
        self._draw = draw
        self.setInterval(FRAME_MS)
        self.timeout.connect(self._next)

    def run_for(self, snapshot: Snapshot | None) -> None:
        """Run if a session at this moment moves in sight."""
        playing = snapshot is not None and snapshot.phase in {Phase.PLAYING, Phase.RE_ENTRY}
        if not playing or not self._is_in_sight:
            self.stop()
        elif not self.isActive():
            self.start()

    @property
    def _is_in_sight(self) -> bool:
        return self._screen.isVisible() and not self._screen.window().isMinimized()

    def _next(self) -> None:
        if self._is_in_sight:
            self._draw()
        else:
            self.stop()
