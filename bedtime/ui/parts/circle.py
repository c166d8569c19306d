"""One number in a circle, as a real radio button: the minutes of tonight, and how the legs feel."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.ui.fonts import sans
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, draw_focus
from bedtime.ui.parts.outside import Radio


class Ring(Enum):
    """How a circle looks."""

    WHEN_CHOSEN = auto()  # a number alone; the chosen one has a ring
    ALWAYS = auto()  # a ring each; the chosen one is filled


class Circle(Radio):
    """A choice of one number. Says its name and whether it is selected; `icon` stands in where there is no number."""

    def __init__(self, parent: QWidget, sign: str, name: str, ring: Ring, icon: Icon | None = None) -> None:
        """`sign` is shown, `name` is read out."""
        super().__init__(sign, parent)
        self._ring = ring
        self._icon = icon
        self._name = name
        self._look: Look | None = None
        self._px = 23.0
        self._radius = 29.0
        self._offset = 5.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._rename)
        self._rename()

    def call(self, name: str) -> None:
        """Change what is read out."""
        self._name = name
        self._rename()

    def show_sign(self, sign: str) -> None:
        """Change what is shown; without a sign it is the icon."""
        self.setText(sign)
        self.update()

    def dress(self, look: Look, px: float) -> None:
        """Take on a look, with letters of `px`."""
        self._look = look
        self._px = px
        self.setFont(sans(px, 700))
        self.update()

    def put(self, centre: QPointF, radius: float, pitch: float) -> None:
        """Place the circle; `pitch` is how far away the next one is, so that the focus ring stays clear of it."""
        self._radius = radius
        halo = min(HALO, pitch - 2 * radius)
        self._offset = 5 if halo >= HALO else halo - 3
        half = radius + HALO
        set_box(self, QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half).toRect())

    def shape(self) -> QRectF:
        """The circle, in the widget's own coordinates."""
        middle = QRectF(self.rect()).center()
        return QRectF(middle.x() - self._radius, middle.y() - self._radius, 2 * self._radius, 2 * self._radius)

    def hitButton(self, at: QPoint) -> bool:
        """Whether a press at `at` is meant: anywhere in the square around the circle."""
        return self.shape().contains(QPointF(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the digits are left to the screen; the arrows go from circle to circle."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the number and the focus."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self.shape()
        self._paint_ground(painter, shape, self._look)
        ink = self.ink()
        if self.text():
            painter.setPen(ink)
            painter.setFont(sans(self._px, 700 if self.isChecked() else 400))
            painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())
        elif self._icon is not None:
            draw_icon(painter, self._icon, shape.center(), self._px, ink)
        if self.hasFocus():
            draw_focus(painter, shape, self._radius, self._look, self._offset)

    def ink(self) -> QColor:
        """The colour of the number."""
        colors = self._look.palette if self._look is not None else None
        if colors is None:
            return QColor()
        if self.isChecked():
            return colors.color(colors.accent if self._ring is Ring.WHEN_CHOSEN else colors.accent_on)
        return colors.color(colors.text_primary if self._ring is Ring.WHEN_CHOSEN else colors.text_secondary)

    def _paint_ground(self, painter: QPainter, shape: QRectF, look: Look) -> None:
        colors = look.palette
        fill, outline = Qt.GlobalColor.transparent, colors.color(colors.line_control)
        painter.setBrush(fill)
        if self.isChecked():
            painter.setBrush(colors.color(colors.accent, 0.11 if self._ring is Ring.WHEN_CHOSEN else 1))
            painter.setPen(QPen(colors.color(colors.accent), 2.2))
        elif self._ring is Ring.ALWAYS:
            painter.setPen(QPen(outline, 1.5))
        elif self.underMouse():
            painter.setPen(QPen(colors.color(colors.line_control, 0.6), 1.5))
        else:
            return
        painter.drawEllipse(shape)

    def _rename(self) -> None:
        self.setAccessibleName(_("{name}, selected").format(name=self._name) if self.isChecked() else self._name)
