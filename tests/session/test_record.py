"""What was done, as against what was planned."""

import json
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.errors import BadInput, BedtimeError, TooNew
from bedtime.movement.laying_out import lay_out
from bedtime.movement.routine import Order, Step
from bedtime.movement.timeline import Timeline
from bedtime.session.player import Player
from bedtime.session.record import Occasion, Outcome, Result, SessionRecord, StepRecord, record_of
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine

CET = timezone(timedelta(hours=1))
STARTED = datetime(2025, 11, 21, 0, 40, tzinfo=CET)
TONIGHT = Occasion("a1", STARTED, date(2025, 11, 20))


def laid(*steps: Step) -> Timeline:
    return lay_out(a_routine(*steps), STRETCHES, PATTERNS)


EVENING = laid(Step(stretch="calf-wall"), Step(stretch="forward-fold"), Step(stretch="deep-breathing"))


def recorded(player: Player) -> SessionRecord:
    return record_of(player, TONIGHT, STARTED + timedelta(minutes=6))


def playing(seconds: float, timeline: Timeline = EVENING) -> Player:
    return Player.begin(timeline, 0).at(round(seconds * 1000))


def results(player: Player) -> list[tuple[str, str, str]]:
    return [(step.stretch, step.side, step.result) for step in recorded(player).steps]


def test_a_session_played_to_its_end_is_completed_and_all_done() -> None:
    record = recorded(playing(200))
    assert record.outcome is Outcome.COMPLETED
    assert record.steps == (
        StepRecord("calf-wall", "right", 30, 30),
        StepRecord("calf-wall", "left", 30, 30),
        StepRecord("forward-fold", "both", 45, 45),
        StepRecord("deep-breathing", "both", 60, 60),
    )
    assert (record.planned_s, record.stretched_s, record.night) == (165, 165, date(2025, 11, 20))


def test_every_side_tells_what_became_of_it() -> None:
    player = playing(20).longer().at(42_000).skip()  # the right leg ten seconds in, made longer, cut at 32 of 40
    player = player.at(player.anchor_ms + 5_000 + 12_000).skip()  # the left one after 12 seconds
    player = player.leave_out()
    player = player.at(player.anchor_ms + 200_000)
    assert results(player) == [
        ("calf-wall", "right", Result.EXTENDED),
        ("calf-wall", "left", Result.SHORTENED),
        ("forward-fold", "both", Result.SKIPPED),
        ("deep-breathing", "both", Result.DONE),
    ]


def test_a_session_ended_early_is_partial_however_much_was_done() -> None:
    assert recorded(playing(195).end()).outcome is Outcome.PARTIAL


def test_a_session_that_skipped_most_of_its_work_is_partial_though_it_came_to_its_end() -> None:
    assert recorded(playing(75).jump(2).at(300_000)).outcome is Outcome.COMPLETED  # 120 of 165 seconds
    assert recorded(playing(41).jump(2).at(300_000)).outcome is Outcome.PARTIAL  # 90 of 165


def test_holding_one_leg_for_longer_does_not_make_up_for_the_other() -> None:
    player = playing(11)
    for _ in range(20):
        player = player.longer()
    player = player.at(11_000 + 230_000).jump(2).at(400_000)
    assert recorded(player).outcome is Outcome.PARTIAL


def test_the_sets_of_a_side_are_one_line() -> None:
    alternating = laid(Step(stretch="calf-wall", sets=3, hold_s=10, order=Order.ALTERNATE))
    assert recorded(playing(500, alternating)).steps == (
        StepRecord("calf-wall", "right", 30, 30),
        StepRecord("calf-wall", "left", 30, 30),
    )


def test_a_stretch_that_is_repeated_is_a_line_each_time() -> None:
    twice = laid(Step(stretch="forward-fold"), Step(stretch="forward-fold"))
    assert [step.held_s for step in recorded(playing(80, twice)).steps] == [45, 15]


def test_paused_time_is_told_apart() -> None:
    player = playing(20).pause().at(80_000).carry_on().at(300_000)
    assert (recorded(player).paused_s, recorded(player).stretched_s) == (63, 165)


def test_the_json_of_a_record_is_what_the_sessions_command_promises() -> None:
    parts = recorded(playing(200)).to_json()
    assert parts["steps"][0] == {
        "stretch": "calf-wall",
        "side": "right",
        "planned_s": 30,
        "held_s": 30,
        "result": "done",
    }
    assert (parts["night"], parts["started_at"]) == ("2025-11-20", "2025-11-21T00:40:00+01:00")
    assert parts.keys() >= {"id", "routine", "outcome", "planned_s", "stretched_s", "paused_s", "ended_at"}


seconds = st.integers(0, 10_000)
records = st.builds(
    SessionRecord,
    id=st.text(min_size=1),
    night=st.dates(),
    started_at=st.datetimes(timezones=st.just(CET)).map(lambda moment: moment.replace(microsecond=0)),
    ended_at=st.datetimes(timezones=st.just(CET)).map(lambda moment: moment.replace(microsecond=0)),
    routine=st.text(),
    routine_name=st.text(),
    outcome=st.sampled_from(Outcome),
    paused_s=seconds,
    steps=st.lists(st.builds(StepRecord, st.text(), st.sampled_from(["right", "left", "both"]), seconds, seconds)).map(
        tuple
    ),
    rating=st.none() | st.integers(0, 10),
    note=st.text(),
)


@given(records)
def test_a_record_survives_being_written_down(record: SessionRecord) -> None:
    assert SessionRecord.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_what_the_journal_adds_to_a_line_is_no_news() -> None:
    record = recorded(playing(200))
    assert SessionRecord.from_json({**record.to_json(), "line": "8f2a11c0"}) == record


@pytest.mark.parametrize("future", [{"v": 2}, {"mood": "calm"}])
def test_a_record_of_a_newer_version_is_refused_politely(future: dict[str, Any]) -> None:
    with pytest.raises(TooNew, match="newer Bedtime"):
        SessionRecord.from_json({**recorded(playing(200)).to_json(), **future})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "cramp"),
        ("v", "one"),
        ("id", 7),
        ("night", "yesterday"),
        ("started_at", "2025-11-21T00:40:00"),
        ("outcome", "splendid"),
        ("paused_s", -1),
        ("paused_s", True),
        ("paused_s", 1.5),
        ("steps", None),
        ("steps", [{"stretch": "calf-wall"}]),
        ("steps", [{"stretch": "calf-wall", "side": "front", "planned_s": 1, "held_s": 1}]),
        ("steps", ["calf-wall"]),
        ("rating", 11),
        ("note", None),
    ],
)
def test_what_is_no_record_is_refused_in_one_sentence(key: str, value: object) -> None:
    with pytest.raises(BadInput) as refused:
        SessionRecord.from_json({**recorded(playing(200)).to_json(), key: value})
    assert str(refused.value).count("\n") == 0
    assert str(refused.value).endswith(".")


def test_a_record_that_lacks_something_says_what() -> None:
    parts = recorded(playing(200)).to_json()
    del parts["routine"]
    with pytest.raises(BadInput, match="routine"):
        SessionRecord.from_json(parts)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(SessionRecord.__dataclass_fields__)), json_values))
def test_nothing_that_json_can_say_is_met_with_a_traceback(parts: dict[str, Any]) -> None:
    with suppress(BedtimeError):
        SessionRecord.from_json({**recorded(playing(200)).to_json(), **parts})
