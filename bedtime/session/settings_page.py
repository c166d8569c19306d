"""The page of settings: every setting that is a choice of a few, in groups, with its words. Pure; it changes nothing.

The names are those of `bedtime.settings`, which also says what each may be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bedtime.movement.body import Flag
from bedtime.movement.breathing import BreathPattern
from bedtime.movement.ways import BreathChoice, SideOrder
from bedtime.session.counting import counted, sentence
from bedtime.settings import (
    SETTINGS,
    BodyChoice,
    MotionChoice,
    NightSound,
    Settings,
    SoundMode,
    Switch,
    TextSize,
    ThemeChoice,
    TimeUnits,
    WorseLeg,
)

_ON_OFF = {Switch.ON: "On", Switch.OFF: "Off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting: what may be chosen, each with its words, what is chosen, and a line about it where one helps."""

    name: str
    words: str
    options: Mapping[Any, str]
    chosen: object
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettingGroup:
    """Settings that belong together."""

    title: str
    rows: tuple[SettingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """The whole page. `ticked` says how much of the cautions applies, `folder` where everything is kept."""

    groups: tuple[SettingGroup, ...]
    ticked: str
    folder: str


def settings_page(settings: Settings, patterns: Mapping[str, BreathPattern], folder: str) -> SettingsPage:
    """The page for these settings."""
    flags = settings.flags
    ticked = sentence(f"{counted(len(flags), 'sentence')} ticked") if flags else "Nothing is ticked."
    groups = (
        SettingGroup("Stretching", _stretching(settings)),
        SettingGroup("Breathing", _breathing(settings, patterns)),
        SettingGroup("The screen", _screen(settings)),
        SettingGroup("In a session", _session(settings)),
        SettingGroup("Sound", _sound(settings)),
        SettingGroup("The night", _night(settings)),
    )
    return SettingsPage(groups=groups, ticked=ticked, folder=folder)


def _row(settings: Settings, name: str, options: Mapping[Any, str], note: str = "") -> SettingRow:
    chosen = getattr(settings, name)
    return SettingRow(name=name, words=SETTINGS[name].words, options=options, chosen=chosen, note=note)


def _stretching(settings: Settings) -> tuple[SettingRow, ...]:
    sides = {SideOrder.RIGHT_FIRST: "Right", SideOrder.LEFT_FIRST: "Left", SideOrder.WORSE_FIRST: "The worse one"}
    legs = {WorseLeg.NOT_SAID: "Neither", WorseLeg.RIGHT: "Right", WorseLeg.LEFT: "Left"}
    return (
        _row(settings, "side_order", sides),
        _row(settings, "worse_leg", legs),
        _row(settings, "get_ready_s", _times(settings.get_ready_s, 5, 10, 15, 20, 30)),
        _row(settings, "switch_s", _times(settings.switch_s, 3, 5, 10, 15, 20)),
        _row(settings, "body", {BodyChoice.ADA: "Ada", BodyChoice.WALTER: "Walter"}, "From the next start on."),
    )


def _breathing(settings: Settings, patterns: Mapping[str, BreathPattern]) -> tuple[SettingRow, ...]:
    led = [one for one in patterns.values() if one.phases and one.id != "contract-relax"]
    may_hold = Flag.BREATH_HOLD not in settings.flags
    while_stretching = {one.id: one.name for one in led if not one.holds_breath}
    at_the_end = {one.id: one.name for one in led if may_hold or not one.holds_breath}
    own, off = {BreathChoice.EACH_ITS_OWN: "Each its own"}, {BreathChoice.OFF: "Off"}
    notes = [patterns[chosen].safety if chosen in patterns else "" for chosen in (settings.breathing, settings.closing)]
    return (
        _row(settings, "breathing", {**own, **while_stretching, **off}, notes[0]),
        _row(settings, "closing", {BreathChoice.EACH_ITS_OWN: "As written", **at_the_end}, notes[1]),
    )


def _screen(settings: Settings) -> tuple[SettingRow, ...]:
    themes = {
        ThemeChoice.BY_THE_CLOCK: "By the time",
        ThemeChoice.NIGHT: "Night",
        ThemeChoice.DIM: "Dim",
        ThemeChoice.DAY: "Day",
        ThemeChoice.HIGH_CONTRAST: "High contrast",
    }
    motions = {
        MotionChoice.AS_THE_SYSTEM_SAYS: "As the system says",
        MotionChoice.REDUCED: "Less",
        MotionChoice.STILL: "None",
    }
    return (
        _row(settings, "theme", themes),
        _row(settings, "text_size", {size: f"{size.value} %" for size in TextSize}),
        _row(settings, "motion", motions),
        _row(settings, "letter_keys", _ON_OFF),
        SettingRow(name="language", words="Language", options={"en": "English"}, chosen="en"),
    )


def _session(settings: Settings) -> tuple[SettingRow, ...]:
    units = {TimeUnits.SECONDS: "Seconds, 75", TimeUnits.MINUTES: "Minutes, 1:15"}
    return (
        _row(settings, "controls", _ON_OFF),
        _row(settings, "far_view", _ON_OFF),
        _row(settings, "time_units", units),
    )


def _sound(settings: Settings) -> tuple[SettingRow, ...]:
    modes = {SoundMode.VOICE: "Voice", SoundMode.TONES: "Tones", SoundMode.SILENT: "Silent"}
    nights = {one: one.value.capitalize() for one in NightSound if one is not NightSound.OWN_FILE}
    return (
        _row(settings, "sound", modes),
        _row(settings, "volume", _percents(settings.volume, 10, 20, 35, 50, 75, 100)),
        _row(settings, "whisper", _ON_OFF),
        _row(settings, "night_sound", nights),
        _row(settings, "night_volume", _percents(settings.night_volume, 10, 20, 30, 50, 75, 100)),
    )


def _percents(chosen: int, *offered: int) -> dict[int, str]:
    return {each: f"{each} %" for each in sorted({chosen, *offered})}


def _night(settings: Settings) -> tuple[SettingRow, ...]:
    hours = sorted({12, 15, 18, settings.night_starts_h})
    note = "What you do before this hour still belongs to the night before."
    return (_row(settings, "night_starts_h", {hour: f"{hour}:00" for hour in hours}, note),)


def _times(chosen: int | None, *seconds: int) -> dict[object, str]:
    offered = sorted({*seconds, *(() if chosen is None else (chosen,))})
    return {None: "As written", **{each: f"{each} s" for each in offered}}
