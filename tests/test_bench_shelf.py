"""Where a routine is put away while it is changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bedtime.bench_shelf import DraftsAndRoutines
from bedtime.content import library_in
from bedtime.kept_draft import KeptDraft, LeftDraft
from bedtime.movement.draft import Draft
from bedtime.movement.edits import LeaveOut
from bedtime.session.bench import Bench
from bedtime.store.places import find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock

Open = Callable[[], tuple[Bench, DraftsAndRoutines]]


@pytest.fixture
def open_home(tmp_path: Path) -> Open:
    """The bench of a program that has just been started in this home."""
    places, clock = find_places(str(tmp_path)), ManualClock()
    prepare(places)

    def open_it() -> tuple[Bench, DraftsAndRoutines]:
        library = library_in(places, clock)
        shelf = DraftsAndRoutines(library, KeptDraft(places, clock), AtOnce())
        return Bench(library, shelf), shelf

    return open_it


def left(shelf: DraftsAndRoutines) -> Draft | None:
    found: list[LeftDraft] = []
    shelf.read_draft(found.append)
    return found[0].draft


def test_what_was_edited_when_the_window_was_closed_is_there_at_the_next_start(open_home: Open) -> None:
    bench, _ = open_home()
    bench.open("simple-nightly")
    bench.apply(LeaveOut(0))
    before = bench.draft.value
    assert before is not None
    bench, shelf = open_home()
    after = left(shelf)
    assert after is not None
    bench.carry_on(after)
    assert (after.routine, after.opened, after.original) == (before.routine, before.opened, before.original)


def test_what_was_finished_is_not_offered_again_and_can_be_opened(open_home: Open) -> None:
    bench, _ = open_home()
    bench.open("simple-nightly")
    bench.apply(LeaveOut(0))
    bench.finish(lambda _: None, pytest.fail)
    bench, shelf = open_home()
    assert left(shelf) is None
    bench.open("simple-nightly-mine")
    assert bench.draft.value is not None
    assert len(bench.draft.value.rows) == 5


def test_what_was_thrown_away_is_gone(open_home: Open) -> None:
    bench, _ = open_home()
    bench.open("simple-nightly")
    bench.apply(LeaveOut(0))
    bench.put_away()
    assert left(open_home()[1]) is None


def test_a_folder_that_cannot_be_written_to_is_told(open_home: Open, tmp_path: Path) -> None:
    bench, _ = open_home()
    bench.open("simple-nightly")
    bench.apply(LeaveOut(0))
    (tmp_path / "data" / "routines").write_text("in the way", encoding="utf-8")
    told: list[str] = []
    bench.finish(pytest.fail, told.append)
    assert len(told) == 1
    assert bench.draft.value is not None
