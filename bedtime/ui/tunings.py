"""Joins settings, cautions and the card of when to get help to the desk. Made when it is first wanted."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from bedtime.clock import Clock
from bedtime.language import _
from bedtime.movement.body import Flag, Question
from bedtime.movement.library import Library
from bedtime.session.cautioning import Cautioning
from bedtime.session.desk import Desk
from bedtime.session.ears import Ears
from bedtime.session.settings_page import ONLY_ENGLISH, settings_page, with_choice
from bedtime.settings import SETTINGS, Answer, NightSound, Switch, TextSize
from bedtime.ui.keyboard import Keyboard
from bedtime.ui.parts.veil import GENTLE_MS
from bedtime.ui.places import PLACES, TONIGHT, Ways
from bedtime.ui.screens.cautions import CautionsScreen
from bedtime.ui.screens.help import HelpScreen
from bedtime.ui.screens.screen import Screen
from bedtime.ui.screens.settings import SettingsScreen
from bedtime.ui.senses.rehearsal import Rehearsal
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window

HEARD = frozenset({"sound", "volume", "whisper", "voice", "voice_pace", "voice_language"})
HEARD_AT_NIGHT = frozenset({"night_sound", "night_volume"})


class Tunings(QObject):
    """Leads through what can be set."""

    def __init__(
        self,
        window: Window,
        ways: Ways,
        desk: Desk,
        library: Library,
        clock: Clock,
        folder: Path,
        rehearsal: Rehearsal,
        languages: Mapping[str, str] = ONLY_ENGLISH,
    ) -> None:
        """Nothing is shown yet. `folder` is where everything is kept; `rehearsal` lets what is chosen be heard."""
        super().__init__(window)
        self._window, self._ways, self._desk, self._library = window, ways, desk, library
        self._clock = clock
        self._folder = folder
        self._rehearsal = rehearsal
        self._languages = languages
        self._cautioning = Cautioning(library, desk)
        self._after_cautions: Callable[[], None] = self.open
        self._after_help: Callable[[], None] = self.open
        self.settings = SettingsScreen(PLACES)
        self.cautions, self.help = CautionsScreen(), HelpScreen()
        for screen in (self.settings, self.cautions, self.help):
            window.add(screen)
        self.keyboard = Keyboard(window, self._dress_one)
        self._connect()
        rehearsal.ears.subscribe(self._hear_of_ears)

    def _connect(self) -> None:
        self.settings.gone_to.connect(self._ways.go_to)
        self.settings.changed.connect(self._change)
        self.settings.cautions_wanted.connect(lambda: self.open_cautions(self.open))
        self.settings.help_wanted.connect(lambda: self.open_help(self.open))
        self.settings.acted.connect(self._act)
        self.settings.left.connect(self._rehearsal.stop)
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
        self._rehearsal.get_ready(self._desk.settings)

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
        self._desk.change(with_choice(self._desk.settings, name, value))
        self.take_over()
        if name in HEARD:
            self._rehearsal.try_out(self._desk.settings)
        elif name in HEARD_AT_NIGHT:
            self._rehearsal.try_the_night(self._desk.settings)

    def _act(self, name: str) -> None:
        """Do what the button of a row says."""
        if name == "letter_keys":
            self.keyboard.turn()
        elif name == "sound":
            self._rehearsal.try_out(self._desk.settings)
        elif name == "night_sound":
            dialog = QFileDialog(self._window, _("A night sound of yours"), str(Path.home()), _sounds())
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.fileSelected.connect(self.take_sound)
            dialog.open()

    def take_sound(self, path: str) -> None:
        """Let this file be the night sound."""
        self._desk.change(replace(self._desk.settings, night_sound_file=path))
        self._change("night_sound", NightSound.OWN_FILE)

    def _hear_of_ears(self, _ears: Ears) -> None:
        if self._window.screen_shown is self.settings:
            self._show_settings()

    def take_over(self) -> None:
        """The desk goes by other settings: the window does, too, and shows them."""
        self._window.enlarge(self._desk.settings.text_size / 100)
        self._window.heed_letters(heeds=self._desk.settings.letter_keys is Switch.ON)
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
            self._window.tell(_("The folder could not be opened from here: {folder}").format(folder=self._folder))

    def _escape(self) -> None:
        if self._window.screen_shown is self.settings:
            self._ways.go_to(TONIGHT)

    def _show_settings(self) -> None:
        ears, folder = self._rehearsal.ears.value, str(self._folder)
        page = settings_page(self._desk.settings, self._library.patterns, folder, ears, self._languages)
        self.settings.show_page(page)

    def _dress(self) -> None:
        for screen in (self.settings, self.cautions, self.help):
            self._dress_one(screen)

    def _dress_one(self, screen: Screen) -> None:
        dress(screen, self._desk.settings, self._clock.now())


def _sounds() -> str:
    patterns = "*.wav *.mp3 *.ogg *.oga *.opus *.flac *.m4a *.aac"
    return ";;".join((_("Sounds ({patterns})").format(patterns=patterns), _("All files (*)")))
