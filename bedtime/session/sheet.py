"""A routine as words for one who would rather not look at a screen: what is printed, line by line. No ink here."""

from dataclasses import dataclass

from bedtime.errors import BadInput
from bedtime.language import N_, _, ngettext
from bedtime.movement.comparing import amount_in_words, times_words
from bedtime.movement.dosing import Dosing, dosing
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import HoldDose, Side, Sides, Stretch
from bedtime.movement.substitution import SwitchedOff, suit
from bedtime.movement.wording import for_side, without_side
from bedtime.phrases import in_a_row, seconds_alone, short_duration, spelled_first, within
from bedtime.session.editor import place_words
from bedtime.session.tonight import SAFETY
from bedtime.settings import Settings

PAIN = N_("If a stretch hurts, stop. Sharp pain is not part of this.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStretch:
    """One stretch: its picture, and its words without a side unless only one leg is meant."""

    stretch: Stretch
    side: Side
    name: str
    dose: str
    place: str
    steps: tuple[str, ...]
    feel: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything on the paper. `changes` says what was exchanged because of what the person ticked."""

    title: str
    facts: str
    evidence: str
    stretches: tuple[SheetStretch, ...]
    notes: tuple[str, ...]
    changes: tuple[str, ...]
    warnings: tuple[str, ...]


def sheet(routine: Routine, library: Library, settings: Settings) -> Sheet:
    """The sheet of a routine as this person may do it. BadInput when they may not do it at all."""
    suited = suit(routine, library.stretch, settings.cautions)
    if isinstance(suited, SwitchedOff):
        raise BadInput(suited.words)
    planned = [(step, dosing(step, library.stretch(step.stretch))) for step in suited.routine.steps]
    total = short_duration(sum(one.total_ms for _, one in planned))
    stretches = ngettext("{count} stretch", "{count} stretches", len(planned))
    return Sheet(
        title=routine.name,
        facts=_("{length}. {stretches}. {when}.").format(
            length=total, stretches=stretches.format(count=spelled_first(len(planned))), when=routine.when
        ),
        evidence=routine.evidence.text,
        stretches=tuple(_stretch(step, one) for step, one in planned),
        notes=routine.notes,
        changes=tuple(change.words for change in suited.changes),
        warnings=(_(PAIN), _(SAFETY)),
    )


def _stretch(step: Step, planned: Dosing) -> SheetStretch:
    stretch = planned.stretch
    texts = (*stretch.steps, stretch.feel)
    one_side = step.side if planned.sides is Sides.ONE else None
    told = without_side(texts) if one_side is None else tuple(for_side(text, one_side) for text in texts)
    return SheetStretch(
        stretch=stretch,
        side=step.side or Side.RIGHT,
        name=step.name or stretch.name,
        dose=_dose_words(step, planned),
        place=place_words(stretch),
        steps=told[:-1],
        feel=within(told[-1]),
        note=step.note or stretch.note or "",
    )


def _dose_words(step: Step, planned: Dosing) -> str:
    dose = planned.stretch.dose
    amount = seconds_alone(planned.amount) if isinstance(dose, HoldDose) else amount_in_words(planned)
    times = times_words(planned.sets) if planned.sets > 1 else ""
    return in_a_row((amount, _leg_words(step, planned), times))


def _leg_words(step: Step, planned: Dosing) -> str:
    match planned.sides, step.side:
        case Sides.EACH, _:
            return _("each leg")
        case Sides.ONE, None:
            return _("the leg that hurts")
        case Sides.ONE, Side.LEFT:
            return _("left leg")
        case Sides.ONE, Side.RIGHT:
            return _("right leg")
        case _:
            return ""
