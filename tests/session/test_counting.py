from datetime import date

import pytest

from bedtime.session.counting import counted, joined, sentence, short_duration, spelled, weekday


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (5, "five"), (20, "twenty"), (21, "21")])
def test_numbers_are_words_up_to_twenty(number, words):
    assert spelled(number) == words


def test_one_night_and_more_nights():
    assert counted(1, "night") == "one night"
    assert counted(4, "night") == "four nights"
    assert counted(7, "stretch", "stretches") == "seven stretches"


def test_a_list_is_joined_as_it_is_spoken():
    assert joined([]) == ""
    assert joined(["calves"]) == "calves"
    assert joined(["calves", "feet"]) == "calves and feet"
    assert joined(["calves", "feet", "hips"]) == "calves, feet and hips"


def test_a_sentence_begins_large_and_ends_with_a_stop():
    assert sentence("leaves out easy marching") == "Leaves out easy marching."
    assert sentence("") == ""


@pytest.mark.parametrize(
    ("duration_ms", "words"),
    [(0, "0 s"), (45_000, "45 s"), (120_000, "2 min"), (390_000, "6 min 30 s"), (59_600, "1 min")],
)
def test_a_length_of_time_is_short_for_the_eye(duration_ms, words):
    assert short_duration(duration_ms) == words


def test_a_weekday_is_in_the_programs_language():
    assert weekday(date(2025, 11, 21)) == "Friday"
