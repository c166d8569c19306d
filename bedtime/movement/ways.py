"""The ways in which a person may want to be led. Names only, since settings are read before the first paint."""

from enum import StrEnum


class SideOrder(StrEnum):
    """Which leg goes first."""

    RIGHT_FIRST = "right first"
    LEFT_FIRST = "left first"
    WORSE_FIRST = "worse leg first"


class BreathChoice(StrEnum):
    """Whose breath is led, where the person has not chosen a pattern."""

    EACH_ITS_OWN = "each its own"
    OFF = "off"
