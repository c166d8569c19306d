"""The editor's upper edge: the way back, what else can be done, undo and redo, and Done."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.session.editor import EditorView
from bedtime.ui.icons import Icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, Button, Kind

NOT_YET = 0.35
"""How much is seen of Done before there is anything to keep."""


class EditorBar(QWidget):
    """Five buttons in a row. `more_wanted` asks for the menu, which opens under `more`."""

    back = Signal()
    more_wanted = Signal()
    undone = Signal()
    redone = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Nothing to take back yet."""
        super().__init__(parent)
        self._back = Button(_("Routines"), Kind.BARE, icon=Icon.CHEVRON_LEFT)
        self.more = Button("", Kind.BARE, icon=Icon.DOTS)
        self.more.setAccessibleName(_("More: compare, restore, print, export, delete"))
        self._redo = Button(_("Redo"), Kind.BARE)
        self._undo = Button(_("Undo"), Kind.BARE, icon=Icon.UNDO)
        self.done = Button(_("Done"), Kind.FILLED)
        self.buttons = (self._back, self.more, self._redo, self._undo, self.done)
        signals = (self.back, self.more_wanted, self.redone, self.undone, self.finished)
        for button, signal in zip(self.buttons, signals, strict=True):
            button.setParent(self)
            button.chosen.connect(signal)

    def show_view(self, view: EditorView) -> None:
        """Show what can be taken back, done again and kept. A keyboard on what goes is taken to Done."""
        redo, undo = _("Redo: {what}"), _("Undo: {what}")
        for button, words, name in ((self._undo, view.undo_words, undo), (self._redo, view.redo_words, redo)):
            if words is None and button.hasFocus():
                self.done.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(words is not None)
            button.setAccessibleName(name.format(what=words))
        self.done.setEnabled(view.can_be_kept)
        self.done.set_presence(1.0 if view.can_be_kept else NOT_YET)

    def place(self, look: Look) -> None:
        """Take on a look, and the upper edge of the window."""
        metrics, between = look.metrics, look.metrics.between
        px, middle, margin = between(18, 20, 27), between(32, 58, 84), metrics.margin
        set_box(self, QRect(0, 0, metrics.width, round(middle + between(34, 37, 50))))
        for button in self.buttons:
            button.dress(look, px)
        target = round(44 * metrics.scale)
        self._back.put(margin - px * 0.35, middle - target / 2, 0, target)
        high = between(44, 50, 68)
        done = max(between(84, 110, 148), self.done.sizeHint().width() - 2 * HALO)
        right = margin + (metrics.width - 2 * margin) - done
        self.done.put(right, middle - high / 2, done, high)
        right -= between(8, 18, 26)
        for button in (self._undo, self._redo, self.more):
            if button.isHidden():
                continue
            width = button.sizeHint().width() - 2 * HALO
            button.put(right - width, middle - target / 2, 0, target)
            right -= width + between(0, 6, 10)
