"""The window: it changes screens softly, tells what happened, and can always be left."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.parts.notice import Notice
from bedtime.ui.parts.veil import Veil
from bedtime.ui.screens.screen import Screen
from bedtime.ui.window import Window
from tests.ui.conftest import SIZES, Show


class Room(Screen):
    """An empty room."""

    landed = 0

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        return (Glow(metrics.width / 2, metrics.height / 2, 200, 200, 0.15),), ()

    def arrange(self) -> None:
        """Nothing stands here."""

    def land(self) -> None:
        self.landed += 1


@pytest.fixture
def window(show: Show) -> Window:
    window = Window()
    for _ in range(2):
        window.add(Room())
    show(window, SIZES["640x480"])
    return window


def rooms(window: Window) -> list[Room]:
    return window.findChildren(Room)


def test_a_change_of_screens_fades_and_lands_the_focus(window: Window, qtbot: QtBot) -> None:
    first = window.screen_shown
    second = next(room for room in rooms(window) if room is not first)
    assert isinstance(first, Room)
    window.go_to(second)
    assert window.screen_shown is second
    assert second.landed == 1
    assert not window.veil._last.isNull()
    qtbot.waitUntil(lambda: window.veil._last.isNull() is True)  # another picture each time
    assert first.isHidden()


def test_no_fade_is_faster_than_a_quarter_of_a_second(window: Window) -> None:
    window.veil.cross_fade(window.grab(), 1)
    assert window.veil._presence.duration() >= 240
    window.veil.stop()


def test_closing_asks_first_and_lets_go_when_it_may(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.leaving):
        window.close()
    assert window.isVisible()
    window.let_go()
    assert not window.isVisible()


def test_one_close_is_enough_where_all_is_done_at_once(window: Window) -> None:
    """Qt passes over a close within a close: what `let_go` asks for must be granted by the first one."""
    window.leaving.connect(window.let_go)
    window.close()
    assert not window.isVisible()


def test_ctrl_q_leaves(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.leaving):
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_f11_and_escape_leave_the_full_screen(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_what_is_told_stays_until_it_is_answered(window: Window, qtbot: QtBot) -> None:
    window.go_to(rooms(window)[0])
    window.tell("Last night’s file was damaged. The copy from Thursday is open.")
    window.tell("The copy is saved.")
    window.tell("The copy is saved.")
    answer = next(button for button in window.findChildren(QPushButton) if button.text() == "All right")
    seen = []
    while answer.isVisible():
        seen += [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
        answer.click()
        qtbot.waitUntil(lambda: not answer._tremor.isActive())
    assert seen == ["Last night’s file was damaged. The copy from Thursday is open.", "The copy is saved."]


def mentioned(window: Window) -> Notice:
    window.go_to(rooms(window)[0])
    window.mention("No speaker found. The screen will show every cue.")
    notice = window.findChild(Notice)
    assert notice is not None
    assert notice.isVisible()
    assert notice._leaving.isActive()
    return notice


def test_what_is_only_mentioned_leaves_by_itself(window: Window) -> None:
    notice = mentioned(window)
    notice._seen.clearFocus()
    notice._leaving.timeout.emit()
    assert notice.isHidden()
    assert not notice._leaving.isActive()


def test_what_is_mentioned_stays_under_the_focus_of_whoever_is_about_to_answer(window: Window) -> None:
    notice = mentioned(window)
    notice._seen.setFocus()
    notice._leaving.timeout.emit()
    assert notice.isVisible()
    assert notice._leaving.isActive()
    notice._seen.click()
    assert notice.isHidden()
    assert not notice._leaving.isActive()


def test_the_shade_is_exact_and_black_is_told(qtbot: QtBot, window: Window) -> None:
    veil: Veil = window.veil
    veil.set_shade(0.25)
    assert veil.shade == 0.25
    veil._darkening.setDuration(30)
    with qtbot.waitSignal(veil.went_black):
        veil.fade_to_black()
    assert veil.shade == 1.0
    veil.set_shade(0)
    assert veil.shade == 0.0


def test_the_lamp_goes_out_little_by_little_also_from_full_light(window: Window) -> None:
    veil: Veil = window.veil
    veil.set_shade(0)
    veil.fade_to_black()
    shades = []
    for at_ms in (0, 2000, 4000, 5500):
        veil._darkening.setCurrentTime(at_ms)
        shades.append(veil.shade)
    assert shades == pytest.approx([0, 1 / 9, 4 / 9, 121 / 144], abs=0.03)


def test_what_is_told_stands_over_the_lower_edge_at_every_size(window: Window) -> None:
    window.go_to(rooms(window)[0])
    window.tell("The copy is saved.")
    for size in SIZES.values():
        window.resize(size)
        notice = window.findChild(Notice)
        assert notice is not None
        assert window.height() - 120 < notice.geometry().top()
        assert window.rect().contains(notice.geometry())


def test_what_is_told_never_covers_what_the_keyboard_is_on(window: Window) -> None:
    room = rooms(window)[0]
    low, high = QPushButton("Sleep now", room), QPushButton("Back", room)
    low.setGeometry(300, 420, 200, 50)
    high.setGeometry(300, 100, 200, 50)
    window.go_to(room)
    window.tell("Bedtime cannot keep this screen on. It may go dark during a session.")
    window.activateWindow()
    notice = window.findChild(Notice)
    assert notice is not None
    for button in (low, high):
        button.show()
        button.setFocus()
        shown = button.rect().translated(button.mapTo(window, QPoint(0, 0)))
        assert not notice.geometry().intersects(shown)
    assert notice.geometry().top() > window.height() / 2


def test_a_screen_that_is_shown_again_leaves_the_keyboard_where_it_is(window: Window) -> None:
    room = rooms(window)[0]
    button = QPushButton("Settings", room)
    window.go_to(room)
    button.show()
    button.setFocus()
    landed = room.landed
    window.go_to(room)
    assert room.landed == landed
    assert window.focusWidget() is button
