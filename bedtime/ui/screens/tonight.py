"""The first screen: how many minutes tonight, and Begin. Shows one `TonightView` and sends back what is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent

from bedtime.clock import Clock
from bedtime.language import N_, _
from bedtime.phrases import count_words
from bedtime.session.tonight_view import Opening, TonightView
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.disclosure import Disclosure
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose
from bedtime.ui.parts.floor_line import FloorLine, Plank
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.minutes_choice import MinutesChoice
from bedtime.ui.parts.tonight_strip import TonightStrip
from bedtime.ui.parts.top_bar import TopBar
from bedtime.ui.parts.typed_number import is_a_digit
from bedtime.ui.screens.screen import Screen

if TYPE_CHECKING:
    from bedtime.reminder.page import Brief
    from bedtime.ui.parts.stretch_list import StretchList

HERE = N_("Tonight")


class TonightScreen(Screen):
    """The screen that opens. `minutes_chosen` carries the minutes, `gone_to` the name of a place in the top bar."""

    said = HERE
    begin = Signal()
    carry_on = Signal()
    start_over = Signal()
    again = Signal()
    minutes_chosen = Signal(int)
    gone_to = Signal(str)
    help_wanted = Signal()
    reminder_wanted = Signal()
    cautions_wanted = Signal()
    has_bar = True

    def __init__(self, artist: Artist, clock: Clock, places: tuple[str, ...] = (HERE,)) -> None:
        """A screen without an evening; `show_view` gives it one. `places` are the screens that exist."""
        super().__init__()
        self._view: TonightView | None = None
        self._figure = FigureView(self, artist)
        self._bar = TopBar(self, places, HERE)
        self._when, self._title = Words(self), Words(self)
        self._facts, self._notes = Words(self), Words(self)
        self._minutes = MinutesChoice(self, clock)
        self._go = Button(_("Begin"), Kind.FILLED, icon=Icon.PLAY)
        self._over = Button(_("Start over"))
        self._see = Disclosure(_("See the stretches"), _("Hide the stretches"))
        self._offer = Disclosure("", "")
        for button in (self._go, self._over, self._see, self._offer):
            button.setParent(self)
        self._floor = FloorLine(self)
        self._strip = TonightStrip(self)
        self._stretches: StretchList | None = None
        self._connect()

    def _connect(self) -> None:
        self._bar.gone_to.connect(self.gone_to)
        self._minutes.chosen.connect(self.minutes_chosen)
        self._go.chosen.connect(self._go_on)
        self._over.chosen.connect(self.start_over)
        self._offer.chosen.connect(self.cautions_wanted)
        self._see.chosen.connect(lambda: self.see_stretches(seen=not self._see.is_open))
        self._strip.reminder_wanted.connect(self.reminder_wanted)

    # what is shown

    def show_view(self, view: TonightView) -> None:
        """Show this evening. The floor slides to its new pieces when only the minutes have changed."""
        self._view = view
        self._when.set_words(
            _("{evening}. {routine}, done by {time}").format(evening=view.when, routine=view.routine, time=view.done_by)
            if view.routine
            else view.when
        )
        self._title.set_words(view.title)
        self._notes.set_words(view.notes)
        self._minutes.show_minutes(view.minutes)
        self._go.setText(view.action)
        self._go.set_icon(None if view.opening in {Opening.OFF, Opening.NOTHING_SUITS} else Icon.PLAY)
        self._go.set_kind(Kind.OUTLINED if view.opening is Opening.DONE else Kind.FILLED)
        self._offer.set_words(view.offer)
        is_off = view.opening in {Opening.OFF, Opening.NOTHING_SUITS}
        if is_off and self._see.is_open:
            self._see.set_open(is_open=False)
        for part in (self._see, self._minutes):
            part.setVisible(not is_off)
        self._strip.show_view(view)
        if self._stretches is not None:
            self._stretches.show_lines(view.stretches)
        self._figure.describe(view.pictured.name if view.pictured is not None else "")
        self._figure.show_pose(Pose(view.pictured, view.pictured_side) if view.pictured is not None else None)
        planks = tuple(Plank(length_ms) for length_ms in view.lengths_ms)
        self._floor.glide_to(planks, count_words(len(planks)))
        self.refresh()

    def show_brief(self, brief: "Brief") -> None:
        """Show what is known of the reminder."""
        self._strip.show_brief(brief)
        self._strip.place(self.look)

    @property
    def sees_stretches(self) -> bool:
        """Whether the list is open."""
        return self._see.is_open

    @property
    def _list(self) -> "StretchList":
        """The list of stretches; made when it is first opened."""
        if self._stretches is None:
            from bedtime.ui.parts.stretch_list import StretchList  # noqa: PLC0415 - not for the first paint

            self._stretches = StretchList(self, _("The stretches of tonight"))
            self._stretches.closed.connect(lambda: self.see_stretches(seen=False))
            if self._view is not None:
                self._stretches.show_lines(self._view.stretches)
        return self._stretches

    def see_stretches(self, *, seen: bool) -> None:
        """Open the list in place of the lower strip, or close it; the focus goes along."""
        self._see.set_open(is_open=seen)
        self.refresh()
        target = self._list if seen else self._see
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def land(self) -> None:
        """Focus on what comes next."""
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    # light and places

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """The lamp behind the figure, and its pool of light."""
        day = self.look.palette.theme is Theme.DAY
        radius = metrics.between(104, 206, 280)
        x, floor = self._lamp_x(metrics), self._floor_y(metrics)
        y = floor - metrics.between(132, 238, 330)
        glow = Glow(
            x,
            y + radius * 0.29,
            radius * metrics.share(2.2, 2.04, 2.04),
            radius * metrics.share(1.83, 1.6, 1.6),
            0.34 if day else 0.2,
            edge=1.5,
        )
        return (glow,), (Disc(x, y, radius, 0.34 if day else 0.17, softness=3 if day else 5),)

    @staticmethod
    def _lamp_x(metrics: Metrics) -> float:
        return metrics.width * metrics.share(0.79, 0.75, 0.74)

    @staticmethod
    def _floor_y(metrics: Metrics) -> float:
        return metrics.height * metrics.share(0.721, 0.7475, 0.75)

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        between, margin = metrics.between, metrics.margin
        floor = self._floor_y(metrics)
        self._bar.place(look)
        self._dress()
        self._place_stack(self._bar.bottom(look), floor)
        wide = metrics.width - 2 * margin
        set_box(self._floor, QRect(round(margin), round(floor), round(wide), round(between(6, 8, 11))))
        top = self._bar.bottom(look) + between(8, 24, 34)
        x, half = self._lamp_x(metrics), metrics.width * metrics.share(0.29, 0.25, 0.25)
        set_box(self._figure, QRectF(x - half, top, 2 * half, floor - top).toRect())
        self._place_below(floor)

    def _dress(self) -> None:
        look = self.look
        colors, between = look.palette, look.metrics.between
        view = self._view
        self._facts.set_words("" if view is None else view.short_facts if look.metrics.is_compact else view.facts)
        self._when.dress(sans(between(17, 20, 27)), colors.color(colors.text_secondary))
        self._title.dress(serif(between(40, 68, 94), 300, between(-0.6, -1, -1.4)), colors.color(colors.text_primary))
        self._facts.dress(sans(between(18, 21, 29)), colors.color(colors.text_secondary))
        self._notes.dress(sans(between(17, 19, 26)), colors.color(colors.text_secondary))
        self._minutes.dress(look)
        interrupted = view is not None and view.opening is Opening.INTERRUPTED
        self._go.dress(look, between(20, 24, 33) if interrupted else between(22, 27, 37))
        self._over.dress(look, between(18, 21, 29))
        self._over.setVisible(interrupted)
        self._offer.dress(look, between(17, 19, 26))
        self._offer.setVisible(bool(view is not None and view.offer) and not interrupted)
        self._see.dress(look, between(18, 20, 27))
        self._figure.dress(look)
        self._floor.dress(look)

    def _place_stack(self, top: float, floor: float) -> None:
        """The words and the buttons on the left, together centred between the bar and the floor."""
        metrics = self.look.metrics
        between, x = metrics.between, metrics.margin
        room = metrics.width * metrics.share(0.6, 0.56, 0.55) - x
        compact, interrupted = metrics.is_compact, not self._over.isHidden()
        when = 0.0 if compact else between(20, 80, 110)
        facts, choice = between(30, 48, 66), between(78, 127, 174)
        action, action_high = choice + between(38, 64, 90), between(56, 76, 104)
        has_offer = not self._offer.isHidden()
        second_row = SMALLEST_TARGET + 14 if interrupted else SMALLEST_TARGET + between(2, 8, 12) if has_offer else 0
        cap = QFontMetricsF((self._title if compact else self._when).font()).capHeight()
        high = when + cap + action + action_high + second_row
        baseline = top + max(0.0, (floor - top - high) / 2) + cap + when
        self._minutes.place(self.look, x, baseline + choice, room + between(20, 60, 90))
        self._place_actions(x, baseline + action, action_high)
        line, lines = QFontMetricsF(self._notes.font()).lineSpacing(), self._lines_of_notes(room)
        pressed = baseline + choice - between(22, 29, 40)
        baseline -= max(0, lines - 1) * line + (
            between(5, 0, 0) if lines else 0
        )  # more notes push the title up, so that what is pressed stays put
        baseline = max(baseline, top + cap)
        self._when.setVisible(not compact)
        self._when.stand_on(x, baseline - when, room)
        self._title.stand_on(x - between(2, 3, 4), baseline, room)
        self._facts.stand_on(x, baseline + facts, room)
        below = max(0.0, self._facts.height() - QFontMetricsF(self._facts.font()).height() - 1) / 2
        notes = baseline + facts + below + between(3, 8, 12)
        is_full = bool(lines) and notes + lines * line > pressed + 4  # where both do not fit, the notes matter more
        self._facts.setVisible(not is_full)
        self._notes.setVisible(lines > 0)
        self._notes.fill(x, baseline + between(8, 12, 18) if is_full else notes, room, lines * line + 4)

    def _lines_of_notes(self, room: float) -> int:
        if not self._notes.text():
            return 0
        box = QRectF(0, 0, room, 1000)
        taken = QFontMetricsF(self._notes.font()).boundingRect(box, Qt.TextFlag.TextWordWrap, self._notes.text())
        return round(taken.height() / QFontMetricsF(self._notes.font()).lineSpacing())

    def _place_actions(self, x: float, top: float, high: float) -> None:
        """Begin and the list's opener beside it; a session that waits has them one under the other."""
        between = self.look.metrics.between
        shape = self._go.put(x, top, between(170, 232, 320), high)
        beside, level = shape.right() + between(8, 22, 30), top + high / 2 - SMALLEST_TARGET / 2
        if self._over.isHidden():
            self._see.put(beside, level, 0, SMALLEST_TARGET)
            inset = self._offer.sizeHint().width() - 2 * HALO - self._offer.words_width()
            self._offer.put(x - inset / 2, shape.bottom() + between(2, 8, 12), 0, SMALLEST_TARGET)
            return
        below = shape.bottom() + 14
        inset = self._see.sizeHint().width() - 2 * HALO - self._see.words_width()
        if self.look.metrics.is_compact:
            start = self._over.put(x, below, 0, SMALLEST_TARGET)
            self._see.put(start.right() + 12, below, 0, SMALLEST_TARGET)
        else:
            self._over.put(shape.right() + between(8, 16, 22), top, 0, high)
            self._see.put(x - inset / 2, below, 0, SMALLEST_TARGET)

    def _place_below(self, floor: float) -> None:
        metrics = self.look.metrics
        self._strip.setVisible(not self._see.is_open)
        top = floor + metrics.between(16, 28, 40)
        box = QRectF(metrics.margin, top, metrics.width - 2 * metrics.margin, metrics.height - top - 8)
        if self._see.is_open or self._stretches is not None:
            self._list.setVisible(self._see.is_open)
            self._list.dress(self.look)
            self._list.resize(round(box.width()) + 16, self._list.height())  # how high a line is follows from it
            set_box(
                self._list,
                QRectF(box.left() - 8, top - 6, box.width() + 16, self._list.height_for(box.height())).toRect(),
            )
        set_box(self._strip, box.toRect())
        self._strip.place(self.look)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, Escape closes the list; a digit sets the minutes wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self._go.click()
        elif event.key() == Qt.Key.Key_Escape and self._see.is_open:
            self.see_stretches(seen=False)
        elif self.heeds_letters and is_a_digit(event):
            self._minutes.type_digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The window says how small it may be."""
        return QSize(0, 0)

    def _go_on(self) -> None:
        match self._view.opening if self._view is not None else None:
            case Opening.OFF:
                self.help_wanted.emit()
            case Opening.NOTHING_SUITS:
                self.gone_to.emit("Routines")
            case Opening.INTERRUPTED:
                self.carry_on.emit()
            case Opening.DONE:
                self.again.emit()
            case Opening.READY | Opening.FIRST_RUN:
                self.begin.emit()
            case None:
                pass
