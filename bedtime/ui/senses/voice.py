"""Speaks, through whatever speaks on this system, one utterance at a time.

An engine is opened when a session first wants a voice. Where there is none, `missing` says so and nothing is spoken.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from bedtime.session.cues import Utterance
from bedtime.session.ears import Speaker
from bedtime.session.speaking import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How it is spoken. `voice` is empty for the system's usual one; `pace` and `volume` are in percent."""

    language: str
    voice: str
    pace: int
    volume: float


class Engine(Protocol):
    """What speaks. It speaks one thing at a time and tells when it is `finished`; `failed` when it cannot any more.

    `listed` carries the voices, as `Speaker`s.
    """

    opened: SignalInstance
    finished: SignalInstance
    failed: SignalInstance
    listed: SignalInstance

    def open(self) -> None:
        """Get ready, and emit `opened` or `failed`, now or later."""
        ...

    def take_on(self, manner: Manner) -> None:
        """Speak like this from now on."""
        ...

    def say(self, words: str) -> None:
        """Say it, and emit `finished`. Only after `opened`."""
        ...

    def stop(self) -> None:
        """Be silent at once; what was cut off emits nothing."""
        ...

    def list_voices(self) -> None:
        """Emit `listed`, now or later. Only after `opened`."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class _State(Enum):
    CLOSED = auto()
    OPENING = auto()
    OPEN = auto()
    MISSING = auto()


class Voice(QObject):
    """The voice of a session."""

    missing = Signal()
    listed = Signal(tuple)

    def __init__(self, engine: Engine) -> None:
        """A voice that has not been asked for anything, and costs nothing."""
        super().__init__()
        self._engine = engine
        self._state = _State.CLOSED
        self._speech = Speech()
        self._manner: Manner | None = None
        self._is_asked_for_voices = False
        engine.listed.connect(self._tell_voices)
        engine.opened.connect(self._open)
        engine.finished.connect(lambda: self._become(self._speech.finished()))
        engine.failed.connect(self._fail)

    @property
    def is_missing(self) -> bool:
        """Whether it has turned out that nothing speaks here."""
        return self._state is _State.MISSING

    def get_ready(self, manner: Manner) -> None:
        """Speak like this from now on; the first time, or after a failure, look for an engine."""
        self._manner = manner
        if self._state is _State.OPEN:
            self._engine.take_on(manner)
        elif self._state is not _State.OPENING:
            self._state = _State.OPENING
            self._engine.open()

    def list_voices(self) -> None:
        """Emit `listed` as soon as something speaks; `get_ready` looks for that."""
        self._is_asked_for_voices = True
        if self._state is _State.OPEN:
            self._engine.list_voices()

    def say(self, utterance: Utterance) -> None:
        """Say it now, later or not at all, as `session.speaking` decides."""
        if self._state in {_State.OPENING, _State.OPEN}:
            self._become(self._speech.asked(utterance))

    def hush(self) -> None:
        """Finish a name and say no more: the session stands still."""
        self._become(self._speech.hushed())

    def stop(self) -> None:
        """Be silent at once."""
        self._become(Speech())

    def close(self) -> None:
        """Let go of the engine, at once."""
        self.stop()
        self._is_asked_for_voices = False
        if self._state is not _State.CLOSED:
            self._state = _State.CLOSED
            self._engine.close()

    def _become(self, speech: Speech) -> None:
        before, self._speech = self._speech, speech
        if self._state is not _State.OPEN or speech.now is before.now:
            return
        if before.now is not None:
            self._engine.stop()
        if speech.now is not None:
            self._engine.say(speech.now.words)

    def _open(self) -> None:
        if self._state is not _State.OPENING:
            return
        self._state = _State.OPEN
        if self._manner is not None:
            self._engine.take_on(self._manner)
        if self._is_asked_for_voices:
            self._engine.list_voices()
        if self._speech.now is not None:
            self._engine.say(self._speech.now.words)

    def _tell_voices(self, speakers: tuple[Speaker, ...]) -> None:
        self._is_asked_for_voices = False
        self.listed.emit(speakers)

    def _fail(self) -> None:
        self._speech = Speech()
        if self._state is not _State.CLOSED:
            self._state = _State.MISSING
            self.missing.emit()
