"""Lets the person hear what they choose, before any session. Knows what this computer has for the ears, once asked."""

from dataclasses import replace

from PySide6.QtCore import QObject

from bedtime.language import N_, _
from bedtime.session.cues import Tone, Utterance, Weight
from bedtime.session.ears import Ears, Loudspeaker, Speaker, Speech
from bedtime.session.observable import Observable
from bedtime.settings import NightSound, Settings, SoundMode
from bedtime.ui.senses.loudness import manner_of, night_volume_of, volume_of
from bedtime.ui.senses.senses import Night, Tones
from bedtime.ui.senses.voice import Voice

TRIAL = N_("This is how I sound. Breathe out slowly.")
NIGHT_TRIAL_MS = 6_000


class Rehearsal(QObject):
    """Sounds and speaks for a moment. `ears` tells what is here; nothing is loaded or asked before it is wanted."""

    def __init__(self, tones: Tones, voice: Voice, night: Night) -> None:
        """What a session uses too, though never at the same time."""
        super().__init__()
        self._tones = tones
        self._voice = voice
        self._night = night
        self._is_tried = False
        self._sounds_at_night = False
        self.ears = Observable(Ears())
        voice.missing.connect(lambda: self._learn(replace(self.ears.value, speech=Speech.MISSING)))
        voice.listed.connect(self._take_speakers)
        night.told.connect(lambda sentence: self._learn(replace(self.ears.value, refused=sentence)))
        tones.ready_changed.connect(self._look_for_a_loudspeaker)

    def get_ready(self, settings: Settings) -> None:
        """Somebody opens the settings: what was refused the last time is forgotten, and a voice is looked for."""
        self._is_tried = True
        self._learn(replace(self.ears.value, refused=""))
        self._look_for_voices(settings)

    def _look_for_voices(self, settings: Settings) -> None:
        """Ask for a voice, and which ones there are unless they are known. Who is led by tones needs none."""
        if settings.sound is not SoundMode.VOICE:
            return
        is_known = self.ears.value.speech is Speech.HERE
        if not is_known:
            self._learn(replace(self.ears.value, speech=Speech.ASKED))
        self._voice.get_ready(manner_of(settings))
        if not is_known:
            self._voice.list_voices()

    def try_out(self, settings: Settings) -> None:
        """Sound a tone, or say a sentence, as these settings have it."""
        self._is_tried = True
        self._tones.stop()
        self._voice.stop()
        if settings.sound is SoundMode.SILENT or not self._has_a_loudspeaker():
            return
        self._look_for_voices(settings)
        if settings.sound is SoundMode.VOICE and not self._voice.is_missing:
            self._voice.say(Utterance(_(TRIAL), Weight.NAME))
        else:
            self._tones.play(Tone.NEXT, volume_of(settings))

    def try_the_night(self, settings: Settings) -> None:
        """Play some seconds of the night sound."""
        self._is_tried = True
        self._learn(replace(self.ears.value, refused=""))
        self._night.stop()
        self._sounds_at_night = settings.night_sound is not NightSound.OFF and self._has_a_loudspeaker()
        if self._sounds_at_night:
            volume = night_volume_of(settings)
            self._night.play_a_little(settings.night_sound, settings.night_sound_file, volume, NIGHT_TRIAL_MS)

    def stop(self) -> None:
        """Be silent, once: the settings are left, or a session begins, whose sounds are let alone from then on.

        What fades after a session fades on.
        """
        if not self._is_tried:
            return
        self._is_tried = False
        self._tones.stop()
        self._voice.close()
        if self._sounds_at_night:
            self._sounds_at_night = False
            self._night.stop()

    def _has_a_loudspeaker(self) -> bool:
        here = self._tones.is_ready
        self._learn(replace(self.ears.value, loudspeaker=Loudspeaker.HERE if here else Loudspeaker.MISSING))
        return here

    def _look_for_a_loudspeaker(self) -> None:
        if self.ears.value.loudspeaker is not Loudspeaker.NOT_ASKED:
            self._has_a_loudspeaker()

    def _take_speakers(self, speakers: tuple[Speaker, ...]) -> None:
        self._learn(replace(self.ears.value, speech=Speech.HERE, speakers=speakers))

    def _learn(self, ears: Ears) -> None:
        if ears != self.ears.value:
            self.ears.set(ears)
