"""Speaks on macOS and Windows, through QtTextToSpeech, which is loaded when a voice is first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from bedtime.session.ears import Speaker
from bedtime.ui.senses.quiet import be_quiet
from bedtime.ui.senses.voice import Manner

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

ENGINES = ("darwin", "winrt", "sapi")
"""Those that are known to speak, the best first. Qt lists them in any order, with one among them that only pretends."""


class SystemVoice(QObject):
    """An engine of `voice`."""

    opened = Signal()
    finished = Signal()
    failed = Signal()
    listed = Signal(tuple)

    def __init__(self, engines: tuple[str, ...] = ENGINES) -> None:
        """Nothing is loaded yet."""
        super().__init__()
        self._engines = engines
        self._speaker: QTextToSpeech | None = None
        self._is_speaking = False
        self._is_open = False

    def open(self) -> None:
        """Load the library and take the first engine that is here."""
        be_quiet()
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - see the module docstring
        except (ImportError, OSError):
            self.failed.emit()
            return
        here = QTextToSpeech.availableEngines()
        engine = next((name for name in self._engines if name in here), None)
        if engine is None:
            self.failed.emit()
            return
        self._speaker = QTextToSpeech(engine, self)
        self._speaker.stateChanged.connect(self._take)
        self._take(self._speaker.state())

    def take_on(self, manner: Manner) -> None:
        """Set language, voice, pace and volume; a voice that is not here is the usual one."""
        if self._speaker is None:
            return
        self._speaker.setLocale(QLocale(manner.language))
        self._speaker.setRate((manner.pace - 100) / 100)
        self._speaker.setVolume(manner.volume / 100)
        for voice in _voices(self._speaker):
            if voice.name() == manner.voice:
                self._speaker.setVoice(voice)

    def list_voices(self) -> None:
        """Tell which voices there are."""
        if self._speaker is not None:
            here = _voices(self._speaker)
            self.listed.emit(tuple(Speaker(one.name(), one.locale().name().replace("_", "-")) for one in here))

    def say(self, words: str) -> None:
        """Have it said."""
        if self._speaker is not None:
            self._is_speaking = True
            self._speaker.say(words)

    def stop(self) -> None:
        """Have it left off."""
        self._is_speaking = False
        if self._speaker is not None:
            self._speaker.stop()

    def close(self) -> None:
        """Let go of the engine."""
        self.stop()
        self._is_open = False
        if self._speaker is not None:
            self._speaker.deleteLater()
            self._speaker = None

    def _take(self, state: "QTextToSpeech.State") -> None:
        if state is state.Error:
            self.failed.emit()
        elif state is state.Ready and not self._is_open:
            self._is_open = True
            self.opened.emit()
        elif state is state.Ready and self._is_speaking:
            self._is_speaking = False
            self.finished.emit()


def _voices(speaker: "QTextToSpeech") -> "list[QVoice]":
    """All of them; `availableVoices` knows those of one locale only."""
    return [voice for locale in speaker.availableLocales() for voice in speaker.allVoices(locale)]
