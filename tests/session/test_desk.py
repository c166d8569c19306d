"""What is laid ready for tonight."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bedtime.errors import BadInput
from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.session.desk import Desk
from bedtime.session.phase import Phase
from bedtime.session.player import Player
from bedtime.session.record import SessionRecord
from bedtime.session.seating import Seating
from bedtime.session.tonight_view import Opening
from bedtime.session.unfinished import Unfinished
from bedtime.settings import Settings
from bedtime.store.bundled import read_bundled
from bedtime.testing.manual_clock import TONIGHT, ManualClock

LIBRARY = Library(read_bundled)


class KeptNights:
    def __init__(self) -> None:
        self.saved: list[SessionRecord] = []
        self.unfinished: Mapping[str, Any] | None = None

    def save(self, record: SessionRecord) -> None:
        self.saved.append(record)
        self.unfinished = None

    def keep_unfinished(self, parts: Mapping[str, Any]) -> None:
        self.unfinished = parts

    def forget_unfinished(self) -> None:
        self.unfinished = None


class Home:
    """A desk, and all that it was handed."""

    def __init__(self, settings: Settings, now: datetime = TONIGHT) -> None:
        self.clock = ManualClock(now)
        self.nights = KeptNights()
        self.kept: list[Settings] = []
        self.desk = Desk(LIBRARY, settings, self.clock, self.kept.append)
        self.seating = Seating(self.desk, LIBRARY, self.nights, self.clock, self.clock.another_alarm)


@pytest.fixture
def home() -> Home:
    return Home(Settings())


def a_night_of_stretching(home: Home) -> SessionRecord:
    sitting = home.seating.begin()
    home.clock.advance(home.desk.evening.timeline.total_ms / 1000 + 1)
    assert sitting.ended.value is not None
    return sitting.ended.value


def test_the_very_first_evening_begins_with_few_minutes(home: Home) -> None:
    home.desk.remember((), None)
    assert (home.desk.minutes, home.desk.evening.opening) == (7, Opening.FIRST_RUN)


def test_minutes_that_were_chosen_stay_chosen_even_on_the_first_evening(home: Home) -> None:
    home.desk.remember((), None)
    home.desk.choose_minutes(15)
    assert home.desk.minutes == 15
    assert [settings.minutes for settings in home.kept] == [15]


def test_the_evening_is_fitted_to_the_minutes(home: Home) -> None:
    for minutes in (5, 10, 20):
        home.desk.choose_minutes(minutes)
        assert home.desk.evening.timeline.total_ms <= minutes * 60_000 + 5_000


def test_an_evening_that_is_done_says_so(home: Home) -> None:
    record = a_night_of_stretching(home)
    home.desk.note(record)
    assert home.desk.evening.opening is Opening.DONE


def test_after_midnight_it_is_still_the_same_evening(home: Home) -> None:
    home.desk.remember([a_night_of_stretching(home)], None)
    home.clock.jump_wall(timedelta(hours=3).total_seconds())
    assert home.desk.evening.opening is Opening.DONE
    home.clock.jump_wall(timedelta(hours=20).total_seconds())
    assert home.desk.evening.opening is Opening.READY


def test_a_few_seconds_do_not_make_a_night(home: Home) -> None:
    sitting = home.seating.begin()
    home.clock.advance(30)
    sitting.wish(Player.end)
    assert sitting.ended.value is not None
    home.desk.note(sitting.ended.value)
    assert home.desk.evening.opening is not Opening.DONE


def interrupted(home: Home) -> Unfinished:
    sitting = home.seating.begin()
    home.clock.advance(100)
    sitting.put_down()
    assert home.nights.unfinished is not None
    return Unfinished.from_json(home.nights.unfinished, LIBRARY.patterns)


def test_an_interrupted_session_is_offered_and_carried_on_as_the_same_one(home: Home) -> None:
    unfinished = interrupted(home)
    home.desk.remember((unfinished.record,), unfinished)
    assert home.desk.evening.unfinished_step == unfinished.stretch_no
    sitting = home.seating.carry_on()
    assert sitting.playback.snapshot().phase is Phase.PAUSED
    sitting.wish(Player.carry_on)
    home.clock.advance(3 + sitting.playback.snapshot().left_in_total_ms / 1000)
    assert [record.id for record in home.nights.saved] == [unfinished.record.id]


def test_an_interrupted_session_of_another_night_is_not_offered(home: Home) -> None:
    unfinished = interrupted(home)
    home.desk.remember((unfinished.record,), unfinished)
    home.clock.jump_wall(timedelta(days=1).total_seconds())
    assert home.desk.evening.unfinished_step is None


def test_starting_over_forgets_what_was_interrupted(home: Home) -> None:
    unfinished = interrupted(home)
    home.desk.remember((), unfinished)
    sitting = home.seating.begin()
    assert home.nights.unfinished is not None
    assert home.nights.unfinished["record"]["id"] != unfinished.record.id
    with pytest.raises(BadInput):
        home.seating.carry_on()
    sitting.put_down()


def test_a_routine_or_a_breathing_pattern_that_is_gone_falls_back_to_the_usual() -> None:
    home = Home(replace(Settings(), routine="gone", breathing="gone-too"))
    assert home.desk.evening.timeline.routine.id == Settings().routine


def test_the_person_s_breathing_replaces_the_stretches_own() -> None:
    timeline = Home(replace(Settings(), breathing="even-5-5")).desk.evening.timeline
    assert {segment.breath.id for segment in timeline.segments if segment.breath} >= {"even-5-5"}
    silent = Home(replace(Settings(), breathing="off")).desk.evening.timeline
    assert all(segment.breath is None for segment in silent.segments)


@pytest.mark.parametrize("flags", [(Flag.CLOT_RISK,), (Flag.BALANCE,)])
def test_an_interrupted_session_is_not_carried_on_against_what_was_ticked_since(
    home: Home, flags: tuple[Flag, ...]
) -> None:
    unfinished = interrupted(home)
    home.desk.remember((unfinished.record,), unfinished)
    home.desk.change(replace(home.desk.settings, flags=flags))
    with pytest.raises(BadInput):
        home.seating.carry_on()
