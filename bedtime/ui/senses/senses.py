"""Leads through a session for those who do not look: turns what happens into tones, words, light and announcements.

What there is to perceive is decided in `session.cues`. Where the way that was chosen does not work here, the next one
takes over, and the person is told once.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAccessible

from bedtime.language import N_, _
from bedtime.session.cues import Announcement, Cue, Light, Tone, Urgency, Utterance, cues_between, heard
from bedtime.session.ears import NO_SPEAKER, NO_VOICE
from bedtime.session.phase import Phase
from bedtime.session.snapshot import Snapshot, in_a_moment
from bedtime.settings import CueKind, NightSound, Settings, SoundMode
from bedtime.ui.senses.display import Display
from bedtime.ui.senses.loudness import manner_of, night_volume_of, volume_of
from bedtime.ui.senses.voice import Voice

NO_LOCK = N_("Bedtime cannot keep this screen on. It may go dark during a session.")
ANOTHER_VOICE = N_("A screen reader speaks here, so Bedtime’s own voice is off. Settings can let both speak.")
AHEAD_MS = 1_000
"""How long before its moment a tone is loaded: as long as a session that is seen goes from one moment to the next."""

_NEXT_SOUND = {
    SoundMode.VOICE: SoundMode.TONES,
    SoundMode.TONES: SoundMode.SILENT,
    SoundMode.SILENT: SoundMode.VOICE,
}


class Tones(Protocol):
    """What sounds the tones."""

    ready_changed: SignalInstance

    @property
    def is_ready(self) -> bool:
        """Whether there is a speaker. Asking may load the library."""
        ...

    def get_ready(self, tones: Collection[Tone]) -> None:
        """Load what is due in a moment, and let go of what was loaded and is due no more."""
        ...

    def play(self, tone: Tone, volume: float) -> None:
        """Sound a tone at a share of its loudness, 0 to 1."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...


