"""The editor's model."""

import json
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bedtime.errors import BadInput
from bedtime.movement import edits
from bedtime.movement.comparing import Kind
from bedtime.movement.cross_check import problems_of_routine
from bedtime.movement.draft import Draft, draft_document, draft_in
from bedtime.movement.edits import (
    Add,
    Duplicate,
    Edit,
    LeaveOut,
    Leg,
    Move,
    Nudge,
    Number,
    Pace,
    Rename,
    Restore,
    RestoreStep,
    SetBreath,
    SetFirst,
    SetLeg,
    SetNotes,
    SetNumber,
    SetOrder,
    SetStepName,
    SetStepNote,
    TrimTo,
)
from bedtime.movement.files import read_routine
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.own_routine import new_routine
from bedtime.movement.problems import Rejected
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import Side, Sides
from bedtime.movement.trusted import build
from bedtime.movement.written import as_file, written
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
FIND = LIBRARY.stretch
NIGHTLY = LIBRARY.routine("simple-nightly")
TRIAL = LIBRARY.routine("trial-six-weeks")

rows = st.integers(-1, 8)
words = st.text(max_size=80)
numbers = st.sampled_from(Number)
leading = [name for name, pattern in LIBRARY.patterns.items() if not pattern.holds_breath]
all_edits = st.one_of(
    st.builds(SetNumber, rows, numbers, st.integers(-5, 1000)),
    st.builds(Nudge, rows, numbers, st.sampled_from([1, -1]), st.sampled_from(Pace)),
    st.builds(SetLeg, rows, st.sampled_from(Leg)),
    st.builds(SetFirst, rows, st.none() | st.sampled_from(Side)),
    st.builds(SetOrder, rows, st.sampled_from(Order)),
    st.builds(SetBreath, rows, st.none() | st.sampled_from(leading)),
    st.builds(SetStepName, rows, words),
    st.builds(SetStepNote, rows, words),
    st.builds(Rename, words),
    st.builds(SetNotes, words),
    st.builds(Add, rows, st.sampled_from([*LIBRARY.stretch_ids, "no-such-stretch"])),
    st.builds(Move, rows, rows),
    st.builds(Duplicate, rows),
    st.builds(LeaveOut, rows),
    st.builds(TrimTo, st.integers(4, 21)),
    st.builds(Restore),
    st.builds(RestoreStep, rows),
)


class Editing(RuleBasedStateMachine):
    """Edits, undo, redo, and closing and opening again, beside a list of the states that were there."""

    @initialize(name=st.sampled_from(LIBRARY.routine_ids))
    def open(self, name: str) -> None:
        self.draft = Draft.copy_of(LIBRARY.routine(name), FIND, LIBRARY.routine_ids)

    @rule(edit=all_edits)
    def edit(self, edit: Edit) -> None:
        before = self.draft
        self.draft = before.apply(edit)
        if self.draft is not before:
            assert self.draft.routine != before.routine
            assert not self.draft.future

    @rule(edit=all_edits)
    def edit_and_take_back(self, edit: Edit) -> None:
        before = self.draft.settled()
        after = before.apply(edit)
        if after is not before:
            assert after.undo().routine == before.routine
            assert after.undo().redo().routine == after.routine
            assert after.undo_words

    @precondition(lambda self: self.draft.past)
    @rule()
    def undo(self) -> None:
        before = self.draft
        self.draft = before.undo()
        assert self.draft.redo().routine == before.routine
        assert self.draft.redo_words == before.undo_words

    @precondition(lambda self: self.draft.future)
    @rule()
    def redo(self) -> None:
        before = self.draft
        self.draft = before.redo()
        assert self.draft.undo().routine == before.routine

    @rule()
    def undo_everything_and_redo_it(self) -> None:
        draft = self.draft
        while draft.past:
            draft = draft.undo()
        assert draft.routine == draft.opened
        for _ in self.draft.past:
            draft = draft.redo()
        assert draft.routine == self.draft.routine

    @rule()
    def close_the_window_and_come_back(self) -> None:
        kept = json.loads(as_file(draft_document(self.draft)))
        back = draft_in(kept, FIND, LIBRARY.routine)
        assert (back.routine, back.opened, back.original) == (
            self.draft.routine,
            self.draft.opened,
            self.draft.original,
        )
        self.draft = replace(back, past=self.draft.past, future=self.draft.future)

    @precondition(lambda self: self.draft.can_be_kept)
    @rule()
    def save_and_open_again(self) -> None:
        kept = self.draft.to_keep
        assert read_routine(as_file(written(kept)), LIBRARY) == kept
        assert build(Routine, written(kept)) == kept
        assert kept.steps == self.draft.routine.steps

    @invariant()
    def everything_can_be_shown_and_what_can_be_kept_can_be_played(self) -> None:
        draft = self.draft
        assert not list(problems_of_routine(draft.to_keep, LIBRARY))
        assert draft.total_ms == (played_ms(draft.to_keep) if draft.can_be_kept else 0)
        for row in draft.rows:
            for number, found in row.limits.items():
                assert found.least <= found.most
                assert isinstance(edits.number_of(number, row.step, row.stretch), int)
        assert all(difference.words for difference in draft.differences)
        assert bool(draft.differences) or not draft.dose_changed


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def played_ms(routine: Routine) -> int:
    return lay_out(routine, LIBRARY.stretches_of(routine), LIBRARY.patterns).total_ms


