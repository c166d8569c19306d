"""A real window for every test of the screens, on a screen that nobody sees."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.timeline import Timeline
from bedtime.store.bundled import read_bundled
from bedtime.ui.fonts import load_fonts
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme

SIZES = {"640x480": QSize(640, 480), "1280x800": QSize(1280, 800), "1920x1080": QSize(1920, 1080)}

Show = Callable[[QWidget, QSize], None]


@pytest.fixture(scope="session")
def library() -> Library:
    """The built-in content."""
    return Library(read_bundled)


@pytest.fixture(scope="session")
def timeline(library: Library) -> Timeline:
    """A whole routine: get ready at 0 s, right hold at 12 s, switch at 42 s, left hold at 47 s."""
    routine = library.routine("simple-nightly")
    return lay_out(routine, library.stretches_of(routine), library.patterns)


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    """Show a widget at a size, with the program's letters, until the test is over."""

    def show_it(widget: QWidget, size: QSize) -> None:
        load_fonts()
        qtbot.addWidget(widget)
        widget.resize(size)
        with qtbot.waitExposed(widget):
            widget.show()
        qapp.processEvents()

    return show_it


@pytest.fixture
def open_editor(show: Show) -> Callable[..., object]:
    """The editor with a routine on it, or with an empty one: `open_editor("in-bed", "640x480", Theme.DAY)`."""

    def open_it(
        routine: str | None = "simple-nightly",
        size: str = "1280x800",
        theme: Theme = Theme.NIGHT,
        motion: Motion = Motion.STILL,
    ) -> object:
        from tests.ui.workshop import SIZES as ALL_SIZES  # noqa: PLC0415 - the other tests need no editor
        from tests.ui.workshop import Workshop  # noqa: PLC0415 - likewise

        workshop = Workshop(routine)
        workshop.screen.choose(theme, motion)
        show(workshop.screen, QSize(*ALL_SIZES[size]))
        workshop.open()
        workshop.screen.activateWindow()
        workshop.screen.land()
        return workshop

    return open_it
