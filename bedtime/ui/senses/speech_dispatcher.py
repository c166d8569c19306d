"""Speaks on Linux, through speech-dispatcher, over its socket.

QtTextToSpeech would do so inside this process, and hold up everything for more than a second while it lists the voices.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from bedtime.errors import Fault
from bedtime.ui.senses import ssip
from bedtime.ui.senses.voice import Manner

TRY_AGAIN_MS = 150
MOST_TRIES = 30
"""A service that has to be started first is given four and a half seconds."""


def socket_path() -> str:
    """Where speech-dispatcher listens, for this user."""
    kind, _, path = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "unix_socket" and path:
        return path
    running = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return str(Path(running) / "speech-dispatcher" / "speechd.sock")


class SpeechDispatcher(QObject):
    """An engine of `voice`. `start_service` starts the service if that is allowed; Fault where there is none."""

    opened = Signal()
    finished = Signal()
    failed = Signal()
    listed = Signal(tuple)

    def __init__(self, start_service: Callable[[], None]) -> None:
        """Not connected yet."""
        super().__init__()
        self._start_service = start_service
        self._replies = ssip.Replies()
        self._tries = 0
        self._message = ""
        self._unanswered = 0
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(lambda: self._write(ssip.HELLO))
        self._socket.readyRead.connect(self._read)
        self._socket.errorOccurred.connect(self._try_again)
        self._again = QTimer(self, singleShot=True, interval=TRY_AGAIN_MS)
        self._again.timeout.connect(self._connect)

    def open(self) -> None:
        """Connect; start the service first if nobody answers."""
        self._tries = 0
        self._connect()

    def take_on(self, manner: Manner) -> None:
        """Set language, voice, pace and volume. What the service does not have, it does without."""
        self._write(ssip.in_this_manner(manner.language, manner.voice, manner.pace, manner.volume))

    def say(self, words: str) -> None:
        """Have it said."""
        self._message = ""
        self._unanswered += 1
        self._write(ssip.spoken(words))

    def stop(self) -> None:
        """Have what is being said left off. Only our own: a screen reader speaks through the same service."""
        self._message = ""
        self._write((ssip.STOP,))

    def list_voices(self) -> None:
        """Ask for all of them: more than ten thousand lines where espeak-ng speaks."""
        self._write((ssip.LIST,))

    def close(self) -> None:
        """Hang up."""
        self._again.stop()
        self._tries = MOST_TRIES
        if self._socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            self._write((ssip.STOP, ssip.GOODBYE))
            self._socket.flush()
        self._socket.blockSignals(True)  # noqa: FBT003 - named so by Qt
        self._socket.abort()
        self._socket.blockSignals(False)  # noqa: FBT003 - as above
        self._replies = ssip.Replies()
        self._unanswered = 0

    def _connect(self) -> None:
        self._socket.connectToServer(socket_path())

    def _try_again(self) -> None:
        """Nobody answers, or no longer: start the service once, and give it time."""
        self._tries += 1
        if self._tries == 1:
            try:
                self._start_service()
            except Fault:
                self._tries = MOST_TRIES
        if self._tries < MOST_TRIES:
            self._again.start()
        else:
            self.failed.emit()

    def _write(self, lines: tuple[str, ...]) -> None:
        self._socket.write(ssip.written(lines))

    def _read(self) -> None:
        for reply in self._replies.take(bytes(self._socket.readAll().data())):
            self._take(reply)

    def _take(self, reply: ssip.Reply) -> None:
        match reply.code:
            case ssip.MODULE if reply.lines == (ssip.NO_SPEECH,):
                self.close()
                self.failed.emit()
            case ssip.MODULE:
                self._tries = MOST_TRIES - 1  # whoever hangs up now has failed
                self.opened.emit()
            case ssip.VOICES:
                self.listed.emit(ssip.voices(reply.lines))
            case ssip.QUEUED:
                self._unanswered -= 1
                self._message = reply.lines[0] if reply.lines else ""
            case ssip.END | ssip.CANCELLED:
                self._end(reply.lines[0] if reply.lines else "")

    def _end(self, message: str) -> None:
        if message and message == self._message and not self._unanswered:
            self._message = ""
            self.finished.emit()
