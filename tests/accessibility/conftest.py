"""The real program on a real accessibility bus, and somebody who reads it there."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.accessibility.reader import LAUNCHER, PATIENCE_S, Reader
from tests.reminder.desktop import Desktop, desktop, need, wait_for_service

Read = Callable[..., Reader]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop of its own, on which programs are told that somebody reads the screen."""
    if sys.platform != "linux":
        pytest.skip("only Linux has the accessibility bus that this test reads")
    if not Path(LAUNCHER).exists():
        pytest.skip(f"there is no {LAUNCHER} to carry what is read (Debian: at-spi2-core)")
    need("openbox", "xprop")
    with desktop(tmp_path, []) as here:
        plain = {**here.environment, "GSETTINGS_BACKEND": "memory"}  # this switch is nobody's setting
        command = [LAUNCHER, "--launch-immediately"]
        launcher = subprocess.Popen(
            command, env=plain, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            wait_for_service(here, "org.a11y.Bus")
            here.start(["openbox"])
            wait_for_window_manager(here)
            yield here
        finally:
            with suppress(ProcessLookupError):
                os.killpg(launcher.pid, signal.SIGKILL)  # with the bus that it started
            launcher.wait()


@pytest.fixture
def read(desk: Desktop) -> Iterator[Read]:
    """Start the program with these arguments, and read it."""
    readers: list[Reader] = []

    def start(*arguments: str) -> Reader:
        readers.append(Reader(desk.environment["DBUS_SESSION_BUS_ADDRESS"]))
        desk.bedtime(*arguments)
        return readers[-1]

    yield start
    for reader in readers:
        reader.close()


def wait_for_window_manager(here: Desktop) -> None:
    """Return when windows get the keyboard: without a window manager the first one may never have it."""
    end = time.monotonic() + PATIENCE_S
    while "window id" not in here.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
        assert time.monotonic() < end, "openbox did not come up in time"
