"""The real program on a screen of its own, and somebody in front of it who has never seen it, with mouse or keys."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bedtime.handover import Wish, address, hand_over
from bedtime.store.places import Places, find_places
from bedtime.ui.parts.button import Button
from tests.conftest import ROOT

PATIENCE_MS = 20_000
WaitUntil = Callable[..., None]
NAMED = ("search", "--onlyvisible", "--name", "^Bedtime$")


class Newcomer:
    """Sits at the real program. What was done is waited for on the disk, where it has to be anyway."""

    def __init__(self, screen: dict[str, str], home: Path, wait_until: WaitUntil) -> None:
        self.places: Places = find_places(str(home))
        self._environment = {**os.environ, **screen, "PYTHONPATH": str(ROOT)}
        self._home = home
        self._wait_until = wait_until
        self._window = ""
        self.running: list[subprocess.Popen[bytes]] = []

    def manage_windows(self) -> None:
        """A window manager, as on every desktop: it gives the keyboard to a new window."""
        self.running.append(subprocess.Popen(["openbox"], env=self._environment, stderr=subprocess.DEVNULL))

    def start(self) -> None:
        """Start the program, and wait until it listens."""
        command = [sys.executable, "-m", "bedtime", "--home", str(self._home)]
        self.running.append(subprocess.Popen(command, env=self._environment))
        listens = address(self.places.data, self.places.last_resort.parent)
        self.expect(lambda: hand_over(listens, Wish.SHOW))
        (self._window,) = self._xdotool(*NAMED).split()

    def close(self) -> None:
        """Press the cross in the corner of the window's frame, and wait until the program has left."""
        wide = int(self._xdotool("getwindowgeometry", "--shell", self._window).split("WIDTH=")[1].split()[0])
        self.press(wide - 9, -10)
        self.left()

    def kill(self) -> None:
        """Take the power away."""
        self.running[-1].kill()
        self.running.pop().wait()

    def left(self) -> None:
        """The program was left from inside, with a key."""
        self.expect(lambda: self.running[-1].poll() is not None)
        assert self.running.pop().returncode == 0

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, as xdotool calls them."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._xdotool("type", words)

    def press(self, x: int, y: int) -> None:
        """Press the mouse at a place in the window."""
        self._move(x, y)
        self._xdotool("click", "1")

    def drag(self, x: int, y: int, down: int) -> None:
        """Take what lies at a place, and carry it down."""
        self._move(x, y)
        self._xdotool("mousedown", "1")
        for share in (0.2, 0.5, 0.8, 1.0):
            self._move(x, y + round(down * share))
        self._xdotool("mouseup", "1")

    def expect(self, condition: Callable[[], bool]) -> None:
        """Wait until this is so."""
        self._wait_until(condition, timeout=PATIENCE_MS)

    def read(self, path: Path) -> dict[str, object]:
        """What a file says now; nothing while it is not there."""
        try:
            found: dict[str, object] = json.loads(path.read_bytes())
        except (OSError, ValueError):
            return {}
        return found

    def _move(self, x: int, y: int) -> None:
        self._xdotool("mousemove", "--window", self._window, "--", str(x), str(y))

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self._environment, capture_output=True, text=True, timeout=20, check=True
        )
        return done.stdout


def place_of(part: QWidget) -> tuple[int, int]:
    """The middle of a part in its window."""
    at = part.mapTo(part.window(), part.rect().center())
    return at.x(), at.y()


def press_here(part: QWidget, at: QPoint | None = None) -> None:
    """Press a part of a window of this process."""
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at or part.rect().center())
    if isinstance(part, Button):
        part._tremor.stop()
    QApplication.processEvents()
