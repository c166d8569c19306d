import pytest

from bedtime.movement.fitting import fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.session.facts import evidence_words, facts, short_facts
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)


def timeline(routine_id, minutes=10):
    routine = LIBRARY.routine(routine_id)
    stretches = LIBRARY.stretches_of(routine)
    return lay_out(fit(routine, stretches, minutes).routine, stretches, LIBRARY.patterns)


def test_the_facts_name_what_gets_most_of_the_time_how_many_and_where():
    assert facts(timeline("trial-six-weeks", 7)) == "Calves and hamstrings. Four stretches, all standing."
    assert facts(timeline("simple-nightly")) == (
        "Calves and thighs. Six stretches, standing, on a chair and on the floor."
    )


def test_a_small_window_leaves_out_where():
    assert short_facts(timeline("simple-nightly")) == "Calves and thighs. Six stretches."


def test_a_routine_that_is_all_in_bed_says_so():
    assert facts(timeline("in-bed")).endswith("all in bed.")


@pytest.mark.parametrize("routine", LIBRARY.routines(), ids=lambda routine: routine.id)
def test_every_routine_says_something_about_the_body_and_the_place(routine):
    about, stretches = facts(timeline(routine.id)).removesuffix(".").split(". ")
    assert about
    assert ", " in stretches


def test_the_evidence_is_said_in_plain_words():
    assert evidence_words(LIBRARY.routine("trial-six-weeks")) == "Trials disagree"
    assert evidence_words(LIBRARY.routine("simple-nightly")) == "Common advice"
    assert evidence_words(LIBRARY.routine("deep-wind-down")) == "For comfort"
