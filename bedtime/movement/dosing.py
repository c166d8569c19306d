"""A step's dose with nothing left open: the step's own numbers where it has them, else the stretch's.

Every dose has one amount that can grow or shrink (seconds of a hold, repetitions, breaths, cycles) and parts that
cannot. That is all that fitting and the time model need to know about the four modes.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from bedtime.movement.routine import Order, Step
from bedtime.movement.stretch import (
    BreathsDose,
    ContractRelaxDose,
    HoldDose,
    RepsDose,
    Sides,
    Span,
    Stretch,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dosing:
    """How much of a stretch is done in one step, and how its sides and sets follow each other.

    One set lasts `fixed_ms + amount * unit_ms`. Amounts of a hold are seconds and change by `grain` at a time.
    """

    stretch: Stretch
    sides: Sides
    order: Order
    amount: int
    span: Span
    grain: int
    unit_ms: int
    fixed_ms: int
    sets: int
    get_ready_ms: int
    switch_ms: int
    rest_ms: int

    @property
    def set_ms(self) -> int:
        """The length of one set on one side."""
        return self.fixed_ms + self.amount * self.unit_ms

    @property
    def turns(self) -> int:
        """How many sides work, one after the other."""
        return 2 if self.sides is Sides.EACH else 1

    @property
    def alternates(self) -> bool:
        """Whether one leg rests while the other works."""
        return self.sides is Sides.EACH and self.order is Order.ALTERNATE

    @property
    def change_ms(self) -> int:
        """How much longer the step gets when the amount grows by one."""
        return self.turns * self.sets * self.unit_ms

    @property
    def total_ms(self) -> int:
        """The length of the step by the time model, from the start of its get ready to the end of its last set."""
        work_ms = self.turns * self.sets * self.set_ms
        if self.alternates:
            return self.get_ready_ms + work_ms + (2 * self.sets - 1) * self.switch_ms
        rests_ms = self.turns * (self.sets - 1) * self.rest_ms
        return self.get_ready_ms + work_ms + rests_ms + (self.turns - 1) * self.switch_ms


def dosing(step: Step, stretch: Stretch) -> Dosing:
    """What `step` asks of its `stretch`."""
    dose = stretch.dose
    match dose:
        case HoldDose():
            amount, span, unit_ms, fixed_ms, rest_s = step.hold_s, dose.hold_s, 1000, 0, dose.rest_s
        case RepsDose():
            amount, span, unit_ms, fixed_ms, rest_s = step.reps, dose.reps, dose.tempo_s.repetition_ms, 0, dose.rest_s
        case BreathsDose():
            breath_ms = (dose.inhale_s + dose.exhale_s) * 1000
            amount, span, unit_ms, fixed_ms, rest_s = step.breaths, dose.breaths, breath_ms, 0, dose.rest_s
        case ContractRelaxDose():
            cycle_ms = (dose.contract_s + dose.relax_s + dose.stretch_s) * 1000
            amount, span, unit_ms, fixed_ms, rest_s = step.cycles, dose.cycles, cycle_ms, dose.pre_s * 1000, 0
        case _:
            assert_never(dose)
    return Dosing(
        stretch=stretch,
        sides=step.sides or stretch.sides,
        order=step.order,
        amount=amount or span.default,
        span=span,
        grain=5 if isinstance(dose, HoldDose) else 1,
        unit_ms=unit_ms,
        fixed_ms=fixed_ms,
        sets=1 if isinstance(dose, ContractRelaxDose) else step.sets or dose.sets.default,
        get_ready_ms=_ms(step.get_ready_s, stretch.get_ready_s),
        switch_ms=_ms(step.switch_s, stretch.switch_s),
        rest_ms=_ms(step.rest_s, rest_s),
    )


def with_amount(step: Step, stretch: Stretch, amount: int) -> Step:
    """The same step with another amount; the very same value when that is its amount already."""
    if dosing(step, stretch).amount == amount:
        return step
    match stretch.dose:
        case HoldDose():
            return replace(step, hold_s=amount)
        case RepsDose():
            return replace(step, reps=amount)
        case BreathsDose():
            return replace(step, breaths=amount)
        case ContractRelaxDose():
            return replace(step, cycles=amount)


def _ms(of_step_s: int | None, of_stretch_s: int) -> int:
    return 1000 * (of_stretch_s if of_step_s is None else of_step_s)
