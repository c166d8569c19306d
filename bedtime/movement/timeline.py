"""A routine as segments laid end to end in integer milliseconds.

Everything that happens at a moment is a function of the position on this line. It knows nothing of now: a player does.
`movement.laying_out` makes one from a routine.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from bedtime.movement.breathing import BreathPattern
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Side, Sides, Stretch


class SegmentKind(StrEnum):
    """What the person does during a segment."""

    GET_READY = "get-ready"
    HOLD = "hold"
    MOVE = "move"
    BREATHE = "breathe"
    PRESS = "press"
    RELAX = "relax"
    REST = "rest"
    SWITCH = "switch"
    CLOSING = "closing"

    @property
    def is_work(self) -> bool:
        """Whether this is the stretching itself, as against getting ready for it, changing sides or resting."""
        return self not in {SegmentKind.GET_READY, SegmentKind.SWITCH, SegmentKind.REST}

    @property
    def is_lead_in(self) -> bool:
        """Whether this is the countdown before a side begins."""
        return self in {SegmentKind.GET_READY, SegmentKind.SWITCH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One stretch of time in which one thing is done.

    `step` and `part` count from 0. A part is one turn of a side: a lead-in (get ready or switch) and its work.
    `side` is the side that works, or in a lead-in the one that is about to; None when both do, or when nobody has said
    which leg has the cramp. Sets, cycles and repetitions count from 1. `breath` runs here, from the segment's start.
    """

    start_ms: int = 0
    duration_ms: int
    kind: SegmentKind
    step: int
    part: int
    stretch: Stretch
    sides: Sides
    side: Side | None
    set_no: int = 1
    sets: int = 1
    cycle_no: int = 1
    cycles: int = 1
    repetition_ms: int = 0
    half_cue: str | None = None
    effort_pct: tuple[int, int] | None = None
    breath: BreathPattern | None = None

    @property
    def end_ms(self) -> int:
        """The first millisecond that is no longer part of it."""
        return self.start_ms + self.duration_ms

    @property
    def side_name(self) -> str:
        """The side in a word, for files: "right", "left", "both", or "one" when nobody has said which."""
        return (self.side or self.sides).value

    @property
    def repetitions(self) -> int:
        """How many repetitions or breaths are counted; 0 when none are. One that was cut short counts."""
        return -(-self.duration_ms // self.repetition_ms) if self.repetition_ms else 0

    def repetition_no(self, elapsed_ms: int) -> int:
        """The repetition or breath that runs `elapsed_ms` after the start, from 1; 0 when none are counted."""
        return min(elapsed_ms // self.repetition_ms + 1, self.repetitions) if self.repetition_ms else 0

    def cue_at(self, elapsed_ms: int) -> str | None:
        """What is said from half of the repetitions on ("Now the other way"), once that is reached."""
        return self.half_cue if self.repetition_ms and elapsed_ms >= self.half_ms else None

    @property
    def half_ms(self) -> int:
        """After how long half of the repetitions are done."""
        return self.repetitions // 2 * self.repetition_ms


@dataclass(frozen=True, slots=True)
class Part:
    """One side's turn: its lead-in, if it has one, and its work. `first` and `last` are the indices of its segments."""

    step: int
    side: Side | None
    stretch: Stretch
    first: int
    last: int
    start_ms: int
    work_start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class StepSpan:
    """From where to where one step lasts: one piece of the floor line."""

    step: int
    stretch: Stretch
    start_ms: int
    duration_ms: int


@dataclass(frozen=True)
class Timeline:
    """The segments of a routine, end to end from 0, none of them empty. It is never changed; a change makes another."""

    routine: Routine
    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, routine: Routine, segments: Iterable[Segment]) -> "Timeline":
        """Lay segments end to end, whatever their starts were, leaving out those that last no time."""
        laid, start_ms = [], 0
        for segment in segments:
            if segment.duration_ms > 0:
                laid.append(segment if segment.start_ms == start_ms else replace(segment, start_ms=start_ms))
                start_ms += segment.duration_ms
        if not laid:
            raise ValueError("a timeline needs at least one segment")
        return cls(routine, tuple(laid))

    @cached_property
    def total_ms(self) -> int:
        """The length of the whole."""
        return self.segments[-1].end_ms

    @cached_property
    def _starts_ms(self) -> list[int]:
        return [segment.start_ms for segment in self.segments]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every side's turn, in order. `Segment.part` is the index into this."""
        return tuple(_part(tuple(indices), self.segments) for indices in self._indices_by_part())

    @cached_property
    def steps(self) -> tuple[StepSpan, ...]:
        """One span for each step, in order. `Segment.step` is the index into this."""
        spans = []
        for step, group in groupby(self.segments, key=lambda segment: segment.step):
            of_step = tuple(group)
            start_ms, end_ms = of_step[0].start_ms, of_step[-1].end_ms
            spans.append(StepSpan(step, of_step[0].stretch, start_ms, end_ms - start_ms))
        return tuple(spans)

    def index_at(self, position_ms: int) -> int:
        """The index of the segment at a position. A boundary belongs to the later one, the very end to the last one."""
        return max(0, bisect_right(self._starts_ms, position_ms) - 1)

    def segment_at(self, position_ms: int) -> Segment:
        """The segment at a position; before the start the first, after the end the last."""
        return self.segments[self.index_at(position_ms)]

    def part_at(self, position_ms: int) -> Part:
        """The side's turn at a position."""
        return self.parts[self.segment_at(position_ms).part]

    def with_duration(self, index: int, duration_ms: int) -> "Timeline":
        """The same line with one segment longer or shorter, and all that follows moved. The length must be positive."""
        changed = replace(self.segments[index], duration_ms=duration_ms)
        return Timeline.of(self.routine, (*self.segments[:index], changed, *self.segments[index + 1 :]))

    def _indices_by_part(self) -> Iterable[Iterable[int]]:
        return (group for _, group in groupby(range(len(self.segments)), key=lambda index: self.segments[index].part))


def _part(indices: tuple[int, ...], segments: tuple[Segment, ...]) -> Part:
    first, last = segments[indices[0]], segments[indices[-1]]
    return Part(
        step=first.step,
        side=first.side,
        stretch=first.stretch,
        first=indices[0],
        last=indices[-1],
        start_ms=first.start_ms,
        work_start_ms=first.end_ms if first.kind.is_lead_in else first.start_ms,
        end_ms=last.end_ms,
    )
