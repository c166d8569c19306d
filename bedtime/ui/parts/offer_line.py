"""The question about what was changed: one quiet line, two small buttons under it, and the way back afterwards."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.session.offering import OfferView, Stage
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.parts.button import HALO, LEAST_HIGH, SMALLEST_TARGET, Button
from bedtime.ui.parts.label import Words, paragraph_height

_GAP = 4


class OfferLine(QObject):
    """Shows an `OfferView`, or nothing."""

    only_tonight = Signal()
    from_now_on = Signal()
    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Nothing to ask."""
        super().__init__(parent)
        self._words = Words(parent)
        self._only, self._always = Button(""), Button(_("From now on"))
        self._undo = Button(_("Undo"))
        self._buttons = (self._only, self._always, self._undo)
        for button, answer in zip(self._buttons, (self.only_tonight, self.from_now_on, self.undo), strict=True):
            button.setParent(parent)
            button.chosen.connect(answer)
        self.show_view(None)

    def show_view(self, view: OfferView | None) -> bool:
        """Show this. False when the focus was on what is gone now, and on nothing in its place."""
        had_focus = any(button.hasFocus() for button in self._buttons)
        self._words.setVisible(view is not None)
        for button, stage in zip(self._buttons, (Stage.ASKED, Stage.ASKED, Stage.DONE), strict=True):
            button.setVisible(view is not None and view.stage is stage)
        if view is not None:
            self._words.set_words(view.words)
            self._only.setText(view.otherwise)
            for button in self._buttons:
                button.setAccessibleName(_("{answer}: {question}").format(answer=button.text(), question=view.spoken))
        if had_focus and not self._undo.isHidden():
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        return not had_focus or not self._undo.isHidden()

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to see."""
        return not self._words.isHidden()

    def height(self, look: Look, width: float) -> float:
        """How much height it needs at least, where it is so wide."""
        self._dress(look)
        return paragraph_height(self._words, width) + _GAP + self._button_height(look)

    def place(self, look: Look, box: QRectF) -> None:
        """Put the line and the buttons under it into `box`; where it is high enough, with some air around the line."""
        self._dress(look)
        between = look.metrics.between
        high, taken = self._button_height(look), paragraph_height(self._words, box.width())
        air = max(0, box.height() - taken - high - _GAP)
        top = box.top() + min(between(0, 12, 20), air * 0.4)
        self._words.fill(box.left(), top, box.width(), taken + 2)
        x, y = box.left(), top + taken + min(between(2, 8, 14), 2 + air * 0.3)
        for button in self._buttons:
            if not button.isHidden():
                x = button.put(x, y, button.sizeHint().width() - 2 * HALO, high).right() + between(8, 12, 16)

    def _dress(self, look: Look) -> None:
        px = look.metrics.between(16, 18, 25)
        self._words.dress(sans(px), look.palette.color(look.palette.text_secondary))
        for button in self._buttons:
            button.dress(look, px)

    @staticmethod
    def _button_height(look: Look) -> float:
        return max(SMALLEST_TARGET, look.metrics.between(16, 18, 25) * LEAST_HIGH)
