"""What is wrong with a routine or a stretch although each part of it has the right shape.

Names that nothing has, and doses that a stretch does not allow. Shape is judged in `movement.files`; nothing here is
about text or lines.
"""

from collections.abc import Collection, Iterator

from bedtime.language import N_, _
from bedtime.movement.library import Library, nearest
from bedtime.movement.problems import Place, quoted
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import BreathsDose, ContractRelaxDose, Dose, HoldDose, RepsDose, Sides, Span, Stretch
from bedtime.phrases import either

NO_STRETCH = N_("there is no stretch called {name}; it needs to be one that `assets` lists.")
NO_PATTERN = N_("there is no breathing pattern called {name}; it needs to be one that `assets` lists.")
NO_SOURCE = N_("there is no source called {name}; it needs to be one that `assets` lists.")
Found = Iterator[tuple[Place, str]]

COUNTS = ("hold_s", "reps", "breaths", "cycles")


def problems_of_routine(routine: Routine, library: Library) -> Found:
    """Every name that nothing has, and every dose that its stretch does not allow."""
    for index, step in enumerate(routine.steps):
        place: Place = ("steps", index)
        if step.stretch in library.stretch_ids:
            yield from _of_dose(step, library.stretch(step.stretch), place)
            yield from _of_breath((*place, "breath"), step.breath, library)
        else:
            yield (*place, "stretch"), _unknown(_(NO_STRETCH), step.stretch, library.stretch_ids)
    steps = tuple({step.stretch for step in routine.steps})
    for flag, exchange in routine.substitutions.items():
        for leaving, coming in exchange.items():
            place = ("substitutions", flag.value, leaving)
            if leaving not in steps:
                yield (
                    place,
                    _("is not a step of this routine; allowed are {names}").format(names=", ".join(sorted(steps))),
                )
            if coming not in library.stretch_ids:
                yield place, _unknown(_(NO_STRETCH), coming, library.stretch_ids)
    if routine.closing_breath not in library.patterns:
        yield ("closing_breath",), _unknown(_(NO_PATTERN), routine.closing_breath, library.patterns)
    yield from _of_sources(routine.evidence.sources, library)


def problems_of_stretch(stretch: Stretch, library: Library) -> Found:
    """Every name that nothing has. A stretch may name itself: it may be new."""
    known = (*library.stretch_ids, stretch.id)
    named: list[tuple[Place, str | None]] = [
        *((("cautions", index, "alt"), caution.alt) for index, caution in enumerate(stretch.cautions)),
        (("easier", "id"), stretch.easier.id if stretch.easier else None),
        (("harder", "id"), stretch.harder.id if stretch.harder else None),
        (("pose_of",), stretch.pose_of),
    ]
    for place, name in named:
        if name and name not in known:
            yield place, _unknown(_(NO_STRETCH), name, known)
    yield from _of_breath(("breath", "pattern"), stretch.breath.pattern, library)
    yield from _of_sources(stretch.evidence.sources, library)


def _of_dose(step: Step, stretch: Stretch, place: Place) -> Found:
    """A step may change the number that its stretch counts in, within the stretch's own limits."""
    counted = _counted(stretch.dose)
    sets = {} if isinstance(stretch.dose, ContractRelaxDose) else {"sets": stretch.dose.sets}
    spans = {**counted, **sets}
    for name in (*COUNTS, "sets"):
        asked = getattr(step, name)
        if asked is None:
            continue
        if name not in spans:
            yield (
                (*place, name),
                _("does not belong to {stretch}; allowed is {names}").format(
                    stretch=quoted(stretch.id), names=either(spans)
                ),
            )
        elif not spans[name].min <= asked <= spans[name].max:
            allowed = _range(spans[name])
            yield (
                (*place, name),
                _("{number} is not allowed for {stretch}; it needs to be {allowed}").format(
                    number=asked, stretch=quoted(stretch.id), allowed=allowed
                ),
            )
    if step.rest_s is not None and not sets:
        yield (
            (*place, "rest_s"),
            _("does not belong to {stretch}, which has no rests; leave it out").format(stretch=quoted(stretch.id)),
        )
    yield from _of_sides(step, stretch, place)


def _of_sides(step: Step, stretch: Stretch, place: Place) -> Found:
    one_by_one = stretch.sides is Sides.EACH and step.sides in {None, Sides.EACH}
    if step.order is Order.ALTERNATE and not (one_by_one and isinstance(stretch.dose, HoldDose)):
        words = _(
            '"alternate" is not allowed for {stretch}; it needs to be sides; alternate is for a stretch that is held '
            "on one leg after the other"
        )
        yield (*place, "order"), words.format(stretch=quoted(stretch.id))
    if stretch.sides is Sides.BOTH and step.sides not in {None, Sides.BOTH}:
        yield (
            (*place, "sides"),
            _("{stretch} is for both legs at once; it needs to be both").format(stretch=quoted(stretch.id)),
        )
    if step.side is not None and (step.sides or stretch.sides) is Sides.BOTH:
        yield (
            (*place, "side"),
            _("does not belong to {stretch}, which is for both legs at once; leave it out").format(
                stretch=quoted(stretch.id)
            ),
        )


def _of_breath(place: Place, name: str | None, library: Library) -> Found:
    """A pattern that is led while something is stretched: no breath is held there."""
    pattern = library.patterns.get(name) if name else None
    if name and pattern is None:
        yield place, _unknown(_(NO_PATTERN), name, library.patterns)
    elif pattern and pattern.holds_breath:
        yield (
            place,
            _("{pattern} holds the breath; allowed is a pattern that does not").format(pattern=quoted(pattern.id)),
        )


def _counted(dose: Dose) -> dict[str, Span]:
    match dose:
        case HoldDose():
            return {"hold_s": dose.hold_s}
        case RepsDose():
            return {"reps": dose.reps}
        case BreathsDose():
            return {"breaths": dose.breaths}
        case ContractRelaxDose():
            return {"cycles": dose.cycles}


def _range(span: Span) -> str:
    if span.min == span.max:
        return str(span.min)
    return _("from {least} to {most}").format(least=span.min, most=span.max)


def _of_sources(sources: tuple[str, ...], library: Library) -> Found:
    for index, source in enumerate(sources):
        if source not in library.sources:
            yield ("evidence", "sources", index), _unknown(_(NO_SOURCE), source, library.sources)


def _unknown(words: str, name: str, known: Collection[str]) -> str:
    return words.format(name=quoted(name)) + nearest(name, known)
