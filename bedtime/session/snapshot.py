"""Everything a screen needs to know about one moment of a session, in one frozen value.

A screen shows a snapshot and sends back a wish. It computes no time of its own.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto

from bedtime.movement.breathing import Breath, breath_at
from bedtime.movement.stretch import Side, Stretch
from bedtime.movement.timeline import Part, Segment, Timeline
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.player import Player


class Following(Enum):
    """How what comes next relates to what runs now."""

    OTHER_SIDE = auto()
    NEXT_STRETCH = auto()


@dataclass(frozen=True, slots=True)
class NextUp:
    """What comes after this side. `side` is None when both sides work at once."""

    following: Following
    stretch: Stretch
    side: Side | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One moment of a session. Times are milliseconds unless the name says otherwise.

    `paused_by` is None unless paused. `re_entry_left_ms` is 0 unless in re-entry. When finished, the position is where
    the session ended, which is `timeline.total_ms` unless it was ended early.
    """

    phase: Phase
    paused_by: PausedBy | None
    timeline: Timeline
    position_ms: int
    re_entry_left_ms: int = 0

    @property
    def index(self) -> int:
        """The index of the segment in `timeline.segments`."""
        return self.timeline.index_at(self.position_ms)

    @property
    def segment(self) -> Segment:
        """What is done now."""
        return self.timeline.segments[self.index]

    @property
    def part(self) -> Part:
        """The side's turn that runs now."""
        return self.timeline.parts[self.segment.part]

    @property
    def elapsed_ms(self) -> int:
        """How much of the segment has gone."""
        return self.position_ms - self.segment.start_ms

    @property
    def left_ms(self) -> int:
        """How much of the segment is left."""
        return self.segment.end_ms - self.position_ms

    @property
    def left_in_total_ms(self) -> int:
        """How much of the whole routine is left."""
        return self.timeline.total_ms - self.position_ms

    @property
    def countdown_s(self) -> int:
        """The whole seconds that the countdown shows: of the re-entry while that runs, else of the segment."""
        return _whole_s(self.re_entry_left_ms if self.phase is Phase.RE_ENTRY else self.left_ms)

    @property
    def left_in_total_s(self) -> int:
        """The whole seconds left of the routine."""
        return _whole_s(self.left_in_total_ms)

    @property
    def step_no(self) -> int:
        """The 3 of "3 of 7"."""
        return self.segment.step + 1

    @property
    def step_count(self) -> int:
        """The 7 of "3 of 7"."""
        return len(self.timeline.steps)

    @property
    def repetition_no(self) -> int:
        """The repetition or breath that runs now, of `segment.repetitions`, from 1; 0 when none are counted."""
        return self.segment.repetition_no(self.elapsed_ms)

    @property
    def cue(self) -> str | None:
        """What is said from the half of the repetitions on, once that is reached."""
        return self.segment.cue_at(self.elapsed_ms)

    @property
    def breath(self) -> Breath | None:
        """The breath of this moment; None when none is led."""
        pattern = self.segment.breath
        return None if pattern is None else breath_at(pattern, self.elapsed_ms)

    @property
    def next_up(self) -> NextUp | None:
        """What comes after this side; None when this is the last."""
        following = self.segment.part + 1
        if following == len(self.timeline.parts):
            return None
        part = self.timeline.parts[following]
        relation = Following.OTHER_SIDE if part.step == self.segment.step else Following.NEXT_STRETCH
        return NextUp(relation, part.stretch, part.side)


def snapshot_of(player: Player) -> Snapshot:
    """The moment that a player stands at."""
    return Snapshot(
        phase=player.phase,
        paused_by=player.paused_by,
        timeline=player.timeline,
        position_ms=player.position_ms,
        re_entry_left_ms=player.re_entry_left_ms,
    )


def in_a_moment(snapshot: Snapshot, passed_ms: int) -> Snapshot:
    """What a session that plays comes to, if nobody wishes otherwise meanwhile."""
    end_ms = snapshot.timeline.total_ms
    position_ms = min(snapshot.position_ms + passed_ms, end_ms)
    return replace(snapshot, position_ms=position_ms, phase=Phase.PLAYING if position_ms < end_ms else Phase.FINISHED)


def _whole_s(left_ms: int) -> int:
    """Round up, so that a countdown shows 1 until the very end and never a 0 that lasts."""
    return -(-left_ms // 1000)
