from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.advice import PartOfDay
from bedtime.movement.fitting import Miss, fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.session.tonight import LONGEST_TIP, SAFETY, Evening, tip_for, tonight, week
from bedtime.session.tonight_view import Mark, Opening
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
HERE = timezone(timedelta(hours=1))
FRIDAY = date(2025, 11, 21)
EARLIER = frozenset({date(2025, 11, 17), date(2025, 11, 18), date(2025, 11, 20)})


def evening(
    routine_id="simple-nightly",
    minutes=10,
    at=datetime(2025, 11, 21, 21, 45, tzinfo=HERE),
    night=FRIDAY,
    nights=EARLIER,
    unfinished_step=None,
):
    routine = LIBRARY.routine(routine_id)
    stretches = LIBRARY.stretches_of(routine)
    fitted = fit(routine, stretches, minutes)
    return Evening(
        now=at,
        night=night,
        minutes=minutes,
        fitted=fitted,
        timeline=lay_out(fitted.routine, stretches, LIBRARY.patterns),
        nights=nights,
        unfinished_step=unfinished_step,
        tips=LIBRARY.tips,
    )


@pytest.mark.parametrize(
    ("minutes", "title"), [(5, "Five quiet minutes"), (10, "Ten quiet minutes"), (17, "Seventeen quiet minutes")]
)
def test_the_title_counts_the_minutes_in_words(minutes, title):
    assert tonight(evening("restless-evening", minutes)).title == title


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2025, 11, 21, 13, 0, tzinfo=HERE), "Friday afternoon"),
        (datetime(2025, 11, 21, 21, 45, tzinfo=HERE), "Friday evening"),
        (datetime(2025, 11, 22, 0, 40, tzinfo=HERE), "Friday night"),
        (datetime(2025, 11, 22, 9, 0, tzinfo=HERE), "Saturday morning"),
    ],
)
def test_after_midnight_it_is_still_the_evening_before(at, words):
    assert tonight(evening(at=at)).when == words


def test_the_first_evening_begins_with_the_safety_line_in_place_of_the_tip():
    view = tonight(evening(minutes=7, nights=frozenset()))
    assert view.opening is Opening.FIRST_RUN
    assert view.title == "Begin with seven"
    assert view.aside == SAFETY
    assert all(night.mark in {Mark.BEFORE_ALL, Mark.TONIGHT, Mark.TO_COME} for night in view.week)


def test_an_evening_that_is_done_offers_to_do_it_again():
    view = tonight(evening(nights=EARLIER | {FRIDAY}))
    assert (view.opening, view.title, view.action) == (Opening.DONE, "Done for tonight", "Again")


def test_a_session_that_waits_comes_before_all_else():
    view = tonight(evening(nights=EARLIER | {FRIDAY}, unfinished_step=4))
    assert (view.opening, view.action) == (Opening.INTERRUPTED, "Carry on from stretch 4")


def test_somebody_who_was_away_is_welcomed_back_and_nothing_else():
    assert tonight(evening(nights=frozenset({date(2025, 11, 17)}))).when == "Friday evening. Welcome back."
    assert tonight(evening(nights=frozenset({date(2025, 11, 19)}))).when == "Friday evening"


def test_what_is_left_out_is_named():
    named = evening()
    left_out = (LIBRARY.stretch("toe-alphabet"), LIBRARY.stretch("childs-pose"))
    view = tonight(replace(named, fitted=replace(named.fitted, left_out=left_out)))
    assert view.notes == "Leaves out toe alphabet and child's pose."
    assert [line.name for line in view.stretches[-2:]] == ["Toe alphabet", "Child's pose"]
    assert view.stretches[-1].spoken == "Child's pose, left out tonight"


def test_many_left_out_are_named_in_the_list():
    view = tonight(evening("physio-strong", 5))
    assert view.notes.startswith("Leaves out seven stretches, named in the list.")
    assert sum(line.duration == "left out" for line in view.stretches) == 7


def test_another_dose_than_the_trials_is_said():
    fitted = evening("trial-six-weeks", 20)
    assert fitted.fitted.dose_changed
    assert "Not the dose of the trial" in tonight(fitted).notes


def test_a_length_that_cannot_be_met_says_what_it_comes_to():
    met = evening()
    missed = replace(met, fitted=replace(met.fitted, total_ms=390_000, miss=Miss.NO_NEARER))
    assert tonight(met).notes == ""
    assert tonight(missed).notes == "As near as it gets: 6 min 30 s."


def test_the_list_has_one_line_a_stretch_with_its_side_and_length():
    first = tonight(evening()).stretches[0]
    assert first.name == "Wall calf stretch, straight knee"
    assert first.sides == "each leg"
    assert first.spoken.startswith("Wall calf stretch, straight knee, each leg, 1 minute")


def test_it_says_by_when_it_would_be_done():
    assert tonight(evening()).done_by == "21:55"


def test_a_week_has_ticks_dashes_a_ring_and_dots():
    marks = [night.mark for night in week(FRIDAY, EARLIER)]
    assert marks == [
        *(Mark.STRETCHED, Mark.STRETCHED, Mark.NOT, Mark.STRETCHED),
        *(Mark.TONIGHT, Mark.TO_COME, Mark.TO_COME),
    ]
    assert [night.letter for night in week(FRIDAY, EARLIER)] == list("MTWTFSS")


@given(st.dates(date(2000, 1, 3), date(2100, 1, 1)), st.frozensets(st.dates(date(2000, 1, 3), date(2100, 1, 1))))
def test_a_week_has_seven_nights_from_monday_and_one_of_them_is_tonight(night, nights):
    days = week(night, nights)
    assert len(days) == 7
    here = [index for index, day in enumerate(days) if day.mark in {Mark.TONIGHT, Mark.TONIGHT_STRETCHED}]
    assert here == [night.weekday()]


def test_the_tip_changes_every_night_and_is_of_use_in_the_evening():
    by_text = {tip.text: tip for tip in LIBRARY.tips}
    shown = [tip_for(FRIDAY + timedelta(days=days), LIBRARY.tips) for days in range(60)]
    assert all(one != other for one, other in pairwise(shown))
    assert {by_text[text].when for text in shown} == {PartOfDay.EVENING, PartOfDay.NIGHT}
    assert max(map(len, shown)) <= LONGEST_TIP


def test_without_tips_there_is_none():
    assert tip_for(FRIDAY, ()) == ""
