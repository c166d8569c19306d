"""What the player says on the screen at one moment, in words. Pure: a snapshot in, words out.

One glance from the floor must be enough, so each moment has one number, one word, one side and one instruction.
"""

from dataclasses import dataclass
from typing import assert_never

from bedtime.language import _, pgettext
from bedtime.movement.breathing import BreathKind
from bedtime.movement.stretch import Side, Sides, Stretch
from bedtime.movement.timeline import Segment, SegmentKind
from bedtime.movement.wording import for_side, without_side
from bedtime.phrases import seconds_words
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
        of=_("of {count}").format(count=snapshot.step_count),
        left=_("{length} left").format(length=clock_words(snapshot.left_in_total_s)),
        next_name=_next_words(snapshot.next_up),
    )


def glance(snapshot: Snapshot) -> tuple[object, ...]:
    """What the words of a moment depend on: moments with equal glances have equal words. It takes less than they do."""
    breath = snapshot.breath
    return (
        snapshot.timeline,
        snapshot.index,
        snapshot.phase,
        snapshot.paused_by,
        snapshot.countdown_s,
        snapshot.left_in_total_s,
        snapshot.repetition_no,
        snapshot.cue,
        _guide_line(snapshot),
        None if breath is None else breath.kind,
        _since_work_began_ms(snapshot) // READING_MS,
    )


