"""Changes between the whole window and the small one while a session plays. One of the two is shown, never both."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication

from bedtime.language import _
from bedtime.session.snapshot import Snapshot
from bedtime.ui.look import Motion
from bedtime.ui.mini_player import LARGEST_SHARE, USUAL_SIZE, MiniPlayer
from bedtime.ui.palette import Theme
from bedtime.ui.screens.player_keys import Wish
from bedtime.ui.whereabouts import Kept, place_of, put_back
from bedtime.ui.window import Window

FROM_THE_CORNER = 24


def what_it_does() -> str:
    """A sentence about the small window on this desktop."""
    if QGuiApplication.platformName().startswith("wayland"):
        return _("Small window, N. On this desktop other windows may cover it, and it cannot keep its place.")
    return _("Small window that stays on top, N")


class Minis(QObject):
    """Makes the small window when it is first wanted. `wished` and `jumped` carry what is pressed there."""

    wished = Signal(Wish)
    jumped = Signal(int)

    def __init__(self, window: Window, kept: Kept) -> None:
        """Only the whole window."""
        super().__init__(window)
        self._window = window
        self._kept = kept
        self._mini: MiniPlayer | None = None
        window.installEventFilter(self)

    @property
    def mini(self) -> MiniPlayer | None:
        """The small window while it is shown."""
        return self._mini

    def open(self, moment: Callable[[], Snapshot], theme: Theme, motion: Motion, enlarged: float) -> MiniPlayer:
        """Put the small window in place of the whole one."""
        mini = self._mini = MiniPlayer()
        mini.wished.connect(self.wished)
        mini.jumped.connect(self.jumped)
        mini.quit_wished.connect(self._quit)
        mini.choose(theme, motion)
        mini.follow(moment)
        self._place(mini, enlarged)
        mini.show()
        mini.activateWindow()
        mini.land()
        self._window.hide()
        return mini

    def leave(self) -> None:
        """Put the whole window in place of the small one; without a small one nothing happens."""
        if self._mini is not None:
            self._window.show()  # which ends the small one
            self._window.activateWindow()

    def _quit(self) -> None:
        self.leave()
        self._window.close()

    def end(self) -> None:
        """Let go of the small window, as the program closes."""
        mini, self._mini = self._mini, None
        if mini is not None:
            self._kept.keep(place_of(mini))
            mini.hide()
            mini.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever shows the whole window, for a second start perhaps, ends the small one."""
        if watched is self._window and event.type() == QEvent.Type.Show:
            self.end()
        return False

    def _place(self, mini: MiniPlayer, enlarged: float) -> None:
        """Where it stood, on the display where it was; else in the lower corner of the window's display."""
        room = self._window.screen().availableGeometry()
        largest = QSize(room.width() // LARGEST_SHARE, room.height() // LARGEST_SHARE).expandedTo(USUAL_SIZE)
        size = QSize(round(USUAL_SIZE.width() * enlarged), round(USUAL_SIZE.height() * enlarged)).boundedTo(largest)
        place = self._kept.place()
        if place is not None:
            place = place._replace(box=place.box._replace(width=size.width(), height=size.height()))
        if place is None or not put_back(mini, place, USUAL_SIZE):
            corner = room.bottomRight()
            x, y = corner.x() - size.width() - FROM_THE_CORNER, corner.y() - size.height() - FROM_THE_CORNER
            mini.setGeometry(x, y, size.width(), size.height())
        mini.setFixedSize(mini.size())
