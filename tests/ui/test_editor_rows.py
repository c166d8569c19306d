import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bedtime.ui.parts.editor_row import Spot
from tests.ui.workshop import ALT, CONTROL, SHIFT, button, choose, click, press, removed, with_a_menu

# numbers


def test_the_stepper_goes_by_five_and_with_shift_by_fifteen(open_editor):
    workshop = open_editor()
    click(workshop.rows[0]._amount._more)
    assert workshop.draft.rows[0].amount == "35 s"
    click(workshop.rows[0]._amount._less, SHIFT)
    assert workshop.draft.rows[0].amount == "20 s"
    workshop.rows[0].land(Spot.AMOUNT)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up, SHIFT)
    assert workshop.draft.rows[0].amount == "40 s"
    assert workshop.rows[0]._amount.number.text() == "40 s"


def test_a_typed_number_is_taken_by_ones_and_kept_within_its_limits(open_editor):
    workshop = open_editor()
    workshop.rows[0].land(Spot.AMOUNT)
    QTest.keyClicks(QApplication.focusWidget(), "37")
    press(Qt.Key.Key_Return)
    assert workshop.draft.rows[0].amount == "37 s"
    QTest.keyClicks(QApplication.focusWidget(), "2")
    press(Qt.Key.Key_Tab)
    assert workshop.draft.rows[0].planned.amount == workshop.draft.rows[0].planned.span.min


def test_escape_forgets_what_is_being_typed(open_editor):
    workshop = open_editor()
    workshop.rows[0].land(Spot.AMOUNT)
    QTest.keyClicks(QApplication.focusWidget(), "77")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Tab)
    assert workshop.draft.rows[0].amount == "30 s"


def test_the_wheel_scrolls_and_changes_no_number(open_editor):
    workshop = open_editor()
    number = workshop.rows[0]._amount.number
    number.stepBy(0)
    assert workshop.draft.past == ()


def test_the_total_and_the_floor_follow_every_press(open_editor):
    workshop = open_editor()
    assert workshop.screen._total.text() == "7 min 40 s"
    click(workshop.rows[0]._amount._more)
    assert workshop.screen._total.text() == "7 min 50 s"
    assert workshop.screen._floor.accessibleName().startswith("7 minutes 50 seconds in all")


def test_a_leg_is_chosen_and_times_are_stepped(open_editor):
    workshop = open_editor()
    click(workshop.rows[0]._leg.segments[0])
    assert workshop.draft.rows[0].leg == "left"
    assert workshop.rows[0]._leg.segments[0].accessibleName().endswith("selected")
    click(workshop.rows[0]._sets._more)
    assert workshop.draft.rows[0].planned.sets == 2


def test_the_keyboard_comes_to_the_chosen_leg_and_its_arrows_choose_another(open_editor):
    workshop = open_editor()
    workshop.rows[0].land(Spot.AMOUNT)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is workshop.rows[0]._leg.segments[2]
    press(Qt.Key.Key_Left)
    assert workshop.draft.rows[0].leg == "right"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert workshop.draft.rows[0].leg == "left", "they go round"
    press(Qt.Key.Key_Tab)
    assert workshop.rows[0].spot is Spot.SETS


def test_a_routine_a_little_over_is_trimmed_with_one_press(open_editor):
    workshop = open_editor()
    click(button(workshop.screen, "40 s over. Trim to 7?"))
    assert workshop.draft.total_ms <= 425_000
    assert workshop.screen._line.words == "Trimmed to 7 minutes."
    click(button(workshop.screen._line, "Undo"))
    assert workshop.draft.total_ms == 460_000


# order


def test_a_row_is_moved_with_alt_and_the_arrows_and_the_keyboard_goes_along(open_editor):
    workshop = open_editor()
    first, second, *others = workshop.stretches
    workshop.rows[0].land(Spot.AMOUNT)
    press(Qt.Key.Key_Down, ALT)
    assert workshop.stretches == [second, first, *others]
    assert workshop.rows[1].spot is Spot.AMOUNT
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)
    assert workshop.stretches == [first, second, *others]


@with_a_menu
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Move up", [1, 0, 2, 3, 4, 5]),
        ("Move down", [0, 2, 1, 3, 4, 5]),
        ("Duplicate", [0, 1, 1, 2, 3, 4, 5]),
        ("Leave out", [0, 2, 3, 4, 5]),
    ],
)
def test_the_handles_menu_does_the_same(open_editor, words, expected):
    workshop = open_editor()
    before = workshop.stretches
    click(workshop.rows[1].handle)
    choose(words)
    assert workshop.stretches == [before[index] for index in expected]


def test_the_keys_of_a_row_leave_out_and_duplicate(open_editor):
    workshop = open_editor()
    before = workshop.stretches
    workshop.rows[2].land(Spot.TITLE)
    press(Qt.Key.Key_D, CONTROL)
    assert workshop.stretches == [*before[:3], before[2], *before[3:]]
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    assert workshop.stretches == [*before[:3], *before[4:]]


