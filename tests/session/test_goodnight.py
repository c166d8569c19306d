import pytest

from bedtime.session.goodnight import Ending, Saving, goodnight

LENGTHS_MS = (60_000, 120_000, 60_000)


def test_a_whole_session_says_how_long_and_how_many_nights():
    view = goodnight(Saving.SAVED, Ending.COMPLETED, 601_000, 4, LENGTHS_MS)
    assert view.saved == "Saved. Ten minutes, four nights this week."
    assert view.done == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("spent_ms", "words"),
    [
        (240_000, "Saved. Four minutes, and that counts too. One night this week."),
        (60_000, "Saved. One minute, and that counts too. One night this week."),
        (8_000, "Saved. Less than a minute, and that counts too. One night this week."),
    ],
)
def test_a_session_that_ended_early_counts_too(spent_ms, words):
    assert goodnight(Saving.SAVED, Ending.PARTIAL, spent_ms, 1, LENGTHS_MS).saved == words


def test_a_few_seconds_are_not_told_that_this_week_had_no_night():
    view = goodnight(Saving.SAVED, Ending.PARTIAL, 40_000, 0, LENGTHS_MS)
    assert view.saved == "Saved. One minute, and that counts too."


def test_the_floor_shows_how_far_an_early_end_came():
    view = goodnight(Saving.SAVED, Ending.PARTIAL, 90_000, 1, LENGTHS_MS, held_ms=(60_000, 30_000))
    assert view.done == (1.0, 0.25, 0.0)


def test_what_is_not_on_the_disk_is_not_called_saved():
    view = goodnight(Saving.NOT_YET, Ending.COMPLETED, 601_000, 4, LENGTHS_MS)
    assert view.saved == "Not saved yet. Trying again."


def test_what_is_on_its_way_is_not_called_saved_either():
    view = goodnight(Saving.BEING_SAVED, Ending.COMPLETED, 601_000, 4, LENGTHS_MS)
    assert view.saved == "Saving it now."
