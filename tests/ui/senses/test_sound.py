"""The tones as a real sound server hears them, found in a recording."""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.session.cues import Tone
from tests.ui.senses.sound_server import PATIENCE_S, RATE, SoundServer, loudest_hz, sound_server

ROOT = Path(__file__).parents[3]
SOUNDS = ROOT / "assets" / "sounds"
STARTS_HZ = {Tone.READY: 392, Tone.HOLD: 392, Tone.NEXT: 494, Tone.CHANGE: 587, Tone.FINISHED: 587}
LATEST_S = 0.060
LATEST_OF_THE_FIRST_S = 1.0
"""The first tone only says that a session has begun, and waits until the window has been made and painted."""
SPEED = 3


@contextlib.contextmanager
def playing(*course: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """Somebody who plays tones at these seconds."""
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("evening_of_sound.py")), str(SOUNDS), *course],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def answer(process: "subprocess.Popen[str]") -> dict[str, Any]:
    """What it says of the evening when it is over."""
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    said: dict[str, Any] = json.loads(out)
    return said


@pytest.mark.slow
def test_every_tone_is_heard_at_its_moment_and_the_speaker_is_let_go_between() -> None:
    course = {"1": Tone.READY, "3": Tone.HOLD, "5": Tone.CHANGE, "8": Tone.NEXT, "10": Tone.FINISHED}
    with sound_server() as server, server.listening() as ear:
        with playing(*(word for pair in course.items() for word in pair), **server.environment) as evening:
            said = answer(evening)
        assert not server.is_used
        onsets = ear.onsets()
        heard = ear.samples()
    late_s = [onset_s - asked_s for (onset_s, _), (_, asked_s) in zip(onsets, said["asked"], strict=True)]
    assert max(late_s) - min(late_s) < LATEST_S, late_s
    assert -0.02 < min(late_s) < max(late_s) < 2 * LATEST_S, late_s
    for (_, start), tone in zip(onsets, course.values(), strict=True):
        part = heard[start + RATE // 100 : start + RATE // 100 + RATE // 12]
        assert abs(loudest_hz(part, range(340, 660, 6)) - STARTS_HZ[tone]) <= 24, tone


@pytest.mark.slow
def test_a_session_of_the_real_program_sounds_each_tone_when_its_moment_comes(library: Library, tmp_path: Path) -> None:
    routine = library.routine("simple-nightly")
    laid_out = lay_out(routine, library.stretches_of(routine), library.patterns)
    expected_s = [segment.start_ms / 1000 / SPEED for segment in laid_out.segments[:5]]
    program = [sys.executable, "-m", "bedtime", "--home", str(tmp_path / "home"), "--speed", str(SPEED)]
    with sound_server() as server, server.listening() as ear:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **server.environment}
        with subprocess.Popen([*program, "play", routine.id], env=environment) as session:
            end_s = time.monotonic() + expected_s[-1] + PATIENCE_S
            while len(onsets := ear.onsets()) < len(expected_s):
                assert time.monotonic() < end_s, onsets
                ear.wait_for_more()
            session.terminate()
    first_s, *late_s = [at_s - expected for (at_s, _), expected in zip(onsets, expected_s, strict=True)]
    assert max(late_s) - min(late_s) < LATEST_S, late_s
    assert 0 <= first_s - min(late_s) < LATEST_OF_THE_FIRST_S, (first_s, late_s)


@pytest.mark.slow
def test_between_two_tones_no_speaker_is_held_open() -> None:
    with sound_server() as server, playing("1", "hold", "9", "next", **server.environment) as evening:
        wait_until(lambda: server.is_used)
        wait_until(lambda: not server.is_used)
        assert evening.poll() is None
        assert answer(evening)["is_ready"]


@pytest.mark.slow
def test_a_speaker_that_is_pulled_out_in_the_middle_is_survived_and_another_is_used() -> None:
    with sound_server("module-null-sink sink_name=other") as server:
        server.ask("pactl", "set-default-sink", "other")
        with server.listening() as ear, playing("0.5", "hold", "5", "next", **server.environment) as evening:
            wait_until(lambda: server.is_used)
            server.ask("pactl", "unload-module", module_of(server, "other"))
            said = answer(evening)
            onsets, heard = ear.onsets(), ear.samples()
    assert said["is_ready"]
    start = onsets[-1][1]
    assert abs(loudest_hz(heard[start + 160 : start + 1500], range(340, 660, 6)) - 494) <= 24


@pytest.mark.slow
def test_without_a_sound_server_nothing_sounds_and_nothing_breaks(tmp_path: Path) -> None:
    nowhere = {"PULSE_SERVER": f"unix:{tmp_path / 'nobody'}", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
    with playing("0.1", "hold", **nowhere) as evening:
        said = answer(evening)
    assert (said["was_ready"], said["is_ready"]) == (False, False)


def wait_until(holds: Callable[[], bool]) -> None:
    """Ask again and again; each answer takes the time of a program's start."""
    give_up_s = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < give_up_s, "it did not come to that"


def module_of(server: SoundServer, sink: str) -> str:
    """The number of the module that made a speaker."""
    lines = server.ask("pactl", "list", "short", "modules").splitlines()
    return next(line.split()[0] for line in lines if f"sink_name={sink}" in line)
