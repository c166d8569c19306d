"""The keys: what the keyboard can do, everywhere and on each screen. Opened by F1 anywhere, and left by it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from bedtime.language import N_, _
from bedtime.ui.fonts import sans, serif
from bedtime.ui.light import Disc, Glow, from_above
from bedtime.ui.metrics import Metrics
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind
from bedtime.ui.parts.key_lines import KeyGroup
from bedtime.ui.parts.key_list import KeyList
from bedtime.ui.parts.label import Words, paragraph_height
from bedtime.ui.parts.scroll import BAR_WIDE
from bedtime.ui.screens.screen import Screen

TITLE = N_("Keys")
WITHOUT_LETTERS = N_("Single letters, digits and signs are switched off. Everything has a key without them.")
_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
_SCROLLS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


class KeysScreen(Screen):
    """The table. `back` leaves it."""

    back = Signal()
    said = TITLE

    def __init__(self) -> None:
        """An empty table."""
        super().__init__()
        self._title, self._remark = Words(self, _(TITLE)), Words(self)
        self._back = Button(_("Back"), Kind.FILLED)
        self._back.setParent(self)
        self._list = KeyList(self)
        self._back.chosen.connect(self.back)

    def show_keys(self, groups: tuple[KeyGroup, ...]) -> None:
        """Show these keys."""
        self._remark.set_words("" if self.heeds_letters else _(WITHOUT_LETTERS))
        self._list.show_groups(groups)
        self.refresh()

    def land(self) -> None:
        """Focus on the way back; the arrows go into the list."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._remark.dress(sans(between(17, 19, 26)), colors.color(colors.text_secondary))
        self._remark.setVisible(bool(self._remark.text()))
        if self._remark.text():
            taken = paragraph_height(self._remark, wide)
            self._remark.fill(margin, top, wide, taken + 2)
            top += taken + between(6, 10, 14)
        inset = between(12, 16, 22)
        list_wide = min(wide, between(640, 1040, 1400)) + inset + BAR_WIDE
        set_box(self._list, QRectF(margin - inset, top, list_wide, metrics.height - top - 4).toRect())
        self._list.dress(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape go back; the arrows go into the list."""
        if event.key() in _KEYS:
            if not event.isAutoRepeat():
                self.back.emit()
        elif event.key() in _SCROLLS and not self._list.hasFocus():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            if event.key() not in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
