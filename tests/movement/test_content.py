"""What holds for the content as a whole: all that is named exists, and nobody is led into what they must avoid."""

import re

import pytest

from bedtime.movement.advice import Tip
from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import Level, Position, Stretch, Variation
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
STRETCHES = {name: LIBRARY.stretch(name) for name in LIBRARY.stretch_ids}
ROUTINES = [LIBRARY.routine(name) for name in LIBRARY.routine_ids]
EVERY_STRETCH = pytest.mark.parametrize("stretch", list(STRETCHES.values()), ids=lambda stretch: stretch.id)
EVERY_ROUTINE = pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)


def avoided(stretch: Stretch, flag: Flag) -> bool:
    return any(caution.flag is flag and caution.level is Level.AVOID for caution in stretch.cautions)


def substitute(routine: Routine, step: Step, flag: Flag) -> str | None:
    """What stands in for a step when one flag is ticked; None when it is left out."""
    own = routine.substitutions.get(flag, {}).get(step.stretch)
    if own:
        return own
    for caution in STRETCHES[step.stretch].cautions:
        if caution.flag is flag and caution.level is Level.AVOID:
            return caution.alt
    return step.stretch


@EVERY_STRETCH
def test_the_id_is_kebab_case(stretch: Stretch) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", stretch.id)


@EVERY_STRETCH
def test_every_neighbour_and_substitute_exists_and_is_another_stretch(stretch: Stretch) -> None:
    neighbours = [one.id for one in (stretch.easier, stretch.harder) if isinstance(one, Variation)]
    substitutes = [caution.alt for caution in stretch.cautions]
    for name in filter(None, neighbours + substitutes):
        assert name in STRETCHES
        assert name != stretch.id


@EVERY_STRETCH
def test_there_is_an_easier_and_a_harder_way(stretch: Stretch) -> None:
    assert stretch.easier
    assert stretch.harder


@EVERY_STRETCH
def test_no_flag_is_cautioned_about_twice(stretch: Stretch) -> None:
    flags = [caution.flag for caution in stretch.cautions]
    assert len(flags) == len(set(flags))


@EVERY_STRETCH
def test_a_substitute_is_not_itself_to_be_avoided(stretch: Stretch) -> None:
    for caution in stretch.cautions:
        if caution.alt:
            assert not avoided(STRETCHES[caution.alt], caution.flag)


@EVERY_STRETCH
def test_whoever_is_unsteady_has_something_else_than_standing(stretch: Stretch) -> None:
    """Falls at night are the main hazard for older people."""
    if stretch.position is Position.STANDING:
        (caution,) = [caution for caution in stretch.cautions if caution.flag is Flag.BALANCE]
        assert caution.alt
        assert STRETCHES[caution.alt].position is not Position.STANDING


@EVERY_STRETCH
def test_a_stretch_breathes_with_a_pattern_that_holds_no_breath(stretch: Stretch) -> None:
    assert not LIBRARY.patterns[stretch.breath.pattern].holds_breath


@EVERY_STRETCH
def test_three_to_five_steps_tell_it(stretch: Stretch) -> None:
    assert 3 <= len(stretch.steps) <= 5


@EVERY_STRETCH
def test_no_step_counts_what_a_person_may_change(stretch: Stretch) -> None:
    """The dose is fitted to the evening, so "ten in all" would soon be untrue."""
    for step in stretch.steps:
        assert not re.search(
            r"\b(\d+|two|three|five|six|ten|twelve) (slow |more )*(circles|lifts|breaths|times)\b", step
        )


@EVERY_ROUTINE
def test_every_step_and_substitution_of_a_routine_exists(routine: Routine) -> None:
    steps = {step.stretch for step in routine.steps}
    assert steps <= set(STRETCHES)
    for exchange in routine.substitutions.values():
        assert set(exchange) <= steps
        assert set(exchange.values()) <= set(STRETCHES)
    assert routine.closing_breath in LIBRARY.patterns


@EVERY_ROUTINE
@pytest.mark.parametrize("flag", [flag for flag in Flag if flag is not Flag.CLOT_RISK])
def test_after_a_ticked_flag_no_step_remains_that_it_avoids(routine: Routine, flag: Flag) -> None:
    for step in routine.steps:
        remaining = substitute(routine, step, flag)
        assert remaining is None or not avoided(STRETCHES[remaining], flag)


@EVERY_ROUTINE
def test_whoever_is_unsteady_never_stands(routine: Routine) -> None:
    for step in routine.steps:
        remaining = substitute(routine, step, Flag.BALANCE)
        assert remaining is None or STRETCHES[remaining].position is not Position.STANDING


@EVERY_ROUTINE
def test_a_possible_clot_is_never_worked_around(routine: Routine) -> None:
    """That flag switches every routine off; a substitute would say that one may carry on."""
    assert Flag.CLOT_RISK not in routine.substitutions


@EVERY_ROUTINE
def test_calf_and_hamstring_stay_to_the_last(routine: Routine) -> None:
    kept = {step.stretch for step in routine.steps if step.priority == 1}
    assert kept
    if any(STRETCHES[step.stretch].group == "calf" for step in routine.steps):
        assert any(STRETCHES[name].group == "calf" for name in kept)
    if any(STRETCHES[step.stretch].group == "hamstring" for step in routine.steps):
        assert any(STRETCHES[name].group == "hamstring" for name in kept)


def test_only_the_six_week_trial_rests_on_its_dose() -> None:
    assert [routine.id for routine in ROUTINES if routine.rests_on_its_dose] == ["trial-six-weeks"]


def test_every_source_that_is_named_is_given() -> None:
    cited = {source for stretch in STRETCHES.values() for source in stretch.evidence.sources}
    cited |= {source for routine in ROUTINES for source in routine.evidence.sources}
    cited |= {source for pattern in LIBRARY.patterns.values() for source in pattern.sources}
    cited |= {source for tip in LIBRARY.tips for source in tip.sources}
    cited |= {source for signs in LIBRARY.help.red_flags for source in signs.sources}
    cited |= {source for card in LIBRARY.help.clinic_cards for source in card.sources}
    assert cited <= set(LIBRARY.sources)


def test_breath_is_held_only_where_it_is_asked_for_and_then_with_a_warning() -> None:
    held = {name: pattern for name, pattern in LIBRARY.patterns.items() if pattern.holds_breath}
    assert set(held) == {"box-4", "four-seven-eight"}
    for pattern in held.values():
        assert "hold" in pattern.safety
        assert pattern.max_cycles or pattern.max_minutes
    assert not {routine.closing_breath for routine in ROUTINES} & set(held)


@pytest.mark.parametrize("tip", LIBRARY.tips, ids=lambda tip: tip.id)
def test_a_tip_promises_nothing(tip: Tip) -> None:
    assert not re.search(r"\b(cures?|prevents?|proven to|guarantee)\b|!", tip.text)
