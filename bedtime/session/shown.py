"""What the player says on the screen at one moment, in words. Pure: a snapshot in, words out.

One glance from the floor must be enough, so each moment has one number, one word, one side and one instruction.
"""

from dataclasses import dataclass
from typing import assert_never

from bedtime.movement.breathing import BreathKind
from bedtime.movement.stretch import Side, Sides, Stretch
from bedtime.movement.timeline import Segment, SegmentKind
from bedtime.movement.wording import for_side, without_side
from bedtime.session.counting import seconds_words
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.snapshot import Following, NextUp, Snapshot

LONGEST_SECONDS = 99
"""Up to here the countdown shows seconds, beyond it minutes and seconds."""
READING_MS = 8_000
"""How long one instruction stays before the next one, read slowly from across the room."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of one moment. `word` goes with the number, `far_word` with the number seen from afar."""

    numeral: str
    word: str
    far_word: str
    side: str
    far_side: str
    name: str
    instruction: str
    count: str
    of: str
    left: str
    next_name: str


def shown(snapshot: Snapshot, longest_seconds: int = LONGEST_SECONDS) -> Shown:
    """The words for a moment. Up to `longest_seconds` the countdown is in seconds, beyond in minutes and seconds."""
    segment = snapshot.segment
    return Shown(
        numeral=clock_words(snapshot.countdown_s)
        if snapshot.countdown_s > longest_seconds
        else str(snapshot.countdown_s),
        word=_word(snapshot),
        far_word=_far_word(snapshot),
        side=side_words(segment),
        far_side=_far_side(segment),
        name=segment.stretch.name,
        instruction=_instruction(snapshot),
        count=str(snapshot.step_no),
        of=f"of {snapshot.step_count}",
        left=f"{clock_words(snapshot.left_in_total_s)} left",
        next_name=_next_words(snapshot.next_up),
    )


def clock_words(seconds: int) -> str:
    """Seconds as minutes and seconds: 7:12."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def side_words(segment: Segment) -> str:
    """Which leg: the largest words after the number."""
    match segment.side, segment.sides:
        case Side.LEFT, _:
            return "Left leg"
        case Side.RIGHT, _:
            return "Right leg"
        case None, Sides.ONE:
            return "The sore leg"
        case _:
            return "Rest" if segment.stretch.is_rest else "Both legs"


def paused_lines(snapshot: Snapshot) -> tuple[str, str]:
    """Two short lines under "Paused": why, or how much is left and on what."""
    if snapshot.paused_by is PausedBy.COMPUTER_SLEPT:
        return "The computer slept.", "Nothing is lost."
    if snapshot.paused_by is PausedBy.INTERRUPTED:
        return "Here is where", "you left off."
    where = "on this leg" if snapshot.segment.side is not None else "here"
    if snapshot.segment.kind.is_lead_in:
        where = "to get ready"
    return f"{seconds_words(snapshot.countdown_s)} left", where


def _word(snapshot: Snapshot) -> str:
    if snapshot.phase is Phase.RE_ENTRY:
        return "Carry on"
    segment = snapshot.segment
    match segment.kind:
        case SegmentKind.GET_READY:
            return "Get ready"
        case SegmentKind.SWITCH:
            return "Change sides"
        case SegmentKind.PRESS:
            return "Press gently"
        case SegmentKind.RELAX:
            return "Let go"
        case SegmentKind.MOVE:
            return f"{snapshot.repetition_no} of {segment.repetitions}"
        case SegmentKind.HOLD | SegmentKind.BREATHE | SegmentKind.REST | SegmentKind.CLOSING:
            return _breath_words(snapshot) or ("Rest" if segment.kind is not SegmentKind.HOLD else "Hold")
        case _:
            assert_never(segment.kind)


def _breath_words(snapshot: Snapshot) -> str | None:
    breath = snapshot.breath
    if breath is None:
        return None
    match breath.kind:
        case BreathKind.IN:
            return "Breathe in"
        case BreathKind.TOP_UP:
            return "A sip more"
        case BreathKind.HOLD:
            return "Hold"
        case BreathKind.OUT:
            return "Breathe out"
        case _:
            assert_never(breath.kind)


def _far_word(snapshot: Snapshot) -> str:
    """One word that can be told from the others when it is blurred."""
    if snapshot.phase is Phase.RE_ENTRY:
        return "Ready"
    match snapshot.segment.kind:
        case SegmentKind.GET_READY:
            return "Ready"
        case SegmentKind.SWITCH:
            return "Change"
        case SegmentKind.PRESS:
            return "Press"
        case SegmentKind.RELAX:
            return "Let go"
        case SegmentKind.REST:
            return "Rest"
        case _:
            breath = snapshot.breath
            names = {BreathKind.IN: "In", BreathKind.TOP_UP: "In", BreathKind.HOLD: "Hold", BreathKind.OUT: "Out"}
            return names[breath.kind] if breath is not None else "Hold"


def _far_side(segment: Segment) -> str:
    match segment.side:
        case Side.LEFT:
            return "Left"
        case Side.RIGHT:
            return "Right"
        case None:
            return "Rest" if segment.stretch.is_rest else "Both"


def _instruction(snapshot: Snapshot) -> str:
    segment = snapshot.segment
    stretch = segment.stretch
    match segment.kind:
        case SegmentKind.SWITCH:
            return "The other side now. No hurry."
        case SegmentKind.REST:
            return "Rest a moment. The same again follows."
        case SegmentKind.GET_READY:
            return _lines(stretch, segment.side)[0]
        case _:
            if snapshot.cue is not None:
                return snapshot.cue
            lines = _lines(stretch, segment.side)[1:]
            return lines[min(_since_work_began_ms(snapshot) // READING_MS, len(lines) - 1)]


def _lines(stretch: Stretch, side: Side | None) -> tuple[str, ...]:
    """The steps, then what should be felt, for this side."""
    texts = (*stretch.steps, stretch.feel)
    return without_side(texts) if side is None else tuple(for_side(text, side) for text in texts)


def _since_work_began_ms(snapshot: Snapshot) -> int:
    return max(0, snapshot.position_ms - snapshot.part.work_start_ms)


def _next_words(following: NextUp | None) -> str:
    if following is None:
        return "Goodnight"
    if following.following is Following.OTHER_SIDE and following.side is not None:
        return f"the {following.side} leg"
    return following.stretch.name
