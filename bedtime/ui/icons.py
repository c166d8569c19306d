"""The program's own signs, drawn on a grid of 24 around the origin. Arrows and ticks are never typed."""

import math
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


class Icon(StrEnum):
    """What can be drawn."""

    PLAY = "play"
    PAUSE = "pause"
    BACK = "back"
    SKIP = "skip"
    CHEVRON = "chevron"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    GRIP = "grip"
    UNDO = "undo"
    CHECK = "check"
    FULL_SCREEN = "full-screen"
    SMALL_WINDOW = "small-window"
    WHOLE_WINDOW = "whole-window"
    MOON = "moon"
    FAR = "far"
    BREATH_OFF = "breath-off"
    DOTS = "dots"
    PLUS = "plus"
    MINUS = "minus"
    GEAR = "gear"
    STAR = "star"
    STAR_LIT = "star-lit"
    SPEAKER = "speaker"
    SPEAKER_OFF = "speaker-off"
    SPEECH = "speech"
    BELL = "bell"


def draw_icon(painter: QPainter, icon: Icon, at: QPointF, px: float, color: QColor, stroke: float = 2.2) -> None:
    """Draw `icon` centred on `at`, `px` logical pixels large, with lines `stroke` units of the grid of 24 wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(px / 24, px / 24)
    painter.setPen(QPen(color, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWINGS[icon](painter, color)
    painter.restore()


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(*point) for point in points])


def _solid(painter: QPainter, color: QColor, *points: tuple[float, float]) -> None:
    painter.setBrush(color)
    painter.drawPolygon([QPointF(*point) for point in points])
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _play(painter: QPainter, color: QColor) -> None:
    _solid(painter, color, (-5, -8), (9, 0), (-5, 8))


def _pause(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for left in (-7, 2):
        painter.drawRoundedRect(QRectF(left, -9, 5, 18), 1.5, 1.5)


def _back(painter: QPainter, color: QColor) -> None:
    _solid(painter, color, (7, -7), (-4, 0), (7, 7))
    _lines(painter, (-7, -7), (-7, 7))


def _skip(painter: QPainter, color: QColor) -> None:
    _solid(painter, color, (-7, -7), (4, 0), (-7, 7))
    _lines(painter, (7, -7), (7, 7))


def _chevron(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (-3, -6), (3, 0), (-3, 6))


def _chevron_left(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (3, -6), (-3, 0), (3, 6))


def _gear(painter: QPainter, _color: QColor) -> None:
    painter.drawEllipse(QPointF(0, 0), 3.2, 3.2)
    outline = [
        QPointF(radius * math.cos(angle), radius * math.sin(angle))
        for tooth in range(8)
        for radius, angle in ((r, math.tau * (tooth + at) / 8) for at, r in _TOOTH)
    ]
    painter.drawPolygon(outline)


_TOOTH = ((-0.3, 7.2), (-0.2, 9.6), (0.2, 9.6), (0.3, 7.2))


def _star(painter: QPainter, _color: QColor) -> None:
    painter.drawPolygon([QPointF(r * math.sin(a), 0.8 - r * math.cos(a)) for r, a in _STAR])


def _star_lit(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    _star(painter, color)


_STAR = tuple((9.4 if point % 2 == 0 else 4.0, math.pi * point / 5) for point in range(10))


def _chevron_down(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (-6, -3), (0, 3), (6, -3))


def _grip(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (-3.5, 3.5):
        for y in (-7, 0, 7):
            painter.drawEllipse(QPointF(x, y), 1.7, 1.7)


def _undo(painter: QPainter, _color: QColor) -> None:
    arc = QPainterPath(QPointF(-7, -3))
    arc.lineTo(3.5, -3)
    arc.arcTo(QRectF(-1, -3, 9, 10), 90, -180)
    arc.lineTo(-3, 7)
    painter.drawPath(arc)
    _lines(painter, (-3, -7.5), (-7.5, -3), (-3, 1.5))


def _check(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (-7, 0), (-2, 5), (7, -5))


def _full_screen(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (-8, -3), (-8, -8), (-3, -8))
    _lines(painter, (8, 3), (8, 8), (3, 8))


def _small_window(painter: QPainter, color: QColor) -> None:
    """A display with a small window in its corner."""
    _lines(painter, (-1, 7), (-9, 7), (-9, -7), (9, -7), (9, -2))
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(2.5, 1.5, 7, 6), 1, 1)


def _whole_window(painter: QPainter, _color: QColor) -> None:
    """A small window that grows out of its corner."""
    _lines(painter, (-1, -8), (8, -8), (8, 1))
    _lines(painter, (8, -8), (0, 0))
    _lines(painter, (-4, -4), (-8, -4), (-8, 8), (4, 8), (4, 4))


def _moon(painter: QPainter, color: QColor) -> None:
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(QPointF(0, 0), 8, 8)
    bite.addEllipse(QPointF(4, -3), 7, 7)
    painter.fillPath(whole.subtracted(bite), color)


def _far(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(QPointF(0, 0), 8.5, 5.5)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(0, 0), 2, 2)


def _breath_off(painter: QPainter, _color: QColor) -> None:
    painter.drawEllipse(QPointF(0, 0), 7, 7)
    _lines(painter, (-8, 8), (8, -8))


def _dots(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (-7, 0, 7):
        painter.drawEllipse(QPointF(x, 0), 1.9, 1.9)


def _plus(painter: QPainter, color: QColor) -> None:
    _minus(painter, color)
    _lines(painter, (0, -7), (0, 7))


def _minus(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (-7, 0), (7, 0))


def _speaker(painter: QPainter, color: QColor) -> None:
    _horn(painter, color)
    for radius in (4.5, 9.0):
        painter.drawArc(QRectF(1 - radius, -radius, 2 * radius, 2 * radius), -42 * 16, 84 * 16)


def _speaker_off(painter: QPainter, color: QColor) -> None:
    _horn(painter, color)
    _lines(painter, (4, -3.5), (11, 3.5))
    _lines(painter, (11, -3.5), (4, 3.5))


def _horn(painter: QPainter, color: QColor) -> None:
    _solid(painter, color, (-10, -3), (-6, -3), (-1, -7.5), (-1, 7.5), (-6, 3), (-10, 3))


def _speech(painter: QPainter, color: QColor) -> None:
    bubble = QPainterPath()
    bubble.addRoundedRect(QRectF(-10, -9, 20, 14), 5, 5)
    tail = QPainterPath(QPointF(-5, 4))
    tail.lineTo(-6, 10)
    tail.lineTo(2, 4)
    painter.drawPath(bubble.united(tail))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (-4.5, 0, 4.5):
        painter.drawEllipse(QPointF(x, -2), 1.5, 1.5)


def _bell(painter: QPainter, _color: QColor) -> None:
    dome = QPainterPath(QPointF(-8, 5))
    dome.cubicTo(QPointF(-5.5, 2), QPointF(-6, -1), QPointF(-6, -3))
    dome.cubicTo(QPointF(-6, -11), QPointF(6, -11), QPointF(6, -3))
    dome.cubicTo(QPointF(6, -1), QPointF(5.5, 2), QPointF(8, 5))
    dome.closeSubpath()
    painter.drawPath(dome)
    painter.drawArc(QRectF(-2.5, 5.5, 5, 4), 180 * 16, 180 * 16)


_DRAWINGS: dict[Icon, Callable[[QPainter, QColor], None]] = {
    Icon.PLAY: _play,
    Icon.PAUSE: _pause,
    Icon.BACK: _back,
    Icon.SKIP: _skip,
    Icon.CHEVRON: _chevron,
    Icon.CHEVRON_DOWN: _chevron_down,
    Icon.CHEVRON_LEFT: _chevron_left,
    Icon.GRIP: _grip,
    Icon.UNDO: _undo,
    Icon.CHECK: _check,
    Icon.FULL_SCREEN: _full_screen,
    Icon.SMALL_WINDOW: _small_window,
    Icon.WHOLE_WINDOW: _whole_window,
    Icon.MOON: _moon,
    Icon.FAR: _far,
    Icon.BREATH_OFF: _breath_off,
    Icon.DOTS: _dots,
    Icon.PLUS: _plus,
    Icon.MINUS: _minus,
    Icon.GEAR: _gear,
    Icon.STAR: _star,
    Icon.STAR_LIT: _star_lit,
    Icon.SPEAKER: _speaker,
    Icon.SPEAKER_OFF: _speaker_off,
    Icon.SPEECH: _speech,
    Icon.BELL: _bell,
}
