"""Draws the person of a stretch for the screens, and keeps the last pictures, since most are shown again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QLinearGradient, QPainter, QPixmap

from bedtime.figure.palette import Palette as FigurePalette
from bedtime.figure.palette import Theme as FigureTheme
from bedtime.figure.port import FigureSource
from bedtime.figure.skeleton import SideName
from bedtime.movement.stretch import Side
from bedtime.ui.figure_painter import FigurePainter
from bedtime.ui.look import Look
from bedtime.ui.palette import Theme
from bedtime.ui.parts.figure_view import Pose, Silhouette

MOST_PICTURES = 24
FADE_SHARE = 0.2
GHOST = 0.16
"""How much is seen of the side that is being left."""

_THEMES = {
    Theme.NIGHT: FigureTheme.NIGHT,
    Theme.FAR: FigureTheme.NIGHT,
    Theme.DIM: FigureTheme.DIM,
    Theme.CRAMP: FigureTheme.CRAMP,
    Theme.DAY: FigureTheme.DAY,
    Theme.HIGH_CONTRAST: FigureTheme.HIGH_CONTRAST,
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One picture, as it is kept."""

    pose: Pose
    width: float
    height: float
    scale: float
    theme: Theme


class FigureArtist(QObject):
    """An `Artist` that asks `source` for the person. What nobody has drawn yet is a quiet silhouette.

    A picture takes some hundredths of a second, so it is made when the window has nothing else to do.
    """

    def __init__(self, source: Callable[[], FigureSource], body: str) -> None:
        """`source` is called when the first picture is wanted, and not before."""
        super().__init__()
        self._make_source = source
        self._source: FigureSource | None = None
        self._body = body
        self._pictures: dict[_Wanted, QPixmap] = {}
        self._queue: dict[_Wanted, Callable[[], None]] = {}
        self._undrawn: set[str] = set()
        self._stand_in = Silhouette()

    def paint(self, painter: QPainter, box: QRectF, pose: Pose, look: Look, again: Callable[[], None]) -> None:
        """Draw the picture if it is ready; if not, have it made."""
        if pose.stretch.id in self._undrawn:
            self._stand_in.paint(painter, box, pose, look, again)
            return
        drawn_pose = replace(pose, ghost=False)
        wanted = _Wanted(drawn_pose, box.width(), box.height(), painter.device().devicePixelRatio(), look.palette.theme)
        picture = self._pictures.get(wanted)
        if picture is not None:
            painter.setOpacity(GHOST if pose.ghost else 1.0)
            painter.drawPixmap(box.topLeft(), picture)
        else:
            if not self._queue:
                QTimer.singleShot(0, self, self._make_next)
            self._queue[wanted] = again

    def _make_next(self) -> None:
        wanted, again = next(iter(self._queue.items()))
        del self._queue[wanted]
        picture = self._draw(wanted)
        if picture is None:
            self._undrawn.add(wanted.pose.stretch.id)
        else:
            if len(self._pictures) >= MOST_PICTURES:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[wanted] = picture
        again()
        if self._queue:
            QTimer.singleShot(0, self, self._make_next)

    def _draw(self, wanted: _Wanted) -> QPixmap | None:
        if self._source is None:
            self._source = self._make_source()
        side: SideName = "left" if wanted.pose.side is Side.LEFT else "right"
        drawn = self._source.picture(wanted.pose.stretch.id, wanted.width, wanted.height, side=side)
        if drawn is None:
            return None
        pixmap = QPixmap(round(wanted.width * wanted.scale), round(wanted.height * wanted.scale))
        pixmap.setDevicePixelRatio(wanted.scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        FigurePainter(FigurePalette(_THEMES[wanted.theme], self._body)).paint(painter, drawn, room=False)
        _fade_upwards(painter, QRectF(0, 0, wanted.width, wanted.height))
        painter.end()
        return pixmap


def _fade_upwards(painter: QPainter, box: QRectF) -> None:
    """Let a wall vanish into the dark above, rather than end."""
    fade = QLinearGradient(0, 0, 0, box.height() * FADE_SHARE)
    fade.setColorAt(0, Qt.GlobalColor.transparent)
    fade.setColorAt(1, Qt.GlobalColor.black)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(QRectF(0, 0, box.width(), box.height()), fade)
