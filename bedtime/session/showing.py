"""What the figure shows at a moment of a session: a snapshot in, a picture to ask for out. Pure.

Between the timeline and the figure, which know nothing of each other.
"""

from collections.abc import Iterator

from bedtime.figure.moment import Seen
from bedtime.figure.motion import Doing, Now, Tempo, different, seen_at, still_at
from bedtime.figure.pose import Motion, SideName
from bedtime.movement.breathing import breath_at
from bedtime.movement.stretch import RepsDose, Side
from bedtime.movement.timeline import Segment, Timeline

FRAME_MS = 50  # twenty pictures a second


def seen(motion: Motion, timeline: Timeline, position_ms: int) -> Seen:
    """The picture at a position of the timeline, of a figure that moves like that."""
    index = timeline.index_at(position_ms)
    return seen_at(motion, _now(timeline, index, position_ms - timeline.segments[index].start_ms))


def seen_still(motion: Motion, timeline: Timeline, position_ms: int) -> Seen:
    """The same for somebody who wants no movement."""
    index = timeline.index_at(position_ms)
    return still_at(motion, _now(timeline, index, position_ms - timeline.segments[index].start_ms))


def ahead(motion: Motion, timeline: Timeline, index: int) -> tuple[Seen, ...]:
    """Every picture of one segment, each once, in the order in which they are needed."""
    return different(seen_at(motion, now) for now in _course(timeline, index))


def _course(timeline: Timeline, index: int) -> Iterator[Now]:
    return (_now(timeline, index, elapsed) for elapsed in range(0, timeline.segments[index].duration_ms, FRAME_MS))


def _now(timeline: Timeline, index: int, elapsed_ms: int) -> Now:
    segment = timeline.segments[index]
    before = timeline.segments[index - 1] if index else None
    after = None if before is None or before.part != segment.part else Doing(before.kind.value)
    breath = None if segment.breath is None else breath_at(segment.breath, elapsed_ms)
    return Now(
        doing=Doing(segment.kind.value),
        elapsed_ms=elapsed_ms,
        duration_ms=segment.duration_ms,
        side=_side(segment),
        openness=None if breath is None else breath.openness,
        tempo=_tempo(segment),
        repetitions=segment.repetitions,
        cycle_no=segment.cycle_no,
        after=after,
    )


def _side(segment: Segment) -> SideName:
    return "left" if segment.side is Side.LEFT else "right"


def _tempo(segment: Segment) -> Tempo | None:
    dose = segment.stretch.dose
    if not isinstance(dose, RepsDose) or not segment.repetition_ms:
        return None
    parts = (dose.tempo_s.up, dose.tempo_s.hold, dose.tempo_s.down, dose.tempo_s.pause)
    up, hold, down, pause = (round(part * 1000) for part in parts)
    return Tempo(up, hold, down, pause)