@pytest.mark.parametrize("name", LIBRARY.routine_ids)
def test_every_step_can_be_left_out_and_put_back(name: str) -> None:
    editing = Editing()
    editing.open(name=name)
    while editing.draft.rows:
        editing.edit(edit=SetNumber(0, Number.AMOUNT, 0))
        editing.edit(edit=LeaveOut(0))
        editing.everything_can_be_shown_and_what_can_be_kept_can_be_played()
        editing.close_the_window_and_come_back()
    assert not editing.draft.can_be_kept
    editing.undo_everything_and_redo_it()
    assert editing.draft.undo().can_be_kept


def opened(routine: Routine = NIGHTLY) -> Draft:
    return Draft.copy_of(routine, FIND, LIBRARY.routine_ids)


def hold_of(draft: Draft, index: int = 0) -> str:
    return draft.rows[index].amount


def test_a_built_in_routine_is_edited_as_a_copy() -> None:
    draft = Draft.copy_of(NIGHTLY, FIND, [*LIBRARY.routine_ids, "simple-nightly-mine"])
    assert draft.routine.id == "simple-nightly-mine-2"
    assert draft.routine.name == f"{NIGHTLY.name}, mine"
    assert draft.routine.made_from == "simple-nightly"
    assert draft.routine.steps == NIGHTLY.steps
    assert not draft.is_changed


def test_the_stepper_goes_by_five_seconds_with_shift_by_fifteen_and_typing_by_one() -> None:
    draft = opened()
    assert hold_of(draft.apply(Nudge(0, Number.AMOUNT, 1))) == "35 s"
    assert hold_of(draft.apply(Nudge(0, Number.AMOUNT, -1, Pace.SHIFT))) == "15 s"
    assert hold_of(draft.apply(SetNumber(0, Number.AMOUNT, 41))) == "41 s"


def test_a_number_beyond_the_limits_becomes_the_nearest_that_is_allowed() -> None:
    assert hold_of(opened().apply(SetNumber(0, Number.AMOUNT, 9999))) == "60 s"
    assert hold_of(opened().apply(SetNumber(0, Number.AMOUNT, -1))) == "10 s"


def test_a_run_of_presses_on_one_stepper_is_undone_as_one() -> None:
    draft = opened()
    for _ in range(4):
        draft = draft.apply(Nudge(0, Number.AMOUNT, 1))
    draft = draft.apply(Nudge(1, Number.AMOUNT, 1))
    assert len(draft.past) == 2
    assert hold_of(draft.undo().undo()) == "30 s"


def test_a_run_that_leads_back_leaves_nothing_to_undo() -> None:
    draft = opened().apply(Nudge(0, Number.AMOUNT, 1)).apply(Nudge(0, Number.AMOUNT, -1))
    assert draft.undo_words == "Changed the length of “Wall calf stretch, straight knee”."
    assert draft.undo().routine == NIGHTLY_COPY


def test_a_run_ends_when_the_field_is_left() -> None:
    draft = opened().apply(Nudge(0, Number.AMOUNT, 1)).settled().apply(Nudge(0, Number.AMOUNT, 1))
    assert len(draft.past) == 2


def test_typed_numbers_are_undone_one_by_one_and_a_typed_name_as_one() -> None:
    draft = opened().apply(SetNumber(0, Number.AMOUNT, 20)).apply(SetNumber(0, Number.AMOUNT, 25))
    assert len(draft.past) == 2
    draft = draft.apply(Rename("C")).apply(Rename("Ca")).apply(Rename("Cal"))
    assert len(draft.past) == 3
    assert draft.routine.name == "Cal"


def test_every_edit_says_what_it_was() -> None:
    draft = opened().apply(LeaveOut(0))
    assert draft.undo_words == "Removed “Wall calf stretch, straight knee”."
    assert draft.undo().redo_words == draft.undo_words


def test_steps_are_moved_duplicated_added_and_left_out() -> None:
    draft = opened()
    ids = [row.stretch.id for row in draft.rows]
    assert [row.stretch.id for row in draft.apply(Move(0, 2)).rows][:3] == [ids[1], ids[2], ids[0]]
    assert [row.stretch.id for row in draft.apply(Duplicate(1)).rows][:3] == [ids[0], ids[1], ids[1]]
    assert draft.apply(Add(99, "toe-spreads")).rows[-1].stretch.id == "toe-spreads"
    assert len(draft.apply(LeaveOut(5)).rows) == 5


