"""The bench on which a routine lies while it is changed."""

from collections.abc import Callable

import pytest

from bedtime.movement.draft import Draft
from bedtime.movement.edits import Add, LeaveOut, Nudge, Number, Rename
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.session.bench import Bench
from bedtime.store.bundled import read_bundled
from bedtime.testing.shelves import memory_shelves


class Keeper:
    """A shelf in memory that remembers what was asked of it. `trouble` is why nothing can be kept."""

    def __init__(self, library: PersonalLibrary) -> None:
        self.library = library
        self.drafts: list[Draft | None] = []
        self.trouble = ""

    def keep_draft(self, draft: Draft) -> None:
        self.drafts.append(draft)

    def forget_draft(self) -> None:
        self.drafts.append(None)

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        if self.trouble:
            failed(self.trouble)
        else:
            self.library.keep_routine(routine)
            then()

    def remove_routine(self, routine: str, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        if self.trouble:
            failed(self.trouble)
        else:
            self.library.remove_routine(routine)
            then()


@pytest.fixture
def library() -> PersonalLibrary:
    return PersonalLibrary(read_bundled, memory_shelves())


@pytest.fixture
def keeper(library: PersonalLibrary) -> Keeper:
    return Keeper(library)


@pytest.fixture
def bench(library: PersonalLibrary, keeper: Keeper) -> Bench:
    return Bench(library, keeper)


def test_a_built_in_routine_is_edited_as_a_copy(bench: Bench, library: PersonalLibrary) -> None:
    bench.open("simple-nightly")
    draft = bench.draft.value
    assert draft is not None
    assert draft.routine.id == "simple-nightly-mine"
    assert draft.original == library.routine("simple-nightly")


def test_every_change_is_kept_at_once_and_taking_it_back_forgets_it(bench: Bench, keeper: Keeper) -> None:
    bench.open("simple-nightly")
    bench.apply(Nudge(0, Number.AMOUNT, 1))
    assert keeper.drafts[-1] == bench.draft.value
    bench.undo()
    assert keeper.drafts[-1] is None
    bench.redo()
    assert keeper.drafts[-1] == bench.draft.value


def test_an_edit_that_changes_nothing_keeps_nothing(bench: Bench, keeper: Keeper) -> None:
    bench.open("simple-nightly")
    bench.apply(LeaveOut(99))
    assert keeper.drafts == []


def test_what_is_finished_is_the_persons_own_from_then_on(
    bench: Bench, keeper: Keeper, library: PersonalLibrary
) -> None:
    kept: list[Routine] = []
    bench.open("simple-nightly")
    bench.apply(LeaveOut(0))
    bench.apply(Rename("Four only"))
    bench.finish(kept.append, pytest.fail)
    assert library.own_routine_ids == ("simple-nightly-mine",)
    assert library.routine("simple-nightly-mine").name == "Four only"
    assert (bench.draft.value, keeper.drafts[-1]) == (None, None)
    bench.open("simple-nightly-mine")
    again = bench.draft.value
    assert again is not None
    assert (again.routine, again.original) == (kept[0], library.routine("simple-nightly"))


def test_when_it_cannot_be_kept_the_draft_stays(bench: Bench, keeper: Keeper) -> None:
    told: list[str] = []
    keeper.trouble = "The disk is full."
    bench.open("simple-nightly")
    bench.apply(LeaveOut(0))
    bench.finish(pytest.fail, told.append)
    assert told == ["The disk is full."]
    assert bench.draft.value is not None
    assert keeper.drafts[-1] is not None


def test_finishing_without_a_change_makes_no_copy(bench: Bench, library: PersonalLibrary) -> None:
    bench.open("simple-nightly")
    bench.finish(lambda _: None, pytest.fail)
    assert library.own_routine_ids == ()


def test_a_new_routine_begins_without_stretches_and_can_be_kept_once_it_has_one(
    bench: Bench, library: PersonalLibrary
) -> None:
    bench.open_new()
    bench.finish(pytest.fail, pytest.fail)
    bench.apply(Add(0, "towel-calf"))
    bench.finish(lambda _: None, pytest.fail)
    assert [step.stretch for step in library.routine(library.own_routine_ids[0]).steps] == ["towel-calf"]


def test_a_field_that_is_left_ends_the_run_of_presses(bench: Bench) -> None:
    bench.open("simple-nightly")
    for _ in range(2):
        bench.apply(Nudge(0, Number.AMOUNT, 1))
        bench.settle()
    draft = bench.draft.value
    assert draft is not None
    assert len(draft.past) == 2
