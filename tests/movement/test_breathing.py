"""Breathing as a function of time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.breathing import BreathKind, BreathPattern, BreathPhase, breath_at, paced, single


def pattern(*phases: tuple[str, float], **fields: int) -> BreathPattern:
    parts = tuple(BreathPhase(kind=BreathKind(kind), seconds=seconds) for kind, seconds in phases)
    return BreathPattern(id="some", name="Some", phases=parts, safety="None.", **fields)


NATURAL = pattern()
SOFT = pattern(("in", 3), ("out", 5))
SIGH = pattern(("in", 3), ("top-up", 1), ("out", 6))
BOX = pattern(("in", 4), ("hold", 4), ("out", 4), ("hold", 4))

any_pattern = st.lists(
    st.tuples(st.sampled_from([kind.value for kind in BreathKind]), st.sampled_from([0.5, 1, 2, 3.5, 5])),
    min_size=2,
    max_size=6,
).map(lambda phases: pattern(*phases))


def test_natural_breathing_counts_nothing() -> None:
    assert breath_at(NATURAL, 0) is None
    assert NATURAL.cycle_ms == 0


@pytest.mark.parametrize(
    ("elapsed_ms", "kind", "openness", "left_ms"),
    [
        (0, "in", 0.0, 3000),
        (1500, "in", 0.5, 1500),
        (2999, "in", 1.0, 1),
        (3000, "out", 1.0, 5000),
        (5500, "out", 0.5, 2500),
        (8000, "in", 0.0, 3000),
    ],
)
def test_the_lamp_opens_on_the_in_breath_and_settles_on_the_out_breath(
    elapsed_ms: int, kind: str, openness: float, left_ms: int
) -> None:
    breath = breath_at(SOFT, elapsed_ms)
    assert breath is not None
    assert breath.kind == kind
    assert breath.openness == pytest.approx(openness, abs=1e-5)
    assert breath.left_in_phase_ms == left_ms


def test_a_second_sip_fills_what_the_first_one_left() -> None:
    before, after = breath_at(SIGH, 2999), breath_at(SIGH, 3999)
    assert before is not None
    assert after is not None
    assert before.openness == pytest.approx(0.85, abs=1e-4)
    assert after.openness == pytest.approx(1, abs=1e-4)


def test_a_held_breath_keeps_the_lamp_where_it_is() -> None:
    full = [breath_at(BOX, ms) for ms in (4000, 6000, 7999)]
    empty = [breath_at(BOX, ms) for ms in (12000, 14000, 15999)]
    assert [breath.openness for breath in full if breath] == [1, 1, 1]
    assert [breath.openness for breath in empty if breath] == [0, 0, 0]
    assert BOX.holds_breath
    assert not SIGH.holds_breath


def test_a_pattern_that_may_not_run_for_long_leaves_the_breath_to_itself_after_that() -> None:
    four = pattern(("in", 4), ("hold", 7), ("out", 8), max_cycles=4)
    assert breath_at(four, 4 * 19_000 - 1) is not None
    assert breath_at(four, 4 * 19_000) is None
    assert breath_at(pattern(("in", 5), ("out", 5), max_minutes=3), 180_000) is None


def test_the_breath_of_a_press_goes_out_once_from_full() -> None:
    press = single(BreathKind.OUT, 5)
    start, end = breath_at(press, 0), breath_at(press, 4999)
    assert start is not None
    assert end is not None
    assert (start.openness, round(end.openness, 3)) == (1, 0)


def test_the_breath_of_letting_go_comes_in_once_from_empty() -> None:
    start, end = breath_at(single(BreathKind.IN, 2), 0), breath_at(single(BreathKind.IN, 2), 1999)
    assert start is not None
    assert end is not None
    assert (start.openness, round(end.openness, 3)) == (0, 1)


def test_breaths_are_counted_from_one() -> None:
    assert [breath.cycle_no for ms in (0, 7999, 8000) if (breath := breath_at(paced(3, 5), ms))] == [1, 1, 2]


@given(any_pattern, st.integers(0, 200_000))
def test_the_lamp_never_jumps_and_never_leaves_its_range(breathing: BreathPattern, start_ms: int) -> None:
    """The fastest part lasts half a second, so that 20 ms move it by at most 20/500 x pi/2."""
    breaths = [breath_at(breathing, start_ms + step * 20) for step in range(60)]
    for one, next_one in pairwise(breaths):
        assert one is not None
        assert next_one is not None
        assert 0 <= one.openness <= 1
        assert abs(one.openness - next_one.openness) <= 20 / 500 * 1.571
