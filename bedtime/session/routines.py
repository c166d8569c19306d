"""What the library of routines shows: one card a routine, and the page of one of them. Words only, nothing is drawn.

Every number and place is of the routine as it is for this person, after what they ticked.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bedtime.language import N_, _, ngettext
from bedtime.movement.advice import Source
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Prop, Strength, Stretch
from bedtime.movement.substitution import SwitchedOff
from bedtime.movement.week import Day, WeekPlan
from bedtime.phrases import in_a_row, short_minutes, spelled_first, weekday_letters
from bedtime.session.facts import evidence_words, place_names
from bedtime.session.prepared import Prepared
from bedtime.session.props import prop_name, prop_name_first
from bedtime.session.tonight import pictured, stretch_line
from bedtime.session.tonight_view import StretchLine

LYING_PLACES = frozenset({"floor", "mat"})
ALWAYS_THERE = frozenset({Prop.WALL, Prop.BED, Prop.CHAIR, Prop.STEP})
EMPTY = N_("Nothing here yet.")
_IN_SHORT = {
    "standing": N_("standing"),
    "chair": N_("chair"),
    "floor": N_("floor"),
    "mat": N_("mat"),
    "bed": N_("in bed"),
}
_IN_SHORT_FIRST = {
    "standing": N_("Standing"),
    "chair": N_("Chair"),
    "floor": N_("Floor"),
    "mat": N_("Mat"),
    "bed": N_("In bed"),
}
_DOTS = {Strength.TRIAL: 2, Strength.GUIDELINE: 1, Strength.TRADITIONAL: 0, Strength.ANECDOTAL: 0}


class Filter(StrEnum):
    """Which routines are shown."""

    ALL = "All"
    FAVOURITES = "Favourites"
    IN_BED = "In bed"  # nothing is done anywhere else
    CHAIR = "Chair"  # with a chair, and never down on the floor
    FLOOR = "Floor"
    NO_PROPS = "No props"  # nothing but what stands in the room anyway


FILTER_WORDS = {
    Filter.ALL: N_("All"),
    Filter.FAVOURITES: N_("Favourites"),
    Filter.IN_BED: N_("In bed"),
    Filter.CHAIR: N_("Chair"),
    Filter.FLOOR: N_("Floor"),
    Filter.NO_PROPS: N_("No props"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """All that a card depends on. `prepared` tells why where there is no such routine for this person."""

    routine: Routine
    prepared: Prepared | SwitchedOff
    is_own: bool = False
    is_favourite: bool = False
    is_tonight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineCard:
    """One card. `spoken` is all of it for a screen reader; `dots` of three stand before the evidence."""

    routine: str
    name: str
    facts: str
    props: str
    evidence: str
    dots: int
    mark: str
    pictured: Stretch | None
    is_tonight: bool
    is_favourite: bool
    is_own: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NightToggle:
    """One night of the week on the page of a routine: whether it is that night's."""

    day: Day
    letter: str
    is_on: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutinePage:
    """The page of one routine. `changes` are whole sentences; `off` is why it cannot be played, else empty."""

    card: RoutineCard
    summary: str
    lines: tuple[StretchLine, ...]
    stretches: tuple[Stretch, ...]
    lengths_ms: tuple[int, ...]
    evidence: str
    sources: tuple[str, ...]
    changes: tuple[str, ...]
    off: str
    nights: tuple[NightToggle, ...]
    plan: str


def cards(offers: Iterable[Offer], chosen: Filter) -> tuple[RoutineCard, ...]:
    """The cards that a filter leaves, favourites first, else in the order in which they are offered."""
    kept = sorted((offer for offer in offers if passes(offer, chosen)), key=lambda offer: not offer.is_favourite)
    return tuple(map(card, kept))


def filters(offers: Iterable[Offer]) -> tuple[Filter, ...]:
    """The filters worth offering: favourites once there are any."""
    has_favourites = any(offer.is_favourite for offer in offers)
    return tuple(each for each in Filter if each is not Filter.FAVOURITES or has_favourites)


def passes(offer: Offer, chosen: Filter) -> bool:
    """Whether a routine belongs to what was chosen."""
    match chosen:
        case Filter.ALL:
            return True
        case Filter.FAVOURITES:
            return offer.is_favourite
        case Filter.IN_BED:
            return set(_places(offer)) == {"bed"}
        case Filter.CHAIR:
            return "chair" in _places(offer) and not LYING_PLACES & set(_places(offer))
        case Filter.FLOOR:
            return bool(LYING_PLACES & set(_places(offer)))
        case Filter.NO_PROPS:
            return isinstance(offer.prepared, Prepared) and set(_props(offer)) <= ALWAYS_THERE