def drag(workshop, index, down, *, end=True):
    """Take a row by its handle and carry it this many pixels."""
    handle = workshop.rows[index].handle
    at = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    start = handle.mapToGlobal(at)
    for share in (0.3, 0.6, 1.0):
        where = handle.mapFromGlobal(start + QPoint(0, round(down * share)))
        QTest.mouseMove(handle, where)
    if end:
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())


def test_a_row_is_carried_to_its_place_with_the_mouse(open_editor):
    workshop = open_editor()
    before = workshop.stretches
    drag(workshop, 0, 150)
    assert workshop.stretches == [before[1], before[2], before[0], *before[3:]]


def test_a_carried_row_shows_where_it_would_go_and_escape_puts_it_back(open_editor):
    workshop = open_editor()
    before = workshop.stretches
    drag(workshop, 0, 150, end=False)
    assert workshop.screen._list._sheet.slot is not None
    assert workshop.rows[0]._is_lifted
    QTest.keyClick(workshop.rows[0].handle, Qt.Key.Key_Escape)
    QTest.mouseRelease(workshop.rows[0].handle, Qt.MouseButton.LeftButton)
    assert workshop.screen._list._sheet.slot is None
    assert workshop.stretches == before


def test_a_row_held_at_the_lower_edge_scrolls_the_list(open_editor, qtbot):
    workshop = open_editor("physio-strong", "640x480")
    drag(workshop, 0, 400, end=False)
    bar = workshop.screen._list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.mouseRelease(workshop.rows[0].handle, Qt.MouseButton.LeftButton)
    assert workshop.stretches[-1] == "easy-marching"


# details


def test_the_details_open_under_a_row_and_escape_closes_them(open_editor):
    workshop = open_editor()
    workshop.rows[1].land(Spot.TITLE)
    press(Qt.Key.Key_Return)
    assert workshop.rows[1].is_open
    press(Qt.Key.Key_Escape)
    assert not workshop.rows[1].is_open
    assert workshop.left == []


@with_a_menu
def test_times_breathing_order_and_own_words_are_changed_in_the_details(open_editor):
    workshop = open_editor()
    workshop.screen._list.toggle(0)
    details = workshop.rows[0]._details
    click(details._steppers["get_ready_s"]._more)
    click(details._first.segments[1])
    click(workshop.rows[0]._sets._more)
    click(details._order.segments[1])
    details._name.setFocus()
    QTest.keyClicks(details._name, "Wall")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(details._note, "heel down")
    press(Qt.Key.Key_Return)
    click(details._breath)
    choose("Even 4-4")
    step = workshop.draft.routine.steps[0]
    assert (step.get_ready_s, step.side, step.order) == (17, "left", "alternate")
    assert (step.name, step.note, step.breath) == ("Wall", "heel down", "even-4-4")
    assert workshop.rows[0]._title.text() == "Wall"


def test_a_changed_row_goes_back_to_the_original_by_itself(open_editor):
    workshop = open_editor()
    click(workshop.rows[0]._amount._more)
    click(workshop.rows[1]._amount._more)
    workshop.screen._list.toggle(0)
    click(button(workshop.rows[0], "As in the original"))
    assert [row.amount for row in workshop.draft.rows][:2] == ["30 s", "35 s"]


def test_in_a_small_window_the_numbers_are_among_the_details(open_editor):
    workshop = open_editor(size="640x480")
    assert not workshop.rows[0]._amount.isVisible()
    assert workshop.rows[0]._cue() == "30 s, each leg"
    workshop.screen._list.toggle(0)
    click(workshop.rows[0]._amount._more)
    assert workshop.rows[0]._cue() == "35 s, each leg"


def test_notes_on_the_routine_are_kept_a_line_each(open_editor):
    workshop = open_editor()
    click(button(workshop.screen, "Notes"))
    QTest.keyClicks(QApplication.focusWidget(), "slow")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "warm feet")
    click(button(workshop.screen, "Hide the notes"))
    assert workshop.draft.routine.notes[-1] == "warm feet"


# comparing


def test_a_copy_is_compared_with_and_restored_to_the_original(open_editor):
    workshop = open_editor()
    original = workshop.library.routine("simple-nightly")
    click(workshop.rows[1]._amount._more)
    removed(workshop)
    workshop.screen.open_comparison()
    lines = [words.text() for words, _ in workshop.screen._comparison._lines]
    assert lines == ["Towel calf stretch: hold 35 s instead of 30 s.", "Wall calf stretch, straight knee is left out."]
    click(button(workshop.screen._comparison, "Restore everything"))
    assert workshop.draft.routine.steps == original.steps


def test_one_line_of_the_comparison_is_put_back(open_editor):
    workshop = open_editor()
    click(workshop.rows[1]._amount._more)
    workshop.screen.open_comparison()
    click(button(workshop.screen._comparison, "As it was: Towel calf stretch: hold 35 s instead of 30 s."))
    assert workshop.draft.differences == ()
