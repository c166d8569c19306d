"""Joins files to the window: chosen or dropped ones come in after a look, routines go out and are printed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from bedtime.clock import Clock
from bedtime.language import N_, _
from bedtime.movement.importing import Plan
from bedtime.movement.routine import Routine
from bedtime.session.desk import Desk
from bedtime.session.filing import Preview, taken_in_words
from bedtime.settings import Settings
from bedtime.ui.screens.taking_in import TakingInScreen
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window

FILES = N_("Routines, stretches and pictures (*.json *.png *.jpg *.jpeg *.svg)")
PAPERS = {"a4": N_("A4 (*.pdf)"), "letter": N_("Letter (*.pdf)")}
Failed = Callable[[str], None]


class Files(Protocol):
    """What the window needs of the disk."""

    def look_at(self, paths: Sequence[str], then: Callable[[Preview], None], failed: Failed) -> None:
        """Read and judge these files."""
        ...

    def take_in(self, plan: Plan, then: Callable[[], None], failed: Failed) -> None:
        """Bring in what was looked at."""
        ...

    def give(self, routine: Routine, path: Path, then: Callable[[], None], failed: Failed) -> None:
        """Write a routine to a file."""
        ...

    def print(
        self, routine: Routine, settings: Settings, path: Path, paper: str, then: Callable[[], None], failed: Failed
    ) -> None:
        """Write a routine as a PDF."""
        ...


class Filings(QObject):
    """Made when it is first wanted. `back` is where one goes after files have come in, or not."""

    def __init__(self, window: Window, desk: Desk, files: Files, clock: Clock, back: Callable[[], None]) -> None:
        """Nothing is looked at yet."""
        super().__init__(window)
        self._window, self._desk, self._files, self._clock = window, desk, files, clock
        self._back = back
        self._plan: Plan | None = None
        self.screen = TakingInScreen()
        window.add(self.screen)
        self.screen.taken.connect(self._take_in)
        self.screen.left.connect(self._back)

    # In

    def choose(self) -> None:
        """Ask which files."""
        dialog = QFileDialog(self._window, _("Take in routines"), str(Path.home()), _(FILES))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.look_at)
        dialog.open()

    def look_at(self, paths: Sequence[str]) -> None:
        """Show what taking these in would do."""
        self._files.look_at(paths, self._show, self._window.tell)

    def _show(self, preview: Preview) -> None:
        self._plan = preview.plan
        dress(self.screen, self._desk.settings, self._clock.now())
        self.screen.show_preview(preview)
        self._window.go_to(self.screen)

    def _take_in(self) -> None:
        plan, self._plan = self._plan, None
        if plan is not None:
            self._files.take_in(plan, lambda: self._taken_in(plan), self._window.tell)

    def _taken_in(self, plan: Plan) -> None:
        if self._window.screen_shown is self.screen:  # else somebody is elsewhere by now, perhaps in a session
            self._back()
        self._window.mention(taken_in_words(plan))

    # Out

    def give(self, routine: Routine) -> None:
        """Ask where a routine shall be written to, and write it."""
        dialog = self._save_dialog(_("Export this routine"), f"{routine.id}.json", _("Routines (*.json)"))
        dialog.fileSelected.connect(lambda name: self.give_to(routine, Path(name)))
        dialog.open()

    def give_to(self, routine: Routine, path: Path) -> None:
        """Write a routine to this file."""
        done = _("Exported to {file}.").format(file=path.name)
        self._files.give(routine, path, lambda: self._window.mention(done), self._window.tell)

    def print(self, routine: Routine) -> None:
        """Ask where a routine shall be printed to, and on which paper."""
        dialog = self._save_dialog(_("Print this routine"), f"{routine.id}.pdf", ";;".join(map(_, PAPERS.values())))
        dialog.fileSelected.connect(
            lambda name: self.print_to(routine, Path(name), _paper(dialog.selectedNameFilter()))
        )
        dialog.open()

    def print_to(self, routine: Routine, path: Path, paper: str) -> None:
        """Print a routine to this file."""
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        done = _("Printed to {file}.").format(file=path.name)
        mention, tell = self._window.mention, self._window.tell
        self._files.print(routine, self._desk.settings, path, paper, lambda: mention(done), tell)

    def _save_dialog(self, title: str, name: str, filters: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(Path.home() / name), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(name)
        return dialog


def _paper(chosen: str) -> str:
    return next((paper for paper, words in PAPERS.items() if _(words) == chosen), "a4")
