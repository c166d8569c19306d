"""A quiet button that opens something in place: a chevron after its words, which turns when it is open."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from bedtime.language import _
from bedtime.ui.fonts import sans, width_of
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.mirror import flip, flip_x, pointing
from bedtime.ui.parts.button import Button, Kind


class Disclosure(Button):
    """Says one thing while closed and another while open."""

    def __init__(self, closed: str, opened: str) -> None:
        """Closed."""
        super().__init__(closed, Kind.BARE)
        self._words = (closed, opened)
        self._open = False

    @property
    def is_open(self) -> bool:
        """Whether what it opens is open."""
        return self._open

    def set_words(self, words: str) -> None:
        """Say this from now on, open or closed."""
        self._words = (words, words)
        self.setText(words)

    def set_open(self, *, is_open: bool) -> None:
        """Show that it is open, or closed."""
        self._open = is_open
        self.setText(self._words[is_open])
        self.setAccessibleDescription(_("Open") if is_open else _("Closed"))

    def words_width(self) -> float:
        """How wide what is seen is: the words and the chevron."""
        return width_of(self.text(), self._words_font()) + self._icon_width()

    def ink(self) -> QColor:
        """As bright as words that matter, though it has no outline."""
        colors = self._dressed().palette
        return colors.color(colors.text_primary)

    def paint_content(self, painter: QPainter, shape: QRectF) -> None:
        """Paint the words, then the chevron."""
        font, ink, px = self._words_font(), self.ink(), self._size_px
        words_wide = width_of(self.text(), font)
        x = shape.center().x() - (words_wide + self._icon_width()) / 2
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(x, shape.top(), words_wide + 2, shape.height())
        painter.drawText(flip(self, box), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        sign = Icon.CHEVRON_DOWN if self._open else pointing(self, Icon.CHEVRON)
        draw_icon(
            painter, sign, QPointF(flip_x(self, box.right() + px * 0.75), shape.center().y() + 1), px * 0.8, ink, 2.4
        )

    def _icon_width(self) -> float:
        return self._size_px * 1.2

    def _words_font(self) -> QFont:
        return sans(self._size_px, 400)
