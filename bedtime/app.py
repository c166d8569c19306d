"""The composition root: the only module that knows every concrete class.

Before the first paint it loads what the shell of Tonight needs, and nothing else. What comes after is loaded by the
worker and made when it is first wanted: tonight's routine, the past, the player and Goodnight.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from bedtime.clock import Clock, FastClock, SystemClock
from bedtime.settings_shelf import SettingsShelf
from bedtime.store.places import find_places, prepare
from bedtime.ui import runtime
from bedtime.ui.evenings import Evenings
from bedtime.ui.parts.figure_view import LaterArtist
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.tasks import Worker
from bedtime.ui.window import Window

if TYPE_CHECKING:
    from bedtime.movement.library import Library
    from bedtime.movement.routine import Routine
    from bedtime.session.desk import Desk
    from bedtime.shelf import Past, Shelf
    from bedtime.ui.figure_frames import FigureFrames
    from bedtime.ui.parts.figure_view import Artist
    from bedtime.ui.sittings import Sittings

_FOR_TONIGHT = ("bedtime.movement.library", "bedtime.session.desk", "bedtime.session.tonight")
_FOR_A_SESSION = ("bedtime.shelf", "bedtime.session.seating", "bedtime.ui.sittings")
BODY = "ada"
"""Who shows the stretches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line asked for. With a `routine` its session begins at once."""

    home: str | None = None
    speed: float = 1.0
    routine: "Routine | None" = None
    exit_at_end: bool = False


def run(order: Order) -> int:
    """Open the window and stay until it is closed; the exit status. Raises BadInput before any window is shown."""
    qt = runtime.application()
    leaving = runtime.Leaving()
    house = House(order, leaving)
    house.open()
    return runtime.run(qt, house.window, leaving)


class House(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, order: Order, leave: Callable[[int], None]) -> None:
        """Put together what the first paint needs. Raises BadInput for a home that cannot be one."""
        super().__init__()
        self._order = order
        self._leave = leave
        self._places = find_places(order.home)
        findings = prepare(self._places)
        self._clock = SystemClock()
        self._worker = Worker()
        self._settings_shelf = SettingsShelf(self._places, self._clock, self._worker)
        self._settings, notices = self._settings_shelf.read()
        self._is_first_run = not self._places.sessions_file.exists()
        self._frames: FigureFrames | None = None
        self._artist = LaterArtist(self._make_artist)
        self.window = Window()
        tonight = TonightScreen(self._artist, self._clock)
        self._evenings = Evenings(
            self.window, tonight, self._settings, self._clock, self._make_desk, self._make_sittings
        )
        self.window.leaving.connect(self._close)
        self.window.painted.connect(self._after_the_first_paint)
        for words in (*(finding.words for finding in findings), *notices):
            self.window.tell(words)

    def open(self) -> None:
        """Make the first screen ready to be shown."""
        if self._order.routine is None:
            self._evenings.open_shell(is_first_run=self._is_first_run)
        else:
            self._evenings.begin(self._order.routine)
        if self._order.exit_at_end:
            self._evenings.ended.connect(self._close)

    # After the first paint

    @cached_property
    def _library(self) -> "Library":
        from bedtime.content import library_in

        return library_in(self._places, self._clock)

    @cached_property
    def _shelf(self) -> "Shelf":
        from bedtime.shelf import Shelf

        return Shelf(self._places, self._clock, self._worker)

    def _make_desk(self) -> "Desk":
        from bedtime.session.desk import Desk

        desk = Desk(self._library, self._settings, self._clock, self._settings_shelf.keep)
        if self._is_first_run:
            desk.remember((), None)
        return desk

    def _make_artist(self) -> "Artist":
        from bedtime.drawings import LibraryDrawings
        from bedtime.store.pictures import PictureCache
        from bedtime.ui.figure_frames import FigureFrames

        self._frames = FigureFrames(LibraryDrawings(self._library, BODY), PictureCache(self._places.drawings_folder))
        return self._frames

    def _make_sittings(self) -> "Sittings":
        from bedtime.session.seating import Seating
        from bedtime.ui.alarm import QtAlarm
        from bedtime.ui.screens.dark import DarkScreen
        from bedtime.ui.screens.goodnight import GoodnightScreen
        from bedtime.ui.screens.player import PlayerScreen
        from bedtime.ui.sittings import Screens, Sittings

        clock, speed = self._clock, self._order.speed
        played: Clock = clock if speed == 1 else FastClock(clock, speed)
        seating = Seating(
            self._evenings.desk, self._library, self._shelf, played, lambda: QtAlarm(played, speed), speed=speed
        )
        screens = Screens(PlayerScreen(self._artist), GoodnightScreen(clock, QtAlarm(clock)), DarkScreen())
        return Sittings(self.window, screens, self._evenings.desk, seating, self._shelf, clock)

    def _after_the_first_paint(self) -> None:
        """Think about tonight first, then read the past; both are loaded by the worker, so that nothing stutters."""
        gc.freeze()
        gc.enable()
        self.window.setWindowIcon(_icon())
        self._worker.run(lambda: _load(*_FOR_TONIGHT), lambda _: self._furnish(), lambda _: self._furnish())

    def _furnish(self) -> None:
        if self._order.routine is None:
            self._evenings.open()
        self._worker.run(lambda: _load(*_FOR_A_SESSION), lambda _: self._remember(), lambda _: self._remember())

    def _remember(self) -> None:
        self._shelf.read_past(self._library.patterns, self._take_in)

    def _take_in(self, past: "Past") -> None:
        self._evenings.desk.remember(past.records, past.unfinished)
        for words in past.notices:
            self.window.tell(words)
        if self._order.routine is None:
            self._evenings.show_tonight()

    def _close(self) -> None:
        """Bring the session to rest, wait for what is being saved, and let the window go."""
        self._evenings.put_down()
        if self._frames is not None:
            self._frames.close()
        self._worker.finish()
        self.window.let_go()
        self._leave(0)


def _load(*names: str) -> None:
    for name in names:
        import_module(name)


def _icon() -> QIcon:
    from bedtime.store.bundled import bundled_root

    return QIcon(str(bundled_root() / "assets" / "icons" / "bedtime.svg"))
