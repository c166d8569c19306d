"""One row of the settings page, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from bedtime.language import _
from bedtime.settings import SETTINGS, Settings, Switch


class HowMany(Enum):
    """How many of the options may be chosen."""

    ONE = auto()
    ANY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting: what may be chosen, each with its words, what is chosen, and a line about it where one helps.

    Where any number may be chosen, `chosen` is all of them. `action` are the words of a button beside them, or empty.
    """

    name: str
    words: str
    options: Mapping[Any, str]
    chosen: Any
    note: str = ""
    how_many: HowMany = HowMany.ONE
    action: str = ""


def row(settings: Settings, name: str, options: Mapping[Any, str], note: str = "", action: str = "") -> SettingRow:
    """A row of which one option is chosen."""
    chosen = getattr(settings, name)
    return SettingRow(
        name=name, words=_(SETTINGS[name].words), options=options, chosen=chosen, note=note, action=action
    )


def on_off() -> Mapping[Any, str]:
    """The options of a switch."""
    return {Switch.ON: _("On"), Switch.OFF: _("Off")}
