"""No screen holds anybody: Escape, the way back and the window's own close lead out of each of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bedtime.ui.screens.tonight import TonightScreen
from tests.ui.conftest import Show
from tests.ui.tour import STOPS, Tour, whole_house

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MOST_PRESSES = 6


@pytest.fixture(autouse=True)
def no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    """No scheduler of this computer hears of it."""
    monkeypatch.setenv("PATH", "")


def press_until_tonight(tour: Tour) -> int:
    """How often Escape has to be pressed until Tonight is shown."""
    for presses in range(MOST_PRESSES):
        if isinstance(tour.screen, TonightScreen):
            return presses
        before = tour.screen
        tour.press(Qt.Key.Key_Escape)
        if before.accessibleName().startswith("Dark"):
            tour.wait(lambda before=before: tour.screen is not before)
    raise AssertionError(f"Escape does not lead out of {type(tour.screen).__name__}")


@pytest.mark.parametrize(
    "stop", [stop for stop in STOPS if stop not in {"getting ready", "working", "paused", "asked in the pause"}]
)
def test_escape_leads_back_to_tonight_from_everywhere(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        press_until_tonight(tour)


def test_a_key_that_comes_while_nothing_has_the_keyboard_is_the_screens(
    tmp_path: Path, qtbot: QtBot, show: Show
) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go("cautions")
        tour.focus.clearFocus()
        tour.press(Qt.Key.Key_Escape)
        assert isinstance(tour.screen, TonightScreen)


@pytest.mark.parametrize("stop", ["getting ready", "working", "paused"])
def test_escape_never_ends_a_session_but_end_does(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        player = tour.screen
        for _ in range(2):
            tour.press(Qt.Key.Key_Escape)
            assert tour.screen is player
        for _ in range(3):
            tour.press(Qt.Key.Key_Tab)
        assert tour.focus.text() == "End and save"  # type: ignore[attr-defined]
        tour.press(Qt.Key.Key_Return)
        assert tour.screen is not player


@pytest.mark.parametrize("stop", STOPS)
def test_the_window_closes_from_everywhere(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        tour.window.close()
        assert not tour.window.isVisible()


@pytest.mark.parametrize("stop", ["tonight", "settings", "the editor", "keys", "working"])
def test_ctrl_q_closes_too(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        tour.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        assert not tour.window.isVisible()


@pytest.mark.parametrize("stop", [stop for stop in STOPS if stop != "dark"])
def test_f11_takes_the_full_screen_and_gives_it_back(stop: str, tmp_path: Path, qtbot: QtBot, show: Show) -> None:
    with whole_house(tmp_path, qtbot, show) as tour:
        tour.go(stop)
        tour.press(Qt.Key.Key_F11)
        assert tour.window.isFullScreen()
        tour.press(Qt.Key.Key_F11)
        assert not tour.window.isFullScreen()
