"""What is sounded, spoken, announced and shown as a session goes on. Pure: two moments in, cues out, as data.

The mode, whisper and volume come later, in `heard`: here stands what there is to perceive, whichever way.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, StrEnum, auto
from typing import assert_never

from bedtime.language import N_, _, ngettext
from bedtime.movement.breathing import BreathKind
from bedtime.movement.comparing import unit_of
from bedtime.movement.stretch import BreathsDose, RepsDose
from bedtime.movement.timeline import Segment, SegmentKind
from bedtime.phrases import after_each_other, seconds_words, spelled_first
from bedtime.session.phase import Phase
from bedtime.session.shown import left_words, paused_words, shown, side_words
from bedtime.session.snapshot import Snapshot
from bedtime.settings import CueKind, SoundMode

LATEST_TICK_MS = 5_000
"""A moment that comes later than this after the one before was wished for, or the computer slept."""
LONG_HOLD_MS = 40_000
LAST_PART_MS = 15_000
GUIDED_FROM_MS = 3_000
SPOKEN_BREATHS = 2
"""The words of the breath lead through its first cycles; after that the body knows."""


class Tone(StrEnum):
    """The sounds, each a file of this name in `assets/sounds`."""

    READY = "ready"  # one, rising
    HOLD = "hold"  # one, low
    NEXT = "next"  # one
    CHANGE = "change"  # two, falling
    FINISHED = "finished"  # three, falling
    CLICK = "click"


class Weight(IntEnum):
    """How much an utterance matters while another is being spoken."""

    PASSING = auto()  # now or never: "in", "out"
    USUAL = auto()  # waits for a name, and takes the place of anything else
    NAME = auto()  # is never cut


@dataclass(frozen=True, slots=True)
class Utterance:
    """Whole sentences that are spoken in one go."""

    words: str
    weight: Weight = Weight.USUAL


class Urgency(Enum):
    """How an announcement treats what a screen reader is saying."""

    POLITE = auto()
    ASSERTIVE = auto()


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a screen reader says."""

    words: str
    urgency: Urgency = Urgency.POLITE


