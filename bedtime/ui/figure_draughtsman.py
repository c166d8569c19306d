"""Makes the pictures of figures, one at a time, in whatever thread it is asked to; never in two at once.

Each is looked for on the disk before it is drawn, and kept there afterwards: the second evening draws nothing.
"""

import hashlib
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter

from bedtime.figure.palette import Palette
from bedtime.figure.palette import Theme as FigureTheme
from bedtime.figure.port import FigureSource
from bedtime.figure.pose import Motion
from bedtime.ui.figure_frame import Frame, frame_from, frame_of
from bedtime.ui.figure_painter import FigurePainter
from bedtime.ui.figure_wanted import Wanted
from bedtime.ui.parts.figure_view import Part

FADE_SHARE = 0.2
SIDE_SHARE = 0.12
"""How much of the picture's height a wall takes to vanish into the dark above, and of its width beside."""


class Drawings(Protocol):
    """What is known of the drawn stretches. Each answer may take some milliseconds."""

    @property
    def body(self) -> str:
        """Who shows the stretches."""
        ...

    def motion(self, stretch: str) -> Motion | None:
        """How a figure moves; None for a stretch that nobody has drawn."""
        ...

    def fingerprint(self, stretch: str) -> str:
        """Letters that change when the drawing of a stretch would."""
        ...

    def source(self) -> FigureSource:
        """Where the pictures come from."""
        ...


class PictureStore(Protocol):
    """Keeps the bytes of pictures from one evening to the next. What it gives back may be damaged."""

    def read(self, name: str) -> bytes | None:
        """The bytes; None when there are none."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Keep the bytes, if that can be done."""
        ...


class Forgetful:
    """A store that keeps nothing."""

    def read(self, name: str) -> bytes | None:
        """None, always."""
        del name
        return None

    def write(self, name: str, data: bytes) -> None:
        """Nothing is kept."""


class Draughtsman:
    """Draws what is wanted."""

    def __init__(self, drawings: Drawings, store: PictureStore) -> None:
        self._drawings = drawings
        self._store = store
        self._painters: dict[FigureTheme, FigurePainter] = {}
        self._paper = QImage()

    def frame(self, wanted: Wanted) -> Frame | None:
        """The picture; None for a stretch that nobody has drawn."""
        if self._drawings.motion(wanted.stretch) is None:
            return None
        name = self._name(wanted)
        kept = frame_from(self._store.read(name) or b"", *wanted.dots)
        if kept is not None:
            return kept
        frame = self._drawn(wanted)
        if frame is not None:
            self._store.write(name, frame.to_bytes())
        return frame

    def _name(self, wanted: Wanted) -> str:
        """What the picture is called on the disk: a digest of all that it depends on."""
        parts = (wanted, self._drawings.body, self._drawings.fingerprint(wanted.stretch))
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:40]

    @cached_property
    def _source(self) -> FigureSource:
        return self._drawings.source()

    def _drawn(self, wanted: Wanted) -> Frame | None:
        picture = self._source.picture(wanted.stretch, wanted.width, wanted.height, moment=wanted.moment)
        if picture is None:
            return None
        painter = QPainter(self._clean_paper(*wanted.dots))
        painter.scale(wanted.scale, wanted.scale)
        figure_painter = self._painter(wanted.theme)
        if wanted.part is Part.FURNITURE:
            figure_painter.paint_still(painter, picture, room=False)
            _fade_out(painter, wanted.width, wanted.height)
        else:
            figure_painter.paint_moving(painter, picture)
        painter.end()
        return frame_of(self._paper)

    def _clean_paper(self, width: int, height: int) -> QImage:
        if (self._paper.width(), self._paper.height()) != (width, height):
            self._paper = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self._paper.fill(0)
        return self._paper

    def _painter(self, theme: FigureTheme) -> FigurePainter:
        if theme not in self._painters:
            self._painters[theme] = FigurePainter(Palette(theme, self._drawings.body))
        return self._painters[theme]


def _fade_out(painter: QPainter, width: float, height: float) -> None:
    """Let a wall vanish into the dark above and beside, rather than end where the picture does."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for far in (
        QPointF(0, height * FADE_SHARE),
        QPointF(width * SIDE_SHARE, 0),
        QPointF(-width * SIDE_SHARE, 0),
    ):
        edge = QPointF(width if far.x() < 0 else 0, 0)
        fade = QLinearGradient(edge, edge + far)
        fade.setColorAt(0, Qt.GlobalColor.transparent)
        fade.setColorAt(1, Qt.GlobalColor.black)
        painter.fillRect(QRectF(0, 0, width, height), fade)
