"""A quiet seated shape, where nobody has drawn the stretch."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPainterPathStroker, QPen

from bedtime.movement.stretch import Side, Stretch
from bedtime.ui.parts.figure_view import FOOT_SHARE, Canvas, Layer, Part, Picture, Pose

if TYPE_CHECKING:
    from bedtime.figure.pose import Motion


class Silhouette:
    """A stand-in artist: one quiet seated shape, turned to the side that works."""

    def __init__(self) -> None:
        """Nothing is drawn before it is wanted."""
        self._last: tuple[object, Picture] = (None, ())

    def picture(self, pose: Pose, canvas: Canvas, _again: Callable[[], None]) -> Picture:
        """The seated shape, facing right for the left side and left for the right one."""
        wanted = (pose.side, canvas)
        if self._last[0] != wanted:
            self._last = (wanted, (_seated(pose, canvas),))
        return self._last[1]

    def prepare(self, poses: Callable[[], Iterable[Pose]], canvas: Canvas) -> None:
        """It needs no preparation."""

    def forget(self, again: Callable[[], None]) -> None:
        """Nobody waits for it."""

    def motion(self, _stretch: Stretch) -> "Motion | None":
        """It does not move."""
        return None


def _seated(pose: Pose, canvas: Canvas) -> Layer:
    box = QRectF(0, 0, canvas.width, canvas.height)
    image = QImage((box.size() * canvas.scale).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(canvas.scale, canvas.scale)
    foot = box.height() * (1 - FOOT_SHARE)
    unit = min(foot / 285, box.width() / 440)
    painter.translate(box.center().x(), foot)
    painter.scale(-unit if pose.side is Side.RIGHT else unit, unit)
    painter.translate(-100, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.palette.color(canvas.palette.accent_deep, 0.8))
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    shape.addEllipse(QPointF(6, -236), 36, 40)
    for line, wide in (
        ([(-8, -170), (4, -38)], 62),
        ([(4, -34), (120, -30), (250, -14)], 40),
        ([(0, -160), (60, -100), (110, -104)], 26),
        ([(250, -18), (254, -62)], 20),
    ):
        shape.addPath(_limb(line, wide))
    painter.drawPath(shape.simplified())
    painter.end()
    return Layer(Part.PERSON, image, box)


def _limb(points: Sequence[tuple[float, float]], wide: float) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    stroker = QPainterPathStroker(
        QPen(Qt.GlobalColor.black, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    return stroker.createStroke(path)
