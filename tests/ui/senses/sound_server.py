"""A sound server for one test, with a speaker that nobody hears, and an ear on it."""

import array
import contextlib
import math
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event, Thread

import pytest

RATE = 16_000
PATIENCE_S = 20
WINDOW = RATE // 100
QUIET_S = 0.2


def need(*tools: str) -> None:
    """Skip the test, saying what is missing, unless every tool is there."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)} (Debian: pulseaudio pulseaudio-utils speech-dispatcher espeak-ng)")


class Ear:
    """Listens to the speaker and knows when it heard what, on the clock of `time.monotonic`."""

    def __init__(self, recorder: "subprocess.Popen[bytes]") -> None:
        self._recorder = recorder
        self._chunks: list[tuple[float, bytes]] = []
        self.listens = Event()
        self._thread = Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        while chunk := os.read(self._recorder.stdout.fileno(), 65_536):
            self._chunks.append((time.monotonic(), chunk))
            self.listens.set()

    def wait_for_more(self) -> None:
        """Wait until something more has been heard, if only silence."""
        self.listens.clear()
        self.listens.wait(PATIENCE_S)

    def close(self) -> None:
        """Stop listening."""
        self._recorder.terminate()
        self._thread.join()
        self._recorder.communicate()

    def samples(self) -> array.array:  # type: ignore[type-arg]
        """All that was heard."""
        return array.array("h", b"".join(chunk for _, chunk in self._chunks))

    def parts(self, quiet_s: float, threshold: int = 60) -> list[array.array]:  # type: ignore[type-arg]
        """What was heard, in the pieces that so much silence lies between."""
        heard, pieces, last = self.samples(), [], -RATE * 1000
        for start in range(0, len(heard) - WINDOW, WINDOW):
            if max(map(abs, heard[start : start + WINDOW])) > threshold:
                if start - last > quiet_s * RATE:
                    pieces.append([start, start])
                pieces[-1][1] = last = start + WINDOW
        return [heard[start:end] for start, end in pieces]

    def onsets(self, threshold: int = 60) -> list[tuple[float, int]]:
        """Each sound that follows a silence: when it began, and the index of its first sample."""
        began_s = min(at_s - self._length_s(index) for index, (at_s, _) in enumerate(self._chunks))
        found, quiet, heard = [], QUIET_S * RATE, self.samples()
        for start in range(0, len(heard) - WINDOW, WINDOW):
            if max(map(abs, heard[start : start + WINDOW])) > threshold:
                if quiet >= QUIET_S * RATE:
                    found.append((began_s + start / RATE, start))
                quiet = 0
            else:
                quiet += WINDOW
        return found

    def _length_s(self, index: int) -> float:
        return sum(len(chunk) for _, chunk in self._chunks[: index + 1]) / 2 / RATE


def loudest_hz(part: Sequence[int], candidates: Sequence[int]) -> int:
    """Of these frequencies the one of which there is most, by Goertzel's way."""

    def power(hz: int) -> float:
        turn = 2 * math.cos(2 * math.pi * hz / RATE)
        last = before = 0.0
        for sample in part:
            last, before = sample + turn * last - before, last
        return last * last + before * before - turn * last * before

    return max(candidates, key=power)


class SoundServer:
    """PulseAudio with one speaker that leads nowhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PULSE_SERVER": f"unix:{folder / 'native'}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
        }

    def ask(self, *command: str) -> str:
        """Run a tool against this server."""
        ran = subprocess.run(
            command,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return ran.stdout

    @property
    def is_used(self) -> bool:
        """Whether anybody holds the speaker open."""
        return bool(self.ask("pactl", "list", "short", "sink-inputs").strip())

    @contextlib.contextmanager
    def listening(self) -> Iterator[Ear]:
        """An ear on the speaker."""
        command = ["parec", "-d", "nobody.monitor", f"--rate={RATE}", "--channels=1", "--format=s16le", "--raw"]
        recorder = subprocess.Popen(
            [*command, "--latency-msec=10"], env={**os.environ, **self.environment}, stdout=subprocess.PIPE
        )
        ear = Ear(recorder)
        try:
            assert ear.listens.wait(PATIENCE_S), "the recorder heard nothing"
            yield ear
        finally:
            ear.close()


@contextlib.contextmanager
def sound_server(*modules: str) -> Iterator[SoundServer]:
    """A running server; with more modules if they are named."""
    need("pulseaudio", "parec", "pactl")
    folder = Path(tempfile.mkdtemp(prefix="bedtime-"))  # as short as a real one: a socket's path has little room
    server = SoundServer(folder)
    loaded = [
        f"module-native-protocol-unix socket={folder / 'native'} auth-anonymous=1",
        "module-null-sink sink_name=nobody rate=48000",
        *modules,
    ]
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=true", "--use-pid-file=no"]
    with subprocess.Popen(
        [*command, *(word for module in loaded for word in ("-L", module))],
        env={**os.environ, **server.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            end = time.monotonic() + PATIENCE_S
            while not server.ask("pactl", "info"):
                assert time.monotonic() < end, "the sound server did not start"
            yield server
        finally:
            process.kill()
    shutil.rmtree(folder)
