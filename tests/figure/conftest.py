"""Every drawn stretch, built the way the program builds it, by its id; settled once for each body."""

from functools import cache, lru_cache

import pytest

from bedtime.figure.body import BODIES, Body
from bedtime.figure.card import Settled, settled
from bedtime.figure.pose import Figure
from bedtime.movement.library import Library
from bedtime.movement.trusted import build
from bedtime.store.bundled import read_bundled


@lru_cache(maxsize=1)
def drawn() -> dict[str, Figure]:
    library = Library(read_bundled)
    sections = {stretch_id: library.figure(stretch_id) for stretch_id in library.stretch_ids}
    return {stretch_id: build(Figure, section) for stretch_id, section in sections.items() if section}


@cache
def settled_in(stretch: str, body: str) -> Settled:
    return settled(drawn()[stretch], BODIES[body])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "stretch" in metafunc.fixturenames:
        metafunc.parametrize("stretch", sorted(drawn()))


@pytest.fixture
def figure(stretch: str) -> Figure:
    return drawn()[stretch]


@pytest.fixture(params=sorted(BODIES))
def body(request: pytest.FixtureRequest) -> Body:
    return BODIES[request.param]


@pytest.fixture
def posed(stretch: str, body: Body) -> Settled:
    """The stretch in one of the bodies."""
    return settled_in(stretch, body.name)


@pytest.fixture
def ada(stretch: str) -> Settled:
    """The stretch in the usual body, for what no build changes."""
    return settled_in(stretch, "ada")
