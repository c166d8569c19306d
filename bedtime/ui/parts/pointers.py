"""Two signs that tell the side without a word: the arc from one side to the other, and the bar along one edge."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from bedtime.movement.stretch import Side
from bedtime.ui.palette import Palette

BAR_SHARE = 28 / 1280
"""The edge bar's width as a share of the window's: what is left of it when it is seen without glasses."""


def draw_edge_bar(painter: QPainter, size: QSize, side: Side, palette: Palette) -> None:
    """Light the edge of the screen on the side that works."""
    wide = size.width() * BAR_SHARE
    x = 0.0 if side is Side.LEFT else size.width() - wide
    painter.fillRect(QRectF(x, 0, wide, size.height()), palette.color(palette.accent_deep))


def draw_turning_arc(painter: QPainter, box: QRectF, side: Side, palette: Palette) -> None:
    """Draw the arc over the figure's `box` that leads to the side that works next."""
    unit = box.width() / 652
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x(), box.top() + 0.2 * box.height())
    painter.scale(-unit if side is Side.LEFT else unit, unit)
    ink = palette.color(palette.accent)
    painter.setPen(QPen(ink, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    arc = QPainterPath(QPointF(-117, 6))
    arc.cubicTo(-65, -60, 65, -60, 117, 0)
    painter.drawPath(arc)
    painter.drawPolyline([QPointF(121, -24), QPointF(119, 3), QPointF(93, -3)])
    painter.restore()
