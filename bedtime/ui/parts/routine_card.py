"""One routine as a card, all of it one button: the person in it, its name, how long, where, with what, how known."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bedtime.movement.stretch import Side, Sides
from bedtime.session.routines import RoutineCard
from bedtime.ui.fonts import sans, serif
from bedtime.ui.icons import Icon, draw_icon
from bedtime.ui.look import Look
from bedtime.ui.mirror import flip, flip_x
from bedtime.ui.parts.button import Button, Kind
from bedtime.ui.parts.dots import Dots
from bedtime.ui.parts.figure_view import Artist, FigureView, Pose
from bedtime.ui.parts.label import Words

RADIUS = (22, 28, 38)
FLOOR_SHARE = 0.79
"""How far down on the card the ground is."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Card(Button):
    """A card. The arrows are left to whoever holds the cards."""

    def __init__(self, parent: QWidget, artist: Artist) -> None:
        """An empty card."""
        super().__init__("", Kind.SOFT)
        self.setParent(parent)
        self._view: RoutineCard | None = None
        self._figure = FigureView(self, artist)
        self._name, self._facts, self._props = Words(self), Words(self), Words(self)
        self._dots = Dots(self)
        self._evidence, self._mark = Words(self), Words(self)

    @property
    def routine(self) -> str:
        """The id of the routine that is shown."""
        return self._view.routine if self._view is not None else ""

    @property
    def is_tonight(self) -> bool:
        """Whether it is tonight's."""
        return self._view is not None and self._view.is_tonight

    def show_view(self, view: RoutineCard) -> None:
        """Show this routine."""
        self._view = view
        self.setAccessibleName(view.spoken)
        self._name.set_words(view.name)
        self._facts.set_words(view.facts)
        self._props.set_words(view.props)
        self._evidence.set_words(view.evidence)
        self._mark.set_words(view.mark)
        self._dots.show_lit(view.dots)
        stretch = view.pictured
        side = Side.LEFT if stretch is not None and stretch.sides is not Sides.BOTH else None
        self._figure.show_pose(Pose(stretch, side) if stretch is not None else None)
        self.update()

    def place(self, look: Look, box: QRectF) -> None:
        """Take this box of the screen, and lay everything out in it."""
        self.dress(look, look.metrics.between(18, 20, 27))
        self.put(box.x(), box.y(), box.width(), box.height())
        between = look.metrics.between
        shape = self.shape()
        self._dress(look)
        high, floor = shape.height(), shape.top() + shape.height() * FLOOR_SHARE
        person = between(150, 190, 262)
        room = QRectF(shape.left() + between(10, 22, 30), 0, person, floor)
        self._figure.stand(room, shape.top() + between(4, 8, 10))
        x = room.right() + between(14, 16, 26)
        wide = shape.right() - between(16, 24, 34) - x
        star = between(26, 30, 42) if self._view is not None and self._view.is_favourite else 0
        self._name.stand_on(x, shape.top() + high * 0.30, wide - star)
        self._facts.stand_on(x, shape.top() + high * 0.5, wide)
        self._props.stand_on(x, shape.top() + high * 0.655, wide)
        baseline = shape.top() + high * 0.85
        self._dots.stand(x, baseline - between(5, 6.5, 9))
        after = x + self._dots.width() + between(8, 12, 16)
        mark = self._mark.text_width() + 4
        self._evidence.stand_on(after, baseline, shape.right() - between(16, 24, 34) - mark - 8 - after)
        self._mark.stand_on(shape.right() - between(16, 24, 34) - mark, baseline, mark)

    def _dress(self, look: Look) -> None:
        colors, between = look.palette, look.metrics.between
        is_tonight = self._view is not None and self._view.is_tonight
        px = between(17, 20, 27)
        self._figure.dress(look)
        self._name.dress(serif(between(23, 29, 40)), colors.color(colors.text_primary))
        for words in (self._facts, self._props, self._evidence):
            words.dress(sans(px), colors.color(colors.text_secondary))
        self._mark.dress(sans(px, 700), colors.color(colors.accent if is_tonight else colors.text_secondary))
        self._dots.dress(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; Home, End and the arrows are left to the screen."""
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def corner_radius(self, _shape: QRectF) -> float:
        """A card, not a pill."""
        return self._dressed().metrics.between(*RADIUS)

    def paint_ground(self, painter: QPainter, shape: QRectF, radius: float) -> None:
        """The raised ground; tonight's has an outline."""
        look = self._dressed()
        colors = look.palette
        lifted = self.isDown() or self.underMouse()
        painter.setBrush(colors.color(colors.surface_2 if lifted else colors.surface_1))
        is_tonight = self._view is not None and self._view.is_tonight
        if is_tonight:
            painter.setPen(QPen(colors.color(colors.accent), 2.2))
        else:
            painter.setPen(QPen(colors.color(colors.line_hair), 1.2))
        painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), radius, radius)

    def paint_content(self, painter: QPainter, shape: QRectF) -> None:
        """The ground under the person, and the star of a favourite; the words are labels."""
        look = self._dressed()
        colors, between = look.palette, look.metrics.between
        if self._view is not None and self._view.pictured is not None:
            ground = shape.top() + shape.height() * FLOOR_SHARE
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color(colors.line_track))
            left = shape.left() + between(16, 26, 36)
            under = flip(self, QRectF(left, ground, between(138, 182, 250), between(3, 4, 5)))
            painter.drawRoundedRect(under, 2, 2)
        if self._view is not None and self._view.is_favourite:
            px = between(18, 20, 28)
            at = QPointF(flip_x(self, shape.right() - between(26, 36, 50)), shape.top() + shape.height() * 0.25)
            draw_icon(painter, Icon.STAR_LIT, at, px, colors.color(colors.accent_deep), 1.6)
