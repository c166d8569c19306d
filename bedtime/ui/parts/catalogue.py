"""Every stretch there is, to look through: type a few words, go with the arrows, press Enter to take one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bedtime.language import N_, _
from bedtime.movement.stretch import Side, Sides
from bedtime.session.catalogue import CatalogueLine, found
from bedtime.ui.fonts import sans
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip_in, set_box
from bedtime.ui.parts.button import Button, draw_focus
from bedtime.ui.parts.field_style import field_style
from bedtime.ui.parts.figure_view import Artist, Canvas, Pose
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.scroll_bar import scroll_bar_style

_LINE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TO_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
BAR = 14
"""The room of the scroll bar."""
NOTHING = N_("Nothing here yet. Try another word.")


class _Search(QLineEdit):
    """The field. The arrows and Enter go to the list."""

    passed_on = Signal(QKeyEvent)
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing searches."""
        if event.key() in _TO_THE_LIST:
            self.passed_on.emit(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Lines(QListWidget):
    """The list itself."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space take a stretch, Escape is left to the screen."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Catalogue(QWidget):
    """The panel. `taken` carries the id of a stretch; `own_wanted` asks for the form, with an id or an empty one."""

    taken = Signal(str)
    own_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, artist: Artist, *, offers_own: bool = True) -> None:
        """Without lines. `offers_own` is whether stretches of one's own can be made and changed from here."""
        super().__init__(parent)
        self._lines: tuple[CatalogueLine, ...] = ()
        self._offers_own = offers_own
        self._look: Look | None = None
        self._search = _Search(self)
        self._search.setPlaceholderText(_("Search: calf, bed, towel"))
        self._search.setAccessibleName(_("Search for a stretch"))
        self._search.setMaxLength(60)
        self._list = _Lines(self)
        self._list.setAccessibleName(_("Every stretch"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _Delegate(self._list, artist)
        self._list.setItemDelegate(self._delegate)
        self._nothing = Words(self, _(NOTHING))
        self._own = Button(_("Make one of your own"))
        self._change = Button(_("Change this one"))
        for button in (self._own, self._change):
            button.setParent(self)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._find())
        self._search.passed_on.connect(self._list.keyPressEvent)
        self._search.taken.connect(self._take)
        self._list.taken.connect(self._take)
        self._list.itemClicked.connect(lambda _item: self._take())
        self._list.currentRowChanged.connect(lambda _row: self._show_change())
        self._own.chosen.connect(lambda: self.own_wanted.emit(""))
        self._change.chosen.connect(self._wish_change)

    @property
    def stops(self) -> list[QWidget]:
        """Where the focus stops on its way through."""
        return [self._search, self._change, self._own, self._list]

    # what is shown

    def open(self, lines: tuple[CatalogueLine, ...]) -> None:
        """Show all of these, and take the keyboard to the search."""
        self._lines = lines
        self._search.clear()
        self._find()
        self.show()
        self.raise_()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for line in found(self._lines, self._search.text()):
                item = QListWidgetItem(line.spoken)
                item.setData(_LINE, line)
                self._list.addItem(item)
            self._list.setCurrentRow(0)
        self._nothing.setVisible(not self._list.count())
        self._show_change()

    def _current(self) -> CatalogueLine | None:
        line = self._list.currentIndex().data(_LINE)
        return line if isinstance(line, CatalogueLine) else None

    def _take(self) -> None:
        line = self._current()
        if line is not None:
            self.taken.emit(line.stretch.id)

    def _show_change(self) -> None:
        line = self._current()
        self._change.setVisible(self._offers_own and line is not None and line.is_own)
        self._own.setVisible(self._offers_own)

    def _wish_change(self) -> None:
        line = self._current()
        if line is not None:
            self.own_wanted.emit(line.stretch.id)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight no picture is wanted."""
        super().hideEvent(event)
        self._delegate.forget()

    # places

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        between, colors = look.metrics.between, look.palette
        self._delegate.look = look
        self._search.setFont(sans(between(18, 20, 27)))
        self._search.setStyleSheet(field_style(look))
        self._list.setStyleSheet(scroll_bar_style(look))
        self._list.setGridSize(QSize(self._list.gridSize().width(), round(between(64, 74, 98))))
        self._nothing.dress(sans(between(18, 20, 27)), colors.color(colors.text_secondary))
        for button in (self._own, self._change):
            button.dress(look, between(17, 19, 26))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field above, the list under it."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._look is None:
            return
        between = self._look.metrics.between
        high, low = between(46, 54, 72), between(46, 46, 62)
        right = float(self.width() - 8 - BAR)
        for button in (self._own, self._change):
            wide = button.sizeHint().width() - 16
            button.put(right - wide, 8 + (high - low) / 2, wide, low)
            right -= wide + 12
        set_box(self._search, QRectF(8, 8, max(160, min(right - 8, between(240, 520, 700))), high).toRect())
        top = high + between(18, 26, 34)
        set_box(self._list, QRectF(0, top, self.width(), self.height() - top).toRect())
        self._delegate.cell = QSize(self.width() - 8 - BAR, round(between(64, 74, 98)))
        self._list.setGridSize(self._delegate.cell)
        self._nothing.stand_on(14, top + between(30, 40, 54), self.width() - 28)


class _Delegate(QStyledItemDelegate):
    """Paints a line: picture, name and facts."""

    look: Look | None = None
    cell = QSize()

    def __init__(self, view: QListWidget, artist: Artist) -> None:
        super().__init__(view)
        self._view = view
        self._artist = artist
        self._agains: dict[str, Callable[[], None]] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One line."""
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line; the one that Enter takes is outlined, with a ring while the keyboard is here."""
        line, look = index.data(_LINE), self.look
        if look is None or not isinstance(line, CatalogueLine):
            return
        colors, between = look.palette, look.metrics.between
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8, 4, 0, -4)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = QPainterPath()
        ground.addRoundedRect(box, 18, 18)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillPath(ground, colors.color(colors.surface_2 if chosen or hovered else colors.surface_1))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, box.adjusted(2, 2, -2, -2), 16, look, offset=0)
        elif chosen:
            painter.setPen(QPen(colors.color(colors.accent), 2.2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 16, 16)
        wide = between(84, 104, 140)
        pictured = QRectF(box.left() + 8, box.top() + 1, wide, box.height() - 2)
        written = QRectF(box.left() + wide + 22, box.top(), box.width() - wide - 36, box.height())
        if option.direction == Qt.LayoutDirection.RightToLeft:
            pictured, written = flip_in(box, pictured), flip_in(box, written)
        self._picture(painter, pictured, line, look)
        self._words(painter, written, line)
        painter.restore()

    def _picture(self, painter: QPainter, box: QRectF, line: CatalogueLine, look: Look) -> None:
        """Lay the picture down as far as it is ready, and ask for the rest."""
        side = None if line.stretch.sides is Sides.BOTH else Side.RIGHT
        scale = self._view.devicePixelRatioF()
        canvas = Canvas(round(box.width()), round(box.height()), scale, look.palette)
        again = self._agains.setdefault(line.stretch.id, partial(self._view.viewport().update))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer in self._artist.picture(Pose(line.stretch, side), canvas, again):
            painter.drawImage(layer.box.translated(box.topLeft()), layer.image)

    def forget(self) -> None:
        """Nobody looks at the list any more."""
        for again in self._agains.values():
            self._artist.forget(again)
        self._agains.clear()

    def _words(self, painter: QPainter, box: QRectF, line: CatalogueLine) -> None:
        look = self.look
        if look is None:
            return
        colors, px = look.palette, look.metrics.between(18, 20, 27)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for words, font, ink, upper in (
            (line.name, sans(px, 600), colors.text_primary, True),
            (line.facts, sans(px * 0.85), colors.text_secondary, False),
        ):
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            top = box.center().y() + (-1.25 * px if upper else 0.08 * px)
            painter.setFont(font)
            painter.setPen(colors.color(ink))
            painter.drawText(QRectF(box.left(), top, box.width(), 1.25 * px), middle, shown)
