"""Where one can go: the names in the top bar, in order, the keys that lead there, and who opens each place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from bedtime.language import N_
from bedtime.ui.screens.screen import Screen
from bedtime.ui.window import Window

TONIGHT, ROUTINES, DIARY, REMINDER = N_("Tonight"), N_("Routines"), N_("Diary"), N_("Reminder")
SETTINGS = N_("Settings")
"""Beside the others, behind the gear."""
PLACES = (TONIGHT, ROUTINES, REMINDER, SETTINGS)
"""The places that exist."""
KEYS_KEYS = ("F1", "?")
"""What opens the table of keys, on every screen."""
KEYS = {TONIGHT: "Ctrl+1", ROUTINES: "Ctrl+2", DIARY: "Ctrl+3", REMINDER: "Ctrl+4", SETTINGS: "Ctrl+,"}


class Ways(QObject):
    """Leads from place to place. The keys work only where there is a top bar: never out of a session."""

    def __init__(self, window: Window) -> None:
        """No way leads anywhere yet."""
        super().__init__(window)
        self._window = window
        self._openers: dict[str, Callable[[], None]] = {}

    def lead(self, place: str, open_it: Callable[[], None]) -> None:
        """Let the name of a place open it."""
        self._openers[place] = open_it

    def heed_keys(self) -> None:
        """Let the keys of all these places open them too."""
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 - nobody presses a key before the first paint

        for place in self._openers:
            shortcut = QShortcut(QKeySequence(KEYS[place]), self._window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda place=place: self._by_key(place))
        for key in KEYS_KEYS:
            shortcut = QShortcut(self._window)
            with_shift = [f"Shift+{key}"] if len(key) == 1 else []  # where the keyboard has it there
            shortcut.setKeys([QKeySequence(one) for one in (key, *with_shift)])
            for signal in (shortcut.activated, shortcut.activatedAmbiguously):
                signal.connect(lambda key=key: self._ask_for_keys(key))

    def go_to(self, place: str) -> None:
        """Open a place; what nobody opens is where we are."""
        open_it = self._openers.get(place)
        if open_it is not None:
            open_it()

    def _by_key(self, place: str) -> None:
        shown = self._window.screen_shown
        if isinstance(shown, Screen) and shown.has_bar:
            self.go_to(place)

    def _ask_for_keys(self, key: str) -> None:
        if len(key) > 1 or self._window.heeds_letters:
            self._window.keys_wanted.emit()
