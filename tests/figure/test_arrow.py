"""The arrow at a circling foot goes round the way the ankle does, and stays clear of the toes."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin

import pytest

from bedtime.figure.card import Framed, framed, picture
from bedtime.figure.display import Dot, Ops, Stroke
from bedtime.figure.moment import AT_END, Moment
from bedtime.figure.motion import CIRCLE, Doing, Now, Tempo, moment_at
from bedtime.figure.outline import box_of
from bedtime.figure.parts import Maker
from bedtime.figure.pose import Motion
from bedtime.figure.vectors import add
from tests.figure.conftest import settled_in

ROUND = 16
TEMPO = Tempo(1500, 0, 1500, 0)


@pytest.fixture(params=["right", "left"])
def frame(request: pytest.FixtureRequest) -> Framed:
    return framed(settled_in("ankle-circles", "ada"), request.param, 480, 360)


def turning(line: Sequence[Dot]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*line, line[0]]))


def arrow(ops: Ops) -> Sequence[Dot]:
    (stroke,) = (op for op in ops if isinstance(op, Stroke) and op.ink.role == "arrow")
    return stroke.path[0]


def circling(elapsed_ms: int) -> Moment:
    now = Now(doing=Doing.MOVE, elapsed_ms=elapsed_ms, duration_ms=60_000, tempo=TEMPO, repetitions=20)
    return moment_at(Motion.CIRCLE, now)


@pytest.mark.parametrize("begins_ms", [6_000, 36_000])
def test_the_arrow_turns_as_the_ankle_turns(frame: Framed, begins_ms: int) -> None:
    course = [circling(begins_ms + i * TEMPO.whole_ms // ROUND) for i in range(ROUND)]
    middle = frame.settled.skeleton(AT_END).at["right_toes"]
    seen = [frame.view.dot(add(middle, (0.0, one.ankle[0] / 100, -one.ankle[1] / 100))) for one in course]
    assert turning(arrow(picture(frame, course[0]).figure)) * turning(seen) > 0


def test_the_first_circles_go_outward() -> None:
    ups, aside = zip(*(circling(6_000 + i * TEMPO.whole_ms // 4).ankle for i in range(4)), strict=True)
    assert ups == pytest.approx((CIRCLE[0], 0, -CIRCLE[0], 0), abs=0.01)
    assert aside == pytest.approx((0, -CIRCLE[1], 0, CIRCLE[1]), abs=0.01)


def test_the_arrow_is_clear_of_the_toes_all_the_way_round(frame: Framed) -> None:
    own = frame.settled
    line = arrow(picture(frame).figure)
    for i in range(ROUND):
        ankle = (CIRCLE[0] * cos(2 * pi * i / ROUND), CIRCLE[1] * sin(2 * pi * i / ROUND))
        parts = Maker(own.skeleton(Moment(ankle=ankle)), frame.view, own.body, 0.0).make()
        for toe in parts["right_foot"].chains[2:]:
            box = box_of([toe])
            assert not any(box.left < x < box.right and box.top < y < box.bottom for x, y in line)
