"""Every screen of the whole program without a mouse: each control is reached, nothing is a trap, the ring is seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.ui.tour import STOPS, Tour, whole_house

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
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
