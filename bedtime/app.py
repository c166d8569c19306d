"""The composition root: with `workrooms`, its second half, the only one that knows every concrete class.

Before the first paint it loads what the shell of Tonight needs, and nothing else. What comes after is loaded by the
worker and made when it is first wanted: tonight's routine, the past, the player and Goodnight.
"""

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject

from bedtime.catalogues import speak_chosen
from bedtime.clock import Clock, FastClock, SystemClock, local_now
from bedtime.handover import Wish, address
from bedtime.one_window import alone_or_handed_over
from bedtime.settings import Switch
from bedtime.settings_shelf import SettingsShelf
from bedtime.store.disk import is_there
from bedtime.store.places import Places, find_places, prepare
from bedtime.ui import runtime
from bedtime.ui.evenings import Evenings
from bedtime.ui.metrics import SMALLEST_WINDOW
from bedtime.ui.parts.figure_view import LaterArtist
from bedtime.ui.places import PLACES, REMINDER, ROUTINES, SETTINGS, TONIGHT, Ways
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.tasks import Worker
from bedtime.ui.whereabouts import place_of, stand_again
from bedtime.ui.window import Window
from bedtime.windows_shelf import MINI, WHOLE, WindowsShelf

if TYPE_CHECKING:
    from bedtime.afterwards import Question
    from bedtime.movement.personal import PersonalLibrary
    from bedtime.movement.routine import Routine
    from bedtime.session.desk import Desk
    from bedtime.settings import Settings
    from bedtime.shelf import Past, Shelf
    from bedtime.store.backup import Backup
    from bedtime.ui.backups import Backups
    from bedtime.ui.doorbell import Doorbell
    from bedtime.ui.figure_frames import FigureFrames
    from bedtime.ui.own_pictures import OwnPictures
    from bedtime.ui.parts.figure_view import Artist
    from bedtime.ui.reminding import Reminding
    from bedtime.ui.remindings import Remindings
    from bedtime.ui.senses.ears import Ears
    from bedtime.ui.senses.senses import Senses
    from bedtime.ui.sittings import Sittings
    from bedtime.ui.tunings import Tunings
    from bedtime.workrooms import Workrooms

