"""The form for a stretch of one's own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.cross_check import problems_of_stretch
from bedtime.movement.files import StretchFile, read_stretch
from bedtime.movement.library import Library
from bedtime.movement.own_stretch import copied_stretch
from bedtime.movement.stretch import BreathsDose, HoldDose, Position, RepsDose, Sides
from bedtime.movement.written import as_file, written
from bedtime.session.stretch_form import POSITIONS, SPANS, Counting, StretchForm, form_of, stretch_from
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
FILLED = StretchForm(name="With a scarf", steps="Sit.\n\nPull the scarf.", feel="along the calf")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (replace(FILLED, name="  "), "It needs a name."),
        (replace(FILLED, steps="\n \n"), "Say in a line or two what to do."),
        (replace(FILLED, steps="a\n" * 9), "Up to 8 lines say what to do."),
        (replace(FILLED, steps="a" * 201), "A line may have up to 200 letters."),
        (FILLED, ""),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(form: StretchForm, words: str) -> None:
    assert form.missing == words


def test_a_new_stretch_has_the_persons_own_words_and_dose() -> None:
    made = stretch_from(replace(FILLED, amount=45), None, LIBRARY.stretch_ids, LIBRARY.stretch)
    assert (made.id, made.name, made.steps, made.feel) == (
        "with-a-scarf",
        "With a scarf",
        ("Sit.", "Pull the scarf."),
        "along the calf",
    )
    assert isinstance(made.dose, HoldDose)
    assert (made.dose.hold_s.default, made.cautions) == (45, ())


@pytest.mark.parametrize(
    ("counting", "dose"),
    [(Counting.SECONDS, HoldDose), (Counting.REPETITIONS, RepsDose), (Counting.BREATHS, BreathsDose)],
)
def test_it_is_counted_in_what_was_chosen_at_what_is_usual_there(counting: Counting, dose: type) -> None:
    form = FILLED.counted_in(counting)
    made = stretch_from(form, None, LIBRARY.stretch_ids, LIBRARY.stretch)
    assert isinstance(made.dose, dose)
    assert form_of(made).amount == form.amount


def test_whoever_takes_a_figure_over_is_warned_of_the_same() -> None:
    other = LIBRARY.stretch("towel-calf")
    made = stretch_from(replace(FILLED, pose_of="towel-calf"), None, LIBRARY.stretch_ids, LIBRARY.stretch)
    assert (made.pose_of, made.cautions, made.props) == ("towel-calf", other.cautions, other.props)


def test_a_stretch_that_is_opened_and_kept_without_a_change_is_the_same() -> None:
    for stretch in map(LIBRARY.stretch, LIBRARY.stretch_ids):
        own = copied_stretch(stretch, LIBRARY.stretch_ids)
        again = stretch_from(form_of(own), own, LIBRARY.stretch_ids, LIBRARY.stretch)
        assert replace(again, name=own.name) == own


forms = st.builds(
    StretchForm,
    name=st.text(max_size=90),
    steps=st.text(max_size=300),
    feel=st.text(max_size=90),
    position=st.sampled_from(POSITIONS),
    sides=st.sampled_from([Sides.EACH, Sides.BOTH]),
    counting=st.sampled_from(Counting),
    pose_of=st.sampled_from([None, *LIBRARY.stretch_ids]),
).flatmap(lambda form: st.integers(*SPANS[form.counting]).map(lambda amount: replace(form, amount=amount)))


@given(forms)
def test_every_form_with_nothing_missing_makes_a_stretch_that_a_file_may_hold(form: StretchForm) -> None:
    if form.missing:
        return
    made = stretch_from(form, None, LIBRARY.stretch_ids, LIBRARY.stretch)
    assert list(problems_of_stretch(made, LIBRARY)) == []
    read = read_stretch(as_file(written(made)), LIBRARY)
    assert isinstance(read, StretchFile), read
    assert read.stretch == made
    assert form_of(made).position in {form.position, Position.FLOOR}
