"""Breathing as a function of time: which part of a breath it is now, and how far the lamp is open.

The curve is half a cosine in each part and begins where the last one ended, so the seam of two breaths cannot be seen.
Which pattern runs where is decided in `movement.laying_out`; no clock runs here.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from bedtime.language import _
from bedtime.movement.values import Identifier, Words, value
from bedtime.values import Ge, Gt, Le

TOP_UP_FROM = 0.85  # how full the first sip of a double one is


class BreathKind(StrEnum):
    """What the breath does."""

    IN = "in"
    TOP_UP = "top-up"  # a second, small sip on top of a full breath
    HOLD = "hold"
    OUT = "out"


@value
class BreathPhase:
    """One part of a breath."""

    kind: BreathKind
    seconds: Annotated[float, Gt(0), Le(60)]

    @property
    def duration_ms(self) -> int:
        """Its length in milliseconds."""
        return round(self.seconds * 1000)


@value
class BreathPattern:
    """A way of breathing, as `assets/breathing.json` says it. Without phases nothing is counted.

    `max_cycles` and `max_minutes` are how long it may be led; after that the breath is left to itself.
    """

    id: Identifier
    name: Words
    phases: tuple[BreathPhase, ...] = ()
    uses: tuple[Words, ...] = ()
    safety: Words
    note: Words | None = None
    sources: tuple[Identifier, ...] = ()
    max_cycles: Annotated[int, Ge(1), Le(100)] | None = None
    max_minutes: Annotated[int, Ge(1), Le(60)] | None = None

    @property
    def holds_breath(self) -> bool:
        """Whether the breath is held anywhere. Such a pattern never runs during a stretch."""
        return any(phase.kind is BreathKind.HOLD for phase in self.phases)

    @property
    def cycle_ms(self) -> int:
        """The length of one breath in milliseconds; 0 when nothing is counted."""
        return sum(phase.duration_ms for phase in self.phases)

    @property
    def longest_ms(self) -> float:
        """How long it may be led, in milliseconds; infinite for most."""
        cycles_ms = math.inf if self.max_cycles is None else self.max_cycles * self.cycle_ms
        minutes_ms = math.inf if self.max_minutes is None else self.max_minutes * 60_000
        return min(cycles_ms, minutes_ms)


@dataclass(frozen=True, slots=True)
class Breath:
    """One moment of a breath. `openness` is 0 when the lungs are empty and 1 when they are full."""

    phase: BreathPhase
    openness: float
    left_in_phase_ms: int
    cycle_no: int

    @property
    def kind(self) -> BreathKind:
        """What the breath does now."""
        return self.phase.kind


def breath_at(pattern: BreathPattern, elapsed_ms: int) -> Breath | None:
    """The breath `elapsed_ms` after the pattern began; None when nothing is counted, or no longer."""
    if not pattern.phases or not 0 <= elapsed_ms < pattern.longest_ms:
        return None
    cycles, into_ms = divmod(elapsed_ms, pattern.cycle_ms)
    for index, phase in enumerate(pattern.phases):
        if into_ms < phase.duration_ms:
            start, end = _filled_before(pattern, index), _filled_after(pattern, index)
            eased = (1 - math.cos(math.pi * into_ms / phase.duration_ms)) / 2
            return Breath(phase, start + (end - start) * eased, phase.duration_ms - into_ms, cycles + 1)
        into_ms -= phase.duration_ms
    raise AssertionError("the phases of a cycle add up to the cycle")


def paced(inhale_s: float, exhale_s: float) -> BreathPattern:
    """The breath of a stretch whose dose is counted in breaths: its own inhale and exhale."""
    return BreathPattern(
        id="paced",
        name=_("In {inhale}, out {exhale}").format(inhale=f"{inhale_s:g}", exhale=f"{exhale_s:g}"),
        phases=(
            BreathPhase(kind=BreathKind.IN, seconds=inhale_s),
            BreathPhase(kind=BreathKind.OUT, seconds=exhale_s),
        ),
        safety=_("No holds."),
    )


def single(kind: BreathKind, seconds: float) -> BreathPattern:
    """One long part of a breath, as for a press: out while pressing, in while letting go."""
    return BreathPattern(
        id=f"single-{kind}",
        name=_("One breath in") if kind is BreathKind.IN else _("One breath out"),
        phases=(BreathPhase(kind=kind, seconds=seconds),),
        safety=_("No holds."),
    )


def _filled_after(pattern: BreathPattern, index: int) -> float:
    match pattern.phases[index].kind:
        case BreathKind.IN:
            following = pattern.phases[(index + 1) % len(pattern.phases)]
            return TOP_UP_FROM if following.kind is BreathKind.TOP_UP else 1.0
        case BreathKind.TOP_UP:
            return 1.0
        case BreathKind.OUT:
            return 0.0
        case BreathKind.HOLD:
            return _filled_before(pattern, index)


def _filled_before(pattern: BreathPattern, index: int) -> float:
    if len(pattern.phases) == 1:
        return 1.0 if pattern.phases[0].kind is BreathKind.OUT else 0.0
    for back in range(1, len(pattern.phases) + 1):
        before = (index - back) % len(pattern.phases)
        if pattern.phases[before].kind is not BreathKind.HOLD:
            return _filled_after(pattern, before)
    return 0.0  # nothing but holds
