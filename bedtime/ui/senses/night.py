"""Plays a night sound in a loop under the tones, from a session's beginning until minutes after Goodnight.

Nothing is loaded, made or opened before a night sound is wanted.
"""

import math
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from bedtime.language import _
from bedtime.session.night_sounds import Loop, night_sound, seamless
from bedtime.settings import NightSound
from bedtime.ui.senses.display import Runner

if TYPE_CHECKING:  # loaded when a sound is wanted
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat, QAudioSink

FEED_MS = 200
AHEAD_MS = 1_000
"""How much lies ready with the system: a busy moment of the window is not heard."""
SWELL_MS, TRIAL_FADE_MS = 3_000, 1_000
FADE_MS = 10 * 60_000
OWN_RATE, OWN_CHANNELS = 44_100, 2
LONGEST_OWN_S = 300
"""So much of a file of the person's own is looped; it lies in memory."""


class NightSounds(QObject):
    """The night sound. `told` carries a sentence where a file cannot be played."""

    told = Signal(str)

    def __init__(self, worker: Runner, fade_ms: int = FADE_MS) -> None:
        """Silence. `worker` makes the sounds, which takes a fraction of a second; `fade_ms` is how long they fade."""
        super().__init__()
        self._worker = worker
        self._fade_ms = self._longest_fade_ms = fade_ms
        self._left_ms: float = math.inf
        self._wanted: tuple[NightSound, str] = (NightSound.OFF, "")
        self._volume = 0.0
        self._loudness = 0.0  # 0 to 1: it swells at the beginning and fades at the end
        self._is_fading = False
        self._loop: Loop | None = None
        self._at = 0
        self._sink: QAudioSink | None = None
        self._into: QIODevice | None = None
        self._decoder: QAudioDecoder | None = None
        self._decoded = bytearray()
        self._feeding = QTimer(self)
        self._feeding.setInterval(FEED_MS)
        self._feeding.timeout.connect(self._feed)

    @property
    def is_playing(self) -> bool:
        """Whether the device is open."""
        return self._sink is not None

    def play(self, kind: NightSound, file: str, volume: float) -> None:
        """Play this from now on, `volume` from 0 to 1; the same one plays on without a break."""
        self._volume = volume
        self._is_fading = False
        self._left_ms, self._fade_ms = math.inf, self._longest_fade_ms
        if self._wanted == (kind, file) and (self._loop is not None or self._decoder is not None):
            self._open()
            return
        self.stop()
        self._wanted = (kind, file)
        if kind is NightSound.OWN_FILE:
            self._decode(file)
        elif kind is not NightSound.OFF:
            self._worker.run(lambda: night_sound(kind), lambda loop: self._take(kind, loop), lambda _: None)

    def play_a_little(self, kind: NightSound, file: str, volume: float, length_ms: int) -> None:
        """Play so much of it, and let it go softly."""
        self.play(kind, file, volume)
        self._left_ms, self._fade_ms = length_ms, TRIAL_FADE_MS

    def fade_out(self) -> None:
        """Go away over some minutes."""
        self._is_fading = True

    def stop(self) -> None:
        """Be silent at once, and forget everything."""
        self._wanted = (NightSound.OFF, "")
        self._loop = None
        decoder, self._decoder = self._decoder, None
        if decoder is not None:  # forgotten first: stopping may tell of an error once more
            decoder.stop()
            decoder.deleteLater()
        self._close()

    def look_for_a_speaker(self) -> None:
        """A speaker has come or gone: play on with what is there now."""
        if self._loop is not None and not self._is_fading:
            self._close()
            self._open()

    # Making

    def _take(self, kind: NightSound, loop: Loop | None) -> None:
        if self._wanted[0] is kind and loop is not None:
            self._loop, self._at = loop, 0
            self._open()

    def _decode(self, file: str) -> None:
        from PySide6.QtMultimedia import QAudioDecoder  # noqa: PLC0415 - see the module docstring

        self._decoded.clear()
        self._decoder = QAudioDecoder(self)
        self._decoder.setAudioFormat(_format(OWN_RATE, OWN_CHANNELS))
        self._decoder.setSource(QUrl.fromLocalFile(file))
        self._decoder.bufferReady.connect(self._collect)
        self._decoder.finished.connect(self._take_own)
        self._decoder.error.connect(lambda _: self._refuse(file))
        self._decoder.start()

    def _collect(self) -> None:
        if self._decoder is None:
            return
        self._decoded += bytes(self._decoder.read().data())
        if len(self._decoded) >= LONGEST_OWN_S * OWN_RATE * OWN_CHANNELS * 2:
            self._decoder.stop()
            self._take_own()

    def _take_own(self) -> None:
        if self._decoder is None:
            return
        decoder, self._decoder = self._decoder, None
        decoder.deleteLater()
        data = bytes(self._decoded)
        self._decoded.clear()
        self._worker.run(
            lambda: seamless(Loop(data, OWN_RATE, OWN_CHANNELS)),
            lambda loop: self._take(NightSound.OWN_FILE, loop),
            lambda _: None,
        )

    def _refuse(self, file: str) -> None:
        if self._decoder is None:
            return
        self.stop()
        words = _("The night sound “{file}” cannot be played. Choose another in the settings.")
        self.told.emit(words.format(file=Path(file).name))

    # Playing

    def _open(self) -> None:
        from PySide6.QtMultimedia import QAudioSink, QMediaDevices  # noqa: PLC0415 - see the module docstring

        device = QMediaDevices.defaultAudioOutput()
        if self._sink is not None or self._loop is None or not self._loop.data or device.isNull():
            return
        self._sink = QAudioSink(device, _format(self._loop.rate, self._loop.channels), self)
        self._sink.setBufferSize(self._bytes_in(AHEAD_MS))
        self._loudness = 0.0
        self._sink.setVolume(0.0)
        self._into = self._sink.start()
        self._feeding.start()
        self._feed()

    def _close(self) -> None:
        self._feeding.stop()
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink = self._into = None

    def _feed(self) -> None:
        """Hand over as much as there is room for, and move the loudness on by one step."""
        if self._sink is None or self._into is None or self._loop is None:
            return
        room = self._sink.bytesFree()
        while room > 0:
            written = self._into.write(self._loop.data[self._at : self._at + room])
            if written <= 0:
                break
            room -= written
            self._at = (self._at + written) % len(self._loop.data)
        self._left_ms -= FEED_MS
        if self._left_ms <= 0:
            self._is_fading = True
        step = -FEED_MS / self._fade_ms if self._is_fading else FEED_MS / SWELL_MS
        self._loudness = min(1.0, self._loudness + step)
        if self._loudness <= 0:
            self.stop()
        else:
            self._sink.setVolume(self._volume * self._loudness**2)

    def _bytes_in(self, length_ms: int) -> int:
        loop = self._loop or Loop(b"")
        return loop.rate * loop.channels * 2 * length_ms // 1000


def _format(rate: int, channels: int) -> "QAudioFormat":
    from PySide6.QtMultimedia import QAudioFormat  # noqa: PLC0415 - see the module docstring

    wanted = QAudioFormat()
    wanted.setSampleRate(rate)
    wanted.setChannelCount(channels)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted
