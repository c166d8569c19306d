"""A window stands again where it stood, if that is still to be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.session.whereabouts import Box, Display, Fills, Place, Size, place_in, where_again

LAPTOP = Display("eDP-1", 0, 0, Box(0, 30, 1280, 770))
BESIDE = Display("HDMI-1", 1280, 0, Box(1280, 0, 1920, 1080))
LEAST = Size(640, 480)

numbers = st.integers(-3000, 4000)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)


def test_it_stands_where_it_stood_on_the_display_that_it_was_on() -> None:
    place = Place("HDMI-1", Box(100, 50, 800, 600))
    assert where_again(place, (LAPTOP, BESIDE), LEAST) == Box(1380, 50, 800, 600)


def test_a_display_that_stands_on_the_other_side_now_takes_its_window_along() -> None:
    moved = BESIDE._replace(x=-1920, room=Box(-1920, 0, 1920, 1080))
    assert where_again(Place("HDMI-1", Box(100, 50, 800, 600)), (LAPTOP, moved), LEAST) == Box(-1820, 50, 800, 600)


def test_where_the_display_is_gone_the_system_decides() -> None:
    assert where_again(Place("HDMI-1", Box(100, 50, 800, 600)), (LAPTOP,), LEAST) is None


@given(boxes)
def test_all_of_it_can_be_seen_beside_the_panels_whatever_was_written(box: Box) -> None:
    stands = where_again(Place("HDMI-1", box), (LAPTOP, BESIDE), LEAST)
    assert stands is not None
    x, y, wide, high = stands
    assert x >= BESIDE.room.x
    assert y >= BESIDE.room.y
    assert x + wide <= BESIDE.room.x + BESIDE.room.width
    assert y + high <= BESIDE.room.y + BESIDE.room.height
    assert wide >= LEAST.width
    assert high >= LEAST.height


def test_on_a_display_that_is_too_small_it_is_as_small_as_it_gets() -> None:
    tiny = Display("eDP-1", 0, 0, Box(0, 0, 600, 400))
    assert where_again(Place("eDP-1", Box(50, 50, 800, 600)), (tiny,), LEAST) == Box(0, 0, 640, 480)


@given(st.text(), boxes, st.sampled_from(Fills))
def test_what_was_kept_is_read_again(display: str, box: Box, fills: Fills) -> None:
    place = Place(display, box, fills)
    assert place_in(place.to_json()) == place


GOOD = Place("eDP-1", Box(1, 2, 3, 4)).to_json()


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {},
        GOOD | {"x": True},
        GOOD | {"width": 1e3},
        GOOD | {"y": 10**9},
        GOOD | {"display": 5},
        GOOD | {"fills": "everything"},
    ],
)
def test_what_makes_no_sense_is_no_place(raw: object) -> None:
    assert place_in(raw) is None
