"""A session as a value that answers "where are we now?".

The position is derived from an anchor, a moment at which it was known, so that a late, early or lost tick cannot make
it drift. A wish is a method that returns the player as wished; one that makes no sense now returns the same value.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bedtime.movement.timeline import Part, Segment, SegmentKind, Timeline
from bedtime.session.phase import PausedBy, Phase

RE_ENTRY_MS = 3_000
NUDGE_MS = 10_000
SHORTEST_MS = 5_000
STILL_AT_THE_START_MS = 3_000

_FIXED = frozenset({SegmentKind.PRESS, SegmentKind.RELAX})  # nobody should press for longer than is written


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One session at the moment `anchor_ms` of the monotonic clock.

    `planned` is the timeline as it was at the start, `timeline` as it has been changed since: the same segments, of
    other lengths. `held_ms` says for each of them how long it has really been played. `paused_ms` is all the time that
    the session has stood still, the re-entries included.
    """

    planned: Timeline
    timeline: Timeline
    phase: Phase
    anchor_ms: int
    position_ms: int = 0
    held_ms: tuple[int, ...]
    paused_by: PausedBy | None = None
    paused_ms: int = 0
    re_entry_left_ms: int = 0

    @classmethod
    def begin(cls, timeline: Timeline, now_ms: int) -> "Player":
        """A session that begins to play now."""
        held_ms = (0,) * len(timeline.segments)
        return cls(planned=timeline, timeline=timeline, phase=Phase.PLAYING, anchor_ms=now_ms, held_ms=held_ms)

    # Where are we?

    @property
    def segment(self) -> Segment:
        """What is done at the position."""
        return self.timeline.segment_at(self.position_ms)

    @property
    def part(self) -> Part:
        """The side's turn at the position."""
        return self.timeline.part_at(self.position_ms)

    @property
    def reached_the_end(self) -> bool:
        """Whether the session has run to its end, rather than having been ended."""
        return self.phase is Phase.FINISHED and self.position_ms == self.timeline.total_ms

    @property
    def next_change_ms(self) -> int | None:
        """When the countdown next shows another second, on the monotonic clock; None while nothing moves.

        Every segment ends on such a moment, because the countdown is what is left of it.
        """
        match self.phase:
            case Phase.PLAYING:
                left_ms = self.segment.end_ms - self.position_ms
            case Phase.RE_ENTRY:
                left_ms = self.re_entry_left_ms
            case Phase.PAUSED | Phase.FINISHED:
                return None
        return self.anchor_ms + (left_ms - 1) % 1000 + 1

    def at(self, now_ms: int) -> "Player":
        """The same session at another moment. Time never goes back: an earlier moment changes nothing."""
        passed_ms = now_ms - self.anchor_ms
        if passed_ms <= 0:
            return self
        match self.phase:
            case Phase.PLAYING:
                return self._played(passed_ms)
            case Phase.RE_ENTRY:
                return self._re_entered(passed_ms)
            case Phase.PAUSED:
                return replace(self, anchor_ms=now_ms, paused_ms=self.paused_ms + passed_ms)
            case Phase.FINISHED:
                return self

    # Standing still and going on

    def pause(self, by: PausedBy = PausedBy.PERSON) -> "Player":
        """Stand still."""
        if self.phase not in {Phase.PLAYING, Phase.RE_ENTRY}:
            return self
        return replace(self, phase=Phase.PAUSED, paused_by=by, re_entry_left_ms=0)

    def carry_on(self) -> "Player":
        """Play on from here, after a countdown to find the position again."""
        if self.phase is not Phase.PAUSED:
            return self
        return replace(self, phase=Phase.RE_ENTRY, paused_by=None, re_entry_left_ms=RE_ENTRY_MS)

    def slept(self, since_ms: int, unseen_ms: int) -> "Player":
        """The computer slept from the moment `since_ms`, for `unseen_ms` of which the monotonic clock knows nothing."""
        asleep = self.at(since_ms).pause(PausedBy.COMPUTER_SLEPT)
        return asleep if asleep.phase is Phase.FINISHED else replace(asleep, paused_ms=asleep.paused_ms + unseen_ms)

    def end(self) -> "Player":
        """Stop for tonight."""
        return _in_phase(self, Phase.FINISHED)

    # Moving along the timeline. Each of these lands on the start of a side, with its countdown, or on the end.

    def back(self) -> "Player":
        """Start this side again, or the one before while this one has hardly begun. A paused session stays paused."""
        hardly_begun = self.position_ms < self.part.work_start_ms + STILL_AT_THE_START_MS
        return self._to_part(max(0, self.segment.part - 1) if hardly_begun else self.segment.part)

    def skip(self) -> "Player":
        """Leave out the rest of this side. A paused session stays paused."""
        return self._to_part(self.segment.part + 1)

    def leave_out(self) -> "Player":
        """Leave out the rest of this stretch, both sides, and play the next."""
        span = self.timeline.steps[self.segment.step]
        return self._to(span.start_ms + span.duration_ms, Phase.PLAYING)

    def jump(self, step: int) -> "Player":
        """Play from the start of a step, counted from 0."""
        if not 0 <= step < len(self.timeline.steps):
            return self
        return self._to(self.timeline.steps[step].start_ms, Phase.PLAYING)

    def restart(self) -> "Player":
        """Play this side again from its start."""
        return self._to(self.part.start_ms, Phase.PLAYING)

    def ready(self) -> "Player":
        """Begin the work at once, without waiting for the rest of the countdown, also of the one after a pause."""
        if self.phase is Phase.RE_ENTRY:
            return replace(self, phase=Phase.PLAYING, re_entry_left_ms=0)
        if self.phase is not Phase.PLAYING or not self.segment.kind.is_lead_in:
            return self
        return replace(self, position_ms=self.segment.end_ms)

    # Changing how long this lasts

    def longer(self) -> "Player":
        """Ten seconds more of what is done now, on this side only."""
        if self.phase is Phase.FINISHED or self.segment.kind in _FIXED:
            return self
        return self._lasting(self.segment.duration_ms + NUDGE_MS)

    def shorter(self) -> "Player":
        """Ten seconds less of this work, on this side only, though never under five in all. It may be over at once."""
        segment = self.segment
        if self.phase is Phase.FINISHED or segment.kind in _FIXED or not segment.kind.is_work:
            return self
        elapsed_ms = self.position_ms - segment.start_ms
        duration_ms = max(segment.duration_ms - NUDGE_MS, SHORTEST_MS, elapsed_ms)
        return self if duration_ms >= segment.duration_ms else self._lasting(duration_ms)

    def _played(self, passed_ms: int) -> "Player":
        end_ms = min(self.position_ms + passed_ms, self.timeline.total_ms)
        ended_at_ms = self.anchor_ms + end_ms - self.position_ms
        held_ms = self._held_until(end_ms)
        return _or_finished(replace(self, anchor_ms=ended_at_ms, position_ms=end_ms, held_ms=held_ms))

    def _held_until(self, end_ms: int) -> tuple[int, ...]:
        held_ms = list(self.held_ms)
        for index in range(self.timeline.index_at(self.position_ms), self.timeline.index_at(end_ms) + 1):
            segment = self.timeline.segments[index]
            held_ms[index] += min(end_ms, segment.end_ms) - max(self.position_ms, segment.start_ms)
        return tuple(held_ms)

    def _re_entered(self, passed_ms: int) -> "Player":
        still_ms = min(passed_ms, self.re_entry_left_ms)
        waited = replace(
            self,
            anchor_ms=self.anchor_ms + still_ms,
            paused_ms=self.paused_ms + still_ms,
            re_entry_left_ms=self.re_entry_left_ms - still_ms,
        )
        if waited.re_entry_left_ms:
            return waited
        return replace(waited, phase=Phase.PLAYING).at(self.anchor_ms + passed_ms)

    def _to_part(self, part: int) -> "Player":
        phase = Phase.PAUSED if self.phase is Phase.PAUSED else Phase.PLAYING
        parts = self.timeline.parts
        return self._to(parts[part].start_ms if part < len(parts) else self.timeline.total_ms, phase)

    def _to(self, position_ms: int, phase: Phase) -> "Player":
        if self.phase is Phase.FINISHED:
            return self
        moved = self if self.phase is phase else _in_phase(self, phase)
        return _or_finished(replace(moved, position_ms=position_ms))

    def _lasting(self, duration_ms: int) -> "Player":
        index = self.timeline.index_at(self.position_ms)
        return _or_finished(replace(self, timeline=self.timeline.with_duration(index, duration_ms)))


def _or_finished(player: Player) -> Player:
    return player if player.position_ms < player.timeline.total_ms else _in_phase(player, Phase.FINISHED)


def _in_phase(player: Player, phase: Phase) -> Player:
    return replace(player, phase=phase, paused_by=None, re_entry_left_ms=0)


Wish = Callable[[Player], Player]
