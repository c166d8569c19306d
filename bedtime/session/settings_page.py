"""The page of settings: every setting that is a choice of a few, in groups, with its words. Pure; it changes nothing.

The names are those of `bedtime.settings`, which also says what each may be.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bedtime.language import WRITTEN_IN, _, ngettext
from bedtime.movement.body import Flag
from bedtime.movement.breathing import BreathPattern
from bedtime.movement.ways import BreathChoice, SideOrder
from bedtime.phrases import percent, short_seconds, spelled_first
from bedtime.session.ears import NOTHING_KNOWN, Ears
from bedtime.session.setting_row import SettingRow, on_off, row
from bedtime.session.settings_of_sound import night_sound_rows, sound_rows
from bedtime.settings import (
    LANGUAGE_OF_THE_SYSTEM,
    BodyChoice,
    MotionChoice,
    Settings,
    TextSize,
    ThemeChoice,
    TimeUnits,
    WorseLeg,
)

ONLY_ENGLISH: Mapping[str, str] = {WRITTEN_IN: "English"}


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


def settings_page(
    settings: Settings,
    patterns: Mapping[str, BreathPattern],
    folder: str,
    ears: Ears = NOTHING_KNOWN,
    languages: Mapping[str, str] = ONLY_ENGLISH,
) -> SettingsPage:
    """The page for these settings, on a computer with these voices; `languages` are those that there are, by name."""
    flags = settings.flags
    words = ngettext("{count} sentence ticked.", "{count} sentences ticked.", len(flags))
    ticked = words.format(count=spelled_first(len(flags))) if flags else _("Nothing is ticked.")
    groups = (
        SettingGroup(_("Stretching"), _stretching(settings)),
        SettingGroup(_("Breathing"), _breathing(settings, patterns)),
        SettingGroup(_("The screen"), _screen(settings, languages)),
        SettingGroup(_("In a session"), _session(settings)),
        SettingGroup(_("Sound"), sound_rows(settings, ears)),
        SettingGroup(_("Night sounds"), night_sound_rows(settings, ears)),
        SettingGroup(_("The night"), _night(settings)),
    )
    return SettingsPage(groups=groups, ticked=ticked, folder=folder)


def with_choice(settings: Settings, name: str, value: Any) -> Settings:
    """The settings once this was chosen for one of them. What may hold several values takes it in, or leaves it out."""
    if name == "cues_left_out":
        kept = settings.cues_left_out
        value = tuple(one for one in kept if one is not value) if value in kept else (*kept, value)
    return replace(settings, **{name: value})


def _stretching(settings: Settings) -> tuple[SettingRow, ...]:
    sides = {
        SideOrder.RIGHT_FIRST: _("Right"),
        SideOrder.LEFT_FIRST: _("Left"),
        SideOrder.WORSE_FIRST: _("The worse one"),
    }
    legs = {WorseLeg.NOT_SAID: _("Neither"), WorseLeg.RIGHT: _("Right"), WorseLeg.LEFT: _("Left")}
    return (
        row(settings, "side_order", sides),
        row(settings, "worse_leg", legs),
        row(settings, "get_ready_s", _times(settings.get_ready_s, 5, 10, 15, 20, 30)),
        row(settings, "switch_s", _times(settings.switch_s, 3, 5, 10, 15, 20)),
        row(settings, "body", {BodyChoice.ADA: "Ada", BodyChoice.WALTER: "Walter"}, _("From the next start on.")),
    )


def _breathing(settings: Settings, patterns: Mapping[str, BreathPattern]) -> tuple[SettingRow, ...]:
    led = [one for one in patterns.values() if one.phases and one.id != "contract-relax"]
    may_hold = Flag.BREATH_HOLD not in settings.flags
    while_stretching = {one.id: one.name for one in led if not one.holds_breath}
    at_the_end = {one.id: one.name for one in led if may_hold or not one.holds_breath}
    own, off = {BreathChoice.EACH_ITS_OWN: _("Each its own")}, {BreathChoice.OFF: _("Off")}
    notes = [patterns[chosen].safety if chosen in patterns else "" for chosen in (settings.breathing, settings.closing)]
    return (
        row(settings, "breathing", {**own, **while_stretching, **off}, notes[0]),
        row(settings, "closing", {BreathChoice.EACH_ITS_OWN: _("As written"), **at_the_end}, notes[1]),
    )


def _language(settings: Settings, languages: Mapping[str, str]) -> SettingRow:
    """Which language. Where there is English alone, it is what is chosen."""
    if len(languages) == 1:
        return SettingRow(name="language", words=_("Language"), options=languages, chosen=WRITTEN_IN)
    chosen = {LANGUAGE_OF_THE_SYSTEM: _("As the system says"), **languages}
    return row(settings, "language", chosen, _("From the next start on."))


def _screen(settings: Settings, languages: Mapping[str, str]) -> tuple[SettingRow, ...]:
    themes = {
        ThemeChoice.BY_THE_CLOCK: _("By the time"),
        ThemeChoice.NIGHT: _("Night"),
        ThemeChoice.DIM: _("Dim"),
        ThemeChoice.DAY: _("Day"),
        ThemeChoice.HIGH_CONTRAST: _("High contrast"),
    }
    motions = {
        MotionChoice.AS_THE_SYSTEM_SAYS: _("As the system says"),
        MotionChoice.REDUCED: _("Less"),
        MotionChoice.STILL: _("None"),
    }
    return (
        row(settings, "theme", themes),
        row(settings, "text_size", {size: percent(size.value) for size in TextSize}),
        row(settings, "motion", motions),
        row(settings, "letter_keys", on_off(), _("Also digits and signs."), action=_("See all keys")),
        _language(settings, languages),
    )


def _session(settings: Settings) -> tuple[SettingRow, ...]:
    units = {TimeUnits.SECONDS: _("Seconds, 75"), TimeUnits.MINUTES: _("Minutes, 1:15")}
    return (
        row(settings, "controls", on_off()),
        row(settings, "far_view", on_off()),
        row(settings, "time_units", units),
    )


def _night(settings: Settings) -> tuple[SettingRow, ...]:
    hours = sorted({12, 15, 18, settings.night_starts_h})
    note = _("What you do before this hour still belongs to the night before.")
    return (row(settings, "night_starts_h", {hour: _("{hour}:00").format(hour=hour) for hour in hours}, note),)


def _times(chosen: int | None, *seconds: int) -> dict[object, str]:
    offered = sorted({*seconds, *(() if chosen is None else (chosen,))})
    return {None: _("As written"), **{each: short_seconds(each) for each in offered}}
