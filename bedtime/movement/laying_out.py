"""From a routine to its timeline: sides, sets, rests, lead-ins and breaths, laid end to end.

The totals follow the time model of `movement.dosing`. What the person chooses (which leg first, how to breathe) is
handed in as `Choices`; how long things last was decided before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import assert_never

from bedtime.movement.breathing import BreathKind, BreathPattern, paced, single
from bedtime.movement.dosing import Dosing, dosing
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import BreathsDose, ContractRelaxDose, HoldDose, RepsDose, Side, Sides, Stretch
from bedtime.movement.timeline import Segment, SegmentKind, Timeline
from bedtime.movement.ways import BreathChoice, SideOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the person has chosen. `worse_side` troubles them most nights; `cramp_side` has a cramp now."""

    side_order: SideOrder = SideOrder.RIGHT_FIRST
    worse_side: Side | None = None
    cramp_side: Side | None = None
    breathing: BreathChoice | BreathPattern = BreathChoice.EACH_ITS_OWN

    @property
    def first_side(self) -> Side:
        """The leg that goes first; the right one when the worse one is asked for and nobody has said which that is."""
        match self.side_order:
            case SideOrder.RIGHT_FIRST:
                return Side.RIGHT
            case SideOrder.LEFT_FIRST:
                return Side.LEFT
            case SideOrder.WORSE_FIRST:
                return self.worse_side or Side.RIGHT


AS_WRITTEN = Choices()


def lay_out(
    routine: Routine,
    stretches: Mapping[str, Stretch],
    patterns: Mapping[str, BreathPattern],
    choices: Choices = AS_WRITTEN,
) -> Timeline:
    """The timeline of a routine. Every stretch and pattern that it names has to be in the mappings (KeyError)."""
    breaths = _Breaths(patterns, choices.breathing, patterns[routine.closing_breath])
    segments: list[Segment] = []
    parts = count()
    for index, step in enumerate(routine.steps):
        planned = dosing(step, in_own_words(step, stretches[step.stretch]))
        of_step = breaths.chosen_for(step)
        work = tuple(_one_set(index, planned, of_step))
        if index == len(routine.steps) - 1 and planned.stretch.is_rest:
            work = tuple(_closing(segment, of_step) for segment in work)
        for lead_in, side, numbers in _turns(planned, step.side, choices):
            part = next(parts)
            turn = (_lead_in(work[0], lead_in, numbers, planned), *_sets(work, numbers, planned))
            segments.extend(replace(segment, part=part, side=side, sets=planned.sets) for segment in turn)
    return Timeline.of(routine, segments)


def in_own_words(step: Step, stretch: Stretch) -> Stretch:
    """The stretch with the name and the note that the person gave it in this step."""
    if step.name is None and step.note is None:
        return stretch
    return replace(stretch, name=step.name or stretch.name, note=step.note or stretch.note)


@dataclass(frozen=True, slots=True)
class _Breaths:
    """Who breathes how. A pattern that holds the breath runs in the closing rest, if it is chosen, and nowhere else."""

    patterns: Mapping[str, BreathPattern]
    chosen: BreathChoice | BreathPattern
    closing: BreathPattern

    def chosen_for(self, step: Step) -> "_Breaths":
        """The same, where a step has a pattern of its own and breathing is not off."""
        if step.breath is None or self.chosen is BreathChoice.OFF:
            return self
        return replace(self, chosen=self.patterns[step.breath])

    def during(self, stretch: Stretch) -> BreathPattern | None:
        """The pattern of a hold or of a movement: the person's choice, else the stretch's own."""
        for pattern in (self.chosen, self.patterns[stretch.breath.pattern]):
            if pattern is BreathChoice.OFF:
                return None
            if isinstance(pattern, BreathPattern) and not pattern.holds_breath:
                return pattern
        return None

    def counted(self, pattern: BreathPattern) -> BreathPattern | None:
        """The pattern that the work itself asks for: shown, unless breathing is off, and never replaced."""
        return None if self.chosen is BreathChoice.OFF else pattern

    def at_the_close(self) -> BreathPattern | None:
        """The pattern of the closing rest."""
        return self.chosen if isinstance(self.chosen, BreathPattern) else self.counted(self.closing)


