"""Small, valid stretches, routines and patterns with only what a test wants to say about them."""

from bedtime.movement.breathing import BreathKind, BreathPattern, BreathPhase
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import (
    BreathCue,
    BreathsDose,
    ContractRelaxDose,
    Dose,
    Evidence,
    HoldDose,
    Position,
    RepsDose,
    Sides,
    Span,
    Strength,
    Stretch,
    Tempo,
)

TRADITION = Evidence(level=Strength.TRADITIONAL, text="Common advice.")


def a_stretch(
    identifier: str,
    dose: Dose,
    sides: Sides = Sides.BOTH,
    *,
    group: str = "calf",
    get_ready_s: int = 10,
    switch_s: int = 5,
    breath: str = "soft-3-5",
) -> Stretch:
    """A stretch in plain words."""
    return Stretch(
        id=identifier,
        name=identifier.replace("-", " ").capitalize(),
        group=group,
        position=Position.STANDING,
        targets=("calf",),
        intensity=1,
        sides=sides,
        get_ready_s=get_ready_s,
        switch_s=switch_s,
        dose=dose,
        steps=("Stand tall.",),
        feel="A gentle pull.",
        mistake="Rushing.",
        breath=BreathCue(pattern=breath, inhale="Lengthen.", exhale="Soften."),
        evidence=TRADITION,
    )


def a_routine(*steps: Step, identifier: str = "evening", closing_breath: str = "long-4-6") -> Routine:
    """A routine of these steps."""
    return Routine(
        id=identifier,
        name=identifier.replace("-", " ").capitalize(),
        situation="For every night.",
        summary="A few stretches.",
        when="Before bed.",
        place="standing",
        intensity=1,
        evidence=TRADITION,
        steps=steps,
        substitutions={},
        closing_breath=closing_breath,
    )


def a_pattern(identifier: str, *phases: tuple[BreathKind, float]) -> BreathPattern:
    """A breathing pattern of these phases."""
    return BreathPattern(
        id=identifier,
        name=identifier,
        phases=tuple(BreathPhase(kind=kind, seconds=seconds) for kind, seconds in phases),
        safety="Stop if light-headed.",
    )


PATTERNS = {
    pattern.id: pattern
    for pattern in (
        a_pattern("natural"),
        a_pattern("soft-3-5", (BreathKind.IN, 3), (BreathKind.OUT, 5)),
        a_pattern("even-5-5", (BreathKind.IN, 5), (BreathKind.OUT, 5)),
        a_pattern("long-4-6", (BreathKind.IN, 4), (BreathKind.OUT, 6)),
        a_pattern("box-4", *((kind, 4) for kind in (BreathKind.IN, BreathKind.HOLD, BreathKind.OUT, BreathKind.HOLD))),
    )
}

STRETCHES = {
    stretch.id: stretch
    for stretch in (
        a_stretch(
            "calf-wall",
            HoldDose(hold_s=Span(default=30, min=10, max=60), sets=Span(default=1, min=1, max=3)),
            Sides.EACH,
        ),
        a_stretch("forward-fold", HoldDose(hold_s=Span(default=45, min=20, max=90)), group="hamstring"),
        a_stretch(
            "ankle-circles",
            RepsDose(
                reps=Span(default=20, min=8, max=40),
                tempo_s=Tempo(up=2, down=1),
                unit="circles",
                half_cue="Now the other way",
            ),
            Sides.EACH,
            group="ankle-foot",
        ),
        a_stretch(
            "marching",
            RepsDose(reps=Span(default=40, min=20, max=120), tempo_s=Tempo(up=0.75, down=0.75)),
            group="movement",
        ),
        a_stretch("cat-cow", BreathsDose(breaths=Span(default=5, min=3, max=10), inhale_s=4, exhale_s=4), group="yoga"),
        a_stretch(
            "press-calf",
            ContractRelaxDose(
                cycles=Span(default=2, min=1, max=4),
                pre_s=10,
                contract_s=5,
                relax_s=2,
                stretch_s=15,
                effort_pct=(20, 50),
            ),
            Sides.EACH,
        ),
        a_stretch(
            "cramp-calf", HoldDose(hold_s=Span(default=30, min=15, max=60)), Sides.ONE, group="sos", get_ready_s=0
        ),
        a_stretch(
            "deep-breathing",
            BreathsDose(breaths=Span(default=6, min=3, max=60), inhale_s=4, exhale_s=6),
            group="rest",
            breath="long-4-6",
        ),
        a_stretch("body-scan", HoldDose(hold_s=Span(default=180, min=60, max=900)), group="rest", breath="natural"),
    )
}
