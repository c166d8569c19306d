"""Every stretch looks as it was approved."""

from PySide6.QtGui import QImage

from tests.figure.conftest import drawn
from tests.figure.golden import FOLDER, HEIGHT, STEP, WIDTH, file_of, greys, rendered

RENEW = "look at it, then run `python -m tests.figure.golden`"
MEAN, FAR, FEW = 0.15, 24, 0.001  # grey levels on average; a pixel that is far off; the share of such pixels


def differences(approved: bytes, now: bytes) -> list[int]:
    """By how many levels each pixel has left the step of greys that was approved."""
    beyond = [[max(0, low - level, level - low - STEP + 1) for level in range(256)] for low in range(256)]
    return [beyond[a][b] for a, b in zip(approved, now, strict=True)]


def test_a_stretch_looks_as_it_was_approved(stretch: str) -> None:
    assert file_of(stretch).is_file(), f"{stretch} is new: {RENEW}"
    approved, now = greys(QImage(str(file_of(stretch)))), greys(rendered(stretch))
    assert len(approved) == len(now), RENEW
    off = differences(approved, now)
    assert sum(off) / len(off) < MEAN, RENEW
    assert sum(difference > FAR for difference in off) / len(off) < FEW, RENEW


def test_every_pose_is_approved_at_the_size_of_a_card(stretch: str) -> None:
    image = QImage(str(file_of(stretch)))
    poses = 2 if drawn()[stretch].press is None else 3
    assert (image.width(), image.height()) == (poses * WIDTH, HEIGHT)


def test_another_stretch_would_be_noticed() -> None:
    a, b = (greys(QImage(str(path))) for path in sorted(FOLDER.glob("*.png"))[:2])
    off = differences(a, b)
    assert sum(off) / len(off) > MEAN


def test_nothing_is_approved_that_is_not_drawn_any_more() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} <= set(drawn())
