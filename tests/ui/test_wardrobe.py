"""The light of the room by the clock, and how much moves."""

from datetime import UTC, datetime

import pytest

from bedtime.settings import MotionChoice, ThemeChoice
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme
from bedtime.ui.wardrobe import motion_of, theme_of


def at(clock: str) -> datetime:
    return datetime.strptime(clock, "%H:%M").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("clock", "theme"),
    [
        ("05:59", Theme.NIGHT),
        ("06:00", Theme.DAY),
        ("16:59", Theme.DAY),
        ("17:00", Theme.NIGHT),
        ("23:00", Theme.NIGHT),
        ("00:30", Theme.NIGHT),
    ],
)
def test_by_the_time_it_is_day_until_the_evening(clock: str, theme: Theme) -> None:
    assert theme_of(ThemeChoice.BY_THE_CLOCK, at(clock)) is theme


@pytest.mark.parametrize("clock", ["03:00", "12:00", "22:00"])
def test_what_was_chosen_holds_at_any_hour(clock: str) -> None:
    chosen = {ThemeChoice.NIGHT, ThemeChoice.DIM, ThemeChoice.DAY, ThemeChoice.HIGH_CONTRAST}
    assert {choice.value.replace(" ", "-") for choice in chosen} == {theme_of(each, at(clock)).value for each in chosen}


def test_less_movement_is_less_and_none_is_none() -> None:
    assert [motion_of(each) for each in MotionChoice] == [Motion.FULL, Motion.REDUCED, Motion.STILL]
