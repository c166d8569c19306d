"""Everything goes into one file, and comes back from it after a look; the window shows it at once."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bedtime.app import House, Order
from bedtime.backup_shelf import BackupShelf
from bedtime.session.desk import Desk
from bedtime.settings import Settings, ThemeChoice
from bedtime.store.backup import make_backup
from bedtime.store.bundled import read_bundled
from bedtime.store.places import Places, find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.backups import Backups
from bedtime.ui.palette import Theme
from bedtime.ui.parts.label import Words
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.settings import SettingsScreen
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.window import Window
from tests.ui.conftest import SIZES, Show
from tests.ui.measure import cut_off, overlapping, weak_words
from tests.ui.workshop import button, click

NIGHT = json.loads(read_bundled("routines/in-bed.json"))
CHOSEN = {"theme": "night", "text_size": 125, "letter_keys": "off", "v": 1}
BROUGHT_IN = "The backup is brought in. Nothing that was here is lost."


def a_home(folder: Path) -> Places:
    places = find_places(str(folder))
    prepare(places)
    return places


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of somebody with one night, one routine of their own and a setting."""
    places = a_home(tmp_path / "old")
    golden = Path(__file__).parent.parent / "golden" / "store"
    night = json.loads((golden / "session-1.json").read_text(encoding="utf-8"))
    places.sessions_file.write_text(json.dumps(night) + "\n", encoding="utf-8")
    places.routines_folder.mkdir()
    mine = NIGHT | {"id": "mine", "name": "My bed"}
    (places.routines_folder / "mine.json").write_text(json.dumps(mine), encoding="utf-8")
    places.settings_file.write_text(json.dumps(CHOSEN), encoding="utf-8")
    path = tmp_path / "bedtime-backup.zip"
    path.write_bytes(make_backup(places, ManualClock()))
    return path


class Home:
    """The window as far as it backs up and restores."""

    def __init__(self, folder: Path, library: object, show: Show, size: str) -> None:
        self.places, clock = a_home(folder), ManualClock()
        self.window, self.start = Window(), DarkScreen()
        self.window.add(self.start)
        self.window.go_to(self.start)
        desk = Desk(library, Settings(theme=ThemeChoice.NIGHT), clock, lambda _: None)  # type: ignore[arg-type]
        shelf = BackupShelf(self.places, clock, AtOnce())
        self.backups = Backups(self.window, desk, shelf, clock, lambda: self.window.go_to(self.start))
        self.restored: list[bool] = []
        self.backups.restored.connect(lambda: self.restored.append(True))
        self.screen = self.backups.screen
        show(self.window, SIZES[size])

    @property
    def told(self) -> str:
        notice = self.window._notice
        return notice._words.text() if notice is not None and notice.isVisible() else ""

    @property
    def lines(self) -> list[str]:
        return [line.text() for line in self.screen._lines]

    def files(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.places.data.parent.rglob("*") if path.is_file()}


Open = Callable[..., Home]


@pytest.fixture
def open_home(tmp_path: Path, library: object, show: Show) -> Open:
    def open_it(size: str = "1280x800") -> Home:
        return Home(tmp_path / "here", library, show, size)

    return open_it


def test_a_backup_is_written_where_it_was_asked_for_and_told_in_one_sentence(open_home: Open, tmp_path: Path) -> None:
    home = open_home()
    home.backups.back_up(str(tmp_path / "mine.zip"))
    assert home.told == "Everything is in mine.zip. Keep it where this computer cannot lose it."
    assert zipfile.is_zipfile(tmp_path / "mine.zip")


def test_a_backup_that_cannot_be_written_is_told(open_home: Open, tmp_path: Path) -> None:
    home = open_home()
    home.backups.back_up(str(tmp_path / "nowhere" / "mine.zip"))
    assert "cannot be written" in home.told


def test_what_would_change_is_shown_and_keeping_has_the_focus(open_home: Open, backup: Path) -> None:
    home = open_home()
    before = home.files()
    home.backups.look_at(str(backup))
    assert home.screen._title.text() == "Bring this backup in?"
    assert "1 night would come in." in home.lines
    assert "1 routine would come in." in home.lines
    assert home.lines[-1] == "Nothing that is here is lost."
    assert button(home.screen, "Keep things as they are").hasFocus()
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Return)
    assert home.window.screen_shown is home.start
    assert home.files() == before


