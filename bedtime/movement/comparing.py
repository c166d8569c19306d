"""How a person's own routine differs from the one that it was made from, step by step and in words.

Steps belong together that do the same stretch, the first with the first, the second with the second.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bedtime.language import _, ngettext, pgettext
from bedtime.movement.dosing import Dosing, dosing
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import (
    USUAL_UNIT,
    BreathsDose,
    ContractRelaxDose,
    Dose,
    HoldDose,
    RepsDose,
    Side,
    Sides,
    Stretch,
)
from bedtime.phrases import in_a_row, short_seconds

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
                return _("{stretch} is new.").format(stretch=self.stretch.name)
            case Kind.LEFT_OUT:
                return _("{stretch} is left out.").format(stretch=self.stretch.name)
            case Kind.MOVED:
                return _("{stretch} is in another place.").format(stretch=self.stretch.name)
            case Kind.CHANGED:
                return _("{stretch}: {changes}.").format(stretch=self.stretch.name, changes=in_a_row(self.details))


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
    for words, old, new in (
        (_amount_changed(stretch.dose), amount_in_words(before), amount_in_words(after)),
        (_("times {now} instead of {was}"), str(before.sets), str(after.sets)),
        (_("leg {now} instead of {was}"), _leg_in_words(was, before), _leg_in_words(now, after)),
        (_("order {now} instead of {was}"), _order_in_words(before.order), _order_in_words(after.order)),
        (_("rest {now} instead of {was}"), _seconds(before.rest_ms), _seconds(after.rest_ms)),
        (_("get ready {now} instead of {was}"), _seconds(before.get_ready_ms), _seconds(after.get_ready_ms)),
        (_("change of sides {now} instead of {was}"), _seconds(before.switch_ms), _seconds(after.switch_ms)),
        (_("breathing {now} instead of {was}"), was.breath or _("as usual"), now.breath or _("as usual")),
        (_("name {now} instead of {was}"), was.name or stretch.name, now.name or stretch.name),
    ):
        if old != new:
            yield words.format(now=new, was=old)
    if was.note != now.note:
        yield _("another note")


def _seconds(some_ms: int) -> str:
    return short_seconds(some_ms // 1000)


def _order_in_words(order: Order) -> str:
    return {
        Order.ONE_LEG_THEN_THE_OTHER: pgettext("the order of the legs", "sides"),
        Order.ALTERNATE: pgettext("the order of the legs", "alternate"),
    }[order]


def _amount_changed(dose: Dose) -> str:
    match dose:
        case HoldDose():
            return _("hold {now} instead of {was}")
        case RepsDose():
            return _("{unit} {{now}} instead of {{was}}").format(unit=unit_of(dose))
        case BreathsDose():
            return _("breaths {now} instead of {was}")
        case ContractRelaxDose():
            return _("rounds {now} instead of {was}")


def label_of(dose: Dose) -> str:
    """What the amount of a dose is called."""
    match dose:
        case HoldDose():
            return _("hold")
        case RepsDose():
            return unit_of(dose)
        case BreathsDose():
            return _("breaths")
        case ContractRelaxDose():
            return _("rounds")


def unit_of(dose: RepsDose) -> str:
    """What is counted: in the words of the stretch, or the usual one."""
    return _("repetitions") if dose.unit == USUAL_UNIT else dose.unit


def first_label_of(dose: Dose) -> str:
    """The same where it stands alone, as over a number."""
    match dose:
        case HoldDose():
            return _("Hold")
        case RepsDose():
            unit = unit_of(dose)
            return unit[:1].upper() + unit[1:]
        case BreathsDose():
            return _("Breaths")
        case ContractRelaxDose():
            return _("Rounds")


def amount_in_words(planned: Dosing) -> str:
    """The amount of a dose with its unit: "30 s", "20 circles"."""
    match planned.stretch.dose:
        case HoldDose():
            return short_seconds(planned.amount)
        case RepsDose() as dose:
            return _("{count} {unit}").format(count=planned.amount, unit=unit_of(dose))
        case BreathsDose():
            return ngettext("{count} breath", "{count} breaths", planned.amount).format(count=planned.amount)
        case ContractRelaxDose():
            return ngettext("{count} round", "{count} rounds", planned.amount).format(count=planned.amount)


def times_words(sets: int) -> str:
    """How many times a stretch is done: "2 times"."""
    return ngettext("{count} time", "{count} times", sets).format(count=sets)


def _leg_in_words(step: Step, planned: Dosing) -> str:
    match planned.sides, step.side:
        case Sides.BOTH, _:
            return pgettext("which leg", "both")
        case Sides.EACH, None:
            return pgettext("which leg", "each")
        case Sides.EACH, side:
            return pgettext("which leg", "left first") if side is Side.LEFT else pgettext("which leg", "right first")
        case _, None:
            return pgettext("which leg", "one")
        case _, side:
            return pgettext("which leg", "left") if side is Side.LEFT else pgettext("which leg", "right")
