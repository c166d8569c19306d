"""One number between minus and plus, as a real spin box: typed by ones, stepped by fives, with Shift by fifteens.

It never changes its number itself: it says what is wished, and shows what comes of it.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from bedtime.language import _, pgettext
from bedtime.movement.edits import Limits, Pace
from bedtime.session.editor import SECONDS
from bedtime.ui.fonts import SMALLEST_PX, fitted, sans
from bedtime.ui.icons import Icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Kind, RoundButton, draw_focus
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.number_field import NumberField
from bedtime.ui.parts.text_keys import LeavesUndo

_STEPS = {
    Qt.Key.Key_Up: (1, Pace.STEP),
    Qt.Key.Key_Down: (-1, Pace.STEP),
    Qt.Key.Key_PageUp: (1, Pace.SHIFT),
    Qt.Key.Key_PageDown: (-1, Pace.SHIFT),
}
AT_THE_END = 0.35
"""How much is seen of a minus or plus that leads no further."""
TIMES_SIGN = "\u00d7 "
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class _Number(NumberField):
    """The number itself. The arrows wish for steps."""

    stepped = Signal(int, Pace)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        for part in (self, self.lineEdit()):
            LeavesUndo(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing but the digits, which paint themselves."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows wish for steps; with Alt they belong to the row."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & _ALT:
            event.ignore()
        else:
            self.interpretText()
            self.stepped.emit(step[0], Pace.SHIFT if event.modifiers() & _SHIFT else step[1])


class _Press(RoundButton):
    """Minus or plus. Each press counts, as often as it is meant; held down it repeats. Shift goes further."""

    pressed_with = Signal(Pace)

    def __init__(self, parent: QWidget, name: str, icon: Icon) -> None:
        super().__init__(name, Kind.BARE, icon=icon)
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of the number do the same
        self._pace = Pace.STEP
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(500)
        self.setAutoRepeatInterval(200)
        self.chosen.connect(lambda: self.pressed_with.emit(self._pace))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether Shift goes with it."""
        self._pace = Pace.SHIFT if event.modifiers() & _SHIFT else Pace.STEP
        super().mousePressEvent(event)


class Stepper(QWidget):
    """A pill with minus, a number and plus. A unit other than seconds stands under the number."""

    nudged = Signal(int, Pace)
    typed = Signal(int)
    settled = Signal()

    def __init__(self, parent: QWidget, prefix: str = "") -> None:
        """`prefix` stands before the number, such as a sign for "times"."""
        super().__init__(parent)
        self._look: Look | None = None
        self._px = 20.0
        self._unit = Words(self)
        self.number = _Number(self)
        self.number.setPrefix(prefix)
        self._less, self._more = _Press(self, "", Icon.MINUS), _Press(self, "", Icon.PLUS)
        self._less.pressed_with.connect(lambda pace: self.nudged.emit(-1, pace))
        self._more.pressed_with.connect(lambda pace: self.nudged.emit(1, pace))
        self.number.stepped.connect(self.nudged)
        self.number.typed.connect(self.typed)
        self.number.left.connect(self._leave)
        self.number.focused.connect(self.update)

    def show_number(self, value: int, unit: str, limits: Limits, name: str) -> None:
        """Show a number; `name` says of what, such as "Hold for Calf stretch"."""
        self.number.setSuffix(pgettext("after a number of seconds", " s") if unit == SECONDS else "")
        self.number.show_value(value, limits.least, limits.most)
        self.number.setAccessibleName(name)
        self._unit.set_words("" if unit == SECONDS else unit)
        less, more = _("{name}, less"), _("{name}, more")
        if limits.step > 1:
            less, more = _("{name}, less by {step}"), _("{name}, more by {step}")
        for button, words, open_end in (
            (self._less, less, value > limits.least),
            (self._more, more, value < limits.most),
        ):
            button.setAccessibleName(words.format(name=name, step=limits.step))
            button.setEnabled(open_end)
            button.set_presence(1.0 if open_end else AT_THE_END)
        self._place()

    def dress(self, look: Look, px: float) -> None:
        """Take on a look, with digits of `px`."""
        self._look, self._px = look, px
        colors = look.palette
        self.number.color(colors.text_primary, colors.accent_on, colors.accent)
        self._unit.dress(sans(max(SMALLEST_PX, px * 0.84)), colors.color(colors.text_secondary))
        for button in (self._less, self._more):
            button.dress(look, px)
        self._place()

    def put(self, x: float, y: float, width: float, height: float) -> None:
        """Place the pill; its focus ring needs a few pixels more."""
        set_box(self, QRectF(x, y, width, height).adjusted(-HALO, -HALO, HALO, HALO).toRect())
        self._place()

    def shape(self) -> QRectF:
        """The pill, in its own coordinates."""
        return QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)

    def sizeHint(self) -> QSize:
        """A usual pill."""
        return QSize(172 + 2 * HALO, 50 + 2 * HALO)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline and the focus."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape, colors = self.shape(), self._look.palette
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.color(colors.line_control), 1.5))
        painter.drawRoundedRect(shape.adjusted(0.75, 0.75, -0.75, -0.75), shape.height() / 2, shape.height() / 2)
        if self.number.hasFocus():
            draw_focus(painter, shape, shape.height() / 2, self._look, 4)

    def changeEvent(self, event: QEvent) -> None:
        """Enabled or not, it looks as it should."""
        super().changeEvent(event)
        self.update()

    def _leave(self) -> None:
        self.settled.emit()
        self.update()

    def _place(self) -> None:
        shape = self.shape()
        radius = shape.height() / 2
        if self._unit.text_width() > shape.width() - 4 * radius - 6:  # a long word has the room of all but a target
            radius = min(radius, SMALLEST_TARGET / 2)
        self._less.put_round(shape.left() + radius + 1, shape.center().y(), radius - 2)
        self._more.put_round(shape.right() - radius - 1, shape.center().y(), radius - 2)
        room = QRectF(shape.left() + 2 * radius - 2, shape.top(), shape.width() - 4 * radius + 4, shape.height())
        unit = self._unit.text()
        self._unit.setVisible(bool(unit))
        font = sans(self._px if not unit else self._px * 0.95, 600)
        if unit:
            high = room.height() / 2
            wide = min(room.width(), self._unit.text_width() + 2)
            self._unit.stand_on(room.center().x() - wide / 2, room.bottom() - high * 0.26, wide)
            room.setHeight(high * 1.16)
        self._fit(font, room)

    def _fit(self, font: QFont, room: QRectF) -> None:
        fitting = fitted(font, self.number.text(), room.width() - 6)
        self.number.setFont(fitting)
        self.number.lineEdit().setFont(fitting)
        set_box(self.number, room.toRect())
