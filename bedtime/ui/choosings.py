"""Joins the library's two screens, the cards and the page of one routine, to the desk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from bedtime.clock import Clock
from bedtime.errors import BedtimeError
from bedtime.movement.week import Day
from bedtime.session.choosing import Choosing
from bedtime.session.desk import Desk
from bedtime.session.routines import Filter
from bedtime.ui.parts.figure_view import Artist
from bedtime.ui.places import PLACES, TONIGHT, Ways
from bedtime.ui.screens.routine import RoutineScreen
from bedtime.ui.screens.routines import RoutinesScreen
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window


class Choosings(QObject):
    """Leads through the library. Made when it is first wanted.

    `edit_wanted` and `delete_wanted` carry the id of a routine.
    """

    edit_wanted = Signal(str)
    new_wanted = Signal()
    delete_wanted = Signal(str)

    def __init__(
        self, window: Window, ways: Ways, desk: Desk, choosing: Choosing, artist: Artist, clock: Clock
    ) -> None:
        """Nothing is shown yet; `open` begins."""
        super().__init__(window)
        self._window, self._ways, self._desk = window, ways, desk
        self._choosing = choosing
        self._clock = clock
        self._filter = Filter.ALL
        self._routine = ""
        self.cards = RoutinesScreen(artist, PLACES)
        self.page = RoutineScreen(artist, PLACES)
        for screen in (self.cards, self.page):
            window.add(screen)
            screen.gone_to.connect(ways.go_to)
        self.cards.opened.connect(self.open_page)
        self.cards.narrowed.connect(self._narrow)
        self.cards.new_wanted.connect(self.new_wanted)
        self.page.edit_wanted.connect(lambda: self.edit_wanted.emit(self._routine))
        self.page.delete_wanted.connect(lambda: self.delete_wanted.emit(self._routine))
        self.page.back.connect(self._back)
        self.page.chosen.connect(self._choose)
        self.page.favourite_toggled.connect(lambda: self._do(self._choosing.toggle_favourite))
        self.page.made_usual.connect(lambda: self._do(self._choosing.make_usual))
        self.page.night_toggled.connect(self._toggle_night)
        window.escaped.connect(self._escape)

    def open(self) -> None:
        """Show the cards."""
        self._dress()
        self._show_cards()
        self._window.go_to(self.cards)

    def open_page(self, routine: str) -> None:
        """Show the page of a routine."""
        self._routine = routine
        try:
            page = self._choosing.page(routine)
        except BedtimeError as error:
            self._window.tell(str(error))
            return
        self._dress()
        self.page.show_page(page)
        self._window.go_to(self.page)

    def come_back(self, routine: str | None) -> None:
        """Show the library again after editing: the cards, or the page of what was kept, to be chosen now."""
        if routine is None:
            self._back()
        else:
            self.open_page(routine)
            self.page.land()

    def _dress(self) -> None:
        settings = self._desk.settings
        for screen in (self.cards, self.page):
            dress(screen, settings, self._clock.now())

    def _show_cards(self) -> None:
        if self._filter not in self._choosing.filters():
            self._filter = Filter.ALL
        self.cards.show_cards(self._choosing.cards(self._filter), self._choosing.filters(), self._filter)

    def _narrow(self, chosen: Filter) -> None:
        self._filter = chosen
        self._show_cards()

    def _back(self) -> None:
        self.open()
        self.cards.land_on(self._routine)

    def _escape(self) -> None:
        if self._window.screen_shown is self.cards:
            self._ways.go_to(TONIGHT)

    def _choose(self) -> None:
        self._choosing.choose(self._routine)
        self._ways.go_to(TONIGHT)

    def _do(self, change: Callable[[str], None]) -> None:
        change(self._routine)
        self.page.show_page(self._choosing.page(self._routine))

    def _toggle_night(self, day: Day) -> None:
        self._do(lambda routine: self._choosing.toggle_night(routine, day))
