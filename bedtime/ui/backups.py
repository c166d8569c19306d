"""Joins backups to the window: everything goes into one file, and comes back from it after a look."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from bedtime.clock import Clock
from bedtime.language import _
from bedtime.session.backing_up import BackupPreview, backup_name
from bedtime.session.desk import Desk
from bedtime.ui.screens.taking_in import TakingInScreen
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window

Failed = Callable[[str], None]
B = TypeVar("B")


class Shelf(Protocol[B]):
    """What the window needs of the disk. What a backup is, is the shelf's business."""

    def back_up(self, path: Path, then: Callable[[], None], failed: Failed) -> None:
        """Write everything that is kept into one file."""
        ...

    def look_at(self, path: Path, then: Callable[[BackupPreview, B], None], failed: Failed) -> None:
        """Read and judge a backup."""
        ...

    def bring_in(self, backup: B, then: Callable[[], None], failed: Failed) -> None:
        """Bring in what was looked at."""
        ...


class Backups(QObject, Generic[B]):
    """Made when it is first wanted. `back` is where one goes afterwards; `restored` tells that more is kept now."""

    restored = Signal()

    def __init__(self, window: Window, desk: Desk, shelf: Shelf[B], clock: Clock, back: Callable[[], None]) -> None:
        """Nothing is looked at yet."""
        super().__init__(window)
        self._window, self._desk, self._shelf, self._clock = window, desk, shelf, clock
        self._back = back
        self._seen: B | None = None
        self.screen = TakingInScreen(_("Bring it in"), _("Keep things as they are"), lands_on_leave=True)
        window.add(self.screen)
        self.screen.taken.connect(self._bring_in)
        self.screen.left.connect(self._leave)

    # Out

    def ask_where(self) -> None:
        """Ask where a backup shall be written to, and write it."""
        name = str(Path.home() / backup_name(self._clock.now()))
        dialog = QFileDialog(self._window, _("Back up"), name, _("Backups (*.zip)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(name)
        self._open(dialog, self.back_up)

    def back_up(self, chosen: str) -> None:
        """Write a backup to this file."""
        path = Path(chosen)
        done = _("Everything is in {file}. Keep it where this computer cannot lose it.").format(file=path.name)
        self._shelf.back_up(path, lambda: self._window.mention(done), self._window.tell)

    # In

    def ask_which(self) -> None:
        """Ask which backup, and show what it would change."""
        dialog = QFileDialog(self._window, _("Restore"), str(Path.home()), _("Backups (*.zip)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, self.look_at)

    def look_at(self, chosen: str) -> None:
        """Show what bringing this backup in would change."""
        self._shelf.look_at(Path(chosen), self._show, self._window.tell)

    def _show(self, preview: BackupPreview, backup: B) -> None:
        self._seen = backup if preview.brings_in else None
        dress(self.screen, self._desk.settings, self._clock.now())
        self.screen.show_lines(preview.title, preview.lines, can_be_taken=preview.brings_in)
        self._window.go_to(self.screen)

    def _bring_in(self) -> None:
        seen, self._seen = self._seen, None
        if seen is not None:
            self._shelf.bring_in(seen, self._done, self._not_done)

    def _done(self) -> None:
        self.restored.emit()
        self._window.mention(_("The backup is brought in. Nothing that was here is lost."))
        self._go_back()

    def _not_done(self, words: str) -> None:
        self._window.tell(words)
        self._go_back()

    def _go_back(self) -> None:
        """Whoever is elsewhere by now, perhaps in a session that the reminder began, stays there."""
        if self._window.screen_shown is self.screen:
            self._back()

    def _leave(self) -> None:
        self._seen = None
        self._back()

    @staticmethod
    def _open(dialog: QFileDialog, then: Callable[[str], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(then)
        dialog.open()
