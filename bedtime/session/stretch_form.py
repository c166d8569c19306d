"""The form for a stretch of one's own: what was filled in, what is still missing, and the stretch that comes of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from bedtime.language import _
from bedtime.movement.own_stretch import new_stretch
from bedtime.movement.stretch import BreathsDose, Dose, HoldDose, Position, RepsDose, Sides, Span, Stretch, Tempo

LONGEST_NAME, LONGEST_LINE, MOST_LINES = 60, 200, 8
FindStretch = Callable[[str], Stretch]


class Counting(StrEnum):
    """In what a stretch is counted."""

    SECONDS = "seconds"
    REPETITIONS = "repetitions"
    BREATHS = "breaths"


USUAL = {Counting.SECONDS: 30, Counting.REPETITIONS: 10, Counting.BREATHS: 6}
SPANS = {Counting.SECONDS: (5, 300), Counting.REPETITIONS: (1, 60), Counting.BREATHS: (1, 40)}
POSITIONS = (Position.STANDING, Position.SEATED, Position.BED, Position.FLOOR)


@dataclass(frozen=True, slots=True)
class StretchForm:
    """What was filled in. `pose_of` is the stretch whose figure is taken over; a picture is kept apart from this."""

    name: str = ""
    steps: str = ""
    feel: str = ""
    position: Position = Position.STANDING
    sides: Sides = Sides.EACH
    counting: Counting = Counting.SECONDS
    amount: int = USUAL[Counting.SECONDS]
    pose_of: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """What to do, a line each."""
        return tuple(line for line in map(_one_line, self.steps.splitlines()) if line)

    @property
    def missing(self) -> str:
        """The first thing that is missing or too long, in a sentence; empty when the stretch can be kept."""
        if not _one_line(self.name):
            return _("It needs a name.")
        if not self.lines:
            return _("Say in a line or two what to do.")
        if len(self.lines) > MOST_LINES:
            return _("Up to {count} lines say what to do.").format(count=MOST_LINES)
        if any(len(line) > LONGEST_LINE for line in self.lines):
            return _("A line may have up to {count} letters.").format(count=LONGEST_LINE)
        return ""

    def counted_in(self, counting: Counting) -> "StretchForm":
        """Counted in something else, at what is usual there."""
        return self if counting is self.counting else replace(self, counting=counting, amount=USUAL[counting])


def form_of(stretch: Stretch) -> StretchForm:
    """The form as it was filled in for a stretch."""
    match stretch.dose:
        case HoldDose(hold_s=span):
            counting = Counting.SECONDS
        case RepsDose(reps=span):
            counting = Counting.REPETITIONS
        case BreathsDose(breaths=span):
            counting = Counting.BREATHS
        case _:
            counting, span = Counting.SECONDS, Span(default=30, min=5, max=300)
    return StretchForm(
        name=stretch.name,
        steps="\n".join(stretch.steps),
        feel=stretch.feel,
        position=stretch.position if stretch.position in POSITIONS else Position.FLOOR,
        sides=Sides.BOTH if stretch.sides is Sides.BOTH else Sides.EACH,
        counting=counting,
        amount=span.default,
        pose_of=stretch.pose_of,
    )


def stretch_from(form: StretchForm, was: Stretch | None, taken: Collection[str], find: FindStretch) -> Stretch:
    """The stretch that the form describes: a new one, or `was` as it is now. Ask only when nothing is missing.

    Whose figure is taken over, whose cautions and props are as well: who does the same should be warned of the same.
    """
    name, feel = _one_line(form.name)[:LONGEST_NAME], _one_line(form.feel) or _("A gentle stretch, without pain.")
    made = new_stretch(
        name, taken, steps=form.lines, feel=feel, position=form.position, sides=form.sides, dose=_dose(form)
    )
    if form.pose_of is not None:
        other = find(form.pose_of)
        made = replace(made, pose_of=form.pose_of, cautions=other.cautions, props=other.props, targets=other.targets)
    if was is None:
        return made
    dose = was.dose if form_of(was).counting is form.counting and form_of(was).amount == form.amount else made.dose
    cautions = made.cautions if form.pose_of != was.pose_of else was.cautions
    return replace(
        was,
        name=made.name,
        steps=made.steps,
        feel=made.feel,
        position=made.position if form.position != form_of(was).position else was.position,
        sides=made.sides if form.sides != form_of(was).sides else was.sides,
        switch_s=made.switch_s if form.sides != form_of(was).sides else was.switch_s,
        dose=dose,
        pose_of=form.pose_of,
        cautions=cautions,
    )


def _dose(form: StretchForm) -> Dose:
    least, most = SPANS[form.counting]
    span, sets = Span(default=form.amount, min=least, max=most), Span(default=1, min=1, max=5)
    match form.counting:
        case Counting.SECONDS:
            return HoldDose(hold_s=span, sets=sets)
        case Counting.REPETITIONS:
            return RepsDose(reps=span, tempo_s=Tempo(up=2, down=2), sets=sets)
        case Counting.BREATHS:
            return BreathsDose(breaths=span, inhale_s=4, exhale_s=6, sets=sets)
        case _:
            assert_never(form.counting)


def _one_line(text: str) -> str:
    sound = text.encode("utf-8", "ignore").decode()
    return " ".join("".join(letter if letter.isprintable() else " " for letter in sound).split())
