"""Every stretch there is, as lines that can be looked through. Pure: stretches in, lines out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bedtime.language import _
from bedtime.movement.comparing import amount_in_words
from bedtime.movement.dosing import dosing
from bedtime.movement.routine import Step
from bedtime.movement.stretch import Sides, Stretch
from bedtime.phrases import in_a_row
from bedtime.session.editor import place_words
from bedtime.session.props import prop_name


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
        return in_a_row((self.name, self.facts))


def catalogue(stretches: Iterable[Stretch], own: Collection[str]) -> tuple[CatalogueLine, ...]:
    """A line for each stretch; `own` are the ids of the person's own."""
    return tuple(_line(stretch, is_own=stretch.id in own) for stretch in stretches)


def found(lines: Iterable[CatalogueLine], sought: str) -> tuple[CatalogueLine, ...]:
    """The lines in which every word that was typed occurs, in their own order."""
    words = sought.casefold().split()
    return tuple(line for line in lines if all(word in line.sought for word in words))


def _line(stretch: Stretch, *, is_own: bool) -> CatalogueLine:
    place = place_words(stretch)
    facts = _("{dose}. {place}.").format(dose=_dose_words(stretch), place=place)
    muscles, props = map(_, stretch.targets), map(prop_name, stretch.props)
    words = (stretch.name, stretch.other_name or "", stretch.group, *muscles, place, *props)
    sought = " ".join((*words, _("your own") if is_own else "")).casefold()
    told = _("Your own. {dose}. {place}.").format(dose=_dose_words(stretch), place=place) if is_own else facts
    return CatalogueLine(stretch, stretch.name, told, is_own, sought)


def _dose_words(stretch: Stretch) -> str:
    planned = dosing(Step(stretch=stretch.id), stretch)
    amount = amount_in_words(planned)
    return amount if stretch.sides is Sides.BOTH else _("{amount} each leg").format(amount=amount)
