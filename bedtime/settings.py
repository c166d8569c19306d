"""Every setting, once: its name in the file, what it may be, what it usually is, and its words.

Reading is tolerant, because a hand, an older and a newer Bedtime may all have written the file: a value that makes no
sense falls back to the usual one and is told, and what is not known here is kept and written back. No file is touched.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Annotated, Any

from bedtime.movement.laying_out import BreathChoice, SideOrder

LONGEST_ID = 60


class ThemeChoice(StrEnum):
    """Which light the room is shown in."""

    BY_THE_CLOCK = "by the clock"
    NIGHT = "night"
    DIM = "dim"
    DAY = "day"
    HIGH_CONTRAST = "high contrast"


class TextSize(IntEnum):
    """How large the letters are, in percent."""

    USUAL = 100
    LARGER = 125
    LARGE = 150
    LARGEST = 200


class MotionChoice(StrEnum):
    """How much may move on the screen."""

    AS_THE_SYSTEM_SAYS = "as the system says"
    REDUCED = "reduced"
    STILL = "still"  # nothing breathes either; the words remain


class Switch(StrEnum):
    """On or off, in a word that can be read in the file."""

    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def __call__(self, raw: object) -> int:
        """`raw` as such a number. Raises ValueError."""
        if type(raw) is not int or not self.least <= raw <= self.most:
            raise ValueError(raw)
        return raw


def _identifier(raw: object) -> str:
    if not isinstance(raw, str) or not raw.isprintable() or not 0 < len(raw) <= LONGEST_ID:
        raise ValueError(raw)
    return raw


def _breathing(raw: object) -> str:
    identifier = _identifier(raw)
    return BreathChoice(identifier) if identifier in set(BreathChoice) else identifier


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of one setting: its words for people, and what makes its value of a written one (or ValueError)."""

    words: str
    accepts: Callable[[Any], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person has chosen. A change is `dataclasses.replace(settings, minutes=7)`.

    `breathing` is a `BreathChoice` or the id of a pattern; whether an id exists is for those to say who use it.
    `others` are settings that this version does not know.
    """

    routine: Annotated[str, Setting("Tonight's routine", _identifier)] = "simple-nightly"
    minutes: Annotated[int, Setting("Tonight I have, in minutes", Whole(5, 20))] = 10
    side_order: Annotated[SideOrder, Setting("Which leg goes first", SideOrder)] = SideOrder.RIGHT_FIRST
    breathing: Annotated[str, Setting("Breathing", _breathing)] = BreathChoice.EACH_ITS_OWN
    theme: Annotated[ThemeChoice, Setting("Light", ThemeChoice)] = ThemeChoice.BY_THE_CLOCK
    text_size: Annotated[TextSize, Setting("Text size", TextSize)] = TextSize.USUAL
    motion: Annotated[MotionChoice, Setting("Movement on the screen", MotionChoice)] = MotionChoice.AS_THE_SYSTEM_SAYS
    letter_keys: Annotated[Switch, Setting("Single letters as keys", Switch)] = Switch.ON
    controls: Annotated[Switch, Setting("Keep the buttons in view", Switch)] = Switch.OFF
    far_view: Annotated[Switch, Setting("Far view", Switch)] = Switch.OFF
    others: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """What the file holds: every setting, and what is not known here."""
        return {**self.others, **{name: getattr(self, name) for name in SETTINGS}}


SETTINGS: Mapping[str, Setting] = {
    name: annotation.__metadata__[0] for name, annotation in Settings.__annotations__.items() if name != "others"
}
"""Every setting by its name in the file, which is also that of the field."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Settings from a file, and a sentence for each value that could not be used."""

    settings: Settings
    notices: tuple[str, ...]


def understand(written: Mapping[str, Any]) -> Understood:
    """The settings that a file means. Never raises: whatever makes no sense is what it usually is."""
    chosen: dict[str, Any] = {}
    notices = []
    for name in SETTINGS.keys() & written.keys():
        try:
            chosen[name] = SETTINGS[name].accepts(written[name])
        except (ValueError, TypeError):
            notices.append(f"The setting “{SETTINGS[name].words}” made no sense. It is as usual again.")
    others = {name: value for name, value in written.items() if name not in SETTINGS}
    return Understood(Settings(**chosen, others=others), tuple(sorted(notices)))
