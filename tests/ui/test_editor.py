import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import Button
from bedtime.ui.parts.editor_row import Spot
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words
from tests.ui.workshop import ALT, CONTROL, SHIFT, SIZES, button, click, press, removed

MOST_MELANOPIC = 3

# how it looks


def as_it_is(workshop):
    pass


def with_details(workshop):
    workshop.screen._list.toggle(1)


def asked(workshop):
    removed(workshop)
    workshop.screen.go_back()


def compared(workshop):
    removed(workshop)
    workshop.screen.open_comparison()


def choosing(workshop):
    workshop.screen.open_catalogue()


STATES = {
    "as it is": as_it_is,
    "details": with_details,
    "removed": removed,
    "asked": asked,
    "compared": compared,
    "choosing": choosing,
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_too_small_or_lies_over_something_else(open_editor, size, state):
    workshop = open_editor(size=size)
    STATES[state](workshop)
    list_ = workshop.screen._list
    hidden = [f for f in cut_off(workshop.screen) if "is outside of" in f]
    assert [f for f in cut_off(workshop.screen) if f not in hidden] == []
    for row in workshop.rows:
        assert row.width() <= list_.viewport().width()
    if state != "removed" or size != "640x480":
        assert overlapping(list_.widget()) == []


@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
def test_every_word_can_be_read(open_editor, theme):
    workshop = open_editor(theme=theme)
    removed(workshop)
    assert weak_words(workshop.screen) == []


@pytest.mark.parametrize("size", SIZES)
def test_it_gives_little_light(open_editor, size):
    screen = open_editor("physio-strong", size).screen
    assert melanopic_percent(screen.grab().toImage()) < MOST_MELANOPIC


# adding


def test_a_stretch_is_searched_and_added_with_the_keyboard_alone(open_editor):
    workshop = open_editor()
    workshop.screen._add.setFocus()
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "legs up")
    press(Qt.Key.Key_Return)
    assert workshop.stretches[-1] == "legs-up-wall"
    assert not workshop.screen.is_choosing
    assert workshop.rows[-1].spot is Spot.TITLE


def test_all_stretches_can_be_gone_through_with_the_arrows(open_editor):
    workshop = open_editor()
    workshop.screen.open_catalogue()
    assert workshop.screen._catalogue._list.count() == 52
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert workshop.stretches[-1] == workshop.library.stretch_ids[1]


def test_a_search_without_an_answer_says_so_and_adds_nothing(open_editor):
    workshop = open_editor()
    workshop.screen.open_catalogue()
    QTest.keyClicks(QApplication.focusWidget(), "trombone")
    assert workshop.screen._catalogue._nothing.isVisible()
    press(Qt.Key.Key_Return)
    assert len(workshop.stretches) == 6
    press(Qt.Key.Key_Escape)
    assert not workshop.screen.is_choosing


def test_an_empty_routine_invites_a_first_stretch_and_cannot_be_done_yet(open_editor):
    workshop = open_editor(None)
    assert workshop.screen._empty.text() == "Add a first stretch."
    assert workshop.screen._empty.isVisible()
    assert not workshop.screen._bar.done.isEnabled()
    assert workshop.screen._add.hasFocus()


# leaving


def test_leaving_without_a_change_asks_nothing(open_editor):
    workshop = open_editor()
    press(Qt.Key.Key_Escape)
    assert workshop.left == [True]


@pytest.mark.parametrize(("answer", "kept", "left"), [("Keep", 1, 0), ("Throw away", 0, 1)])
def test_leaving_with_a_change_asks_what_to_do_with_it(open_editor, answer, kept, left):
    workshop = open_editor()
    removed(workshop)
    click(button(workshop.screen, "Routines"))
    assert workshop.screen._line.words == "Keep the changes?"
    click(button(workshop.screen._line, answer))
    assert (len(workshop.kept), len(workshop.left)) == (kept, left)


def test_a_newcomer_changes_three_holds_reorders_undoes_and_saves_with_keys_alone(open_editor):
    workshop = open_editor()
    for index in range(3):
        workshop.rows[index].land(Spot.AMOUNT)
        press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Z, CONTROL)
    workshop.screen._bar.done.setFocus()
    press(Qt.Key.Key_Return)
    kept = workshop.library.routine("simple-nightly-mine")
    assert [step.hold_s for step in kept.steps][:3] == [35, 35, 35]
    assert [step.stretch for step in kept.steps] == [
        step.stretch for step in workshop.library.routine("simple-nightly").steps
    ]


def test_the_tab_key_goes_through_a_row_in_reading_order(open_editor):
    workshop = open_editor()
    workshop.rows[0].land(Spot.HANDLE)
    order = []
    for _ in range(5):
        order.append(workshop.rows[0].spot or workshop.rows[1].spot)
        press(Qt.Key.Key_Tab)
    assert order == [Spot.HANDLE, Spot.TITLE, Spot.AMOUNT, Spot.LEG, Spot.SETS]
    assert workshop.rows[1].spot is Spot.HANDLE


def test_every_part_says_what_it_is_for(open_editor):
    workshop = open_editor()
    workshop.screen._list.toggle(0)
    parts = [each for each in workshop.screen.findChildren(Button) if each.isVisible()]
    assert [each for each in parts if not (each.text() or each.accessibleName())] == []
    assert workshop.rows[0]._amount.number.accessibleName() == "Hold for Wall calf stretch, straight knee"


# taking back


def test_everything_can_be_taken_back_one_by_one_and_done_again(open_editor):
    workshop = open_editor()
    before = workshop.draft.routine
    workshop.rows[0].land(Spot.HANDLE)
    for _ in range(3):
        press(Qt.Key.Key_Delete)
    assert len(workshop.stretches) == 3
    for _ in range(3):
        press(Qt.Key.Key_Z, CONTROL)
    assert workshop.draft.routine == before
    press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(workshop.stretches) == 5
    click(button(workshop.screen, "Undo"))
    assert workshop.draft.routine == before


def test_control_z_takes_back_what_was_typed_into_a_field(open_editor):
    workshop = open_editor()
    workshop.screen._title.setFocus()
    workshop.screen._title.selectAll()
    QTest.keyClicks(workshop.screen._title, "Mine")
    press(Qt.Key.Key_Z, CONTROL)
    assert workshop.draft.routine.name == "Simple nightly leg stretch, mine"
    assert workshop.screen._title.text() == "Simple nightly leg stretch, mine"


def test_what_was_removed_is_told_for_ten_seconds(open_editor):
    workshop = open_editor()
    clock = workshop.clock
    removed(workshop)
    assert workshop.screen._line.words == "Removed “Wall calf stretch, straight knee”."
    clock.advance(9.5)
    assert workshop.screen._line.isVisible()
    clock.advance(1)
    assert not workshop.screen._line.isVisible()


def test_the_line_stays_while_the_keyboard_is_on_it(open_editor):
    workshop = open_editor()
    clock = workshop.clock
    removed(workshop)
    undo = button(workshop.screen._line, "Undo")
    undo.setFocus()
    clock.advance(60)
    assert workshop.screen._line.isVisible()
    workshop.rows[0].land(Spot.TITLE)
    clock.advance(10.5)
    assert not workshop.screen._line.isVisible()