def card(offer: Offer) -> RoutineCard:
    """The card of one routine."""
    routine, prepared = offer.routine, offer.prepared
    where = _places_words(offer)
    minutes = "" if isinstance(prepared, SwitchedOff) else minutes_words(prepared.timeline.total_ms)
    facts = _("{minutes} · {places}").format(minutes=minutes, places=where) if minutes and where else minutes or where
    props = _props_words(offer)
    mark = _("Tonight") if offer.is_tonight else _("Your own") if offer.is_own else ""
    favourite = _("a favourite") if offer.is_favourite else ""
    evidence = evidence_words(routine)
    spoken = (routine.name, mark, favourite, minutes, where, props, evidence)
    return RoutineCard(
        routine=routine.id,
        name=routine.name,
        facts=facts,
        props=props,
        evidence=evidence,
        dots=_DOTS[routine.evidence.level],
        mark=mark,
        pictured=None if isinstance(prepared, SwitchedOff) else pictured(prepared.timeline),
        is_tonight=offer.is_tonight,
        is_favourite=offer.is_favourite,
        is_own=offer.is_own,
        spoken=in_a_row(spoken),
    )


def page(offer: Offer, week: WeekPlan, name_of: Callable[[str], str], sources: Mapping[str, Source]) -> RoutinePage:
    """The page of one routine. `name_of` gives the name of any routine."""
    prepared = offer.prepared
    is_off = isinstance(prepared, SwitchedOff)
    spans = () if isinstance(prepared, SwitchedOff) else prepared.timeline.steps
    changes = () if isinstance(prepared, SwitchedOff) else prepared.suited.changes
    coming = {change.substitute.id: change for change in changes if change.substitute is not None}
    evidence = offer.routine.evidence
    return RoutinePage(
        card=card(offer),
        summary=offer.routine.summary,
        lines=tuple(stretch_line(span, coming.get(span.stretch.id)) for span in spans),
        stretches=tuple(span.stretch for span in spans),
        lengths_ms=tuple(span.duration_ms for span in spans),
        evidence=evidence.text,
        sources=tuple(sources[one].name for one in evidence.sources if one in sources),
        changes=tuple(change.words for change in changes),
        off=prepared.words if isinstance(prepared, SwitchedOff) else "",
        nights=() if is_off else tuple(_toggle(day, offer.routine, week) for day in Day),
        plan=week.words(name_of),
    )


def minutes_words(duration_ms: int) -> str:
    """A length to the nearest minute, at least one."""
    return short_minutes(max(1, round(duration_ms / 60_000)))


def changes_title(changes: tuple[str, ...]) -> str:
    """What opens the changes."""
    words = ngettext("{count} change for you", "{count} changes for you", len(changes))
    return words.format(count=spelled_first(len(changes)))


def _toggle(day: Day, routine: Routine, week: WeekPlan) -> NightToggle:
    is_on = week.nights.get(day, week.usual) == routine.id
    spoken = _("{routine} on {day}").format(routine=routine.name, day=day.words)
    return NightToggle(day=day, letter=weekday_letters()[tuple(Day).index(day)], is_on=is_on, spoken=spoken)


def _places_words(offer: Offer) -> str:
    """Where it is done, in a short line of its own."""
    first, *others = _places(offer) or ("",)
    return in_a_row((_(_IN_SHORT_FIRST[first]), *(_(_IN_SHORT[place]) for place in others))) if first else ""


def _places(offer: Offer) -> tuple[str, ...]:
    if isinstance(offer.prepared, SwitchedOff):
        return ()
    return place_names(offer.prepared.suited.routine, offer.prepared.timeline.steps)


def _props(offer: Offer) -> tuple[Prop, ...]:
    """What each stretch needs, which is what it names first: the rest stands in for that, or is for comfort."""
    if isinstance(offer.prepared, SwitchedOff):
        return ()
    needed = dict.fromkeys(span.stretch.props[0] for span in offer.prepared.timeline.steps if span.stretch.props)
    in_bed = "bed" in _places(offer)
    return tuple(prop for prop in Prop if prop in needed and not (prop is Prop.MAT and in_bed))


def _props_words(offer: Offer) -> str:
    if isinstance(offer.prepared, SwitchedOff):
        return _("Not with what you ticked")
    props = [prop for prop in _props(offer) if prop is not Prop.BED]
    if not props:
        return _("Nothing needed")
    return in_a_row((prop_name_first(props[0]), *map(prop_name, props[1:])))
