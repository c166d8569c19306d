"""What is told around the movements: cautions to tick, tips, when to get help, what clinics offer, and the sources.

Words and their sources only; which tip is shown tonight, and when a help card opens, is decided elsewhere.
"""

from enum import StrEnum

from bedtime.movement.body import Flag
from bedtime.movement.values import Identifier, LongWords, Words, value


class Checked(StrEnum):
    """How a source was read."""

    EXCERPT = "excerpt"  # its abstract or the passage itself
    SECONDARY = "secondary"  # through somebody who quotes it
    RECALL = "recall"  # from common knowledge of the field


@value
class Source:
    """Where a fact or a figure comes from, and what it says there."""

    id: Identifier
    name: Words
    checked: Checked
    note: Words


@value
class Sources:
    """`assets/sources.json`."""

    sources: tuple[Source, ...]


@value
class FlagWords:
    """A flag in the words of somebody to whom it applies, for ticking."""

    flag: Flag
    text: Words


@value
class Cautions:
    """`assets/cautions.json`: every flag once, in the order in which they are offered."""

    flags: tuple[FlagWords, ...]


class PartOfDay(StrEnum):
    """When a tip is of use."""

    DAY = "day"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@value
class Tip:
    """One piece of advice. A core tip comes round first."""

    id: Identifier
    when: PartOfDay
    core: bool
    text: Words
    sources: tuple[Identifier, ...]

    @property
    def is_for_the_night(self) -> bool:
        """Whether it is of use as late as the stretches are."""
        return self.when in {PartOfDay.EVENING, PartOfDay.NIGHT}


@value
class Tips:
    """`assets/tips.json`."""

    tips: tuple[Tip, ...]


class Urgency(StrEnum):
    """How soon somebody should be seen."""

    EMERGENCY = "emergency"
    TODAY = "today"
    BOOK = "book"


@value
class RedFlags:
    """The signs that ask for help with one urgency."""

    urgency: Urgency
    title: Words
    items: tuple[Words, ...]
    sources: tuple[Identifier, ...]


@value
class ClinicCard:
    """Something that clinicians offer and this program does not."""

    id: Identifier
    name: Words
    text: Words
    sources: tuple[Identifier, ...]


@value
class Disclaimer:
    """What this program is not: in one line, in full, and for restless legs."""

    short: Words
    standing: LongWords
    restless: Words


@value
class Help:
    """`assets/help.json`. `red_flags` holds each urgency once, the most urgent first."""

    first_run: Words
    disclaimer: Disclaimer
    red_flags: tuple[RedFlags, ...]
    clinic_cards: tuple[ClinicCard, ...]
