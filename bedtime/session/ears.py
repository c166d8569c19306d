"""What this computer has for the ears, as far as is known: its voices, and whether anything speaks or sounds at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from bedtime.language import N_, _, spoken

NO_SPEAKER = N_("No speaker found. The screen will show every cue.")
NO_VOICE = N_("No voice found on this computer. Tones will lead you.")
_NAMES = {
    "en": N_("Any English"),
    "en-GB": N_("British"),
    "en-US": N_("American"),
    "en-AU": N_("Australian"),
    "en-CA": N_("Canadian"),
    "en-IE": N_("Irish"),
    "en-IN": N_("Indian"),
    "en-NZ": N_("New Zealand"),
    "en-ZA": N_("South African"),
    "en-029": N_("Caribbean"),
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice of this computer: its name, and its language as a tag such as en-GB."""

    name: str
    language: str


class Speech(Enum):
    """Whether anything speaks here."""

    NOT_ASKED = auto()
    ASKED = auto()
    HERE = auto()
    MISSING = auto()


class Loudspeaker(Enum):
    """Whether anything sounds here."""

    NOT_ASKED = auto()
    HERE = auto()
    MISSING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """What is known. `refused` is a sentence about a night sound that could not be played, or empty."""

    speech: Speech = Speech.NOT_ASKED
    loudspeaker: Loudspeaker = Loudspeaker.NOT_ASKED
    speakers: tuple[Speaker, ...] = ()
    refused: str = ""


NOTHING_KNOWN = Ears()


def led_in(chosen: str) -> str:
    """The language of the voice: the kind that was chosen, of the language of the words.

    A voice of another one would read them as its own.
    """
    return chosen if _speaks(chosen, spoken()) else spoken()


def accents(speakers: Iterable[Speaker], chosen: str) -> dict[str, str]:
    """The languages to choose from, each with its name: what is spoken here, by country, and whatever is chosen."""
    tags = {_with_country(one.language) for one in speakers if _speaks(one.language, spoken())}
    return {tag: _(_NAMES[tag]) if tag in _NAMES else tag for tag in sorted({spoken(), chosen, *tags})}


def speakers_of(speakers: Iterable[Speaker], language: str) -> tuple[Speaker, ...]:
    """Those who speak a language or a kind of it, by name. One voice in a hundred disguises is offered once."""
    found = {one.name: one for one in speakers if _speaks(one.language, language)}
    return tuple(one for name, one in sorted(found.items()) if name.partition("+")[0] not in found or "+" not in name)


def _speaks(language: str, wanted: str) -> bool:
    return f"{language}-".lower().startswith(f"{wanted}-".lower())


def _with_country(tag: str) -> str:
    """A tag down to its country: en-GB of en-GB-SCOTLAND, en of en-X-whatever."""
    language, *rest = tag.replace("_", "-").split("-")
    has_country = bool(rest) and (len(rest[0]) == 2 or rest[0].isdigit())
    return f"{language.lower()}-{rest[0].upper()}" if has_country else language.lower()
