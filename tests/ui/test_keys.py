"""The table of keys: opened and left from anywhere, readable everywhere, and true: every key in it is pressed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bedtime.session.phase import Phase
from bedtime.ui.key_table import key_table
from bedtime.ui.parts.key_list import KeyList
from bedtime.ui.screens.keys import KeysScreen
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.settings import SettingsScreen
from tests.ui.conftest import SIZES, Show
from tests.ui.measure import cut_off, overlapping, weak_words
from tests.ui.tour import STOPS, Tour, whole_house

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    """No scheduler of this computer hears of it."""
    monkeypatch.setenv("PATH", "")


def type_it(tour: Tour, key: str) -> None:
    """Press a key by its name in the table."""
    pressed = QKeySequence(key)[0]
    modifiers = pressed.keyboardModifiers()
    if key == "?":
        modifiers = Qt.KeyboardModifier.ShiftModifier
    tour.press(pressed.key(), modifiers)


def is_open(tour: Tour) -> bool:
    return isinstance(tour.window.screen_shown, KeysScreen)


@pytest.mark.parametrize("way_out", ["Esc", "Return", "F1", "?"])
@pytest.mark.parametrize(
    "stop", [stop for stop in STOPS if stop not in {"keys", "dark", "paused", "asked in the pause"}]
)
def test_f1_opens_the_table_from_everywhere_and_leads_back_to_what_had_the_keyboard(
    stop: str, way_out: str, tmp_path: Path, qtbot: QtBot, show: Show
) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        tour.press(Qt.Key.Key_Tab)
        if not tour.screen.isAncestorOf(tour.focus):  # on the line that tells of a missing speaker
            tour.press(Qt.Key.Key_Backtab)
        screen, focus = tour.screen, tour.focus
        was_playing = stop in {"getting ready", "working"}
        type_it(tour, "F1")
        assert is_open(tour)
        type_it(tour, way_out)
        assert tour.screen is screen
        if was_playing:  # it waits, because who reads about keys cannot follow a figure
            assert tour.evening()._last.phase is Phase.PAUSED
            assert tour.focus.text() == "Carry on"  # type: ignore[attr-defined]
        else:
            assert tour.focus is focus


def test_the_dark_is_woken_by_f1_and_shows_no_table(tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go("dark")
        dark = tour.screen
        type_it(tour, "F1")
        tour.wait(lambda: tour.screen is not dark)
        assert not is_open(tour)


def test_a_question_mark_that_is_typed_into_a_field_stays_there(tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go("a stretch of one's own")
        QTest.keyClicks(tour.focus, "Why?")
        assert not is_open(tour)
        assert tour.focus.text() == "Why?"  # type: ignore[attr-defined]


def test_with_single_letters_off_a_question_mark_is_none_and_the_table_says_what_else(
    tmp_path: Path, qtbot: QtBot, show: Show
) -> None:
    with whole_house(tmp_path, qtbot, show, letter_keys="off") as tour:
        tour.go("tonight")
        type_it(tour, "?")
        assert not is_open(tour)
        type_it(tour, "F1")
        table = tour.screen.findChild(KeyList)
        assert table is not None
        said = [table.item(row).text() for row in range(table.count())]
        assert "Ctrl+Shift+M: Voice, tones or silent" in said
        assert not any(words.startswith(("M:", "0 to 9")) for words in said)


def test_the_mouse_opens_it_from_the_settings_and_from_a_pause(tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        for stop, name in (("settings", "See all keys"), ("paused", "Keys")):
            tour.go(stop)
            screen = tour.screen
            assert isinstance(screen, SettingsScreen | PlayerScreen)
            (button,) = (
                one
                for one in screen.findChildren(QPushButton)
                if name in {one.text(), one.accessibleName()} and one.isVisible()
            )
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
            assert is_open(tour)
            tour.press(Qt.Key.Key_Escape)
            assert tour.screen is screen


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("letters", [True, False], ids=["letters", "no letters"])
def test_it_fits_and_can_be_read(show: Show, size: QSize, letters: bool) -> None:
    screen = KeysScreen()
    screen.heeds_letters = letters
    screen.show_keys(key_table(letters=letters))
    show(screen, size)
    assert cut_off(screen) == []
    assert overlapping(screen) == []
    assert weak_words(screen) == []


def test_the_arrows_go_from_line_to_line_and_pass_over_the_titles(show: Show, qtbot: QtBot) -> None:
    screen = KeysScreen()
    groups = key_table(letters=True)
    screen.show_keys(groups)
    show(screen, SIZES["1280x800"])
    screen.land()
    table = screen.findChild(KeyList)
    assert table is not None
    said = []
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    for _ in range(sum(len(group.lines) for group in groups)):
        said.append(table.currentItem().text())
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert said[0] == "In a session. Space: Pause, carry on, or “I’m ready”"
    assert len(set(said)) == sum(len(group.lines) for group in groups)
