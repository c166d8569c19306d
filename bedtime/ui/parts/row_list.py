"""The rows of a routine, one under the other, which scroll and can be carried to another place."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bedtime.movement.edits import Add, Duplicate, Edit, LeaveOut, Move
from bedtime.session.editor import RowView
from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.parts.editor_row import EditorRow, Spot
from bedtime.ui.parts.figure_view import Artist
from bedtime.ui.parts.in_sight import InSight
from bedtime.ui.parts.row_details import Breaths
from bedtime.ui.parts.scroll_bar import scroll_bar_style

FRAME_MS = 16
EDGE_PX, FASTEST_PX = 56, 14
"""Within so many pixels of the edge a carried row scrolls the list, by up to so many a frame."""
SIDE = 8
"""Empty pixels beside the rows, for what is lifted and for focus rings."""
BAR = 14
"""The room of the scroll bar, whether it is needed or not."""
SHADOW = ((2, 0.16), (5, 0.12), (9, 0.08), (14, 0.05))
"""How far each veil of a lifted row's shadow reaches, in pixels, and how dark it is."""


class _Sheet(QWidget):
    """What the rows lie on: it paints the dashed place from which one was lifted, and to which it would go."""

    slot: QRectF | None = None
    lifted = QRectF()
    look: Look | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slot."""
        if self.slot is None or self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for reach, strength in SHADOW:
            painter.setBrush(QColor.fromRgbF(0, 0, 0, strength))
            painter.drawRoundedRect(
                self.lifted.adjusted(-reach, -reach / 2, reach, reach * 1.5), 20 + reach, 20 + reach
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self.look.palette.color(self.look.palette.line_control), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.slot.adjusted(1, 1, -1, -1), 20, 20)


class RowList(QScrollArea):
    """The list. `wish` is told of every change; `settled` says that a field was left."""

    settled = Signal()
    rearranged = Signal()
    """There are other parts now, which the Tab key should find in their order."""

    def __init__(self, parent: QWidget, artist: Artist, wish: Callable[[Edit], None]) -> None:
        """No rows."""
        super().__init__(parent)
        self._artist = artist
        self._wish = wish
        self._look: Look | None = None
        self._breaths: Breaths = ()
        self._open: int | None = None
        self._focus: tuple[int, Spot] | None = None
        self._carried: int | None = None
        self._target, self._grip, self._at = 0, 0, QPoint()
        self.rows: list[EditorRow] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        InSight(self)
        self._sheet.setAutoFillBackground(False)
        self._scrolling = QTimer(self, interval=FRAME_MS)
        self._scrolling.timeout.connect(self._scroll)

    # what is shown

    def show_rows(self, views: tuple[RowView, ...], breaths: Breaths) -> None:
        """Show these. The widgets stay, so that the keyboard stays where it is."""
        self._breaths = breaths
        count = len(self.rows)
        while len(self.rows) > len(views):
            self._remove_last()
        while len(self.rows) < len(views):
            self._add_row()
        if count != len(self.rows):
            self.rearranged.emit()
        for index, (row, view) in enumerate(zip(self.rows, views, strict=True)):
            row.show_view(index, len(views) - 1, view, breaths)
        if self._open is not None and self._open >= len(views):
            self._open = None
        self._arrange()
        self._land()

    def _add_row(self) -> None:
        row = EditorRow(self._sheet, self._artist, self._expect)
        row.opened.connect(lambda: self.toggle(self.rows.index(row)))
        row.settled.connect(self.settled)
        row.grew.connect(self.rearranged)
        row.stepped.connect(lambda by: self._step(row, by))
        row.handle.lifted.connect(lambda at: self._lift(row, at))
        row.handle.dragged.connect(self._drag)
        row.handle.dropped.connect(self._drop)
        row.handle.let_go.connect(self._put_back)
        self.rows.append(row)
        row.show()

    def _remove_last(self) -> None:
        row = self.rows.pop()
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        self._sheet.look = look
        self.setStyleSheet(scroll_bar_style(look))
        self._arrange()

    def tell(self) -> None:
        """Tell what was typed and not told yet."""
        for row in self.rows:
            row.tell()

    # the keyboard

    def land(self, index: int, spot: Spot = Spot.TITLE) -> None:
        """Take the keyboard to a row, and bring it into view."""
        if not self.rows:
            return
        row = self.rows[min(max(index, 0), len(self.rows) - 1)]
        row.land(spot)
        self._bring_into_view(row)

    def _bring_into_view(self, row: EditorRow) -> None:
        """All of it if that can be, else its top."""
        bottom, top, room = row.geometry().bottom() + SIDE, row.y() - SIDE, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), bottom - room)))

    def chain(self, before: QWidget) -> QWidget:
        """Let the Tab key go from `before` through all rows, and leave from what is returned."""
        for row in self.rows:
            before = row.chain(before)
        return before

    @property
    def current(self) -> int | None:
        """The row that the keyboard is in."""
        return next((index for index, row in enumerate(self.rows) if row.spot is not None), None)

    def _step(self, row: EditorRow, by: int) -> None:
        index, spot = self.rows.index(row) + by, row.spot
        if 0 <= index < len(self.rows):
            self.land(index, spot or Spot.TITLE)

    def expect(self, edit: Edit) -> None:
        """Know where the keyboard and the open row will be once this is done."""
        current = self.current
        spot = self.rows[current].spot if current is not None else None
        match edit:
            case Move(index, to):
                self._open = to if self._open == index else None
                self._focus = (to, spot or Spot.HANDLE)
            case LeaveOut(index):
                self._open = None
                self._focus = (min(index, len(self.rows) - 2), spot or Spot.TITLE)
            case Duplicate(index):
                self._open = None
                self._focus = (index + 1, spot or Spot.HANDLE)
            case Add(index):
                self._open = None
                self._focus = (index, Spot.TITLE)
            case _:
                self._focus = None

    def _expect(self, edit: Edit) -> None:
        self.expect(edit)
        self._wish(edit)

    def _land(self) -> None:
        if self._focus is not None:
            index, spot = self._focus
            self._focus = None
            self.land(index, spot)

    def toggle(self, index: int) -> None:
        """Open the details of a row, or close them; one is open at a time."""
        self._open = None if self._open == index else index
        self._arrange()
        if self._open is not None:
            self._bring_into_view(self.rows[index])

    @property
    def open_row(self) -> int | None:
        """The row with its details open."""
        return self._open

    # places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows are as wide as the list."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = self._look
        if look is None or self.width() < 100:
            return
        gap = look.metrics.between(6, 8, 11)
        wide = self.width() - 2 * SIDE - BAR
        for index, row in enumerate(self.rows):
            if row.is_open != (index == self._open):
                row.set_open(is_open=index == self._open)
        highs = [row.place(look, wide) for row in self.rows]
        order = list(range(len(self.rows)))
        if self._carried is not None:
            order.remove(self._carried)
            order.insert(self._target, self._carried)
        y = float(SIDE)
        self._sheet.slot = None
        self._sheet.resize(self.viewport().width(), self._sheet.height())
        for index in order:
            box = QRectF(SIDE, y, wide, highs[index])
            if index == self._carried:
                self._sheet.slot = box
                box.moveTop(self._carried_top(highs[index]))
                self._sheet.lifted = box
            set_box(self.rows[index], box.toRect())
            y += highs[index] + gap
        self._sheet.resize(self.viewport().width(), round(y - gap + SIDE))
        self._sheet.update()

    # carrying

    def _lift(self, row: EditorRow, at: QPoint) -> None:
        self._open = None
        self._arrange()
        self._carried = self._target = self.rows.index(row)
        self._grip, self._at = row.grip(at), at
        row.set_lifted(is_lifted=True)
        row.raise_()
        self._scrolling.start()

    def _drag(self, at: QPoint) -> None:
        if self._carried is None or self._look is None:
            return
        self._at = at
        high = EditorRow.closed_height(self._look)
        pitch = high + self._look.metrics.between(6, 8, 11)
        middle = self._carried_top(high) + high / 2 - SIDE
        self._target = min(max(int(middle // pitch), 0), len(self.rows) - 1)
        self._arrange()

    def _carried_top(self, high: float) -> float:
        top = self._sheet.mapFromGlobal(self._at).y() - self._grip
        return min(max(float(top), 0.0), max(0.0, self._sheet.height() - high))

    def _scroll(self) -> None:
        y = self.viewport().mapFromGlobal(self._at).y()
        over = min(0, y - EDGE_PX) + max(0, y - (self.viewport().height() - EDGE_PX))
        if over:
            by = max(-FASTEST_PX, min(FASTEST_PX, over // 4 or (1 if over > 0 else -1)))
            bar = self.verticalScrollBar()
            before = bar.value()
            bar.setValue(before + by)
            if bar.value() != before:
                self._drag(self._at)

    def _drop(self) -> None:
        index, to = self._carried, self._target
        self._put_back()
        if index is not None and to != index:
            self._expect(Move(index, to))

    def _put_back(self) -> None:
        self._scrolling.stop()
        if self._carried is not None:
            self.rows[self._carried].set_lifted(is_lifted=False)
        self._carried = None
        self._arrange()
