"""The cautions: for every body, nothing remains that a ticked flag avoids."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.errors import BadInput
from bedtime.movement.body import Flag
from bedtime.movement.cross_check import problems_of_routine
from bedtime.movement.fitting import fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import Caution, HoldDose, Level, Side, Sides, Span, Stretch
from bedtime.movement.substitution import Body, FindStretch, Kind, Suited, SwitchedOff, WhyOff, avoids, suit
from bedtime.store.bundled import read_bundled
from bedtime.testing.making import STRETCHES, a_routine, a_stretch

LIBRARY = Library(read_bundled)
ROUTINES = [LIBRARY.routine(name) for name in LIBRARY.routine_ids]
BODIES = st.frozensets(st.sampled_from(Flag)).map(lambda flags: Body(flags=flags))
HELD = HoldDose(hold_s=Span(default=30, min=10, max=60), sets=Span(default=1, min=1, max=3))


def check(routine: Routine, body: Body) -> None:
    """All that has to hold of any routine for any body."""
    match suit(routine, LIBRARY.stretch, body):
        case SwitchedOff(why):
            assert (why is WhyOff.CLOT_RISK) == (Flag.CLOT_RISK in body.flags)
        case Suited() as suited:
            remaining = [LIBRARY.stretch(step.stretch) for step in suited.routine.steps]
            assert not [stretch.id for stretch in remaining if avoids(stretch, body)]
            gone = {change.index for change in suited.changes if change.kind is not Kind.SWAPPED}
            assert sorted({*suited.origins, *gone}) == list(range(len(routine.steps)))
            assert all(change.words and change.reason and change.flags for change in suited.changes)
            assert not set(suited.advice) - {stretch.id for stretch in remaining}


def sets_of_up_to_three() -> Iterator[frozenset[Flag]]:
    for size in (1, 2, 3):
        yield from map(frozenset, combinations(Flag, size))


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_nothing_avoided_remains_with_any_one_two_or_three_flags(routine: Routine) -> None:
    for flags in sets_of_up_to_three():
        check(routine, Body(flags=flags))


@given(routine=st.sampled_from(ROUTINES), body=BODIES)
def test_nothing_avoided_remains_with_any_flags(routine: Routine, body: Body) -> None:
    check(routine, body)


@given(
    names=st.lists(st.sampled_from(LIBRARY.stretch_ids), min_size=1, max_size=12),
    substitutions=st.dictionaries(
        st.sampled_from(Flag),
        st.dictionaries(st.sampled_from(LIBRARY.stretch_ids), st.sampled_from(LIBRARY.stretch_ids), max_size=6),
    ),
    body=BODIES,
)
def test_nothing_avoided_remains_of_a_persons_own_routine(
    names: list[str], substitutions: dict[Flag, dict[str, str]], body: Body
) -> None:
    """Whatever is exchanged for whatever: circles end, and no way leads to something avoided."""
    check(replace(a_routine(*(Step(stretch=name) for name in names)), substitutions=substitutions), body)


@given(routine=st.sampled_from(ROUTINES), body=BODIES, minutes=st.integers(5, 20))
def test_what_remains_has_doses_that_its_stretches_allow_and_can_be_fitted_and_played(
    routine: Routine, body: Body, minutes: int
) -> None:
    suited = suit(routine, LIBRARY.stretch, body)
    if isinstance(suited, Suited):
        # A routine keeps its own table of exchanges, which speaks of the steps as written.
        assert not list(problems_of_routine(replace(suited.routine, substitutions={}), LIBRARY))
        stretches = LIBRARY.stretches_of(suited.routine)
        assert lay_out(fit(suited.routine, stretches, minutes).routine, stretches, LIBRARY.patterns).total_ms > 0


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_a_body_with_nothing_ticked_gets_the_routine_as_written(routine: Routine) -> None:
    suited = suit(routine, LIBRARY.stretch)
    assert isinstance(suited, Suited)
    assert suited.routine is routine
    assert not suited.changes
    assert not suited.asks


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_a_leg_that_may_have_a_clot_is_not_stretched(routine: Routine) -> None:
    off = suit(routine, LIBRARY.stretch, Body(flags=frozenset({Flag.CLOT_RISK, Flag.NECK})))
    assert off == SwitchedOff(WhyOff.CLOT_RISK)
    assert "same day" in off.words


def suited_to(routine: Routine, *flags: Flag, own: dict[str, Stretch] | None = None) -> Suited:
    suited = suit(routine, _finder(own or STRETCHES), Body(flags=frozenset(flags)))
    assert isinstance(suited, Suited)
    return suited


def _finder(stretches: dict[str, Stretch]) -> FindStretch:
    def find(name: str) -> Stretch:
        if name not in stretches:
            raise BadInput("There is no such stretch.")
        return stretches[name]

    return find


def careful(name: str, *cautions: tuple[Flag, Level, str | None], sides: Sides = Sides.EACH) -> Stretch:
    told = (Caution(flag=flag, level=level, text=f"Because of {flag}.", alt=alt) for flag, level, alt in cautions)
    return replace(a_stretch(name, HELD, sides), cautions=tuple(told))


def some(*stretches: Stretch) -> dict[str, Stretch]:
    return {stretch.id: stretch for stretch in stretches}


def ids(suited: Suited) -> list[str]:
    return [step.stretch for step in suited.routine.steps]


def test_the_routines_own_exchange_goes_before_the_cautions() -> None:
    routine = LIBRARY.routine("yoga-leg-cramps")
    suited = suit(routine, LIBRARY.stretch, Body(flags=frozenset({Flag.GLAUCOMA})))
    assert isinstance(suited, Suited)
    assert suited.routine.steps[1].stretch == "wall-calf-straight"
    assert [change.words for change in suited.changes] == [
        "Wall calf stretch, straight knee instead of downward dog. Eye pressure rises sharply in this pose."
    ]


def test_a_substitute_is_judged_by_every_flag_again() -> None:
    own = some(
        careful("a", (Flag.KNEE, Level.AVOID, "b")), careful("b", (Flag.BALANCE, Level.AVOID, "c")), careful("c")
    )
    suited = suited_to(a_routine(Step(stretch="a")), Flag.BALANCE, Flag.KNEE, own=own)
    assert ids(suited) == ["c"]
    assert suited.changes[0].flags == (Flag.KNEE, Flag.BALANCE)


def test_a_circle_of_substitutes_leaves_the_stretch_out() -> None:
    own = some(careful("a", (Flag.KNEE, Level.AVOID, "b")), careful("b", (Flag.NECK, Level.AVOID, "a")), careful("c"))
    suited = suited_to(a_routine(Step(stretch="a"), Step(stretch="c")), Flag.NECK, Flag.KNEE, own=own)
    assert ids(suited) == ["c"]
    assert suited.changes[0].words == "A is left out. Because of neck."


def test_a_substitute_that_is_not_there_leaves_the_stretch_out() -> None:
    own = some(careful("a", (Flag.KNEE, Level.AVOID, "gone")), careful("c"))
    assert ids(suited_to(a_routine(Step(stretch="a"), Step(stretch="c")), Flag.KNEE, own=own)) == ["c"]


def test_a_routine_of_which_nothing_is_left_is_switched_off_in_words() -> None:
    own = some(careful("a", (Flag.KNEE, Level.AVOID, None)))
    off = suit(a_routine(Step(stretch="a")), _finder(own), Body(flags=frozenset({Flag.KNEE})))
    assert off == SwitchedOff(WhyOff.NOTHING_LEFT)
    assert "another" in off.words


def test_neighbours_that_become_the_same_are_done_once_and_the_one_as_written_stays() -> None:
    own = some(careful("a", (Flag.KNEE, Level.AVOID, "b")), careful("b"))
    routine = a_routine(Step(stretch="a", hold_s=20), Step(stretch="b", hold_s=45))
    suited = suited_to(routine, Flag.KNEE, own=own)
    assert suited.routine.steps == (Step(stretch="b", hold_s=45),)
    assert suited.origins == (1,)
    assert suited.changes[0].words == "A is left out, because b is done already. Because of knee."


def test_neighbours_that_were_written_twice_stay_twice() -> None:
    own = some(careful("a"), careful("b"))
    assert ids(suited_to(a_routine(Step(stretch="a"), Step(stretch="a")), Flag.KNEE, own=own)) == ["a", "a"]


def test_a_dose_of_the_same_kind_is_carried_over_within_the_others_limits() -> None:
    own = some(careful("a", (Flag.KNEE, Level.AVOID, "b")), careful("b"))
    step = Step(stretch="a", hold_s=90, sets=3, order=Order.ALTERNATE, switch_s=4, side=Side.LEFT, priority=1)
    suited = suited_to(a_routine(step), Flag.KNEE, own=own)
    assert suited.routine.steps == (replace(step, stretch="b", hold_s=60),)


def test_a_dose_of_another_kind_becomes_the_others_own() -> None:
    own = {**STRETCHES, **some(careful("a", (Flag.KNEE, Level.AVOID, "marching")))}
    suited = suited_to(a_routine(Step(stretch="a", hold_s=50, sets=2, side=Side.LEFT)), Flag.KNEE, own=own)
    assert suited.routine.steps == (Step(stretch="marching"),)


def test_what_is_to_be_done_otherwise_is_said_beside_the_stretch_with_what_may_be_done_instead() -> None:
    own = some(careful("a", (Flag.KNEE, Level.MODIFY, "b")), careful("b"))
    advice = suited_to(a_routine(Step(stretch="a")), Flag.KNEE, own=own).advice["a"]
    assert [(one.text, one.alt.id if one.alt else None) for one in advice] == [("Because of knee.", "b")]


def test_what_has_to_be_asked_is_asked_until_it_is_answered() -> None:
    own = some(careful("a", (Flag.KNEE, Level.ASK, "b")), careful("b"))
    routine = a_routine(Step(stretch="a"))
    (ask,) = suited_to(routine, Flag.KNEE, own=own).asks
    yes = suit(routine, _finder(own), Body(flags=frozenset({Flag.KNEE}), agreed=frozenset({ask.question})))
    no = suit(routine, _finder(own), Body(flags=frozenset({Flag.KNEE}), declined=frozenset({ask.question})))
    assert isinstance(yes, Suited)
    assert isinstance(no, Suited)
    assert (ids(yes), yes.asks) == (["a"], ())
    assert (ids(no), no.asks) == (["b"], ())