SELDOM = (20_000, 20, 50)
"""After how much that is new Python looks for rings among it. Drawing makes thousands of things, and none is a ring."""
_FOR_TONIGHT = ("bedtime.movement.library", "bedtime.session.desk", "bedtime.session.tonight")
_FOR_A_SESSION = ("bedtime.shelf", "bedtime.session.seating", "bedtime.ui.sittings")
_FOR_LATER = ("bedtime.ui.doorbell", "bedtime.reminder.here", "bedtime.ui.reminding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line asked for. With a `routine` its session begins at once; a `wish` waits for the past."""

    home: str | None = None
    speed: float = 1.0
    routine: "Routine | None" = None
    exit_at_end: bool = False
    wish: Wish = Wish.SHOW


def run(order: Order) -> int:
    """Open the window and stay until it is closed, or hand the wish to the one that is open; the exit status.

    Raises BadInput before any window is shown, and a Fault where another window keeps this one from opening.
    """
    places = find_places(order.home)
    findings = prepare(places)
    alone = alone_or_handed_over(places, order.wish, is_to_begin=order.routine is not None)
    if alone is None:
        return 0
    try:
        qt = runtime.application()
        leaving = runtime.Leaving()
        house = House(order, places, leaving)
        for finding in findings:
            house.window.tell(finding.words)
        house.open()
        return runtime.run(qt, house.window, leaving)
    finally:
        alone.let_go()


class House(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, order: Order, places: Places, leave: Callable[[int], None]) -> None:
        """Put together what the first paint needs."""
        super().__init__()
        self._order = order
        self._leave = leave
        self._places = places
        self._clock = SystemClock()
        self._worker = Worker()
        self.window = Window()
        self._settings_shelf = SettingsShelf(self._places, self._clock, self._worker, self.window.tell)
        self._settings, notices = self._settings_shelf.read()
        tongue = speak_chosen(self._settings.language, runtime.system_languages)
        runtime.write_as_in(tongue.tag)
        self._is_first_run = not is_there(self._places.sessions_file)
        self._frames: FigureFrames | None = None
        self._own_pictures: OwnPictures | None = None
        self._doorbell: Doorbell | None = None
        self._artist = LaterArtist(self._make_artist)
        self.window.enlarge(self._settings.text_size / 100)
        self.window.heed_letters(heeds=self._settings.letter_keys is Switch.ON)
        self._windows = WindowsShelf(self._places, self._clock, self._worker)
        stand_again(self.window, self._windows.of(WHOLE), SMALLEST_WINDOW)
        tonight = TonightScreen(self._artist, self._clock, PLACES)
        self._evenings = Evenings(
            self.window, tonight, self._settings, self._clock, self._make_desk, self._make_sittings
        )
        self._ways = Ways(self.window)
        self._ways.lead(TONIGHT, self._evenings.open)
        self._ways.lead(ROUTINES, self._open_routines)
        self._ways.lead(REMINDER, self._open_reminder)
        self._ways.lead(SETTINGS, self._open_settings)
        tonight.help_wanted.connect(lambda: self._tunings.open_help(self._evenings.open))
        tonight.cautions_wanted.connect(lambda: self._tunings.open_cautions(self._evenings.open))
        tonight.gone_to.connect(self._ways.go_to)
        tonight.reminder_wanted.connect(self._open_reminder)
        self._tonight = tonight
        self.window.text_wished.connect(self._step_text_size)
        self.window.keys_wanted.connect(self._open_keys)
        self.window.leaving.connect(self._close)
        self.window.dropped.connect(self._look_at_dropped)
        self.window.painted.connect(self._after_the_first_paint)
        for words in (*notices, *filter(None, (tongue.trouble,))):
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
    def _library(self) -> "PersonalLibrary":
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
        from bedtime.ui.own_pictures import OwnPictures

        drawings = LibraryDrawings(self._library, self._settings.body)
        self._frames = FigureFrames(drawings, PictureCache(self._places.drawings_folder), Worker())
        self._own_pictures = OwnPictures(self._frames, self._library.picture)
        return self._own_pictures

    def _make_sittings(self) -> "Sittings":
        from bedtime.session.seating import Seating
        from bedtime.ui.alarm import QtAlarm
        from bedtime.ui.minis import Minis
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
        desk, shelf = self._evenings.desk, self._shelf
        question = self._question
        minis = Minis(self.window, self._windows.of(MINI))
        sittings = Sittings(self.window, screens, desk, seating, shelf, clock, self._senses, question.offering, minis)
        sittings.over.connect(question.on_tonight.ask)
        return sittings

    @cached_property
    def _question(self) -> "Question":
        from bedtime.afterwards import ask_about_changes

        desk, worker = self._evenings.desk, self._worker
        question = ask_about_changes(self.window, self._library, desk, self._places, self._clock, worker)
        question.on_tonight.changed.connect(self._evenings.show_tonight)
        return question

    @cached_property
    def _backups(self) -> "Backups[Backup]":
        from bedtime.backup_shelf import BackupShelf
        from bedtime.ui.backups import Backups

        shelf = BackupShelf(self._places, self._clock, self._worker)
        backups = Backups(self.window, self._evenings.desk, shelf, self._clock, self._come_back_to_files)
        backups.restored.connect(self._look_at_everything_again)
        return backups

    def _come_back_to_files(self) -> None:
        self._tunings.open()
        self._tunings.settings.land_on_files()

    def _ask_where_to_back_up(self) -> None:
        self._backups.ask_where()

    def _ask_which_backup(self) -> None:
        self._backups.ask_which()

    def _look_at_everything_again(self) -> None:
        """Show what was brought in from a backup: settings, routines, stretches, nights and the reminder."""
        self._library.reload()
        self._forget_own_pictures()
        self._settings_shelf.read_again(self._take_over)
        self._shelf.read_past(self._library.patterns, self._recall_nights)
        self._reminding.start()

    def _take_over(self, settings: "Settings") -> None:
        self._evenings.desk.take_over(settings)
        self._tunings.take_over()

    def _recall_nights(self, past: "Past") -> None:
        self._evenings.desk.remember(past.records, past.unfinished)
        for words in past.notices:
            self.window.tell(words)

    @cached_property
    def _senses(self) -> "Senses":
        """What leads through a session by ear; the settings let it be heard."""
        from bedtime.ui.senses.ears import make_senses

        return make_senses(self._ears, self.window, self._clock)

    @cached_property
    def _ears(self) -> "Ears":
        """What sounds and speaks, in a session and where it is chosen."""
        from bedtime.reminder.processes import SystemProcesses
        from bedtime.store.bundled import bundled_root
        from bedtime.ui.senses.ears import make_ears

        sounds, processes = bundled_root() / "assets" / "sounds", SystemProcesses()
        return make_ears(sounds, lambda: processes.start("speech-dispatcher", "--spawn"), self._worker)

    @cached_property
    def _workrooms(self) -> "Workrooms":
        from bedtime.workrooms import Workrooms

        return Workrooms(
            window=self.window,
            ways=self._ways,
            desk=self._evenings.desk,
            library=self._library,
            artist=self._artist,
            places=self._places,
            clock=self._clock,
            worker=self._worker,
            show_tonight=self._evenings.show_tonight,
            forget_own_pictures=self._forget_own_pictures,
        )

    def _forget_own_pictures(self) -> None:
        if self._own_pictures is not None:
            self._own_pictures.forget_pictures()

    def _look_at_dropped(self, paths: tuple[str, ...]) -> None:
        self._workrooms.filings.look_at(paths)

    def _open_routines(self) -> None:
        self._workrooms.choosings.open()

    def _step_text_size(self, step: int) -> None:
        self._tunings.step_text_size(step)

    def _open_keys(self) -> None:
        """Who reads about keys cannot follow a figure, so a session waits meanwhile."""
        self._evenings.pause()
        self._tunings.keyboard.turn()

    def _open_settings(self) -> None:
        self._tunings.open()

    @cached_property
    def _tunings(self) -> "Tunings":
        from bedtime.catalogues import names
        from bedtime.ui.senses.rehearsal import Rehearsal
        from bedtime.ui.tunings import Tunings

        desk, folder, ears = self._evenings.desk, self._places.data, self._ears
        rehearsal = Rehearsal(ears.tones, ears.voice, ears.night)
        self._evenings.beginning.connect(rehearsal.stop)
        tunings = Tunings(self.window, self._ways, desk, self._library, self._clock, folder, rehearsal, names())
        tunings.settings.backup_wanted.connect(self._ask_where_to_back_up)
        tunings.settings.restore_wanted.connect(self._ask_which_backup)
        return tunings

    def _open_reminder(self) -> None:
        self._remindings.open()

    @cached_property
    def _remindings(self) -> "Remindings":
        from bedtime.ui.remindings import Remindings

        return Remindings(self.window, self._ways, self._evenings.desk, self._reminding, lambda: local_now(self._clock))

    @cached_property
    def _reminding(self) -> "Reminding":
        from bedtime.reminder.here import Bell, computer
        from bedtime.ui.reminding import Reminding

        bell = Bell(computer(self._places, self._clock, self._order.home))
        reminding = Reminding(bell, self._worker, lambda: local_now(self._clock))
        reminding.changed.connect(self._show_brief)
        self._evenings.begun.connect(reminding.a_session_began)
        self._evenings.ended.connect(reminding.a_session_ended)
        return reminding

    def _show_brief(self) -> None:
        brief = self._reminding.brief
        if brief is not None:
            self._tonight.show_brief(brief)

    def _after_the_first_paint(self) -> None:
        """Think about tonight first, then read the past; both are loaded by the worker, so that nothing stutters."""
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()
        self._show_icon()
        self._ways.heed_keys()
        self._worker.run(lambda: _load(*_FOR_TONIGHT), lambda _: self._furnish(), lambda _: self._furnish())

    def _show_icon(self) -> None:
        from PySide6.QtGui import QIcon

        from bedtime.store.bundled import bundled_root

        self.window.setWindowIcon(QIcon(str(bundled_root() / "assets" / "icons" / "bedtime.svg")))

    def _furnish(self) -> None:
        if self._order.routine is None:
            self._evenings.open()
        self._worker.run(lambda: _load(*_FOR_A_SESSION), lambda _: self._remember(), lambda _: self._remember())

    def _remember(self) -> None:
        self._shelf.read_past(self._library.patterns, self._take_in)
        self._worker.run(lambda: _load(*_FOR_LATER), lambda _: self._settle_in(), lambda _: self._settle_in())

    def _take_in(self, past: "Past") -> None:
        self._recall_nights(past)
        if self._order.routine is None:
            self._evenings.show_tonight()
            if is_there(self._places.changes_file):
                self._question.recall()
            if is_there(self._places.editing_file) or is_there(self._places.forming_file):
                self._workrooms.offer_what_was_left_open()

    def _settle_in(self) -> None:
        """The past is known. What was wished for at the start is done, and what others wish is heard from now on."""
        from bedtime.ui.doorbell import Doorbell

        self._doorbell = Doorbell(address(self._places.data, self._places.last_resort.parent))
        self._doorbell.rung.connect(self._heed)
        self._doorbell.listen()
        self._reminding.start()
        if self._order.routine is not None:
            self._reminding.a_session_began()
        self._do(self._order.wish)
        self._ask_the_system()

    def _ask_the_system(self) -> None:
        """Ask whether less should move; screens that are dressed from then on follow it."""
        from bedtime.reminder.processes import SystemProcesses
        from bedtime.system_motion import wants_less_motion
        from bedtime.ui.wardrobe import SystemWishes, heed

        asking = Worker()  # one of its own: a desktop may not answer, and what is saved meanwhile must not wait for it
        asking.setParent(self)

        def follow(less: bool) -> None:  # noqa: FBT001 - the answer to one question
            heed(SystemWishes(less_motion=less))
            asking.finish()

        ask = partial(wants_less_motion, sys.platform, SystemProcesses())
        asking.run(ask, follow, lambda _unanswered: asking.finish())

    def _heed(self, wish: Wish) -> None:
        """Do what a second start asked for."""
        self.window.come_forward()
        self._do(wish)

    def _do(self, wish: Wish) -> None:
        match wish:
            case Wish.BEGIN:
                self._evenings.begin_tonight()
            case Wish.SHOW | Wish.MORNING:  # the morning has no place of its own yet
                pass
            case _:
                assert_never(wish)

    def _close(self) -> None:
        """Bring the session to rest, wait for what is being saved, and let the window go."""
        if self._doorbell is not None:
            self._doorbell.be_deaf()
        self._evenings.put_down()
        self._windows.of(WHOLE).keep(place_of(self.window))
        if "_ears" in self.__dict__:
            self._ears.close()
        if "_workrooms" in self.__dict__:
            self._workrooms.put_down()
        if self._frames is not None:
            self._frames.close()
        if "_reminding" in self.__dict__:
            self._reminding.finish()
        self._worker.finish()
        self.window.let_go()
        self._leave(0)


def _load(*names: str) -> None:
    for name in names:
        import_module(name)
