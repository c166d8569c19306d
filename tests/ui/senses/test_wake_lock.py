"""The wake lock of the real program, as a screen saver on a private bus sees it."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reminder.desktop import BUS, need, read_line
from tests.ui.senses.sound_server import PATIENCE_S

ROOT = Path(__file__).parents[3]


@contextlib.contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A program that is ended afterwards."""
    with subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A private bus with nobody on it, as the environment that leads there."""
    need("dbus-daemon")
    (tmp_path / "bus.conf").write_text(BUS.format(folder=tmp_path))
    command = ["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address=1"]
    with running(command, {}) as daemon:
        assert daemon.stdout is not None
        yield {"DBUS_SESSION_BUS_ADDRESS": read_line(daemon.stdout)}


@contextlib.contextmanager
def screen_saver(bus: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A desktop that can be asked to leave the display on."""
    with running([sys.executable, str(Path(__file__).with_name("screen_saver.py"))], bus) as saver:
        assert saver.stdout is not None
        assert read_line(saver.stdout) == "ready"
        yield saver


def play(home: Path, speed: int) -> list[str]:
    """The command that plays a short routine and closes the window."""
    program = [sys.executable, "-m", "bedtime", "--home", str(home), "--speed", str(speed)]
    return [*program, "play", "travel-tiny", "--exit"]


@pytest.mark.slow
def test_the_display_is_kept_on_for_a_session_and_let_go_at_its_end(bus: dict[str, str], tmp_path: Path) -> None:
    with screen_saver(bus) as saver, running(play(tmp_path / "home", 100), bus) as program:
        assert saver.stdout is not None
        said = [read_line(saver.stdout), read_line(saver.stdout)]
        _, err = program.communicate(timeout=60)
    assert (said, program.returncode, err) == (["inhibit wakepy", "uninhibit 7"], 0, "")


@pytest.mark.slow
def test_a_program_that_is_killed_keeps_nothing_on(bus: dict[str, str], tmp_path: Path) -> None:
    with screen_saver(bus) as saver, running(play(tmp_path / "home", 1), bus) as program:
        assert saver.stdout is not None
        assert read_line(saver.stdout) == "inhibit wakepy"
        program.kill()
        assert read_line(saver.stdout) == "gone"


@pytest.mark.slow
def test_on_a_desktop_without_a_screen_saver_the_session_plays_all_the_same(
    bus: dict[str, str], tmp_path: Path
) -> None:
    with running(play(tmp_path / "home", 200), bus) as program:
        _, err = program.communicate(timeout=3 * PATIENCE_S)
    assert (program.returncode, err) == (0, "")
