"""What the editor shows of a draft."""

import pytest

from bedtime.movement.draft import Draft
from bedtime.movement.edits import LeaveOut, Leg, Number, SetLeg, SetNumber, SetStepNote
from bedtime.movement.library import Library
from bedtime.movement.own_routine import new_routine
from bedtime.session.editor import DOSE_WORDS, LONG_WORDS, editor, place_words, trim_words
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)


def draft_of(routine: str) -> Draft:
    return Draft.copy_of(LIBRARY.routine(routine), LIBRARY.stretch, LIBRARY.routine_ids)


def test_every_row_says_how_long_it_is_and_the_header_how_long_all_are() -> None:
    draft = draft_of("simple-nightly")
    view = editor(draft)
    assert [row.total for row in view.rows][:2] == ["1:17", "1:20"]
    assert view.total == "7 min 40 s"
    assert sum(view.lengths_ms) == draft.total_ms == 460_000
    assert view.spoken_total.startswith("7 minutes 40 seconds in all")


def test_a_routine_that_is_a_little_over_is_offered_to_be_trimmed() -> None:
    view = editor(draft_of("simple-nightly"))
    assert view.trim is not None
    assert trim_words(view.trim) == "40 s over. Trim to 7?"


def test_a_hold_counts_seconds_and_a_movement_its_own_unit() -> None:
    rows = {row.stretch.id: row for row in editor(draft_of("physio-strong")).rows}
    assert (rows["easy-marching"].amount.label, rows["easy-marching"].amount.unit) == ("Steps", "steps")
    assert (rows["stair-calf"].amount.label, rows["stair-calf"].amount.unit) == ("Hold", "s")
    assert rows["stair-calf"].amount.spoken == "20 seconds"


def test_a_stretch_for_both_legs_at_once_is_asked_no_leg() -> None:
    rows = {row.stretch.id: row for row in editor(draft_of("physio-strong")).rows}
    assert rows["easy-marching"].leg is None
    assert rows["stair-calf"].leg is Leg.BOTH


def test_one_leg_alone_has_no_first_leg_and_no_change_of_sides() -> None:
    row = editor(draft_of("simple-nightly").apply(SetLeg(0, Leg.LEFT))).rows[0]
    assert (row.leg, row.asks_first) == (Leg.LEFT, False)
    assert Number.SWITCH_S not in {number.number for number in row.times}


def test_the_rest_between_is_asked_only_where_there_is_a_between() -> None:
    draft = draft_of("simple-nightly")
    assert Number.REST_S not in {number.number for number in editor(draft).rows[0].times}
    more = draft.apply(SetNumber(0, Number.SETS, 3))
    assert Number.REST_S in {number.number for number in editor(more).rows[0].times}
    assert editor(more).rows[0].asks_order


def test_an_own_note_stands_where_the_place_would() -> None:
    draft = draft_of("simple-nightly")
    assert editor(draft).rows[0].cue == "Standing, with a wall"
    assert editor(draft.apply(SetStepNote(0, "heel down"))).rows[0].cue == "heel down"


def test_what_differs_from_the_original_is_told_and_can_be_put_back_row_by_row() -> None:
    draft = draft_of("simple-nightly").apply(SetNumber(1, Number.AMOUNT, 45)).apply(LeaveOut(3))
    view = editor(draft)
    assert view.original == "Simple nightly leg stretch"
    assert [one.index for one in view.differences] == [1, None]
    assert [row.can_restore for row in view.rows] == [False, True, False, False, False]


def test_another_dose_than_the_tested_one_is_told() -> None:
    draft = draft_of("trial-six-weeks")
    assert editor(draft).remark == ""
    assert editor(draft.apply(SetNumber(1, Number.SETS, 2))).remark == DOSE_WORDS


def test_a_long_routine_is_told_kindly() -> None:
    draft = draft_of("restless-evening")
    for index in range(len(draft.rows)):
        draft = draft.apply(SetNumber(index, Number.SETS, 5))
    assert draft.is_long
    assert editor(draft).remark == LONG_WORDS


def test_a_routine_without_stretches_cannot_be_kept_yet() -> None:
    view = editor(Draft.of(new_routine(LIBRARY.routine_ids), LIBRARY.stretch))
    assert (view.rows, view.can_be_kept) == ((), False)


@pytest.mark.parametrize("stretch", LIBRARY.stretch_ids)
def test_every_stretch_is_somewhere(stretch: str) -> None:
    words = place_words(LIBRARY.stretch(stretch))
    assert words[0].isupper()
    assert len(words) < 60
