"""The pictures of the person: made ahead by a hand that is not the window's, kept packed, and given out at once.

Nobody ever waits for a picture. What is not ready is stood in for by the most like it, and asked for again.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QRectF, Qt

from bedtime.figure.pose import Motion
from bedtime.movement.stretch import Side, Stretch
from bedtime.ui.budget import Budget
from bedtime.ui.figure_draughtsman import Draughtsman, Drawings, PictureStore
from bedtime.ui.figure_frame import Frame
from bedtime.ui.figure_wanted import Wanted, in_order, nearest, wanted
from bedtime.ui.parts.figure_view import Canvas, Layer, Part, Picture, Pose
from bedtime.ui.parts.silhouette import Silhouette

MOST_PACKED_BYTES = 40 << 20
MOST_OPEN_BYTES = 18 << 20
"""Together they stay under 60 MB, with room for the pictures that the screens hold themselves."""
BESIDE_ITS_DOTS = 400
"""Roughly what a packed picture takes besides its dots."""

T = TypeVar("T")
log = logging.getLogger(__name__)
Again = Callable[[], None]
Poses = Callable[[], Iterable[Pose]]


class Hand(Protocol):
    """Runs one job after the other, somewhere."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `job`; tell its result to `then`, or its error to `failed`, later, on the caller's own thread."""
        ...

    def finish(self) -> None:
        """Wait until nothing runs any more."""
        ...


class FigureFrames(QObject):
    """An `Artist` over the drawn stretches. What nobody has drawn is a quiet silhouette."""

    def __init__(
        self,
        drawings: Drawings,
        store: PictureStore,
        hand: Hand,
        *,
        packed_bytes: int = MOST_PACKED_BYTES,
        open_bytes: int = MOST_OPEN_BYTES,
    ) -> None:
        """Nothing is made before the first picture is wanted. `hand` draws, and does nothing else."""
        super().__init__()
        self._drawings = drawings
        self._draughtsman = Draughtsman(drawings, store)
        self._hand = hand
        self._packed: Budget[Wanted, Frame] = Budget(packed_bytes, lambda frame: len(frame.packed) + BESIDE_ITS_DOTS)
        self._open: Budget[tuple[Wanted, bool, int, int], Layer] = Budget(
            open_bytes, lambda layer: layer.image.sizeInBytes() + BESIDE_ITS_DOTS
        )
        self._urgent: dict[Again, tuple[Wanted, ...]] = {}
        self._course: tuple[Poses, Canvas] | None = None
        self._plan: deque[Wanted] = deque()
        self._planned_bytes = 0
        self._undrawn: set[str] = set()
        self._busy = self._closed = False
        self._stand_in = Silhouette()
        self.drawn = 0
        """How many pictures were made."""

    # For those who show

    def picture(self, pose: Pose, canvas: Canvas, again: Again) -> Picture:
        """The best picture that there is, from back to front."""
        if pose.stretch.id in self._undrawn:
            self.forget(again)
            return self._stand_in.picture(pose, canvas, again)
        needed = tuple(wanted(part, pose, canvas) for part in Part)
        missing = tuple(one for one in needed if one not in self._packed)
        if missing and not self._closed:
            self._urgent[again] = missing
            self._go_on()
        else:
            self._urgent.pop(again, None)
        found = (self._layer(one, pose, canvas) for one in needed)
        return tuple(layer for layer in found if layer is not None)

    def prepare(self, poses: Poses, canvas: Canvas) -> None:
        """Make these pictures ready next, after those that somebody waits for."""
        self._course = (poses, canvas)
        self._plan.clear()
        self._go_on()

    def forget(self, again: Again) -> None:
        """Nobody waits for this any more."""
        self._urgent.pop(again, None)

    def motion(self, stretch: Stretch) -> Motion | None:
        """How the person moves in a stretch; None when nobody has drawn it."""
        return self._drawings.motion(stretch.id)

    def close(self) -> None:
        """Finish the picture that is being made, and make no more."""
        self._closed = True
        self._hand.finish()

    @property
    def held_bytes(self) -> int:
        """What all pictures take together, packed and open."""
        return self._packed.total + self._open.total

    # Opening what is packed

    def _layer(self, aim: Wanted, pose: Pose, canvas: Canvas) -> Layer | None:
        best = aim if aim in self._packed else nearest(aim, self._packed)
        if best is None:
            return None
        mirrored = pose.side is Side.LEFT
        key = (best, mirrored, canvas.width, canvas.height)
        layer = self._open.get(key)
        if layer is None:
            frame = self._packed.get(best)
            if frame is None or not frame.packed:
                return None
            layer = _layer_of(best, frame, canvas, mirrored=mirrored)
            self._open.put(key, layer)
        return layer

    # Making

    def _go_on(self) -> None:
        """Have the most urgent thing done, unless something is being done already."""
        if self._busy or self._closed:
            return
        if self._urgent:
            self._make(next(iter(self._urgent.values()))[0])
        elif self._course is not None:
            poses, canvas = self._course
            self._course = None
            self._run(lambda: in_order(poses(), canvas), self._follow, _no_plan)
        else:
            one = self._next_planned()
            if one is not None:
                self._make(one)

    def _follow(self, plan: tuple[Wanted, ...]) -> None:
        self._plan = deque(plan)
        self._planned_bytes = 0
        for one in reversed(plan):
            self._packed.get(one)  # what is soon needed is the last to go

    def _next_planned(self) -> Wanted | None:
        """The next picture to make ahead; None once all are ready, or take up the room that there is."""
        while self._plan and self._planned_bytes < self._packed.limit * 0.9:
            one = self._plan.popleft()
            if one not in self._packed and one.stretch not in self._undrawn:
                return one
            self._planned_bytes += self._packed.weight(one)
        return None

    def _make(self, one: Wanted) -> None:
        def keep(frame: Frame | None) -> None:
            self._keep(one, frame)

        def give_up(error: Exception) -> None:
            log.error("The picture of %s could not be drawn: %s", one.stretch, error)
            keep(None)

        self._run(lambda: self._draughtsman.frame(one), keep, give_up)

    def _keep(self, one: Wanted, frame: Frame | None) -> None:
        self.drawn += 1
        if frame is not None:
            self._packed.put(one, frame)
            self._planned_bytes += self._packed.weight(one)
        if one not in self._packed:  # nobody has drawn it, or it has no room at all
            self._undrawn.add(one.stretch)
        for again in tuple(self._urgent):
            again()

    def _run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do `job` in the thread, and afterwards the next most urgent thing."""

        def answered(answer: T) -> None:
            self._busy = False
            then(answer)
            self._go_on()

        def could_not(error: Exception) -> None:
            self._busy = False
            failed(error)
            self._go_on()

        self._busy = True
        self._hand.run(job, answered, could_not)


def _no_plan(error: Exception) -> None:
    """Then each picture is made when somebody waits for it."""
    log.error("What comes next could not be prepared: %s", error)


def _layer_of(one: Wanted, frame: Frame, canvas: Canvas, *, mirrored: bool) -> Layer:
    """The open picture in its place; stretched to the canvas where it was made for another."""
    image = frame.image()
    left = frame.left
    if mirrored:
        image = image.flipped(Qt.Orientation.Horizontal)
        left = one.dots[0] - frame.left - frame.width
    across, down = canvas.width / (one.width * one.scale), canvas.height / (one.height * one.scale)
    box = QRectF(left * across, frame.top * down, frame.width * across, frame.height * down)
    return Layer(one.part, image, box)
