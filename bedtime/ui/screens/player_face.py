"""What the player shows of one moment, as values: the scene, the lamp's face, the planks of the floor."""

from enum import Enum, auto

from bedtime.language import _
from bedtime.movement.timeline import SegmentKind
from bedtime.phrases import seconds_words
from bedtime.session.phase import Phase
from bedtime.session.player import RE_ENTRY_MS
from bedtime.session.shown import LONGEST_SECONDS, Shown, glance, paused_lines, paused_words, shown
from bedtime.session.snapshot import Snapshot
from bedtime.ui.parts.floor_line import Plank
from bedtime.ui.parts.orb import Face, Rim


class Scene(Enum):
    """Which of its faces the player shows."""

    WORKING = auto()
    GETTING_READY = auto()
    PAUSED = auto()


def scene_of(snapshot: Snapshot) -> Scene:
    """Which face a moment has."""
    if snapshot.phase is Phase.PAUSED:
        return Scene.PAUSED
    if snapshot.phase is Phase.RE_ENTRY or snapshot.segment.kind.is_lead_in:
        return Scene.GETTING_READY
    return Scene.WORKING


def is_changing_sides(snapshot: Snapshot) -> bool:
    """Whether this is the countdown between two sides of one stretch."""
    return snapshot.phase is Phase.PLAYING and snapshot.segment.kind is SegmentKind.SWITCH


class Faces:
    """The words and the lamp's faces of one moment after the other.

    Twenty moments come in a second, and in most of them no word has changed: then none is put together anew.
    """

    def __init__(self) -> None:
        """No moment has been asked for."""
        self._glance: tuple[object, ...] = ()
        self._words: Shown | None = None
        self._spoken = ""

    def words(self, snapshot: Snapshot, longest_seconds: int = LONGEST_SECONDS) -> Shown:
        """The words of a moment."""
        seen = (*glance(snapshot), longest_seconds)
        if self._words is None or seen != self._glance:
            self._glance = seen
            self._words = shown(snapshot, longest_seconds)
            self._spoken = spoken_countdown(snapshot, self._words.word)
        return self._words

    def face(self, snapshot: Snapshot, *, far: bool, longest_seconds: int = LONGEST_SECONDS) -> Face:
        """The lamp's face. The breath rests while the session does."""
        words = self.words(snapshot, longest_seconds)
        left = snapshot.left_ms / max(1, snapshot.segment.duration_ms)
        if snapshot.phase is Phase.PAUSED:
            return Face(Rim.RESTING, "", _("Paused"), left, lines=paused_lines(snapshot), spoken=self._spoken)
        if snapshot.phase is Phase.RE_ENTRY:
            left = snapshot.re_entry_left_ms / RE_ENTRY_MS
        breath = snapshot.breath if snapshot.phase is Phase.PLAYING else None
        openness = breath.openness if breath is not None else None
        if far:
            return Face(Rim.NONE, words.numeral, "", left, openness, spoken=self._spoken)
        if scene_of(snapshot) is Scene.GETTING_READY:
            return Face(Rim.TICKS, words.numeral, words.word, left, spoken=self._spoken)
        return Face(Rim.RING, words.numeral, words.word, left, openness, spoken=self._spoken)


def spoken_countdown(snapshot: Snapshot, word: str) -> str:
    """The number and the word under it, for whoever asks a screen reader how far it is."""
    if snapshot.phase is Phase.PAUSED:
        return paused_words(snapshot)
    return _("{length} left. {word}.").format(length=seconds_words(snapshot.countdown_s), word=word)


def planks_of(snapshot: Snapshot) -> tuple[Plank, ...]:
    """The floor line of a moment."""
    planks = []
    for span in snapshot.timeline.steps:
        gone = min(max(0, snapshot.position_ms - span.start_ms), span.duration_ms)
        planks.append(Plank(span.duration_ms, gone / span.duration_ms, current=span.step == snapshot.segment.step))
    return tuple(planks)


def progress_words(snapshot: Snapshot) -> str:
    """The floor line in words."""
    percent = 100 * snapshot.position_ms // snapshot.timeline.total_ms
    return _("Routine progress, stretch {number} of {count}, {percent} percent").format(
        number=snapshot.step_no, count=snapshot.step_count, percent=percent
    )
