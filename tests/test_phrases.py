from datetime import date

import pytest

from bedtime.phrases import either, listed, short_duration, spelled, spelled_first, weekday, weekday_letter, within


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (5, "five"), (20, "twenty"), (21, "21")])
def test_numbers_are_words_up_to_twenty(number, words):
    assert spelled(number) == words


def test_a_number_that_begins_a_sentence_has_a_capital():
    assert [spelled_first(number) for number in (0, 5, 20, 21)] == ["No", "Five", "Twenty", "21"]


def test_a_list_is_joined_as_it_is_spoken():
    assert listed([]) == ""
    assert listed(["calves"]) == "calves"
    assert listed(["calves", "feet"]) == "calves and feet"
    assert listed(["calves", "feet", "hips"]) == "calves, feet and hips"


def test_a_choice_is_joined_as_it_is_spoken():
    assert either(["a wall", "a chair"]) == "a wall or a chair"
    assert either(["a wall", "a chair", "a bed"]) == "a wall, a chair or a bed"


def test_the_name_of_a_stretch_begins_with_a_small_letter_within_a_sentence():
    assert within("Easy marching") == "easy marching"


def test_every_day_has_a_letter():
    assert "".join(weekday_letter(date(2025, 11, day)) for day in range(17, 24)) == "MTWTFSS"


@pytest.mark.parametrize(
    ("duration_ms", "words"),
    [(0, "0 s"), (45_000, "45 s"), (120_000, "2 min"), (390_000, "6 min 30 s"), (59_600, "1 min")],
)
def test_a_length_of_time_is_short_for_the_eye(duration_ms, words):
    assert short_duration(duration_ms) == words


def test_a_weekday_is_in_the_programs_language():
    assert weekday(date(2025, 11, 21)) == "Friday"
