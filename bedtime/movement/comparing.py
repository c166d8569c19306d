"""How a person's own routine differs from the one that it was made from, step by step and in words.

Steps belong together that do the same stretch, the first with the first, the second with the second.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bedtime.movement.dosing import Dosing, dosing
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import BreathsDose, ContractRelaxDose, Dose, HoldDose, RepsDose, Sides, Stretch

FindStretch = Callable[[str], Stretch]


class Kind(StrEnum):
    """In which way a step differs."""

    ADDED = "added"
    LEFT_OUT = "left-out"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference. `index` counts in the person's own routine and `original_index` in the original, or is None."""

    kind: Kind
    stretch: Stretch
    index: int | None
    original_index: int | None
    details: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """A sentence for the person."""
        match self.kind:
            case Kind.ADDED:
                return f"{self.stretch.name} is new."
            case Kind.LEFT_OUT:
                return f"{self.stretch.name} is left out."
            case Kind.MOVED:
                return f"{self.stretch.name} is in another place."
            case Kind.CHANGED:
                return f"{self.stretch.name}: {', '.join(self.details)}."


def partner_of(index: int, own: Routine, original: Routine) -> int | None:
    """The step of the original that belongs to a step of a person's own routine."""
    return _partners(own, original)[index]


def differences(own: Routine, original: Routine, find: FindStretch) -> tuple[Difference, ...]:
    """Every difference of the steps, in the order of the person's own, and what was left out after those."""
    partners = _partners(own, original)
    found = list(_of_own(own, original, partners, find))
    for index, step in enumerate(original.steps):
        if index not in partners:
            found.append(Difference(kind=Kind.LEFT_OUT, stretch=find(step.stretch), index=None, original_index=index))
    return tuple(found)


def _partners(own: Routine, original: Routine) -> list[int | None]:
    places = defaultdict[str, list[int]](list)
    for index, step in reversed(list(enumerate(original.steps))):
        places[step.stretch].append(index)
    return [places[step.stretch].pop() if places[step.stretch] else None for step in own.steps]


def _of_own(own: Routine, original: Routine, partners: list[int | None], find: FindStretch) -> Iterator[Difference]:
    in_place = _longest_rising([partner for partner in partners if partner is not None])
    for index, (step, partner) in enumerate(zip(own.steps, partners, strict=True)):
        stretch = find(step.stretch)
        if partner is None:
            yield Difference(kind=Kind.ADDED, stretch=stretch, index=index, original_index=None)
            continue
        if partner not in in_place:
            yield Difference(kind=Kind.MOVED, stretch=stretch, index=index, original_index=partner)
        details = tuple(_details(original.steps[partner], step, stretch))
        if details:
            yield Difference(kind=Kind.CHANGED, stretch=stretch, index=index, original_index=partner, details=details)


def _longest_rising(numbers: list[int]) -> set[int]:
    """The most of these different numbers that stand in rising order: whatever is not among them was moved."""
    ends, before = list[int](), dict[int, int | None]()
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    rising, last = set[int](), ends[-1] if ends else None
    while last is not None:
        rising.add(last)
        last = before[last]
    return rising


def _details(was: Step, now: Step, stretch: Stretch) -> Iterator[str]:
    before, after = dosing(was, stretch), dosing(now, stretch)
    for label, old, new in (
        (label_of(stretch.dose), amount_in_words(before), amount_in_words(after)),
        ("times", str(before.sets), str(after.sets)),
        ("leg", _leg_in_words(was, before), _leg_in_words(now, after)),
        ("order", before.order.value, after.order.value),
        ("rest", f"{before.rest_ms // 1000} s", f"{after.rest_ms // 1000} s"),
        ("get ready", f"{before.get_ready_ms // 1000} s", f"{after.get_ready_ms // 1000} s"),
        ("change of sides", f"{before.switch_ms // 1000} s", f"{after.switch_ms // 1000} s"),
        ("breathing", was.breath or "as usual", now.breath or "as usual"),
        ("name", was.name or stretch.name, now.name or stretch.name),
    ):
        if old != new:
            yield f"{label} {new} instead of {old}"
    if was.note != now.note:
        yield "another note"


def label_of(dose: Dose) -> str:
    """What the amount of a dose is called."""
    match dose:
        case HoldDose():
            return "hold"
        case RepsDose():
            return dose.unit
        case BreathsDose():
            return "breaths"
        case ContractRelaxDose():
            return "rounds"


def amount_in_words(planned: Dosing) -> str:
    """The amount of a dose with its unit: "30 s", "20 circles"."""
    if isinstance(planned.stretch.dose, HoldDose):
        return f"{planned.amount} s"
    return f"{planned.amount} {label_of(planned.stretch.dose)}"


def _leg_in_words(step: Step, planned: Dosing) -> str:
    match planned.sides, step.side:
        case Sides.BOTH, _:
            return "both"
        case Sides.EACH, None:
            return "each"
        case Sides.EACH, side:
            return f"{side} first"
        case _, side:
            return side or "one"
