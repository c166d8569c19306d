"""A whole evening in a real window, with the keys alone: Tonight, the player, Goodnight, the dark, and the morning."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bedtime.session.cues import Tone
from bedtime.session.phase import Phase
from bedtime.settings import SoundMode
from bedtime.ui.parts.veil import DEEPEST_WANE
from tests.ui.conftest import Show
from tests.ui.household import Home, play_to_the_end, press, words_on


@pytest.fixture
def home(tmp_path: Path, show: Show) -> Iterator[Home]:
    home = Home(tmp_path, show)
    yield home
    home.close()


def test_an_evening_with_the_keys_alone_leaves_a_saved_session(home: Home, qtbot: QtBot) -> None:
    assert "Begin with seven" in words_on(home)
    press(home, qtbot, Qt.Key.Key_Return)
    assert home.window.screen_shown is home.screens.player
    press(home, qtbot, Qt.Key.Key_Space)
    assert home.snapshot.segment.kind.is_work
    press(home, qtbot, Qt.Key.Key_Space)
    assert home.snapshot.phase is Phase.PAUSED
    press(home, qtbot, Qt.Key.Key_Space)
    home.clock.advance(3)
    assert home.snapshot.phase is Phase.PLAYING
    play_to_the_end(home)
    assert home.window.screen_shown is home.screens.goodnight
    assert any(words.startswith("Saved. ") for words in words_on(home))
    press(home, qtbot, Qt.Key.Key_2)
    assert home.records() == [("completed", 2, "")]


def test_the_next_start_knows_that_tonight_is_done(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    home.close()
    home.open()
    assert {"Done for tonight", "Again"} <= words_on(home)


def test_a_session_that_was_closed_in_the_middle_is_offered_again(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    home.clock.advance(100)
    home.close()
    assert home.records() == [("partial", None, "")]
    home.open()
    assert "Carry on from stretch 2" in words_on(home)
    press(home, qtbot, Qt.Key.Key_Return)
    assert home.snapshot.phase is Phase.PAUSED
    press(home, qtbot, Qt.Key.Key_Space)
    home.clock.advance(3)
    play_to_the_end(home)
    assert home.records() == [("completed", None, "")]


def test_escape_pauses_and_never_ends(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    press(home, qtbot, Qt.Key.Key_Space)
    press(home, qtbot, Qt.Key.Key_Escape)
    press(home, qtbot, Qt.Key.Key_Escape)
    assert home.snapshot.phase is Phase.PAUSED
    assert home.window.screen_shown is home.screens.player


def test_ending_before_anything_was_done_leads_back_and_saves_nothing(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    next(b for b in home.screens.player.findChildren(QPushButton) if b.accessibleName() == "End and save").click()
    assert home.window.screen_shown is home.tonight
    assert home.records() == []


def test_the_lamp_goes_down_through_the_evening_and_never_further_than_can_be_read(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    shades = []
    while home.window.screen_shown is home.screens.player:
        shades.append(home.window.veil.shade)
        home.clock.advance(20)
    assert shades == sorted(shades)
    assert shades[0] == 0
    assert 0.2 < shades[-1] <= DEEPEST_WANE


def test_when_the_computer_slept_the_session_waits_where_it_was(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    home.clock.advance(20)
    before_ms = home.snapshot.position_ms
    home.clock.sleep_computer(timedelta(hours=2).total_seconds())
    home.clock.advance(1.2)
    assert home.snapshot.phase is Phase.PAUSED
    assert abs(home.snapshot.position_ms - before_ms) <= 1_000


def test_a_full_disk_is_told_and_nothing_is_lost_when_there_is_room_again(home: Home, qtbot: QtBot) -> None:
    home.places.data.rmdir()
    home.places.data.write_text("a file where the folder was", encoding="utf-8")
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    assert {"Not saved yet. Trying again.", "Save a copy"} <= words_on(home)
    home.places.data.unlink()
    home.shelf.try_again()
    assert any(words.startswith("Saved. ") for words in words_on(home))
    assert home.records() == [("completed", None, "")]


def test_goodnight_goes_dark_by_itself_and_any_key_brings_the_light_back(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    home.window.veil._darkening.setDuration(20)
    with qtbot.waitSignal(home.window.veil.went_black):
        home.clock.advance(61)
    assert home.window.screen_shown is home.screens.dark
    press(home, qtbot, Qt.Key.Key_A)
    assert home.window.screen_shown is home.tonight


def test_a_key_turns_the_lamp_up_again_while_it_is_going_out(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    veil = home.window.veil
    press(home, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: veil._is_darkening)
    veil._darkening.setCurrentTime(4000)
    assert veil.shade > 0.3
    press(home, qtbot, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: veil.shade == 0)
    assert home.window.screen_shown is home.screens.goodnight
    assert "The screen stays on." in words_on(home)
    assert home.records() == [("completed", 4, "")]


def test_whoever_leaves_goodnight_while_the_lamp_is_going_out_is_not_left_in_the_dark(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    press(home, qtbot, Qt.Key.Key_Return)
    home.window.go_to(home.tonight)
    assert not home.window.veil._is_darkening
    assert home.window.screen_shown is home.tonight


def test_escape_leads_from_goodnight_to_tonight(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    press(home, qtbot, Qt.Key.Key_Escape)
    assert home.window.screen_shown is home.tonight


def test_far_view_and_full_screen_are_a_key_each(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    press(home, qtbot, Qt.Key.Key_V)
    assert home.screens.player.is_far
    press(home, qtbot, Qt.Key.Key_F11)
    assert home.window.isFullScreen()
    press(home, qtbot, Qt.Key.Key_Escape)
    assert not home.window.isFullScreen()
    assert home.snapshot.phase is Phase.PLAYING


def test_the_reminders_begin_leads_straight_into_tonights_routine(home: Home) -> None:
    home.evenings.begin_tonight()
    assert home.window.screen_shown is home.screens.player


def test_the_reminders_begin_does_not_disturb_a_session_that_runs(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    home.clock.advance(20)
    before_ms = home.snapshot.position_ms
    home.evenings.begin_tonight()
    assert home.snapshot.position_ms == before_ms


def test_the_reminders_begin_carries_on_what_was_interrupted(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    home.clock.advance(100)
    home.close()
    home.open()
    home.evenings.begin_tonight()
    assert home.snapshot.phase is Phase.PAUSED
    assert home.snapshot.segment.step == 1


def test_from_goodnight_a_button_leads_back_to_tonight(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    play_to_the_end(home)
    press(home, qtbot, Qt.Key.Key_4)
    back = next(b for b in home.screens.goodnight.findChildren(QPushButton) if b.text() == "Back to Tonight")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert home.window.screen_shown is home.tonight


def test_m_goes_from_tones_to_silent_to_voice_and_the_next_evening_knows(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    names = []
    for _ in range(3):
        press(home, qtbot, Qt.Key.Key_M)
        names += [
            name for b in home.screens.player.findChildren(QPushButton) if "Sound" in (name := b.accessibleName())
        ]
    assert names == ["Sound, silent", "Sound, voice", "Sound, tones"]
    press(home, qtbot, Qt.Key.Key_M)
    home.close()
    home.open()
    assert home.desk.settings.sound is SoundMode.SILENT


def test_a_session_is_led_by_tones_and_in_silence_by_the_floor(home: Home, qtbot: QtBot) -> None:
    press(home, qtbot, Qt.Key.Key_Return)
    home.clock.advance(50)
    assert [tone for tone, _ in home.tones.played] == [Tone.READY, Tone.HOLD, Tone.CHANGE, Tone.HOLD]
    press(home, qtbot, Qt.Key.Key_M)
    assert home.tones.played == []
    play_to_the_end(home)
    assert home.tones.played == []


def test_the_floors_cue_is_seen_while_one_scene_fades_into_another(home: Home, qtbot: QtBot) -> None:
    home.desk.change(replace(home.desk.settings, sound=SoundMode.SILENT))
    press(home, qtbot, Qt.Key.Key_Return)
    floor = home.screens.player._floor

    def nothing_fades() -> bool:
        return home.window.veil._last.isNull()

    with qtbot.waitSignal(floor._cue.finished):
        pass
    qtbot.waitUntil(nothing_fades)
    end = floor.geometry().center()
    end.setX(floor.geometry().right() - 30)
    before = home.window.grab().toImage().pixelColor(end).lightness()
    press(home, qtbot, Qt.Key.Key_Space)
    seen: list[int] = []
    floor._cue.valueChanged.connect(lambda: seen.append(home.window.grab().toImage().pixelColor(end).lightness()))
    with qtbot.waitSignal(floor._cue.finished):
        pass
    assert max(seen) > before + 40
