"""The content put together from real folders."""

from dataclasses import replace
from pathlib import Path

import pytest

from bedtime.content import library_in
from bedtime.kept_draft import KeptDraft
from bedtime.movement.draft import Draft
from bedtime.movement.edits import LeaveOut, Number, SetNumber
from bedtime.store.places import Places, find_places, prepare
from bedtime.testing.manual_clock import ManualClock

CLOCK = ManualClock()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = find_places(str(tmp_path / "home"))
    prepare(found)
    return found


def test_a_routine_is_copied_changed_kept_and_there_again_after_a_restart(places: Places) -> None:
    library = library_in(places, CLOCK)
    draft = Draft.copy_of(library.routine("simple-nightly"), library.stretch, library.routine_ids)
    for index in (0, 1, 2):
        draft = draft.apply(SetNumber(index, Number.AMOUNT, 40))
    library.keep_routine(draft.apply(LeaveOut(3)).undo().to_keep)
    again = library_in(places, CLOCK).routine("simple-nightly-mine")
    assert [step.hold_s for step in again.steps[:3]] == [40, 40, 40]
    assert len(again.steps) == 6


def test_a_draft_survives_the_window_and_is_gone_once_it_is_kept(places: Places) -> None:
    library, kept = library_in(places, CLOCK), KeptDraft(places, CLOCK)
    assert kept.left(library).draft is None
    draft = Draft.copy_of(library.routine("in-bed"), library.stretch, library.routine_ids)
    draft = draft.apply(LeaveOut(0))
    kept.keep(draft)
    left = KeptDraft(places, CLOCK).left(library_in(places, CLOCK)).draft
    assert left is not None
    assert (left.routine, left.opened, left.original) == (draft.routine, draft.opened, draft.original)
    kept.forget()
    assert kept.left(library).draft is None


@pytest.mark.parametrize("spoilt", [b"{", b"[]", b'{"v": 1}', b'{"v": 1, "routine": {}, "opened": []}', b'{"v": 9}'])
def test_a_draft_that_cannot_be_read_is_no_draft_and_is_told(places: Places, spoilt: bytes) -> None:
    places.editing_file.write_bytes(spoilt)
    left = KeptDraft(places, CLOCK).left(library_in(places, CLOCK))
    assert left.draft is None
    assert [words for words in left.notices if "the routine that was being edited" in words.lower()]


def test_a_hand_written_routine_with_a_mistake_is_left_out_and_told(places: Places) -> None:
    places.routines_folder.mkdir()
    (places.routines_folder / "mine.json").write_text('{"v": 1, "id": "mine"}', encoding="utf-8")
    library = library_in(places, CLOCK)
    assert library.own_routine_ids == ()
    assert library.troubles == ("Your routine “mine” could not be read and is left out. `bedtime check` tells why.",)


def test_the_last_good_copy_of_a_routine_stands_in_for_a_damaged_one(places: Places) -> None:
    library = library_in(places, CLOCK)
    routine = replace(library.routine("in-bed"), id="mine", name="Mine")
    library.keep_routine(routine)
    library.keep_routine(replace(routine, name="Mine too"))
    (places.routines_folder / "mine.json").write_bytes(b"\0\0\0")
    assert library_in(places, CLOCK).routine("mine").name == "Mine"
