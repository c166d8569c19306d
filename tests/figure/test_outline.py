"""The outline of a chain covers what the hulls of its neighbours cover, however the chain is folded."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bedtime.figure.camera import view_from
from bedtime.figure.display import Dot, Path
from bedtime.figure.outline import BIG, Blob, Lens, envelope
from bedtime.figure.vectors import UNTURNED

VIEW = view_from(20, 15)
LENS = Lens(VIEW, (0.0, 0.6, 0.0), UNTURNED)
places = st.floats(-0.4, 0.4)
shares = st.floats(0.3, 1.0)  # no ring of a body is flatter than a third of its width
sizes = st.builds(lambda size, *of_it: tuple(size * share for share in of_it), st.floats(0.02, 0.2), *[shares] * 3)
blobs = st.builds(LENS.blob, st.tuples(places, places, places), sizes)


def winding(path: Path, at: Dot) -> int:
    """How often a path goes round a point."""
    x, y = at
    turns = 0
    for piece in path:
        for (x0, y0), (x1, y1) in pairwise([*piece, piece[0]]):
            side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
            if y0 <= y < y1 and side > 0:
                turns += 1
            elif y1 <= y < y0 and side < 0:
                turns -= 1
    return turns


def inside(p: Blob, q: Blob) -> list[Dot]:
    """Points well inside the hull of two blobs."""
    rim = [(dot, blob.centre) for blob in (p, q) for dot in blob.dots[::3]]
    near = [(cx + (x - cx) * 0.8, cy + (y - cy) * 0.8) for (x, y), (cx, cy) in rim]
    between = [tuple(a + (b - a) * t for a, b in zip(p.centre, q.centre, strict=True)) for t in (0.0, 0.25, 0.5, 1.0)]
    return [*near, *((x, y) for x, y in between)]


@given(chain=st.lists(blobs, min_size=1, max_size=7))
def test_everything_inside_a_hull_is_inside_the_outline(chain: list[Blob]) -> None:
    path = envelope(chain)
    for p, q in pairwise([chain[0], *chain]):
        assert all(winding(path, at) > 0 for at in inside(p, q))


@given(chain=st.lists(blobs, min_size=2, max_size=7))
def test_the_outline_reaches_no_further_than_its_blobs(chain: list[Blob]) -> None:
    for i, (u, v) in enumerate(BIG.twice[: BIG.count]):
        furthest = max(blob.reach[i] for blob in chain)
        assert all(x * u + y * v <= furthest + 1e-6 for piece in envelope(chain) for x, y in piece)


def test_a_usual_limb_is_one_polygon() -> None:
    limb = [LENS.blob((0.0, -0.06 * i, 0.0), (0.08 - 0.004 * i,) * 3) for i in range(8)]
    (outline,) = envelope(limb)
    assert len(outline) < 2 * BIG.count


@given(one=blobs, by=st.floats(0.0, 0.1), k=st.floats(0.3, 2.0), share=st.floats(0.5, 1.0))
def test_a_rim_is_as_far_out_as_its_blob_reaches(one: Blob, by: float, k: float, share: float) -> None:
    for blob in (one, one.grown(by), one.scaled(k), one.towards_light(share)):
        for (x, y), (u, v), reach in zip(blob.dots, BIG.twice, blob.reach, strict=False):
            assert abs(x * u + y * v - reach) < 1e-6
