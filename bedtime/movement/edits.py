"""What can be done to a routine in the editor, each as a value, and what it does.

An edit that makes no sense (a row that is not there, a leg for a stretch that has none) leaves the routine as it is;
a number beyond what its stretch allows becomes the nearest that it does. So every edit makes a routine that a file may
hold, once it has a step.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from bedtime.errors import BadInput
from bedtime.movement.comparing import partner_of
from bedtime.movement.dosing import dosing, with_amount
from bedtime.movement.fitting import LONGEST_MIN, SHORTEST_MIN, fit
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import ContractRelaxDose, HoldDose, Side, Sides, Stretch

FindStretch = Callable[[str], Stretch]

MOST_STEPS = 60
MOST_SECONDS = 300
LONGEST_NAME, LONGEST_STEP_NAME, LONGEST_NOTE = 80, 60, 600


class Number(StrEnum):
    """A number of a step that can be typed or stepped. The amount is seconds, repetitions, breaths or cycles."""

    AMOUNT = "amount"
    SETS = "sets"
    REST_S = "rest_s"
    GET_READY_S = "get_ready_s"
    SWITCH_S = "switch_s"


class Pace(StrEnum):
    """How far one press goes."""

    STEP = "step"
    SHIFT = "shift"


class Leg(StrEnum):
    """Which leg a step is for. `both` is whatever the stretch is for by itself."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Limits:
    """From where to where a number goes, and how far one press of the stepper goes."""

    least: int
    most: int
    step: int
    shift_step: int

    def within(self, number: int) -> int:
        """The nearest number that is allowed."""
        return min(max(number, self.least), self.most)


@dataclass(frozen=True, slots=True)
class SetNumber:
    """A number was typed."""

    index: int
    number: Number
    to: int


@dataclass(frozen=True, slots=True)
class Nudge:
    """The stepper was pressed: `times` is 1 for plus and -1 for minus. A run of these is undone as one."""

    index: int
    number: Number
    times: int
    pace: Pace = Pace.STEP


@dataclass(frozen=True, slots=True)
class SetLeg:
    """The step is for this leg."""

    index: int
    leg: Leg


@dataclass(frozen=True, slots=True)
class SetFirst:
    """This leg goes first; None is as the settings say."""

    index: int
    side: Side | None


@dataclass(frozen=True, slots=True)
class SetOrder:
    """How the sets of the two legs follow each other."""

    index: int
    order: Order


@dataclass(frozen=True, slots=True)
class SetBreath:
    """The breathing pattern of the step, one that does not hold the breath; None is as the settings say."""

    index: int
    pattern: str | None


@dataclass(frozen=True, slots=True)
class SetStepName:
    """The person's own name for a step; an empty one is the stretch's."""

    index: int
    name: str


@dataclass(frozen=True, slots=True)
class SetStepNote:
    """The person's own note on a step; an empty one is the stretch's."""

    index: int
    note: str


@dataclass(frozen=True, slots=True)
class Rename:
    """The routine's name. An empty one is not taken."""

    name: str


@dataclass(frozen=True, slots=True)
class SetNotes:
    """The notes on the routine, one a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Add:
    """A stretch comes in at a place, at its usual dose."""

    index: int
    stretch: str


@dataclass(frozen=True, slots=True)
class Move:
    """A step goes to another place, counted when it has been lifted out."""

    index: int
    to: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A step comes once more, right after itself."""

    index: int


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """A step goes."""

    index: int


