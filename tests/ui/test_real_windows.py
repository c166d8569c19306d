"""Where the windows of the real program stand: on which display, and above the others."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.screens import virtual_screen

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="this display server is Linux's")]

PATIENCE_S, HEARD_S = 20, 2
KEYS = "the_keys_of_a_row"
MONITORS = {"LEFT": "1280/340x1080/290+0+0 screen", "RIGHT": "1280/340x1080/290+1280+0 none"}
NEEDED = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xrandr": "x11-xserver-utils",
    "xprop": "x11-utils",
}


class Displays:
    """Two displays beside each other, a window manager, and a home."""

    def __init__(self, environment: dict[str, str], home: Path) -> None:
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        self._home = home
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        started = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)
        self._started.append(started)
        return started

    def ask(self, *command: str) -> str:
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False, timeout=20)
        return done.stdout

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Return when it holds; each look takes the time of a program's start."""
        end = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < end, f"{what} never came: {self.windows()}"

    def press(self, key: str, condition: Callable[[], object], what: str) -> None:
        """Press a key until it is heard: one that comes before the program listens to it is lost."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            self.ask("xdotool", "key", key)
            heard_by = time.monotonic() + HEARD_S
            while time.monotonic() < heard_by:
                if condition():
                    return
        raise AssertionError(f"{what} never came: {self.windows()}")

    def windows(self) -> dict[str, tuple[int, int, int, int]]:
        """Every window of ours that is seen, by its id: left, top, width and height, without its frame."""
        found = self.ask("xdotool", "search", "--onlyvisible", "--name", "^Bedtime$").split()
        return {window: self._box(window) for window in found}

    def _box(self, window: str) -> tuple[int, int, int, int]:
        told = self.ask("xwininfo", "-id", window)
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        left, top, wide, high = (int(found[1]) if (found := re.search(rf"{n}:\s+(-?\d+)", told)) else -1 for n in names)
        return left, top, wide, high

    @property
    def box(self) -> tuple[int, int, int, int]:
        """That of the one window."""
        (box,) = self.windows().values()
        return box

    def open(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """The program, once its window is seen."""
        program = self.start(sys.executable, "-m", "bedtime", "--home", str(self._home), *arguments)
        self.wait(self.windows, "a window")
        return program

    def close(self, program: "subprocess.Popen[bytes]") -> None:
        """Leave as a person does. A key that comes before the program listens to it is lost, so it is pressed again."""
        self.wait(lambda: self.ask("xdotool", "key", "ctrl+q") or program.poll() is not None, "the end")
        assert program.returncode == 0
        assert self.windows() == {}

    @property
    def kept(self) -> dict[str, dict[str, object]]:
        """What was remembered."""
        kept: dict[str, dict[str, object]] = json.loads((self._home / "state" / "windows.json").read_text("utf-8"))
        return kept

    def end(self) -> None:
        for one in self._started:
            one.kill()
            one.wait()


@pytest.fixture
def displays(tmp_path: Path) -> Iterator[Displays]:
    missing = [package for tool, package in NEEDED.items() if not shutil.which(tool)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    with virtual_screen("2560x1080") as environment:
        here = Displays(environment, tmp_path / "home")
        for name, place in MONITORS.items():
            here.ask("xrandr", "--setmonitor", name, *place.split())
        here.start("openbox")
        here.wait(lambda: "window id" in here.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "a window manager")
        yield here
        here.end()


def test_the_window_opens_again_on_the_display_where_it_was_and_fills_that_one(displays: Displays) -> None:
    program = displays.open()
    (window,) = displays.windows()
    displays.ask("xdotool", "windowmove", window, "1330", "200")
    displays.wait(lambda: displays.box[0] >= 1280, "the window on the right display")
    stood = displays.box
    displays.close(program)
    assert displays.kept["whole"]["display"] == "RIGHT"
    program = displays.open()
    assert displays.box == stood
    displays.ask("xdotool", "key", "F11")
    displays.wait(lambda: displays.box == (1280, 0, 1280, 1080), "the full screen")
    displays.close(program)
    displays.ask("xrandr", "--delmonitor", "RIGHT")
    displays.ask("xrandr", "--delmonitor", "LEFT")
    displays.ask("xrandr", "--setmonitor", "OTHER", "1280/340x1080/290+0+0", "screen")
    program = displays.open()
    left, _, wide, _ = displays.box
    assert left + wide <= 1280
    displays.close(program)


def test_the_small_window_lies_above_the_others_and_goes_with_the_program(displays: Displays) -> None:
    program = displays.open("play", "travel-tiny")
    whole = displays.box
    displays.wait(lambda: displays.ask("xdotool", "getwindowfocus", "getwindowname").strip() == "Bedtime", "the focus")
    displays.press("n", lambda: [box[2:] for box in displays.windows().values()] == [(320, 200)], "the small window")
    (small,) = displays.windows()
    assert "_NET_WM_STATE_ABOVE" in displays.ask("xprop", "-id", small, "_NET_WM_STATE")
    displays.ask("xdotool", "windowmove", small, "1400", "100")
    displays.wait(lambda: displays.box[:2] == (1400, 100), "the small window where it was moved to")
    displays.ask("xdotool", "windowfocus", "--sync", small, "key", "Escape")
    displays.wait(lambda: [*displays.windows().values()] == [whole], "the whole window where it was")
    displays.wait(lambda: displays.ask("xdotool", "getactivewindow").split() == [*displays.windows()], "its focus")
    displays.press("n", lambda: [*displays.windows().values()] == [(1400, 100, 320, 200)], "the small window as it was")
    program.send_signal(signal.SIGTERM)
    assert program.wait(timeout=PATIENCE_S) == 0
    assert displays.windows() == {}
    assert displays.kept["mini"]["display"] == "RIGHT"


def test_a_row_of_the_editor_hears_its_keys_where_the_desktop_has_keys_of_its_own(displays: Displays) -> None:
    tests = Path(__file__).with_name("test_editor_rows.py")
    told = displays.ask(sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", str(tests), "-k", KEYS)
    assert re.search(r"^1 passed", told, re.MULTILINE), told
