"""The whole life of routines that are edited, on a real disk: opened, changed, kept, deleted, and the power cut.

Hypothesis leads; what lies on the disk is compared with what somebody saw on the screen last.
"""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bedtime.bench_shelf import DraftsAndRoutines
from bedtime.content import library_in
from bedtime.kept_draft import KeptDraft, LeftDraft
from bedtime.kept_form import KeptForms
from bedtime.movement.draft import Draft, draft_document
from bedtime.movement.edits import Edit, LeaveOut
from bedtime.movement.routine import Routine
from bedtime.session.bench import Bench
from bedtime.session.deleting import Deleted, Deleting
from bedtime.session.desk import Desk
from bedtime.session.left_form import LeftForm, left_record
from bedtime.session.own_stretches import Picture, Pictured
from bedtime.session.stretch_form import StretchForm
from bedtime.settings import Settings
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from tests.faults.test_mutated_files import mutated
from tests.movement.test_draft import LIBRARY, all_edits

CLOCK = ManualClock()


class Lives(RuleBasedStateMachine):
    """One home through many starts of the program. `kept` is what was kept for good, as it was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.places = find_places(self.folder.name)
        prepare(self.places)
        self.kept: dict[str, Routine] = {}
        self.deleted: list[Deleted] = []

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize()
    def start(self) -> None:
        self.library = library_in(self.places, CLOCK)
        self.shelf = DraftsAndRoutines(self.library, KeptDraft(self.places, CLOCK), AtOnce())
        self.bench = Bench(self.library, self.shelf)
        self.deleting = Deleting(self.library, Desk(self.library, Settings(), CLOCK, lambda _: None), self.shelf)

    @property
    def draft(self) -> Draft | None:
        return self.bench.draft.value

    @precondition(lambda self: self.draft is None)
    @rule(name=st.sampled_from(LIBRARY.routine_ids))
    def open_a_copy(self, name: str) -> None:
        self.bench.open(name)
        assert self.draft is not None
        assert self.draft.routine.steps == LIBRARY.routine(name).steps

    @precondition(lambda self: self.draft is None)
    @rule(pick=st.integers(0, 9))
    def open_ones_own(self, pick: int) -> None:
        names = sorted(self.kept) or ["simple-nightly"]
        name = names[pick % len(names)]
        self.bench.open(name)
        assert self.draft is not None
        if name in self.kept:
            assert self.draft.routine == self.kept[name]
            assert not self.draft.is_changed

    @precondition(lambda self: self.draft is not None)
    @rule(edits=st.lists(all_edits, min_size=1, max_size=4))
    def edit(self, edits: list[Edit]) -> None:
        for edit in edits:
            self.bench.apply(edit)

    @precondition(lambda self: self.draft is not None)
    @rule()
    def undo(self) -> None:
        self.bench.undo()

    @precondition(lambda self: self.draft is not None)
    @rule()
    def redo(self) -> None:
        self.bench.redo()

    @rule()
    def lose_power_and_start_again(self) -> None:
        before = self.draft
        self.start()
        found: list[LeftDraft] = []
        self.shelf.read_draft(found.append)
        (left,) = found
        assert left.notices == ()
        if before is None or not before.is_changed:
            assert left.draft is None
            return
        assert left.draft is not None
        assert (left.draft.routine, left.draft.opened) == (before.routine, before.opened)
        self.bench.carry_on(left.draft)

    @precondition(lambda self: self.draft is not None and self.draft.can_be_kept)
    @rule()
    def keep(self) -> None:
        draft = self.draft
        assert draft is not None
        self.bench.finish(lambda _: None, pytest.fail)
        if draft.is_changed:
            self.kept[draft.routine.id] = draft.to_keep
        assert self.draft is None

    @precondition(lambda self: self.draft is not None)
    @rule()
    def throw_away(self) -> None:
        self.bench.put_away()

    @precondition(lambda self: self.draft is None and self.kept)
    @rule(pick=st.integers(0, 9))
    def delete(self, pick: int) -> None:
        name = sorted(self.kept)[pick % len(self.kept)]
        self.deleting.delete(name, self.deleted.append, pytest.fail)
        del self.kept[name]

    @precondition(lambda self: self.deleted)
    @rule()
    def take_the_deleting_back(self) -> None:
        back: list[Routine] = []
        gone = self.deleted.pop()
        self.deleting.put_back(gone, back.append, pytest.fail)
        assert back[0] == replace(gone.routine, id=back[0].id)
        assert back[0].id not in self.kept
        self.kept[back[0].id] = back[0]

    @invariant()
    def the_disk_holds_what_was_kept_and_nothing_else(self) -> None:
        library = library_in(self.places, CLOCK)
        assert library.troubles == ()
        assert {name: library.routine(name) for name in library.own_routine_ids} == self.kept


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_ten_mutated_drafts_and_forms_give_no_traceback(seed: int, tmp_path: Path) -> None:
    """What was left open may be damaged like any file: it is found again as far as it makes sense, the rest is told."""
    places = find_places(str(tmp_path / "home"))
    prepare(places)
    library = library_in(places, CLOCK)
    draft = Draft.copy_of(library.routine("in-bed"), library.stretch, library.routine_ids).apply(LeaveOut(0))
    form = LeftForm("", StretchForm(name="Scarf", pose_of="towel-calf"), Picture(Pictured.AS_BEFORE))
    for dice in (Random(seed + one) for one in range(10)):  # noqa: S311 - so that a failure comes again
        spoilt = mutated(json.loads(json.dumps(draft_document(draft))), dice)
        places.editing_file.write_text(json.dumps(spoilt | {"v": 1}), encoding="utf-8")
        left = KeptDraft(places, CLOCK).left(library)
        assert left.draft is not None or left.notices
        if left.draft is not None:
            assert left.draft.to_keep
            assert len(left.draft.rows) == len(left.draft.routine.steps)
        spoilt = mutated(json.loads(json.dumps({"forms": [left_record(form, "a.png")] * 2})), dice)
        places.forming_file.write_text(json.dumps(spoilt | {"v": 1}), encoding="utf-8")
        forms = KeptForms(places, CLOCK).left(library)
        for found in forms.forms:
            KeptForms(places, CLOCK).keep(found)
