"""Settings, cautions and the card of when to get help, in real windows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.session.cues import Tone
from bedtime.session.desk import Desk
from bedtime.session.ears import Speaker
from bedtime.settings import SETTINGS, CueKind, NightSound, Settings, SoundMode, Switch, ThemeChoice, understand
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import Button
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.pills import Pill
from bedtime.ui.parts.tick_row import TickRow
from bedtime.ui.places import TONIGHT, Ways
from bedtime.ui.screens.screen import Screen
from bedtime.ui.senses.rehearsal import Rehearsal
from bedtime.ui.senses.voice import Voice
from bedtime.ui.tunings import Tunings
from bedtime.ui.window import Window
from tests.ui.conftest import SIZES, Show
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words
from tests.ui.senses.doubles import FakeEngine, FakeNight, FakeTones

Open = Callable[..., "Home"]
ASKED = Settings(minutes=20, flags=(Flag.BALANCE, Flag.KNEE, Flag.HIP_REPLACEMENT))
NIGHT = Settings(theme=ThemeChoice.NIGHT)


class Home:
    """The settings in their window, with a desk behind them."""

    def __init__(self, library: Library, chosen: Settings, folder: Path) -> None:
        clock = ManualClock()
        self.desk = Desk(library, chosen, clock, lambda _: None)
        self.window = Window()
        ways = Ways(self.window)
        self.went: list[str] = []
        ways.lead(TONIGHT, lambda: self.went.append(TONIGHT))
        self.tones, self.engine, self.night = FakeTones(), FakeEngine(), FakeNight()
        self.engine.speakers = (Speaker("Moira", "en-IE"), Speaker("Rosa", "en-GB"))
        rehearsal = Rehearsal(self.tones, Voice(self.engine), self.night)
        self.tunings = Tunings(self.window, ways, self.desk, library, clock, folder, rehearsal)

    @property
    def screen(self) -> Screen:
        shown = self.window.screen_shown
        assert isinstance(shown, Screen)
        return shown

    def press(self, name: str) -> None:
        for kind in (Pill, TickRow, Button):
            for part in self.screen.findChildren(kind):
                if name in {part.text(), part.accessibleName()} and part.isVisible():
                    click(part)
                    return
        raise AssertionError(name)

    def words(self) -> set[str]:
        return {one.text() for one in self.screen.findChildren(Words) if one.isVisible()}


def click(part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.rect().center())


@pytest.fixture
def open_home(show: Show, library: Library, tmp_path: Path) -> Open:
    def open_it(size: QSize = SIZES["1280x800"], chosen: Settings = NIGHT) -> Home:
        home = Home(library, chosen, tmp_path)
        home.tunings.open()
        show(home.window, size)
        home.window.activateWindow()
        home.screen.land()
        return home

    return open_it


def pages(home: Home) -> list[Callable[[], None]]:
    back = home.tunings.open
    return [back, lambda: home.tunings.open_cautions(back), lambda: home.tunings.open_help(back)]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_nothing_is_cut_off_or_lies_over_something_else(open_home: Open, size: QSize) -> None:
    home = open_home(size, ASKED)
    for page in pages(home):
        page()
        assert cut_off(home.screen) == []
        assert overlapping(home.screen) == []


@pytest.mark.parametrize("theme", [ThemeChoice.NIGHT, ThemeChoice.DAY, ThemeChoice.HIGH_CONTRAST])
def test_every_word_can_be_read(open_home: Open, theme: ThemeChoice) -> None:
    home = open_home(chosen=Settings(theme=theme, flags=(Flag.KNEE,)))
    for page in pages(home):
        page()
        assert weak_words(home.screen) == []


def test_no_page_sends_out_more_than_three_percent(open_home: Open) -> None:
    home = open_home()
    for page in pages(home):
        page()
        assert melanopic_percent(home.screen.grab().toImage()) < 3


def test_a_setting_is_changed_with_the_mouse_and_takes_effect_at_once(open_home: Open) -> None:
    home = open_home()
    home.press("Light: High contrast")
    assert home.desk.settings.theme is ThemeChoice.HIGH_CONTRAST
    assert home.screen.look.palette.theme is Theme.HIGH_CONTRAST


def test_a_setting_is_changed_with_the_keys_alone(open_home: Open) -> None:
    home = open_home()
    for _ in range(80):
        focused = home.window.focusWidget()
        if isinstance(focused, Pill) and focused.accessibleName().startswith("Far view"):
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Left)
    assert home.desk.settings.far_view is Switch.ON


def test_every_choice_on_the_page_can_be_pressed_and_is_what_is_kept(open_home: Open) -> None:
    home = open_home()
    rows = home.tunings.settings._rows
    choices = [
        (name, value)
        for name, row in rows.items()
        if row._pills.isVisibleTo(row._pills.parent())
        for value in row._pills._pills
    ]
    assert len(choices) > 60
    for name, value in choices:
        if name in rows and value in rows[name]._pills._pills:
            rows[name]._pills._pills[value].click()
            assert getattr(home.desk.settings, name) == value
            assert understand(home.desk.settings.to_json()).settings == home.desk.settings


SET_ELSEWHERE = {
    "minutes": "Tonight",
    "routine": "the page of a routine",
    "nights": "the page of a routine",
    "one_night": "the page of a routine",
    "favourites": "the page of a routine",
    "flags": "What applies to you",
    "agreed": "What applies to you",
    "declined": "What applies to you",
    "night_sound_file": "the button of the row of the night sound",
}


def test_every_setting_is_set_on_the_page_or_in_a_place_that_is_named(open_home: Open) -> None:
    everything = replace(NIGHT, sound=SoundMode.VOICE, night_sound=NightSound.RAIN)
    rows = set(open_home(chosen=everything).tunings.settings._rows)
    assert rows == set(SETTINGS) - set(SET_ELSEWHERE)


def test_a_voice_is_chosen_with_the_mouse_and_heard_at_once(open_home: Open) -> None:
    home = open_home()
    home.press("Cues: Voice")
    home.press("Voice: Rosa")
    assert (home.desk.settings.sound, home.desk.settings.voice) == (SoundMode.VOICE, "Rosa")
    assert home.engine.said == ["This is how I sound. Breathe out slowly."] * 2
    assert home.engine.manner is not None
    assert home.engine.manner.voice == "Rosa"
    home.press("Hear it")
    assert len(home.engine.said) == 3


def test_the_keys_go_down_through_what_belongs_to_the_voice_in_the_order_that_is_seen(open_home: Open) -> None:
    home = open_home(chosen=replace(NIGHT, sound=SoundMode.TONES))
    home.press("Cues: Voice")
    seen: list[str] = []
    while len(seen) < 9:
        QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(home.window.focusWidget().accessibleName().partition(":")[0])
    assert seen[:8] == [
        "Hear it",
        "Volume, in percent",
        "Whisper",
        "Language of the voice",
        "Voice",
        "How fast the voice speaks, in percent",
        "Speak beside a screen reader too",
        "What comes next",
    ]


def test_a_volume_is_heard_as_it_is_chosen(open_home: Open) -> None:
    home = open_home()
    home.press("Volume, in percent: 75 %")
    assert home.tones.played == [(Tone.NEXT, 0.75)]


def test_a_kind_of_cue_is_left_out_with_a_tick_which_a_trembling_hand_does_not_take_back(
    open_home: Open, qtbot: QtBot
) -> None:
    home = open_home()
    for _ in range(2):
        home.press("Half-way")
        assert home.desk.settings.cues_left_out == (CueKind.HALF_WAY,)
    tick = next(one for one in home.screen.findChildren(TickRow) if one.text() == "Half-way")
    qtbot.waitUntil(lambda: not tick._tremor.isActive())
    home.press("Half-way")
    assert home.desk.settings.cues_left_out == ()


def test_a_sound_of_ones_own_is_taken_heard_and_shown_by_its_name(open_home: Open, tmp_path: Path) -> None:
    home = open_home()
    home.tunings.take_sound(str(tmp_path / "tent.ogg"))
    assert home.desk.settings.night_sound is NightSound.OWN_FILE
    assert home.night.asked[-1] == f"own file{tmp_path / 'tent.ogg'} at 0.300 for 6000 ms"
    assert "tent.ogg" in {pill.text() for pill in home.screen.findChildren(Pill)}
    home.night.told.emit("The night sound “tent.ogg” cannot be played. Choose another in the settings.")
    assert "The night sound “tent.ogg” cannot be played. Choose another in the settings." in home.words()


def test_leaving_the_settings_ends_what_is_tried_out(open_home: Open) -> None:
    home = open_home(chosen=replace(NIGHT, sound=SoundMode.VOICE))
    home.press("Hear it")
    home.tunings.open_help(home.tunings.open)
    assert home.engine.now is None


def test_the_folder_of_the_files_is_shown(open_home: Open, tmp_path: Path) -> None:
    assert str(tmp_path) in open_home().words()


def test_what_applies_is_ticked_with_the_mouse_and_kept(open_home: Open) -> None:
    home = open_home()
    home.press("What applies to you")
    home.press("I have neck pain.")
    assert home.desk.settings.flags == (Flag.NECK,)
    home.press("Done")
    assert home.screen is home.tunings.settings
    assert "One sentence ticked." in home.words()


def test_what_applies_is_ticked_with_the_keys_alone(open_home: Open) -> None:
    home = open_home()
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(home.window.focusWidget(), key)
    assert home.desk.settings.flags == (Flag.KNEE,)
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Escape)
    assert home.screen is home.tunings.settings


def test_ticking_a_possible_clot_opens_the_urgent_card_and_back_leads_to_the_tick(open_home: Open) -> None:
    home = open_home()
    home.press("What applies to you")
    home.tunings.cautions.ticked.emit(Flag.CLOT_RISK)
    assert home.screen is home.tunings.help
    assert "Get medical help today" in home.words()
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Escape)
    assert home.screen is home.tunings.cautions


def test_a_question_is_answered_where_the_sentences_are(open_home: Open) -> None:
    home = open_home(chosen=ASKED)
    home.press("What applies to you")
    asked = len(home.tunings.cautions._questions)
    home.press("Leave it out")
    assert home.desk.settings.declined
    assert len(home.tunings.cautions._questions) < asked


def test_escape_leaves_the_settings_for_tonight(open_home: Open) -> None:
    home = open_home()
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Escape)
    assert home.went == [TONIGHT]
