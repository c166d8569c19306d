"""Every stretch there is, as lines that can be looked through. Pure: stretches in, lines out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bedtime.movement.comparing import label_of
from bedtime.movement.dosing import dosing
from bedtime.movement.routine import Step
from bedtime.movement.stretch import HoldDose, Sides, Stretch
from bedtime.session.editor import place_words


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """One stretch. `sought` is what a search looks through."""

    stretch: Stretch
    name: str
    facts: str
    is_own: bool
    sought: str

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        return f"{self.name}, {self.facts}"


def catalogue(stretches: Iterable[Stretch], own: Collection[str]) -> tuple[CatalogueLine, ...]:
    """A line for each stretch; `own` are the ids of the person's own."""
    return tuple(_line(stretch, is_own=stretch.id in own) for stretch in stretches)


def found(lines: Iterable[CatalogueLine], sought: str) -> tuple[CatalogueLine, ...]:
    """The lines in which every word that was typed occurs, in their own order."""
    words = sought.casefold().split()
    return tuple(line for line in lines if all(word in line.sought for word in words))


def _line(stretch: Stretch, *, is_own: bool) -> CatalogueLine:
    place = place_words(stretch)
    facts = f"{_dose_words(stretch)}. {place}."
    words = (stretch.name, stretch.other_name or "", stretch.group, *stretch.targets, place, *stretch.props)
    sought = " ".join((*words, "your own" if is_own else "")).casefold()
    return CatalogueLine(stretch, stretch.name, f"Your own. {facts}" if is_own else facts, is_own, sought)


def _dose_words(stretch: Stretch) -> str:
    planned = dosing(Step(stretch=stretch.id), stretch)
    if isinstance(stretch.dose, HoldDose):
        amount = f"{planned.amount} s"
    else:
        amount = f"{planned.amount} {label_of(stretch.dose)}"
    each = "" if stretch.sides is Sides.BOTH else " each leg"
    return f"{amount}{each}"
