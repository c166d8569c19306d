"""The table of keys as a real list: a line a row of keys, which a screen reader says one by one, under their titles."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bedtime.language import _, pgettext
from bedtime.phrases import after_each_other
from bedtime.ui.fonts import sans, serif, width_of
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip_in
from bedtime.ui.parts.button import draw_focus
from bedtime.ui.parts.key_lines import KeyGroup, KeyLine
from bedtime.ui.parts.scroll import BAR_WIDE, scroll_bar_style

_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_WRAPS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class KeyList(QListWidget):
    """The lines."""

    def __init__(self, parent: QWidget) -> None:
        """An empty list."""
        super().__init__(parent)
        self.setAccessibleName(_("Keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _KeyDelegate(self)
        self.setItemDelegate(self._delegate)

    def show_groups(self, groups: tuple[KeyGroup, ...]) -> None:
        """Show these; a title is no line, so the first line under it says it."""
        self.clear()
        for group in groups:
            title = QListWidgetItem(group.title)
            title.setFlags(Qt.ItemFlag.NoItemFlags)
            title.setData(_ROLE, group.title)
            self.addItem(title)
            for line in group.lines:
                is_first = line is group.lines[0]
                titled = pgettext("a title, read out", "{title}.").format(title=group.title) if is_first else ""
                item = QListWidgetItem(after_each_other((titled, line.spoken)))
                item.setData(_ROLE, line)
                self.addItem(item)
        self.setCurrentRow(1)
        self.scrollToTop()

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._delegate.look = look
        self.setStyleSheet(scroll_bar_style(look))
        self._delegate.wide = self.width() - BAR_WIDE
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap where they must."""
        self._delegate.wide = self.width() - BAR_WIDE
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape are left to the screen; letters are no search here."""
        is_left = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        if is_left or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _KeyDelegate(QStyledItemDelegate):
    """Paints a title, or keys as caps and what they do."""

    look: Look | None = None
    wide = 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the words need when they wrap."""
        if self.look is None:
            return QSize(self.wide, 40)
        between = self.look.metrics.between
        line = index.data(_ROLE)
        if not isinstance(line, KeyLine):
            return QSize(self.wide, round(between(48, 64, 88)))
        room = QRectF(0, 0, self.wide - self._caps_wide() - 2 * self._inset(), 10_000)
        words = QFontMetricsF(self._words_font()).boundingRect(room, _WRAPS, line.words)
        return QSize(self.wide, round(max(between(42, 46, 62), words.height() + between(12, 14, 18))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line, with a ring around the one that the keyboard is on."""
        look, line = self.look, index.data(_ROLE)
        if look is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, box = look.palette, QRectF(option.rect)
        seen = partial(flip_in, box) if option.direction == Qt.LayoutDirection.RightToLeft else QRectF
        if isinstance(line, KeyLine):
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus(painter, box.adjusted(3, 3, -3, -3), 10, look, offset=0)
            self._paint_caps(painter, box, line, seen)
            painter.setPen(colors.color(colors.text_primary))
            painter.setFont(self._words_font())
            left = self._inset() + self._caps_wide()
            painter.drawText(seen(box.adjusted(left, 0, -self._inset(), 0)), _WRAPS, line.words)
        else:
            painter.setPen(colors.color(colors.text_primary))
            painter.setFont(serif(look.metrics.between(21, 28, 38)))
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
            title = box.adjusted(self._inset(), 0, 0, -look.metrics.between(7, 10, 14))
            painter.drawText(seen(title), bottom, str(line))
        painter.restore()

    def _paint_caps(self, painter: QPainter, box: QRectF, line: KeyLine, seen: Callable[[QRectF], QRectF]) -> None:
        """Each key in a cap of its own, with a word between two that are not pressed together."""
        look = self.look
        if look is None:
            return
        colors, px = look.palette, look.metrics.between(16, 17, 24)
        font, between = sans(px, 600), sans(px)
        word = pgettext("between two keys", "to") if line.is_range else pgettext("between two keys", "or")
        x = box.left() + self._inset()
        for index, key in enumerate(line.shown):
            if index:
                painter.setFont(between)
                painter.setPen(colors.color(colors.text_secondary))
                gap = width_of(word, between) + px * 0.8
                painter.drawText(seen(QRectF(x, box.top(), gap, box.height())), Qt.AlignmentFlag.AlignCenter, word)
                x += gap
            cap = QRectF(x, box.center().y() - px * 0.9, max(px * 1.8, width_of(key, font) + px), px * 1.8)
            painter.setPen(QPen(colors.color(colors.line_control), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(seen(cap), px * 0.4, px * 0.4)
            painter.setFont(font)
            painter.setPen(colors.color(colors.text_primary))
            painter.drawText(seen(cap), Qt.AlignmentFlag.AlignCenter, key)
            x = cap.right()

    def _caps_wide(self) -> float:
        return self.look.metrics.between(232, 330, 440) if self.look is not None else 0.0

    def _inset(self) -> float:
        return self.look.metrics.between(12, 16, 22) if self.look is not None else 0.0

    def _words_font(self) -> QFont:
        return sans(self.look.metrics.between(17, 20, 27) if self.look is not None else 20)
