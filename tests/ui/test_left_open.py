"""What was left open when the window was closed is offered once at the next start, as one thing."""

import pytest

from bedtime.bench_shelf import DraftsAndRoutines
from bedtime.kept_draft import KeptDraft
from bedtime.movement.edits import LeaveOut
from bedtime.session.bench import Bench
from bedtime.session.desk import Desk
from bedtime.settings import Settings
from bedtime.testing.at_once import AtOnce
from bedtime.ui.editings import Editings
from bedtime.ui.left_open import LeftOpen
from bedtime.ui.parts.silhouette import Silhouette
from tests.ui.form_home import Home as FormHome
from tests.ui.workshop import button, click


class Home(FormHome):
    """The editor beside the form."""

    def __init__(self, show, folder):
        super().__init__(show, "1280x800", folder)
        drafts = DraftsAndRoutines(self.library, KeptDraft(self.places, self.clock), AtOnce())
        self.bench = Bench(self.library, drafts)
        desk = Desk(self.library, Settings(), self.clock, lambda _: None)
        parts = (self.window, desk, self.library, self.bench, Silhouette(), self.clock, self.clock)
        self.editings = Editings(*parts)
        self.editings.screen.own_wanted.connect(lambda one: self.form.open(one, self.editings.come_back_with))
        left = LeftOpen(self.window, self.editings, self.form, self.back)
        drafts.read_draft(lambda draft: self.shelf.read_forms(lambda forms: left.offer(draft.draft, forms.forms)))

    @property
    def shown(self):
        return self.window.screen_shown


@pytest.fixture
def start(show, tmp_path):
    return lambda: Home(show, tmp_path)


def test_nothing_is_offered_where_nothing_was_left(start):
    assert start().told == ""


def test_a_stretch_alone_is_offered_and_kept(start):
    home = start()
    home.open()
    home.fill_in()
    home.form.put_down()
    again = start()
    assert again.told == "“With a scarf” was being made."
    click(button(again.window, "Go on with it"))
    assert again.shown is again.screen
    again.keep()
    assert again.library.own_stretch_ids == ("with-a-scarf",)
    assert again.told.startswith("Your stretch is kept.")
    assert again.backs == [None]


def test_a_routine_and_a_stretch_for_it_are_carried_on_together(start):
    home = start()
    home.editings.edit("in-bed", home.back)
    home.bench.apply(LeaveOut(0))
    home.editings.screen.own_wanted.emit("")
    home.fill_in()
    home.form.put_down()
    again = start()
    assert again.told == "“In bed, no floor, mine” was being edited."
    click(button(again.window, "Go on with it"))
    assert (again.shown, again.told) == (again.screen, "")
    again.keep()
    assert again.shown is again.editings.screen
    assert [step.stretch for step in again.bench.draft.value.routine.steps][-1] == "with-a-scarf"


def test_an_own_stretch_is_not_deleted_under_the_routine_that_is_being_edited(start):
    home = start()
    home.open()
    home.fill_in()
    home.keep()
    home.editings.edit("in-bed", home.back)
    home.editings.screen.add_stretch("with-a-scarf")
    assert home.bench.use_of("with-a-scarf").startswith("It is still part of “In bed, no floor, mine”.")
    home.bench.apply(LeaveOut(len(home.bench.draft.value.rows) - 1))
    assert home.bench.use_of("with-a-scarf").startswith("Undo could still bring it back")
    home.bench.put_away()
    assert home.bench.use_of("with-a-scarf") == ""
