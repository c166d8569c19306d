"""A whole evening in a real window, with the keys alone: Tonight, the player, Goodnight, the dark, and the morning."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bedtime.movement.library import Library
from bedtime.session.cues import Tone
from bedtime.session.desk import Desk
from bedtime.session.phase import Phase
from bedtime.session.seating import Seating
from bedtime.session.snapshot import Snapshot
from bedtime.settings import SoundMode
from bedtime.settings_shelf import SettingsShelf
from bedtime.shelf import Past, Shelf
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.evenings import Evenings
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.parts.veil import DEEPEST_WANE
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.goodnight import GoodnightScreen
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.senses.senses import Senses
from bedtime.ui.senses.voice import Voice
from bedtime.ui.sittings import Screens, Sittings
from bedtime.ui.window import Window
from tests.ui.conftest import SIZES, Show
from tests.ui.senses.doubles import FakeEngine, FakeNight, FakeTones, a_display


class Home:
    """One home on a real disk, one clock, and as many windows, one after the other, as a test opens."""

    def __init__(self, folder: Path, library: Library, show: Show) -> None:
        self.clock = ManualClock()
        self.places = find_places(str(folder))
        assert prepare(self.places) == ()
        self._library = library
        self._show = show
        self.open()

    def open(self) -> None:
        """Start the program anew."""
        self.tones = FakeTones()
        self.senses = Senses(self.tones, Voice(FakeEngine()), FakeNight(), a_display(self.clock), lambda _: None)
        self.shelf = Shelf(self.places, self.clock, AtOnce())
        settings_shelf = SettingsShelf(self.places, self.clock, AtOnce(), pytest.fail)
        self.desk = Desk(self._library, settings_shelf.read()[0], self.clock, settings_shelf.keep)
        self.shelf.read_past(self._library.patterns, lambda past: self.desk.remember(past.records, past.unfinished))
        self.window = Window()
        self.tonight = TonightScreen(Silhouette(), self.clock)
        self.evenings = Evenings(
            self.window, self.tonight, self.desk.settings, self.clock, lambda: self.desk, self._make_sittings
        )
        self.evenings.open()
        self._show(self.window, SIZES["1280x800"])
        self.window.go_to(self.tonight)

    def _make_sittings(self) -> Sittings:
        seating = Seating(self.desk, self._library, self.shelf, self.clock, self.clock.another_alarm)
        screens = Screens(
            PlayerScreen(Silhouette()), GoodnightScreen(self.clock, self.clock.another_alarm()), DarkScreen()
        )
        return Sittings(self.window, screens, self.desk, seating, self.shelf, self.clock, self.senses)

    @property
    def screens(self) -> Screens:
        """The screens of a session."""
        return self.evenings.sittings._screens

    def close(self) -> None:
        """Close the window as its frame does."""
        self.evenings.put_down()
        self.window.let_go()

    def records(self) -> list[tuple[str, int | None, str]]:
        """What is on the disk."""
        past: list[Past] = []
        Shelf(self.places, self.clock, AtOnce()).read_past(self._library.patterns, past.append)
        return [(record.outcome.value, record.rating, record.note) for record in past[0].records]

    @property
    def snapshot(self) -> Snapshot:
        """The session that runs."""
        assert self.evenings.sittings._sitting is not None
        return self.evenings.sittings._sitting.playback.snapshot()


@pytest.fixture
def home(tmp_path: Path, library: Library, show: Show) -> Iterator[Home]:
    home = Home(tmp_path, library, show)
    yield home
    home.close()


def press(home: Home, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key on whatever has the focus."""
    qtbot.keyClick(home.window.focusWidget() or home.window, key)


def words_on(home: Home) -> set[str]:
    shown = home.window.screen_shown
    assert shown is not None
    labels = {label.text() for label in shown.findChildren(QLabel) if label.isVisible()}
    return labels | {button.text() for button in shown.findChildren(QPushButton) if button.isVisible()}


def play_to_the_end(home: Home) -> None:
    home.clock.advance(home.snapshot.left_in_total_ms / 1000 + 1)


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