class Light(Enum):
    """What the floor line does."""

    AS_IT_IS = auto()
    BRIGHTENS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One thing to perceive, in every way in which it can be perceived."""

    kind: CueKind
    tones: tuple[Tone, ...] = ()
    spoken: tuple[Utterance, ...] = ()
    announced: Announcement | None = None
    light: Light = Light.AS_IT_IS


def heard(cue: Cue, mode: SoundMode, left_out: Iterable[CueKind] = ()) -> Cue:
    """What is left of a cue in this mode. A screen reader is told everything: what it says is the person's own choice.

    Where there are words the voice takes the place of the tone. Silent shows on the floor line what a tone would say.
    """
    if cue.kind in set(left_out):
        return replace(cue, tones=(), spoken=())
    match mode:
        case SoundMode.VOICE:
            return replace(cue, tones=() if cue.spoken else cue.tones)
        case SoundMode.TONES:
            return replace(cue, spoken=())
        case SoundMode.SILENT:
            is_shown = any(tone is not Tone.CLICK for tone in cue.tones)
            return replace(cue, tones=(), spoken=(), light=Light.BRIGHTENS if is_shown else Light.AS_IT_IS)
        case _:
            assert_never(mode)


def cues_between(before: Snapshot | None, after: Snapshot) -> tuple[Cue, ...]:
    """The cues on the way from one moment to the next; `before` is None when a session opens.

    Moments come at least every `LATEST_TICK_MS`, and whenever something is due (`session.due`). A part of the way that
    was skipped, or slept through, is not made up for.
    """
    match after.phase:
        case Phase.FINISHED:
            return _finished(before, after)
        case Phase.PAUSED:
            return _paused(before, after)
        case Phase.RE_ENTRY:
            is_new = before is None or before.phase is not Phase.RE_ENTRY
            return (_told(Announcement(_("Carrying on."))),) if is_new else ()
        case Phase.PLAYING:
            return _playing(before, after)
        case _:
            assert_never(after.phase)


# The phases


def _finished(before: Snapshot | None, after: Snapshot) -> tuple[Cue, ...]:
    has_just_ended = before is not None and before.phase is not Phase.FINISHED
    if not has_just_ended or after.position_ms <= after.timeline.parts[0].work_start_ms:
        return ()
    words = Utterance(_("That’s it. Goodnight."), Weight.NAME)
    return (Cue(kind=CueKind.THE_END, tones=(Tone.FINISHED,), spoken=(words,)),)


def _paused(before: Snapshot | None, after: Snapshot) -> tuple[Cue, ...]:
    if before is None or before.phase is not Phase.PAUSED:
        return (_told(Announcement(paused_words(after))),)
    if before.position_ms != after.position_ms:
        return (_button(_name_words(after)),)
    return _nudged(before, after)


def _playing(before: Snapshot | None, after: Snapshot) -> tuple[Cue, ...]:
    if before is None or _is_re_entry_to_a_start(before, after):
        return _landing(after)
    if before.index == after.index and before.position_ms <= after.position_ms:
        return _nudged(before, after) or _within(before, after)
    landing = _landing(after)
    return _clicked(landing) if _was_wished(before, after) else landing


def _is_re_entry_to_a_start(before: Snapshot, after: Snapshot) -> bool:
    """Whether a session goes on at a start that nobody has named yet: opened again, or moved while it was paused."""
    return before.phase is Phase.RE_ENTRY and after.segment.kind.is_lead_in and after.elapsed_ms < 1000


def _was_wished(before: Snapshot, after: Snapshot) -> bool:
    follows = after.index == before.index + 1
    in_time = before.left_ms <= LATEST_TICK_MS
    return after.segment.kind.is_lead_in and not (follows and in_time)


def _nudged(before: Snapshot, after: Snapshot) -> tuple[Cue, ...]:
    if before.segment.duration_ms == after.segment.duration_ms:
        return ()
    return (_button(left_words(after.countdown_s)),)


def _button(words: str) -> Cue:
    return Cue(kind=CueKind.BUTTONS, tones=(Tone.CLICK,), announced=Announcement(words, Urgency.ASSERTIVE))


def _clicked(landing: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """A landing that the person wished for: a click first, and the screen reader leaves off what it was saying."""
    first = landing[0]
    told = None if first.announced is None else replace(first.announced, urgency=Urgency.ASSERTIVE)
    return Cue(kind=CueKind.BUTTONS, tones=(Tone.CLICK,)), replace(first, announced=told), *landing[1:]


def _told(announcement: Announcement) -> Cue:
    return Cue(kind=CueKind.BUTTONS, announced=announcement)


# Arriving at a segment


def _landing(moment: Snapshot) -> tuple[Cue, ...]:
    segment = moment.segment
    if segment.kind is SegmentKind.GET_READY:
        return (_getting_ready(moment),)
    if segment.kind is SegmentKind.SWITCH:
        return (_changing_sides(moment),)
    begun = _beginning(moment)
    return (_getting_ready(moment), begun) if moment.index == moment.part.first else (begun,)


def _getting_ready(moment: Snapshot) -> Cue:
    name = _name_words(moment)
    place = _("Stretch {number} of {count}.").format(number=moment.step_no, count=moment.step_count)
    starts = _("Starts in {length}.").format(length=seconds_words(moment.countdown_s))
    return Cue(
        kind=CueKind.GETTING_READY,
        tones=(Tone.READY if moment.step_no == 1 else Tone.NEXT,),
        spoken=(Utterance(name, Weight.NAME), Utterance(shown(moment).instruction)),
        announced=Announcement(after_each_other((name, place, starts if moment.segment.kind.is_lead_in else ""))),
    )


def _name_words(moment: Snapshot) -> str:
    segment = moment.segment
    if segment.stretch.is_rest:
        return _("{stretch}.").format(stretch=segment.stretch.name)
    return _("{stretch}. {side}.").format(stretch=segment.stretch.name, side=side_words(segment))


def _changing_sides(moment: Snapshot) -> Cue:
    side = side_words(moment.segment)
    return Cue(
        kind=CueKind.CHANGING_SIDES,
        tones=(Tone.CHANGE,),
        spoken=(Utterance(_("Other side. {side}.").format(side=side), Weight.NAME),),
        announced=Announcement(_("Change sides. {side}.").format(side=side)),
    )


def _beginning(moment: Snapshot) -> Cue:
    segment = moment.segment
    words = _beginning_words(segment)
    previous = moment.timeline.segments[moment.index - 1].kind if moment.index else None
    return Cue(
        kind=CueKind.BEGINNING,
        tones=_beginning_tones(segment.kind, previous),
        spoken=() if _is_guided_from_the_start(segment) else (Utterance(words),),
        announced=Announcement(words),
    )


def _beginning_tones(kind: SegmentKind, previous: SegmentKind | None) -> tuple[Tone, ...]:
    if previous is SegmentKind.RELAX and kind is SegmentKind.HOLD:
        return ()  # letting go becomes the stretch
    return (Tone.READY if kind is SegmentKind.PRESS else Tone.NEXT if kind is SegmentKind.REST else Tone.HOLD,)


def _beginning_words(segment: Segment) -> str:
    """What is done now, and for how long."""
    dose, length = segment.stretch.dose, seconds_words(-(-segment.duration_ms // 1000))
    match segment.kind:
        case SegmentKind.MOVE if isinstance(dose, RepsDose):
            return _("Begin. {count} {unit}.").format(count=spelled_first(segment.repetitions), unit=unit_of(dose))
        case SegmentKind.BREATHE if isinstance(dose, BreathsDose):
            words = ngettext("Begin. {count} breath.", "Begin. {count} breaths.", segment.repetitions)
            return words.format(count=spelled_first(segment.repetitions))
        case SegmentKind.PRESS:
            return _("Press gently.")
        case SegmentKind.RELAX:
            return _("Let go.")
        case SegmentKind.REST | SegmentKind.CLOSING:
            return _("Rest. {length}.").format(length=length)
        case _:
            return _("Hold. {length}.").format(length=length)


# Within a segment


def _within(before: Snapshot, after: Snapshot) -> tuple[Cue, ...]:
    found = (_half_cue(before, after), _half_way(before, after), _last_part(before, after))
    return (*(cue for cue in found if cue), *_guidance(before, after), *_breath(before, after))


def _half_cue(before: Snapshot, after: Snapshot) -> Cue | None:
    if after.cue is None or before.cue is not None:
        return None
    words = _("{cue}.").format(cue=after.cue.rstrip("."))
    said = (Utterance(words),)
    return Cue(kind=CueKind.HALF_WAY, tones=(Tone.NEXT,), spoken=said, announced=Announcement(words))


def _half_way(before: Snapshot, after: Snapshot) -> Cue | None:
    half_ms = after.segment.duration_ms // 2
    if not is_long_hold(after.segment) or not before.elapsed_ms < half_ms <= after.elapsed_ms:
        return None
    return Cue(kind=CueKind.HALF_WAY, spoken=(Utterance(_("Half-way.")),))


def _last_part(before: Snapshot, after: Snapshot) -> Cue | None:
    if not is_long_hold(after.segment) or not before.left_ms > LAST_PART_MS >= after.left_ms:
        return None
    words = _("{length} left.").format(length=seconds_words(after.countdown_s))
    return Cue(kind=CueKind.HALF_WAY, announced=Announcement(words))


def is_long_hold(segment: Segment) -> bool:
    """Whether a hold is so long that its half and its last part are told."""
    return segment.kind is SegmentKind.HOLD and segment.duration_ms >= LONG_HOLD_MS


def _guidance(before: Snapshot, after: Snapshot) -> tuple[Cue, ...]:
    """The lines of a guided rest. One at the very start comes with the first tick."""
    segment = after.segment
    if not segment.kind.is_work:
        return ()
    reached = [
        line.text
        for line in segment.stretch.guide
        if before.elapsed_ms <= line.at * segment.duration_ms < after.elapsed_ms
    ]
    return tuple(
        Cue(kind=CueKind.BEGINNING, spoken=(Utterance(words),), announced=Announcement(words)) for words in reached
    )


def _is_guided_from_the_start(segment: Segment) -> bool:
    """Whether the first line of a guided rest would cut off the words that begin it."""
    return any(line.at * segment.duration_ms < GUIDED_FROM_MS for line in segment.stretch.guide)


_BREATH_WORDS = {
    BreathKind.IN: N_("In"),
    BreathKind.TOP_UP: N_("A sip more"),
    BreathKind.HOLD: N_("Hold"),
    BreathKind.OUT: N_("Out"),
}


def _breath(before: Snapshot, after: Snapshot) -> tuple[Cue, ...]:
    earlier, breath = before.breath, after.breath
    if breath is None or earlier is None or breath.cycle_no > SPOKEN_BREATHS:
        return ()
    if (breath.cycle_no, breath.kind) == (earlier.cycle_no, earlier.kind):
        return ()
    words = Utterance(_(_BREATH_WORDS[breath.kind]), Weight.PASSING)
    return (Cue(kind=CueKind.BREATH, spoken=(words,)),)
