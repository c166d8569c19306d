"""How a person's own routine differs from what it was made from, line by line, and the way back."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bedtime.language import N_, _
from bedtime.session.editor import DifferenceView
from bedtime.ui.fonts import sans, serif
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import Button
from bedtime.ui.parts.group import chain
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.scroll_bar import scroll_bar_style

BAR = 14
"""The room of the scroll bar."""
ALIKE = N_("Nothing differs.")


class Comparison(QWidget):
    """The panel. `restored` carries the row that shall be as it was; `all_restored` wants everything so."""

    restored = Signal(int)
    all_restored = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Nothing to compare."""
        super().__init__(parent)
        self._look: Look | None = None
        self._differences: tuple[DifferenceView, ...] = ()
        self._title = Words(self)
        self._all = Button(_("Restore everything"))
        self._all.setParent(self)
        self._all.chosen.connect(self.all_restored)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._sheet = QWidget()
        self._area.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)
        self._lines: list[tuple[Words, Button | None]] = []
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """Where the focus stops on its way through."""
        return [self._all, *(button for _, button in self._lines if button is not None)]

    def open(self) -> None:
        """Show it, with the keyboard on the way back."""
        self.show()
        self.raise_()
        self._all.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_differences(self, original: str, differences: tuple[DifferenceView, ...]) -> None:
        """Show these; `original` is the name of what they differ from."""
        self._title.set_words(_("Compared with “{routine}”").format(routine=original) if differences else _(ALIKE))
        self._all.setVisible(bool(differences))
        if differences == self._differences:
            return
        self._differences = differences
        for part in (part for line in self._lines for part in line if part is not None):
            part.hide()
            part.deleteLater()
        self._lines = [self._line(one) for one in differences]
        chain(self.stops)
        self._place()

    def _line(self, difference: DifferenceView) -> tuple[Words, Button | None]:
        words = Words(self._sheet, difference.words)
        words.show()
        index = difference.index
        if index is None:
            return words, None
        button = Button(_("As it was"))
        button.setParent(self._sheet)
        button.setAccessibleName(_("As it was: {difference}").format(difference=difference.words))
        button.chosen.connect(lambda: self.restored.emit(index))
        button.show()
        return words, button

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self._area.setStyleSheet(scroll_bar_style(look))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines are as wide as the panel."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._look is None or self.width() < 100:
            return
        look, between, colors = self._look, self._look.metrics.between, self._look.palette
        self._title.dress(serif(between(22, 28, 38)), colors.color(colors.text_primary))
        self._all.dress(look, between(17, 19, 26))
        wide = self._all.sizeHint().width() - 16
        self._all.put(self.width() - wide - 8 - BAR, 8, wide, between(46, 46, 62))
        self._title.stand_on(8, between(38, 42, 54), self.width() - wide - 40)
        top = between(62, 72, 96)
        set_box(self._area, QRectF(0, top, self.width(), self.height() - top).toRect())
        self._sheet.resize(self._area.viewport().width(), self._sheet.height())
        self._sheet.resize(self._area.viewport().width(), round(self._place_lines(look)))

    def _place_lines(self, look: Look) -> float:
        between, colors = look.metrics.between, look.palette
        font, room, y = sans(between(18, 20, 27)), self._area.viewport().width() - 24, 6.0
        target = between(44, 44, 60)
        for words, button in self._lines:
            answer = 0.0
            if button is not None:
                button.dress(look, between(16, 17, 24))
                answer = button.sizeHint().width() - 16.0
                button.put(8 + room - answer, y, answer, target)
            words.dress(font, colors.color(colors.text_primary))
            lines = 1 + int(words.text_width() // max(60.0, room - answer - 30))
            high = max(target + 4, lines * font.pixelSize() * 1.45)
            words.fill(12, y + (target - font.pixelSize() * 1.3) / 2, room - answer - 24, high)
            y += high + between(6, 10, 14)
        return y
