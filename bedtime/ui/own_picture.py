"""Opens a person's own picture, once it has been judged: what the checks refuse is never drawn."""

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageReader, QPainter

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.pictures import PictureKind, look_at
from bedtime.ui.palette import Palette, Theme

MOST_POINTS = 350_000
"""An SVG is drawn as large as this and then stretched: each of its parts may cover all of it, which takes time."""
BY_LAMPLIGHT = QColor(120, 80, 50)
"""What white paper looks like at night."""
MOST_MB = 256
"""What opening a picture may take; the checks allow none that needs more."""


def open_picture(data: bytes, width: float, height: float, scale: float = 1.0) -> QImage:
    """The picture as large as fits `width` by `height` logical pixels. BadInput when it cannot be used."""
    facts = look_at(data)
    room = QSizeF(width, height) * scale
    size = QSizeF(max(1e-6, facts.width), max(1e-6, facts.height)).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    whole = size.toSize().expandedTo(QSize(1, 1))
    image = _drawn(data, whole) if facts.kind is PictureKind.SVG else _read(data, facts.kind, whole)
    image.setDevicePixelRatio(scale)
    return image


def in_the_light_of(image: QImage, palette: Palette) -> QImage:
    """The picture as it may be seen: as it is by day, else dimmed and warm, as paper is beside a lamp."""
    if palette.theme is Theme.DAY:
        return image
    dimmed = QImage(image)
    painter = QPainter(dimmed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(QRectF(QPointF(), image.deviceIndependentSize()), BY_LAMPLIGHT)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(QPointF(), image)  # what was clear stays clear
    painter.end()
    return dimmed


def rounded(image: QImage, radius: float) -> QImage:
    """The picture with round corners; `radius` is in logical pixels."""
    whole = QRectF(QPointF(), image.deviceIndependentSize())
    mask = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    mask.setDevicePixelRatio(image.devicePixelRatio())
    mask.fill(0)
    painter = QPainter(mask)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(whole, radius, radius)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.drawImage(QPointF(), image)
    painter.end()
    return mask


def as_png(data: bytes, width: int, height: int) -> bytes:
    """The picture as the bytes of a PNG that fits `width` by `height` pixels. BadInput when it cannot be used."""
    app = QGuiApplication.instance() or QGuiApplication(["bedtime", "-platform", "offscreen"])  # letters need one
    image = open_picture(data, width, height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    del app
    return bytes(buffer.data().data())


def _read(data: bytes, kind: PictureKind, size: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png" if kind is PictureKind.PNG else b"jpeg"))
    reader.setAllocationLimit(MOST_MB)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise BadInput(_("The picture is broken. Save it again, or choose another one."))
    fitting = image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return image.scaled(
        fitting, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _drawn(data: bytes, size: QSize) -> QImage:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - few people have one

    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid():
        raise BadInput(_("The picture is broken. Save it again, or choose another one."))
    points = size.width() * size.height()
    drawn = size * math.sqrt(MOST_POINTS / points) if points > MOST_POINTS else size
    drawn = drawn.expandedTo(QSize(1, 1))
    image = QImage(drawn, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    if drawn == size:
        return image
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
