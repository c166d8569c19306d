"""What a routine is about, in one short line, worked out from what is left of it after fitting.

Only what the content says: which muscles the most time goes to, how many stretches, and where they are done.
"""

from collections import Counter
from collections.abc import Iterable

from bedtime.language import N_, _, ngettext
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Position, Strength, Stretch
from bedtime.movement.timeline import StepSpan, Timeline
from bedtime.phrases import after_each_other, listed, spelled_first

MOST_AREAS = 2
SMALLEST_SHARE = 0.15
"""An area that gets less of the time than this is not what the evening is about."""

_AREAS = {
    N_("calves"): ("calf", "gastrocnemius", "soleus", "achilles"),
    N_("hamstrings"): ("hamstring",),
    N_("thighs"): ("quadriceps", "inner thigh", "groin", "hip flexor"),
    N_("hips"): ("hip", "glute"),
    N_("shins"): ("tibialis anterior", "shin"),
    N_("feet"): ("foot", "ankle", "toe"),
    N_("back"): ("back", "spine"),
}
_FIRST_AREAS = {
    "calves": N_("Calves"),
    "hamstrings": N_("Hamstrings"),
    "thighs": N_("Thighs"),
    "hips": N_("Hips"),
    "shins": N_("Shins"),
    "feet": N_("Feet"),
    "back": N_("Back"),
}
_PLACES = {
    "standing": N_("standing"),
    "chair": N_("on a chair"),
    "floor": N_("on the floor"),
    "mat": N_("on a mat"),
    "bed": N_("in bed"),
}
_LYING = frozenset({"floor", "mat", "bed"})
_PLACES_OF = {
    Position.STANDING: frozenset({"standing"}),
    Position.SEATED: frozenset({"chair"}),
    Position.BED: frozenset({"bed"}),
}
_EVIDENCE = {
    Strength.TRIAL: N_("Trials disagree"),
    Strength.GUIDELINE: N_("Common advice"),
    Strength.TRADITIONAL: N_("For comfort"),
    Strength.ANECDOTAL: N_("For comfort"),
}


def facts(timeline: Timeline) -> str:
    """The full line: "Calves and hamstrings. Six stretches, standing and on a chair."."""
    count, where = len(timeline.steps), places(timeline.routine, timeline.steps)
    if not where:
        return short_facts(timeline)
    if len(where) == 1:
        words = ngettext("{count} stretch, all {where}.", "{count} stretches, all {where}.", count)
    else:
        words = ngettext("{count} stretch, {where}.", "{count} stretches, {where}.", count)
    return after_each_other((_about(timeline), words.format(count=spelled_first(count), where=listed(where))))


def short_facts(timeline: Timeline) -> str:
    """The line for a small window: "Calves and hamstrings. Six stretches."."""
    count = len(timeline.steps)
    words = ngettext("{count} stretch.", "{count} stretches.", count)
    return after_each_other((_about(timeline), words.format(count=spelled_first(count))))


def evidence_words(routine: Routine) -> str:
    """How well a routine is supported, in two words. Nothing is better supported than by trials that disagree."""
    return _(_EVIDENCE[routine.evidence.level])


def areas(steps: Iterable[StepSpan]) -> tuple[str, ...]:
    """The parts of the leg that get most of the time, most first. Rests are about none."""
    time_ms: Counter[str] = Counter()
    for span in steps:
        area = _area_of(span.stretch)
        if area is not None:
            time_ms[area] += span.duration_ms
    least_ms = SMALLEST_SHARE * time_ms.total()
    return tuple(area for area, spent_ms in time_ms.most_common(MOST_AREAS) if spent_ms >= least_ms)


def places(routine: Routine, steps: Iterable[StepSpan]) -> tuple[str, ...]:
    """Where the steps are done, in the routine's own order of its places, as one says it in a sentence."""
    return tuple(_(_PLACES[place]) for place in place_names(routine, steps))


def place_names(routine: Routine, steps: Iterable[StepSpan]) -> tuple[str, ...]:
    """The same as names: standing, chair, floor, mat, bed."""
    wanted = [place for place in routine.place.split(", ") if place in _PLACES]
    used = {place for span in steps if (place := _place_of(span.stretch, wanted)) is not None}
    return tuple(place for place in wanted if place in used)


def _about(timeline: Timeline) -> str:
    """The areas in a sentence: "Calves and hamstrings.". The first begins it."""
    first, *others = areas(timeline.steps) or ("",)
    return _("{areas}.").format(areas=listed((_(_FIRST_AREAS[first]), *(_(one) for one in others)))) if first else ""


def _area_of(stretch: Stretch) -> str | None:
    first = stretch.targets[0].lower() if stretch.targets else ""
    return next((area for area, muscles in _AREAS.items() if any(muscle in first for muscle in muscles)), None)


def _place_of(stretch: Stretch, wanted: list[str]) -> str | None:
    """One of the routine's places in which this stretch can be done: where it is at home, else where it is allowed."""
    for position in (stretch.position, *stretch.allowed_positions):
        fitting = _PLACES_OF.get(position, _LYING)
        for place in wanted:
            if place in fitting:
                return place
    return None
