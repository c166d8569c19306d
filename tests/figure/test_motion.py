"""What a figure does at each moment of a segment: it goes in and out without a jump, and its pictures are few."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.figure.motion import STEPS, Doing, Now, Tempo, different, seen_at, still_at
from bedtime.figure.pose import Motion

LIFT = Tempo(2000, 1000, 3000, 0)
FRAME_MS = 50
LEADING_IN = (Doing.GET_READY, Doing.HOLD)


def now(doing: Doing, elapsed_ms: int, duration_ms: int = 12_000, **more: object) -> Now:
    return Now(doing=doing, elapsed_ms=elapsed_ms, duration_ms=duration_ms, **more)  # type: ignore[arg-type]


def course(motion: Motion, doing: Doing, duration_ms: int = 12_000, **more: object) -> list[tuple[float, ...]]:
    moments = (seen_at(motion, now(doing, t, duration_ms, **more)).moment for t in range(0, duration_ms + 1, FRAME_MS))
    return [(m.reached, m.pressed, m.ankle[0] / 23, m.ankle[1] / 18) for m in moments]


def longest_jump(path: list[tuple[float, ...]]) -> float:
    return max(max(abs(x - y) for x, y in zip(a, b, strict=True)) for a, b in pairwise(path))


def test_getting_ready_goes_from_the_start_to_the_end_and_stays() -> None:
    path = course(Motion.HOLD, Doing.GET_READY)
    assert path[0][0] == 0
    assert path[-1][0] == 1
    assert path[120][0] == 1
    assert all(b[0] >= a[0] for a, b in pairwise(path))


def test_a_repetition_is_shown_once_while_getting_ready_and_begins_at_the_start() -> None:
    path = [x for x, *_ in course(Motion.REPEAT, Doing.GET_READY)]
    assert max(path) == 1
    assert path[0] == path[-1] == 0


@pytest.mark.parametrize("duration_ms", [1, 700, 3000, 20_000])
def test_however_short_the_time_to_get_ready_the_end_is_reached(duration_ms: int) -> None:
    assert seen_at(Motion.HOLD, now(Doing.GET_READY, duration_ms, duration_ms)).moment.reached == 1


def test_a_repetition_keeps_its_tempo() -> None:
    def reached(elapsed_ms: int) -> float:
        return seen_at(Motion.REPEAT, now(Doing.MOVE, elapsed_ms, 60_000, tempo=LIFT)).moment.reached

    assert [reached(t) for t in (0, 1000, 2000, 2999, 4500, 6000, 8000)] == [0, 0.5, 1, 1, 0.5, 0, 1]


def test_the_way_back_needs_no_pictures_of_its_own() -> None:
    seen = different(seen_at(Motion.REPEAT, now(Doing.MOVE, t, 60_000, tempo=LIFT)) for t in range(0, 60_000, FRAME_MS))
    assert len(seen) == STEPS + 1


def test_marching_takes_the_sides_in_turn() -> None:
    step = Tempo(750, 0, 750, 0)
    reached = [seen_at(Motion.MARCH, now(Doing.MOVE, t, 60_000, tempo=step)).moment.reached for t in (750, 2250, 3750)]
    assert reached == [1, -1, 1]


def test_the_ankle_circles_outward_and_comes_back_the_same_way_from_half_of_the_circles_on() -> None:
    tempo = Tempo(2000, 0, 1000, 0)

    def ankle(elapsed_ms: int) -> tuple[tuple[float, float], int]:
        seen = seen_at(Motion.CIRCLE, now(Doing.MOVE, elapsed_ms, 60_000, tempo=tempo, repetitions=20)).moment
        return seen.ankle, seen.way

    assert ankle(3750) == ((0, -18), 1)
    assert ankle(30_750) == ((0, 18), -1)
    assert ankle(29_000)[0] == ankle(31_000)[0]


def test_cat_and_cow_follow_the_breath() -> None:
    full, empty = (
        seen_at(Motion.BREATH, now(Doing.BREATHE, 4000, openness=openness)).moment for openness in (1.0, 0.0)
    )
    assert (full.reached, empty.reached) == (0, 1)


def test_the_chest_follows_the_lamp_while_the_pose_is_held() -> None:
    breath = [
        seen_at(Motion.HOLD, now(Doing.HOLD, 8000, openness=o, after=Doing.GET_READY)).moment.breath
        for o in (0, 0.5, 1)
    ]
    assert breath == [-1, 0, 1]


def test_contract_relax_holds_then_presses_lets_go_and_stretches_further() -> None:
    def at(doing: Doing, elapsed_ms: int, **more: object) -> tuple[float, float]:
        moment = seen_at(Motion.PRESS, now(doing, elapsed_ms, 5000, **more)).moment
        return moment.reached, moment.pressed

    assert at(Doing.HOLD, 4000, after=Doing.GET_READY) == (0, 0)
    assert at(Doing.PRESS, 4000) == (0, 1)
    assert at(Doing.RELAX, 2000) == (0, 0)
    assert at(Doing.HOLD, 4000, after=Doing.RELAX) == (1, 0)
    assert at(Doing.PRESS, 0, cycle_no=2) == (1, 0)


def test_a_change_of_sides_comes_out_with_the_old_side_and_goes_in_with_the_new_one() -> None:
    seen = [seen_at(Motion.HOLD, now(Doing.SWITCH, t, 8000, side="left")) for t in range(0, 8001, FRAME_MS)]
    assert (seen[0].side, seen[0].moment.reached) == ("right", 1)
    assert (seen[-1].side, seen[-1].moment.reached) == ("left", 1)
    change = next(i for i, s in enumerate(seen) if s.side == "left")
    assert seen[change - 1].moment.reached < 0.01
    assert seen[change].moment.reached < 0.01


@pytest.mark.parametrize("doing", list(Doing))
@pytest.mark.parametrize("motion", list(Motion))
def test_nothing_jumps_within_a_segment(motion: Motion, doing: Doing) -> None:
    assert longest_jump(course(motion, doing, tempo=LIFT, repetitions=2)) < 0.3


@pytest.mark.parametrize("doing", list(Doing))
@pytest.mark.parametrize("motion", [motion for motion in Motion if motion is not Motion.LETTERS])
def test_the_pictures_of_a_long_segment_are_few(motion: Motion, doing: Doing) -> None:
    times = range(0, 120_000, FRAME_MS)
    seen = (seen_at(motion, now(doing, t, 120_000, tempo=LIFT, repetitions=20)) for t in times)
    assert len(different(seen)) <= 190


@pytest.mark.parametrize("doing", list(Doing))
@pytest.mark.parametrize("motion", list(Motion))
def test_somebody_who_wants_no_movement_sees_at_most_two_pictures_of_a_segment(motion: Motion, doing: Doing) -> None:
    times = range(0, 12_000, FRAME_MS)
    assert len(different(still_at(motion, now(doing, t, tempo=LIFT, repetitions=2)) for t in times)) <= 2


@given(
    motion=st.sampled_from(Motion),
    doing=st.sampled_from(Doing),
    elapsed_ms=st.integers(0, 10**6),
    left_ms=st.integers(0, 10**6),
    openness=st.none() | st.floats(0, 1),
)
def test_every_moment_is_inside_its_bounds(
    motion: Motion, doing: Doing, elapsed_ms: int, left_ms: int, openness: float | None
) -> None:
    moment = seen_at(motion, now(doing, elapsed_ms, elapsed_ms + left_ms, openness=openness)).moment
    assert -1 <= moment.reached <= 1
    assert 0 <= moment.pressed <= 1
    assert -1 <= moment.breath <= 1
    assert 0 <= moment.glow <= 1
