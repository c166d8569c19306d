"""All that can be said about one stretch of a routine beside its length: times, order, breathing, own words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from bedtime.language import N_, _
from bedtime.movement.edits import (
    Edit,
    Nudge,
    Number,
    RestoreStep,
    SetBreath,
    SetFirst,
    SetNumber,
    SetOrder,
    SetStepName,
    SetStepNote,
)
from bedtime.movement.routine import Order
from bedtime.movement.stretch import Side
from bedtime.phrases import for_stretch
from bedtime.session.editor import RowView
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, Button, Kind
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.menu import Entry, pop_up
from bedtime.ui.parts.note_field import NoteField
from bedtime.ui.parts.segments import Segments
from bedtime.ui.parts.stepper import Stepper
from bedtime.ui.parts.text_keys import LeavesUndo

Breaths = tuple[tuple[str, str], ...]
"""Patterns that may be led during a stretch: id and name."""
_FIRST: tuple[Side | None, ...] = (None, Side.LEFT, Side.RIGHT)
_ORDERS = (Order.ONE_LEG_THEN_THE_OTHER, Order.ALTERNATE)
_TIMES = (Number.GET_READY_S, Number.SWITCH_S, Number.REST_S)
AS_SET = N_("As in the settings")


class Field:
    """A control under its label."""

    def __init__(self, parent: QWidget, label: str, control: QWidget) -> None:
        self.label = Words(parent, label)
        self.control = control
        self.is_wanted = True

    def set_visible(self, *, visible: bool) -> None:
        """Show both, or neither."""
        self.label.setVisible(visible)
        self.control.setVisible(visible)


class RowDetails(QWidget):
    """The lower part of an open row. `wish` is told of every change."""

    def __init__(self, parent: QWidget, wish: Callable[[Edit], None], settle: Callable[[], None]) -> None:
        """Without a stretch."""
        super().__init__(parent)
        self._wish = wish
        self._index = 0
        self._look: Look | None = None
        self._view: RowView | None = None
        self._breaths: Breaths = ()
        self._steppers = {number: self._stepper(number, settle) for number in _TIMES}
        self._first = Segments(self, (_("As set"), _("Left"), _("Right")))
        self._first.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # left is where left is
        self._order = Segments(self, (_("One leg, then the other"), _("Taking turns")))
        self._breath = Button("", Kind.OUTLINED)
        self._name = NoteField(self, _("Your own name for it"))
        self._note = NoteField(self, _("A note to yourself, shown while you stretch"))
        self._restore = Button(_("As in the original"))
        labels = {
            Number.GET_READY_S: _("Get ready"),
            Number.SWITCH_S: _("Change sides"),
            Number.REST_S: _("Rest between"),
        }
        self._times = {number: Field(self, labels[number], one) for number, one in self._steppers.items()}
        self._first_field = Field(self, _("First leg"), self._first)
        self._order_field = Field(self, _("Order"), self._order)
        self._breath_field = Field(self, _("Breathing"), self._breath)
        self._name_field = Field(self, _("Name"), self._name)
        self._note_field = Field(self, _("Note"), self._note)
        self._connect()

    def _stepper(self, number: Number, settle: Callable[[], None]) -> Stepper:
        stepper = Stepper(self)
        stepper.nudged.connect(lambda times, pace: self._wish(Nudge(self._index, number, times, pace)))
        stepper.typed.connect(lambda to: self._wish(SetNumber(self._index, number, to)))
        stepper.settled.connect(settle)
        return stepper

    def _connect(self) -> None:
        for button in (self._breath, self._restore):
            button.setParent(self)
        for field in (self._name, self._note):
            LeavesUndo(field)
            field.left.connect(field.clearFocus)
        self._first.chosen.connect(lambda place: self._wish(SetFirst(self._index, _FIRST[place])))
        self._order.chosen.connect(lambda place: self._wish(SetOrder(self._index, _ORDERS[place])))
        self._name.noted.connect(lambda name: self._wish(SetStepName(self._index, name)))
        self._note.noted.connect(lambda note: self._wish(SetStepNote(self._index, note)))
        self._restore.chosen.connect(lambda: self._wish(RestoreStep(self._index)))
        self._breath.chosen.connect(self._offer_breaths)

    def show_view(self, index: int, view: RowView, breaths: Breaths) -> None:
        """Show what is known of row `index`."""
        self._index, self._view, self._breaths = index, view, breaths
        shown = {number.number: number for number in view.times}
        for number, field in self._times.items():
            known = shown.get(number)
            field.is_wanted = known is not None
            if known is not None:
                name = for_stretch(known.label, view.name)
                self._steppers[number].show_number(known.value, known.unit, known.limits, name)
        self._first_field.is_wanted, self._order_field.is_wanted = view.asks_first, view.asks_order
        names = (_("First leg as in the settings"), _("Left leg first"), _("Right leg first"))
        self._first.show_chosen(_FIRST.index(view.first), names)
        self._first.call(_("First leg"))
        self._order.call(_("Order"))
        self._order.show_chosen(_ORDERS.index(view.order), (_("One leg, then the other"), _("The legs take turns")))
        self._breath.setText(dict(breaths).get(view.breath or "", _(AS_SET)))
        self._breath.setAccessibleName(
            _("Breathing for {stretch}: {pattern}").format(stretch=view.name, pattern=self._breath.text())
        )
        for line, words in ((self._name, view.own_name), (self._note, view.own_note)):
            if not line.hasFocus() or not line.isModified():
                line.show_note(words)
        self._name.setPlaceholderText(view.stretch.name)
        self._restore.setVisible(view.can_restore)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        between, colors = look.metrics.between, look.palette
        for field in self._fields():
            field.label.dress(sans(between(16, 16, 22), 600), colors.color(colors.text_secondary))
        for stepper in self._steppers.values():
            stepper.dress(look, between(18, 19, 26))
        for segments in (self._first, self._order):
            segments.dress(look, between(17, 18, 25))
        for button in (self._breath, self._restore):
            button.dress(look, between(17, 18, 25))
        for line in (self._name, self._note):
            line.dress(look)

    def place(self, width: float) -> float:
        """Lay the fields out in rows no wider than `width`; how high they are together."""
        if self._look is None:
            return 0
        between = self._look.metrics.between
        high, label, gap = between(44, 46, 62), between(24, 26, 36), between(14, 22, 30)
        x = y = float(HALO)
        width += HALO
        for field in self._fields():
            field.set_visible(visible=field.is_wanted)
            if not field.is_wanted:
                continue
            wide = min(width - HALO, self._width_of(field, self._look))
            if x > HALO and x + wide > width:
                x, y = float(HALO), y + label + high + gap * 0.6
            field.label.stand_on(x + 4, y + label * 0.66, max(wide, field.label.text_width() + 6))
            self._put(field, QRectF(x, y + label, wide, high))
            x += wide + gap
        if self._view is not None and self._view.can_restore:
            wide = self._restore.sizeHint().width()
            if x + wide > width:
                x, y = float(HALO), y + label + high + gap * 0.6
            self._restore.put(x, y + label, 0, high)
        return y + label + high

    def land(self) -> None:
        """Focus on the first field."""
        self._steppers[Number.GET_READY_S].number.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusable(self) -> list[QWidget]:
        """What the Tab key comes to, in reading order."""
        times = [stepper.number for stepper in self._steppers.values()]
        choices = [*self._first.segments, *self._order.segments]
        return [*times, *choices, self._breath, self._name, self._note, self._restore]

    def tell(self) -> None:
        """Tell what was typed and not told yet."""
        for field in (self._name, self._note):
            field.tell()

    def _fields(self) -> tuple[Field, ...]:
        words = (self._breath_field, self._name_field, self._note_field)
        return (*self._times.values(), self._first_field, self._order_field, *words)

    def _width_of(self, field: Field, look: Look) -> float:
        between, control = look.metrics.between, field.control
        if isinstance(control, Segments):
            return control.natural_width()
        if isinstance(control, Button):
            return float(control.sizeHint().width() - 16)
        if isinstance(control, Stepper):
            return between(150, 160, 214)
        return between(250, 260, 350) if control is self._name else between(420, 440, 600)

    @staticmethod
    def _put(field: Field, box: QRectF) -> None:
        control = field.control
        if isinstance(control, Segments):
            control.put(box.left(), box.top(), box.height())
        elif isinstance(control, Stepper | Button):
            control.put(box.left(), box.top(), box.width(), box.height())
        else:
            set_box(control, box.toRect())

    def _set_breath(self, pattern: str | None) -> None:
        self._wish(SetBreath(self._index, pattern))

    def _offer_breaths(self) -> None:
        if self._look is None or self._view is None:
            return
        now = self._view.breath
        patterns: tuple[tuple[str | None, str], ...] = ((None, _(AS_SET)), *self._breaths)
        offered = [Entry(name, partial(self._set_breath, pattern), chosen=pattern == now) for pattern, name in patterns]
        pop_up(self._breath, self._look, offered)
