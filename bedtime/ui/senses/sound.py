"""Sounds the tones, with QtMultimedia, which is loaded when a session first wants a sound and never before.

Each tone is loaded a moment ahead, since the one when it is due may be busy; that opens the device. Once it has sounded
it lets go again, so that in between nothing is held and a speaker that was changed in the meantime is used at once.
"""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from bedtime.session.cues import Tone
from bedtime.ui.senses.quiet import be_quiet, be_quieter

if TYPE_CHECKING:  # it costs a tenth of what a window does, and some systems lack what it needs
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect


class Sound(QObject):
    """The tones. `ready_changed` tells when a speaker comes or goes."""

    ready_changed = Signal()

    def __init__(self, folder: Path) -> None:
        """`folder` holds a file for each tone. Nothing is loaded or opened yet."""
        super().__init__()
        self._folder = folder
        self._devices: QMediaDevices | None = None
        self._waiting: dict[Tone, QSoundEffect] = {}
        self._playing: list[QSoundEffect] = []
        self._is_lost = False

    @property
    def is_ready(self) -> bool:
        """Whether there is anything to sound with; the first time this is asked, the library is loaded."""
        devices = self._loaded()
        return devices is not None and bool(devices.audioOutputs())

    def play(self, tone: Tone, volume: float) -> None:
        """Sound a tone; `volume` is a share of the loudness that the file has, 0 to 1."""
        if not self.is_ready or volume <= 0:
            return
        effect = self._waiting.pop(tone, None) or self._loaded_effect(tone)
        self._playing.append(effect)
        effect.setVolume(volume)
        effect.playingChanged.connect(lambda: self._let_go_if_over(effect))
        effect.statusChanged.connect(lambda: self._let_go_if_broken(effect))
        effect.play()

    def get_ready(self, tones: Collection[Tone]) -> None:
        """Load what is due in a moment, so that it then sounds at once, and let go of what is due no more."""
        if not tones and not self._waiting:
            return
        for tone in self._waiting.keys() - set(tones):
            self._waiting.pop(tone).deleteLater()
        for tone in (set(tones) - self._waiting.keys()) if self.is_ready else ():
            self._waiting[tone] = self._loaded_effect(tone)

    def stop(self) -> None:
        """Be silent at once."""
        self.get_ready(())
        for effect in tuple(self._playing):
            self._let_go(effect)

    def _loaded_effect(self, tone: Tone) -> "QSoundEffect":
        """A tone for the speaker that is the usual one now."""
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415 - see the module docstring

        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{tone}.wav")))
        return effect

    def _look_for_a_speaker(self) -> None:
        """What was loaded was loaded for a speaker that may have gone."""
        waiting = tuple(self._waiting)
        self.get_ready(())
        self.get_ready(waiting)
        self.ready_changed.emit()

    def _loaded(self) -> "QMediaDevices | None":
        if self._devices is None and not self._is_lost:
            be_quieter()
            try:
                from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - see the module docstring
            except (ImportError, OSError):  # a Linux without the library of its sound server
                self._is_lost = True
            else:
                self._devices = QMediaDevices(self)
                self._devices.audioOutputs()
                self._devices.audioOutputsChanged.connect(self._look_for_a_speaker)
            be_quiet()
        return self._devices

    def _let_go_if_over(self, effect: "QSoundEffect") -> None:
        if effect in self._playing and not effect.isPlaying():  # one that was let go may still be told of
            self._let_go(effect)

    def _let_go_if_broken(self, effect: "QSoundEffect") -> None:
        if effect in self._playing and effect.status() == effect.Status.Error:
            self._let_go(effect)

    def _let_go(self, effect: "QSoundEffect") -> None:
        if effect in self._playing:
            self._playing.remove(effect)
            effect.stop()
            effect.deleteLater()
