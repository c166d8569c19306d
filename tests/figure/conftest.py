"""Every drawn stretch, built the way the program builds it, by its id; settled once for each body."""

from dataclasses import replace
from functools import cache, lru_cache

import pytest

from bedtime.figure.body import BODIES, Body
from bedtime.figure.card import Settled, settled
from bedtime.figure.moment import Moment
from bedtime.figure.pose import Figure
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Step
from bedtime.movement.stretch import ContractRelaxDose
from bedtime.movement.trusted import build
from bedtime.session.showing import ahead
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)


@lru_cache(maxsize=1)
def drawn() -> dict[str, Figure]:
    sections = {stretch_id: LIBRARY.figure(stretch_id) for stretch_id in LIBRARY.stretch_ids}
    return {stretch_id: build(Figure, section) for stretch_id, section in sections.items() if section}


@cache
def settled_in(stretch: str, body: str) -> Settled:
    return settled(drawn()[stretch], BODIES[body])


@cache
def shown(stretch: str) -> tuple[Moment, ...]:
    """Every moment of a night with that stretch, each once: in, the work, a rest, the other side, out."""
    sets = None if isinstance(LIBRARY.stretch(stretch).dose, ContractRelaxDose) else 2
    routine = replace(LIBRARY.routine("simple-nightly"), steps=(Step(stretch=stretch, sets=sets),), substitutions={})
    line = lay_out(routine, LIBRARY.stretches_of(routine), LIBRARY.patterns)
    motion = drawn()[stretch].motion
    seen = (seen for index in range(len(line.segments)) for seen in ahead(motion, line, index))
    return tuple(dict.fromkeys(one.moment for one in seen))


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
def moments(stretch: str) -> tuple[Moment, ...]:
    """Every moment that somebody sees of the stretch."""
    return shown(stretch)


@pytest.fixture
def ada(stretch: str) -> Settled:
    """The stretch in the usual body, for what no build changes."""
    return settled_in(stretch, "ada")
