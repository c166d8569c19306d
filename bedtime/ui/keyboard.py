"""Opens the table of keys over whatever is shown, and leads back to exactly there. Made when it is first wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bedtime.ui.key_table import key_table
from bedtime.ui.screens.keys import KeysScreen
from bedtime.ui.screens.screen import Screen
from bedtime.ui.window import Window


class Keyboard(QObject):
    """Leads to the table and back. `dress` gives the screen its light, each time that it opens."""

    def __init__(self, window: Window, dress: Callable[[Screen], None]) -> None:
        """The table is not shown yet."""
        super().__init__(window)
        self._window, self._dress = window, dress
        self._before: Screen | None = None
        self.screen = KeysScreen()
        window.add(self.screen)
        self.screen.back.connect(self.leave)

    def turn(self) -> None:
        """Open the table; where it is open, leave it."""
        shown = self._window.screen_shown
        if shown is self.screen:
            self.leave()
        elif isinstance(shown, Screen):
            self._before = shown
            self._dress(self.screen)
            self.screen.show_keys(key_table(letters=self._window.heeds_letters))
            self._window.go_to(self.screen)

    def leave(self) -> None:
        """Go back to where one was."""
        if self._before is not None:
            self._window.go_to(self._before)
