"""The table of keys is true: every key of it is pressed in the running program, and does what its line says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from bedtime.session.phase import Phase
from bedtime.ui.key_table import key_table
from bedtime.ui.parts.button import Button
from bedtime.ui.screens.editor import EditorScreen
from bedtime.ui.screens.help import HelpScreen
from bedtime.ui.screens.keys import KeysScreen
from bedtime.ui.screens.player import PlayerScreen
from tests.ui.conftest import Show
from tests.ui.tour import Tour, whole_house

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Check = Callable[[Tour, str], object]


def press(tour: Tour, key: str) -> None:
    """Press a key by its name in the table."""
    pressed = QKeySequence(key)[0]
    shifted = Qt.KeyboardModifier.ShiftModifier if key == "?" else Qt.KeyboardModifier.NoModifier
    focus = QApplication.focusWidget() or tour.window
    QTest.keyClick(focus, pressed.key(), pressed.keyboardModifiers() | shifted)


# In a session


def moment(tour: Tour) -> object:
    return tour.evening()._sitting.playback.snapshot()


def _space(tour: Tour, key: str) -> object:
    press(tour, key)
    paused = tour.evening()._last.phase is Phase.PAUSED
    press(tour, key)
    return paused and tour.evening()._last.phase is Phase.RE_ENTRY


def _back(tour: Tour, key: str) -> object:
    tour.wait(lambda: moment(tour).elapsed_ms > 8_000)  # type: ignore[attr-defined]
    press(tour, key)
    return moment(tour).elapsed_ms < 4_000  # type: ignore[attr-defined]


def _skip(tour: Tour, key: str) -> object:
    before = moment(tour).index  # type: ignore[attr-defined]
    press(tour, key)
    return moment(tour).index > before  # type: ignore[attr-defined]


def _changes_length(by_ms: int) -> Check:
    def check(tour: Tour, key: str) -> object:
        before = moment(tour).segment.duration_ms  # type: ignore[attr-defined]
        press(tour, key)
        return moment(tour).segment.duration_ms == before + by_ms  # type: ignore[attr-defined]

    return check


def _sound(tour: Tour, key: str) -> object:
    before = tour.house._evenings.desk.settings.sound
    press(tour, key)
    return tour.house._evenings.desk.settings.sound is not before


def _small_window(tour: Tour, key: str) -> object:
    press(tour, key)
    mini = tour.evening()._minis.mini
    QTest.keyClick(mini, Qt.Key.Key_Escape)
    return mini is not None and tour.window.isVisible()


def _far(tour: Tour, key: str) -> object:
    press(tour, key)
    player = tour.screen
    assert isinstance(player, PlayerScreen)
    was_far = player.is_far
    press(tour, key)
    return was_far and not player.is_far


def _instruction(tour: Tour, key: str) -> object:
    tour.window.resize(640, 480)
    QApplication.processEvents()
    player = tour.screen
    assert isinstance(player, PlayerScreen)
    before = player._instruction.isVisible()
    press(tour, key)
    return not before and player._instruction.isVisible()


def _numbered(tour: Tour, key: str) -> object:
    press(tour, key)
    leads_on = int(key) <= moment(tour).step_count  # type: ignore[attr-defined]
    return moment(tour).step_no == (int(key) if leads_on else 1)  # type: ignore[attr-defined]


def _page(tour: Tour, key: str) -> object:
    press(tour, "3")
    press(tour, key)
    return moment(tour).step_no == (2 if key == "PgUp" else 4)  # type: ignore[attr-defined]


def _full_screen(tour: Tour, key: str) -> object:
    press(tour, key)
    was_full = tour.window.isFullScreen()
    press(tour, key)
    return was_full and not tour.window.isFullScreen()


def _escape_pauses(tour: Tour, key: str) -> object:
    press(tour, "F11")
    press(tour, key)
    played_on = tour.evening()._last.phase is Phase.PLAYING and not tour.window.isFullScreen()
    press(tour, key)
    return played_on and tour.evening()._last.phase is Phase.PAUSED


# Everywhere


def _tab(tour: Tour, key: str) -> object:
    before = tour.focus
    press(tour, key)
    moved = tour.focus is not before
    press(tour, "Tab" if key == "Shift+Tab" else "Shift+Tab")
    return moved and tour.focus is before


def _return(tour: Tour, key: str) -> object:
    press(tour, "Shift+Tab")
    press(tour, key)
    return isinstance(tour.screen, PlayerScreen)


def _space_presses(tour: Tour, key: str) -> object:
    tour.go("settings")
    next(one for one in tour.screen.findChildren(Button) if one.text() == "When to get help").setFocus()
    press(tour, key)
    return isinstance(tour.screen, HelpScreen)


def _escape(tour: Tour, key: str) -> object:
    tour.go("settings")
    press(tour, key)
    return tour.screen is tour.house._tonight


def _place(name: str) -> Check:
    def check(tour: Tour, key: str) -> object:
        tour.go("settings" if name != "Settings" else "routines")
        press(tour, key)
        return tour.screen.accessibleName() == name

    return check


def _text_size(tour: Tour, key: str) -> object:
    press(tour, "Ctrl++")
    if key == "Ctrl+-":
        press(tour, key)
    return tour.window._enlarged == (1.25 if key == "Ctrl++" else 1.0)


def _close(tour: Tour, key: str) -> object:
    press(tour, key)
    return not tour.window.isVisible()


def _table(tour: Tour, key: str) -> object:
    press(tour, key)
    was_open = isinstance(tour.screen, KeysScreen)
    press(tour, key)
    return was_open and not isinstance(tour.screen, KeysScreen)


# Numbers


def chosen(tour: Tour) -> str:
    return next(one for one in tour.screen.findChildren(QRadioButton) if one.isChecked()).accessibleName()


def _minutes(tour: Tour, key: str) -> object:
    before = tour.house._evenings.desk.evening.minutes
    press(tour, key)
    return tour.house._evenings.desk.evening.minutes == (int(key) if int(key) >= 5 else before)


def _along_the_minutes(tour: Tour, key: str) -> object:
    press(tour, "7")
    next(one for one in tour.screen.findChildren(QRadioButton) if one.isChecked()).setFocus()
    press(tour, key)
    return chosen(tour).startswith(f"Fit to {5 if key == 'Left' else 10} minutes")


def _rating(tour: Tour, key: str) -> object:
    press(tour, key)
    return chosen(tour).startswith(f"{key} out of 10")


def _along_the_rating(tour: Tour, key: str) -> object:
    press(tour, "5")
    next(one for one in tour.screen.findChildren(QRadioButton) if one.isChecked()).setFocus()
    press(tour, key)
    return chosen(tour).startswith(f"{4 if key == 'Left' else 6} out of 10")


# Where a routine is changed


def names(tour: Tour) -> list[str]:
    screen = tour.screen
    assert isinstance(screen, EditorScreen)
    return [row._view.name for row in screen._list.rows if row._view is not None]


def row_of(tour: Tour) -> int:
    screen = tour.screen
    assert isinstance(screen, EditorScreen)
    return next(index for index, row in enumerate(screen._list.rows) if row.spot is not None)


def _rows(tour: Tour, key: str) -> object:
    press(tour, "Down")
    moved = row_of(tour) == 1
    if key == "Up":
        press(tour, key)
        moved = row_of(tour) == 0
    number = next(one for one in tour.screen.findChildren(QAbstractSpinBox) if one.accessibleName().startswith("Hold"))
    number.setFocus()
    before = number.text()
    press(tour, key)
    return moved and number.text() != before


def _moves(tour: Tour, key: str) -> object:
    press(tour, "Down")
    before = names(tour)
    press(tour, key)
    there = 0 if key == "Alt+Up" else 2
    return names(tour)[there] == before[1]


def _duplicate(tour: Tour, key: str) -> object:
    before = names(tour)
    press(tour, key)
    return names(tour) == [before[0], *before]


def _leave_out(tour: Tour, key: str) -> object:
    before = names(tour)
    press(tour, key)
    return names(tour) == before[1:]


def _undo(tour: Tour, key: str) -> object:
    before = names(tour)
    press(tour, "Del")
    press(tour, key)
    return names(tour) == before


def _redo(tour: Tour, key: str) -> object:
    before = names(tour)
    press(tour, "Del")
    press(tour, "Ctrl+Z")
    press(tour, key)
    return names(tour) == before[1:]


def _keep(tour: Tour, key: str) -> object:
    press(tour, "Del")
    editor = tour.screen
    press(tour, key)
    tour.wait(lambda: tour.screen is not editor)
    buttons = {one.text() for one in tour.screen.findChildren(QPushButton)}
    return "Change it" in buttons  # it is one's own now


CHECKS: dict[str, dict[str, Check]] = {
    "working": {
        "Pause, carry on, or “I’m ready”": _space,
        "Back: this side again, or the one before": _back,
        "Skip to what comes next": _skip,
        "Ten seconds more on this side": _changes_length(10_000),
        "Ten seconds less on this side": _changes_length(-10_000),
        "Full screen, and back": _full_screen,
        "Voice, tones or silent": _sound,
        "Small window that stays on top, and back": _small_window,
        "Far view: the number and the side alone, and back": _far,
        "What to do, where a small window leaves it out": _instruction,
        "The stretch of that number": _numbered,
        "The stretch before, or the next one": _page,
        "Pause; in full screen, leave that first": _escape_pauses,
    },
    "tonight": {
        "To the next control, or the one before": _tab,
        "What comes next: the filled button": _return,
        "Press what has the ring, except in a session": _space_presses,
        "Back": _escape,
        "Tonight": _place("Tonight"),
        "Routines": _place("Routines"),
        "Reminder": _place("Reminder"),
        "Settings": _place("Settings"),
        "Larger or smaller text": _text_size,
        "Full screen, and back": _full_screen,
        "Close Bedtime; a session is kept": _close,
        "This table, and back": _table,
        "So many minutes; 1 and then 2 is twelve": _minutes,
        "On the minutes: fewer or more": _along_the_minutes,
    },
    "goodnight": {
        "How your legs feel; 1 and then 0 is ten": _rating,
        "On the numbers: the one before, or the next one": _along_the_rating,
    },
    "the editor": {
        "The row above or below; in a number, less or more": _rows,
        "Move the row": _moves,
        "Duplicate the row": _duplicate,
        "Leave the row out": _leave_out,
        "Keep the routine": _keep,
        "Undo": _undo,
        "Redo": _redo,
    },
}
WHERE = {
    "In a session": "working",
    "Everywhere": "tonight",
    "On Tonight": "tonight",
    "On Goodnight": "goodnight",
    "Where a routine is changed": "the editor",
}
LINES = [
    pytest.param(letters, WHERE[group.title], line.words, key, id=f"{WHERE[group.title]}-{key}-{line.words[:12]}")
    for letters in (True, False)
    for group in key_table(letters=letters)
    for line in group.lines
    for key in line.keys
    if letters or key.startswith("Ctrl+Shift+")
]


@pytest.mark.slow
@pytest.mark.parametrize(("letters", "stop", "words", "key"), LINES)
def test_the_key_does_what_its_line_says(
    letters: bool,
    stop: str,
    words: str,
    key: str,
    tmp_path: Path,
    qtbot: QtBot,
    show: Show,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")  # no scheduler of this computer hears of it
    with whole_house(tmp_path, qtbot, show, letter_keys="on" if letters else "off") as tour:
        tour.go(stop)
        assert CHECKS[stop][words](tour, key)
