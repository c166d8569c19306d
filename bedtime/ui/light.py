"""The room's own light: a vignette and pools of lamplight, without bands.

Eight bits are too few for a gradient this dark. It is painted with sixteen bits a channel, one level of triangular
noise is added, and only then is it rounded to eight: the eye sees an even glow. Painted once a size and theme, strip
by strip, so that what has sixteen bits stays small and warm: half the time of painting it in one.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QCryptographicHash, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QRadialGradient, QTransform

from bedtime.ui.palette import Palette, Theme, mix

GRAIN_PX = 128
"""The noise tile's side. One level of noise is too faint for its repeat to be seen."""
STOPS = 32
STRIP_PX = 64
REACH = 2.2
"""A pool of light is drawn to this many radii, where less than one level of it is left."""


@dataclass(frozen=True, slots=True)
class Glow:
    """A pool of light: centre and radii in logical pixels, strength 0 to 1, `edge` how sharply it falls off."""

    x: float
    y: float
    radius_x: float
    radius_y: float
    strength: float
    edge: float = 1.6


def from_above(width: float, height: float, theme: Theme, strength: float) -> Glow:
    """A little light from over a room of so many logical pixels; by day its `strength` (0 to 1) is the same for all."""
    reach = width * 0.34
    return Glow(width * 0.38, -height * 0.06, reach, reach * 0.8, 0.16 if theme is Theme.DAY else strength)


@dataclass(frozen=True, slots=True)
class Disc:
    """The lamp itself, an evenly lit disc with a soft rim: centre and radius in logical pixels."""

    x: float
    y: float
    radius: float
    strength: float
    softness: float = 5.0


def backdrop(
    size: QSize,
    scale: float,
    palette: Palette,
    glows: tuple[Glow, ...],
    discs: tuple[Disc, ...] = (),
    horizon: float | None = None,
) -> QPixmap:
    """The room at `size` logical pixels, for a screen with `scale` device pixels to each of them.

    No glow or disc is seen below `horizon`.
    """
    whole = QRectF(0, 0, size.width(), size.height())
    lit = whole if horizon is None else QRectF(0, 0, size.width(), horizon)
    dithered = palette.theme not in {Theme.CRAMP, Theme.HIGH_CONTRAST}  # pure black must stay black
    lights = [(whole, _vignette(size, palette, lift=-1 / 255 if dithered else 0))]
    lights += [(lit, _pool(glow, palette.glow)) for glow in glows]
    lights += [(lit.intersected(_around(disc)), _disc(disc, palette.glow)) for disc in discs]
    canvas = QImage(size * scale, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    strip = QImage(canvas.width(), STRIP_PX, QImage.Format.Format_RGBX64)
    for top in range(0, canvas.height(), STRIP_PX):
        _paint_strip(strip, top, scale, lights, dithered=dithered)
        painter.drawImage(0, top, strip.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    pixmap = QPixmap.fromImage(canvas)
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _paint_strip(strip: QImage, top: int, scale: float, lights: list[tuple[QRectF, QBrush]], *, dithered: bool) -> None:
    """The part of the room that begins `top` device pixels down."""
    painter = QPainter(strip)
    painter.translate(0, -top)
    painter.scale(scale, scale)
    for where, light in lights:
        painter.fillRect(where, light)
    painter.resetTransform()
    if dithered:
        painter.setBrushOrigin(QPoint(0, -top))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.fillRect(strip.rect(), QBrush(_grain()))
    painter.end()


def _around(disc: Disc) -> QRectF:
    reach = disc.radius + disc.softness
    return QRectF(disc.x - reach, disc.y - reach, 2 * reach, 2 * reach)


def paint_disc(painter: QPainter, disc: Disc, color: str) -> None:
    """Paint the lamp, as at each frame of a breath.

    In strips here too: Qt shares a higher fill among threads, and waking those twenty times a second costs more than
    the fill.
    """
    brush = _disc(disc, color)
    for strip in strips(_around(disc).toAlignedRect()):
        painter.fillRect(strip, brush)


def strips(box: QRect) -> Iterator[QRect]:
    """A box in pieces so low that Qt fills each in the thread that asks."""
    for top in range(box.top(), box.bottom() + 1, STRIP_PX):
        yield QRect(box.left(), top, box.width(), STRIP_PX).intersected(box)


def _vignette(size: QSize, palette: Palette, lift: float) -> QBrush:
    width, height = size.width(), size.height()
    return _ellipse(
        width / 2,
        height / 2,
        width * 0.75,
        height * 0.8,
        [(t, _lifted(mix(palette.bg, palette.bg_edge, t**1.6), lift)) for t in _steps()],
    )


def _lifted(color: QColor, by: float) -> QColor:
    return QColor.fromRgbF(max(0, color.redF() + by), max(0, color.greenF() + by), max(0, color.blueF() + by))


def _pool(glow: Glow, color: str) -> QBrush:
    stops = []
    for t in _steps():
        tint = QColor(color)
        tint.setAlphaF(glow.strength * math.exp(-((t * REACH) ** glow.edge) * 2.2))
        stops.append((t, tint))
    return _ellipse(glow.x, glow.y, glow.radius_x * REACH, glow.radius_y * REACH, stops)


@lru_cache(maxsize=128)  # as many as the lamp has sizes
def _disc(disc: Disc, color: str) -> QBrush:
    outer = disc.radius + disc.softness / 2
    rim = max(0.0, (disc.radius - disc.softness / 2) / outer)
    lit, dark = QColor(color), QColor(color)
    lit.setAlphaF(disc.strength)
    dark.setAlphaF(0)
    half = QColor(color)
    half.setAlphaF(disc.strength / 2)
    return _ellipse(disc.x, disc.y, outer, outer, [(0, lit), (rim, lit), ((1 + rim) / 2, half), (1, dark)])


def _steps() -> list[float]:
    return [step / STOPS for step in range(STOPS + 1)]


def _ellipse(x: float, y: float, radius_x: float, radius_y: float, stops: list[tuple[float, QColor]]) -> QBrush:
    gradient = QRadialGradient(0, 0, 1)
    for at, color in stops:
        gradient.setColorAt(at, color)
    brush = QBrush(gradient)
    brush.setTransform(QTransform().translate(x, y).scale(radius_x, radius_y))
    return brush


@cache
def _grain() -> QImage:
    """A tile of triangular noise, 0 to 2 levels of 255: the sum of two even ones, as dithering wants it."""
    tile, other = _even_noise(b"one"), _even_noise(b"other")
    painter = QPainter(tile)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.drawImage(0, 0, other)
    painter.end()
    return tile


def _even_noise(seed: bytes) -> QImage:
    """Noise of 0 to 1 level, the same on every start; hashes, since loading random numbers takes longer than this."""
    samples = bytearray(2 * GRAIN_PX * GRAIN_PX)
    noise = bytearray()
    while len(noise) < GRAIN_PX * GRAIN_PX:
        counted = seed + len(noise).to_bytes(4, "little")
        noise += QCryptographicHash.hash(counted, QCryptographicHash.Algorithm.Sha512).data()
    samples[0::2] = noise
    gray = QImage(bytes(samples), GRAIN_PX, GRAIN_PX, 2 * GRAIN_PX, QImage.Format.Format_Grayscale16)
    return gray.convertToFormat(QImage.Format.Format_RGBX64)
