"""Seven nights in a row: a tick for a night with stretching, a dash for one without, a ring for tonight."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.phrases import apart
from bedtime.session.tonight_view import Mark, WeekNight
from bedtime.ui.fonts import sans
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip_x
from bedtime.ui.parts.described import Described

_TONIGHT = {Mark.TONIGHT, Mark.TONIGHT_STRETCHED}


class WeekLamps(Described):
    """The week as seven signs over seven letters. Read out as one sentence."""

    def __init__(self, parent: QWidget) -> None:
        """No week yet."""
        super().__init__(parent)
        self._look: Look | None = None
        self._nights: tuple[WeekNight, ...] = ()

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self.update()

    def show_week(self, nights: tuple[WeekNight, ...]) -> None:
        """Show these nights."""
        if nights != self._nights:
            self._nights = nights
            self.describe(_("This week: {nights}").format(nights=apart(night.words for night in nights)))
            self.update()

    def sizeHint(self) -> QSize:
        """Seven pitches wide, a sign and a letter high."""
        if self._look is None:
            return QSize()
        between = self._look.metrics.between
        return QSize(round(7 * between(36, 44, 60)), round(between(54, 65, 89)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the signs and the letters."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        between = self._look.metrics.between
        pitch, radius = between(36, 44, 60), between(10, 11, 15)
        for index, night in enumerate(self._nights):
            at = QPointF(flip_x(self, radius + 2 + index * pitch), radius + 3)
            self._paint_mark(painter, self._look, at, radius, night.mark)
            self._paint_letter(painter, self._look, at, night)

    @staticmethod
    def _paint_mark(painter: QPainter, look: Look, at: QPointF, radius: float, mark: Mark) -> None:
        colors = look.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark in {Mark.STRETCHED, Mark.TONIGHT_STRETCHED}:
            painter.setBrush(colors.color(colors.accent_deep))
            painter.drawEllipse(at, radius - 1, radius - 1)
            draw_icon(painter, Icon.CHECK, at, radius * 1.27, colors.color(colors.check), 2.8)
        elif mark is Mark.NOT:
            painter.setPen(QPen(colors.color(colors.line_control), 2.5, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(at - QPointF(radius * 0.55, 0), at + QPointF(radius * 0.55, 0))
        elif mark in {Mark.TO_COME, Mark.BEFORE_ALL}:
            painter.setBrush(colors.color(colors.line_track))
            painter.drawEllipse(at, radius * 0.36, radius * 0.36)
        if mark in _TONIGHT:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.color(colors.accent), 2.5))
            painter.drawEllipse(at, radius + 1, radius + 1)

    def _paint_letter(self, painter: QPainter, look: Look, at: QPointF, night: WeekNight) -> None:
        colors = look.palette
        tonight = night.mark in _TONIGHT
        painter.setFont(sans(look.metrics.between(16, 17, 24), 600 if tonight else 400))
        painter.setPen(colors.color(colors.text_primary if tonight else colors.text_tertiary))
        box = QRectF(at.x() - 20, 0, 40, self.height() - 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, night.letter)
