"""Fitting a routine to the minutes that a person has tonight.

First every step is scaled alike, as far as its stretch allows; then the least important are left out, or the first calf
stretch is repeated. The order is kept and what fits already is not touched. A routine that rests on a tested dose keeps
that dose for as long as its other steps can take the difference.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bedtime.movement.dosing import Dosing, dosing, with_amount
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import Stretch

SHORTEST_MIN, LONGEST_MIN = 5, 20
UNDER_MS, OVER_MS = 15_000, 5_000
TESTED_GROUPS = frozenset({"calf", "hamstring"})
REPEATED_GROUP = "calf"

_AS_WRITTEN = 1000  # scales are whole thousandths
_LARGEST_SCALE = 100 * _AS_WRITTEN


class Miss(StrEnum):
    """Why a routine does not last as long as was asked, in words for the person."""

    NO_SHORTER = "This is as short as it can be."
    NO_LONGER = "This is as long as it can be."
    NO_NEARER = "This is as near as it comes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A routine for tonight, and what had to be done to it.

    It fits when its total is at most 15 s under and 5 s over what was asked; else `miss` says why not. `dose_changed`
    is true only of a routine that rests on its dose, when the tested part of it is no longer as it was tested.
    """

    routine: Routine
    asked_ms: int
    total_ms: int
    left_out: tuple[Stretch, ...] = ()
    repeated: tuple[Stretch, ...] = ()
    miss: Miss | None = None
    dose_changed: bool = False

    @property
    def missed_by_ms(self) -> int:
        """How much longer the routine is than was asked, negative when it is shorter; 0 when it fits."""
        return self.total_ms - self.asked_ms if self.miss else 0


def fit(routine: Routine, stretches: Mapping[str, Stretch], minutes: int) -> Fit:
    """The routine made to last so many minutes, 5 to 20 (ValueError), or as nearly as can be."""
    if not SHORTEST_MIN <= minutes <= LONGEST_MIN:
        raise ValueError(f"a routine is fitted to {SHORTEST_MIN} to {LONGEST_MIN} minutes, not to {minutes}")
    asked_ms = minutes * 60_000
    written = [_Planned.of(step, stretches[step.stretch]) for step in routine.steps]
    plan, left_out, repeated = _fit_all(written, asked_ms, keeps_dose=routine.rests_on_its_dose)
    steps = tuple(planned.step for planned in plan)
    total_ms = _total_ms(plan)
    return Fit(
        routine=routine if steps == routine.steps else replace(routine, steps=steps),
        asked_ms=asked_ms,
        total_ms=total_ms,
        left_out=tuple(planned.stretch for planned in left_out),
        repeated=tuple(planned.stretch for planned in repeated),
        miss=_miss(plan, asked_ms),
        dose_changed=routine.rests_on_its_dose and _tested(written) != _tested(plan),
    )


