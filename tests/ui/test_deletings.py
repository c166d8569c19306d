"""A routine of the person's own is deleted in the window, from its page or from the editor, and comes back."""

import pytest
from PySide6.QtCore import QSize

from bedtime.movement.edits import LeaveOut
from bedtime.movement.own_routine import copied
from tests.ui.conftest import SIZES
from tests.ui.library_home import MINE, Home
from tests.ui.measure import cut_off, overlapping
from tests.ui.workshop import button, choose, click, with_a_menu


@pytest.fixture
def home(tmp_path, show):
    made = Home(tmp_path)
    show(made.window, QSize(1280, 800))
    made.choosings.open_page(MINE)
    return made


def test_a_routine_is_deleted_from_its_page_and_the_line_says_what_takes_its_place(home):
    click(button(home.window, "Delete In bed, no floor, mine"))
    assert home.shown is home.choosings.cards
    assert home.told == "Deleted “In bed, no floor, mine”. The usual one is “Simple nightly leg stretch” now."
    assert MINE not in home.library.routine_ids
    click(button(home.window._notice, "Undo"))
    assert home.shown is home.choosings.page
    assert home.choosings.page._title.text() == "In bed, no floor, mine"
    assert home.desk.settings.routine == MINE


def test_the_line_waits_until_it_was_read(home):
    click(button(home.window, "Delete In bed, no floor, mine"))
    click(button(home.window._notice, "All right"))
    assert home.told == ""
    assert MINE not in home.library.routine_ids


def test_somebody_who_is_elsewhere_by_then_stays_there(home):
    click(button(home.window, "Delete In bed, no floor, mine"))
    home.window.go_to(home.elsewhere)
    click(button(home.window._notice, "Undo"))
    assert home.shown is home.elsewhere
    assert home.told == "“In bed, no floor, mine” is there again."
    assert home.changes == [True]


def test_a_built_in_routine_has_no_such_button(home):
    home.choosings.open_page("in-bed")
    assert not home.choosings.page._delete.isVisible()


@with_a_menu
def test_it_is_deleted_from_the_editor_and_undo_leads_back_to_what_was_being_edited(home):
    home.editings.edit(MINE, home.choosings.come_back)
    home.bench.apply(LeaveOut(0))
    rows = len(home.editings.screen._list.rows)
    click(button(home.editings.screen, "More: compare, restore, print, export, delete"))
    choose("Delete this routine")
    assert home.shown is home.choosings.cards
    click(button(home.window._notice, "Undo"))
    assert home.shown is home.editings.screen
    assert len(home.editings.screen._list.rows) == rows
    home.bench.undo()
    assert not home.bench.draft.value.is_changed


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("enlarged", [1.0, 1.5, 2.0])
def test_the_page_of_an_own_routine_stays_whole(tmp_path, show, size, enlarged):
    made = Home(tmp_path)
    made.window.enlarge(enlarged)
    show(made.window, size)
    made.choosings.open_page(MINE)
    assert (cut_off(made.choosings.page), overlapping(made.choosings.page)) == ([], [])


def test_two_routines_of_one_name_come_back_one_after_the_other(tmp_path, show):
    home = Home(tmp_path, "simple-nightly")
    show(home.window, SIZES["1280x800"])
    twin = copied(home.library.routine("in-bed"), home.library.routine_ids)
    home.library.keep_routine(twin)
    for routine in (MINE, twin.id):
        home.choosings.open_page(routine)
        home.choosings.page.delete_wanted.emit()
    for routine in (MINE, twin.id):
        assert routine not in home.library.routine_ids
        home.window._notice._action.click()
        home.window._notice._action._tremor.stop()
        assert routine in home.library.routine_ids
