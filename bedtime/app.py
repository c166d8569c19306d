"""The composition root: the only module that knows every concrete class.

Before the first paint it reads the settings and tonight's routine, and nothing else; what earlier evenings left is read
by the worker afterwards.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bedtime.clock import Clock, FastClock, SystemClock
from bedtime.figure.port import FigureSource
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine
from bedtime.session.desk import Desk
from bedtime.shelf import Past, Shelf
from bedtime.store.bundled import bundled_root, read_bundled
from bedtime.store.places import Places, find_places, prepare
from bedtime.ui import runtime
from bedtime.ui.alarm import QtAlarm
from bedtime.ui.evenings import Evenings, Screens
from bedtime.ui.figure_artist import FigureArtist
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.goodnight import GoodnightScreen
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.tasks import Worker
from bedtime.ui.window import Window

BODY = "ada"
"""Who shows the stretches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line asked for. With a `routine` its session begins at once."""

    home: str | None = None
    speed: float = 1.0
    routine: Routine | None = None
    exit_at_end: bool = False


def run(order: Order) -> int:
    """Open the window and stay until it is closed; the exit status. Raises BadInput before any window is shown."""
    places = find_places(order.home)
    qt = runtime.application()
    qt.setWindowIcon(QIcon(str(bundled_root() / "assets" / "icons" / "bedtime.svg")))
    return runtime.run(qt, lambda leave: House(qt, places, order, leave).open())


class House(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, qt: QApplication, places: Places, order: Order, leave: Callable[[int], None]) -> None:
        """Put the parts together."""
        super().__init__(qt)
        library = self._library = Library(read_bundled)
        self._order = order
        self._leave = leave
        self._findings = prepare(places)
        self._worker = Worker()
        clock = SystemClock()
        played: Clock = clock if order.speed == 1 else FastClock(clock, order.speed)
        self._shelf = Shelf(places, clock, self._worker)
        settings, self._notices = self._shelf.read_settings()
        self._desk = Desk(
            library,
            settings,
            self._shelf,
            played,
            lambda: QtAlarm(played, order.speed),
            self._shelf.keep_settings,
            speed=order.speed,
        )
        if not places.sessions_file.exists():
            self._desk.remember((), None)
        artist = FigureArtist(lambda: _gallery(library), BODY)
        self._window = Window()
        screens = Screens(
            TonightScreen(artist, clock),
            PlayerScreen(artist),
            GoodnightScreen(clock, QtAlarm(clock)),
            DarkScreen(),
        )
        self._evenings = Evenings(self._window, screens, self._desk, self._shelf, clock)
        self._window.leaving.connect(self._close)

    def open(self) -> None:
        """Show the first screen, then read what earlier evenings left."""
        if self._order.routine is None:
            self._evenings.open()
        else:
            self._evenings.sit(self._desk.begin(self._order.routine))
            if self._order.exit_at_end:
                self._evenings.session_ended.connect(self._close)
        self._window.show()
        for words in (*(finding.words for finding in self._findings), *self._notices):
            self._window.tell(words)
        QTimer.singleShot(0, self, self._remember)

    def _remember(self) -> None:
        self._shelf.read_past(self._library.patterns, self._take_in)

    def _take_in(self, past: Past) -> None:
        self._desk.remember(past.records, past.unfinished)
        for words in past.notices:
            self._window.tell(words)
        if self._order.routine is None:
            self._evenings.show_tonight()

    def _close(self) -> None:
        """Bring the session to rest, wait for what is being saved, and let the window go."""
        self._evenings.put_down()
        self._worker.finish()
        self._window.let_go()
        self._leave(0)


def _gallery(library: Library) -> FigureSource:
    from bedtime.figure.gallery import Gallery  # noqa: PLC0415 - after the first paint, when the first picture is made
    from bedtime.movement.drawn import DrawnStretches  # noqa: PLC0415 - likewise

    return Gallery(DrawnStretches(library))
