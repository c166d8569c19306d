"""The whole chain in a real systemd for users: set, timer, notice, snooze, notice again, off.

It needs a systemd of its own. Where this computer was not started by systemd, a private mount namespace makes it look
as if it had been; nothing outside the namespace and the test's own folder is touched.
"""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.reminder.desktop import XFCE, Desktop, desktop, need, offset

SYSTEMD = Path("/lib/systemd/systemd")
PRETEND = """
mount -t tmpfs tmpfs /run/systemd && mkdir -p /run/systemd/system
exec /lib/systemd/systemd --user --unit=basic.target
"""
REPAIR = """
import pathlib, sys
from bedtime.clock import SystemClock
from bedtime.reminder import here
from bedtime.store.places import find_places
home = sys.argv[1]
print(here.reminders(here.Here(places=find_places(home), clock=SystemClock(), home=pathlib.Path(home))).repair().value)
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's"),
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a mount namespace needs root"),
]


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop with a systemd for its user."""
    need("unshare", "systemctl", str(SYSTEMD))
    with desktop(tmp_path, [str(XFCE)]) as here:
        manager = start_manager(here)
        told = [f"{name}={here.environment[name]}" for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHONPATH")]
        here.ask("systemctl", "--user", "set-environment", *told)
        yield here
        here.ask("systemctl", "--user", "exit")
        manager.wait(timeout=20)


def start_manager(here: Desktop) -> subprocess.Popen[str]:
    """Start a systemd for users, and wait for it to say that it is ready."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
        ready.bind(str(here.home.parent / "ready"))
        ready.settimeout(20)
        command = ["unshare", "-m", "--propagation", "private", "sh", "-c", PRETEND]
        manager = here.start(command, NOTIFY_SOCKET=ready.getsockname())
        try:
            while b"READY=1" not in ready.recv(4096):
                pass
        except TimeoutError:
            pytest.skip("this computer lets no second systemd run")
    return manager


def set_for_next_minute(here: Desktop) -> str:
    """Set the reminder to the next minute that leaves time to set it."""
    soon = datetime.now(UTC) + offset(here.environment["TZ"]) + timedelta(seconds=70)
    set_, complaints = here.bedtime("reminder", "set", f"{soon:%H:%M}", "--days", "daily").communicate(timeout=30)
    assert complaints == ""
    return set_


def units(here: Desktop) -> list[str]:
    """The files of ours in the folder of the person's units, links included."""
    folder = Path(here.environment["XDG_CONFIG_HOME"], "systemd", "user")
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("bedtime*"))


def wait_until_served(here: Desktop, outcome: str) -> None:
    """Wait for the service that showed the notice to end, and see what it noted."""
    (timer,) = [name for name in units(here) if name.endswith(".timer") and "/" not in name]
    end = time.monotonic() + 20
    while time.monotonic() < end:  # each look takes the time of a program's start
        state = here.ask("systemctl", "--user", "show", timer, "--property=SubState", "--value").strip()
        if state == "waiting" and here.records()[-1]["outcome"] == outcome:
            return
    raise AssertionError(here.records(), state)


def next_moment(here: Desktop) -> datetime:
    """When systemd will start the reminder next."""
    (timer,) = [name for name in units(here) if name.endswith(".timer") and "/" not in name]
    shown = here.ask("systemctl", "--user", "show", timer, "--property=NextElapseUSecRealtime")
    found = re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", shown)
    assert found is not None, shown
    return datetime.fromisoformat(found[0]).replace(tzinfo=timezone(offset(here.environment["TZ"])))


def snooze_ends_in(here: Desktop, seconds: int) -> None:
    """Make the snooze end sooner than a person may choose, and have the schedule brought to it."""
    journal = here.home / "data" / "reminders.jsonl"
    again = (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()
    text = re.sub(r'"again_at":"[^"]+"', f'"again_at":"{again}"', journal.read_text())
    journal.write_text(text)
    assert here.ask(sys.executable, "-c", REPAIR, str(here.home)).strip() == "installed"


def test_from_the_timer_to_the_notice_to_the_snooze_and_again(evening: Desktop) -> None:
    said = set_for_next_minute(evening)
    assert "systemd keeps it. Nothing of Bedtime runs until then." in said
    assert len(units(evening)) == 3
    assert evening.ask(sys.executable, "-c", REPAIR, str(evening.home)).strip() == "nothing"

    evening.press(1, patience_s=100)
    wait_until_served(evening, "snoozed")
    record = evening.records()[-1]
    again = datetime.fromisoformat(record["again_at"])
    assert timedelta(minutes=9) < again - datetime.now(UTC) <= timedelta(minutes=10)
    assert abs(next_moment(evening) - again) <= timedelta(seconds=1)

    snooze_ends_in(evening, 4)
    evening.press(2, patience_s=30)
    wait_until_served(evening, "skipped")
    assert next_moment(evening) - datetime.now(UTC) > timedelta(hours=20)

    evening.bedtime("reminder", "off").communicate(timeout=30)
    assert units(evening) == []
    assert "bedtime" not in evening.ask("systemctl", "--user", "list-timers", "--all")


def test_from_the_timer_to_the_notice_to_the_window_that_plays(evening: Desktop) -> None:
    set_for_next_minute(evening)
    evening.press(0, patience_s=100)
    wait_until_served(evening, "began")
    playing = evening.home / "state" / "unfinished.json"
    end = time.monotonic() + 30
    while not playing.exists() and time.monotonic() < end:
        evening.ask("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Bedtime$")
    assert json.loads(playing.read_text())["v"]
    evening.ask("xdotool", "search", "--onlyvisible", "--name", "^Bedtime$", "key", "--window", "%@", "ctrl+q")
    evening.bedtime("reminder", "off").communicate(timeout=30)
