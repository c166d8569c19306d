"""The library in real windows: cards, filters, the page of one routine, with the keys and with the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.session.choosing import Choosing
from bedtime.session.desk import Desk
from bedtime.session.routines import Filter
from bedtime.settings import Settings
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.choosings import Choosings
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import Button
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.pills import Pill
from bedtime.ui.parts.routine_card import Card
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.places import ROUTINES, TONIGHT, Ways
from bedtime.ui.screens.screen import Screen
from bedtime.ui.window import Window
from tests.ui.conftest import SIZES, Show
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words

Open = Callable[..., "Home"]
TICKED = Settings(flags=(Flag.BALANCE, Flag.KNEE), favourites=("in-bed",))


class Home:
    """The library in its window, with a desk behind it."""

    def __init__(self, library: Library, settings: Settings) -> None:
        clock = ManualClock()
        self.desk = Desk(library, settings, clock, lambda _: None)
        self.window = Window()
        self.ways = Ways(self.window)
        self.went: list[str] = []
        self.ways.lead(TONIGHT, lambda: self.went.append(TONIGHT))
        choosing = Choosing(library, self.desk)
        self.choosings = Choosings(self.window, self.ways, self.desk, choosing, Silhouette(), clock)
        self.ways.lead(ROUTINES, self.choosings.open)
        self.ways.heed_keys()

    @property
    def screen(self) -> Screen:
        shown = self.window.screen_shown
        assert isinstance(shown, Screen)
        return shown

    def card(self, routine: str) -> Card:
        return next(card for card in self.screen.findChildren(Card) if card.routine == routine)

    def button(self, words: str) -> Button:
        return next(one for one in self.screen.findChildren(Button) if one.text() == words and one.isVisible())

    def words(self) -> set[str]:
        return {one.text() for one in self.screen.findChildren(Words) if one.isVisible()}


@pytest.fixture
def open_library(show: Show, library: Library) -> Open:
    def open_it(size: QSize = SIZES["1280x800"], settings: Settings = TICKED, theme: Theme = Theme.NIGHT) -> Home:
        home = Home(library, settings)
        home.choosings.open()
        show(home.window, size)
        home.window.activateWindow()
        for screen in (home.choosings.cards, home.choosings.page):
            screen.choose(theme, Motion.STILL)
        home.screen.land()
        return home

    return open_it


def focused(home: Home) -> QWidget | None:
    return home.window.focusWidget()


def key(home: Home, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(focused(home) or home.screen, one)


def click(part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.rect().center())


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_card_is_cut_off_and_nothing_lies_over_something_else(open_library: Open, size: QSize) -> None:
    screen = open_library(size).screen
    assert cut_off(screen) == []
    assert overlapping(screen) == []


@pytest.mark.parametrize("routine", ["simple-nightly", "restless-evening", "trial-six-weeks"])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_page_is_cut_off(open_library: Open, size: QSize, routine: str) -> None:
    home = open_library(size)
    home.choosings.open_page(routine)
    assert cut_off(home.screen) == []
    assert overlapping(home.screen) == []


@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
def test_every_word_can_be_read(open_library: Open, theme: Theme) -> None:
    home = open_library(theme=theme)
    assert weak_words(home.screen) == []
    home.choosings.open_page("physio-strong")
    home.screen.choose(theme, Motion.STILL)
    assert weak_words(home.screen) == []


def test_the_library_sends_out_less_than_three_percent(open_library: Open) -> None:
    assert melanopic_percent(open_library().screen.grab().toImage()) < 3


def test_the_arrows_go_from_card_to_card_and_enter_opens_one(open_library: Open) -> None:
    home = open_library()
    assert focused(home) is home.card("simple-nightly")
    key(home, Qt.Key.Key_Home)
    assert focused(home) is home.card("in-bed")
    key(home, Qt.Key.Key_Right, Qt.Key.Key_Down)
    opened = focused(home)
    assert isinstance(opened, Card)
    key(home, Qt.Key.Key_Return)
    assert home.screen is home.choosings.page
    key(home, Qt.Key.Key_Escape)
    assert home.screen is home.choosings.cards
    assert focused(home) is opened


def test_escape_leaves_the_library_for_tonight(open_library: Open) -> None:
    home = open_library()
    key(home, Qt.Key.Key_Escape)
    assert home.went == [TONIGHT]


def test_a_card_chosen_for_tonight_with_the_keys_alone(open_library: Open) -> None:
    home = open_library()
    key(home, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert home.desk.routine.id == "in-bed"
    assert home.went == [TONIGHT]


def test_a_card_chosen_for_tonight_with_the_mouse_alone(open_library: Open) -> None:
    home = open_library()
    click(home.card("trial-six-weeks"))
    click(home.button("Choose for tonight"))
    assert home.desk.routine.id == "trial-six-weeks"
    assert home.went == [TONIGHT]


def test_a_filter_with_nothing_in_it_says_so_and_shows_all_again(open_library: Open) -> None:
    home = open_library(settings=Settings(flags=(Flag.CLOT_RISK,)))
    click(next(pill for pill in home.screen.findChildren(Pill) if pill.text() == Filter.IN_BED))
    assert "Nothing here yet." in home.words()
    click(home.button("Show all"))
    assert len([card for card in home.screen.findChildren(Card) if card.isVisible()]) == 10


def test_the_page_tells_what_is_known_and_from_where(open_library: Open) -> None:
    home = open_library()
    home.choosings.open_page("trial-six-weeks")
    click(home.button("Trials disagree"))
    assert any("From: Hallegraeff" in words for words in home.words())


def test_the_page_tells_what_was_changed_for_the_person(open_library: Open) -> None:
    home = open_library()
    home.choosings.open_page("physio-strong")
    opener = next(one for one in home.screen.findChildren(Button) if one.text().endswith("for you"))
    click(opener)
    assert any("instead of" in words for words in home.words())


def test_nights_and_favourites_are_set_on_the_page(open_library: Open) -> None:
    home = open_library()
    home.choosings.open_page("physio-strong")
    tuesday = next(one for one in home.screen.findChildren(QCheckBox) if one.accessibleName().endswith("on Tuesday"))
    click(tuesday)
    assert tuesday.isChecked()
    assert "Physiotherapy mix on Tuesday, otherwise Simple nightly leg stretch." in home.words()
    click(home.button("Favourite"))
    assert home.desk.settings.favourites == ("in-bed", "physio-strong")


def test_ctrl_and_a_number_lead_from_place_to_place(open_library: Open, qtbot: QtBot) -> None:
    home = open_library()
    QTest.keyClick(home.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: home.went == [TONIGHT])
