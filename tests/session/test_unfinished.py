"""A session whose process was killed."""

import json
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.errors import BadInput, BedtimeError
from bedtime.movement.laying_out import AS_WRITTEN, Choices, lay_out
from bedtime.movement.routine import Step
from bedtime.movement.stretch import Side
from bedtime.movement.ways import BreathChoice, SideOrder
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.player import Player
from bedtime.session.record import Occasion, Outcome, record_of
from bedtime.session.snapshot import snapshot_of
from bedtime.session.unfinished import Unfinished, is_worth_writing, record_in, unfinished_json
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine

NOW = datetime(2025, 11, 20, 21, 45, tzinfo=timezone(timedelta(hours=1)))
TONIGHT = Occasion("a1", NOW, date(2025, 11, 20))
ROUTINE = a_routine(Step(stretch="calf-wall"), Step(stretch="forward-fold"), Step(stretch="deep-breathing"))
LEFT_FIRST = Choices(side_order=SideOrder.LEFT_FIRST, worse_side=Side.LEFT, breathing=PATTERNS["even-5-5"])


def begun(choices: Choices = AS_WRITTEN) -> Player:
    return Player.begin(lay_out(ROUTINE, STRETCHES, PATTERNS, choices), 0)


def written(player: Player, choices: Choices = AS_WRITTEN) -> dict[str, Any]:
    on_disk = json.dumps(unfinished_json(player, TONIGHT, choices, NOW + timedelta(minutes=2)))
    parts: dict[str, Any] = json.loads(on_disk)
    return parts


def carried_on(parts: dict[str, Any]) -> Player:
    return Unfinished.from_json(parts, PATTERNS).carried_on(STRETCHES, PATTERNS, now_ms=5_000_000)


def test_a_killed_session_opens_paused_at_the_start_of_the_side_that_was_interrupted() -> None:
    player = carried_on(written(begun().at(60_000)))
    assert (player.phase, player.paused_by, player.position_ms) == (Phase.PAUSED, PausedBy.INTERRUPTED, 40_000)
    assert player.segment.side is Side.LEFT
    assert player.held_ms[:4] == (10_000, 30_000, 5_000, 15_000)


def test_it_says_from_which_stretch_it_carries_on() -> None:
    assert Unfinished.from_json(written(begun().at(90_000)), PATTERNS).stretch_no == 2


def test_what_was_changed_stays_changed() -> None:
    before = begun().at(20_000).longer().pause().at(50_000)
    player = carried_on(written(before))
    assert (player.timeline, player.planned) == (before.timeline, before.planned)
    assert player.paused_ms == 30_000


@pytest.mark.parametrize("choices", [AS_WRITTEN, LEFT_FIRST, Choices(breathing=BreathChoice.OFF)])
def test_what_the_person_chose_stays_chosen(choices: Choices) -> None:
    before = begun(choices).at(20_000)
    assert carried_on(written(before, choices)).timeline == before.timeline


def test_what_had_been_done_is_kept_though_nobody_carries_on() -> None:
    record = record_in(written(begun().at(60_000)))
    assert (record.id, record.outcome, record.stretched_s) == ("a1", Outcome.PARTIAL, 45)


def test_a_session_carried_on_to_its_end_replaces_its_own_record() -> None:
    parts = written(begun().at(60_000))
    unfinished = Unfinished.from_json(parts, PATTERNS)
    player = carried_on(parts).carry_on().at(9_000_000)
    record = record_of(player, unfinished.occasion, NOW + timedelta(hours=1))
    assert (record.id, record.outcome, record.started_at) == ("a1", Outcome.COMPLETED, NOW)
    assert record.stretched_s == record_in(parts).stretched_s + 30 + 45 + 60


def test_stretches_that_have_changed_since_cannot_be_carried_on_but_are_kept() -> None:
    parts = written(begun().at(60_000))
    parts["routine"]["steps"] = parts["routine"]["steps"][:2]
    with pytest.raises(BadInput, match="have changed"):
        carried_on(parts)
    assert record_in(parts).stretched_s == 45


@pytest.mark.parametrize(
    ("key", "value"),
    [("position_ms", -1), ("position_ms", "x"), ("paused_ms", 1.5), ("held_ms", [True] * 8), ("durations_ms", [0] * 8)],
)
def test_lengths_that_cannot_be_are_refused(key: str, value: object) -> None:
    with pytest.raises(BadInput):
        carried_on({**written(begun().at(60_000)), key: value})


@given(st.data())
def test_no_damage_is_met_with_a_traceback(data: st.DataObject) -> None:
    parts = written(begun().at(60_000))
    key = data.draw(st.sampled_from(sorted(parts)))
    if data.draw(st.booleans()):
        del parts[key]
    else:
        parts[key] = data.draw(st.sampled_from([None, "x", -1, 1.5, [], [0], {}, {"a": 1}]))
    with suppress(BedtimeError):
        carried_on(parts)


def test_a_boundary_and_a_wish_are_written_down_and_a_second_is_not() -> None:
    player = begun().at(20_000)
    here = snapshot_of(player)
    assert not is_worth_writing(here, snapshot_of(player.at(21_000)))
    assert not is_worth_writing(here, snapshot_of(player.ready()))
    for later in (player.at(40_000), player.pause(), player.longer(), player.back(), player.skip(), player.end()):
        assert is_worth_writing(here, snapshot_of(later))


@given(st.integers(0, 199_000), st.integers(0, 199_000))
def test_killed_again_and_again_nothing_that_was_held_is_lost(first_ms: int, second_ms: int) -> None:
    player = begun().at(first_ms)
    again = carried_on(written(player)).carry_on()
    later = again.at(again.anchor_ms + 3_000 + second_ms)
    assert sum(later.held_ms) == first_ms + min(second_ms, later.timeline.total_ms - again.position_ms)
