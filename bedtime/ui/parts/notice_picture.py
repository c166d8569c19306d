"""A picture of the notification: what it will look like, or why it will not. Nothing in it can be pressed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.phrases import after_each_other, in_a_row
from bedtime.reminder.notice import Notice
from bedtime.ui.fonts import fitted, sans, width_of
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip, set_box
from bedtime.ui.palette import Theme
from bedtime.ui.parts.described import Described

_WRAP = Qt.TextFlag.TextWordWrap


class NoticePicture(Described):
    """A title, a sentence, and buttons; in place of these, where there are none, the words of what is in the way."""

    def __init__(self, parent: QWidget) -> None:
        """An empty picture."""
        super().__init__(parent)
        self._look: Look | None = None
        self._notice: Notice | None = None
        self._words = ""

    def show_notice(self, notice: Notice, words: str) -> None:
        """Show this notice; with `words` in place of its buttons if there are any."""
        self._notice, self._words = notice, words
        answers = _("It can be answered with: {answers}.").format(answers=in_a_row(one.label for one in notice.buttons))
        told = _("The notification: {title}. {body}").format(title=notice.title, body=notice.body)
        self.describe(after_each_other((told, words or answers)))
        self.update()

    def put(self, look: Look, x: float, y: float, width: float) -> float:
        """Place it; the height taken."""
        self._look = look
        between = look.metrics.between
        high = between(78, 92, 118) + (self._words_height(width) if self._words else between(54, 62, 84))
        set_box(self, QRectF(x, y, width, high).toRect())
        self.update()
        return high

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self._look is None or self._notice is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box = self._look, QRectF(self.rect())
        colors, between = look.palette, look.metrics.between
        painter.setPen(
            QPen(colors.color(colors.line_control), 2) if colors.theme is Theme.HIGH_CONTRAST else Qt.PenStyle.NoPen
        )
        painter.setBrush(colors.color(colors.surface_2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), between(20, 26, 35), between(20, 26, 35))
        self._paint_lamp(painter, look, QPointF(between(38, 46, 62), between(40, 46, 62)))
        left, room = between(72, 86, 116), box.width() - between(72, 86, 116) - 16
        self._paint_line(painter, self._notice.title, QPointF(left, between(36, 42, 57)), room, 600)
        self._paint_line(painter, self._notice.body, QPointF(left, between(62, 71, 96)), room, 400)
        if self._words:
            self._paint_words(painter, look, box)
        else:
            self._paint_buttons(painter, look, box)

    @staticmethod
    def _paint_lamp(painter: QPainter, look: Look, at: QPointF) -> None:
        colors, between = look.palette, look.metrics.between
        painter.setPen(Qt.PenStyle.NoPen)
        for radius, color in (
            (between(18, 22, 30), colors.color(colors.glow, 0.4)),
            (between(11, 13, 18), colors.color(colors.accent)),
        ):
            painter.setBrush(color)
            painter.drawEllipse(at, radius, radius)

    def _paint_line(self, painter: QPainter, words: str, at: QPointF, room: float, weight: int) -> None:
        look = self._look
        if look is None:
            return
        colors, between = look.palette, look.metrics.between
        px = between(18, 21, 28) if weight > 400 else between(17, 19, 26)
        painter.setFont(fitted(sans(px, weight), words, room))
        painter.setPen(colors.color(colors.text_primary if weight > 400 else colors.text_secondary))
        wide = width_of(words, painter.font())
        painter.drawText(QPointF(self.width() - at.x() - wide, at.y()) if self.isRightToLeft() else at, words)

    def _paint_words(self, painter: QPainter, look: Look, box: QRectF) -> None:
        colors, between = look.palette, look.metrics.between
        painter.setFont(sans(between(16, 18, 25)))
        painter.setPen(colors.color(colors.text_primary))
        inset = between(20, 24, 32)
        painter.drawText(box.adjusted(inset, between(80, 92, 124), -inset, 0), _WRAP, self._words)

    def _words_height(self, width: float) -> float:
        if self._look is None:
            return 0
        between = self._look.metrics.between
        room = QRectF(0, 0, width - 2 * between(20, 24, 32), 10_000)
        metrics = QFontMetricsF(sans(between(16, 18, 25)))
        return metrics.boundingRect(room, _WRAP, self._words).height() + between(14, 18, 24)

    def _paint_buttons(self, painter: QPainter, look: Look, box: QRectF) -> None:
        """The answers in a row, each as wide as its words ask for."""
        if self._notice is None:
            return
        colors, between = look.palette, look.metrics.between
        labels = [button.label for button in self._notice.buttons]
        font, inset, gap = sans(between(16, 18, 25), 600), between(14, 20, 27), between(8, 12, 16)
        room = box.width() - 2 * inset - gap * (len(labels) - 1)
        needed = [width_of(label, font) for label in labels]
        spare = (room - sum(needed)) / len(labels)
        x, high = inset, between(44, 48, 65)
        top = box.bottom() - high - between(12, 14, 20)
        for index, (label, wide) in enumerate(zip(labels, needed, strict=True)):
            pill = flip(self, QRectF(x, top, wide + spare, high))
            painter.setBrush(colors.color(colors.accent) if index == 0 else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.color(colors.line_control), 1.5) if index else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(pill, high / 2, high / 2)
            painter.setFont(font)
            painter.setPen(colors.color(colors.text_primary if index else colors.accent_on))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, label)
            x += wide + spare + gap
