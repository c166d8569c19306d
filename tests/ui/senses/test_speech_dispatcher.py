"""The voice on Linux: a real speech-dispatcher that speaks with espeak-ng into a recording, and none at all."""

import array
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from bedtime.errors import Fault
from bedtime.ui.senses.speech_dispatcher import SpeechDispatcher
from tests.ui.senses.sound_server import RATE, need, sound_server

ROOT = Path(__file__).parents[3]
LONGEST_STALL_S = 0.25


def speak(*voices: str, **environment: str) -> dict[str, Any]:
    """What somebody who speaks had to say about it; with these voices, who lists them first."""
    evening = "evening_of_voices.py" if voices else "evening_of_speech.py"
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(evening)), *voices],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@contextlib.contextmanager
def ended_afterwards(folder: Path) -> Iterator[None]:
    """End the service that was started meanwhile: it would wait for ever."""
    try:
        yield
    finally:
        pid = folder / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
        if pid.exists():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid.read_text()), signal.SIGTERM)


@pytest.mark.slow
def test_it_speaks_one_thing_after_the_other_and_never_holds_up_the_window() -> None:
    need("speech-dispatcher", "espeak-ng")
    with sound_server() as server, ended_afterwards(server.folder), server.listening() as ear:
        said = speak(**server.environment)
        heard = ear.samples()
    assert not said["missing"]
    assert said["stall_s"] < LONGEST_STALL_S
    first_s, second_s = said["ended"]
    assert second_s - first_s > 0.8
    spoken_s = sum(max(map(abs, heard[at : at + 160])) > 200 for at in range(0, len(heard) - 160, 160)) * 160 / RATE
    assert 1.5 < spoken_s < 8


@pytest.mark.slow
def test_its_voices_are_listed_without_holding_up_the_window_and_the_chosen_one_is_heard() -> None:
    need("speech-dispatcher", "espeak-ng")
    chosen = ("English (America)", "English (Scotland)", "English (America)")
    with sound_server() as server, ended_afterwards(server.folder), server.listening() as ear:
        said = speak(*chosen, **server.environment)
        spoken = ear.parts(0.4)
    assert set(chosen) < set(said["voices"])
    assert not any("+" in voice for voice in said["voices"])
    assert said["stall_s"] < LONGEST_STALL_S
    american, scottish, again = map(loudness, spoken)
    assert difference(american, scottish) > 1.7 * difference(american, again)


def loudness(sound: "array.array[int]") -> list[float]:
    """How loud it is, fifty times a second, as a share of its loudest."""
    parts = [sound[at : at + RATE // 50] for at in range(0, len(sound) - RATE // 50, RATE // 50)]
    loud = [sum(map(abs, part)) for part in parts]
    return [each / max(loud) for each in loud]


def difference(one: list[float], other: list[float]) -> float:
    """How far apart two sounds are, 0 to 1, at the shift at which they are nearest."""

    def apart(shift: int) -> float:
        pairs = list(zip(one[max(0, shift) :], other[max(0, -shift) :], strict=False))
        return sum(abs(a - b) for a, b in pairs) / sum(max(a, b) for a, b in pairs)

    return min(map(apart, range(-4, 5)))


@pytest.mark.slow
def test_without_speech_dispatcher_the_voice_is_missing(tmp_path: Path) -> None:
    said = speak(XDG_RUNTIME_DIR=str(tmp_path), HOME=str(tmp_path), PATH=str(tmp_path))
    assert said["missing"]


class Service(QLocalServer):
    """A speech-dispatcher that a test holds in its hands."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
        super().__init__()
        self._module = module
        self.written = ""
        self.client: QLocalSocket | None = None
        self.newConnection.connect(self._welcome)
        path = folder / "speechd.sock"
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
        assert self.listen(str(path))

    def _welcome(self) -> None:
        self.client = self.nextPendingConnection()
        self.client.readyRead.connect(self._read)

    def _read(self) -> None:
        assert self.client is not None
        self.written += bytes(self.client.readAll().data()).decode()
        if "GET OUTPUT_MODULE" in self.written:
            self.answer(f"251-{self._module}", "251 OK")

    def answer(self, *lines: str) -> None:
        """Write to the program."""
        assert self.client is not None
        self.client.write("".join(f"{line}\r\n" for line in lines).encode())


def refuse() -> None:
    raise Fault("speech-dispatcher could not be started.")


def test_a_service_that_can_only_say_that_it_cannot_speak_is_missing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service(tmp_path, monkeypatch, "dummy")
    engine = SpeechDispatcher(refuse)
    with qtbot.waitSignal(engine.failed):
        engine.open()
    service.close()


def test_the_end_of_what_was_cut_off_is_not_the_end_of_what_follows(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service(tmp_path, monkeypatch, "espeak-ng")
    engine = SpeechDispatcher(refuse)
    with qtbot.waitSignal(engine.opened):
        engine.open()
    engine.say("First.")
    engine.stop()
    engine.say("Second.")
    with qtbot.assertNotEmitted(engine.finished):
        qtbot.waitUntil(lambda: "Second." in service.written)
        service.answer("225-1", "225 OK", "703-1", "703 CANCELED", "210 OK")
    with qtbot.waitSignal(engine.finished):
        service.answer("225-2", "225 OK", "702-2", "702 END")
    engine.close()
    service.close()


def test_a_service_that_dies_has_failed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service = Service(tmp_path, monkeypatch, "espeak-ng")
    engine = SpeechDispatcher(refuse)
    with qtbot.waitSignal(engine.opened):
        engine.open()
    assert service.client is not None
    with qtbot.waitSignal(engine.failed):
        service.client.abort()
    service.close()
