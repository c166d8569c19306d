"""A routine made ready for a person: suited to what they ticked, with their own times, and laid out.

How many minutes there are tonight is not asked here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bedtime.movement.breathing import BreathPattern
from bedtime.movement.laying_out import Choices, lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import Side
from bedtime.movement.substitution import Suited, SwitchedOff, suit
from bedtime.movement.timeline import Timeline
from bedtime.movement.ways import BreathChoice
from bedtime.settings import Settings, WorseLeg


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A routine as it is `written`, and as it is for this person: `suited.routine`, which takes `timeline`."""

    written: Routine
    suited: Suited
    timeline: Timeline


def prepare(written: Routine, library: Library, settings: Settings) -> Prepared | SwitchedOff:
    """The routine for a person with these settings."""
    suited = made_ready(written, library, settings)
    if isinstance(suited, SwitchedOff):
        return suited
    stretches = library.stretches_of(suited.routine)
    timeline = lay_out(suited.routine, stretches, library.patterns, choices_of(settings, library.patterns))
    return Prepared(written=written, suited=suited, timeline=timeline)


def made_ready(written: Routine, library: Library, settings: Settings) -> Suited | SwitchedOff:
    """The routine suited to what the person ticked, with their times and their breathing at the end."""
    suited = suit(written, library.stretch, settings.cautions)
    if isinstance(suited, SwitchedOff):
        return suited
    return replace(suited, routine=_in_their_times(suited.routine, library, settings))


def _in_their_times(routine: Routine, library: Library, settings: Settings) -> Routine:
    closing = settings.closing if settings.closing in library.patterns else routine.closing_breath
    is_own = routine.id in library.own_routine_ids
    steps = tuple(_in_its_time(step, settings, is_own=is_own) for step in routine.steps)
    if (steps, closing) == (routine.steps, routine.closing_breath):
        return routine
    return replace(routine, steps=steps, closing_breath=closing)


def _in_its_time(step: Step, settings: Settings, *, is_own: bool) -> Step:
    """What the person wrote into a step of their own stays; so does a change of sides in which the other leg rests."""
    get_ready_s, switch_s = settings.get_ready_s, settings.switch_s
    if get_ready_s is None or (is_own and step.get_ready_s is not None):
        get_ready_s = step.get_ready_s
    if switch_s is None or step.order is Order.ALTERNATE or (is_own and step.switch_s is not None):
        switch_s = step.switch_s
    return replace(step, get_ready_s=get_ready_s, switch_s=switch_s)


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
    worse = None if settings.worse_leg is WorseLeg.NOT_SAID else Side(settings.worse_leg)
    return Choices(side_order=settings.side_order, worse_side=worse, breathing=breathing)
