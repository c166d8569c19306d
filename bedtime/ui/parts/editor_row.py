"""One stretch of the routine on its way: the handle, the picture and words, hold, leg, times and total.

Where a row is too narrow for the numbers they move into its details, and a line of words stands for them.
"""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from bedtime.language import N_, _, pgettext
from bedtime.movement.edits import Duplicate, Edit, LeaveOut, Leg, Move, Nudge, Number, SetLeg, SetNumber
from bedtime.phrases import for_stretch
from bedtime.session.editor import NumberView, RowView
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose
from bedtime.ui.parts.group import Group
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.menu import Entry, pop_up
from bedtime.ui.parts.row_details import Breaths, RowDetails
from bedtime.ui.parts.row_handle import RowHandle
from bedtime.ui.parts.row_title import RowTitle
from bedtime.ui.parts.segments import Segments
from bedtime.ui.parts.stepper import TIMES_SIGN, Stepper

LEGS = (Leg.LEFT, Leg.RIGHT, Leg.BOTH)
LEG_NAMES = (N_("Left leg only"), N_("Right leg only"), N_("Both legs"))
_LABELS = (N_("Hold"), N_("Leg"), N_("Times"))
NO_SIDES = N_("no sides")
COLUMNS = {"title": 0.13, "hold": 0.417, "leg": 0.597, "times": 0.766}
"""Where the columns begin, as shares of a row's width."""
HOLD_WIDE = (160, 172, 232)
"""How wide the hold is at the three sizes; a row whose column has no room for it shows its numbers in the details."""
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Spot(Enum):
    """Where in a row the keyboard is."""

    HANDLE = auto()
    TITLE = auto()
    AMOUNT = auto()
    LEG = auto()
    SETS = auto()
    DETAILS = auto()


