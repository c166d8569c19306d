"""The rows of the settings that are for the ears."""

from dataclasses import replace

import pytest

from bedtime.session.ears import Ears, Loudspeaker, Speaker, Speech
from bedtime.session.setting_row import HowMany, SettingRow
from bedtime.session.settings_of_sound import night_sound_rows, sound_rows
from bedtime.session.settings_page import with_choice
from bedtime.settings import CueKind, NightSound, Settings, SoundMode

TONES = Settings()
VOICE = replace(TONES, sound=SoundMode.VOICE)
SILENT = replace(TONES, sound=SoundMode.SILENT)
EARS = Ears(speech=Speech.HERE, speakers=(Speaker("Moira", "en-IE"), Speaker("Rosa", "en-GB")))


def rows(settings: Settings, ears: Ears = EARS) -> dict[str, SettingRow]:
    return {row.name: row for row in (*sound_rows(settings, ears), *night_sound_rows(settings, ears))}


def test_what_belongs_to_the_voice_stands_there_while_one_is_led_by_it() -> None:
    of_the_voice = {"voice", "voice_language", "voice_pace"}
    assert of_the_voice <= rows(VOICE).keys()
    assert not of_the_voice & rows(TONES).keys()
    assert list(rows(VOICE)["voice"].options.values()) == ["The usual one", "Moira", "Rosa"]


def test_a_voice_that_is_not_here_is_still_seen_to_be_chosen() -> None:
    row = rows(replace(VOICE, voice="Fiona", voice_language="en-GB"))["voice"]
    assert (row.chosen, list(row.options.values())) == ("Fiona", ["The usual one", "Fiona", "Rosa"])


@pytest.mark.parametrize(
    ("settings", "ears", "note"),
    [
        (VOICE, Ears(speech=Speech.MISSING), "No voice found on this computer. Tones will lead you."),
        (VOICE, Ears(speech=Speech.ASKED), "Looking for a voice."),
        (TONES, Ears(speech=Speech.MISSING), ""),
        (TONES, Ears(loudspeaker=Loudspeaker.MISSING), "No speaker found. The screen will show every cue."),
        (SILENT, Ears(), "The line on the floor brightens instead. No sound device is opened."),
    ],
)
def test_what_does_not_work_here_is_said_where_it_is_chosen(settings: Settings, ears: Ears, note: str) -> None:
    assert rows(settings, ears)["sound"].note == note


def test_without_a_voice_none_can_be_chosen() -> None:
    assert "voice" not in rows(VOICE, Ears(speech=Speech.MISSING))


def test_silence_has_no_loudness_and_nothing_to_hear() -> None:
    assert rows(SILENT)["sound"].action == ""
    assert not {"volume", "whisper"} & rows(SILENT).keys()


def test_every_kind_of_cue_can_be_left_out_and_given_again() -> None:
    row = rows(TONES)["cues_left_out"]
    assert row.how_many is HowMany.ANY
    assert tuple(row.options) == row.chosen == tuple(CueKind)
    without = with_choice(with_choice(TONES, "cues_left_out", CueKind.BREATH), "cues_left_out", CueKind.BUTTONS)
    assert without.cues_left_out == (CueKind.BREATH, CueKind.BUTTONS)
    assert CueKind.BREATH not in rows(without)["cues_left_out"].chosen
    assert with_choice(without, "cues_left_out", CueKind.BREATH).cues_left_out == (CueKind.BUTTONS,)


@pytest.mark.parametrize("path", ["/home/ada/music/rain on a tent.ogg", "C:\\Users\\ada\\rain on a tent.ogg"])
def test_a_sound_of_ones_own_is_shown_by_its_name(path: str) -> None:
    own = replace(TONES, night_sound=NightSound.OWN_FILE, night_sound_file=path)
    assert rows(own)["night_sound"].options[NightSound.OWN_FILE] == "rain on a tent.ogg"
    assert NightSound.OWN_FILE not in rows(TONES)["night_sound"].options


def test_a_sound_that_cannot_be_played_is_told_in_its_row() -> None:
    refused = "The night sound “letter.ogg” cannot be played. Choose another in the settings."
    assert rows(TONES, Ears(refused=refused))["night_sound"].note == refused
