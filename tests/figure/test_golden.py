"""Every stretch looks as it was approved."""

from PySide6.QtGui import QImage

from tests.figure.conftest import drawn
from tests.figure.golden import FOLDER, file_of, greys, rendered

RENEW = "look at it, then run `python -m tests.figure.golden`"
MEAN, FAR, FEW = 0.25, 24, 0.002  # grey levels on average; a pixel that is far off; the share of such pixels


def test_a_stretch_looks_as_it_was_approved(stretch: str) -> None:
    assert file_of(stretch).is_file(), f"{stretch} is new: {RENEW}"
    approved, now = greys(QImage(str(file_of(stretch)))), greys(rendered(stretch))
    assert len(approved) == len(now)
    off = [abs(a - b) for a, b in zip(approved, now, strict=True)]
    assert sum(off) / len(off) < MEAN, RENEW
    assert sum(difference > FAR for difference in off) / len(off) < FEW, RENEW


def test_another_stretch_would_be_noticed() -> None:
    a, b = (greys(QImage(str(path))) for path in sorted(FOLDER.glob("*.png"))[:2])
    assert sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a) > MEAN


def test_nothing_is_approved_that_is_not_drawn_any_more() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} <= set(drawn())
