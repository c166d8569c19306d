"""The approved pictures of all stretches: small, grey, start and end side by side.

After a change that is meant to be seen, look at `bedtime figure --sheet sheet.png` and renew them with
`python -m tests.figure.golden`.
"""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from bedtime.figure.gallery import Gallery
from bedtime.figure.moment import AT_END, AT_START
from bedtime.figure.palette import Palette
from bedtime.ui.figure_image import card_image
from tests.figure.conftest import drawn

FOLDER = Path(__file__).parent.parent / "golden" / "figures"
CARD, KEPT = (480, 360), (160, 120)


def file_of(stretch: str) -> Path:
    """Where the approved picture of a stretch lies."""
    return FOLDER / f"{stretch}.png"


def rendered(stretch: str) -> QImage:
    """The picture of a stretch as it is drawn now."""
    gallery, palette = Gallery({stretch: drawn()[stretch]}), Palette()
    w, h = KEPT
    both = QImage(2 * w, h, QImage.Format.Format_Grayscale8)
    painter = QPainter(both)
    for index, moment in enumerate((AT_START, AT_END)):
        shown = gallery.picture(stretch, *CARD, moment=moment)
        assert shown is not None
        smooth = Qt.TransformationMode.SmoothTransformation
        card = card_image(shown, palette).scaled(w, h, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(index * w, 0, card)
    painter.end()
    return both


def greys(image: QImage) -> bytes:
    """The grey of every pixel, row by row."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return b"".join(bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height()))


def renew() -> None:
    """Approve what is drawn now, and forget stretches that are no more."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        if old.stem not in drawn():
            old.unlink()
    for stretch in drawn():
        rendered(stretch).save(str(file_of(stretch)))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    renew()
