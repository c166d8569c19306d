"""A time of day that can be read from the bed: hours and minutes as real spin boxes, each with minus and plus.

It never changes its time itself: it says what is wished, and shows what comes of it.
"""

from datetime import time

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bedtime.language import _, ngettext
from bedtime.ui.fonts import sans, width_of
from bedtime.ui.icons import Icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import Kind, RoundButton, draw_focus
from bedtime.ui.parts.group import Group
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.number_field import NumberField

_DIGITS = 2


class _Number(NumberField):
    """Two digits. Typing them is enough; the arrows wish for steps."""

    stepped = Signal(int)
    filled = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWrapping(True)  # so that both arrows always lead somewhere
        self.lineEdit().textEdited.connect(self._see_typing)

    def textFromValue(self, value: int) -> str:
        """Always two digits."""
        return f"{value:02d}"

    def stepBy(self, steps: int) -> None:
        """A step is a wish; by how much is somebody else's business."""
        self.interpretText()
        self.stepped.emit(1 if steps > 0 else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A colon goes on."""
        if event.text() in {":", "."}:
            self.interpretText()
            self.filled.emit()
        else:
            super().keyPressEvent(event)

    def _see_typing(self, text: str) -> None:
        if len(text) == _DIGITS and self.hasAcceptableInput():
            self.interpretText()
            self.selectAll()
            self.filled.emit()


class BigTime(Group):
    """The time. `hours_stepped` and `minutes_stepped` carry 1 or -1, `typed` a whole `time`."""

    hours_stepped = Signal(int)
    minutes_stepped = Signal(int)
    typed = Signal(object)

    def __init__(self, parent: QWidget, step_min: int) -> None:
        """Midnight."""
        super().__init__(parent)
        self._at = time()
        self._look: Look | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # digits are, in every language
        self.hours, self.minutes = _Number(self, _("Hour")), _Number(self, _("Minute"))
        self._colon = Words(self, ":")
        names = (
            _("One hour earlier"),
            _("One hour later"),
            ngettext("{count} minute earlier", "{count} minutes earlier", step_min).format(count=step_min),
            ngettext("{count} minute later", "{count} minutes later", step_min).format(count=step_min),
        )
        self._buttons = [
            RoundButton(name, Kind.OUTLINED, icon=icon)
            for name, icon in zip(names, (Icon.MINUS, Icon.PLUS) * 2, strict=True)
        ]
        for index, button in enumerate(self._buttons):
            wish = self.hours_stepped if index < 2 else self.minutes_stepped
            button.setParent(self)
            button.setAutoRepeat(True)
            button.setAutoRepeatDelay(500)
            button.setAutoRepeatInterval(250)
            button.chosen.connect(lambda wish=wish, step=(-1, 1)[index % 2]: wish.emit(step))
        self.hours.stepped.connect(self.hours_stepped)
        self.minutes.stepped.connect(self.minutes_stepped)
        self.hours.typed.connect(lambda hour: self.typed.emit(self._at.replace(hour=hour)))
        self.minutes.typed.connect(lambda minute: self.typed.emit(self._at.replace(minute=minute)))
        self.hours.filled.connect(lambda: self.minutes.setFocus(Qt.FocusReason.TabFocusReason))
        for number in (self.hours, self.minutes):
            number.focused.connect(self.update)

    @property
    def stops(self) -> list[QWidget]:
        """Where the focus stops on its way along."""
        return [self.hours, self.minutes, *self._buttons]

    def show_time(self, at: time) -> None:
        """Show a time."""
        self._at = at
        self.hours.show_value(at.hour, 0, 23)
        self.minutes.show_value(at.minute, 0, 59)

    def put(self, look: Look, x: float, baseline: float) -> float:
        """Place the digits from `x` on `baseline`, in the coordinates of the parent; where all of it ends below."""
        self._look = look
        colors, between = look.palette, look.metrics.between
        px = between(104, 170, 230)
        font = sans(px, 400, -px * 0.024)
        metrics = QFontMetricsF(font)
        wide, gap, edge = width_of("00", font), between(36, 54, 73), between(12, 16, 20)
        radius, apart = between(22, 26, 35), between(27, 34, 46)
        top = baseline - metrics.ascent()
        middle = metrics.ascent() + between(36, 50, 68)
        set_box(self, QRectF(x - edge, top, 2 * wide + gap + 2 * edge, middle + radius + 10).toRect())
        for number, left in ((self.hours, edge), (self.minutes, edge + wide + gap)):
            number.color(colors.text_primary, colors.accent, "transparent")
            number.setFont(font)
            set_box(number, QRectF(left - edge / 2, 0, wide + edge, metrics.height()).toRect())
        self._colon.dress(sans(px * 0.88), colors.color(colors.text_secondary))
        colon = self._colon.text_width()
        self._colon.stand_on(edge + wide + (gap - colon) / 2, metrics.ascent() - px * 0.06, colon + 2)
        for index, button in enumerate(self._buttons):
            centre = edge + wide / 2 + (index // 2) * (wide + gap)
            button.dress(look, px * 0.12)
            button.put_round(centre + (-apart, apart)[index % 2], middle, radius)
            button.raise_()
        return top + middle + radius

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring of the focus around the digits that have it."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in (self.hours, self.minutes):
            if number.hasFocus():
                metrics = QFontMetricsF(number.font())
                cap = QRectF(0, 0, number.width() - 2, metrics.capHeight() + metrics.descent() * 0.5)
                cap.moveCenter(QPointF(number.geometry().center().x() + 1, metrics.ascent() - metrics.capHeight() / 2))
                draw_focus(painter, cap, 16, self._look, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Enabled or not, it looks as it should."""
        super().changeEvent(event)
        self.update()
