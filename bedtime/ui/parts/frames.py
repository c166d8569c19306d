"""The frames of a session: they run while something moves in sight, and never otherwise."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bedtime.session.phase import Phase
from bedtime.session.snapshot import Snapshot
from bedtime.ui.sight import is_seen

QUICK_MS, CALM_MS = 50, 70
"""Twenty frames a second while the person moves; fourteen for the breath, which moves about as many pixels in one."""


class Frames(QTimer):
    """Calls for one frame after the other. `rested` tells when nobody sees the screen any more."""

    rested = Signal()

    def __init__(self, screen: QWidget, draw: Callable[[], None]) -> None:
        """None yet; `screen` is what they are drawn on."""
        super().__init__(screen)
        self._screen = screen
        self._draw = draw
        self._is_unseen = False
        self.setInterval(CALM_MS)
        self.timeout.connect(self._next)

    @property
    def are_unseen(self) -> bool:
        """Whether they rest because nobody sees the screen; asked again each time, as somebody may look again."""
        self._is_unseen = self._is_unseen and not is_seen(self._screen)
        return self._is_unseen

    def run_for(self, snapshot: Snapshot | None) -> None:
        """Run if a session at this moment moves in sight."""
        if not is_seen(self._screen):
            self.rest()
        elif not _moves(snapshot):
            self.stop()
        elif not self.isActive():
            self.start()

    def come(self, snapshot: Snapshot | None) -> None:
        """Run from now on: the screen is shown, and its window will be on the display by the first frame."""
        self._is_unseen = False
        if _moves(snapshot):
            self.start()

    def keep_pace(self, interval_ms: int) -> None:
        """Come every so many milliseconds from now on: `QUICK_MS` or `CALM_MS`."""
        if self.interval() != interval_ms:
            self.setInterval(interval_ms)

    def rest(self) -> None:
        """Draw nothing until somebody sees the screen."""
        self.stop()
        self._is_unseen = True
        self.rested.emit()

    def _next(self) -> None:
        if is_seen(self._screen):
            self._draw()
        else:
            self.rest()


def _moves(snapshot: Snapshot | None) -> bool:
    return snapshot is not None and snapshot.phase in {Phase.PLAYING, Phase.RE_ENTRY}
