"""The last screen: it is saved, how do the legs feel, a note if one likes, and then dark by itself.

Whoever presses anything keeps the light on; whoever does nothing sleeps.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bedtime.clock import Alarm, Clock
from bedtime.language import N_, _, ngettext
from bedtime.session.cues import Announcement, Urgency
from bedtime.session.goodnight import GoodnightView, Saving
from bedtime.session.offering import OfferView
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import flip, mirror, set_box
from bedtime.ui.palette import DIM, Palette, Theme, mix
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind, dress_to_fit
from bedtime.ui.parts.dark_timer import DarkTimer
from bedtime.ui.parts.floor_line import FloorLine, Plank
from bedtime.ui.parts.label import Words, paragraph_height
from bedtime.ui.parts.note_field import NoteField
from bedtime.ui.parts.offer_line import OfferLine
from bedtime.ui.parts.rating import Rating
from bedtime.ui.parts.sleeper import HEAD_LEFT, HEAD_TOP, RIGHT, draw_sleeper
from bedtime.ui.parts.typed_number import is_a_digit
from bedtime.ui.screens.screen import Screen
from bedtime.ui.senses.announcer import announce

QUESTION = N_("How do your legs feel?")
INVITATION = N_("A note for the morning, if you like")
ANY_KEY = N_("Any key keeps the screen on.")
STAYS_ON = N_("The screen stays on.")
UNTIL_SAVED = N_("The screen stays on until it is saved.")
LAMP = 134
"""How large the lamp is that sets behind whoever sleeps, in the same measure as they."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class GoodnightScreen(Screen):
    """The screen after a session. `rated` carries 0 to 10, or None when the answer was taken back."""

    said = N_("Goodnight")
    rated = Signal(object)
    noted = Signal(str)
    save_a_copy = Signal()
    sleep = Signal()
    keep_on = Signal()
    left = Signal()

    def __init__(self, clock: Clock, alarm: Alarm) -> None:
        """A screen without a session; `greet` gives it one. `alarm` is nobody else's."""
        super().__init__()
        self._view: GoodnightView | None = None
        self._kept_on = self._goes_dark = False
        self._title = Words(self, _("Goodnight"))
        self._saved = Words(self)
        self._copy = Button(_("Save a copy"))
        self._question = Words(self, _(QUESTION))
        self._rating = Rating(self, clock)
        self._rating.setAccessibleName(_(QUESTION))
        self._note = NoteField(self, _(INVITATION))
        self.offer = OfferLine(self)
        self._floor = FloorLine(self)
        self._dark_in, self._hint = Words(self), Words(self, _(ANY_KEY))
        self._keep = Button(_("Keep it on"))
        self._back = Button(_("Back to Tonight"))
        self._sleep = Button(_("Sleep now"), Kind.SOFT, icon=Icon.MOON)
        for button in (self._copy, self._keep, self._back, self._sleep):
            button.setParent(self)
        self._timer = DarkTimer(clock, alarm, self._tell_left, self._go_dark)
        self._connect()

    def _connect(self) -> None:
        self._rating.rated.connect(self.rated)
        self._note.noted.connect(self.noted)
        self._note.textEdited.connect(lambda _text: self._stay_on())
        self._note.left.connect(self.land)
        self._copy.chosen.connect(self.save_a_copy)
        self._keep.chosen.connect(self._stay_on)
        self._back.chosen.connect(self.left)
        self._sleep.chosen.connect(self._go_dark)
        for part in self.findChildren(QWidget):
            part.installEventFilter(self)

    # what is shown

    def greet(self, view: GoodnightView) -> None:
        """A session has ended: ask anew, and begin to count down once it is saved."""
        self._kept_on = self._goes_dark = False
        self._timer.stop()
        self._rating.show_rating(None)
        self._note.show_note("")
        self._saved.set_words("")
        self.show_view(view)

    def show_view(self, view: GoodnightView) -> None:
        """Show whether it is saved by now. What has been answered stays."""
        self._view = view
        if self._saved.text() != view.saved and view.saving is not Saving.BEING_SAVED:
            urgency = Urgency.POLITE if view.saving is Saving.SAVED else Urgency.ASSERTIVE
            announce(self, Announcement(view.saved, urgency))
        self._saved.set_words(view.saved)
        planks = tuple(Plank(length_ms, done) for length_ms, done in zip(view.lengths_ms, view.done, strict=True))
        self._floor.lay(
            planks,
            ngettext("{done} of {count} stretch done", "{done} of {count} stretches done", len(planks)).format(
                done=sum(done >= 1 for done in view.done), count=len(planks)
            ),
        )
        if view.saving is Saving.SAVED and not self._kept_on and not self._timer.is_running:
            self._timer.start()
        elif view.saving is Saving.NOT_YET:
            self._timer.stop()
        self._show_rest()
        self.refresh()

    def show_offer(self, view: OfferView | None) -> None:
        """Ask about what was changed, after the rating; or do not. It neither begins nor stops the countdown."""
        if not self.offer.show_view(view):
            self.land()
        self.refresh()

    @property
    def is_counting(self) -> bool:
        """Whether it will become dark by itself."""
        return self._timer.is_running

    def land(self) -> None:
        """Focus on what comes next."""
        self._sleep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rest(self) -> None:
        """Say when it becomes dark, or that it does not."""
        counting = self._timer.is_running
        if not counting:
            saved = self._view is None or self._view.saving is Saving.SAVED
            self._dark_in.set_words(_(STAYS_ON) if saved or self._kept_on else _(UNTIL_SAVED))
        self._hint.setVisible(counting)
        if self._keep.hasFocus() and not counting:
            self.land()
        self._keep.setVisible(counting)
        self._back.setVisible(not counting)

    def _tell_left(self, left_s: int) -> None:
        self._dark_in.set_words(
            ngettext("Dark in {count} second", "Dark in {count} seconds", left_s).format(count=left_s)
        )

    def _stay_on(self) -> None:
        was_to_be_dark = self._timer.is_running or self._goes_dark
        self._timer.stop()
        self._kept_on, self._goes_dark = True, False
        if was_to_be_dark:
            self._show_rest()
            self._place_bottom(self._floor_y(self.look.metrics))
            self.keep_on.emit()

    def _go_dark(self) -> None:
        self._timer.stop()
        self._goes_dark = True
        self._note.tell()
        self.sleep.emit()

    # light and places

    def palette_now(self) -> Palette:
        """Dimmer than all that came before."""
        return DIM if self._palette.theme is Theme.NIGHT else self._palette

    def horizon(self, metrics: Metrics) -> float:
        """The lamp sets behind the floor."""
        return self._floor_y(metrics) + metrics.between(3, 4, 6)

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """The lamp, half set, behind whoever sleeps."""
        unit, floor = self._unit(metrics), self._floor_y(metrics)
        x = self._sleeper_x(metrics) - 9 * unit
        glow = Glow(x, floor, 241 * unit, 214 * unit, 0.22, edge=1.7)
        return (glow,), (Disc(x, floor - 36 * unit, LAMP * unit, 0.3, softness=4),)

    @staticmethod
    def _unit(metrics: Metrics) -> float:
        return metrics.between(0.62, 1.12, 1.56)

    def _sleeper_x(self, metrics: Metrics) -> float:
        return metrics.width - metrics.margin - RIGHT * self._unit(metrics)

    @staticmethod
    def _floor_y(metrics: Metrics) -> float:
        return metrics.height * metrics.share(0.735, 0.7625, 0.765)

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        colors, between, x = look.palette, metrics.between, metrics.margin
        floor = self._floor_y(metrics)
        down = max(0.0, (floor - between(352, 610, 826)) / 2)
        room = metrics.width - 2 * x
        self._title.dress(serif(between(46, 92, 124), 300, between(-0.8, -1.5, -2)), colors.color(colors.text_primary))
        lifted, nearer = self._lifted(down, floor)
        down -= lifted
        self._title.stand_on(x - between(2, 4, 5), down + between(60, 172, 240), room)
        self._place_saved(down + between(92, 226, 310))
        down -= nearer
        self._question.dress(sans(between(20, 26, 35)), colors.color(colors.text_primary))
        self._question.stand_on(x, down + between(132, 306, 416), room)
        self._rating.place(look, x, down + between(166, 356, 484))
        self._note.dress(look)
        wide = min(room, between(344, 568, 786))
        note = QRectF(x, down + between(220, 442, 602), wide, between(46, 62, 84))
        set_box(self._note, note.toRect())
        self.offer.place(self.look, self._offer_box(note.bottom(), floor))
        self._floor.dress(look)
        set_box(self._floor, QRect(round(x), round(floor), round(room), round(between(6, 8, 11))))
        self._place_bottom(floor)

    def _place_saved(self, baseline: float) -> None:
        look = self.look
        colors, between = look.palette, look.metrics.between
        x = look.metrics.margin + between(30, 38, 52)
        self._saved.dress(sans(between(18, 22, 30)), colors.color(colors.text_secondary))
        self._saved.stand_on(x, baseline, look.metrics.width - look.metrics.margin - x)
        self._tick = QRectF(look.metrics.margin - 1, 0, between(22, 26, 36), between(22, 26, 36))
        self._tick.moveCenter(QPointF(self._tick.center().x(), baseline - between(6, 7, 10)))
        self._copy.setVisible(self._view is not None and self._view.saving is Saving.NOT_YET)
        self._copy.dress(look, between(17, 19, 26))
        beside = x + self._saved.text_width() + between(14, 24, 32)
        self._copy.put(beside, self._tick.center().y() - SMALLEST_TARGET / 2, 0, SMALLEST_TARGET)

    def _offer_box(self, note_bottom: float, floor: float) -> QRectF:
        """Where the question is: between the note and the floor, beside whoever sleeps, and never over the lamp."""
        metrics, unit = self.look.metrics, self._unit(self.look.metrics)
        top = note_bottom + metrics.between(4, 4, 6)
        is_beside_the_head = top + metrics.between(22, 26, 36) > floor + HEAD_TOP * unit
        ends = HEAD_LEFT if is_beside_the_head else -9 - LAMP
        right = self._sleeper_x(metrics) + ends * unit - metrics.between(8, 14, 20)
        return QRectF(metrics.margin, top, right - metrics.margin, floor - top)

    def _lifted(self, down: float, floor: float) -> tuple[float, float]:
        """How far everything moves up for the question, and how much further what is under the title.

        As far as there is room over the title, and then under it: that is where large letters need it.
        """
        if not self.offer.is_shown:
            return 0, 0
        between = self.look.metrics.between
        box = self._offer_box(down + between(220, 442, 602) + between(46, 62, 84), floor)
        lacks = self.offer.height(self.look, box.width()) + between(4, 6, 8) - box.height()
        over_the_title = down + between(60, 172, 240) - QFontMetricsF(self._title.font()).ascent()
        lifted = max(0.0, min(lacks, over_the_title))
        return lifted, max(0.0, min(lacks - lifted, between(12, 20, 28)))

    def _place_bottom(self, floor: float) -> None:
        look, metrics = self.look, self.look.metrics
        colors, between, x = look.palette, metrics.between, metrics.margin
        high = between(52, 68, 94)
        top = floor + between(30, 44, 62)
        right = metrics.width - x
        beside = self._keep if self._timer.is_running else self._back
        dress_to_fit(look, [(one, between(18, 21, 29)) for one in (self._sleep, beside)], 0.62 * metrics.width - x)
        for button, least in ((self._sleep, between(150, 220, 300)), (beside, between(126, 200, 272))):
            wide = max(least, button.sizeHint().width() - 2 * HALO)
            button.put(right - wide, top, wide, high)
            right -= wide + between(12, 20, 28)
        self._dark_in.dress(sans(between(18, 22, 30)), colors.color(colors.text_secondary))
        self._dark_in.stand_on(x, top + between(22, 36, 48), right - x)
        self._hint.dress(sans(between(16, 19, 26)), colors.color(colors.text_tertiary))
        self._hint.stand_on(x, top + between(48, 68, 94), right - x)
        if self._dark_in.wordWrap() or self._hint.wordWrap():
            self._stack_bottom(x, floor + between(6, 12, 16), right - x)

    def _stack_bottom(self, x: float, top: float, room: float) -> None:
        """Where one line each is not enough, the two sentences stand one under the other."""
        for words in (self._dark_in, self._hint):
            high = paragraph_height(words, room) + 2
            words.fill(x, top, room, high)
            top += high

    def paint_stage(self, painter: QPainter) -> None:
        """Paint whoever sleeps, and the tick beside what is saved."""
        metrics, colors = self.look.metrics, self.look.palette
        painter.save()
        mirror(self, painter)
        painter.translate(self._sleeper_x(metrics), self._floor_y(metrics))
        painter.scale(self._unit(metrics), self._unit(metrics))
        draw_sleeper(painter, colors)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tick = flip(self, self._tick)
        if self._view is not None and self._view.saving is Saving.SAVED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(colors.bg, colors.accent_deep, 0.88))
            painter.drawEllipse(tick)
            draw_icon(painter, Icon.CHECK, tick.center(), tick.width() * 0.58, _ink(colors), 2.6)
        else:
            painter.setPen(QPen(colors.color(colors.line_control), 2))
            painter.drawEllipse(tick.adjusted(2, 2, -2, -2))

    # attention

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key and any press on a part keeps the light on, and then does what it does anyway."""
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress} and not self._asks_for_sleep(
            watched, event
        ):
            self._stay_on()
        return super().eventFilter(watched, event)

    def _asks_for_sleep(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            pressed = event.key() in _ENTER or event.key() == Qt.Key.Key_Space
            return watched is self._sleep and pressed
        return watched is self._sleep

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a press beside the parts."""
        self._stay_on()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit rates, Enter sleeps, and every key keeps the light on."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._sleep.click()
            return
        self._stay_on()
        typed = self.heeds_letters or self._rating.isAncestorOf(self.focusWidget())
        if typed and is_a_digit(event):
            if not event.isAutoRepeat():
                self._rating.type_digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing counts, and whoever comes back finds it lit."""
        super().hideEvent(event)
        self._stay_on()


def _ink(colors: Palette) -> QColor:
    return colors.color(colors.text_primary if colors.theme is not Theme.DAY else colors.accent_on)
