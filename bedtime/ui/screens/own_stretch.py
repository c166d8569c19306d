"""A stretch of one's own: its name, what to do, how much, and a picture or the figure of another stretch."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from bedtime.clock import Alarm, Clock
from bedtime.language import N_, _
from bedtime.movement.edits import Limits, Pace
from bedtime.movement.stretch import Sides
from bedtime.session.catalogue import CatalogueLine
from bedtime.session.editor import SECONDS
from bedtime.session.stretch_form import POSITIONS, SPANS, Counting, StretchForm
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.own_picture import in_the_light_of, rounded
from bedtime.ui.palette import Theme
from bedtime.ui.parts.answer_line import Answer, AnswerLine
from bedtime.ui.parts.button import HALO, Button, Kind
from bedtime.ui.parts.catalogue import Catalogue
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose
from bedtime.ui.parts.group import chain
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.note_field import NoteField
from bedtime.ui.parts.notes_field import NotesField
from bedtime.ui.parts.scroll import BAR_WIDE, Scroll
from bedtime.ui.parts.segments import Segments
from bedtime.ui.parts.stepper import Stepper
from bedtime.ui.screens.screen import Screen

PLACES = (N_("Standing"), N_("Sitting"), N_("In bed"), N_("On the floor"))
LEGS = (Sides.EACH, Sides.BOTH)
COUNTINGS = tuple(Counting)
_COUNTED_IN = {
    Counting.SECONDS: N_("Counted in seconds"),
    Counting.REPETITIONS: N_("Counted in repetitions"),
    Counting.BREATHS: N_("Counted in breaths"),
}
_HOW_MUCH = {
    Counting.SECONDS: N_("How much, in seconds"),
    Counting.REPETITIONS: N_("How much, in repetitions"),
    Counting.BREATHS: N_("How much, in breaths"),
}
_UNITS = {Counting.REPETITIONS: N_("repetitions"), Counting.BREATHS: N_("breaths")}
FIELDS = (
    N_("Name"),
    N_("What to do, a line for each step"),
    N_("Where you feel it"),
    N_("Where"),
    N_("Legs"),
    N_("Counted in"),
    N_("How much"),
)


class OwnStretchScreen(Screen):
    """The form. `changed` carries a `StretchForm`, `figure_chosen` the id of a stretch or an empty one."""

    said = N_("A stretch of your own")
    changed = Signal(object)
    figure_chosen = Signal(str)
    picture_wanted = Signal()
    picture_removed = Signal()
    kept = Signal()
    left = Signal()
    removed = Signal()
    emptied = Signal()

    def __init__(self, artist: Artist, clock: Clock, alarm: Alarm) -> None:
        """An empty form. `alarm` is nobody else's."""
        super().__init__()
        self._form = StretchForm()
        self._lines: tuple[CatalogueLine, ...] = ()
        self._back = Button(_("Back"), Kind.BARE, icon=Icon.CHEVRON_LEFT)
        self._keep = Button(_("Keep it"), Kind.FILLED)
        self._title, self._missing = Words(self), Words(self)
        self._scroll = Scroll(self, _("Your own stretch"))
        inside = self._scroll.content
        self._labels = [Words(inside, _(label)) for label in FIELDS]
        self._name = NoteField(inside, _("Such as: With a scarf"))
        self._steps = NotesField(inside, _("Sit with one leg straight."))
        self._feel = NoteField(inside, _("Such as: along the calf"))
        self._place, self._legs = (
            Segments(inside, tuple(map(_, PLACES))),
            Segments(inside, (_("One after the other"), _("Together"))),
        )
        self._counting = Segments(inside, (_("Seconds"), _("Repetitions"), _("Breaths")))
        self._amount = Stepper(inside)
        for label, field in zip(FIELDS, (self._name, self._steps, self._feel), strict=False):
            field.setAccessibleName(_(label))
        for label, choice in zip(FIELDS[3:], (self._place, self._legs, self._counting), strict=False):
            choice.call(_(label))
        self._figure = FigureView(inside, artist)
        self._picture = QLabel(inside)
        self._picture_says = Words(inside)
        self._choose, self._take = Button(_("Choose a picture")), Button(_("Take a figure over"))
        self._again = Button(_("Start again"), Kind.BARE, icon=Icon.UNDO)
        self._remove = Button(_("Delete this stretch"), Kind.BARE)
        for button in (self._choose, self._take, self._again, self._remove):
            button.setParent(inside)
        for button in (self._back, self._keep):
            button.setParent(self)
        self._close = Button(_("Back to the form"), icon=Icon.CHEVRON_LEFT)
        self._close.setParent(self)
        self._catalogue = Catalogue(self, artist, offers_own=False)
        self._line = AnswerLine(self, clock, alarm)
        chain([self._back, self._keep, self._name])
        chain([*self._catalogue.stops, self._close])
        self._connect()

    def _connect(self) -> None:
        self._back.chosen.connect(self.go_back)
        self._again.chosen.connect(self.emptied)
        self._keep.chosen.connect(self._keep_it)
        self._name.noted.connect(lambda name: self._change(replace(self._form, name=name)))
        self._steps.noted.connect(lambda steps: self._change(replace(self._form, steps=steps)))
        self._feel.noted.connect(lambda feel: self._change(replace(self._form, feel=feel)))
        for line in (self._name, self._feel):
            line.left.connect(self._keep.setFocus)
        self._place.chosen.connect(lambda at: self._change(replace(self._form, position=POSITIONS[at])))
        self._legs.chosen.connect(lambda at: self._change(replace(self._form, sides=LEGS[at])))
        self._counting.chosen.connect(lambda at: self._change(self._form.counted_in(COUNTINGS[at])))
        self._amount.typed.connect(lambda to: self._change(replace(self._form, amount=to)))
        self._amount.nudged.connect(self._nudge)
        self._choose.chosen.connect(self._choose_picture)
        self._take.chosen.connect(self.open_figures)
        self._remove.chosen.connect(self.removed)
        self._close.chosen.connect(self.close_figures)
        self._catalogue.taken.connect(self._take_figure)
        self._line.toggled.connect(self.refresh)

    # what is shown

    def begin(self, form: StretchForm, *, is_new: bool) -> None:
        """Open with this form."""
        self._catalogue.hide()
        self._line.leave()
        self._title.set_words(_("A stretch of your own") if is_new else _("Your own stretch"))
        self._remove.setVisible(not is_new)
        self._name.show_note(form.name)
        self._steps.show_notes(form.steps)
        self._feel.show_note(form.feel)
        self.show_form(form)
        self._scroll.verticalScrollBar().setValue(0)

    def show_form(self, form: StretchForm) -> None:
        """Show what is filled in; what is being typed stays."""
        self._form = form
        self._place.show_chosen(POSITIONS.index(form.position), tuple(map(_, PLACES)))
        self._legs.show_chosen(LEGS.index(form.sides), (_("One leg after the other"), _("Both legs together")))
        self._counting.show_chosen(COUNTINGS.index(form.counting), [_(_COUNTED_IN[one]) for one in COUNTINGS])
        unit = SECONDS if form.counting is Counting.SECONDS else _(_UNITS[form.counting])
        self._amount.show_number(form.amount, unit, self._limits(), _(_HOW_MUCH[form.counting]))
        self._missing.set_words("")
        self.refresh()

    def show_picture(self, picture: QImage | None, pose: Pose | None, says: str) -> None:
        """Show the person's own picture, else a figure that was taken over, else nothing; and a sentence about it."""
        self._picture.setVisible(picture is not None)
        self._picture.setAccessibleName(_("Your picture") if picture is not None else "")
        if picture is not None:
            from PySide6.QtGui import QPixmap  # noqa: PLC0415 - few forms have a picture

            seen = rounded(in_the_light_of(picture, self.palette_now()), 16)
            self._picture.setPixmap(QPixmap.fromImage(seen))
        self._figure.setVisible(picture is None and pose is not None)
        self._figure.show_pose(pose if picture is None else None)
        self._picture_says.set_words(says)
        self._choose.setText(_("Leave the picture out") if picture is not None else _("Choose a picture"))
        self.refresh()

    def show_changed(self, *, is_changed: bool) -> None:
        """Offer to start again, where there is anything to take back."""
        if self._again.isHidden() == is_changed:
            if self._again.hasFocus():
                self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            self._again.setVisible(is_changed)
            self.refresh()

    def say(self, words: str, answer: str, do: Callable[[], None]) -> None:
        """Say what was done, with the way back, for ten seconds."""
        self._line.say(words, (Answer(answer, do),))

    def ask(self, words: str, answers: tuple[tuple[str, Callable[[], None]], ...]) -> None:
        """Ask, until it is answered; the keyboard comes to the first answer."""
        self._line.ask(words, tuple(Answer(answer, do) for answer, do in answers))

    def tell_missing(self, words: str) -> None:
        """Say what is missing, and take the keyboard to it."""
        self._missing.set_words(words)
        self.refresh()
        target: QWidget = self._name if not self._form.name.strip() else self._steps
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_figures(self, lines: tuple[CatalogueLine, ...]) -> None:
        """Know which figures can be taken over."""
        self._lines = lines

    def picture_room(self) -> QSize:
        """How large a picture is shown."""
        between = self.look.metrics.between
        return QSize(round(between(200, 300, 400)), round(between(150, 220, 300)))

    def land(self) -> None:
        """Focus on the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self) -> None:
        """Tell what was typed and not told yet."""
        for field in (self._name, self._steps, self._feel):
            field.tell()
        self._amount.number.interpretText()

    # wishes

    def _change(self, form: StretchForm) -> None:
        if form != self._form:
            self._line.leave()
            self.changed.emit(form)

    def _nudge(self, times: int, pace: Pace) -> None:
        limits = self._limits()
        by = limits.step if pace is Pace.STEP else limits.shift_step
        self._change(replace(self._form, amount=limits.within(self._form.amount + times * by)))

    def _limits(self) -> Limits:
        steps = (5, 15) if self._form.counting is Counting.SECONDS else (1, 5)
        return Limits(*SPANS[self._form.counting], *steps)

    def _keep_it(self) -> None:
        self.tell()
        self.kept.emit()

    def go_back(self) -> None:
        """Leave, with what is being typed."""
        self.tell()
        self.left.emit()

    def _choose_picture(self) -> None:
        (self.picture_removed if not self._picture.isHidden() else self.picture_wanted).emit()

    def open_figures(self) -> None:
        """Show every figure that can be taken over, in place of the form."""
        self.tell()
        self._line.leave()
        self._catalogue.open(self._lines)
        self.refresh()

    def close_figures(self) -> None:
        """Show the form again."""
        self._catalogue.hide()
        self.refresh()
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_figure(self, stretch: str) -> None:
        self.close_figures()
        self.figure_chosen.emit(stretch)

    # light and places

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A little light where the picture is."""
        strength = 0.2 if self.look.palette.theme is Theme.DAY else 0.09
        return (Glow(metrics.width * 0.76, metrics.height * 0.3, metrics.width * 0.24, 240, strength),), ()

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        between, margin, colors = metrics.between, metrics.margin, look.palette
        wide, px, middle = metrics.width - 2 * margin, between(18, 20, 27), between(32, 58, 84)
        self._back.dress(look, px)
        target = 44 * metrics.scale
        self._back.put(margin - px * 0.35, middle - target / 2, 0, target)
        self._keep.dress(look, px)
        high = between(44, 50, 68)
        keep = self._keep.sizeHint().width() - 2 * HALO
        self._keep.put(margin + wide - keep, middle - high / 2, keep, high)
        self._title.dress(serif(between(28, 42, 58), 300), colors.color(colors.text_primary))
        baseline = between(92, 144, 200)
        self._title.stand_on(margin, baseline, min(wide, self._title.text_width() + 6))
        self._missing.dress(sans(between(17, 19, 26), 600), colors.color(colors.accent))
        after = margin + self._title.text_width() + 30
        beside = metrics.width - margin - after > self._missing.text_width()
        at = (after, baseline) if beside else (margin, baseline + between(24, 28, 38))
        self._missing.stand_on(*at, self._missing.text_width() + 4)
        self._missing.setVisible(bool(self._missing.text()))
        top = baseline + between(32, 36, 48)
        panel = not self._catalogue.isHidden()
        high = between(50, 56, 76)
        self._close.setVisible(panel)
        self._close.dress(look, px)
        self._close.put(margin, metrics.height - between(10, 24, 36) - high, 0, high)
        self._scroll.setVisible(not panel)
        line_top = metrics.height - between(10, 24, 36) - high
        bottom = metrics.height - 4.0 if self._line.isHidden() else line_top - between(6, 10, 14)
        self._scroll.put(look, QRectF(margin - HALO, top, wide + 2 * HALO + BAR_WIDE, bottom - top))
        if panel:
            box = QRectF(margin - HALO, top, wide + 2 * HALO + BAR_WIDE, bottom - top - high - between(16, 34, 50))
            set_box(self._catalogue, box.toRect())
            self._catalogue.dress(look)
        self._scroll.set_content_height(self._place_form(wide))
        line_wide = min(between(480, 640, 860), wide)
        self._line.dress(look)
        self._line.put(QRectF(margin + wide - line_wide, line_top, line_wide, high))

    def _place_form(self, wide: float) -> float:
        look, between = self.look, self.look.metrics.between
        colors, room = look.palette, self.picture_room()
        for label in self._labels:
            label.dress(sans(between(16, 17, 24), 600), colors.color(colors.text_secondary))
        for line in (self._name, self._steps, self._feel):
            line.dress(look)
        aside = not look.metrics.is_compact
        left = wide - room.width() - between(20, 70, 100) if aside else wide
        y = self._place_fields(left)
        x = HALO + left + between(20, 70, 100) if aside else HALO
        end = self._place_picture(x, HALO if aside else y + between(8, 12, 16), room)
        return max(y, end) + between(16, 24, 34)

    def _place_fields(self, wide: float) -> float:
        look, between = self.look, self.look.metrics.between
        label, high, gap, y = between(26, 28, 38), between(46, 50, 68), between(10, 14, 18), 2.0
        controls = (self._name, self._steps, self._feel, self._place, self._legs, self._counting, self._amount)
        for words, control in zip(self._labels, controls, strict=True):
            words.stand_on(HALO + 4, y + label * 0.66, min(wide, words.text_width() + 6))
            y += label
            tall = high * 2.4 if control is self._steps else high
            if isinstance(control, Segments):
                control.dress(look, between(16, 19, 26))
                control.put(HALO, y, high)
            elif isinstance(control, Stepper):
                control.dress(look, between(18, 20, 27))
                control.put(HALO, y, between(164, 180, 240), high)
            else:
                set_box(control, QRectF(HALO, y, wide - HALO, tall).toRect())
            y += tall + gap
        return y

    def _place_picture(self, x: float, y: float, room: QSize) -> float:
        look, between = self.look, self.look.metrics.between
        set_box(self._picture, QRectF(x, y, room.width(), room.height()).toRect())
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._figure.dress(look)
        set_box(self._figure, QRectF(x, y, room.width(), room.height()).toRect())
        if not (self._picture.isHidden() and self._figure.isHidden()):
            y += room.height() + between(8, 12, 16)
        self._picture_says.dress(sans(between(16, 18, 25)), look.palette.color(look.palette.text_secondary))
        line = between(16, 18, 25) * 1.35
        self._picture_says.fill(x, y, room.width(), 3 * line)
        y += 3 * line + between(6, 8, 12)
        for button in (self._choose, self._take, self._again, self._remove):
            button.dress(look, between(17, 19, 26))
            button.put(x, y, 0, between(46, 50, 68))
            if not button.isHidden():
                y += between(56, 62, 84)
        return y

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the figures, takes a question back, and then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._catalogue.isHidden():
            self.close_figures()
        elif self._line.asks:
            self._line.leave()
            self.land()
        else:
            self.go_back()

    def minimumSizeHint(self) -> QSize:
        """The window says how small it may be."""
        return QSize(0, 0)
