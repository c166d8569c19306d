"""The light of the room by the clock, and how much moves."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bedtime.settings import MotionChoice, ThemeChoice
from bedtime.ui import wardrobe
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme
from bedtime.ui.wardrobe import SystemWishes, heed, motion_of, theme_of


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


@pytest.fixture
def calm_system() -> Iterator[None]:
    """A system that asks for less movement."""
    heed(SystemWishes(less_motion=True))
    yield
    heed(SystemWishes())


@pytest.mark.usefixtures("calm_system")
def test_a_system_that_asks_for_less_movement_gets_less_and_never_more_than_was_chosen() -> None:
    assert [motion_of(each) for each in MotionChoice] == [Motion.REDUCED, Motion.REDUCED, Motion.STILL]


def test_a_system_that_asks_for_contrast_gets_it_by_the_clock_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wardrobe, "wants_more_contrast", lambda: True)
    assert theme_of(ThemeChoice.BY_THE_CLOCK, at("12:00")) is Theme.HIGH_CONTRAST
    assert theme_of(ThemeChoice.NIGHT, at("12:00")) is Theme.NIGHT


def test_qt_reports_no_wish_for_contrast_where_there_is_none(qapp: object) -> None:
    assert qapp is not None
    assert [wardrobe.wants_more_contrast() for _ in range(100)] == [False] * 100
