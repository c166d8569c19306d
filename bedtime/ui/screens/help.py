"""When to get help: the signs, the most urgent first, in large plain words. Nothing moves and nothing is asked."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from bedtime.language import N_, _
from bedtime.session.cautioning import HelpCard
from bedtime.ui.fonts import sans, serif
from bedtime.ui.light import Disc, Glow, from_above
from bedtime.ui.metrics import Metrics
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.label import Words, paragraph_height
from bedtime.ui.parts.scroll import BAR_WIDE, Scroll
from bedtime.ui.screens.screen import Screen

_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


class HelpScreen(Screen):
    """The card. `back` leaves it."""

    said = N_("When to get help")
    back = Signal()

    def __init__(self) -> None:
        """An empty card."""
        super().__init__()
        self._title = Words(self)
        self._back = Button(_("Back"), Kind.OUTLINED)
        self._back.setParent(self)
        self._scroll = Scroll(self, _("When to get help"))
        self._groups: list[tuple[Words, list[Words]]] = []
        self._back.chosen.connect(self.back)

    def show_card(self, card: HelpCard) -> None:
        """Show this card."""
        self._title.set_words(card.title)
        for title, items in self._groups:
            for words in (title, *items):
                words.hide()
                words.deleteLater()
        content = self._scroll.content
        self._groups = [
            (Words(content, title), [Words(content, item) for item in items]) for title, items in card.groups
        ]
        for title, items in self._groups:
            for words in (title, *items):
                words.show()
        self.refresh()

    def land(self) -> None:
        """Focus on the way back; the arrows scroll."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A little light from above."""
        return (from_above(metrics.width, metrics.height, self.look.palette.theme, 0.06),), ()

    def arrange(self) -> None:
        """Place every part."""
        look, metrics = self.look, self.look.metrics
        colors, between, margin = look.palette, metrics.between, metrics.margin
        wide = metrics.width - 2 * margin
        self._title.dress(serif(between(32, 52, 72), 300), colors.color(colors.text_primary))
        self._back.dress(look, between(18, 20, 27))
        back = self._back.sizeHint().width() - 2 * HALO
        baseline = between(46, 92, 128)
        self._back.put(margin + wide - back, baseline - SMALLEST_TARGET * 0.72, 0, SMALLEST_TARGET)
        self._title.stand_on(margin - 2, baseline, wide - back - 20)
        top = baseline + between(14, 24, 32)
        self._scroll.put(look, QRectF(margin, top, wide + BAR_WIDE, metrics.height - top))
        px, y, room = between(18, 21, 29), 0.0, min(wide - 8, between(584, 980, 1360))
        for title, items in self._groups:
            title.dress(sans(px * 1.12, 700), colors.color(colors.accent))
            taken = paragraph_height(title, room)
            title.fill(0, y, room, taken + 2)
            y += taken + px * 0.5
            for words in items:
                words.dress(sans(px), colors.color(colors.text_primary))
                taken = paragraph_height(words, room)
                words.fill(0, y, room, taken + 2)
                y += taken + px * 0.45
            y += px * 0.8
        self._scroll.set_content_height(y + px)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down scroll, Enter and Escape go back."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -60,
            Qt.Key.Key_Down: 60,
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        elif event.key() in _KEYS and not event.isAutoRepeat():
            self.back.emit()
        else:
            super().keyPressEvent(event)
