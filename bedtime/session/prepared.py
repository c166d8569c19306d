"""A routine made ready for a person: suited to what they ticked, with their own times, and laid out.

How many minutes there are tonight is not asked here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bedtime.movement.breathing import BreathPattern
from bedtime.movement.laying_out import Choices, lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine
from bedtime.movement.substitution import Suited, SwitchedOff, suit
from bedtime.movement.timeline import Timeline
from bedtime.movement.ways import BreathChoice
from bedtime.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A routine as it is `written`, and as it is for this person: `suited.routine`, which takes `timeline`."""

    written: Routine
    suited: Suited
    timeline: Timeline


def prepare(written: Routine, library: Library, settings: Settings) -> Prepared | SwitchedOff:
    """The routine for a person with these settings."""
    suited = suit(written, library.stretch, settings.body)
    if isinstance(suited, SwitchedOff):
        return suited
    stretches = library.stretches_of(suited.routine)
    timeline = lay_out(suited.routine, stretches, library.patterns, choices_of(settings, library.patterns))
    return Prepared(written=written, suited=suited, timeline=timeline)


def choices_of(settings: Settings, patterns: Mapping[str, BreathPattern]) -> Choices:
    """How the person likes to be led. A pattern that is not there any more is each stretch's own again."""
    chosen = settings.breathing
    breathing = (
        patterns[chosen]
        if chosen in patterns
        else BreathChoice(chosen)
        if chosen in set(BreathChoice)
        else BreathChoice.EACH_ITS_OWN
    )
    return Choices(side_order=settings.side_order, breathing=breathing)
