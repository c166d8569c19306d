"""What is chosen in the settings is heard at once, and what is missing is known."""

from dataclasses import replace

import pytest

from bedtime.session.cues import Tone
from bedtime.session.ears import Loudspeaker, Speaker, Speech
from bedtime.settings import NightSound, Settings, SoundMode, Switch
from bedtime.ui.senses.rehearsal import Rehearsal
from bedtime.ui.senses.voice import Voice
from tests.ui.senses.doubles import FakeEngine, FakeNight, FakeTones

TONES = Settings()
SILENT = replace(TONES, sound=SoundMode.SILENT)
VOICE = replace(TONES, sound=SoundMode.VOICE)
ROSA = Speaker("Rosa", "en-GB")

pytestmark = pytest.mark.usefixtures("qapp")


class Room:
    """Somebody at the settings, and what they hear."""

    def __init__(self, *, has_speaker: bool = True, speaks: bool = True) -> None:
        self.tones, self.engine = FakeTones(has_speaker=has_speaker), FakeEngine(speaks=speaks)
        self.engine.speakers = (ROSA,)
        self.night = FakeNight()
        self.rehearsal = Rehearsal(self.tones, Voice(self.engine), self.night)


def test_a_voice_says_a_sentence_in_the_manner_that_was_chosen() -> None:
    room = Room()
    room.rehearsal.try_out(replace(VOICE, voice="Rosa", voice_pace=70, volume=50))
    assert room.engine.said == ["This is how I sound. Breathe out slowly."]
    assert room.engine.manner is not None
    assert (room.engine.manner.voice, room.engine.manner.pace, room.engine.manner.volume) == ("Rosa", 70, 50)
    assert room.rehearsal.ears.value.speakers == (ROSA,)
    room.rehearsal.try_out(TONES)
    assert room.engine.now is None


def test_the_same_choice_is_heard_again_and_never_by_two_voices() -> None:
    room = Room()
    for pace in (70, 100, 120):
        room.rehearsal.try_out(replace(VOICE, voice_pace=pace))  # the engine refuses to speak twice at once
    assert len(room.engine.said) == 3


def test_a_tone_sounds_as_loud_as_it_will_be() -> None:
    room = Room()
    room.rehearsal.try_out(replace(TONES, volume=50))
    assert room.tones.played == [(Tone.NEXT, 0.5)]
    room.rehearsal.try_out(replace(TONES, volume=50, whisper=Switch.ON))
    assert room.tones.played == [(Tone.NEXT, 0.126)]


def test_who_is_led_by_tones_or_by_light_opens_no_voice() -> None:
    room = Room()
    for settings in (TONES, SILENT):
        room.rehearsal.get_ready(settings)
        room.rehearsal.try_out(settings)
    assert room.engine.opens == 0
    assert room.rehearsal.ears.value.speech is Speech.NOT_ASKED


def test_silence_asks_for_no_speaker() -> None:
    room = Room()
    room.rehearsal.try_out(SILENT)
    assert (room.tones.asked, room.tones.played) == (0, [])


def test_where_nothing_speaks_that_is_known_and_a_tone_is_heard() -> None:
    room = Room(speaks=False)
    room.rehearsal.get_ready(VOICE)
    assert room.rehearsal.ears.value.speech is Speech.MISSING
    room.rehearsal.try_out(VOICE)
    assert [tone for tone, _ in room.tones.played] == [Tone.NEXT]


def test_a_speaker_that_comes_is_known_once_it_was_missed() -> None:
    room = Room(has_speaker=False)
    room.rehearsal.try_out(TONES)
    assert room.rehearsal.ears.value.loudspeaker is Loudspeaker.MISSING
    room.tones.has_speaker = True
    room.tones.ready_changed.emit()
    assert room.rehearsal.ears.value.loudspeaker is Loudspeaker.HERE


def test_a_night_sound_is_heard_for_some_seconds() -> None:
    room = Room()
    room.rehearsal.try_the_night(replace(TONES, night_sound=NightSound.RAIN))
    assert room.night.asked == ["stop", "rain at 0.300 for 6000 ms"]
    room.rehearsal.stop()
    assert room.night.asked[-1] == "stop"


def test_leaving_the_settings_does_not_stop_what_fades_after_a_session() -> None:
    room = Room()
    room.rehearsal.stop()
    assert room.night.asked == []


def test_a_file_that_cannot_be_played_is_known_until_another_is_tried() -> None:
    room = Room()
    room.night.told.emit("It cannot be played.")
    assert room.rehearsal.ears.value.refused == "It cannot be played."
    room.rehearsal.try_the_night(replace(TONES, night_sound=NightSound.WAVES))
    assert room.rehearsal.ears.value.refused == ""


def test_voices_are_asked_for_once_and_not_in_a_session() -> None:
    room = Room()
    listed: list[int] = []
    voice = Voice(room.engine)
    voice.listed.connect(lambda speakers: listed.append(len(speakers)))
    rehearsal = Rehearsal(room.tones, voice, room.night)
    rehearsal.get_ready(VOICE)
    rehearsal.stop()
    rehearsal.try_out(VOICE)
    assert listed == [1]