@dataclass(frozen=True, slots=True)
class _Planned:
    """One step with an amount that may still change between two bounds, from the amount that was written."""

    written: Step
    stretch: Stretch
    amount: int
    dose: Dosing
    lowest: int
    highest: int

    @classmethod
    def of(cls, step: Step, stretch: Stretch) -> "_Planned":
        dose = dosing(step, stretch)
        lowest, highest = min(dose.span.min, dose.amount), max(dose.span.max, dose.amount)
        return cls(step, stretch, dose.amount, dose, lowest, highest)

    @property
    def step(self) -> Step:
        return with_amount(self.written, self.stretch, self.amount)

    @property
    def total_ms(self) -> int:
        return self.dose.total_ms + (self.amount - self.dose.amount) * self.dose.change_ms

    @property
    def is_tested(self) -> bool:
        return self.stretch.group in TESTED_GROUPS

    @property
    def growth(self) -> int:
        """The amount in thousandths of what was written."""
        return self.amount * _AS_WRITTEN // self.dose.amount

    def scaled(self, scale: int) -> "_Planned":
        """Scaled in thousandths of what was written, rounded down to a whole grain, within the bounds."""
        if scale == _AS_WRITTEN:
            return self._with(self.dose.amount)
        grain = self.dose.grain
        wanted = self.dose.amount * scale // _AS_WRITTEN // grain * grain
        return self._with(max(self.lowest, min(self.highest, wanted)))

    def grown(self) -> "_Planned | None":
        """With one grain more; None when that is too much for the stretch."""
        amount = (self.amount // self.dose.grain + 1) * self.dose.grain
        return self._with(amount) if amount <= self.highest else None

    def _with(self, amount: int) -> "_Planned":
        return self if amount == self.amount else replace(self, amount=amount)

    def kept(self) -> "_Planned":
        """Bound to the amount that was written."""
        return replace(self, lowest=self.amount, highest=self.amount)


_Plan = list[_Planned]


def _fit_all(written: _Plan, asked_ms: int, *, keeps_dose: bool) -> tuple[_Plan, _Plan, _Plan]:
    """The plan, what was left out of it, and what is in it once more."""
    if keeps_dose:
        plan = _scaled([planned.kept() if planned.is_tested else planned for planned in written], asked_ms)
        if _miss(plan, asked_ms) is None:
            return plan, [], []
    chosen, left_out, repeated = written, set[int](), _Plan()
    while True:
        plan = _scaled(chosen, asked_ms)
        miss = _miss(plan, asked_ms)
        if miss is Miss.NO_SHORTER and len(chosen) > 1:
            left_out.add(_least_important(written, left_out))
            chosen = [planned for index, planned in enumerate(written) if index not in left_out]
        elif miss is Miss.NO_LONGER and (calf := _first_calf(chosen)) is not None:
            repeated = [*repeated, chosen[calf]]
            chosen = [*chosen[: calf + 1], *chosen[calf:]]
        else:
            return plan, [written[index] for index in sorted(left_out)], repeated


def _scaled(plan: _Plan, asked_ms: int) -> _Plan:
    """Every step scaled alike, by the most that is not over; then a grain more where that brings it nearer still."""
    if _miss(plan, asked_ms) is None:
        return plan
    scales = range(1, _LARGEST_SCALE)  # how many of these are not over is the largest that is not
    scale = bisect_right(scales, asked_ms, key=lambda scale: _total_ms(_at_scale(plan, scale)))
    return _filled_up(_at_scale(plan, scale), asked_ms)


def _filled_up(plan: _Plan, asked_ms: int) -> _Plan:
    """A grain more for the step that has grown least, for as long as that brings the total nearer to what was asked."""
    while True:
        short_ms = asked_ms - _total_ms(plan)
        room_ms = min(short_ms + OVER_MS, 2 * short_ms - 1)
        grown = [
            (more.growth, index, more)
            for index, planned in enumerate(plan)
            if (more := planned.grown()) and more.total_ms - planned.total_ms <= room_ms
        ]
        if not grown:
            return plan
        _, index, more = min(grown, key=lambda one: one[:2])
        plan = [*plan[:index], more, *plan[index + 1 :]]


def _at_scale(plan: _Plan, scale: int) -> _Plan:
    return [planned.scaled(scale) for planned in plan]


def _total_ms(plan: _Plan) -> int:
    return sum(planned.total_ms for planned in plan)


def _miss(plan: _Plan, asked_ms: int) -> Miss | None:
    over_ms = _total_ms(plan) - asked_ms
    if -UNDER_MS <= over_ms <= OVER_MS:
        return None
    if over_ms > 0:
        return Miss.NO_SHORTER if all(planned.amount == planned.lowest for planned in plan) else Miss.NO_NEARER
    return Miss.NO_LONGER if all(planned.grown() is None for planned in plan) else Miss.NO_NEARER


def _least_important(written: _Plan, left_out: set[int]) -> int:
    """What is left out next: of the lowest priority, the last."""
    return max(
        (index for index in range(len(written)) if index not in left_out),
        key=lambda index: (written[index].written.priority, index),
    )


def _first_calf(plan: _Plan) -> int | None:
    return next((index for index, planned in enumerate(plan) if planned.stretch.group == REPEATED_GROUP), None)


def _tested(plan: _Plan) -> list[Step]:
    return [planned.step for planned in plan if planned.is_tested]