def test_one_leg_alone_takes_half_the_work() -> None:
    draft = opened().apply(SetLeg(0, Leg.LEFT))
    assert draft.rows[0].leg is Leg.LEFT
    assert draft.rows[0].total_ms == 12_000 + 30_000
    assert draft.apply(SetLeg(0, Leg.BOTH)).routine == NIGHTLY_COPY


def test_a_stretch_for_both_legs_at_once_has_no_leg_to_choose() -> None:
    draft = opened()
    assert draft.rows[5].stretch.sides is Sides.BOTH
    assert draft.apply(SetLeg(5, Leg.LEFT)) is draft
    assert Number.SWITCH_S not in draft.rows[5].limits


def test_a_little_over_is_offered_to_be_trimmed() -> None:
    draft = opened()
    while draft.trim is None:
        draft = draft.apply(Nudge(3, Number.AMOUNT, 1)).apply(Duplicate(0))
    trim = draft.trim
    trimmed = draft.apply(TrimTo(trim.minutes))
    assert 5_000 < trim.over_ms <= 90_000
    assert trimmed.trim is None
    assert trimmed.undo_words == f"Trimmed to {trim.minutes} minutes."
    assert trimmed.undo().total_ms == draft.total_ms


def test_more_than_half_an_hour_is_long() -> None:
    draft = opened(LIBRARY.routine("physio-strong"))
    while not draft.is_long:
        draft = draft.apply(Duplicate(0))
    assert draft.total_ms > 30 * 60_000


def test_it_tells_how_it_differs_from_the_original() -> None:
    draft = opened().apply(Move(0, 3)).apply(SetNumber(0, Number.AMOUNT, 45)).apply(LeaveOut(5))
    draft = draft.apply(Add(5, "toe-spreads"))
    assert [difference.kind for difference in draft.differences] == [
        Kind.CHANGED,
        Kind.MOVED,
        Kind.ADDED,
        Kind.LEFT_OUT,
    ]
    assert draft.differences[0].words.startswith("Towel calf stretch: hold 45 s instead of ")


def test_one_step_or_all_of_them_can_be_restored() -> None:
    draft = opened().apply(SetNumber(0, Number.AMOUNT, 45)).apply(SetNumber(1, Number.GET_READY_S, 40))
    assert len(draft.apply(RestoreStep(0)).differences) == 1
    restored = draft.apply(Rename("Mine")).apply(Restore())
    assert restored.differences == ()
    assert restored.routine.name == "Mine"


def test_a_routine_that_rests_on_its_dose_says_so_when_that_is_changed() -> None:
    draft = opened(TRIAL)
    assert not draft.apply(SetNumber(0, Number.AMOUNT, 60)).dose_changed, "marching was not what was tested"
    changed = draft.apply(SetNumber(1, Number.AMOUNT, 30))
    assert changed.dose_changed
    assert "does not speak for this one" in changed.to_keep.evidence.text
    assert changed.undo().to_keep.evidence == TRIAL.evidence


def test_what_is_kept_exchanges_only_what_is_in_it() -> None:
    draft = opened(TRIAL).apply(LeaveOut(0))
    assert all("easy-marching" not in exchange for exchange in draft.to_keep.substitutions.values())
    assert draft.undo().to_keep.substitutions == TRIAL.substitutions


def test_a_new_routine_begins_empty_and_can_be_kept_with_its_first_stretch() -> None:
    draft = Draft.of(new_routine(LIBRARY.routine_ids), FIND)
    assert not draft.can_be_kept
    assert (draft.total_ms, draft.trim, draft.rows) == (0, None, ())
    draft = draft.apply(Add(0, "wall-calf-straight"))
    assert draft.can_be_kept
    assert draft.to_keep.place == "standing"
    assert not isinstance(read_routine(as_file(written(draft.to_keep)), LIBRARY), Rejected)


def test_own_names_and_notes_stand_on_one_line_and_empty_ones_are_the_stretchs() -> None:
    draft = opened().apply(SetStepName(0, "  My\ncalf ")).apply(SetStepNote(0, "Slippers\ud800 on"))
    assert (draft.rows[0].name, draft.routine.steps[0].note) == ("My calf", "Slippers on")
    assert draft.apply(SetStepName(0, " ")).rows[0].name == "Wall calf stretch, straight knee"
    assert draft.apply(Rename(" ")).routine.name == draft.routine.name


@pytest.mark.parametrize("spoilt", [{}, {"routine": 3, "opened": {}}, {"routine": {"id": "x"}, "opened": {"id": "x"}}])
def test_a_draft_that_cannot_be_read_is_told_in_a_sentence(spoilt: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="being edited"):
        draft_in(spoilt, FIND, LIBRARY.routine)


def test_a_draft_whose_stretch_has_gone_is_told_in_a_sentence() -> None:
    routine = replace(new_routine([]), steps=(Step(stretch="gone"),))
    with pytest.raises(BadInput):
        draft_in(draft_document(Draft.of(routine, FIND)), FIND, LIBRARY.routine)


NIGHTLY_COPY = opened().routine
