"""From the settings to how loud and in which manner something is heard."""

from bedtime.session.ears import led_in
from bedtime.settings import USUAL_VOICE, Settings, Switch
from bedtime.ui.senses.voice import Manner

WHISPER = 10 ** (-12 / 20)
"""Twelve decibels less."""


def volume_of(settings: Settings) -> float:
    """How loud tones and voice are, 0 to 1."""
    return settings.volume / 100 * _whisper(settings)


def night_volume_of(settings: Settings) -> float:
    """How loud the night sound is, 0 to 1."""
    return settings.night_volume / 100 * _whisper(settings)


def manner_of(settings: Settings) -> Manner:
    """How the voice speaks."""
    return Manner(
        language=led_in(settings.voice_language),
        voice="" if settings.voice == USUAL_VOICE else settings.voice,
        pace=settings.voice_pace,
        volume=100 * volume_of(settings),
    )


def _whisper(settings: Settings) -> float:
    return WHISPER if settings.whisper is Switch.ON else 1.0
