"""Files come in after a look, and routines go out."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bedtime.content import library_in
from bedtime.files_shelf import FilesShelf
from bedtime.session.desk import Desk
from bedtime.settings import Settings
from bedtime.store.bundled import read_bundled
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.filings import Filings
from bedtime.ui.palette import Theme
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.window import Window
from tests.ui.measure import cut_off, overlapping, weak_words
from tests.ui.workshop import SIZES, button, click


class Home:
    """The program as far as it takes in and gives away."""

    def __init__(self, folder, show, size="1280x800"):
        places, clock = find_places(str(folder)), ManualClock()
        prepare(places)
        self.window, self.start = Window(), DarkScreen()
        self.window.add(self.start)
        self.window.go_to(self.start)
        self.library = library_in(places, clock)
        files = FilesShelf(places, clock, self.library, AtOnce())
        desk = Desk(self.library, Settings(), clock, lambda _: None)
        self.filings = Filings(self.window, desk, files, clock, lambda: self.window.go_to(self.start))
        self.screen = self.filings.screen
        show(self.window, QSize(*SIZES[size]))

    @property
    def told(self):
        notice = self.window._notice
        return notice._words.text() if notice is not None and notice.isVisible() else ""

    @property
    def lines(self):
        return [line.text() for line in self.screen._lines]


@pytest.fixture
def home(tmp_path, show):
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home", show)


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.json"
    parts = json.loads(read_bundled("routines/in-bed.json")) | {"id": "mine", "name": "My bed"}
    path.write_text(json.dumps(parts), encoding="utf-8")
    return path


def test_files_come_in_after_a_look_and_a_yes(home, mine):
    home.filings.look_at([str(mine)])
    assert home.lines == ["The routine “My bed” comes in."]
    assert home.library.own_routine_ids == ()
    click(button(home.screen, "Take it in"))
    assert home.library.own_routine_ids == ("mine",)
    assert home.window.screen_shown is home.start
    assert home.told == "“My bed” is among your routines now."


def test_a_no_changes_nothing(home, mine):
    home.filings.look_at([str(mine)])
    QTest.keyClick(home.screen, Qt.Key.Key_Escape)
    assert home.library.own_routine_ids == ()
    assert home.window.screen_shown is home.start


def test_when_one_of_several_is_wrong_none_can_be_taken_in(home, mine, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    home.filings.look_at([str(mine), str(broken), str(tmp_path / "gone.json")])
    assert not home.screen._take.isVisible()
    assert home.lines[-1] == "Nothing was changed."
    assert any(line.startswith("broken.json") for line in home.lines)
    assert "gone.json: there is no such file." in home.lines


@pytest.mark.parametrize("size", SIZES)
def test_the_look_can_be_read_at_every_size(tmp_path, show, size, mine):
    (tmp_path / "home").mkdir()
    home = Home(tmp_path / "home", show, size)
    home.filings.look_at([str(mine)])
    home.screen.choose(Theme.NIGHT, home.screen._motion)
    assert cut_off(home.screen) == []
    assert overlapping(home.screen) == []
    assert weak_words(home.screen) == []


def test_a_routine_is_exported_and_comes_in_elsewhere(home, tmp_path):
    out = tmp_path / "out.json"
    home.filings.give_to(home.library.routine("in-bed"), out)
    assert home.told == "Exported to out.json."
    assert json.loads(out.read_bytes())["id"] == "in-bed"


def test_a_folder_that_is_not_there_is_told(home, tmp_path):
    home.filings.give_to(home.library.routine("in-bed"), tmp_path / "nowhere" / "out.json")
    assert "cannot be written" in home.told


def test_a_routine_is_printed(home, tmp_path):
    home.filings.print_to(home.library.routine("travel-tiny"), tmp_path / "sheet", "letter")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert home.told == "Printed to sheet.pdf."


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("ask", ["give", "print", "choose"])
def test_the_dialog_that_asks_which_file_holds_nothing_up(home, ask):
    do = getattr(home.filings, ask)
    do() if ask == "choose" else do(home.library.routine("in-bed"))
    (dialog,) = home.window.findChildren(QFileDialog)
    dialog.reject()
    QApplication.processEvents()


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


def test_files_are_dropped_where_there_is_a_top_bar_and_nowhere_else(home, mine):
    dropped = []
    home.window.dropped.connect(dropped.append)
    drop(home.window, [mine])
    assert dropped == []
    home.start.has_bar = True
    drop(home.window, [mine])
    assert dropped == [(str(mine),)]
