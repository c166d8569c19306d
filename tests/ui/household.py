"""The program as far as an evening goes: Tonight, the player, Goodnight, in a home on a real disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bedtime.changes_shelf import KeptChanges
from bedtime.content import library_in
from bedtime.session.desk import Desk
from bedtime.session.offering import Offering
from bedtime.session.seating import Seating
from bedtime.session.snapshot import Snapshot
from bedtime.settings_shelf import SettingsShelf
from bedtime.shelf import Past, Shelf
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.evenings import Evenings
from bedtime.ui.minis import Minis
from bedtime.ui.offerings import Offerings
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.goodnight import GoodnightScreen
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.senses.senses import Senses
from bedtime.ui.senses.voice import Voice
from bedtime.ui.sittings import Screens, Sittings
from bedtime.ui.window import Window
from bedtime.windows_shelf import MINI, WindowsShelf
from tests.ui.conftest import SIZES, Show
from tests.ui.senses.doubles import FakeEngine, FakeNight, FakeTones, a_display


class Home:
    """One home on a real disk, one clock, and as many windows, one after the other, as a test opens."""

    def __init__(self, folder: Path, show: Show, size: str = "1280x800") -> None:
        self.clock = ManualClock()
        self.places = find_places(str(folder))
        assert prepare(self.places) == ()
        self._show, self._size = show, size
        self.open()

    def open(self) -> None:
        """Start the program anew."""
        self.tones = FakeTones()
        self.senses = Senses(self.tones, Voice(FakeEngine()), FakeNight(), a_display(self.clock), lambda _: None)
        self.library = library_in(self.places, self.clock)
        self.shelf = Shelf(self.places, self.clock, AtOnce())
        settings_shelf = SettingsShelf(self.places, self.clock, AtOnce(), pytest.fail)
        self.desk = Desk(self.library, settings_shelf.read()[0], self.clock, settings_shelf.keep)
        self.shelf.read_past(self.library.patterns, lambda past: self.desk.remember(past.records, past.unfinished))
        self.window = Window()
        self.tonight = TonightScreen(Silhouette(), self.clock)
        kept = KeptChanges(self.places, self.clock, self.library, AtOnce())
        self.offering = Offering(self.library, self.desk, kept, self.window.tell)
        self.offerings = Offerings(self.window, self.offering)
        self.evenings = Evenings(
            self.window, self.tonight, self.desk.settings, self.clock, lambda: self.desk, self._make_sittings
        )
        self.evenings.open()
        self._show(self.window, SIZES[self._size])
        self.window.go_to(self.tonight)
        self.offerings.changed.connect(self.evenings.show_tonight)
        self.offerings.recall(kept)

    def _make_sittings(self) -> Sittings:
        seating = Seating(self.desk, self.library, self.shelf, self.clock, self.clock.another_alarm)
        screens = Screens(
            PlayerScreen(Silhouette()), GoodnightScreen(self.clock, self.clock.another_alarm()), DarkScreen()
        )
        minis = Minis(self.window, WindowsShelf(self.places, self.clock, AtOnce()).of(MINI))
        sittings = Sittings(
            self.window, screens, self.desk, seating, self.shelf, self.clock, self.senses, self.offering, minis
        )
        sittings.over.connect(self.offerings.ask)
        return sittings

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
        Shelf(self.places, self.clock, AtOnce()).read_past(self.library.patterns, past.append)
        return [(record.outcome.value, record.rating, record.note) for record in past[0].records]

    @property
    def snapshot(self) -> Snapshot:
        """The session that runs."""
        assert self.evenings.sittings._sitting is not None
        return self.evenings.sittings._sitting.playback.snapshot()


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
