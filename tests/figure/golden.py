"""The approved pictures of all stretches, 480 x 360 each: start, end and press side by side, in 32 greys.

After a change that is meant to be seen, look at `bedtime figure --sheet sheet.png` and renew them with
`python -m tests.figure.golden`.
"""

import os
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from bedtime.figure.gallery import Gallery
from bedtime.figure.moment import AT_END, AT_START, PRESSING, Moment
from bedtime.figure.palette import Palette
from bedtime.ui.figure_image import card_image
from tests.figure.conftest import drawn

FOLDER = Path(__file__).parent.parent / "golden" / "figures"
WIDTH, HEIGHT = 480, 360
STEP = 8  # grey levels that are kept as one


def file_of(stretch: str) -> Path:
    """Where the approved picture of a stretch lies."""
    return FOLDER / f"{stretch}.png"


def moments(stretch: str) -> tuple[Moment, ...]:
    """The poses that are approved."""
    return (AT_START, AT_END) if drawn()[stretch].press is None else (AT_START, AT_END, PRESSING)


def rendered(stretch: str) -> QImage:
    """The picture of a stretch as it is drawn now."""
    gallery, palette, shown = Gallery({stretch: drawn()[stretch]}), Palette(), moments(stretch)
    row = QImage(len(shown) * WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    painter = QPainter(row)
    for index, moment in enumerate(shown):
        picture = gallery.picture(stretch, WIDTH, HEIGHT, moment=moment)
        assert picture is not None
        painter.drawImage(index * WIDTH, 0, card_image(picture, palette))
    painter.end()
    return row


def greys(image: QImage) -> bytes:
    """The grey of every pixel, row by row."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return b"".join(bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height()))


def kept(image: QImage) -> QImage:
    """The same picture in the few greys that are kept."""
    coarse = greys(image).translate(bytes(level // STEP * STEP for level in range(256)))
    return QImage(coarse, image.width(), image.height(), image.width(), QImage.Format.Format_Grayscale8).copy()


def renew() -> None:
    """Approve what is drawn now, and forget stretches that are no more."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        if old.stem not in drawn():
            old.unlink()
    for stretch in drawn():
        kept(rendered(stretch)).save(str(file_of(stretch)), quality=0)  # type: ignore[call-overload]


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    renew()