def test_it_comes_in_with_the_mouse_and_a_second_time_there_is_nothing_new(open_home: Open, backup: Path) -> None:
    home = open_home()
    home.backups.look_at(str(backup))
    click(button(home.screen, "Bring it in"))
    assert home.told == BROUGHT_IN
    assert home.restored == [True]
    assert home.window.screen_shown is home.start
    home.backups.look_at(str(backup))
    assert home.screen._title.text() == "There is nothing new in it"
    assert "Everything in this backup is here already." in home.lines
    assert not home.screen._take.isVisible()


def newer(data: bytes) -> bytes:
    """The backup as a version after this one would make it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            parts = old.read(name)
            new.writestr(name, json.dumps(json.loads(parts) | {"v": 99}) if name == "manifest.json" else parts)
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: data[: len(data) // 2], "This is not a backup, or it is damaged."),
        (lambda _data: b"a letter", "This is not a backup, or it is damaged."),
        (newer, "This backup was made by a newer Bedtime. Update Bedtime to restore it."),
    ],
)
def test_what_cannot_be_brought_in_is_told_in_one_sentence_and_changes_nothing(
    open_home: Open, backup: Path, spoil: Callable[[bytes], bytes], words: str
) -> None:
    home = open_home()
    backup.write_bytes(spoil(backup.read_bytes()))
    before = home.files()
    home.backups.look_at(str(backup))
    assert home.told == words
    assert home.window.screen_shown is home.start
    assert home.files() == before


def test_a_file_that_has_gone_is_told(open_home: Open, tmp_path: Path) -> None:
    home = open_home()
    home.backups.look_at(str(tmp_path / "gone.zip"))
    assert home.told == "gone.zip: there is no such file."


def test_where_one_part_cannot_be_kept_nothing_is_changed(open_home: Open, backup: Path) -> None:
    home = open_home()
    home.backups.look_at(str(backup))
    home.places.routines_folder.write_bytes(b"a file where the folder would be")
    before = home.files()
    click(button(home.screen, "Bring it in"))
    assert home.told not in {"", BROUGHT_IN}
    assert home.restored == []
    assert home.files() == before


def test_somebody_who_is_elsewhere_when_it_has_come_in_stays_there(open_home: Open, backup: Path) -> None:
    home, elsewhere = open_home(), DarkScreen()
    home.window.add(elsewhere)
    home.backups.restored.connect(lambda: home.window.go_to(elsewhere))
    home.backups.look_at(str(backup))
    click(button(home.screen, "Bring it in"))
    assert home.window.screen_shown is elsewhere
    assert home.told == BROUGHT_IN


@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize("size", SIZES)
def test_the_look_can_be_read_at_every_size(open_home: Open, backup: Path, size: str, theme: Theme) -> None:
    home = open_home(size)
    home.backups.look_at(str(backup))
    home.screen.choose(theme, home.screen._motion)
    assert cut_off(home.screen) == []
    assert overlapping(home.screen) == []
    assert weak_words(home.screen) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("ask", ["ask_where", "ask_which"])
def test_the_dialog_that_asks_which_file_holds_nothing_up(open_home: Open, ask: str) -> None:
    home = open_home()
    getattr(home.backups, ask)()
    (dialog,) = home.window.findChildren(QFileDialog)
    dialog.reject()
    QApplication.processEvents()


# The whole program


@pytest.fixture
def house(tmp_path: Path, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setenv("PATH", "")  # no scheduler of this computer hears of it
    places = a_home(tmp_path / "here")
    left: list[int] = []
    house = House(Order(home=str(tmp_path / "here")), places, left.append)
    house.open()
    show(house.window, SIZES["1280x800"])
    qtbot.waitUntil(lambda: house._doorbell is not None, timeout=10_000)
    yield house
    house._close()
    assert set(left) == {0}


def test_after_a_restore_the_window_shows_nights_routines_and_settings_at_once(
    house: House, qtbot: QtBot, backup: Path
) -> None:
    desk = house._evenings.desk
    assert not desk.nights
    house._open_settings()
    house._backups.look_at(str(backup))
    screen = house._backups.screen
    qtbot.waitUntil(lambda: house.window.screen_shown is screen)
    click(button(screen, "Bring it in"))
    qtbot.waitUntil(lambda: bool(desk.nights))
    assert isinstance(house.window.screen_shown, SettingsScreen)
    assert desk.settings.theme is ThemeChoice.NIGHT
    assert house.window._enlarged == 1.25
    assert not house.window.heeds_letters
    assert house._library.own_routine_ids == ("mine",)
    house._open_routines()
    house._evenings.open()
    assert isinstance(house.window.screen_shown, TonightScreen)
    assert not any("Begin with" in words.text() for words in house.window.screen_shown.findChildren(Words))
