"""Who is drawn: bones, build and hair of each body. Colours are `figure.palette`'s, poses know nothing of either."""

from dataclasses import dataclass, field
from enum import StrEnum

from bedtime.figure.proportions import Proportions


class Hair(StrEnum):
    """How the hair is worn."""

    BUN = "bun"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Build:
    """How the flesh of a body differs from the table in `figure.flesh`: factors on its radii, and a belly in metres."""

    limbs: float = 1.0
    hips: float = 1.0
    waist: float = 1.0
    chest: float = 1.0
    shoulders: float = 1.0
    bust: float = 1.0
    belly: float = 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """One person. `name` is also the name of the colours in `figure.palette`."""

    name: str
    hair: Hair = Hair.BUN
    bones: Proportions = field(default_factory=Proportions)
    build: Build = field(default_factory=Build)


BODIES: dict[str, Body] = {
    body.name: body
    for body in (
        Body("ada"),
        Body(
            "walter",
            hair=Hair.SHORT,
            build=Build(limbs=1.06, hips=0.99, waist=1.12, chest=1.06, shoulders=1.08, bust=0.97, belly=0.022),
        ),
    )
}
DEFAULT_BODY = BODIES["ada"]
