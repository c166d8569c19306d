"""Carries what a step asks of one stretch over to another, as far as the other one knows it.

The same kind of dose is kept, within the other's limits; of another kind, the other's own default is taken. What the
person said about sides, breath and importance stays; a name or a note was about the stretch that leaves.
"""

from dataclasses import replace

from bedtime.movement.dosing import dosing, with_amount
from bedtime.movement.routine import Order, Step
from bedtime.movement.stretch import ContractRelaxDose, HoldDose, Sides, Stretch


def carried(step: Step, leaving: Stretch, coming: Stretch) -> Step:
    """A step that does `coming` in place of `leaving`; it is one that the coming stretch allows."""
    new = Step(
        stretch=coming.id, get_ready_s=_longer(step, coming), breath=step.breath, priority=step.priority, side=step.side
    )
    return _with_dose(_with_sides(new, step, leaving, coming), step, leaving, coming)


def _longer(step: Step, coming: Stretch) -> int | None:
    """Time to get ready that was asked for, where it is more than the coming stretch takes anyway."""
    asked_s = step.get_ready_s
    return asked_s if asked_s is not None and asked_s > coming.get_ready_s else None


def _with_sides(new: Step, step: Step, leaving: Stretch, coming: Stretch) -> Step:
    if coming.sides is Sides.BOTH:
        return replace(new, side=None)
    if leaving.sides is Sides.BOTH:
        return new
    sides = step.sides if step.sides is not Sides.BOTH else None
    turns_alike = coming.sides is Sides.EACH and leaving.sides is Sides.EACH and sides in {None, Sides.EACH}
    held = isinstance(coming.dose, HoldDose) and isinstance(leaving.dose, HoldDose)
    return replace(
        new,
        sides=sides,
        switch_s=step.switch_s if turns_alike else None,
        order=step.order if turns_alike and held else Order.ONE_LEG_THEN_THE_OTHER,
    )


def _with_dose(new: Step, step: Step, leaving: Stretch, coming: Stretch) -> Step:
    if coming.dose.mode != leaving.dose.mode:
        return new
    span = dosing(new, coming).span
    amount = min(max(dosing(step, leaving).amount, span.min), span.max)
    dosed = with_amount(new, coming, amount)
    if isinstance(coming.dose, ContractRelaxDose):
        return dosed
    sets = coming.dose.sets
    wanted = None if step.sets is None else min(max(step.sets, sets.min), sets.max)
    return replace(dosed, sets=wanted, rest_s=step.rest_s)
