"""Paints a figure's display list with QPainter. Knows nothing of poses."""

from array import array
from itertools import chain

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from bedtime.figure import display
from bedtime.figure.display import Clipped, DisplayList, Fill, Ink, Linear, Ops, Path, Radial, Soft, Stop, Stroke
from bedtime.figure.palette import Palette


class FigurePainter:
    """Paints in the colours of one palette."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._colours: dict[Ink, QColor] = {}
        self._paths: dict[int, QPainterPath] = {}  # of the list that is being painted: an outline is also a clip

    def paint(self, painter: QPainter, picture: DisplayList, *, room: bool = True) -> None:
        """Paint the picture at its own size, from the painter's origin; without `room`, person and props alone."""
        self.paint_still(painter, picture, room=room)
        self.paint_moving(painter, picture)

    def paint_still(self, painter: QPainter, picture: DisplayList, *, room: bool = True) -> None:
        """Paint what is the same in every picture of a clip: the room and the furniture. Worth keeping as a pixmap."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if room:
            self.ops(painter, picture.backdrop)
        self.ops(painter, picture.furniture)
        self._paths.clear()

    def paint_moving(self, painter: QPainter, picture: DisplayList) -> None:
        """Paint the person, their shadow and what moves with them, over what stands still."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ops(painter, picture.figure)
        self._paths.clear()

    def ops(self, painter: QPainter, ops: Ops) -> None:
        """Paint some operations."""
        for op in ops:
            match op:
                case Fill():
                    painter.fillPath(self._path(op.path), self.colour(op.ink))
                case Clipped():
                    painter.save()
                    painter.setClipPath(self._path(op.path), Qt.ClipOperation.IntersectClip)
                    self.ops(painter, op.ops)
                    painter.restore()
                case Stroke():
                    self._stroke(painter, op)
                case Linear():
                    gradient = QLinearGradient(QPointF(*op.start), QPointF(*op.end))
                    painter.fillPath(to_path(op.path), self._brush(gradient, op.stops))
                case Radial():
                    self._radial(painter, op)
                case Soft():
                    self._soft(painter, op)

    def _path(self, path: Path) -> QPainterPath:
        found = self._paths.get(id(path))
        if found is None:
            found = self._paths[id(path)] = to_path(path)
        return found

    def colour(self, ink: Ink) -> QColor:
        """The colour of an ink."""
        found = self._colours.get(ink)
        if found is None:
            found = QColor(*self._palette.seen(ink.role, ink.far), round(ink.alpha * 255))
            if len(self._colours) > 4000:
                self._colours.clear()
            self._colours[ink] = found
        return found

    def _brush(self, gradient: QGradient, stops: tuple[Stop, ...]) -> QBrush:
        for stop in stops:
            gradient.setColorAt(stop.at, self.colour(stop.ink))
        return QBrush(gradient)

    def _stroke(self, painter: QPainter, op: Stroke) -> None:
        pen = QPen(
            self.colour(op.ink), op.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        )
        path = QPainterPath()
        for line in op.path:
            if line[0] == line[-1]:
                path.addPolygon(to_polygon(line[:-1]))
                path.closeSubpath()
            else:
                path.addPolygon(to_polygon(line))
        painter.strokePath(path, pen)

    def _radial(self, painter: QPainter, op: Radial) -> None:
        painter.save()
        painter.translate(*op.centre)
        painter.scale(op.radius[0], op.radius[1])
        if op.added and self._palette.adds_light:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.fillRect(QRectF(-1, -1, 2, 2), self._brush(QRadialGradient(QPointF(0, 0), 1.0), op.stops))
        painter.restore()

    def _soft(self, painter: QPainter, op: Soft) -> None:
        """Paint small and scale up smoothly: a blur that costs next to nothing."""
        dots = [dot for fill in op.fills for piece in fill.path for dot in piece]
        if not dots:
            return
        q = max(op.blur, 1.0)
        xs, ys = [x for x, _ in dots], [y for _, y in dots]
        left, top = min(xs) - 2 * q, min(ys) - 2 * q
        image = QImage(
            int((max(xs) - left) / q) + 3, int((max(ys) - top) / q) + 3, QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(0)
        small = QPainter(image)
        small.setRenderHint(QPainter.RenderHint.Antialiasing)
        small.scale(1 / q, 1 / q)
        small.translate(-left, -top)
        self.ops(small, op.fills)
        small.end()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, image.width() * q, image.height() * q), image)
        painter.restore()


def to_path(path: Path) -> QPainterPath:
    """A path that is filled by the winding rule.

    The points travel as bytes: making a QPointF of each of ten thousand takes longer than painting them.
    """
    out = QPainterPath()
    out.setFillRule(Qt.FillRule.WindingFill)
    data = b"".join(len(piece).to_bytes(4, "little") + array("d", chain(*piece)).tobytes() for piece in path)
    stream = QDataStream(QByteArray(data))
    stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
    for _ in path:
        polygon = QPolygonF()
        stream >> polygon
        out.addPolygon(polygon)
        out.closeSubpath()
    return out


def to_polygon(piece: display.Polygon) -> QPolygonF:
    """A polygon."""
    return QPolygonF([QPointF(x, y) for x, y in piece])
