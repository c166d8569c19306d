"""The stretches of tonight as a real list: names, sides and lengths. Scrolls when there are many."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
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

from bedtime.session.tonight_view import StretchLine
from bedtime.ui.fonts import fitted, sans, width_of
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip_in
from bedtime.ui.parts.button import draw_focus
from bedtime.ui.parts.scroll import BAR_WIDE, scroll_bar_style

_LINE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class StretchList(QListWidget):
    """One line a stretch, in one column or two. `closed` is emitted when Escape is pressed."""

    closed = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        """An empty list; `name` is read out."""
        super().__init__(parent)
        self._lines: tuple[StretchLine, ...] = ()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _LineDelegate(self)
        self.setItemDelegate(self._delegate)

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._delegate.look = look
        self.setStyleSheet(scroll_bar_style(look))
        self._size_cells()

    def show_lines(self, lines: tuple[StretchLine, ...]) -> None:
        """Show these lines."""
        if lines == self._lines:
            return
        self._lines = lines
        self._size_cells()
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.spoken)
            item.setData(_LINE, line)
            self.addItem(item)
        self.setCurrentRow(0)

    def height_for(self, room: float) -> int:
        """The greatest height within `room` that cuts no line in two."""
        self._size_cells()  # a list that is not seen yet has not heard of its size
        high = max(1, self._delegate.cell.height())
        return int(room // high) * high

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Enter is left to the screen, the rest moves through the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width."""
        self._size_cells()
        super().resizeEvent(event)

    def _size_cells(self) -> None:
        """Two columns where there is room; one where reasons are told, each under its line."""
        look = self._delegate.look
        if look is None:
            return
        between = look.metrics.between
        reasons = [line.reason for line in self._lines if line.reason]
        columns = 1 if reasons or look.metrics.is_compact else 2
        wide = (self.width() - BAR_WIDE - 2) // columns
        room = wide - 8 - between(14, 44, 60) - between(26, 32, 44)
        font = sans(between(16, 17, 23))
        lines = max((1 + int(1.06 * width_of(reason, font) / max(room, 1)) for reason in reasons), default=0)
        self._delegate.reason_high = lines * QFontMetricsF(font).lineSpacing()
        high = between(32, 38, 52) + self._delegate.reason_high + (between(4, 6, 8) if reasons else 0)
        self._delegate.cell = QSize(wide, round(high))
        self.setGridSize(self._delegate.cell)


class _LineDelegate(QStyledItemDelegate):
    """Paints a line: its number, its name, its side and its length."""

    look: Look | None = None
    cell = QSize()
    reason_high = 0.0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One cell of the grid."""
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line, with a ring around the one that the keyboard is on."""
        line = index.data(_LINE)
        look = self.look
        if look is None or not isinstance(line, StretchLine):
            return
        colors, between = look.palette, look.metrics.between
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8, 2, -between(14, 44, 60), -2)
        outer, is_mirrored = QRectF(option.rect), option.direction == Qt.LayoutDirection.RightToLeft

        def seen(part: QRectF) -> QRectF:
            return flip_in(outer, part) if is_mirrored else part

        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, seen(box.adjusted(-4, 1, 4, -1)), 8, look, offset=0)
        if self.reason_high:
            self._paint_reason(painter, box, QRectF(option.rect), line, look)
            box.setBottom(box.bottom() - self.reason_high - between(4, 6, 8))
        small, regular = sans(between(16, 17, 24)), sans(between(17, 19, 27))
        number_wide = between(26, 32, 44)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(small)
        painter.setPen(colors.color(colors.text_tertiary))
        painter.drawText(seen(box), middle, str(index.row() + 1))
        painter.drawText(seen(box), middle | Qt.AlignmentFlag.AlignRight, line.duration)
        sides_at = box.right() - between(84, 104, 140) - between(76, 84, 116)
        painter.drawText(seen(box.adjusted(sides_at - box.left(), 0, 0, 0)), middle, line.sides)
        room = sides_at - box.left() - number_wide - 12
        painter.setFont(fitted(regular, line.name, room) if width_of(line.name, regular) > room else regular)
        painter.setPen(colors.color(colors.text_primary))
        painter.drawText(seen(box.adjusted(number_wide, 0, 0, 0)), middle, line.name)
        painter.restore()

    def _paint_reason(self, painter: QPainter, box: QRectF, outer: QRectF, line: StretchLine, look: Look) -> None:
        between, colors = look.metrics.between, look.palette
        painter.setFont(sans(between(16, 17, 23)))
        painter.setPen(colors.color(colors.text_secondary))
        below = QRectF(box.left() + between(26, 32, 44), box.bottom() - self.reason_high - 3, 0, self.reason_high)
        below.setRight(box.right())
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            below = flip_in(outer, below)
        painter.drawText(below, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, line.reason)
