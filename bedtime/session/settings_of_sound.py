"""The rows of the settings page that are for the ears. Pure, like `settings_page`."""

from dataclasses import replace
from typing import Any

from bedtime.language import _
from bedtime.phrases import percent
from bedtime.session.ears import NO_SPEAKER, NO_VOICE, Ears, Loudspeaker, Speech, accents, led_in, speakers_of
from bedtime.session.setting_row import HowMany, SettingRow, on_off, row
from bedtime.settings import USUAL_VOICE, CueKind, NightSound, Settings, SoundMode


def sound_rows(settings: Settings, ears: Ears) -> tuple[SettingRow, ...]:
    """How a session is heard. What belongs to the voice stands there while one is led by it."""
    modes = {SoundMode.VOICE: _("Voice"), SoundMode.TONES: _("Tones"), SoundMode.SILENT: _("Silent")}
    is_silent = settings.sound is SoundMode.SILENT
    return (
        row(settings, "sound", modes, _about_sound(settings, ears), "" if is_silent else _("Hear it")),
        *(() if is_silent else (row(settings, "volume", _percents(settings.volume, 10, 20, 35, 50, 75, 100)),)),
        *(() if is_silent else (row(settings, "whisper", on_off(), _("A quarter as loud.")),)),
        *(_voice_rows(settings, ears) if settings.sound is SoundMode.VOICE else ()),
        _cues(settings),
    )


def night_sound_rows(settings: Settings, ears: Ears) -> tuple[SettingRow, ...]:
    """What sounds under the tones."""
    kinds = {
        NightSound.OFF: _("Off"),
        NightSound.BROWN_NOISE: _("Brown noise"),
        NightSound.WAVES: _("Waves"),
        NightSound.RAIN: _("Rain"),
    }
    if settings.night_sound_file or settings.night_sound is NightSound.OWN_FILE:
        kinds[NightSound.OWN_FILE] = _last_part(settings.night_sound_file) or _("Your own")
    note = ears.refused or _("It plays through the session and fades over ten minutes after Goodnight.")
    is_on = settings.night_sound is not NightSound.OFF
    percents = _percents(settings.night_volume, 10, 20, 30, 50, 75, 100)
    return (
        row(settings, "night_sound", kinds, note, _("Choose a sound of yours")),
        *((row(settings, "night_volume", percents),) if is_on else ()),
    )


def _about_sound(settings: Settings, ears: Ears) -> str:
    """What does not work here, and what happens instead."""
    if settings.sound is SoundMode.SILENT:
        return _("The line on the floor brightens instead. No sound device is opened.")
    if ears.loudspeaker is Loudspeaker.MISSING:
        return _(NO_SPEAKER)
    if settings.sound is not SoundMode.VOICE:
        return ""
    match ears.speech:
        case Speech.MISSING:
            return _(NO_VOICE)
        case Speech.ASKED:
            return _("Looking for a voice.")
        case _:
            return ""


def _voice_rows(settings: Settings, ears: Ears) -> tuple[SettingRow, ...]:
    if ears.speech is Speech.MISSING:
        return ()
    settings = replace(settings, voice_language=led_in(settings.voice_language))
    language = settings.voice_language
    names = {one.name: one.name for one in speakers_of(ears.speakers, language)}
    voices = {USUAL_VOICE: _("The usual one"), settings.voice: settings.voice, **names}
    voices[USUAL_VOICE] = _("The usual one")
    return (
        row(settings, "voice_language", accents(ears.speakers, language)),
        row(settings, "voice", voices),
        row(settings, "voice_pace", _percents(settings.voice_pace, 60, 70, 85, 100, 120)),
        row(settings, "voice_beside_reader", on_off()),
    )


def _cues(settings: Settings) -> SettingRow:
    kinds: dict[Any, str] = {
        CueKind.GETTING_READY: _("What comes next"),
        CueKind.BEGINNING: _("When it begins"),
        CueKind.CHANGING_SIDES: _("Changing sides"),
        CueKind.BREATH: _("In and out, by the voice"),
        CueKind.HALF_WAY: _("Half-way"),
        CueKind.THE_END: _("The end"),
        CueKind.BUTTONS: _("What you press"),
    }
    given = tuple(kind for kind in kinds if kind not in settings.cues_left_out)
    note = _("A screen reader is told of all of them.")
    words = _("Cues that are given")
    return SettingRow(name="cues_left_out", words=words, options=kinds, chosen=given, note=note, how_many=HowMany.ANY)


def _percents(chosen: int, *offered: int) -> dict[int, str]:
    percents = sorted({chosen, *offered})
    return {each: percent(each) for each in percents}


def _last_part(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
