"""A person's own stretch: how it begins, and what its words may be.

One that begins as a copy of another keeps that one's cautions, so that they go on protecting; its poses too, until a
picture of the person's own takes their place.
"""

from collections.abc import Collection
from dataclasses import replace

from bedtime.language import _
from bedtime.movement.own_routine import free_id, mine
from bedtime.movement.pictures import PictureKind
from bedtime.movement.stretch import (
    BreathCue,
    Dose,
    Evidence,
    HoldDose,
    Position,
    Sides,
    Span,
    Strength,
    Stretch,
)

OWN_GROUP = "own"
_USUAL_DOSE = HoldDose(hold_s=Span(default=30, min=5, max=300), sets=Span(default=1, min=1, max=5))


def copied_stretch(stretch: Stretch, taken: Collection[str]) -> Stretch:
    """A stretch's copy, for changing: "Towel calf stretch, mine". `taken` are the ids that exist."""
    return replace(
        stretch,
        id=free_id(f"{stretch.id}-mine", taken),
        name=mine(stretch.name),
        pose_of=stretch.pose_of or stretch.id,
        picture=None,
    )


def new_stretch(
    name: str,
    taken: Collection[str],
    *,
    steps: tuple[str, ...],
    feel: str,
    position: Position = Position.STANDING,
    sides: Sides = Sides.EACH,
    dose: Dose = _USUAL_DOSE,
) -> Stretch:
    """A stretch in the person's own words. It has no cautions: what it asks of a body only they can know."""
    return Stretch(
        id=free_id(name, taken),
        name=name,
        group=OWN_GROUP,
        position=position,
        targets=(feel,),
        intensity=1,
        sides=sides,
        get_ready_s=10,
        switch_s=5 if sides is Sides.EACH else 0,
        dose=dose,
        steps=steps,
        feel=feel,
        mistake=_("Pushing into pain."),
        breath=BreathCue(pattern="soft-3-5", inhale=_("Breathe in gently"), exhale=_("Breathe out slowly and let go")),
        evidence=Evidence(level=Strength.TRADITIONAL, text=_("Your own stretch. Nobody has tested it.")),
    )


def picture_name(stretch: Stretch, kind: PictureKind) -> str:
    """What the picture of an own stretch is called: after its stretch, so that no two share one."""
    return f"{stretch.id}.{kind.value}"
