"""Night sounds as a real sound server hears them: without a gap, and gone in the end."""

import array
import json
import math
import os
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import pytest

from tests.ui.senses.sound_server import RATE, SoundServer, sound_server

ROOT = Path(__file__).parents[3]
WINDOW = RATE // 50


def play(kind: str, file: Path | None, seconds: float, server: SoundServer) -> dict[str, Any]:
    """What somebody who plays it has to say about it."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("evening_of_rain.py")), kind, str(file or ""), str(seconds)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **server.environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr  # FFmpeg may grumble
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def loud_windows(heard: "array.array[int]") -> list[bool]:
    """For each fiftieth of a second whether anything was heard."""
    return [max(map(abs, heard[at : at + WINDOW])) > 8 for at in range(0, len(heard) - WINDOW, WINDOW)]


@pytest.mark.slow
def test_our_own_rain_sounds_and_fades_away_and_lets_the_device_go() -> None:
    with sound_server() as server:
        with server.listening() as ear:
            said = play("rain", None, 4, server)
            windows = loud_windows(ear.samples())
        assert not server.is_used
    assert said == {"told": [], "is_playing": False}
    assert 2.5 < sum(windows) / 50 < 6


@pytest.mark.slow
def test_a_file_of_ones_own_is_looped_without_a_gap(tmp_path: Path) -> None:
    hum = array.array("h", (round(9000 * math.sin(2 * math.pi * 200 * at / 22_050)) for at in range(22_050)))
    with wave.open(str(tmp_path / "hum.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(hum.tobytes())
    with sound_server() as server, server.listening() as ear:
        said = play("own file", tmp_path / "hum.wav", 5, server)
        windows = loud_windows(ear.samples())
    assert said["told"] == []
    first, last = windows.index(True), len(windows) - windows[::-1].index(True)
    assert last - first > 4 * 50
    assert all(windows[first + 25 : last - 25])


@pytest.mark.slow
def test_a_file_that_is_no_sound_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "letter.ogg").write_text("Dear Ada,")
    with sound_server() as server:
        said = play("own file", tmp_path / "letter.ogg", 1, server)
    assert said["told"] == ["The night sound “letter.ogg” cannot be played. Choose another in the settings."]
    assert not said["is_playing"]
