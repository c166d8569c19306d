"""The evening before a session: Tonight, and whoever begins it. All that the first paint needs, and no more.

The course of a session is in `ui.sittings`, which is made when it is first wanted, or when the window has time.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bedtime.clock import Clock
from bedtime.diary.night import night_of
from bedtime.errors import BedtimeError
from bedtime.session.tonight_view import FIRST_MINUTES, Opening, shell
from bedtime.settings import Settings
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window

if TYPE_CHECKING:  # what is named here is loaded after the first paint
    from bedtime.movement.routine import Routine
    from bedtime.session.desk import Desk
    from bedtime.ui.sittings import Sittings

LOOK_AT_THE_CLOCK_MS = 30_000


class Evenings(QObject):
    """Leads through one evening after the other, for as long as the window is open.

    `beginning` tells that a session is about to take what sounds and speaks; `begun` and `ended` tell of each session.
    """

    beginning = Signal()
    begun = Signal()
    ended = Signal()

    def __init__(
        self,
        window: Window,
        screen: TonightScreen,
        settings: Settings,
        clock: Clock,
        make_desk: "Callable[[], Desk]",
        make_sittings: "Callable[[], Sittings]",
    ) -> None:
        """Nothing is shown yet; `open` begins. What is made is made once, and not before it has to be."""
        super().__init__(window)
        self._window = window
        self._screen = screen
        self._settings = settings
        self._clock = clock
        self._make_desk = make_desk
        self._make_sittings = make_sittings
        self._desk: Desk | None = None
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

    def open_shell(self, *, is_first_run: bool) -> None:
        """Show what is known before anything is thought about: the evening, the minutes and Begin."""
        now = self._clock.now()
        opening = Opening.FIRST_RUN if is_first_run else Opening.READY
        minutes = FIRST_MINUTES if is_first_run else self._settings.minutes
        self._dress()
        self._screen.show_view(shell(now, night_of(now), minutes, opening))
        self._window.go_to(self._screen)

    def open(self) -> None:
        """Show tonight."""
        self._dress()
        self._window.veil.set_shade(0)
        self.show_tonight()
        self._window.go_to(self._screen)
        self._minute.start()

    def show_tonight(self) -> None:
        """Show what the desk has ready, without changing the screen."""
        from bedtime.session.tonight import tonight  # noqa: PLC0415 - the first paint shows its shell

        self._screen.show_view(tonight(self.desk.evening))

    @property
    def desk(self) -> "Desk":
        """Tonight's desk, made now if it was not yet."""
        if self._desk is None:
            self._desk = self._make_desk()
        return self._desk

    def _choose_minutes(self, minutes: int) -> None:
        self.desk.choose_minutes(minutes)
        self.show_tonight()

    def _look_at_the_clock(self) -> None:
        if self._screen.isVisible():
            self._dress()
            self.show_tonight()

    def _dress(self) -> None:
        settings = self._settings if self._desk is None else self._desk.settings
        dress(self._screen, settings, self._clock.now())

    # A session

    @property
    def sittings(self) -> "Sittings":
        """The course of a session, made now if it was not yet."""
        if self._sittings is None:
            self._sittings = self._make_sittings()
            self._sittings.over.connect(self.open)
            self._sittings.ended.connect(self.ended)
        return self._sittings

    def begin(self, routine: "Routine | None" = None) -> None:
        """Begin what the desk has ready, or another routine in its own length. Where nothing may be done, say so."""
        self.beginning.emit()
        try:
            self.sittings.begin(routine)
        except BedtimeError as error:
            self._window.tell(str(error))
            self.open()
        else:
            self._minute.stop()
            self.begun.emit()

    def begin_tonight(self) -> None:
        """Straight into tonight's routine, from wherever we are; what was interrupted is carried on.

        A session that runs is not disturbed.
        """
        if self._sittings is not None and self._sittings.is_running:
            return
        if self.desk.evening.opening is Opening.INTERRUPTED:
            self.carry_on()
        else:
            self.begin()

    def carry_on(self) -> None:
        """Carry on the interrupted session, paused at the side where it was."""
        self.beginning.emit()
        try:
            self.sittings.carry_on()
        except BedtimeError as error:
            self._window.tell(str(error))
            self.show_tonight()
        else:
            self._minute.stop()
            self.begun.emit()

    def pause(self) -> None:
        """Let a running session wait, where there is one."""
        if self._sittings is not None:
            self._sittings.pause()

    def put_down(self) -> None:
        """Bring a running session to rest, as the window closes."""
        self._minute.stop()
        if self._sittings is not None:
            self._sittings.put_down()
