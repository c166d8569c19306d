"""A routine made to last the minutes that a person has."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.dosing import dosing
from bedtime.movement.fitting import Fit, Miss, fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine, Step
from bedtime.store.bundled import read_bundled
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine

LIBRARY = Library(read_bundled)
MINUTES = range(5, 21)
ROUTINES = LIBRARY.routines()

any_routine = st.lists(
    st.builds(
        Step,
        stretch=st.sampled_from(sorted(STRETCHES)),
        sets=st.none() | st.integers(1, 3),
        hold_s=st.none() | st.integers(3, 95),
        priority=st.integers(1, 3),
    ),
    min_size=1,
    max_size=12,
).map(lambda steps: a_routine(*steps))


def built_in(routine_id: str, minutes: int) -> Fit:
    routine = LIBRARY.routine(routine_id)
    return fit(routine, LIBRARY.stretches_of(routine), minutes)


@pytest.mark.parametrize("minutes", MINUTES)
@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_every_routine_fits_every_number_of_minutes(routine: Routine, minutes: int) -> None:
    stretches = LIBRARY.stretches_of(routine)
    fitted = fit(routine, stretches, minutes)
    assert fitted.miss is None
    assert -15_000 <= fitted.total_ms - minutes * 60_000 <= 5_000
    assert lay_out(fitted.routine, stretches, LIBRARY.patterns).total_ms == fitted.total_ms


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_more_minutes_never_leave_out_more(routine: Routine) -> None:
    left_out = [len(fit(routine, LIBRARY.stretches_of(routine), minutes).left_out) for minutes in MINUTES]
    assert left_out == sorted(left_out, reverse=True)


def test_asking_for_what_it_lasts_already_changes_nothing() -> None:
    routine = LIBRARY.routine("deep-wind-down")
    assert fit(routine, LIBRARY.stretches_of(routine), 20).routine is routine


def test_a_tested_dose_is_kept_while_the_rest_can_take_the_difference_and_said_to_be_changed_after_that() -> None:
    changed = [minutes for minutes in MINUTES if built_in("trial-six-weeks", minutes).dose_changed]
    assert changed == [17, 18, 19, 20]
    assert not built_in("simple-nightly", 20).dose_changed


def test_what_is_left_out_is_the_least_important_and_is_named_in_order() -> None:
    routine = a_routine(
        Step(stretch="calf-wall", priority=1),
        Step(stretch="body-scan", priority=3),
        Step(stretch="cat-cow", priority=2),
        Step(stretch="forward-fold", priority=3, sets=3),
        Step(stretch="press-calf", priority=1),
        Step(stretch="ankle-circles", priority=1),
    )
    fitted = fit(routine, STRETCHES, 5)
    assert [stretch.id for stretch in fitted.left_out] == ["forward-fold"]
    assert [step.stretch for step in fitted.routine.steps] == [
        "calf-wall",
        "body-scan",
        "cat-cow",
        "press-calf",
        "ankle-circles",
    ]


def test_steps_are_scaled_alike() -> None:
    written = a_routine(Step(stretch="calf-wall", hold_s=20), Step(stretch="forward-fold", hold_s=30, sets=3))
    holds = [step.hold_s for step in fit(written, STRETCHES, 5).routine.steps]
    assert holds == [40, 60]


def test_seconds_repetitions_and_breaths_are_scaled_alike() -> None:
    written = a_routine(Step(stretch="forward-fold"), Step(stretch="ankle-circles"), Step(stretch="deep-breathing"))
    fold, circles, breathing = fit(written, STRETCHES, 5).routine.steps
    growth = [(fold.hold_s or 45) / 45, (circles.reps or 20) / 20, (breathing.breaths or 6) / 6]
    assert max(growth) - min(growth) <= 1 / 6  # one breath more is the coarsest step that there is


def test_the_first_calf_stretch_is_repeated_when_all_is_too_short() -> None:
    routine = a_routine(Step(stretch="cat-cow"), Step(stretch="calf-wall"), Step(stretch="press-calf"))
    fitted = fit(routine, STRETCHES, 10)
    assert fitted.miss is None
    assert {stretch.id for stretch in fitted.repeated} == {"calf-wall"}
    assert [name for name, _ in groupby(step.stretch for step in fitted.routine.steps)] == [
        "cat-cow",
        "calf-wall",
        "press-calf",
    ]


def test_what_cannot_be_is_said() -> None:
    too_short = fit(a_routine(Step(stretch="cat-cow")), STRETCHES, 5)
    assert (too_short.miss, too_short.missed_by_ms) == (Miss.NO_LONGER, 90_000 - 300_000)
    too_long = fit(a_routine(Step(stretch="body-scan", sets=8)), STRETCHES, 5)
    assert (too_long.miss, too_long.missed_by_ms) == (Miss.NO_SHORTER, 260_000)


@pytest.mark.parametrize("minutes", [4, 21, 0, -5])
def test_only_five_to_twenty_minutes_can_be_asked_for(minutes: int) -> None:
    with pytest.raises(ValueError, match="5 to 20 minutes"):
        fit(a_routine(Step(stretch="cat-cow")), STRETCHES, minutes)


@given(any_routine, st.sampled_from(MINUTES))
def test_any_routine_fits_or_says_why_not(routine: Routine, minutes: int) -> None:
    fitted = fit(routine, STRETCHES, minutes)
    over_ms = fitted.total_ms - minutes * 60_000
    assert (fitted.miss is None) == (-15_000 <= over_ms <= 5_000)
    assert fitted.missed_by_ms == (over_ms if fitted.miss else 0)
    assert lay_out(fitted.routine, STRETCHES, PATTERNS).total_ms == fitted.total_ms


@given(any_routine, st.sampled_from(MINUTES))
def test_every_amount_stays_between_what_was_written_and_what_its_stretch_allows(
    routine: Routine, minutes: int
) -> None:
    written = {dosing(step, STRETCHES[step.stretch]).amount for step in routine.steps}
    for step in fit(routine, STRETCHES, minutes).routine.steps:
        dose = dosing(step, STRETCHES[step.stretch])
        assert min(dose.span.min, *written) <= dose.amount <= max(dose.span.max, *written)
        assert dose.amount % dose.grain == 0 or dose.amount in written


@given(any_routine, st.sampled_from(MINUTES))
def test_the_order_is_kept(routine: Routine, minutes: int) -> None:
    fitted = fit(routine, STRETCHES, minutes)
    left_out = [stretch.id for stretch in fitted.left_out]
    steps = iter(routine.steps)
    for name, _ in groupby(step.stretch for step in fitted.routine.steps):
        assert any(step.stretch == name for step in steps)
    if not fitted.repeated:
        assert sorted([*left_out, *(step.stretch for step in fitted.routine.steps)]) == sorted(
            step.stretch for step in routine.steps
        )
