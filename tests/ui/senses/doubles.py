"""Stand-ins for what sounds."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from bedtime.session.cues import Tone
from bedtime.session.ears import Speaker
from bedtime.settings import NightSound
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.senses.display import Display, Lock
from bedtime.ui.senses.rehearsal import Rehearsal
from bedtime.ui.senses.voice import Manner, Voice


class FakeTones(QObject):
    """Tones that are written down instead of sounded."""

    ready_changed = Signal()

    def __init__(self, *, has_speaker: bool = True) -> None:
        super().__init__()
        self.has_speaker = has_speaker
        self.asked = 0
        self.loaded: set[Tone] = set()
        self.played: list[tuple[Tone, float]] = []

    @property
    def is_ready(self) -> bool:
        self.asked += 1
        return self.has_speaker

    def get_ready(self, tones: Collection[Tone]) -> None:
        self.loaded = set(tones)

    def play(self, tone: Tone, volume: float) -> None:
        self.played.append((tone, round(volume, 3)))

    def stop(self) -> None:
        self.played.clear()


class FakeEngine(QObject):
    """An engine that writes down what it would say. It says that it is finished when a test tells it to."""

    opened = Signal()
    finished = Signal()
    failed = Signal()
    listed = Signal(tuple)

    def __init__(self, *, speaks: bool = True) -> None:
        super().__init__()
        self.speaks = speaks
        self.opens = 0
        self.speakers: tuple[Speaker, ...] = ()
        self.manner: Manner | None = None
        self.said: list[str] = []
        self.now: str | None = None

    def open(self) -> None:
        self.opens += 1
        (self.opened if self.speaks else self.failed).emit()

    def take_on(self, manner: Manner) -> None:
        self.manner = manner

    def say(self, words: str) -> None:
        assert self.now is None, f"{words!r} would be a second voice beside {self.now!r}"
        self.now = words
        self.said.append(words)

    def stop(self) -> None:
        self.now = None

    def list_voices(self) -> None:
        self.listed.emit(self.speakers)

    def close(self) -> None:
        self.now = None

    def finish(self) -> None:
        """Come to the end of what is being said."""
        self.now = None
        self.finished.emit()


class FakeNight(QObject):
    """A night sound that is written down instead of played."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def play(self, kind: NightSound, file: str, volume: float) -> None:
        self.asked.append(f"{kind}{file} at {volume:.3f}")

    def play_a_little(self, kind: NightSound, file: str, volume: float, length_ms: int) -> None:
        self.asked.append(f"{kind}{file} at {volume:.3f} for {length_ms} ms")

    def fade_out(self) -> None:
        self.asked.append("fade out")

    def stop(self) -> None:
        self.asked.append("stop")

    def look_for_a_speaker(self) -> None:
        self.asked.append("look")


class FakeLock:
    """A lock that writes down what was asked of it."""

    def __init__(self, *, granted: bool = True) -> None:
        self.granted = granted
        self.asked: list[str] = []

    def take(self) -> bool:
        self.asked.append("take")
        return self.granted

    def give_back(self) -> None:
        self.asked.append("give back")


def a_display(clock: ManualClock, lock: Lock | None = None) -> Display:
    """A display whose lock answers at once."""
    return Display(lock or FakeLock(), AtOnce(), clock, clock.another_alarm())


def a_rehearsal() -> Rehearsal:
    """Trying out what is heard, where nobody listens."""
    return Rehearsal(FakeTones(), Voice(FakeEngine()), FakeNight())
