"""A session from its first second to its record."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bedtime.diary.night import night_of
from bedtime.movement.laying_out import AS_WRITTEN, lay_out
from bedtime.movement.routine import Step
from bedtime.session.phase import Phase
from bedtime.session.player import Player
from bedtime.session.record import Occasion, Outcome, SessionRecord
from bedtime.session.sitting import FORGOTTEN_AFTER_MS, Sitting
from bedtime.session.unfinished import Unfinished
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine
from bedtime.testing.manual_clock import ManualClock

EVENING = lay_out(a_routine(Step(stretch="calf-wall"), Step(stretch="forward-fold")), STRETCHES, PATTERNS)


class KeptNights:
    """What was kept, in order."""

    def __init__(self) -> None:
        self.saved: list[SessionRecord] = []
        self.unfinished: Mapping[str, Any] | None = None
        self.written = 0

    def save(self, record: SessionRecord) -> None:
        self.saved.append(record)
        self.unfinished = None

    def keep_unfinished(self, parts: Mapping[str, Any]) -> None:
        self.unfinished = parts
        self.written += 1

    def forget_unfinished(self) -> None:
        self.unfinished = None


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def nights() -> KeptNights:
    return KeptNights()


@pytest.fixture
def sitting(clock: ManualClock, nights: KeptNights) -> Sitting:
    now = clock.now()
    return Sitting(
        Player.begin(EVENING, clock.monotonic_ms()),
        Occasion("tonight", now, night_of(now)),
        AS_WRITTEN,
        nights,
        clock,
        alarm=clock,
        patience=clock.another_alarm(),
        slept_after_ms=5_000,
    )


def test_a_session_that_is_played_to_its_end_is_saved_once(
    clock: ManualClock, nights: KeptNights, sitting: Sitting
) -> None:
    clock.advance(EVENING.total_ms / 1000 + 1)
    assert [record.outcome for record in nights.saved] == [Outcome.COMPLETED]
    assert nights.saved == [sitting.ended.value]
    assert nights.unfinished is None
    assert clock.pending_ms is None


def test_every_boundary_is_written_down_and_no_second_between(
    clock: ManualClock, nights: KeptNights, sitting: Sitting
) -> None:
    clock.advance(EVENING.total_ms / 1000 - 0.5)
    assert nights.written == len(EVENING.segments)
    sitting.wish(Player.pause)
    assert nights.written == len(EVENING.segments) + 1


def test_what_was_written_down_can_be_carried_on(clock: ManualClock, nights: KeptNights, sitting: Sitting) -> None:
    clock.advance(EVENING.parts[1].work_start_ms / 1000 + 3)
    sitting.put_down()
    assert nights.unfinished is not None
    unfinished = Unfinished.from_json(nights.unfinished, PATTERNS)
    assert unfinished.carried_on(STRETCHES, PATTERNS, 0).position_ms == EVENING.parts[1].start_ms
    assert clock.pending_ms is None


def test_a_pause_that_nobody_ends_saves_what_was_done(clock: ManualClock, nights: KeptNights, sitting: Sitting) -> None:
    clock.advance(EVENING.parts[0].work_start_ms / 1000 + 8)
    sitting.wish(Player.pause)
    clock.advance(FORGOTTEN_AFTER_MS / 1000 - 1)
    assert nights.saved == []
    clock.advance(2)
    assert [record.outcome for record in nights.saved] == [Outcome.PARTIAL]
    assert nights.saved[0].stretched_s == 8


def test_carrying_on_in_time_ends_that_patience(clock: ManualClock, nights: KeptNights, sitting: Sitting) -> None:
    sitting.wish(Player.pause)
    clock.advance(60)
    sitting.wish(Player.carry_on)
    clock.advance(3)
    assert sitting.playback.snapshot().phase is Phase.PLAYING
    sitting.wish(Player.pause)
    clock.advance(FORGOTTEN_AFTER_MS / 1000 - 1)
    assert nights.saved == []


def test_a_session_in_which_nothing_was_done_leaves_no_trace(
    clock: ManualClock, nights: KeptNights, sitting: Sitting
) -> None:
    clock.advance(2)
    sitting.wish(Player.end)
    assert nights.saved == []
    assert nights.unfinished is None
    assert sitting.ended.value is not None


def test_what_the_person_says_afterwards_is_saved_under_the_same_id(
    clock: ManualClock, nights: KeptNights, sitting: Sitting
) -> None:
    clock.advance(EVENING.total_ms / 1000 + 1)
    sitting.add(rating=2, note="")
    sitting.add(rating=2, note="")
    sitting.add(rating=2, note="Left calf.")
    assert [(record.id, record.rating, record.note) for record in nights.saved] == [
        ("tonight", None, ""),
        ("tonight", 2, ""),
        ("tonight", 2, "Left calf."),
    ]


def test_a_session_belongs_to_the_evening_on_which_it_began(
    clock: ManualClock, nights: KeptNights, sitting: Sitting
) -> None:
    clock.advance(EVENING.parts[0].work_start_ms / 1000 + 5)
    clock.jump_wall(timedelta(hours=3).total_seconds())
    sitting.wish(Player.end)
    assert nights.saved[0].night == night_of(ManualClock().now())
