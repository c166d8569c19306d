"""The place on the screen where the person is. Who draws the person is handed in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QRect, QRectF, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from bedtime.ui.look import Look
from bedtime.ui.mirror import set_box
from bedtime.ui.palette import NIGHT, Palette
from bedtime.ui.parts.described import Described

if TYPE_CHECKING:
    from bedtime.figure.moment import Moment
    from bedtime.figure.pose import Motion
    from bedtime.movement.stretch import Side, Stretch

FOOT_SHARE = 0.13
"""How much of a picture lies below the lowest point of the person: the ground in front."""
GHOST = 0.16
"""How much is seen of the side that is being left."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Which picture is wanted: a stretch at a moment of its movement, and the side that works.

    Without a moment it is the stretch itself, as it is held.
    """

    stretch: "Stretch"
    side: "Side | None"
    moment: "Moment | None" = None


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a picture is drawn on: its logical size, the dots of each unit of that, and the light."""

    width: int
    height: int
    scale: float
    palette: Palette


class Part(Enum):
    """Which part of a picture a layer is."""

    FURNITURE = auto()  # mat, wall, chair: what stays where it is
    PERSON = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """An image and where it lies on the canvas. A layer equals only itself, so that comparing two costs nothing."""

    part: Part
    image: QImage
    box: QRectF


Picture = Sequence[Layer]


class Artist(Protocol):
    """Draws the person, standing `FOOT_SHARE` of a canvas above its lower edge, on whatever is there."""

    def picture(self, pose: Pose, canvas: Canvas, again: Callable[[], None]) -> Picture:
        """The picture, from back to front. At once: one that is not ready is not waited for.

        In its place stands the most like it; `again` is called when there may be a better one. Who asks again with
        the same `again` wants the picture before no more.
        """
        ...

    def prepare(self, poses: Callable[[], Iterable[Pose]], canvas: Canvas) -> None:
        """Have these pictures ready soon, the first ones first, and forget what was to be ready before."""
        ...

    def forget(self, again: Callable[[], None]) -> None:
        """Who asked with this `again` wants nothing more."""
        ...

    def motion(self, stretch: "Stretch") -> "Motion | None":
        """How the person moves in a stretch; None when nobody has drawn it."""
        ...


class LaterArtist:
    """An artist who comes when there is something to draw and the window has been painted without it."""

    def __init__(self, make: Callable[[], Artist]) -> None:
        """`make` is called once, and never while a paint waits for it."""
        self._make = make
        self._artist: Artist | None = None
        self._waiting: dict[Callable[[], None], None] = {}

    def picture(self, pose: Pose, canvas: Canvas, again: Callable[[], None]) -> Picture:
        """Nothing before the artist is there, who is called for the first time here."""
        if self._artist is not None:
            return self._artist.picture(pose, canvas, again)
        if not self._waiting:
            QTimer.singleShot(0, self._call)
        self._waiting[again] = None
        return ()

    def prepare(self, poses: Callable[[], Iterable[Pose]], canvas: Canvas) -> None:
        """Let the artist prepare, who is called at once if need be."""
        self._called().prepare(poses, canvas)

    def forget(self, again: Callable[[], None]) -> None:
        """Nobody waits for this any more."""
        self._waiting.pop(again, None)
        if self._artist is not None:
            self._artist.forget(again)

    def motion(self, stretch: "Stretch") -> "Motion | None":
        """What the artist says, who is called at once if need be."""
        return self._called().motion(stretch)

    def _called(self) -> Artist:
        if self._artist is None:
            self._artist = self._make()
        return self._artist

    def _call(self) -> None:
        self._called()
        waiting, self._waiting = self._waiting, {}
        for again in waiting:
            again()


class Standing(Enum):
    """How a person stands on the screen."""

    IN_THE_LIGHT = auto()
    AS_A_GHOST = auto()  # the near-black shape of the side that is being left


class FigureView(Described):
    """Shows one pose. Its one description is the instruction, since the picture shows what that says.

    It asks for pictures only while it is seen, and repaints only where one differs from the one before.
    """

    def __init__(self, parent: QWidget, artist: Artist, standing: Standing = Standing.IN_THE_LIGHT) -> None:
        """Nobody yet."""
        super().__init__(parent)
        self._artist = artist
        self._standing = standing
        self._palette = NIGHT
        self._pose: Pose | None = None
        self._leaving: Pose | None = None
        self._here = 1.0
        self._layers: tuple[tuple[Layer, float], ...] = ()
        self.is_in_sight = False
        """Whether anybody can see it; in a minimized window Qt calls it visible, but nobody does."""

    def dress(self, look: Look) -> None:
        """Take on a look."""
        self._palette = look.palette
        self._look_again()

    def stand(self, room: QRectF, top: float) -> None:
        """Take the space of `room` from `top` down, so that the feet stand on its lower edge.

        The ground in front of the person, with mat and shadow, reaches a little below that edge.
        """
        height = (room.height() - top) / (1 - FOOT_SHARE)
        set_box(self, QRectF(room.left(), top, room.width(), height).toRect())

    def show_pose(self, pose: Pose | None, leaving: Pose | None = None, here: float = 1.0) -> None:
        """Show `pose`, or nobody. With `leaving`, a share of `here` of the pose and the rest of the one it leaves."""
        if (pose, leaving, here) != (self._pose, self._leaving, self._here):
            self._pose, self._leaving, self._here = pose, leaving, here
            self._look_again()

    def prepare(self, poses: Callable[[], Iterable[Pose]]) -> None:
        """Have the pictures of these poses ready soon."""
        if self.is_in_sight:
            self._artist.prepare(poses, self._canvas)

    def rest(self) -> None:
        """Prepare nothing more."""
        self._artist.prepare(tuple, self._canvas)

    @property
    def _canvas(self) -> Canvas:
        return Canvas(self.width(), self.height(), self.devicePixelRatioF(), self._palette)

    def _look_again(self) -> None:
        """Take the best pictures that there are, and repaint what differs."""
        layers = self._best() if self.is_in_sight else ()
        if layers != self._layers:
            changed = QRect()
            for layer, _ in set(layers) ^ set(self._layers):
                changed |= _around(layer.box)
            self.update(changed)  # one box, since Qt paints within several a good deal more slowly
            self._layers = layers

    def _best(self) -> tuple[tuple[Layer, float], ...]:
        if self._pose is None or self.width() < 1 or self.height() < 1:
            return ()
        strength = GHOST if self._standing is Standing.AS_A_GHOST else 1.0
        seen: list[tuple[Layer, float]] = []
        for pose, share in ((self._leaving, 1 - self._here), (self._pose, self._here)):
            if pose is not None and share > 0:
                seen += [(layer, strength * share) for layer in self._artist.picture(pose, self._canvas, self._again)]
        if self._standing is Standing.AS_A_GHOST:
            return tuple((layer, share) for layer, share in seen if layer.part is Part.PERSON)
        return tuple(seen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the pictures over each other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer, share in self._layers:
            if event.rect().intersects(_around(layer.box)):
                painter.setOpacity(share)
                painter.drawImage(layer.box, layer.image)

    def _again(self) -> None:
        self._look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is another picture."""
        super().resizeEvent(event)
        self._look_again()

    def event(self, event: QEvent) -> bool:
        """So is another display with finer dots."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look_again()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures are for those who see them."""
        super().showEvent(event)
        self.is_in_sight = True
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is wanted."""
        super().hideEvent(event)
        self.is_in_sight = False
        self._artist.forget(self._again)
        self._layers = ()


def _around(box: QRectF) -> QRect:
    return box.toAlignedRect().adjusted(-1, -1, 1, 1)
