"""Two small files that are read before the first paint: what there is, and how one may breathe."""

from bedtime.movement.breathing import BreathPattern
from bedtime.movement.values import Identifier, value


@value
class Catalogue:
    """`assets/catalogue.json`: what is built in, in the order in which it is offered."""

    routines: tuple[Identifier, ...]
    stretches: tuple[Identifier, ...]


@value
class Breathing:
    """`assets/breathing.json`."""

    patterns: tuple[BreathPattern, ...]
