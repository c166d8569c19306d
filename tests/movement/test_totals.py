"""The built-in routines last as long as they were written to last."""

import pytest

from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)


@pytest.mark.parametrize(
    ("routine_id", "total_s"),
    [
        ("trial-six-weeks", 335),
        ("ankle-cramp-calm", 558),
        ("simple-nightly", 460),
        ("yoga-leg-cramps", 554),
        ("physio-strong", 1138),
        ("restless-evening", 1167),
        ("in-bed", 655),
        ("travel-tiny", 312),
        ("deep-wind-down", 1200),
        ("pregnancy-gentle", 574),
        ("sos-now-calf", 108),
        ("sos-now-foot", 80),
        ("sos-now-shin", 70),
        ("sos-now-hamstring", 80),
        ("sos-now-quad", 80),
    ],
)
def test_a_routine_lasts_as_long_as_it_was_written_to(routine_id: str, total_s: int) -> None:
    routine = LIBRARY.routine(routine_id)
    assert lay_out(routine, LIBRARY.stretches_of(routine), LIBRARY.patterns).total_ms == total_s * 1000


def test_every_routine_has_its_total_here() -> None:
    assert len(LIBRARY.routine_ids) == 15