@dataclass(frozen=True, slots=True)
class TrimTo:
    """The routine is fitted to minutes, 5 to 20."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Restore:
    """All steps are as in the original again; the name and the notes stay."""


@dataclass(frozen=True, slots=True)
class RestoreStep:
    """A step is as in the original again."""

    index: int


OfStep = SetNumber | Nudge | SetLeg | SetFirst | SetOrder | SetBreath | SetStepName | SetStepNote | RestoreStep
Edit = OfStep | Rename | SetNotes | Add | Move | Duplicate | LeaveOut | TrimTo | Restore


def edited(routine: Routine, edit: Edit, find: FindStretch, original: Routine | None = None) -> Routine:
    """The routine after an edit; the same one where it makes no sense."""
    match edit:
        case Rename(name):
            return replace(routine, name=_one_line(name, LONGEST_NAME) or routine.name)
        case SetNotes(text):
            lines = (_one_line(line, LONGEST_NOTE) for line in text.splitlines())
            return replace(routine, notes=tuple(line for line in lines if line))
        case TrimTo(minutes):
            return _trimmed(routine, minutes, find)
        case Restore():
            return routine if original is None else replace(routine, steps=original.steps)
        case Add(index, stretch):
            return _with_added(routine, index, stretch, find)
        case _:
            return _with_row(routine, edit, find, original)


def limits(number: Number, step: Step, stretch: Stretch) -> Limits | None:
    """How far a number of a step may go; None where the stretch has no such number."""
    planned = dosing(step, stretch)
    match number:
        case Number.AMOUNT:
            seconds = isinstance(stretch.dose, HoldDose)
            return Limits(planned.span.min, planned.span.max, *((5, 15) if seconds else (1, 5)))
        case Number.SETS:
            if isinstance(stretch.dose, ContractRelaxDose):
                return None
            return Limits(stretch.dose.sets.min, stretch.dose.sets.max, 1, 1)
        case Number.REST_S:
            rests = planned.sets > 1 and not planned.alternates
            return Limits(0, MOST_SECONDS, 5, 15) if rests else None
        case Number.GET_READY_S:
            return Limits(0, MOST_SECONDS, 5, 15)
        case Number.SWITCH_S:
            return Limits(0, MOST_SECONDS, 5, 15) if planned.sides is Sides.EACH else None
        case _:
            assert_never(number)


def number_of(number: Number, step: Step, stretch: Stretch) -> int:
    """What a number of a step is now."""
    planned = dosing(step, stretch)
    match number:
        case Number.AMOUNT:
            return planned.amount
        case Number.SETS:
            return planned.sets
        case Number.REST_S:
            return planned.rest_ms // 1000
        case Number.GET_READY_S:
            return planned.get_ready_ms // 1000
        case Number.SWITCH_S:
            return planned.switch_ms // 1000
        case _:
            assert_never(number)


def leg_of(step: Step) -> Leg:
    """Which leg a step is for."""
    return Leg(step.side.value) if step.sides is Sides.ONE and step.side else Leg.BOTH


def can_alternate(step: Step, stretch: Stretch) -> bool:
    """Whether one leg may rest while the other works."""
    return isinstance(stretch.dose, HoldDose) and (step.sides or stretch.sides) is Sides.EACH


def _with_row(
    routine: Routine, edit: OfStep | Move | Duplicate | LeaveOut, find: FindStretch, original: Routine | None
) -> Routine:
    steps = routine.steps
    if not 0 <= edit.index < len(steps):
        return routine
    step, others = steps[edit.index], (*steps[: edit.index], *steps[edit.index + 1 :])
    match edit:
        case LeaveOut():
            return replace(routine, steps=others)
        case Move(_, to):
            to = min(max(to, 0), len(others))
            return replace(routine, steps=(*others[:to], step, *others[to:]))
        case Duplicate(index):
            return _with_inserted(routine, index + 1, step)
        case RestoreStep(index):
            partner = None if original is None else partner_of(index, routine, original)
            new = step if original is None or partner is None else original.steps[partner]
        case _:
            new = _edited_step(step, edit, find(step.stretch))
    return replace(routine, steps=(*steps[: edit.index], new, *steps[edit.index + 1 :]))


def _edited_step(
    step: Step,
    edit: SetNumber | Nudge | SetLeg | SetFirst | SetOrder | SetBreath | SetStepName | SetStepNote,
    stretch: Stretch,
) -> Step:
    match edit:
        case SetNumber(_, number, to):
            return _with_number(step, stretch, number, to)
        case Nudge(_, number, times, pace):
            found = limits(number, step, stretch)
            by = 0 if found is None else times * (found.step if pace is Pace.STEP else found.shift_step)
            return _with_number(step, stretch, number, number_of(number, step, stretch) + by)
        case SetLeg(_, leg):
            return _with_leg(step, stretch, leg)
        case SetFirst(_, side):
            return replace(step, side=side) if (step.sides or stretch.sides) is Sides.EACH else step
        case SetOrder(_, order):
            return replace(step, order=order) if can_alternate(step, stretch) else step
        case SetBreath(_, pattern):
            return replace(step, breath=pattern)
        case SetStepName(_, name):
            return replace(step, name=_own(name, LONGEST_STEP_NAME, stretch.name))
        case SetStepNote(_, note):
            return replace(step, note=_own(note, LONGEST_NOTE, stretch.note))
        case _:
            assert_never(edit)


def _with_number(step: Step, stretch: Stretch, number: Number, to: int) -> Step:
    """A number that is what it was anyway is not written into the step."""
    found = limits(number, step, stretch)
    if found is None or found.within(to) == number_of(number, step, stretch):
        return step
    to = found.within(to)
    match number:
        case Number.AMOUNT:
            return with_amount(step, stretch, to)
        case Number.SETS:
            return replace(step, sets=to)
        case Number.REST_S:
            return replace(step, rest_s=to)
        case Number.GET_READY_S:
            return replace(step, get_ready_s=to)
        case Number.SWITCH_S:
            return replace(step, switch_s=to)
        case _:
            assert_never(number)


def _with_leg(step: Step, stretch: Stretch, leg: Leg) -> Step:
    if stretch.sides is Sides.BOTH or leg is leg_of(step):
        return step
    if leg is Leg.BOTH:
        return replace(step, sides=None, side=None)
    return replace(step, sides=Sides.ONE, side=Side(leg.value), order=Order.ONE_LEG_THEN_THE_OTHER)


def _with_added(routine: Routine, index: int, stretch: str, find: FindStretch) -> Routine:
    try:
        find(stretch)
    except BadInput:
        return routine
    return _with_inserted(routine, min(max(index, 0), len(routine.steps)), Step(stretch=stretch))


def _with_inserted(routine: Routine, index: int, step: Step) -> Routine:
    if len(routine.steps) >= MOST_STEPS:
        return routine
    return replace(routine, steps=(*routine.steps[:index], step, *routine.steps[index:]))


def _trimmed(routine: Routine, minutes: int, find: FindStretch) -> Routine:
    if not routine.steps or not SHORTEST_MIN <= minutes <= LONGEST_MIN:
        return routine
    return fit(routine, {step.stretch: find(step.stretch) for step in routine.steps}, minutes).routine


def _own(text: str, longest: int, usual: str | None) -> str | None:
    said = _one_line(text, longest)
    return None if not said or said == usual else said


def _one_line(text: str, longest: int) -> str:
    """Text as it may be shown and saved: on one line, and whole characters only."""
    sound = text.encode("utf-8", "ignore").decode()
    return " ".join("".join(letter if letter.isprintable() else " " for letter in sound).split())[:longest].rstrip()
