"""A routine is opened in the window, changed, kept, and what was left open is offered."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from bedtime.bench_shelf import DraftsAndRoutines
from bedtime.content import library_in
from bedtime.kept_draft import KeptDraft
from bedtime.movement.edits import LeaveOut
from bedtime.session.bench import Bench
from bedtime.session.desk import Desk
from bedtime.settings import Settings
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.editings import Editings
from bedtime.ui.parts.button import Button
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.window import Window
from tests.ui.workshop import button, click


class Home:
    """The program as far as it edits, started in a folder."""

    def __init__(self, places):
        clock = ManualClock()
        self.window = Window()
        self.start = DarkScreen()
        self.window.add(self.start)
        self.window.go_to(self.start)
        self.library = library_in(places, clock)
        self.shelf = DraftsAndRoutines(self.library, KeptDraft(places, clock), AtOnce())
        self.bench = Bench(self.library, self.shelf)
        desk = Desk(self.library, Settings(), clock, lambda _: None)
        self.editings = Editings(self.window, desk, self.library, self.bench, Silhouette(), clock, clock)
        self.backs = []

    def back(self, routine):
        self.backs.append(routine)
        self.window.go_to(self.start)

    def offer(self):
        self.shelf.read_draft(lambda left: left.draft and self.editings.wait_with(left.draft, self.back))

    @property
    def edits(self):
        return self.window.screen_shown is self.editings.screen


@pytest.fixture
def start(tmp_path, show):
    places = find_places(str(tmp_path))
    prepare(places)

    def start_it():
        home = Home(places)
        show(home.window, QSize(1280, 800))
        home.offer()
        return home

    return start_it


def told(home):
    return home.window._notice._words.text() if home.window._notice and home.window._notice.isVisible() else ""


def test_a_built_in_routine_is_copied_changed_kept_reopened(start):
    home = start()
    home.editings.edit("simple-nightly", home.back)
    assert home.edits
    click(home.editings.screen._list.rows[0]._amount._more)
    click(button(home.editings.screen, "Done"))
    assert home.backs == ["simple-nightly-mine"]
    again = start()
    again.editings.edit("simple-nightly-mine", again.back)
    assert again.editings.screen._list.rows[0]._amount.number.text() == "35 s"


def test_what_was_left_open_is_offered_at_the_next_start_and_carried_on(start):
    home = start()
    home.editings.edit("simple-nightly", home.back)
    home.bench.apply(LeaveOut(0))
    again = start()
    assert told(again) == "“Simple nightly leg stretch, mine” was being edited."
    click(button(again.window, "Go on with it"))
    assert again.edits
    assert len(again.editings.screen._list.rows) == 5


def test_what_is_being_typed_as_the_window_closes_is_kept_too(start):
    home = start()
    home.editings.edit("simple-nightly", home.back)
    home.editings.screen._title.setFocus()
    home.editings.screen._title.selectAll()
    QTest.keyClicks(home.editings.screen._title, "Half a name")
    home.editings.put_down()
    assert told(start()) == "“Half a name” was being edited."


def test_opening_the_same_routine_carries_on_where_it_was_left(start):
    home = start()
    home.editings.edit("simple-nightly", home.back)
    home.bench.apply(LeaveOut(0))
    again = start()
    again.editings.edit("simple-nightly", again.back)
    assert len(again.editings.screen._list.rows) == 5


def test_opening_another_routine_keeps_what_waited(start):
    home = start()
    home.editings.edit("simple-nightly", home.back)
    home.bench.apply(LeaveOut(0))
    again = start()
    again.editings.edit("in-bed", again.back)
    assert again.library.own_routine_ids == ("simple-nightly-mine",)
    again.bench.apply(LeaveOut(0))
    assert told(start()).startswith("“In bed")


def test_a_routine_that_is_not_there_is_told(start):
    home = start()
    home.editings.edit("nothing-such", home.back)
    assert not home.edits
    assert told(home).startswith("There is no routine called")


def test_throwing_away_leads_back_and_leaves_nothing(start):
    home = start()
    home.editings.make_new(home.back)
    home.bench.apply(LeaveOut(0))
    click(button(home.editings.screen, "Routines"))
    assert home.backs == [None]
    assert told(start()) == ""
    assert not [each for each in home.window.findChildren(Button) if each.text() == "Go on with it"]
