"""A desktop for one test: a virtual screen, a private message bus, and a real notification daemon on both."""

import contextlib
import json
import os
import re
import selectors
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_S = 20
BUS = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""  # like any session's, but it starts nobody by itself
XFCE = next(Path("/usr/lib").glob("*/xfce4/notifyd/xfce4-notifyd"), Path("xfce4-notifyd"))


def need(*tools: str) -> None:
    """Skip the test, saying what is missing, unless every tool is there."""
    missing = [tool for tool in tools if shutil.which(tool) is None and not Path(tool).exists()]
    if missing:
        pytest.skip(
            f"needs {', '.join(missing)} (Debian: xvfb dbus xdotool x11-utils libglib2.0-bin xfce4-notifyd dunst)"
        )


def evening_zone() -> str:
    """A zone in which it is nine in the evening now, so that the tests may be run at any hour."""
    ahead_min = (21 * 60 - datetime.now(UTC).hour * 60) % (24 * 60)
    ahead_min -= 24 * 60 if ahead_min > 12 * 60 else 0
    sign = "-" if ahead_min >= 0 else "+"  # as POSIX has it, west is positive
    return f"EVE{sign}{abs(ahead_min) // 60}:{abs(ahead_min) % 60:02d}"


class Desktop:
    """What a person at that desktop could do, and what the program could."""

    def __init__(self, environment: dict[str, str], home: Path) -> None:
        self.environment = environment
        self.home = home
        self._running: list[subprocess.Popen[str]] = []

    def bedtime(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the real program."""
        command = [sys.executable, "-m", "bedtime", "--home", str(self.home), *arguments]
        return self.start(command)

    def start(self, command: list[str], **more: str) -> subprocess.Popen[str]:
        """Start any program on this desktop, with more in its environment; it is ended with the desktop."""
        process = subprocess.Popen(
            command, env=self.environment | more, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._running.append(process)
        return process

    def choose(self, **choices: object) -> None:
        """Write the reminder's choices; the evening's is due now."""
        here = datetime.now(UTC) + offset(self.environment["TZ"])
        due = {"switch": "on", "at": f"{here:%H:%M}", "days": ["daily"], "since": "2020-01-01T00:00:00+00:00"}
        self.home.mkdir(exist_ok=True)
        (self.home / "settings").mkdir(exist_ok=True)
        (self.home / "settings" / "reminder.json").write_text(json.dumps({"v": 1, "bedtime": due, **choices}))

    def records(self) -> list[dict[str, Any]]:
        """The last record of each reminder, as the journal holds them."""
        journal = self.home / "data" / "reminders.jsonl"
        lines = journal.read_text().splitlines() if journal.exists() else []
        last = {record["id"]: record for record in map(json.loads, lines)}
        return [record for record in last.values() if record["kind"] != "deleted"]

    def ask(self, *command: str) -> str:
        """Run a tool on this desktop to its end."""
        ran = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        return ran.stdout

    def notice(self, patience_s: float = PATIENCE_S) -> tuple[int, int, int, int]:
        """Wait for the notice to be on the screen, and say where it is: x, y, width, height."""
        end = time.monotonic() + patience_s
        while (left := end - time.monotonic()) > 0:
            command = ["xdotool", "search", "--sync", "--onlyvisible", "--class", "otifyd|[Dd]unst"]
            found = subprocess.run(
                command, env=self.environment, capture_output=True, text=True, timeout=left, check=False
            ).stdout.split()
            if found:  # the search gives up when some other window closes under it
                shape = dict(re.findall(r"(\w+)=(\d+)", self.ask("xdotool", "getwindowgeometry", "--shell", found[-1])))
                return int(shape["X"]), int(shape["Y"]), int(shape["WIDTH"]), int(shape["HEIGHT"])
        raise AssertionError("no notice was shown in time")

    def press(self, button: int, patience_s: float = PATIENCE_S) -> None:
        """Press one of the three buttons that xfce4-notifyd draws in a row at the bottom of the notice."""
        x, y, width, height = self.notice(patience_s)
        self.click(x + width * (2 * button + 1) // 6, y + height - 30)

    def click(self, x: int, y: int) -> None:
        """Press the left button of the mouse there."""
        self.ask("xdotool", "mousemove", str(x), str(y), "click", "1")

    def end(self) -> None:
        """End everything that was started on this desktop."""
        for process in reversed(self._running):
            process.kill()
            process.communicate()


def offset(zone: str) -> timedelta:
    """How far a zone of `evening_zone` is ahead of UTC."""
    sign, hours, minutes = re.fullmatch(r"EVE([+-])(\d+):(\d+)", zone).groups()  # type: ignore[union-attr]
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return ahead if sign == "-" else -ahead


def read_line(stream: IO[str]) -> str:
    """A line that a starting program says when it is ready; an error when it says nothing."""
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        assert selector.select(PATIENCE_S), "nothing was said in time"
    return stream.readline().strip()


@contextlib.contextmanager
def desktop(home: Path, daemon: list[str]) -> Iterator[Desktop]:
    """The desktop, with this notification daemon; an empty list for none."""
    need("Xvfb", "dbus-daemon", "xdotool", "gdbus", *daemon[:1])
    running = Path(tempfile.mkdtemp(prefix="bedtime-"))  # as short as a real one: a socket's path has little room
    plain = {key: value for key, value in os.environ.items() if key not in {"WAYLAND_DISPLAY", "INVOCATION_ID"}}
    here = Desktop(
        {
            **plain,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "TZ": evening_zone(),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_RUNTIME_DIR": str(running),
            "HOME": str(home),
        },
        home / "bedtime",
    )
    try:
        screen = here.start(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"])
        assert screen.stdout is not None
        here.environment["DISPLAY"] = f":{read_line(screen.stdout)}"
        (home / "bus.conf").write_text(BUS.format(folder=running))
        bus = here.start(["dbus-daemon", f"--config-file={home / 'bus.conf'}", "--nofork", "--print-address=1"])
        assert bus.stdout is not None
        here.environment["DBUS_SESSION_BUS_ADDRESS"] = read_line(bus.stdout)
        if daemon:
            here.start(daemon)
            wait_for_service(here, "org.freedesktop.Notifications")
        yield here
    finally:
        here.end()
        shutil.rmtree(running)


def wait_for_service(here: Desktop, name: str) -> None:
    """Return when somebody on the bus answers to this name."""
    watch = ["gdbus", "wait", "--session", "--timeout", str(PATIENCE_S), name]
    subprocess.run(watch, env=here.environment, timeout=PATIENCE_S + 5, check=True, capture_output=True)