def _turns(planned: Dosing, of_step: Side | None, choices: Choices) -> Iterator[tuple[SegmentKind, Side | None, range]]:
    """What leads in, whose turn it is, and the sets done in it, in order."""
    every_set = range(1, planned.sets + 1)
    first = of_step or choices.first_side
    match planned.sides:
        case Sides.BOTH:
            yield SegmentKind.GET_READY, None, every_set
        case Sides.ONE:
            yield SegmentKind.GET_READY, choices.cramp_side or of_step, every_set
        case Sides.EACH if planned.alternates:
            for number in every_set:
                this_set = range(number, number + 1)
                yield SegmentKind.GET_READY if number == 1 else SegmentKind.SWITCH, first, this_set
                yield SegmentKind.SWITCH, first.other, this_set
        case Sides.EACH:
            yield SegmentKind.GET_READY, first, every_set
            yield SegmentKind.SWITCH, first.other, every_set


def _lead_in(work: Segment, kind: SegmentKind, numbers: range, planned: Dosing) -> Segment:
    duration_ms = planned.get_ready_ms if kind is SegmentKind.GET_READY else planned.switch_ms
    return _without_work(work, kind, duration_ms, set_no=numbers[0])


def _sets(work: tuple[Segment, ...], numbers: range, planned: Dosing) -> Iterator[Segment]:
    """The sets of one turn with the rests between them. A rest carries the number of the set that it leads to."""
    for number in numbers:
        if number > numbers[0]:
            yield _without_work(work[0], SegmentKind.REST, planned.rest_ms, set_no=number)
        for segment in work:
            yield replace(segment, set_no=number)


def _without_work(work: Segment, kind: SegmentKind, duration_ms: int, set_no: int) -> Segment:
    """A lead-in or a rest beside some work: nothing is counted and no breath is led in it."""
    return replace(
        work,
        kind=kind,
        duration_ms=duration_ms,
        set_no=set_no,
        repetition_ms=0,
        half_cue=None,
        effort_pct=None,
        breath=None,
    )


def _one_set(index: int, planned: Dosing, breaths: _Breaths) -> Iterator[Segment]:
    stretch, dose = planned.stretch, planned.stretch.dose
    hold = Segment(
        kind=SegmentKind.HOLD,
        duration_ms=planned.set_ms,
        step=index,
        part=0,
        stretch=stretch,
        sides=planned.sides,
        side=None,
        breath=breaths.during(stretch),
    )
    match dose:
        case HoldDose():
            yield hold
        case RepsDose():
            yield replace(hold, kind=SegmentKind.MOVE, repetition_ms=planned.unit_ms, half_cue=dose.half_cue)
        case BreathsDose():
            breath = breaths.counted(paced(dose.inhale_s, dose.exhale_s))
            yield replace(hold, kind=SegmentKind.BREATHE, repetition_ms=planned.unit_ms, breath=breath)
        case ContractRelaxDose():
            yield from _contract_relax(hold, dose, planned, breaths)
        case _:
            assert_never(dose)


def _contract_relax(hold: Segment, dose: ContractRelaxDose, planned: Dosing, breaths: _Breaths) -> Iterator[Segment]:
    """Out while pressing, in while letting go, so that nobody strains against a closed throat."""
    hold = replace(hold, effort_pct=dose.effort_pct, cycles=planned.amount)
    yield replace(hold, duration_ms=dose.pre_s * 1000)
    for cycle in range(1, planned.amount + 1):
        of_cycle = replace(hold, cycle_no=cycle)
        press = breaths.counted(single(BreathKind.OUT, dose.contract_s))
        yield replace(of_cycle, kind=SegmentKind.PRESS, duration_ms=dose.contract_s * 1000, breath=press)
        if dose.relax_s:
            let_go = breaths.counted(single(BreathKind.IN, dose.relax_s))
            yield replace(of_cycle, kind=SegmentKind.RELAX, duration_ms=dose.relax_s * 1000, breath=let_go)
        yield replace(of_cycle, duration_ms=dose.stretch_s * 1000)


def _closing(work: Segment, breaths: _Breaths) -> Segment:
    """The last rest, led by the closing pattern. Where breaths are counted, that pattern's are."""
    breath = breaths.at_the_close()
    counted_ms = breath.cycle_ms if breath and work.repetition_ms else work.repetition_ms
    return replace(work, kind=SegmentKind.CLOSING, breath=breath, repetition_ms=counted_ms)