class Night(Protocol):
    """What plays the night sound under the tones."""

    told: SignalInstance

    def play(self, kind: NightSound, file: str, volume: float) -> None:
        """Play this from now on, `volume` from 0 to 1."""
        ...

    def play_a_little(self, kind: NightSound, file: str, volume: float, length_ms: int) -> None:
        """Play so much of it, for somebody who tries it out."""
        ...

    def fade_out(self) -> None:
        """Go away over some minutes."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def look_for_a_speaker(self) -> None:
        """A speaker has come or gone."""
        ...


class Senses(QObject):
    """Perceives a session for the person. `told` carries a sentence for the screen; `brightened` is the floor's cue."""

    told = Signal(str)
    brightened = Signal()

    def __init__(
        self,
        tones: Tones,
        voice: Voice,
        night: Night,
        display: Display,
        announce: Callable[[Announcement], None],
        is_read: Callable[[], bool] = QAccessible.isActive,
    ) -> None:
        """Nothing is loaded and no device opened before a session with sound begins.

        `is_read` tells whether a screen reader is at work just now.
        """
        super().__init__()
        self._tones = tones
        self._voice = voice
        self._night = night
        self._display = display
        self._announce = announce
        self._is_read = is_read
        self._settings = Settings()
        self._last: Snapshot | None = None
        self._told: set[str] = set()
        self._is_following = False
        self._cue: Cue | None = None
        voice.missing.connect(self._let_tones_take_over)
        night.told.connect(self._hear_of_the_night)
        tones.ready_changed.connect(night.look_for_a_speaker)
        display.refused.connect(lambda: self._tell_once(_(NO_LOCK)))

    def begin(self, settings: Settings) -> None:
        """A session begins; the snapshots that follow are its own."""
        self._last = None
        self._is_following = True
        self.choose(settings)

    def choose(self, settings: Settings) -> None:
        """Go on as the person wants it from now on."""
        sound = settings.sound_beside(reader=self._is_read())
        if sound is not settings.sound and self._is_following:
            self._tell_once(_(ANOTHER_VOICE))
        settings = replace(settings, sound=sound)
        self._settings = settings
        self._cue = None
        if settings.sound is not SoundMode.VOICE:
            self._voice.stop()
        if settings.sound is SoundMode.SILENT or settings.night_sound is NightSound.OFF:
            self._night.stop()
        if settings.sound is SoundMode.SILENT:
            self._tones.stop()
        elif not self._is_following:
            return
        elif not self._tones.is_ready:
            self._tell_once(_(NO_SPEAKER))
        else:
            self._sound()

    @property
    def sound(self) -> SoundMode:
        """The way that was chosen, or the one in its place beside a screen reader."""
        return self._settings.sound

    def sound_after(self, settings: Settings) -> SoundMode:
        """The way that follows this one in the round of all that there are now."""
        following = _NEXT_SOUND[settings.sound_beside(reader=self._is_read())]
        is_one_too_many = replace(settings, sound=following).sound_beside(reader=self._is_read()) is not following
        return _NEXT_SOUND[following] if is_one_too_many else following

    def see(self, snapshot: Snapshot) -> None:
        """Take in the next moment of the session."""
        if not self._is_following:
            return
        before, self._last = self._last, snapshot
        self._display.see(snapshot.phase)
        if snapshot.phase is Phase.PAUSED:
            self._voice.hush()
        for cue in cues_between(before, snapshot):
            self._give(cue)
            if cue.announced is not None:
                self._announce(cue.announced)
        self._look_ahead(snapshot)
        if snapshot.phase is Phase.FINISHED:
            self._is_following = False
            self._night.fade_out()

    def _look_ahead(self, snapshot: Snapshot) -> None:
        """Let the tones of the next second be loaded, since the window has most to do when they are due."""
        if self._settings.sound is SoundMode.SILENT:
            return
        playing = snapshot.phase is Phase.PLAYING
        due = cues_between(snapshot, in_a_moment(snapshot, AHEAD_MS)) if playing else ()
        self._tones.get_ready({tone for cue in due for tone in self._heard(cue).tones})

    def be_silent(self) -> None:
        """Stop everything at once, as the window closes."""
        self._is_following = False
        self._tones.stop()
        self._night.stop()
        self._voice.close()
        self._display.close()

    def say_mode(self) -> None:
        """Tell a screen reader which way was chosen, and let the ear hear it."""
        words = {SoundMode.VOICE: _("Voice."), SoundMode.TONES: _("Tones."), SoundMode.SILENT: _("Silent.")}
        self._announce(Announcement(words[self._settings.sound], Urgency.ASSERTIVE))
        if self._settings.sound is not SoundMode.SILENT:
            self._give(Cue(kind=CueKind.BUTTONS, tones=(Tone.NEXT,), spoken=(Utterance(_("Voice.")),)))

    @property
    def _mode(self) -> SoundMode:
        """The way that works: tones where nothing speaks, and the screen where nothing sounds."""
        if self._settings.sound is SoundMode.SILENT or not self._tones.is_ready:
            return SoundMode.SILENT
        if self._settings.sound is SoundMode.VOICE and self._voice.is_missing:
            return SoundMode.TONES
        return self._settings.sound

    @property
    def _volume(self) -> float:
        return volume_of(self._settings)

    def _sound(self) -> None:
        """Get ready what speaks, and what sounds all the while."""
        settings = self._settings
        if settings.sound is SoundMode.VOICE:
            self._voice.get_ready(manner_of(settings))
        if settings.night_sound is not NightSound.OFF:
            self._night.play(settings.night_sound, settings.night_sound_file, night_volume_of(settings))

    def _let_tones_take_over(self) -> None:
        """Nothing speaks here: say so, and sound what would have been spoken just now."""
        if not self._is_following:
            return
        self._tell_once(_(NO_VOICE))
        if self._cue is not None:
            self._give(self._cue)

    def _hear_of_the_night(self, sentence: str) -> None:
        """Outside a session somebody tries it out, and is told where they do."""
        if self._is_following:
            self._tell_once(sentence)

    def _give(self, whole: Cue) -> None:
        self._cue = whole
        cue = self._heard(whole)
        for tone in cue.tones:
            self._tones.play(tone, self._volume)
        for utterance in cue.spoken:
            self._voice.say(utterance)
        if cue.light is Light.BRIGHTENS:
            self.brightened.emit()

    def _heard(self, cue: Cue) -> Cue:
        return heard(cue, self._mode, self._settings.cues_left_out)

    def _tell_once(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.told.emit(sentence)
