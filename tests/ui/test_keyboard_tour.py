"""Every screen of the whole program without a mouse: each control is reached, nothing is a trap, the ring is seen."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.ui.tour import STOPS, Tour, place, scroller, whole_house

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
IN_A_SESSION = ("getting ready", "working", "paused", "asked in the pause")
MOST_CONTROLS = 150
SEEN_PIXELS, SEEN_BY = 60, 50
"""So many pixels that differ by so much, of 255, are seen."""


@pytest.fixture(autouse=True)
def no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    """No scheduler of this computer hears of it."""
    monkeypatch.setenv("PATH", "")


def named(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName() or getattr(part, 'text', str)()!r}"


def tabbed(tour: Tour, key: Qt.Key) -> list[QWidget]:
    """What the keyboard is on, one after the other, until it comes round."""
    found = [tour.focus]
    for _ in range(MOST_CONTROLS):
        tour.press(key)
        if tour.focus is found[0]:
            return found
        assert tour.focus not in found, f"the keyboard comes round to {named(tour.focus)}: {[*map(named, found)]}"
        found.append(tour.focus)
    raise AssertionError("there is no end")


@pytest.mark.parametrize("stop", [stop for stop in STOPS if stop != "dark"])
def test_the_tab_key_reaches_every_control_and_comes_round(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        forth = tabbed(tour, Qt.Key.Key_Tab)
        missed = [named(part) for part in tour.controls() if part not in forth]
        assert missed == []
        assert all(part.isVisible() and tour.window.isAncestorOf(part) for part in forth)
        back = tabbed(tour, Qt.Key.Key_Backtab)
        assert [*map(named, back[1:])] == [*map(named, reversed(forth[1:]))]


def goes_back(before: QRect, after: QRect) -> bool:
    """Whether reading on from one box to the next goes up again, but to another column that lies behind it."""
    is_above = after.center().y() < before.top() - 4
    return is_above and after.left() < before.right()


def boxes(one: QWidget, other: QWidget, screen: QWidget) -> tuple[QRect, QRect]:
    """Where two parts stand. Between what scrolls and what does not, the whole of what scrolls counts."""
    within, then = scroller(one), scroller(other)
    if within is then:
        return place(one, screen), place(other, screen)
    return place(within or one, screen), place(then or other, screen)


@pytest.mark.parametrize("size", ["640x480", "1280x800"])
@pytest.mark.parametrize("stop", [stop for stop in STOPS if stop not in {"dark", *IN_A_SESSION}])
def test_the_keyboard_goes_in_reading_order(stop: str, size: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show, size) as tour:
        tour.go(stop)
        stops = [part for part in tabbed(tour, Qt.Key.Key_Tab) if tour.screen.isAncestorOf(part)]
        pairs = list(pairwise([*stops, stops[0]]))
        back = [(named(one), named(other)) for one, other in pairs if goes_back(*boxes(one, other, tour.screen))]
        assert len(back) <= 1, back  # from the last to the first


@pytest.mark.parametrize("stop", ["working", "paused"])
def test_in_a_session_what_is_pressed_most_comes_first(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        seen = [part for part in tabbed(tour, Qt.Key.Key_Tab) if tour.screen.isAncestorOf(part)]
        names = [part.accessibleName() or getattr(part, "text", str)() for part in seen]
        first = {
            "working": [
                "Pause",
                "Ten seconds less on this side",
                "Ten seconds more on this side",
                "Back",
                "Skip",
            ],
            "paused": ["Carry on", "Start this leg again", "Leave this one out", "End and save", "Keys"],
        }[stop]
        assert names == [*first, "Sound, tones", "Small window", "Full screen", "End and save"]


def picture(tour: Tour, box: QRect) -> QImage:
    QApplication.processEvents()
    return tour.window.grab(box).toImage().convertToFormat(QImage.Format.Format_RGB32)


def difference(one: QImage, other: QImage) -> int:
    """How many pixels differ by as much as an eye sees."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(a - b) > SEEN_BY for a, b in zip(first[1::4], second[1::4], strict=True))


@pytest.mark.parametrize("theme", ["night", "day", "high contrast"])
@pytest.mark.parametrize("stop", [stop for stop in STOPS if stop not in {"dark", "getting ready"}])
def test_what_the_keyboard_is_on_looks_different(
    stop: str, theme: str, tmp_path: Path, qtbot: QtBot, show: Show
) -> None:
    with whole_house(tmp_path, qtbot, show, theme=theme) as tour:
        tour.go(stop)
        count = len(tabbed(tour, Qt.Key.Key_Tab))
        unseen = []
        for _ in range(count):
            control, box = tour.focus, tour.ring_box(tour.focus)
            with_ring = picture(tour, box)
            control.clearFocus()
            if difference(with_ring, picture(tour, box)) < SEEN_PIXELS:
                unseen.append(named(control))
            control.setFocus(Qt.FocusReason.TabFocusReason)
            tour.press(Qt.Key.Key_Tab)
        assert unseen == []
