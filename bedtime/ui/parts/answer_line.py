"""A line that can be answered: what was just done, with Undo, for ten seconds; or a question, until it is answered.

Nobody has to hurry: it stays for as long as the pointer or the keyboard is on it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bedtime.clock import Alarm, Clock
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.button import HALO, Button, Kind
from bedtime.ui.parts.group import Group
from bedtime.ui.parts.label import Words

STAYS_MS = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `key` names the key that does the same."""

    words: str
    do: Callable[[], None]
    key: str = ""


class _AnswerButton(Button):
    """An answer in the accent colour. Its ring stays within the line."""

    ring = 1.0

    def ink(self) -> QColor:
        """The accent."""
        colors = self._dressed().palette
        return colors.color(colors.accent)


class AnswerLine(Group):
    """Shows one sentence with its answers. The clock and the alarm are nobody else's."""

    toggled = Signal()
    """It came, or went."""

    def __init__(self, parent: QWidget, clock: Clock, alarm: Alarm) -> None:
        """Nothing to say."""
        super().__init__(parent)
        self._clock, self._alarm = clock, alarm
        self._look: Look | None = None
        self._lasts = False
        self._words = Words(self)
        self._buttons: list[Button] = []
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty when it is not there."""
        return "" if self.isHidden() else self._words.text()

    @property
    def asks(self) -> bool:
        """Whether a question waits for its answer."""
        return self._lasts and not self.isHidden()

    def say(self, words: str, answers: tuple[Answer, ...]) -> None:
        """Say what was done, for ten seconds."""
        self._show(words, answers, lasts=False)
        self._count()

    def ask(self, words: str, answers: tuple[Answer, ...]) -> None:
        """Ask, until it is answered or taken back. The keyboard comes to the first answer."""
        self._alarm.cancel()
        self._show(words, answers, lasts=True)
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go away."""
        self._alarm.cancel()
        self.hide()

    def _show(self, words: str, answers: tuple[Answer, ...], *, lasts: bool) -> None:
        self._lasts = lasts
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(answer) for answer in answers]
        self._words.set_words(words)
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self._place()

    def _button(self, answer: Answer) -> Button:
        compact = self._look is not None and self._look.metrics.is_compact
        button = _AnswerButton(answer.words, Kind.BARE, key="" if compact else answer.key)
        button.setParent(self)
        button.installEventFilter(self)
        button.chosen.connect(lambda: self._answer(answer))
        button.show()
        return button

    def _answer(self, answer: Answer) -> None:
        self.leave()
        answer.do()

    def _count(self) -> None:
        self._alarm.set(self._clock.monotonic_ms() + STAYS_MS, self._time_is_over)

    def _time_is_over(self) -> None:
        if self.underMouse() or any(button.hasFocus() for button in self._buttons):
            self._count()
        else:
            self.hide()

    # places

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self._place()

    def put(self, box: QRectF) -> None:
        """Take this room."""
        set_box(self, box.toRect())
        self._place()

    def _place(self) -> None:
        if self._look is None:
            return
        colors, px = self._look.palette, self._look.metrics.between(17, 19, 26)
        self._words.dress(sans(px), colors.color(colors.text_primary))
        right, target = self.width() - px * 0.6, self._look.metrics.between(44, 44, 60)
        for button in reversed(self._buttons):
            button.dress(self._look, px)
            wide = button.sizeHint().width() - 2 * HALO
            button.put(right - wide, (self.height() - target) / 2, wide, target)
            right -= wide + 8
        left = px * 1.3
        room = max(10.0, right - left - 6)
        if self._words.text_width() <= room:
            self._words.stand_on(left, self.height() / 2 + px * 0.34, room)
        else:
            self._words.dress(sans(px * 0.9), colors.color(colors.text_primary))
            high = QFontMetricsF(self._words.font()).lineSpacing() * 2
            self._words.fill(left, (self.height() - high) / 2, room, high + 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer keeps it here."""
        super().enterEvent(event)
        self._alarm.cancel()

    def leaveEvent(self, event: QEvent) -> None:
        """From now on it counts again."""
        super().leaveEvent(event)
        if not self._lasts and self.isVisible():
            self._count()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """When the keyboard leaves an answer, it counts again."""
        if event.type() is QEvent.Type.FocusOut and not self._lasts and self.isVisible():
            self._count()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs while it is not seen."""
        super().hideEvent(event)
        self._alarm.cancel()
        self.toggled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The screen makes room."""
        super().showEvent(event)
        self.toggled.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised ground."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.palette.color(self._look.palette.surface_2))
        shape = QRectF(self.rect())
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
