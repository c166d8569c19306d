"""The place on the screen where the person is. Who draws the person is handed in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bedtime.movement.stretch import Side, Stretch
from bedtime.ui.look import Look

FOOT_SHARE = 0.13
"""How much of a picture lies below the lowest point of the person: the ground in front."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Which picture is wanted. `ghost` is the near-black shape of the side that is being left."""

    stretch: Stretch
    side: Side | None
    ghost: bool = False


class Artist(Protocol):
    """Draws the person."""

    def paint(self, painter: QPainter, box: QRectF, pose: Pose, look: Look, again: Callable[[], None]) -> None:
        """Draw the person in `box`, standing `FOOT_SHARE` of its height above its lower edge, on whatever is there.

        A picture that is not ready is not waited for: `again` is called when it is.
        """
        ...


class LaterArtist:
    """An artist who comes when there is something to draw and the window has been painted without it."""

    def __init__(self, make: Callable[[], Artist]) -> None:
        """`make` is called once, and never while a paint waits for it."""
        self._make = make
        self._artist: Artist | None = None
        self._waiting: list[Callable[[], None]] = []

    def paint(self, painter: QPainter, box: QRectF, pose: Pose, look: Look, again: Callable[[], None]) -> None:
        """Let the artist draw, who is called for the first time here."""
        if self._artist is not None:
            self._artist.paint(painter, box, pose, look, again)
            return
        if not self._waiting:
            QTimer.singleShot(0, self._call)
        self._waiting.append(again)

    def _call(self) -> None:
        self._artist = self._artist or self._make()
        waiting, self._waiting = self._waiting, []
        for again in waiting:
            again()


class FigureView(QWidget):
    """Shows one pose. Its one description is the instruction, since the picture shows what that says."""

    def __init__(self, parent: QWidget, artist: Artist) -> None:
        """Nobody yet."""
        super().__init__(parent)
        self._artist = artist
        self._pose: Pose | None = None
        self._look: Look | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self.update()

    def stand(self, room: QRectF, top: float) -> None:
        """Take the space of `room` from `top` down, so that the feet stand on its lower edge.

        The ground in front of the person, with mat and shadow, reaches a little below that edge.
        """
        height = (room.height() - top) / (1 - FOOT_SHARE)
        self.setGeometry(QRectF(room.left(), top, room.width(), height).toRect())

    def show_pose(self, pose: Pose | None) -> None:
        """Show `pose`, or nobody."""
        if pose != self._pose:
            self._pose = pose
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the artist draw."""
        if self._look is None or self._pose is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._artist.paint(painter, QRectF(self.rect()), self._pose, self._look, self.update)


class Silhouette:
    """A stand-in artist: one quiet seated shape, turned to the side that works."""

    def paint(self, painter: QPainter, box: QRectF, pose: Pose, look: Look, _again: Callable[[], None]) -> None:
        """Draw the seated shape, facing right for the left side and left for the right one."""
        colors = look.palette
        foot = box.bottom() - FOOT_SHARE * box.height()
        unit = min((foot - box.top()) / 285, box.width() / 440)
        painter.save()
        painter.translate(box.center().x(), foot)
        painter.scale(-unit if pose.side is Side.RIGHT else unit, unit)
        painter.translate(-100, 0)
        ink = colors.color(colors.line_hair if pose.ghost else colors.accent_deep, 0.55 if pose.ghost else 0.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
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
        painter.restore()


def _limb(points: Sequence[tuple[float, float]], wide: float) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    stroker = QPainterPathStroker(
        QPen(Qt.GlobalColor.black, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    return stroker.createStroke(path)
