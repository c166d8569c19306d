"""One quiet line over the lower edge of the window: what happened to a file, why something could not be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bedtime.language import _
from bedtime.session.cues import Announcement, Urgency
from bedtime.ui.fonts import sans, width_of
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, Button, Kind
from bedtime.ui.parts.group import Group
from bedtime.ui.parts.label import Words, paragraph_height
from bedtime.ui.senses.announcer import announce

WIDEST = 900
MENTIONED_MS = 15_000
"""How long what is only mentioned stays: long enough to be read twice, also by a screen reader."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, and what can be done about it, if anything."""

    sentence: str
    is_passing: bool = False
    action: str = ""
    otherwise: str = ""
    do: Callable[[], None] | None = None
    leave: Callable[[], None] | None = None


class Notice(Group):
    """Shows sentences one after the other. What matters stays until it is answered: nobody reads against a clock."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing to tell."""
        super().__init__(parent)
        self._look: Look | None = None
        self._waiting: list[_Told] = []
        self._words = Words(self)
        self._seen = Button(_("All right"), Kind.BARE)
        self._action = Button("", Kind.BARE)
        for button in (self._action, self._seen):
            button.setParent(self)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(MENTIONED_MS)
        self._leaving.timeout.connect(self._leave)
        self._seen.chosen.connect(self._decline)
        self._action.chosen.connect(self._act)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_clear)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show `sentence`, after those that are not answered yet. One that waits already is not told again."""
        self._add(_Told(sentence))

    def mention(self, sentence: str) -> None:
        """Show `sentence` for a while. For what is good to know and asks for nothing, while nobody is near the keys."""
        self._add(_Told(sentence, is_passing=True))

    def offer(
        self,
        sentence: str,
        action: str,
        do: Callable[[], None],
        otherwise: str = "",
        leave: Callable[[], None] | None = None,
    ) -> None:
        """Show `sentence` with a button for `action` before the one that lets it go: `otherwise`, if not "Later"."""
        self._add(_Told(sentence, action=action, otherwise=otherwise or _("Later"), do=do, leave=leave))

    def withdraw(self, sentence: str) -> None:
        """Tell `sentence` no more, if it waits to be answered."""
        self._leaving.stop()
        self._waiting = [told for told in self._waiting if told.sentence != sentence]
        self._show()

    def _add(self, told: _Told) -> None:
        is_known = not told.action and told.sentence in {one.sentence for one in self._waiting}
        if not is_known:  # two offers may have the same words, and each its own way back
            self._waiting.append(told)
            self._show()
            urgency = Urgency.POLITE if told.is_passing else Urgency.ASSERTIVE
            announce(self, Announcement(told.sentence, urgency))

    def dress(self, look: Look) -> None:
        """Take on a look, and a place over the lower edge."""
        self._look = look
        self._show()

    def _next(self) -> None:
        self._leaving.stop()
        self._waiting.pop(0)
        self._show()

    def _leave(self) -> None:
        """Go, unless somebody is just about to answer."""
        if self._seen.hasFocus():
            self._leaving.start()
        else:
            self._next()

    def _decline(self) -> None:
        leave = self._waiting[0].leave
        self._next()
        if leave is not None:
            leave()

    def _act(self) -> None:
        do = self._waiting[0].do
        self._next()
        if do is not None:
            do()

    def _show(self) -> None:
        self.setVisible(bool(self._waiting) and self._look is not None)
        if not self._waiting or self._look is None:
            return
        look, metrics = self._look, self._look.metrics
        px = metrics.between(17, 19, 26)
        font = sans(px)
        self._words.dress(font, look.palette.color(look.palette.text_primary))
        told = self._waiting[0]
        if told.is_passing and not self._leaving.isActive():
            self._leaving.start()
        self._words.set_words(told.sentence)
        self.setAccessibleName(told.sentence)
        self._seen.setText(told.otherwise or _("All right"))
        self._action.setText(told.action)
        self._action.setVisible(bool(told.action))
        answer = 0
        for button in (self._seen, self._action):
            button.dress(look, px)
            answer += button.sizeHint().width() - 2 * HALO if not button.isHidden() else 0
        scale, target = metrics.scale, 44 * metrics.scale
        room = min(metrics.width - 2 * metrics.margin, WIDEST * metrics.between(1, 1, 1.4))
        wide = min(room, width_of(told.sentence, font) + answer + 70 * scale)
        words_wide = wide - answer - 60 * scale
        words_high = paragraph_height(self._words, words_wide)
        high = max(48 * scale, words_high + px * 1.2)
        set_box(self, QRectF((metrics.width - wide) / 2, metrics.height - high - 4, wide, high).toRect())
        self._words.fill(26 * scale, (high - words_high) / 2, words_wide, words_high + 2)
        end = wide - 16 * scale
        self._action.put(end - answer, (high - target) / 2, 0, target)
        self._seen.put(end - self._seen.sizeHint().width() + 2 * HALO, (high - target) / 2, 0, target)
        self.raise_()
        self._keep_clear(None, self.window().focusWidget())

    def _keep_clear(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Never cover what the keyboard is on: where it would, stand over the upper edge instead."""
        if not isValid(self) or self.isHidden() or now is None or self.isAncestorOf(now):
            return
        around = self.parentWidget()
        if around is None or not around.isAncestorOf(now):
            return
        focused = now.rect().translated(now.mapTo(around, QPoint(0, 0)))
        low, high = QRect(self.geometry()), QRect(self.geometry())
        low.moveBottom(around.height() - 4)
        high.moveTop(4)
        covers = low.intersects(focused) and not high.intersects(focused)
        self.move((high if covers else low).topLeft())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised ground."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.palette.color(self._look.palette.surface_2))
        painter.drawRoundedRect(QRectF(self.rect()), 26, 26)
