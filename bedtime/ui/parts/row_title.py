"""A row's picture and words as one button, which opens everything else that can be said about the stretch."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from bedtime.language import _
from bedtime.ui.fonts import fitted, sans, width_of
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.mirror import flip, flip_x, pointing
from bedtime.ui.parts.button import HALO, SMALLEST_TARGET, Button, Kind


class RowTitle(Button):
    """Shows a name over a quieter line, right of the room for the picture; a chevron says that it opens."""

    def __init__(self, parent: QWidget) -> None:
        """Without words."""
        super().__init__("", Kind.BARE)
        self.setParent(parent)
        self._cue = ""
        self._indent = 0.0
        self._is_open = False

    def show_words(self, name: str, cue: str, spoken: str, *, is_open: bool) -> None:
        """Show these words; `spoken` is read out, with whether it is open."""
        self.setText(name)
        self._cue, self._is_open = cue, is_open
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(_("Hide the details") if is_open else _("Show the details"))
        self.update()

    def indent(self, pixels: float) -> None:
        """Leave this much room at the left, for the picture."""
        self._indent = pixels

    def sizeHint(self) -> QSize:
        """Whatever room there is."""
        return QSize(SMALLEST_TARGET + 2 * HALO, SMALLEST_TARGET + 2 * HALO)

    def corner_radius(self, shape: QRectF) -> float:
        """As round as the row."""
        return min(18.0, shape.height() / 3)

    def ink(self) -> QColor:
        """As bright as words that matter."""
        colors = self._dressed().palette
        return colors.color(colors.text_primary)

    def paint_content(self, painter: QPainter, shape: QRectF) -> None:
        """Paint the name, the chevron and the cue."""
        colors = self._dressed().palette
        sign_wide = self._size_px * 1.1
        left, room = shape.left() + self._indent, shape.width() - self._indent - sign_wide - 4
        name_font = fitted(self._words_font(), self.text(), room)
        name = QFontMetricsF(name_font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        small = sans(self._size_px * 0.85)
        cue = QFontMetricsF(small).elidedText(self._cue, Qt.TextElideMode.ElideRight, room + sign_wide)
        middle = shape.center().y()
        painter.setFont(name_font)
        painter.setPen(self.ink())
        upper = QRectF(left, middle - self._size_px * 1.25, room + 2, self._size_px * 1.3)
        painter.drawText(flip(self, upper), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)
        sign = Icon.CHEVRON_DOWN if self._is_open else pointing(self, Icon.CHEVRON)
        at = QPointF(flip_x(self, left + width_of(name, name_font) + sign_wide * 0.6), upper.center().y() + 1)
        draw_icon(painter, sign, at, self._size_px * 0.62, colors.color(colors.text_tertiary), 2.6)
        painter.setFont(small)
        painter.setPen(colors.color(colors.text_secondary))
        lower = QRectF(left, middle + self._size_px * 0.08, room + sign_wide + 2, self._size_px * 1.2)
        painter.drawText(flip(self, lower), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cue)

    def _words_font(self) -> QFont:
        return sans(self._size_px, 600)
