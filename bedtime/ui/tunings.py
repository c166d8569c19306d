"""Joins settings, cautions and the card of when to get help to the desk. Made when it is first wanted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from bedtime.clock import Clock
from bedtime.movement.body import Flag, Question
from bedtime.movement.library import Library
from bedtime.session.cautioning import Cautioning
from bedtime.session.desk import Desk
from bedtime.session.settings_page import settings_page
from bedtime.settings import SETTINGS, Answer, TextSize
from bedtime.ui.parts.veil import GENTLE_MS
from bedtime.ui.places import PLACES, TONIGHT, Ways
from bedtime.ui.screens.cautions import CautionsScreen
from bedtime.ui.screens.help import HelpScreen
from bedtime.ui.screens.settings import SettingsScreen
from bedtime.ui.wardrobe import motion_of, theme_of
from bedtime.ui.window import Window


class Tunings(QObject):
    """Leads through what can be set."""

    def __init__(self, window: Window, ways: Ways, desk: Desk, library: Library, clock: Clock, folder: Path) -> None:
        """Nothing is shown yet. `folder` is where everything is kept."""
        super().__init__(window)
        self._window, self._ways, self._desk, self._library = window, ways, desk, library
        self._clock = clock
        self._folder = folder
        self._cautioning = Cautioning(library, desk)
        self._after_cautions: Callable[[], None] = self.open
        self._after_help: Callable[[], None] = self.open
        self.settings = SettingsScreen(PLACES)
        self.cautions, self.help = CautionsScreen(), HelpScreen()
        for screen in (self.settings, self.cautions, self.help):
            window.add(screen)
        self._connect()

    def _connect(self) -> None:
        self.settings.gone_to.connect(self._ways.go_to)
        self.settings.changed.connect(self._change)
        self.settings.cautions_wanted.connect(lambda: self.open_cautions(self.open))
        self.settings.help_wanted.connect(lambda: self.open_help(self.open))
        self.settings.folder_wanted.connect(self._open_folder)
        self.cautions.ticked.connect(self._tick)
        self.cautions.answered.connect(self._answer)
        self.cautions.help_wanted.connect(lambda: self.open_help(self._back_to_cautions))
        self.cautions.done.connect(self._leave_cautions)
        self.help.back.connect(self._leave_help)
        self._window.escaped.connect(self._escape)

    # Opening

    def open(self) -> None:
        """Show the settings."""
        self._dress()
        self._show_settings()
        self._window.go_to(self.settings)

    def open_cautions(self, after: Callable[[], None]) -> None:
        """Show what there is to tick; `after` is where one goes when it is done."""
        self._after_cautions = after
        self._back_to_cautions()

    def open_help(self, after: Callable[[], None]) -> None:
        """Show when to get help; `after` is where one goes then."""
        self._after_help = after
        self._dress()
        self.help.show_card(self._cautioning.help_card())
        self._window.go_to(self.help)

    def _leave_cautions(self) -> None:
        self._after_cautions()

    def _leave_help(self) -> None:
        self._after_help()

    def _back_to_cautions(self) -> None:
        self._dress()
        self.cautions.show_view(self._cautioning.view())
        self._window.go_to(self.cautions)

    # What is changed

    def _change(self, name: str, value: Any) -> None:
        if name not in SETTINGS:
            return
        self._window.soften(GENTLE_MS)
        self._desk.change(replace(self._desk.settings, **{name: value}))
        self._window.enlarge(self._desk.settings.text_size / 100)
        self._dress()
        self._show_settings()

    def step_text_size(self, step: int) -> None:
        """Larger or smaller text, by one step."""
        sizes = list(TextSize)
        index = sizes.index(self._desk.settings.text_size) + step
        if 0 <= index < len(sizes):
            self._change("text_size", sizes[index])

    def _tick(self, flag: Flag) -> None:
        self._cautioning.tick(flag)
        self.cautions.show_view(self._cautioning.view())
        if flag is Flag.CLOT_RISK and self._cautioning.is_off:
            self.open_help(self._back_to_cautions)

    def _answer(self, question: Question, answer: Answer) -> None:
        self._cautioning.answer(question, answer)
        self.cautions.show_view(self._cautioning.view())
        self.cautions.land()

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._window.tell(f"The folder could not be opened from here: {self._folder}")

    def _escape(self) -> None:
        if self._window.screen_shown is self.settings:
            self._ways.go_to(TONIGHT)

    def _show_settings(self) -> None:
        page = settings_page(self._desk.settings, self._library.patterns, str(self._folder))
        self.settings.show_page(page)

    def _dress(self) -> None:
        settings = self._desk.settings
        theme, motion = theme_of(settings.theme, self._clock.now()), motion_of(settings.motion)
        for screen in (self.settings, self.cautions, self.help):
            screen.choose(theme, motion)
