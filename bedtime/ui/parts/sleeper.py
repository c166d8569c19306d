"""Somebody asleep under a blanket, in a few quiet shapes. The floor is y 0, the middle of the body x 0."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from bedtime.ui.palette import Palette, mix

LEFT, RIGHT, TOP = -352.0, 236.0, 112.0
"""How far the shapes reach to either side, and up."""
_HEAD, _SHOULDER, _HIP = QPointF(-223, -60), QPointF(-166, -55), QPointF(-30, -51)
_HEAD_RADIUS = 35.0
HEAD_LEFT, HEAD_TOP = _HEAD.x() - _HEAD_RADIUS, _HEAD.y() - _HEAD_RADIUS


def draw_sleeper(painter: QPainter, palette: Palette) -> None:
    """Draw pillow, head, shoulder and blanket, all of them darker than anything that is read."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(palette, 0.36))
    painter.drawRoundedRect(QRectF(LEFT, -34, 197, 34), 17, 17)
    _draw_body(painter, palette)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(palette, 0.34))
    painter.drawPath(_blanket())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_shade(palette, 0.52), 2.5, c=Qt.PenCapStyle.RoundCap))
    for start, one, other, end in _FOLDS:
        fold = QPainterPath(QPointF(*start))
        fold.cubicTo(QPointF(*one), QPointF(*other), QPointF(*end))
        painter.drawPath(fold)


_FOLDS = (
    ((-134, -52), (-78, -60), (-45, -40), (11, -52)),
    ((78, -76), (123, -66), (146, -46), (197, -52)),
)


def _shade(palette: Palette, share: float) -> QColor:
    return mix(palette.bg, palette.accent_deep, share)


def _draw_body(painter: QPainter, palette: Palette) -> None:
    painter.setPen(QPen(_shade(palette, 0.44), 28, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(_HEAD, _SHOULDER)
    painter.setPen(QPen(_shade(palette, 0.26), 64, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(_SHOULDER, _HIP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(palette, 0.44))
    painter.drawEllipse(_HEAD, _HEAD_RADIUS, _HEAD_RADIUS)
    painter.setBrush(_shade(palette, 0.18))
    painter.drawPath(_hair())


def _hair() -> QPainterPath:
    """The back of the head: all of it but the face, which looks up and away."""
    whole, face = QPainterPath(), QPainterPath()
    whole.addEllipse(_HEAD, _HEAD_RADIUS + 2, _HEAD_RADIUS + 2)
    turn = math.radians(-85)
    across, down = 19 * math.cos(turn) - 17 * math.sin(turn), 19 * math.sin(turn) + 17 * math.cos(turn)
    face.addEllipse(_HEAD + QPointF(across, down), _HEAD_RADIUS + 2, _HEAD_RADIUS + 3)
    return whole.subtracted(face)


def _blanket() -> QPainterPath:
    path = QPainterPath(QPointF(-158, 0))
    for one, other, end in (
        ((-188, -64), (-157, -100), (-94, -100)),
        ((-22, -100), (11, -112), (74, -108)),
        ((134, -104), (168, -74), (204, -84)),
        ((220, -98), (RIGHT, -84), (RIGHT, 0)),
    ):
        path.cubicTo(QPointF(*one), QPointF(*other), QPointF(*end))
    path.closeSubpath()
    return path
