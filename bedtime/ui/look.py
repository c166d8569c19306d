"""What a part needs to know to draw itself: the colours, the measures, and how much may move."""

from dataclasses import dataclass
from enum import StrEnum

from bedtime.ui.metrics import Metrics
from bedtime.ui.palette import Palette


class Motion(StrEnum):
    """How much may move."""

    FULL = "full"
    REDUCED = "reduced"  # nothing slides, scales or mirrors; fades are short
    STILL = "still"  # the lamp does not breathe either; the words remain


@dataclass(frozen=True, slots=True)
class Look:
    """The appearance of one screen at one size."""

    palette: Palette
    metrics: Metrics
    motion: Motion = Motion.FULL
