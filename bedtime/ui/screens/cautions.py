"""What applies to you: sixteen sentences to tick, and what is asked because of them. Nothing here is a gate."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from bedtime.language import N_, _
from bedtime.session.cautioning import Asked, CautionsView
from bedtime.settings import Answer
from bedtime.ui.fonts import sans, serif
from bedtime.ui.light import Disc, Glow, from_above
from bedtime.ui.metrics import Metrics
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.label import Words, paragraph_height
from bedtime.ui.parts.scroll import BAR_WIDE, Scroll
from bedtime.ui.parts.tick_row import TickRow
from bedtime.ui.screens.screen import Screen

TITLE = N_("What applies to you")
FINE, NO = N_("That is all right"), N_("Leave it out")


class Question:
    """One question, with its two answers."""

    def __init__(self, screen: "CautionsScreen", scroll: Scroll, asked: Asked) -> None:
        """Asks `asked`."""
        self.words = Words(scroll.content, asked.words)
        self.answers = [Button(_(FINE)), Button(_(NO))]
        for button, answer in zip(self.answers, Answer, strict=True):
            button.setParent(scroll.content)
            button.setAccessibleName(_("{answer}: {question}").format(answer=button.text(), question=asked.words))
            button.chosen.connect(lambda answer=answer: screen.answered.emit(asked.question, answer))
            button.show()
        self.words.show()

    def forget(self) -> None:
        """It is not asked any more."""
        for part in (self.words, *self.answers):
            part.hide()
            part.deleteLater()


class CautionsScreen(Screen):
    """The sentences. `ticked` carries a `Flag`, `answered` a question and an `Answer`."""

    said = TITLE
    ticked = Signal(object)
    answered = Signal(object, object)
    help_wanted = Signal()
    done = Signal()

    def __init__(self) -> None:
        """Nothing to tick yet."""
        super().__init__()
        self._view: CautionsView | None = None
        self._title, self._invitation = Words(self, _(TITLE)), Words(self)
        self._done = Button(_("Done"), Kind.FILLED)
        self._help = Button(_("When to get help"), Kind.BARE)
        self._scroll = Scroll(self, _(TITLE))
        self._rows: list[TickRow] = []
        self._questions: list[Question] = []
        for button in (self._done, self._help):
            button.setParent(self)
        self._done.chosen.connect(self.done)
        self._help.chosen.connect(self.help_wanted)

    def show_view(self, view: CautionsView) -> None:
        """Show what there is to tick and to answer."""
        before, self._view = self._view, view
        self._invitation.set_words(view.invitation)
        if not self._rows:
            self._rows = [TickRow(self._scroll.content, tick.words) for tick in view.ticks]
            for row, tick in zip(self._rows, view.ticks, strict=True):
                row.chosen.connect(lambda flag=tick.flag: self.ticked.emit(flag))
                row.show()
        for row, tick in zip(self._rows, view.ticks, strict=True):
            row.setChecked(tick.is_ticked)
        if before is None or before.asked != view.asked:
            for question in self._questions:
                question.forget()
            self._questions = [Question(self, self._scroll, asked) for asked in view.asked]
        self.refresh()

    def land(self) -> None:
        """Focus on the first sentence."""
        target = self._rows[0] if self._rows else self._done
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A little light from above."""
        return (from_above(metrics.width, metrics.height, self.look.palette.theme, 0.07),), ()

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        colors, between, margin = look.palette, metrics.between, metrics.margin
        wide = metrics.width - 2 * margin
        self._title.dress(serif(between(32, 52, 72), 300), colors.color(colors.text_primary))
        self._done.dress(look, between(18, 22, 30))
        self._help.dress(look, between(17, 19, 26))
        done = self._done.sizeHint().width() - 2 * HALO
        high = between(SMALLEST_TARGET, 56, 76)
        baseline = between(46, 92, 128)
        self._done.put(margin + wide - done, baseline - high * 0.72, done, high)
        ask = self._help.sizeHint().width() - 2 * HALO
        beside = margin + wide - done - ask - between(8, 20, 28)
        self._help.put(beside, baseline - high * 0.72 + (high - SMALLEST_TARGET) / 2, 0, SMALLEST_TARGET)
        self._title.stand_on(margin - 2, baseline, beside - margin - 8)
        self._invitation.dress(sans(between(17, 20, 27)), colors.color(colors.text_secondary))
        top = baseline + between(16, 28, 38)
        taken = paragraph_height(self._invitation, wide)
        self._invitation.fill(margin, top, wide, taken + 2)
        self._place_rows(top + taken + between(8, 18, 24))

    def _place_rows(self, top: float) -> None:
        look, metrics = self.look, self.look.metrics
        between, margin, wide = metrics.between, metrics.margin, metrics.width - 2 * metrics.margin
        box = QRectF(margin - HALO, top, wide + 2 * HALO + BAR_WIDE, metrics.height - top)
        self._scroll.put(look, box)
        px, y = between(17, 20, 27), float(HALO)
        for question in self._questions:
            y = self._place_question(question, px, y, wide)
        for row in self._rows:
            y += row.put(look, px, HALO, y, wide) + between(6, 6, 8)
        self._scroll.set_content_height(y + between(10, 20, 28))

    def _place_question(self, question: Question, px: float, y: float, wide: float) -> float:
        look, colors = self.look, self.look.palette
        question.words.dress(sans(px), colors.color(colors.text_primary))
        taken = paragraph_height(question.words, wide - px)
        question.words.fill(HALO + px * 0.5, y, wide - px, taken + 2)
        y += taken + 8
        x = HALO + px * 0.5
        for button in question.answers:
            button.dress(look, px * 0.95)
            x = button.put(x, y, 0, SMALLEST_TARGET).right() + 14
        return y + SMALLEST_TARGET + px

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape are done: every tick is kept already."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape} and not event.isAutoRepeat():
            self.done.emit()
        else:
            super().keyPressEvent(event)
