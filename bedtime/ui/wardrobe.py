"""From what the person has chosen, and the time, to the light of the room."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bedtime.settings import MotionChoice, Settings, ThemeChoice
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme
from bedtime.ui.screens.screen import Screen

DAY_BEGINS_H, NIGHT_BEGINS_H = 6, 17


@dataclass(frozen=True, slots=True)
class SystemWishes:
    """What the person has told their system of how they see."""

    less_motion: bool = False


_wishes = SystemWishes()


def heed(wishes: SystemWishes) -> None:
    """Follow these from now on, wherever the settings say so."""
    global _wishes  # noqa: PLW0603 - a process runs on one system, and every screen is dressed by it
    _wishes = wishes


def wants_more_contrast() -> bool:
    """Whether the system asks for more contrast, as far as Qt reports it."""
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return False
    hints = application.styleHints()  # held by name: what it hands out is invalid once its wrapper has gone
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def theme_of(choice: ThemeChoice, now: datetime) -> Theme:
    """The light of the evening's screens at this moment."""
    match choice:
        case ThemeChoice.BY_THE_CLOCK if wants_more_contrast():
            return Theme.HIGH_CONTRAST
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
    """How much may move."""
    match choice:
        case MotionChoice.AS_THE_SYSTEM_SAYS:
            return Motion.REDUCED if _wishes.less_motion else Motion.FULL
        case MotionChoice.REDUCED:
            return Motion.REDUCED
        case MotionChoice.STILL:
            return Motion.STILL
        case _:
            assert_never(choice)


def dress(screen: Screen, settings: Settings, now: datetime) -> None:
    """Give a screen the light of this moment, and as much movement as is wished."""
    screen.choose(theme_of(settings.theme, now), motion_of(settings.motion))
