"""What becomes of the cues: tones, light and announcements, and what takes over where something is missing."""

from dataclasses import replace

import pytest

from bedtime.movement.timeline import Timeline
from bedtime.session.cues import Announcement, Tone
from bedtime.session.ears import NO_SPEAKER, NO_VOICE
from bedtime.session.player import Player
from bedtime.session.snapshot import snapshot_of
from bedtime.settings import CueKind, NightSound, Settings, SoundMode, Switch
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.senses.senses import ANOTHER_VOICE, NO_LOCK, Senses
from bedtime.ui.senses.voice import Voice
from tests.ui.senses.doubles import FakeEngine, FakeLock, FakeNight, FakeTones, a_display

TONES = Settings()
SILENT = replace(TONES, sound=SoundMode.SILENT)
VOICE = replace(TONES, sound=SoundMode.VOICE)


class Room:
    """Somebody with closed eyes, and all that reaches them."""

    def __init__(
        self, *, has_speaker: bool = True, speaks: bool = True, granted: bool = True, is_read: bool = False
    ) -> None:
        self.tones = FakeTones(has_speaker=has_speaker)
        self.engine = FakeEngine(speaks=speaks)
        self.announced: list[Announcement] = []
        self.told: list[str] = []
        self.brightened = 0
        self.night = FakeNight()
        self.lock = FakeLock(granted=granted)
        display = a_display(ManualClock(), self.lock)
        self.senses = Senses(
            self.tones, Voice(self.engine), self.night, display, self.announced.append, lambda: is_read
        )
        self.senses.told.connect(self.told.append)
        self.senses.brightened.connect(self._brighten)

    def _brighten(self) -> None:
        self.brightened += 1

    def play(self, timeline: Timeline, until_ms: int) -> None:
        """Let a session run so far."""
        player = Player.begin(timeline, 0)
        self.senses.see(snapshot_of(player))
        while (due_ms := player.next_change_ms) is not None and due_ms <= until_ms:
            player = player.at(due_ms)
            self.senses.see(snapshot_of(player))


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def room() -> Room:
    return Room()


def test_tones_sound_at_the_volume_that_was_chosen(room: Room, timeline: Timeline) -> None:
    room.senses.begin(TONES)
    room.play(timeline, 43_000)
    assert room.tones.played == [(Tone.READY, 0.35), (Tone.HOLD, 0.35), (Tone.CHANGE, 0.35)]
    assert room.brightened == 0


def test_a_tone_is_loaded_in_the_second_before_its_moment_and_no_sooner(room: Room, timeline: Timeline) -> None:
    room.senses.begin(TONES)
    loaded = []
    for before_ms in (2_000, 1_000, 0):
        room.play(timeline, timeline.segments[0].duration_ms - before_ms)
        loaded.append(set(room.tones.loaded))
    assert loaded == [set(), {Tone.HOLD}, set()]


def test_a_pause_lets_go_of_a_tone_that_was_loaded(room: Room, timeline: Timeline) -> None:
    room.senses.begin(TONES)
    begins_ms = timeline.segments[0].duration_ms
    room.play(timeline, begins_ms - 1_000)
    assert room.tones.loaded
    room.senses.see(snapshot_of(Player.begin(timeline, 0).at(begins_ms - 500).pause()))
    assert room.tones.loaded == set()


def test_whisper_is_twelve_decibels_less(room: Room, timeline: Timeline) -> None:
    room.senses.begin(replace(TONES, whisper=Switch.ON))
    room.play(timeline, 0)
    assert room.tones.played == [(Tone.READY, 0.088)]


def test_silent_asks_for_no_speaker_and_brightens_the_floor(room: Room, timeline: Timeline) -> None:
    room.senses.begin(SILENT)
    room.play(timeline, timeline.total_ms)
    assert (room.tones.asked, room.tones.played, room.told) == (0, [], [])
    assert room.brightened == 1 + sum(not each.kind.is_lead_in for each in timeline.segments) + len(timeline.parts)


def test_without_a_speaker_the_person_is_told_once_and_sees_every_cue(timeline: Timeline) -> None:
    room = Room(has_speaker=False)
    for _ in range(2):
        room.senses.begin(TONES)
        room.play(timeline, 43_000)
    assert room.told == [NO_SPEAKER]
    assert (room.tones.played, room.brightened) == ([], 6)


def test_a_speaker_that_is_pulled_out_and_put_in_again_is_used_again(room: Room, timeline: Timeline) -> None:
    room.senses.begin(TONES)
    room.play(timeline, 0)
    room.tones.has_speaker = False
    room.tones.ready_changed.emit()
    room.senses.begin(TONES)
    room.play(timeline, 0)
    assert (room.told, room.brightened) == ([NO_SPEAKER], 1)
    room.tones.has_speaker = True
    room.senses.begin(TONES)
    room.play(timeline, 0)
    assert [tone for tone, _ in room.tones.played] == [Tone.READY, Tone.READY]


def test_a_kind_of_cue_that_is_left_out_is_still_announced(room: Room, timeline: Timeline) -> None:
    room.senses.begin(replace(TONES, cues_left_out=(CueKind.GETTING_READY,)))
    room.play(timeline, 0)
    assert room.tones.played == []
    assert len(room.announced) == 1


def test_after_the_end_nothing_more_is_perceived(room: Room, timeline: Timeline) -> None:
    room.senses.begin(TONES)
    room.play(timeline, timeline.total_ms)
    assert room.tones.played[-1][0] is Tone.FINISHED
    heard = len(room.tones.played)
    room.play(timeline, 43_000)
    assert len(room.tones.played) == heard


