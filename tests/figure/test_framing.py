"""Where a figure is on its card."""

import pytest

from bedtime.figure.card import Settled, framed, picture
from bedtime.figure.framing import corners
from bedtime.figure.moment import AT_END, AT_START, Moment


@pytest.mark.parametrize("size", [(480, 360), (360, 480), (900, 700)])
def test_the_person_is_on_the_card_from_the_start_to_the_end(ada: Settled, size: tuple[int, int]) -> None:
    frame = framed(ada, "right", *size)
    for moment in (AT_START, Moment(reached=0.5), AT_END):
        box = picture(frame, moment).person
        assert -1 <= box.left <= box.right <= size[0] + 1
        assert -1 <= box.top <= box.bottom <= size[1] + 1


def test_what_one_is_on_is_on_the_card_too(ada: Settled) -> None:
    frame = framed(ada, "right", 480, 360)
    for prop in ada.figure.props:
        for x, y in map(frame.view.dot, corners(prop)):
            assert -0.09 * 480 <= x <= 1.09 * 480, prop
            assert y <= 1.03 * 360, prop
