"""Only tonight, or from now on: asked on Goodnight, in a pause, or on the next Tonight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bedtime.session.phase import Phase
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import HALO, Button
from tests.ui.conftest import SIZES, Show
from tests.ui.household import Home, play_to_the_end, press, words_on
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words


@pytest.fixture
def home(tmp_path: Path, show: Show) -> Iterator[Home]:
    home = Home(tmp_path, show)
    yield home
    home.close()


def shown(home: Home, words: str) -> Button:
    """The button with these words, wherever in the window it stands."""
    found = [one for one in home.window.findChildren(Button) if one.text() == words and one.isVisible()]
    assert found, words
    return found[0]


def choose(home: Home, qtbot: QtBot, words: str) -> None:
    button = shown(home, words)
    qtbot.waitUntil(lambda: not button._tremor.isActive())  # the one before was pressed in the same place
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def told(home: Home) -> str:
    notice = home.window._notice
    return notice._words.text() if notice is not None and notice.isVisible() else ""


def play_longer(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    press(home, qtbot, Qt.Key.Key_Space)
    press(home, qtbot, Qt.Key.Key_Up)
    play_to_the_end(home)
    assert home.window.screen_shown is home.screens.goodnight


def pause(home: Home, qtbot: QtBot) -> str:
    """Pause in the first stretch; its name."""
    press(home, qtbot, Qt.Key.Key_Return)
    press(home, qtbot, Qt.Key.Key_Space)
    press(home, qtbot, Qt.Key.Key_Space)
    assert home.snapshot.phase is Phase.PAUSED
    return home.snapshot.segment.stretch.name


def test_goodnight_asks_after_the_rating_and_goes_dark_all_the_same(home: Home, qtbot: QtBot) -> None:
    play_longer(home, qtbot)
    goodnight = home.screens.goodnight
    assert any(words.startswith("You took 10 seconds more for ") for words in words_on(home))
    below = goodnight._rating.geometry().bottom()
    assert shown(home, "From now on").y() > below
    assert goodnight.is_counting
    assert goodnight._sleep.hasFocus()


def test_nothing_is_asked_when_nothing_was_changed(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    assert "From now on" not in words_on(home)


def test_with_the_mouse_only_the_routine_is_changed_and_changed_back(home: Home, qtbot: QtBot) -> None:
    play_longer(home, qtbot)
    choose(home, qtbot, "From now on")
    assert len(home.library.own_routine_ids) == 1
    assert home.desk.settings.routine == home.library.own_routine_ids[0]
    choose(home, qtbot, "Undo")
    assert home.library.own_routine_ids == ()
    assert home.desk.routine.id == "simple-nightly"


def test_with_the_keys_only_the_answer_is_reached_and_the_way_back_is_next(home: Home, qtbot: QtBot) -> None:
    play_longer(home, qtbot)
    for _ in range(30):
        if home.window.focusWidget() is shown(home, "From now on"):
            break
        press(home, qtbot, Qt.Key.Key_Tab)
    press(home, qtbot, Qt.Key.Key_Return)
    assert len(home.library.own_routine_ids) == 1
    assert home.window.focusWidget() is shown(home, "Undo")
    press(home, qtbot, Qt.Key.Key_Return)
    assert home.library.own_routine_ids == ()
    assert home.screens.goodnight._sleep.hasFocus()


def test_leaving_goodnight_without_an_answer_asks_no_more(home: Home, qtbot: QtBot) -> None:
    play_longer(home, qtbot)
    press(home, qtbot, Qt.Key.Key_Escape)
    assert home.window.screen_shown is home.tonight
    assert told(home) == ""
    home.close()
    home.open()
    assert told(home) == ""


def test_a_window_closed_at_goodnight_asks_at_the_next_start(home: Home, qtbot: QtBot) -> None:
    play_longer(home, qtbot)
    home.close()
    home.open()
    assert told(home).startswith("You took 10 seconds more for ")
    choose(home, qtbot, "From now on")
    assert told(home).startswith("Your routine is “")
    assert home.desk.routine.id == home.library.own_routine_ids[0]
    choose(home, qtbot, "Undo")
    assert home.library.own_routine_ids == ()
    home.close()
    home.open()
    assert told(home) == ""


def test_whoever_fell_asleep_is_asked_when_they_wake_and_can_say_only_tonight(home: Home, qtbot: QtBot) -> None:
    play_longer(home, qtbot)
    home.window.veil._darkening.setDuration(20)
    with qtbot.waitSignal(home.window.veil.went_black):
        home.clock.advance(61)
    press(home, qtbot, Qt.Key.Key_A)
    assert home.window.screen_shown is home.tonight
    choose(home, qtbot, "Only tonight")
    assert told(home) == ""
    assert home.library.own_routine_ids == ()


def test_the_next_session_takes_the_question_away(home: Home, qtbot: QtBot) -> None:
    play_longer(home, qtbot)
    home.close()
    home.open()
    press(home, qtbot, Qt.Key.Key_Return)
    assert told(home) == ""


def test_a_session_that_cannot_be_saved_asks_all_the_same(home: Home, qtbot: QtBot) -> None:
    home.places.data.rmdir()
    home.places.data.write_text("a file where the folder was", encoding="utf-8")
    play_longer(home, qtbot)
    assert {"Not saved yet. Trying again.", "From now on"} <= words_on(home)
    choose(home, qtbot, "From now on")
    assert told(home) != ""
    assert "From now on" in words_on(home)
    home.places.data.unlink()
    choose(home, qtbot, "All right")
    choose(home, qtbot, "From now on")
    assert len(home.library.own_routine_ids) == 1


def test_leave_this_one_out_asks_in_the_pause_and_leaves_it_out_for_good(home: Home, qtbot: QtBot) -> None:
    name = pause(home, qtbot)
    choose(home, qtbot, "Leave this one out")
    assert f"Leave out “{name}” only tonight, or from now on?" in words_on(home)
    assert home.window.focusWidget() is shown(home, "Only tonight")
    choose(home, qtbot, "From now on")
    assert home.snapshot.segment.step == 1
    assert home.snapshot.phase is Phase.PLAYING
    names = [home.library.stretch(step.stretch).name for step in home.desk.routine.steps]
    assert name not in names
    play_to_the_end(home)
    assert {"Undo"} <= words_on(home)
    assert "From now on" not in words_on(home)


def test_only_tonight_in_the_pause_is_the_end_of_the_matter(home: Home, qtbot: QtBot) -> None:
    pause(home, qtbot)
    choose(home, qtbot, "Leave this one out")
    press(home, qtbot, Qt.Key.Key_Return)
    assert home.snapshot.segment.step == 1
    play_to_the_end(home)
    assert "From now on" not in words_on(home)
    assert home.library.own_routine_ids == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_the_question_in_the_pause_is_taken_back_by_a_key(home: Home, qtbot: QtBot, key: Qt.Key) -> None:
    pause(home, qtbot)
    choose(home, qtbot, "Leave this one out")
    press(home, qtbot, key)
    assert home.snapshot.segment.step == 0
    if key == Qt.Key.Key_Escape:
        assert home.snapshot.phase is Phase.PAUSED
        assert {"Leave this one out", "End and save"} <= words_on(home)
    else:
        assert home.snapshot.phase is Phase.RE_ENTRY


@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize("size", SIZES)
def test_both_places_can_be_read_at_every_size_in_every_light(
    tmp_path: Path, show: Show, qtbot: QtBot, size: str, theme: Theme
) -> None:
    home = Home(tmp_path, show, size)
    pause(home, qtbot)
    choose(home, qtbot, "Leave this one out")
    home.screens.player.choose(theme, home.screens.player._motion)
    assert cut_off(home.screens.player) == []
    assert overlapping(home.screens.player) == []
    assert weak_words(home.screens.player) == []
    press(home, qtbot, Qt.Key.Key_Escape)
    press(home, qtbot, Qt.Key.Key_Up)
    press(home, qtbot, Qt.Key.Key_Space)
    home.clock.advance(3)
    play_to_the_end(home)
    goodnight = home.screens.goodnight
    goodnight.choose(theme if theme is not Theme.NIGHT else Theme.DIM, goodnight._motion)
    assert "From now on" in words_on(home)
    assert cut_off(goodnight) == []
    assert overlapping(goodnight) == []
    assert weak_words(goodnight) == []
    if theme is Theme.NIGHT:
        assert melanopic_percent(goodnight.grab().toImage()) < 1
    home.close()


@pytest.mark.parametrize("enlarged", [1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_with_large_letters_both_questions_keep_their_room(
    tmp_path: Path, show: Show, qtbot: QtBot, size: str, enlarged: float
) -> None:
    home = Home(tmp_path, show, size)
    home.window.enlarge(enlarged)
    pause(home, qtbot)
    home.window.enlarge(enlarged)  # the player has only been made now
    choose(home, qtbot, "Leave this one out")
    assert cut_off(home.screens.player) == []
    press(home, qtbot, Qt.Key.Key_Escape)
    press(home, qtbot, Qt.Key.Key_Up)
    press(home, qtbot, Qt.Key.Key_Space)
    home.clock.advance(3)
    play_to_the_end(home)
    goodnight = home.screens.goodnight
    assert cut_off(goodnight) == []
    assert overlapping(goodnight) == []
    floor = goodnight._floor.geometry().top()
    assert all(shown(home, words).geometry().bottom() - HALO < floor for words in ("Only tonight", "From now on"))
    home.close()
