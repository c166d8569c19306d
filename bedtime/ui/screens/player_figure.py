"""What the player's figure shows of one moment, as values: the pose, and the one that it is turning away from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bedtime.figure.moment import Seen
from bedtime.figure.pose import Motion
from bedtime.movement.stretch import Side, Stretch
from bedtime.movement.timeline import SegmentKind, Timeline
from bedtime.session.showing import FRAME_MS, ahead, seen, seen_still
from bedtime.session.snapshot import Snapshot
from bedtime.ui.parts.figure_view import Pose

TURN_FRAMES = 8
"""How many frames it takes to fade from one side to the other."""
SEGMENTS_AHEAD = 3
"""The present one and what leads to the next: hold, switch, hold; or get ready, hold, get ready."""

Motions = Callable[[Stretch], Motion | None]


@dataclass(frozen=True, slots=True)
class Stance:
    """A pose; and while the person turns, the one that is left, of which `here` has already gone."""

    pose: Pose
    leaving: Pose | None = None
    here: float = 1.0

    @property
    def way(self) -> tuple[object, ...]:
        """How far the person has moved, and turned; breathing is no movement."""
        moment = self.pose.moment
        where = () if moment is None else (moment.reached, moment.pressed, moment.ankle)
        return (self.pose.side, self.here, *where)


def stance_of(snapshot: Snapshot, motions: Motions, *, still: bool) -> Stance:
    """What is seen of a moment. Who wants it still sees one pose after the other, changed by a cut."""
    timeline, now_ms = snapshot.timeline, snapshot.position_ms
    if still:
        return Stance(_pose(timeline, now_ms, motions, still=True))
    pose = _pose(timeline, now_ms, motions, still=False)
    if snapshot.segment.kind is SegmentKind.SWITCH:
        for frames in range(1, TURN_FRAMES):
            before = _pose(timeline, max(0, now_ms - frames * FRAME_MS), motions, still=False)
            if before.side is not pose.side:
                return Stance(pose, before, frames / TURN_FRAMES)
    return Stance(pose)


def poses_ahead(snapshot: Snapshot, motions: Motions, *, still: bool) -> Iterator[Pose]:
    """Every pose from the present segment on, for as far ahead as pictures are made."""
    timeline = snapshot.timeline
    last = min(snapshot.index + SEGMENTS_AHEAD, len(timeline.segments))
    for index in range(snapshot.index, last):
        segment = timeline.segments[index]
        motion = motions(segment.stretch)
        if motion is None:
            continue
        if still:
            for position_ms in (segment.start_ms, segment.end_ms - 1):
                yield _pose(timeline, position_ms, motions, still=True)
        else:
            yield from (_posed(segment.stretch, segment.side, it) for it in ahead(motion, timeline, index))


def _pose(timeline: Timeline, position_ms: int, motions: Motions, *, still: bool) -> Pose:
    segment = timeline.segments[timeline.index_at(position_ms)]
    motion = motions(segment.stretch)
    if motion is None:
        return Pose(segment.stretch, segment.side)
    look = seen_still if still else seen
    return _posed(segment.stretch, segment.side, look(motion, timeline, position_ms))


def _posed(stretch: Stretch, side: Side | None, it: Seen) -> Pose:
    """A stretch without sides stays without; else the side is the one that the figure shows."""
    shown = None if side is None else Side(it.side)
    return Pose(stretch, shown, it.moment)
