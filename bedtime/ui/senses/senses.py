"""Leads through a session for those who do not look: turns what happens into tones, words, light and announcements.

What there is to perceive is decided in `session.cues`. Where the way that was chosen does not work here, the next one
takes over, and the person is told once.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from bedtime.session.cues import Announcement, Cue, Light, Tone, cues_between, heard
from bedtime.session.phase import Phase
from bedtime.session.snapshot import Snapshot
from bedtime.settings import Settings, SoundMode, Switch

NO_SPEAKER = "No speaker found. The screen will show every cue."
WHISPER = 10 ** (-12 / 20)
"""Twelve decibels less."""


class Tones(Protocol):
    """What sounds the tones."""

    ready_changed: SignalInstance

    @property
    def is_ready(self) -> bool:
        """Whether there is a speaker. Asking may load the library."""
        ...

    def play(self, tone: Tone, volume: float) -> None:
        """Sound a tone at a share of its loudness, 0 to 1."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...


class Senses(QObject):
    """Perceives a session for the person. `told` carries a sentence for the screen; `brightened` is the floor's cue."""

    told = Signal(str)
    brightened = Signal()

    def __init__(self, tones: Tones, announce: Callable[[Announcement], None]) -> None:
        """Nothing is loaded and no device opened before a session with sound begins."""
        super().__init__()
        self._tones = tones
        self._announce = announce
        self._settings = Settings()
        self._last: Snapshot | None = None
        self._told: set[str] = set()
        self._is_following = False

    def begin(self, settings: Settings) -> None:
        """A session begins; the snapshots that follow are its own."""
        self._last = None
        self._is_following = True
        self.choose(settings)

    def choose(self, settings: Settings) -> None:
        """Go on as the person wants it from now on."""
        self._settings = settings
        if settings.sound is SoundMode.SILENT:
            self._tones.stop()
        elif self._is_following and not self._tones.is_ready:
            self._tell_once(NO_SPEAKER)

    def see(self, snapshot: Snapshot) -> None:
        """Take in the next moment of the session."""
        if not self._is_following:
            return
        before, self._last = self._last, snapshot
        for cue in cues_between(before, snapshot):
            self._give(heard(cue, self._mode, self._settings.cues_left_out))
            if cue.announced is not None:
                self._announce(cue.announced)
        if snapshot.phase is Phase.FINISHED:
            self._is_following = False

    def be_silent(self) -> None:
        """Stop everything at once, as the window closes."""
        self._is_following = False
        self._tones.stop()

    def say_mode(self) -> None:
        """Tell a screen reader which way was chosen, and let the ear hear it."""
        words = {SoundMode.VOICE: "Voice.", SoundMode.TONES: "Tones.", SoundMode.SILENT: "Silent."}
        self._announce(Announcement(words[self._settings.sound]))
        if self._settings.sound is SoundMode.TONES:
            self._tones.play(Tone.NEXT, self._volume)

    @property
    def _mode(self) -> SoundMode:
        """The way that works: without a speaker the screen shows every cue."""
        if self._settings.sound is SoundMode.SILENT or self._tones.is_ready:
            return self._settings.sound
        return SoundMode.SILENT

    @property
    def _volume(self) -> float:
        volume = self._settings.volume / 100
        return volume * WHISPER if self._settings.whisper is Switch.ON else volume

    def _give(self, cue: Cue) -> None:
        for tone in cue.tones:
            self._tones.play(tone, self._volume)
        if cue.light is Light.BRIGHTENS:
            self.brightened.emit()

    def _tell_once(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.told.emit(sentence)
