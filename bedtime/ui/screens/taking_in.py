"""Before files are taken in: what would come in, or what is wrong with each of them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent

from bedtime.language import N_, _
from bedtime.session.filing import Preview
from bedtime.ui.fonts import sans, serif
from bedtime.ui.light import Disc, Glow
from bedtime.ui.metrics import Metrics
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import Button, Kind
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.scroll import BAR_WIDE, Scroll
from bedtime.ui.screens.screen import Screen


class TakingInScreen(Screen):
    """Shows what would come in. `taken` agrees to it, `left` goes back."""

    said = N_("What was found")
    taken = Signal()
    left = Signal()

    def __init__(self, take: str = "", leave: str = "", *, lands_on_leave: bool = False) -> None:
        """Nothing to take in yet. `take` and `leave` are the words of the answers, the focus is on the first.

        Unless it `lands_on_leave`, where somebody should not agree by habit.
        """
        super().__init__()
        self._leave_words = leave or _("Not now")
        self._lands_on_leave = lands_on_leave
        self._title = Words(self)
        self._scroll = Scroll(self, _("What was found"))
        self._lines: list[Words] = []
        self._take = Button(take or _("Take it in"), Kind.FILLED)
        self._leave = Button(self._leave_words)
        for button in (self._take, self._leave):
            button.setParent(self)
        self._take.chosen.connect(self.taken)
        self._leave.chosen.connect(self.left)

    def show_preview(self, preview: Preview) -> None:
        """Show what is in files that were chosen or dropped."""
        self.show_lines(preview.title, preview.lines, can_be_taken=preview.plan is not None)

    def show_lines(self, title: str, lines: tuple[str, ...], *, can_be_taken: bool) -> None:
        """Show a title and a line for each thing."""
        self._title.set_words(title)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [Words(self._scroll.content, words) for words in lines]
        for line in self._lines:
            line.show()
        self._take.setVisible(can_be_taken)
        self._leave.setText(self._leave_words if can_be_taken else _("All right"))
        self.refresh()

    def land(self) -> None:
        """Focus on what comes next."""
        target = self._leave if self._take.isHidden() or self._lands_on_leave else self._take
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def light(self, metrics: Metrics) -> tuple[tuple[Glow, ...], tuple[Disc, ...]]:
        """A little light from above."""
        strength = 0.18 if self.look.palette.theme is Theme.DAY else 0.08
        return (Glow(metrics.width * 0.4, 0, metrics.width * 0.34, metrics.width * 0.24, strength),), ()

    def arrange(self) -> None:
        """The title, the lines, the answers."""
        look, metrics = self.look, self.look.metrics
        between, margin, colors = metrics.between, metrics.margin, look.palette
        wide = metrics.width - 2 * margin
        self._title.dress(serif(between(34, 52, 72), 300), colors.color(colors.text_primary))
        baseline = between(80, 136, 190)
        self._title.stand_on(margin, baseline, wide)
        high = between(50, 62, 84)
        bottom = metrics.height - between(22, 44, 64) - high
        x = margin
        for button in (self._take, self._leave):
            button.dress(look, between(19, 22, 30))
            if not button.isHidden():
                x = button.put(x, bottom, between(120, 160, 210), high).right() + between(12, 18, 24)
        top = baseline + between(18, 34, 48)
        self._scroll.put(look, QRectF(margin, top, wide, bottom - top - between(14, 24, 34)))
        font, room, y = sans(between(18, 21, 29)), min(wide - BAR_WIDE - 8, between(560, 900, 1240)), 2.0
        for line in self._lines:
            line.dress(font, colors.color(colors.text_primary))
            box = QRectF(0, 0, room, 10_000)
            taken = QFontMetricsF(font).boundingRect(box, Qt.TextFlag.TextWordWrap, line.text()).height() + 2
            line.fill(2, y, room, taken)
            y += taken + between(8, 12, 16)
        self._scroll.set_content_height(y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The window says how small it may be."""
        return QSize(0, 0)
