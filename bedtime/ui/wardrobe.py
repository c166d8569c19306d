"""From what the person has chosen, and the time, to the light of the room."""

from datetime import datetime
from typing import assert_never

from bedtime.settings import MotionChoice, ThemeChoice
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme

DAY_BEGINS_H, NIGHT_BEGINS_H = 6, 17


def theme_of(choice: ThemeChoice, now: datetime) -> Theme:
    """The light of the evening's screens at this moment."""
    match choice:
        case ThemeChoice.BY_THE_CLOCK:
            return Theme.DAY if DAY_BEGINS_H <= now.hour < NIGHT_BEGINS_H else Theme.NIGHT
        case ThemeChoice.NIGHT:
            return Theme.NIGHT
        case ThemeChoice.DIM:
            return Theme.DIM
        case ThemeChoice.DAY:
            return Theme.DAY
        case ThemeChoice.HIGH_CONTRAST:
            return Theme.HIGH_CONTRAST
        case _:
            assert_never(choice)


def motion_of(choice: MotionChoice) -> Motion:
    """How much may move. No system tells Qt about reduced motion yet, so following it means moving."""
    match choice:
        case MotionChoice.AS_THE_SYSTEM_SAYS:
            return Motion.FULL
        case MotionChoice.REDUCED:
            return Motion.REDUCED
        case MotionChoice.STILL:
            return Motion.STILL
        case _:
            assert_never(choice)
