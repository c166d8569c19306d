"""Pictures of the figure as the bytes of a file: one card, or a sheet of all of them. Needs no window and no screen."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from bedtime.figure.display import DisplayList
from bedtime.figure.palette import Palette
from bedtime.ui.figure_painter import FigurePainter
from bedtime.ui.fonts import load_fonts, sans

COLUMNS = 6
LABEL_PX = 34
QUALITY = {".png": -1, ".webp": 84}  # of Qt's encoders; PNG loses nothing in any case


def card_png(picture: DisplayList, palette: Palette) -> bytes:
    """One picture at its own size."""
    return _encoded(card_image(picture, palette), ".png")


def card_image(picture: DisplayList, palette: Palette) -> QImage:
    """One picture as an image."""
    image = QImage(round(picture.width), round(picture.height), QImage.Format.Format_RGB32)
    image.fill(QColor(*palette.night))
    painter = QPainter(image)
    FigurePainter(palette).paint(painter, picture)
    painter.end()
    return image


def sheet_bytes(pictures: Sequence[tuple[str, DisplayList]], palette: Palette, suffix: str) -> bytes:
    """Many pictures of one size in rows, each over its name, in the format of a suffix."""
    app = QGuiApplication.instance() or QGuiApplication(["bedtime", "-platform", "offscreen"])
    load_fonts()
    columns = min(COLUMNS, len(pictures))
    w, h = round(pictures[0][1].width), round(pictures[0][1].height) + LABEL_PX
    sheet = QImage(w * columns, h * -(-len(pictures) // columns), QImage.Format.Format_RGB32)
    sheet.fill(QColor(*palette.night))
    painter = QPainter(sheet)
    painter.setFont(sans(16))
    painter.setPen(QColor(*palette["skin.lit"]))
    for index, (name, picture) in enumerate(pictures):
        x, y = index % columns * w, index // columns * h
        painter.drawImage(x, y, card_image(picture, palette))
        painter.drawText(QRect(x, y + h - LABEL_PX, w, LABEL_PX), Qt.AlignmentFlag.AlignHCenter, name)
    painter.end()
    del app
    return _encoded(sheet, suffix)


def _encoded(image: QImage, suffix: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, suffix[1:].upper(), QUALITY[suffix.lower()])  # type: ignore[call-overload]
    return bytes(buffer.data().data())
