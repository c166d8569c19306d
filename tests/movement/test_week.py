"""The routine of each night."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.week import Day, WeekPlan, toggled

TUESDAY, WEDNESDAY = date(2025, 11, 18), date(2025, 11, 19)
KNOWN = ("gentle", "strong", "bed")
PLAN = WeekPlan("gentle").with_night(Day.TUESDAY, "strong").with_night(Day.FRIDAY, "strong")
NAMES = {"gentle": "Gentle", "strong": "Strong legs", "bed": "In bed"}


def test_some_nights_have_a_routine_of_their_own_and_the_others_the_usual_one() -> None:
    assert PLAN.routine_on(TUESDAY, KNOWN) == "strong"
    assert PLAN.routine_on(WEDNESDAY, KNOWN) == "gentle"


def test_a_routine_that_has_gone_is_passed_over() -> None:
    assert PLAN.routine_on(TUESDAY, ("gentle",)) == "gentle"
    assert PLAN.without("strong", "bed") == WeekPlan("gentle")
    assert PLAN.without("gentle", "bed").usual == "bed"


def test_the_usual_routine_is_not_an_exception() -> None:
    assert PLAN.with_night(Day.TUESDAY, "gentle").nights == {Day.FRIDAY: "strong"}
    assert PLAN.with_night(Day.TUESDAY, None).nights == {Day.FRIDAY: "strong"}
    assert PLAN.with_usual("strong") == WeekPlan("strong")


def test_the_plan_is_said_in_a_sentence() -> None:
    assert WeekPlan("gentle").words(NAMES.__getitem__) == "Gentle every night."
    plan = PLAN.with_night(Day.SUNDAY, "bed")
    assert plan.words(NAMES.__getitem__) == "Strong legs on Tuesday and Friday, In bed on Sunday, otherwise Gentle."


@given(st.dates(), st.dictionaries(st.sampled_from(Day), st.sampled_from(KNOWN)))
def test_there_is_a_routine_every_night(night: date, nights: dict[Day, str]) -> None:
    assert WeekPlan("gentle", nights).routine_on(night, KNOWN) == nights.get(Day.of(night), "gentle")


def test_a_favourite_comes_last_and_goes_when_it_is_chosen_again() -> None:
    assert toggled(("a",), "b") == ("a", "b")
    assert toggled(("a", "b"), "a") == ("b",)
