"""How a day that is past is called."""

from datetime import UTC, datetime, timedelta

import pytest

from bedtime.store.finding import day_in_words

NOW = datetime(2025, 11, 21, 0, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "Wednesday"),
        (6, "Saturday"),
        (7, "14 November"),
        (400, "17 October 2024"),
        (-1, "22 November"),
    ],
)
def test_a_day_is_called_what_people_call_it(days_ago: int, words: str) -> None:
    assert day_in_words(NOW - timedelta(days=days_ago), NOW) == words
