"""What a pose promises about floors, walls and reach, held over every drawn stretch in every body."""

import pytest

from bedtime.figure.body import BODIES, Body
from bedtime.figure.card import settled
from bedtime.figure.contact import misses
from bedtime.figure.pose import Figure


@pytest.fixture(params=sorted(BODIES))
def body(request: pytest.FixtureRequest) -> Body:
    return BODIES[request.param]


def test_no_limb_misses_its_place_by_more_than_a_centimetre(figure: Figure, body: Body) -> None:
    for pose in settled(figure, body).poses:
        assert [str(miss) for miss in misses(pose, body) if miss.cm > 1.0] == []