def clock_words(seconds: int) -> str:
    """Seconds as minutes and seconds: 7:12."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def side_words(segment: Segment) -> str:
    """Which leg: the largest words after the number."""
    match segment.side, segment.sides:
        case Side.LEFT, _:
            return _("Left leg")
        case Side.RIGHT, _:
            return _("Right leg")
        case None, Sides.ONE:
            return _("The sore leg")
        case _:
            return _("Rest") if segment.stretch.is_rest else _("Both legs")


def paused_lines(snapshot: Snapshot) -> tuple[str, str]:
    """Two short lines under "Paused": why, or how much is left and on what."""
    if snapshot.paused_by is PausedBy.COMPUTER_SLEPT:
        return _("The computer slept."), _("Nothing is lost.")
    if snapshot.paused_by is PausedBy.INTERRUPTED:
        return pgettext("above: you left off.", "Here is where"), pgettext("under: Here is where", "you left off.")
    return left_words(snapshot.countdown_s), _where_left(snapshot)


def paused_line(snapshot: Snapshot) -> str:
    """The one line under "Paused" where there is no room for two: a whole sentence, or how much is left."""
    if snapshot.paused_by is PausedBy.COMPUTER_SLEPT:
        return _("The computer slept.")
    return left_words(snapshot.countdown_s)


def paused_words(snapshot: Snapshot) -> str:
    """The same in whole sentences, for a screen reader."""
    if snapshot.paused_by is PausedBy.COMPUTER_SLEPT:
        return _("Paused. The computer slept. Nothing is lost.")
    if snapshot.paused_by is PausedBy.INTERRUPTED:
        return _("Paused. Here is where you left off.")
    length = seconds_words(snapshot.countdown_s)
    if snapshot.segment.kind.is_lead_in:
        return _("Paused. {length} left to get ready.").format(length=length)
    if snapshot.segment.side is not None:
        return _("Paused. {length} left on this leg.").format(length=length)
    return _("Paused. {length} left here.").format(length=length)


def left_words(seconds: int) -> str:
    """How much is left: "42 seconds left"."""
    return _("{length} left").format(length=seconds_words(seconds))


def _where_left(snapshot: Snapshot) -> str:
    """What so much is left on, on a line of its own."""
    if snapshot.segment.kind.is_lead_in:
        return pgettext("under: 42 seconds left", "to get ready")
    if snapshot.segment.side is not None:
        return pgettext("under: 42 seconds left", "on this leg")
    return pgettext("under: 42 seconds left", "here")


def _word(snapshot: Snapshot) -> str:
    if snapshot.phase is Phase.RE_ENTRY:
        return _("Carry on")
    segment = snapshot.segment
    match segment.kind:
        case SegmentKind.GET_READY:
            return _("Get ready")
        case SegmentKind.SWITCH:
            return _("Change sides")
        case SegmentKind.PRESS:
            return _("Press gently")
        case SegmentKind.RELAX:
            return _("Let go")
        case SegmentKind.MOVE:
            return _("{number} of {count}").format(number=snapshot.repetition_no, count=segment.repetitions)
        case SegmentKind.HOLD | SegmentKind.BREATHE | SegmentKind.REST | SegmentKind.CLOSING:
            return _breath_words(snapshot) or (_("Rest") if segment.kind is not SegmentKind.HOLD else _("Hold"))
        case _:
            assert_never(segment.kind)


def _breath_words(snapshot: Snapshot) -> str | None:
    breath = snapshot.breath
    if breath is None:
        return None
    match breath.kind:
        case BreathKind.IN:
            return _("Breathe in")
        case BreathKind.TOP_UP:
            return _("A sip more")
        case BreathKind.HOLD:
            return _("Hold")
        case BreathKind.OUT:
            return _("Breathe out")
        case _:
            assert_never(breath.kind)


def _far_word(snapshot: Snapshot) -> str:
    """One word that can be told from the others when it is blurred."""
    if snapshot.phase is Phase.RE_ENTRY:
        return _("Ready")
    match snapshot.segment.kind:
        case SegmentKind.GET_READY:
            return _("Ready")
        case SegmentKind.SWITCH:
            return _("Change")
        case SegmentKind.PRESS:
            return _("Press")
        case SegmentKind.RELAX:
            return _("Let go")
        case SegmentKind.REST:
            return _("Rest")
        case _:
            breath = snapshot.breath
            names = {
                BreathKind.IN: _("In"),
                BreathKind.TOP_UP: _("In"),
                BreathKind.HOLD: _("Hold"),
                BreathKind.OUT: _("Out"),
            }
            return names[breath.kind] if breath is not None else _("Hold")


def _far_side(segment: Segment) -> str:
    match segment.side:
        case Side.LEFT:
            return _("Left")
        case Side.RIGHT:
            return _("Right")
        case None:
            return _("Rest") if segment.stretch.is_rest else _("Both")


def _instruction(snapshot: Snapshot) -> str:
    segment = snapshot.segment
    stretch = segment.stretch
    match segment.kind:
        case SegmentKind.SWITCH:
            return _("The other side now. No hurry.")
        case SegmentKind.REST:
            return _("Rest a moment. The same again follows.")
        case SegmentKind.GET_READY:
            return _lines(stretch, segment.side)[0]
        case _:
            if snapshot.cue is not None:
                return snapshot.cue
            if (guiding := _guide_line(snapshot)) is not None:
                return guiding
            lines = _lines(stretch, segment.side)[1:]
            return lines[min(_since_work_began_ms(snapshot) // READING_MS, len(lines) - 1)]


def _lines(stretch: Stretch, side: Side | None) -> tuple[str, ...]:
    """The steps, then what should be felt, for this side."""
    texts = (*stretch.steps, stretch.feel)
    return without_side(texts) if side is None else tuple(for_side(text, side) for text in texts)


def _guide_line(snapshot: Snapshot) -> str | None:
    """The line of a guided rest that was reached last, which is the one that is spoken."""
    segment = snapshot.segment
    if not segment.kind.is_work:
        return None
    reached = [
        line for line in segment.stretch.guide if line.at == 0 or line.at * segment.duration_ms < snapshot.elapsed_ms
    ]
    return max(reached, key=lambda line: line.at).text if reached else None


def _since_work_began_ms(snapshot: Snapshot) -> int:
    return max(0, snapshot.position_ms - snapshot.part.work_start_ms)


def _next_words(following: NextUp | None) -> str:
    if following is None:
        return _("Goodnight")
    if following.following is Following.OTHER_SIDE and following.side is not None:
        return _("the left leg") if following.side is Side.LEFT else _("the right leg")
    return following.stretch.name
