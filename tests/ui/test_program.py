"""The real program, in a process of its own, on a screen that nobody sees."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bedtime.store.bundled import read_bundled
from tests.conftest import ROOT, RunBedtime


def test_a_session_played_from_the_command_line_is_kept(run_bedtime: RunBedtime) -> None:
    played = run_bedtime(
        "play", "travel-tiny", "--minutes", "5", "--speed", "200", "--exit", QT_QPA_PLATFORM="offscreen"
    )
    assert (played.returncode, played.stderr) == (0, "")
    sessions = json.loads(run_bedtime("sessions", "--json").stdout)
    assert [(session["routine"], session["outcome"]) for session in sessions] == [("travel-tiny", "completed")]


def test_a_routine_that_is_not_there_opens_no_window(run_bedtime: RunBedtime) -> None:
    played = run_bedtime("play", "travel-tini", QT_QPA_PLATFORM="offscreen")
    assert played.returncode == 2
    assert played.stderr.count("\n") == 1
    assert "travel-tiny" in played.stderr


def test_without_a_display_one_line_says_so(run_bedtime: RunBedtime) -> None:
    started = run_bedtime(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert started.returncode == 1
    assert started.stderr.count("\n") == 1
    assert "no display" in started.stderr


def test_a_routine_and_a_stretch_of_ones_own_are_played_like_any_other(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    stretch = json.loads(read_bundled("assets/stretches/towel-calf.json")) | {
        "id": "scarf-calf",
        "name": "With a scarf",
    }
    routine = json.loads(read_bundled("routines/travel-tiny.json")) | {"id": "mine", "substitutions": {}}
    routine["steps"] = [{"stretch": "scarf-calf"}, {"stretch": "deep-breathing", "name": "My breath"}]
    for one in (stretch, routine):
        (tmp_path / f"{one['id']}.json").write_text(json.dumps(one), encoding="utf-8")
    assert run_bedtime("import", *map(str, tmp_path.glob("*.json"))).returncode == 0
    played = run_bedtime("play", "mine", "--speed", "500", "--exit", QT_QPA_PLATFORM="offscreen")
    assert (played.returncode, played.stderr) == (0, "")
    (session,) = json.loads(run_bedtime("sessions", "--json").stdout)
    assert [step["stretch"] for step in session["steps"]] == ["scarf-calf", "scarf-calf", "deep-breathing"]


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Opens a window of the real program with the home of `run_bedtime`; it is closed with the test."""
    opened: list[subprocess.Popen[str]] = []

    def open_it(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "bedtime", "--home", str(tmp_path / "home"), *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        opened.append(subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True))
        return opened[-1]

    yield open_it
    for process in opened:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="no signal asks a window of Windows to close")
def test_a_second_start_hands_over_and_leaves(
    window: Callable[..., subprocess.Popen[str]], run_bedtime: RunBedtime
) -> None:
    first, same_moment = window(), window()
    # Of two that start at the same moment one stays, whichever it is; a third would stay itself if it came sooner.
    ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
    assert ended is not None
    stays, leaves = (same_moment, first) if ended.si_pid == first.pid else (first, same_moment)
    assert leaves.wait(timeout=20) == 0
    assert run_bedtime("--wish", "begin", QT_QPA_PLATFORM="offscreen").returncode == 0
    played = run_bedtime("play", "travel-tiny", QT_QPA_PLATFORM="offscreen")
    assert (played.returncode, played.stderr.count("\n")) == (1, 1)
    assert "open already" in played.stderr
    assert stays.poll() is None
    stays.terminate()
    assert "Traceback" not in stays.communicate(timeout=20)[1]
    assert stays.returncode == 0
    sessions = json.loads(run_bedtime("sessions", "--json").stdout)
    assert sessions == []  # it had begun, and nothing had been stretched yet
