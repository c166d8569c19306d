"""The evening before a session: Tonight, and whoever begins it. All that the first paint needs, and no more.

The course of a session is in `ui.sittings`, which is made when it is first wanted, or when the window has time.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bedtime.clock import Clock
from bedtime.errors import BedtimeError
from bedtime.movement.routine import Routine
from bedtime.session.desk import Desk
from bedtime.session.tonight import tonight
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.wardrobe import motion_of, theme_of
from bedtime.ui.window import Window

if TYPE_CHECKING:  # what is named here is loaded after the first paint
    from bedtime.ui.sittings import Sittings

LOOK_AT_THE_CLOCK_MS = 30_000


class Evenings(QObject):
    """Leads through one evening after the other, for as long as the window is open. `ended` tells of each session."""

    ended = Signal()

    def __init__(
        self,
        window: Window,
        screen: TonightScreen,
        desk: Desk,
        clock: Clock,
        make_sittings: "Callable[[], Sittings]",
    ) -> None:
        """Nothing is shown yet; `open` begins. `make_sittings` is called once, and not before it has to be."""
        super().__init__(window)
        self._window = window
        self._screen = screen
        self._desk = desk
        self._clock = clock
        self._make_sittings = make_sittings
        self._sittings: Sittings | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(LOOK_AT_THE_CLOCK_MS)
        self._minute.timeout.connect(self._look_at_the_clock)
        window.add(screen)
        screen.begin.connect(self.begin)
        screen.again.connect(self.begin)
        screen.start_over.connect(self.begin)
        screen.carry_on.connect(self.carry_on)
        screen.minutes_chosen.connect(self._choose_minutes)

    # Tonight

    def open(self) -> None:
        """Show tonight."""
        self._dress()
        self._window.veil.set_shade(0)
        self.show_tonight()
        self._window.go_to(self._screen)
        self._minute.start()

    def show_tonight(self) -> None:
        """Show what the desk has ready, without changing the screen."""
        self._screen.show_view(tonight(self._desk.evening))

    def _choose_minutes(self, minutes: int) -> None:
        self._desk.choose_minutes(minutes)
        self.show_tonight()

    def _look_at_the_clock(self) -> None:
        if self._screen.isVisible():
            self._dress()
            self.show_tonight()

    def _dress(self) -> None:
        settings = self._desk.settings
        self._screen.choose(theme_of(settings.theme, self._clock.now()), motion_of(settings.motion))

    # A session

    @property
    def sittings(self) -> "Sittings":
        """The course of a session, made now if it was not yet."""
        if self._sittings is None:
            self._sittings = self._make_sittings()
            self._sittings.over.connect(self.open)
            self._sittings.ended.connect(self.ended)
        return self._sittings

    def begin(self, routine: Routine | None = None) -> None:
        """Begin what the desk has ready, or another routine as it is written."""
        self._minute.stop()
        self.sittings.begin(routine)

    def carry_on(self) -> None:
        """Carry on the interrupted session, paused at the side where it was."""
        try:
            self.sittings.carry_on()
        except BedtimeError as error:
            self._window.tell(str(error))
            self.show_tonight()
        else:
            self._minute.stop()

    def put_down(self) -> None:
        """Bring a running session to rest, as the window closes."""
        self._minute.stop()
        if self._sittings is not None:
            self._sittings.put_down()
