"""What is printed of a routine."""

from dataclasses import replace

import pytest

from bedtime.errors import BadInput
from bedtime.movement.library import Library
from bedtime.movement.routine import Step
from bedtime.movement.stretch import Flag, Side, Sides
from bedtime.session.sheet import sheet
from bedtime.settings import Settings
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
ROUTINES = [routine.id for routine in LIBRARY.routines()]


@pytest.mark.parametrize("routine", ROUTINES)
def test_no_sheet_has_a_placeholder_and_every_stretch_has_its_words(routine: str) -> None:
    printed = sheet(LIBRARY.routine(routine), LIBRARY, Settings())
    words = [text for one in printed.stretches for text in (*one.steps, one.feel, one.note, one.dose)]
    assert [text for text in words if "{" in text or "}" in text] == []
    assert all(one.steps and one.feel and one.dose for one in printed.stretches)
    assert len(printed.stretches) == len(LIBRARY.routine(routine).steps)


def test_a_stretch_for_one_leg_says_which() -> None:
    step = Step(stretch="ankle-circles", sides=Sides.ONE, side=Side.LEFT, reps=12)
    printed = sheet(replace(LIBRARY.routine("simple-nightly"), steps=(step,)), LIBRARY, Settings())
    (only,) = printed.stretches
    assert only.dose == "12 circles, left leg"
    assert only.side is Side.LEFT
    assert "right leg" in only.steps[1]


def test_what_does_not_suit_the_person_is_exchanged_and_told() -> None:
    ticked = Settings(flags=(Flag.BALANCE,))
    printed = sheet(LIBRARY.routine("physio-strong"), LIBRARY, ticked)
    assert printed.changes
    assert "lunges" not in {one.stretch.id for one in printed.stretches}


def test_a_leg_that_may_have_a_clot_is_not_stretched_from_paper_either() -> None:
    with pytest.raises(BadInput, match="clot"):
        sheet(LIBRARY.routine("simple-nightly"), LIBRARY, Settings(flags=(Flag.CLOT_RISK,)))


def test_the_persons_own_name_and_note_are_printed() -> None:
    step = Step(stretch="towel-calf", name="With the blue towel", note="Slowly")
    printed = sheet(replace(LIBRARY.routine("simple-nightly"), steps=(step,)), LIBRARY, Settings())
    assert (printed.stretches[0].name, printed.stretches[0].note) == ("With the blue towel", "Slowly")
