"""Short hair is hair and no cap: its edge is uneven, lower before the ears, and drawn back at the temples."""

from math import radians

import pytest

from bedtime.figure.body import BODIES, Hair
from bedtime.figure.card import framed
from bedtime.figure.display import Clipped, Fill
from bedtime.figure.hair import cap, hair_ops, hairline
from bedtime.figure.moment import AT_END
from bedtime.figure.palette import Palette, Theme
from tests.figure.conftest import settled_in


def short(degrees: float) -> float:
    return hairline(Hair.SHORT, radians(degrees), 0)


def test_short_hair_comes_down_before_the_ears_and_recedes_at_the_temples() -> None:
    assert short(82) > short(60) + 10
    assert short(82) > short(104) + 5
    assert short(36) < (short(0) + short(64)) / 2 - 5


def test_the_edge_of_short_hair_is_uneven_and_that_of_long_hair_even() -> None:
    for hair, uneven in ((Hair.SHORT, True), (Hair.BUN, False)):
        assert (len({round(hairline(hair, 0.0, tuft), 6) for tuft in range(5)}) > 1) is uneven


@pytest.mark.parametrize("hair", list(Hair))
def test_both_halves_of_a_head_have_the_same_hair(hair: Hair) -> None:
    meridians = cap(hair)
    for one, other in zip(meridians, reversed(meridians), strict=True):
        assert all((x, y, -z) == pytest.approx(at) for ((x, y, z), _), (at, _) in zip(one, other, strict=True))


def test_the_skin_shines_through_the_edge_of_short_hair() -> None:
    seen = framed(settled_in("butterfly", "walter"), "right", 480, 360)
    edge, bright, full, *_ = hair_ops(seen.settled.skeleton(AT_END), seen.view, BODIES["walter"].hair, 0.0)
    assert isinstance(edge, Fill)
    assert isinstance(bright, Clipped)
    assert isinstance(full, Fill)
    assert edge.ink.alpha < full.ink.alpha == 1
    assert len(full.path) < len(edge.path)


@pytest.mark.parametrize("theme", list(Theme))
def test_grey_hair_shows_its_strands_dark_and_brown_hair_light(theme: Theme) -> None:
    walter, ada = Palette(theme, "walter"), Palette(theme, "ada")
    assert sum(walter["strand"]) < sum(walter["hair.lit"])
    assert sum(ada["strand"]) > sum(ada["hair.lit"])
