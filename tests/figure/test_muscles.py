"""The light of a muscle shows where somebody can see it, and no arm or shin hides it."""

import pytest

from bedtime.figure.card import framed, picture
from bedtime.figure.moment import AT_END, Moment
from bedtime.figure.muscles import lit_muscles
from bedtime.figure.palette import Palette
from bedtime.ui.figure_image import card_image
from tests.figure.conftest import settled_in
from tests.figure.golden import greys

WIDTH, HEIGHT = 480, 360
BRIGHTER = 24  # grey levels


@pytest.mark.parametrize("legs_apart", ["happy-baby", "reclined-bound-angle"])
@pytest.mark.parametrize("body", ["ada", "walter"])
def test_both_inner_thighs_show_their_light(legs_apart: str, body: str) -> None:
    own = settled_in(legs_apart, body)
    frame = framed(own, "right", WIDTH, HEIGHT)
    moments = (AT_END, Moment(glow=0.0))
    glowing, plain = (greys(card_image(picture(frame, moment), Palette())) for moment in moments)

    def brighter(dot: tuple[float, float]) -> bool:
        at = round(dot[1]) * WIDTH + round(dot[0])
        return glowing[at] - plain[at] >= BRIGHTER

    muscles = lit_muscles(own.figure.glow, own.skeleton(AT_END), frame.view, 1.0)
    assert {muscle.part for muscle in muscles} == {"right_thigh", "left_thigh"}
    for muscle in muscles:
        assert sum(brighter(ring.centre) for ring in muscle.chain) >= len(muscle.chain) / 2, muscle.part
