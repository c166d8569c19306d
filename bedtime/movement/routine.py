"""One routine: which stretches, in which order, at which dose, and what is known about the whole.

A step says only what differs from the stretch's own default. Nothing here is fitted or substituted yet.
"""

from enum import StrEnum
from typing import Annotated

from bedtime.movement.body import Flag
from bedtime.movement.stretch import Count, Evidence, Side, Sides
from bedtime.movement.values import Identifier, Seconds, Words, value
from bedtime.values import Ge, Le, Len


class Kind(StrEnum):
    """What a routine is for."""

    ROUTINE = "routine"
    CRAMP = "cramp"  # for a cramp that is happening now


class Order(StrEnum):
    """How the sets of the two legs follow each other."""

    ONE_LEG_THEN_THE_OTHER = "sides"
    ALTERNATE = "alternate"  # one leg rests while the other works


@value
class Step:
    """One stretch within a routine. What is None is the stretch's own default.

    `side` is the leg that goes first, or the only one where `sides` is one; None is as the person likes it elsewhere.
    `breath` names one of `assets/breathing.json`. `name` and `note` are the person's own, in place of the stretch's.
    `priority` decides what is left out first when time is short: 3 goes first, 1 stays to the last.
    """

    stretch: Identifier
    get_ready_s: Seconds | None = None
    hold_s: Count | None = None
    reps: Count | None = None
    breaths: Count | None = None
    cycles: Count | None = None
    sets: Annotated[int, Ge(1), Le(10)] | None = None
    rest_s: Seconds | None = None
    switch_s: Seconds | None = None
    order: Order = Order.ONE_LEG_THEN_THE_OTHER
    sides: Sides | None = None
    side: Side | None = None
    breath: Identifier | None = None
    name: Annotated[str, Len(1, 60)] | None = None
    note: Words | None = None
    priority: Annotated[int, Ge(1), Le(3)] = 2


@value
class Routine:
    """A routine, as a file in `routines/` says it. `id` is the file's name without `.json`.

    `substitutions` gives, for a ticked flag, another stretch for one of the steps, before the stretch's own cautions.
    `closing_breath` is the breathing pattern of the last step, where that is a rest. `made_from` is the routine that
    a person's own one was copied from.
    """

    id: Identifier
    kind: Kind = Kind.ROUTINE
    name: Words
    situation: Words
    summary: Words
    when: Words
    place: Words
    intensity: Annotated[int, Ge(1), Le(3)]
    evidence: Evidence
    rests_on_its_dose: bool = False
    steps: Annotated[tuple[Step, ...], Len(1, 60)]
    substitutions: dict[Flag, dict[Identifier, Identifier]]
    closing_breath: Identifier = "long-4-6"
    notes: tuple[Words, ...] = ()
    made_from: Identifier | None = None
