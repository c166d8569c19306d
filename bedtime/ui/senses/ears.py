"""What sounds and speaks on this computer, put together for whoever wants it: a session, or the settings."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from bedtime.clock import Clock
from bedtime.session.cues import Announcement
from bedtime.ui.alarm import QtAlarm
from bedtime.ui.senses.announcer import announce
from bedtime.ui.senses.display import Display
from bedtime.ui.senses.night import NightSounds
from bedtime.ui.senses.senses import Senses
from bedtime.ui.senses.sound import Sound
from bedtime.ui.senses.voice import Engine, Voice
from bedtime.ui.senses.wake_lock import WakeLock
from bedtime.ui.tasks import Worker


@dataclass(frozen=True, slots=True)
class Ears:
    """The tones, the voice and the night sound. None of them has loaded or opened anything yet."""

    tones: Sound
    voice: Voice
    night: NightSounds

    def close(self) -> None:
        """Be silent, and let go of everything."""
        self.tones.stop()
        self.voice.close()
        self.night.stop()


def make_ears(sounds: Path, start_speech_service: Callable[[], None], worker: Worker) -> Ears:
    """Those of this system. `sounds` holds the tones, `worker` makes the night sounds.

    `start_speech_service` is for Linux, where a service of its own speaks; Fault where there is none.
    """
    return Ears(Sound(sounds), Voice(_make_engine(start_speech_service)), NightSounds(worker))


def make_senses(ears: Ears, window: QWidget, clock: Clock) -> Senses:
    """What leads through a session. `window` tells a screen reader, unless another of ours is in front of it."""
    display = Display(WakeLock(), Worker(), clock, QtAlarm(clock))

    def tell_screen_reader(announcement: Announcement) -> None:
        announce(QApplication.activeWindow() or window, announcement)

    return Senses(ears.tones, ears.voice, ears.night, display, tell_screen_reader)


def _make_engine(start_speech_service: Callable[[], None]) -> Engine:
    if sys.platform in {"darwin", "win32"}:
        from bedtime.ui.senses.system_voice import SystemVoice  # noqa: PLC0415 - one of the two is for this system

        return SystemVoice()
    from bedtime.ui.senses.speech_dispatcher import SpeechDispatcher  # noqa: PLC0415 - as above

    return SpeechDispatcher(start_speech_service)
