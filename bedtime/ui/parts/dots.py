"""Three dots: how well something is supported. The words beside them say the same."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bedtime.ui.look import Look
from bedtime.ui.mirror import flip_x, set_box

ALL = 3


class Dots(QWidget):
    """So many of three are lit."""

    def __init__(self, parent: QWidget) -> None:
        """None is lit."""
        super().__init__(parent)
        self._lit = 0
        self._look: Look | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_lit(self, lit: int) -> None:
        """Light this many."""
        self._lit = lit
        self.update()

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Three dots in a row."""
        radius = self._radius()
        return QSize(round(radius * (2 * ALL + 1.3 * (ALL - 1))) + 4, round(2 * radius) + 4)

    def stand(self, x: float, middle: float) -> None:
        """Place the row, centred on `middle`."""
        set_box(self, QRect(round(x), round(middle - self.height() / 2), self.width(), self.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lit ones, then the others as rings."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, radius = self._look.palette, self._radius()
        for index in range(ALL):
            at = QPointF(flip_x(self, 2 + radius * (1 + 3.3 * index)), self.height() / 2)
            if index < self._lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors.color(colors.accent))
                painter.drawEllipse(at, radius, radius)
            else:
                painter.setPen(QPen(colors.color(colors.line_control), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, radius - 0.75, radius - 0.75)

    def _radius(self) -> float:
        return self._look.metrics.between(5, 6, 8) if self._look is not None else 6.0
