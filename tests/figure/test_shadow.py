"""Shadows lie on what is level, and nowhere else."""

from bedtime.figure.card import Framed, framed
from bedtime.figure.display import Clipped, Op, Soft
from bedtime.figure.posing import pose_at_rest
from bedtime.figure.shadow import shadows, wall_shadow
from tests.figure.conftest import settled_in

CARD = (480, 360)


def cast(stretch: str) -> tuple[Framed, list[Op]]:
    frame = framed(settled_in(stretch, "ada"), "right", *CARD)
    own = frame.settled
    return frame, shadows(pose_at_rest(own.end), own.body, frame.view, own.figure.props)


def turning(dots: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(dots, [*dots[1:], dots[0]], strict=True))


def test_on_a_bare_mat_there_is_one_shadow() -> None:
    _, ops = cast("downward-dog")
    assert [type(op) for op in ops] == [Soft]


def test_no_shadow_of_the_floor_falls_on_a_roller() -> None:
    _, (op,) = cast("calf-self-massage")
    assert isinstance(op, Clipped)
    everything, roller = op.path
    assert turning(list(everything)) * turning(list(roller)) < 0


def test_whoever_sits_throws_a_shadow_on_the_seat_alone() -> None:
    frame, ops = cast("chair-hamstring")
    seat = ops[-1]
    assert isinstance(seat, Clipped)
    ((*corners,),) = seat.path
    front_right = frame.view.dot((0.07, 0.45, 0.21))
    assert any(abs(x - front_right[0]) + abs(y - front_right[1]) < 0.01 for x, y in corners)


def test_hands_throw_a_shadow_on_a_wall_that_they_touch_and_none_from_a_rail_before_it() -> None:
    def on_the_wall(stretch: str) -> list[Op]:
        frame = framed(settled_in(stretch, "ada"), "right", *CARD)
        own = frame.settled
        return wall_shadow(pose_at_rest(own.end), own.body, frame.view, own.figure.props)

    assert [type(op) for op in on_the_wall("wall-calf-straight")] == [Soft]
    assert on_the_wall("stair-calf") == []
