"""The seven nights of a week, each switched on or off by itself: real check boxes, drawn as circles with a letter."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bedtime.movement.week import Day
from bedtime.session.routines import NightToggle
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO
from bedtime.ui.parts.group import Group
from bedtime.ui.parts.tick import Tick

_PITCH = (50, 56, 76)


class NightCircle(Tick):
    """One night. It only asks: what it shows is what it is told."""

    asked = Signal()
    weight = 700

    def take_press(self) -> None:
        """A press asks for the other state."""
        self.was_toggled()

    def was_toggled(self) -> None:
        """So does a tool."""
        self.asked.emit()

    def show_night(self, night: NightToggle) -> None:
        """Show this night."""
        self.setText(night.letter)
        self.setAccessibleName(night.spoken)
        self.setChecked(night.is_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches as Space does; the arrows go from night to night."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, shape: QRectF, look: Look) -> None:
        """Paint the circle and its letter."""
        colors = look.palette
        if self.isChecked():
            painter.setBrush(colors.color(colors.accent, 0.11))
            painter.setPen(QPen(colors.color(colors.accent), 2.2))
        else:
            painter.setBrush(colors.color(colors.surface_2, 0.6) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.color(colors.line_control), 1.2))
        painter.drawEllipse(shape.adjusted(1, 1, -1, -1))
        painter.setPen(self.ink())
        painter.setFont(sans(self._px, 700 if self.isChecked() else 400))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())


class NightToggles(Group):
    """The row. `toggled` carries the `Day` that was pressed."""

    toggled = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Seven nights, all off."""
        super().__init__(parent)
        self._circles = [NightCircle(self) for _ in Day]
        for day, circle in zip(Day, self._circles, strict=True):
            circle.asked.connect(lambda day=day: self.toggled.emit(day))

    @property
    def stops(self) -> list[NightCircle]:
        """Where the focus stops on its way along."""
        return self._circles

    def show_nights(self, nights: tuple[NightToggle, ...]) -> None:
        """Show these nights."""
        for circle, night in zip(self._circles, nights, strict=False):
            circle.show_night(night)

    def put(self, look: Look, x: float, middle: float, scale: float = 1) -> float:
        """Lay the row out from `x`, centred on `middle`; the width taken. No circle is smaller than a target."""
        between = look.metrics.between
        across, pitch = (max(least, scale * between(*sizes)) for least, sizes in ((44, (44, 46, 62)), (50, _PITCH)))
        wide = 6 * pitch + across
        box = QRectF(x - HALO, middle - across / 2 - HALO, wide + 2 * HALO, across + 2 * HALO)
        set_box(self, box.toRect())
        for index, circle in enumerate(self._circles):
            circle.dress(look, scale * between(17, 19, 26))
            set_box(circle, QRectF(index * pitch, 0, across + 2 * HALO, across + 2 * HALO).toRect())
        return wide
