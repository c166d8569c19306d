"""The pictures of stretches for paper: the drawn figure in daylight on white, or the person's own picture."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from bedtime.errors import BadInput
from bedtime.figure.palette import Palette, Theme
from bedtime.figure.port import FigureSource
from bedtime.session.sheet import SheetStretch
from bedtime.ui.figure_painter import FigurePainter
from bedtime.ui.own_picture import open_picture


class PaperPictures:
    """Asks `source` for figures and `own` for the bytes of a person's own pictures, by the ids of stretches."""

    def __init__(self, source: FigureSource, own: Callable[[str], bytes | None], body: str) -> None:
        self._source, self._own = source, own
        self._painter = FigurePainter(Palette(Theme.DAY, body))

    def picture(self, stretch: SheetStretch, width: float, height: float, scale: float) -> QImage | None:
        """The picture; None where nobody has drawn one, or the person's own cannot be used."""
        own = self._own(stretch.stretch.id)
        if own is not None:
            try:
                image = open_picture(own, width, height, scale)
            except BadInput:
                return None
            image.setDevicePixelRatio(1)
            return image
        drawn = self._source.picture(stretch.stretch.id, width, height, side=stretch.side.value)
        if drawn is None:
            return None
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(scale, scale)
        self._painter.paint(painter, drawn, room=False)
        painter.end()
        return image