class EditorRow(Group):
    """A row. `opened` wants the details opened or closed, `stepped` wants the keyboard one row up or down."""

    opened = Signal()
    settled = Signal()
    stepped = Signal(int)
    grew = Signal()
    """There are details now, which the Tab key should find."""

    def __init__(self, parent: QWidget, artist: Artist, wish: Callable[[Edit], None]) -> None:
        """An empty row. `wish` is told of every change."""
        super().__init__(parent)
        self._wish = wish
        self._look: Look | None = None
        self._view: RowView | None = None
        self._index, self._last = 0, 0
        self._breaths: Breaths = ()
        self._is_lifted = False
        self._details: RowDetails | None = None
        self.is_open = False
        self.handle = RowHandle(self)
        self._title = RowTitle(self)
        self._figure = FigureView(self, artist)
        self._amount, self._sets = Stepper(self), Stepper(self, TIMES_SIGN)
        self._leg = Segments(self, (pgettext("left, on a button", "L"), pgettext("right, on a button", "R"), _("Both")))
        self._no_sides = Words(self, _(NO_SIDES))
        self._total = Words(self)
        self._leg.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # left is where left is
        self._labels = {name: Words(self, _(name)) for name in _LABELS}
        self._connect()

    def _connect(self) -> None:
        self.handle.asked.connect(self._offer)
        self._title.chosen.connect(self.opened)
        for stepper, number in ((self._amount, Number.AMOUNT), (self._sets, Number.SETS)):
            stepper.nudged.connect(lambda n, pace, number=number: self._wish(Nudge(self._index, number, n, pace)))
            stepper.typed.connect(lambda to, number=number: self._wish(SetNumber(self._index, number, to)))
            stepper.settled.connect(self.settled)
        self._leg.chosen.connect(lambda place: self._wish(SetLeg(self._index, LEGS[place])))

    # what is shown

    def show_view(self, index: int, last: int, view: RowView, breaths: Breaths) -> None:
        """Show row `index` of a routine whose last row is `last`."""
        self._index, self._last, self._view, self._breaths = index, last, view, breaths
        self.setAccessibleName(
            _("{number} of {count}: {stretch}").format(number=index + 1, count=last + 1, stretch=view.spoken)
        )
        self.handle.setAccessibleName(_("Move, duplicate or leave out {stretch}").format(stretch=view.name))
        self._title.show_words(view.name, self._cue(), view.spoken, is_open=self.is_open)
        self._figure.show_pose(Pose(view.stretch, view.side))
        self._show_number(self._amount, view.amount)
        if view.sets is not None:
            self._show_number(self._sets, view.sets)
        if view.leg is not None:
            self._leg.show_chosen(LEGS.index(view.leg), [for_stretch(_(name), view.name) for name in LEG_NAMES])
            self._leg.call(for_stretch(_("Leg"), view.name))
        self._total.set_words(view.total)
        self._labels["Hold"].set_words(view.amount.label)
        if self._details is not None and self.is_open:
            self._details.show_view(index, view, breaths)

    def _show_number(self, stepper: Stepper, number: NumberView) -> None:
        name = for_stretch(number.label, self._view.name if self._view else "")
        stepper.show_number(number.value, number.unit, number.limits, name)

    def _cue(self) -> str:
        if self._view is None:
            return ""
        return self._view.cue if self._is_wide() else self._view.brief

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the details."""
        self.is_open = is_open
        if is_open and self._details is None:
            self._details = RowDetails(self, self._wish, self.settled.emit)
            self.grew.emit()
        if self._details is not None:
            if not is_open:
                self._details.tell()
            self._details.setVisible(is_open)
        if self._view is not None:
            self.show_view(self._index, self._last, self._view, self._breaths)

    def set_lifted(self, *, is_lifted: bool) -> None:
        """Show that the row is being carried to another place."""
        self._is_lifted = is_lifted
        self.update()

    def tell(self) -> None:
        """Tell what was typed and not told yet."""
        for stepper in (self._amount, self._sets):
            stepper.number.interpretText()
        if self._details is not None:
            self._details.tell()

    # places

    @staticmethod
    def closed_height(look: Look) -> float:
        """How high a row without its details is."""
        return look.metrics.between(64, 66, 89)

    def _is_wide(self) -> bool:
        return self._look is not None and is_wide(self._look, self.width())

    def place(self, look: Look, width: float) -> float:
        """Dress and lay out for a row `width` wide; how high it is."""
        self._look = look
        self.resize(round(width), self.height())
        self._dress(look)
        high = self.closed_height(look)
        self._place_line(look, width, high)
        below = 0.0
        if self.is_open and self._details is not None and self._view is not None:
            below = self._place_details(self._details, look, width, high)
        self._show_columns()
        if self._view is not None:
            self._title.show_words(self._view.name, self._cue(), self._view.spoken, is_open=self.is_open)
        return high + below

    def _dress(self, look: Look) -> None:
        between, colors = look.metrics.between, look.palette
        px = between(18, 20, 27)
        self.handle.dress(look, px)
        self._title.dress(look, px)
        self._figure.dress(look)
        for stepper in (self._amount, self._sets):
            stepper.dress(look, between(18, 19, 26))
        self._leg.dress(look, between(17, 18, 25))
        self._no_sides.dress(sans(between(16, 18, 25)), colors.color(colors.text_secondary))
        self._total.dress(sans(between(18, 20, 27), 600), colors.color(colors.text_primary))
        for label in self._labels.values():
            label.dress(sans(between(16, 16, 22), 600), colors.color(colors.text_secondary))

    def _place_line(self, look: Look, width: float, high: float) -> None:
        between = look.metrics.between
        wide = self._is_wide()
        self.handle.put(between(6, 7, 9), 7, between(44, 44, 60), high - 14)
        picture = QRectF(between(56, 60, 80), 2, between(76, 88, 118), high - 4)
        set_box(self._figure, picture.toRect())
        title_at = picture.left() - 2
        total_wide = between(56, 64, 86)
        right = width * COLUMNS["hold"] - between(8, 14, 20) if wide else width - total_wide - between(14, 24, 32)
        self._title.indent(picture.right() - title_at + between(6, 8, 12))
        self._title.put(title_at, 7, right - title_at, high - 14)
        self._figure.raise_()
        self._total.stand_on(width - total_wide - between(12, 24, 32), high / 2 + between(6, 7, 10), total_wide)
        self._total.end_there()
        if wide:
            pill, top = between(48, 50, 67), (high - between(48, 50, 67)) / 2
            self._amount.put(width * COLUMNS["hold"], top, between(*HOLD_WIDE), pill)
            self._leg.put(width * COLUMNS["leg"], top, pill, width * (COLUMNS["times"] - COLUMNS["leg"]) - 4)
            self._no_sides.stand_on(
                width * COLUMNS["leg"] + 8, high / 2 + between(6, 7, 9), self._no_sides.text_width() + 4
            )
            self._sets.put(width * COLUMNS["times"], top, between(132, 143, 193), pill)

    def _place_details(self, details: RowDetails, look: Look, width: float, top: float) -> float:
        """Lay out what is open, beginning with the numbers that do not fit into the line above."""
        between = look.metrics.between
        left, gap = between(16, 58, 80), between(6, 8, 12)
        y = top + gap
        if not self._is_wide():
            y = self._place_numbers(look, left, y)
        details.dress(look)
        room = width - 2 * left
        high = details.place(room)
        set_box(details, QRectF(left - 8, y - 8, room + 16, high + 16).toRect())
        return y + high + between(16, 20, 28) - top

    def _place_numbers(self, look: Look, left: float, y: float) -> float:
        view = self._view
        between = look.metrics.between
        x, label, pill = left, between(24, 24, 34), between(46, 48, 64)
        for name, control, wanted in zip(
            _LABELS,
            (self._amount, self._leg, self._sets),
            (True, view is not None and view.leg is not None, view is not None and view.sets is not None),
            strict=True,
        ):
            if not wanted:
                continue
            self._labels[name].stand_on(x + 4, y + label * 0.66, self._labels[name].text_width() + 4)
            if isinstance(control, Segments):
                control.put(x, y + label, pill)
                x += control.natural_width() + 14
            elif isinstance(control, Stepper):
                wide = between(150, 160, 210)
                control.put(x, y + label, wide, pill)
                x += wide + 14
        return y + label + pill + 10

    def _show_columns(self) -> None:
        view, wide = self._view, self._is_wide()
        shown = wide or self.is_open
        has_leg, has_sets = view is not None and view.leg is not None, view is not None and view.sets is not None
        self._amount.setVisible(shown)
        self._leg.setVisible(shown and has_leg)
        self._sets.setVisible(shown and has_sets)
        self._no_sides.setVisible(wide and not has_leg)
        for name, wanted in zip(_LABELS, (True, has_leg, has_sets), strict=True):
            self._labels[name].setVisible(self.is_open and not wide and wanted)

    # the keyboard

    def chain(self, before: QWidget) -> QWidget:
        """Let the Tab key come from `before`, go through the row in reading order, and leave from what is returned."""
        parts: list[QWidget] = [self.handle, self._title, self._amount.number, *self._leg.segments, self._sets.number]
        if self._details is not None:
            parts += self._details.focusable()
        for part in parts:
            QWidget.setTabOrder(before, part)
            before = part
        return before

    @property
    def spot(self) -> Spot | None:
        """Where in the row the keyboard is; None when it is elsewhere."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        for spot, part in self._spots().items():
            if part is focus or part.isAncestorOf(focus):
                return spot
        return Spot.DETAILS

    def land(self, spot: Spot) -> None:
        """Take the keyboard there, or to the title where the row has no such thing."""
        part = self._spots().get(spot, self._title)
        if part.isHidden():
            part = self._title
        if isinstance(part, Segments):
            part.land()
        elif isinstance(part, Stepper):
            part.number.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spots(self) -> dict[Spot, QWidget]:
        return {
            Spot.HANDLE: self.handle,
            Spot.TITLE: self._title,
            Spot.AMOUNT: self._amount,
            Spot.LEG: self._leg,
            Spot.SETS: self._sets,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the row, Delete leaves it out, Ctrl+D duplicates it, up and down change rows."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(move)
        elif move is not None:
            self.stepped.emit(move)
        elif event.key() == Qt.Key.Key_Delete:  # not what the desktop calls delete: under X11 that is Ctrl+D too
            self._wish(LeaveOut(self._index))
        elif event.key() == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wish(Duplicate(self._index))
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        if 0 <= self._index + by <= self._last:
            self._wish(Move(self._index, self._index + by))

    def _offer(self) -> None:
        if self._look is None:
            return
        index = self._index
        entries = (
            Entry(_("Move up"), lambda: self._move(-1), "Alt+Up", possible=index > 0),
            Entry(_("Move down"), lambda: self._move(1), "Alt+Down", possible=index < self._last),
            None,
            Entry(_("Duplicate"), lambda: self._wish(Duplicate(index)), "Ctrl+D"),
            Entry(_("Leave out"), lambda: self._wish(LeaveOut(index)), "Del"),
        )
        pop_up(self.handle, self._look, entries)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised ground; a lifted row has an outline."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._look.palette
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = self._look.metrics.between(16, 20, 27)
        painter.setBrush(colors.color(colors.surface_2 if self._is_lifted else colors.surface_1))
        painter.setPen(QPen(self._outline(), 2.2) if self._is_lifted or self._needs_outline() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(shape, radius, radius)

    def _needs_outline(self) -> bool:
        return self._look is not None and self._look.palette.surface_1 == self._look.palette.bg

    def _outline(self) -> QColor:
        colors = self._look.palette if self._look is not None else None
        if colors is None:
            return QColor()
        return colors.color(colors.accent if self._is_lifted else colors.line_track)

    def grip(self, at: QPoint) -> int:
        """How far below its top the row is held, when the pointer is at `at` on the screen."""
        return self.mapFromGlobal(at).y()


def is_wide(look: Look, width: float) -> bool:
    """Whether a row of this width has room for all its numbers in one line."""
    column = width * (COLUMNS["leg"] - COLUMNS["hold"])
    return column >= look.metrics.between(*HOLD_WIDE) + 12 * look.metrics.scale
