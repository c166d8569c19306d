"""What is wrong with a routine or a stretch although each part of it has the right shape.

Names that nothing has, and doses that a stretch does not allow. Shape is judged in `movement.files`; nothing here is
about text or lines.
"""

from collections.abc import Collection, Iterator

from bedtime.movement.library import Library, nearest
from bedtime.movement.problems import Place, quoted
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import BreathsDose, ContractRelaxDose, Dose, HoldDose, RepsDose, Sides, Span, Stretch

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
            yield (*place, "stretch"), _unknown(step.stretch, library.stretch_ids, "stretch")
    steps = tuple({step.stretch for step in routine.steps})
    for flag, exchange in routine.substitutions.items():
        for leaving, coming in exchange.items():
            place = ("substitutions", flag.value, leaving)
            if leaving not in steps:
                yield place, f"is not a step of this routine; allowed are {', '.join(sorted(steps))}"
            if coming not in library.stretch_ids:
                yield place, _unknown(coming, library.stretch_ids, "stretch")
    if routine.closing_breath not in library.patterns:
        yield ("closing_breath",), _unknown(routine.closing_breath, library.patterns, "breathing pattern")
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
            yield place, _unknown(name, known, "stretch")
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
            yield (*place, name), f"does not belong to {quoted(stretch.id)}; allowed is {' or '.join(spans)}"
        elif not spans[name].min <= asked <= spans[name].max:
            allowed = _range(spans[name])
            yield (*place, name), f"{asked} is not allowed for {quoted(stretch.id)}; it needs to be {allowed}"
    if step.rest_s is not None and not sets:
        yield (*place, "rest_s"), f"does not belong to {quoted(stretch.id)}, which has no rests; leave it out"
    yield from _of_sides(step, stretch, place)


def _of_sides(step: Step, stretch: Stretch, place: Place) -> Found:
    one_by_one = stretch.sides is Sides.EACH and step.sides in {None, Sides.EACH}
    if step.order is Order.ALTERNATE and not (one_by_one and isinstance(stretch.dose, HoldDose)):
        allowed = "sides; alternate is for a stretch that is held on one leg after the other"
        yield (*place, "order"), f'"alternate" is not allowed for {quoted(stretch.id)}; it needs to be {allowed}'
    if stretch.sides is Sides.BOTH and step.sides not in {None, Sides.BOTH}:
        yield (*place, "sides"), f"{quoted(stretch.id)} is for both legs at once; it needs to be both"
    if step.side is not None and (step.sides or stretch.sides) is Sides.BOTH:
        yield (*place, "side"), f"does not belong to {quoted(stretch.id)}, which is for both legs at once; leave it out"


def _of_breath(place: Place, name: str | None, library: Library) -> Found:
    """A pattern that is led while something is stretched: no breath is held there."""
    pattern = library.patterns.get(name) if name else None
    if name and pattern is None:
        yield place, _unknown(name, library.patterns, "breathing pattern")
    elif pattern and pattern.holds_breath:
        yield place, f"{quoted(pattern.id)} holds the breath; allowed is a pattern that does not"


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
    return f"from {span.min} to {span.max}" if span.min < span.max else str(span.min)


def _of_sources(sources: tuple[str, ...], library: Library) -> Found:
    for index, source in enumerate(sources):
        if source not in library.sources:
            yield ("evidence", "sources", index), _unknown(source, library.sources, "source")


def _unknown(name: str, known: Collection[str], what: str) -> str:
    return f"there is no {what} called {quoted(name)}; it needs to be one that `assets` lists.{nearest(name, known)}"