def test_the_voice_takes_the_place_of_the_tones(room: Room, timeline: Timeline) -> None:
    room.senses.begin(replace(VOICE, voice_pace=70))
    room.play(timeline, 0)
    room.engine.finish()
    assert room.engine.said == [
        "Wall calf stretch, straight knee. Right leg.",
        "Face the wall with both palms on it at shoulder height.",
    ]
    assert room.tones.played == []
    assert room.engine.manner is not None
    assert (room.engine.manner.pace, room.engine.manner.volume) == (70, 35)


def test_without_a_voice_the_person_is_told_once_and_tones_take_over_from_the_first(timeline: Timeline) -> None:
    room = Room(speaks=False)
    for _ in range(2):
        room.senses.begin(VOICE)
        room.play(timeline, 12_000)
    assert room.told == [NO_VOICE]
    assert [tone for tone, _ in room.tones.played] == [Tone.READY, Tone.HOLD] * 2


def test_a_voice_that_breaks_is_followed_by_the_tone_of_what_it_was_saying(room: Room, timeline: Timeline) -> None:
    room.senses.begin(VOICE)
    room.play(timeline, 12_000)
    room.engine.failed.emit()
    assert (room.told, [tone for tone, _ in room.tones.played]) == ([NO_VOICE], [Tone.HOLD])


def test_without_a_speaker_no_voice_is_asked_for(timeline: Timeline) -> None:
    room = Room(has_speaker=False)
    room.senses.begin(VOICE)
    room.play(timeline, 0)
    assert (room.told, room.engine.opens, room.brightened) == ([NO_SPEAKER], 0, 1)


def test_a_pause_finishes_the_name_and_says_no_more(room: Room, timeline: Timeline) -> None:
    room.senses.begin(VOICE)
    player = Player.begin(timeline, 0)
    room.senses.see(snapshot_of(player))
    room.senses.see(snapshot_of(player.pause()))
    room.engine.finish()
    assert room.engine.said == ["Wall calf stretch, straight knee. Right leg."]


def test_silent_is_silent_at_once(room: Room, timeline: Timeline) -> None:
    room.senses.begin(VOICE)
    room.play(timeline, 0)
    room.senses.choose(SILENT)
    assert room.engine.now is None


def test_what_somebody_tries_out_before_a_session_is_not_told_as_if_it_were_one(room: Room, timeline: Timeline) -> None:
    room.senses.begin(VOICE)
    room.play(timeline, timeline.total_ms)
    room.tones.played.clear()
    room.night.told.emit("The night sound cannot be played.")
    room.engine.failed.emit()
    assert (room.told, room.tones.played) == ([], [])


def test_where_the_display_cannot_be_kept_on_the_person_is_told_once(timeline: Timeline) -> None:
    room = Room(granted=False)
    for _ in range(2):
        room.senses.begin(TONES)
        room.play(timeline, timeline.total_ms)
    assert room.told == [NO_LOCK]


def test_the_display_is_kept_on_in_silence_too_and_let_go_at_the_end(room: Room, timeline: Timeline) -> None:
    room.senses.begin(SILENT)
    room.play(timeline, 0)
    assert room.lock.asked == ["take"]
    room.play(timeline, timeline.total_ms)
    assert room.lock.asked == ["take", "give back"]


def test_a_night_sound_plays_under_the_tones_and_fades_after_the_end(room: Room, timeline: Timeline) -> None:
    room.senses.begin(replace(TONES, night_sound=NightSound.RAIN, whisper=Switch.ON))
    room.play(timeline, timeline.total_ms)
    assert room.night.asked == ["rain at 0.075", "fade out"]


def test_silent_silences_the_night_sound_too_and_off_never_plays_one(room: Room) -> None:
    room.senses.begin(replace(SILENT, night_sound=NightSound.WAVES))
    room.senses.choose(TONES)
    assert room.night.asked == ["stop", "stop"]


def test_a_night_sound_looks_for_another_speaker_when_one_goes(room: Room) -> None:
    room.tones.ready_changed.emit()
    assert room.night.asked == ["look"]


def test_beside_a_screen_reader_tones_lead_instead_of_another_voice_and_it_is_said_once(timeline: Timeline) -> None:
    room = Room(is_read=True)
    for _ in range(2):
        room.senses.begin(VOICE)
        room.play(timeline, 0)
    assert (room.senses.sound, room.engine.said) == (SoundMode.TONES, [])
    assert room.tones.played != []
    assert room.told == [ANOTHER_VOICE]


def test_whoever_wants_both_voices_has_both(timeline: Timeline) -> None:
    room = Room(is_read=True)
    room.senses.begin(replace(VOICE, voice_beside_reader=Switch.ON))
    room.play(timeline, 0)
    assert room.senses.sound is SoundMode.VOICE
    assert room.engine.said != []
    assert room.told == []


@pytest.mark.parametrize(
    ("is_read", "rounds"),
    [
        (False, [SoundMode.TONES, SoundMode.SILENT, SoundMode.VOICE]),
        (True, [SoundMode.SILENT, SoundMode.TONES, SoundMode.SILENT]),
    ],
)
def test_the_key_goes_round_the_ways_that_there_are(is_read: bool, rounds: list[SoundMode]) -> None:
    room, settings, heard = Room(is_read=is_read), VOICE, []
    for _ in range(3):
        settings = replace(settings, sound=room.senses.sound_after(settings))
        heard.append(settings.sound)
    assert heard == rounds
