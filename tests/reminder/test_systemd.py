"""The systemd units: their text, and systemd's own opinion of it."""

import os
import shutil
import subprocess
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bedtime.errors import Fault
from bedtime.reminder.plan import Change, Once, Plan, Weekly, reconcile
from bedtime.reminder.processes import Ran
from bedtime.reminder.rule import EVERY_NIGHT, Weekday
from bedtime.reminder.systemd import Systemd, moment, quoted, service_unit, timer_unit, why_not
from tests.reminder.doubles import MemoryShelf, ScriptedProcesses

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd (Debian: systemd)")

TIMER = """\
# Kept by Bedtime, and rewritten when the reminder changes.
[Unit]
Description=Bedtime reminder

[Timer]
OnCalendar=Mon,Tue,Wed,Thu,Fri,Sun 21:45:00
OnCalendar=Mon,Tue,Wed,Thu,Fri,Sat,Sun 08:30:00
OnCalendar=2026-11-20 20:55:00 UTC
AccuracySec=1s
Persistent=true

[Install]
WantedBy=timers.target
"""

SERVICE = """\
# Kept by Bedtime, and rewritten when the reminder changes.
[Unit]
Description=Bedtime reminder

[Service]
Type=oneshot
ExecStart="/opt/my programs/python" "-m" "bedtime" "reminder" "fire"
TimeoutStartSec=4h
Slice=background.slice
"""


def test_the_timer_says_when(plan: Plan) -> None:
    assert timer_unit(plan) == TIMER


def test_the_service_says_what(plan: Plan) -> None:
    assert service_unit(plan) == SERVICE


@needs_systemd
def test_systemd_accepts_both_units(plan: Plan, tmp_path: Path) -> None:
    here = Plan(triggers=plan.triggers, command=("/bin/true", 'a "b" 100% $HOME', "back\\slash"))
    (tmp_path / "bedtime-reminder.timer").write_text(timer_unit(here))
    (tmp_path / "bedtime-reminder.service").write_text(service_unit(here))
    checked = subprocess.run(
        ["systemd-analyze", "--user", "--recursive-errors=no", "verify", *map(str, tmp_path.iterdir())],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize(
    ("trigger", "normal"),
    [
        (Weekly(at=time(21, 45), days=EVERY_NIGHT), "*-*-* 21:45:00"),
        (Weekly(at=time(0, 5), days=frozenset({Weekday.FRIDAY, Weekday.SUNDAY})), "Fri,Sun *-*-* 00:05:00"),
        (Once(at=datetime(2026, 3, 29, 1, 0, tzinfo=UTC)), "2026-03-29 01:00:00 UTC"),
    ],
)
def test_systemd_reads_every_moment_as_it_was_meant(trigger: Weekly | Once, normal: str) -> None:
    read = subprocess.run(
        ["systemd-analyze", "calendar", moment(trigger)], capture_output=True, text=True, check=True
    ).stdout
    shown = [line.partition(":")[2].strip() for line in read.splitlines() if "form" in line]
    assert shown[-1] == normal


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        ("plain", '"plain"'),
        ("50%", '"50%%"'),
        ("$HOME", '"$$HOME"'),
        ('say "hi"', '"say \\"hi\\""'),
        ("a\\b", '"a\\\\b"'),
    ],
)
def test_an_argument_means_itself(argument: str, text: str) -> None:
    assert quoted(argument) == text


def test_a_line_break_in_a_folder_name_is_refused_in_words() -> None:
    with pytest.raises(Fault, match="line break"):
        quoted("/home/a\nExecStart=/bin/evil")


def units(processes: ScriptedProcesses) -> tuple[Systemd, MemoryShelf]:
    shelf = MemoryShelf()
    return Systemd(Path("units"), shelf, processes), shelf


def test_installing_writes_reloads_and_waits(plan: Plan) -> None:
    processes = ScriptedProcesses()
    systemd, shelf = units(processes)
    assert reconcile(systemd, plan) is Change.INSTALLED
    assert shelf.files[Path("units/bedtime-reminder.timer")].decode() == TIMER
    assert processes.calls == [
        "systemctl --user daemon-reload",
        "systemctl --user --quiet reenable bedtime-reminder.timer",
        "systemctl --user restart bedtime-reminder.timer",
    ]


def test_a_timer_that_somebody_stopped_is_started_again(plan: Plan) -> None:
    processes = ScriptedProcesses()
    systemd, _ = units(processes)
    reconcile(systemd, plan)
    assert reconcile(systemd, plan) is Change.NOTHING
    processes.answers["is-active"] = Ran(status=3)
    assert reconcile(systemd, plan) is Change.INSTALLED


def test_removing_leaves_no_file(plan: Plan) -> None:
    processes = ScriptedProcesses()
    systemd, shelf = units(processes)
    reconcile(systemd, plan)
    assert reconcile(systemd, None) is Change.REMOVED
    assert not shelf.files
    assert "systemctl --user --quiet disable --now bedtime-reminder.timer" in processes.calls


def test_removing_works_when_the_timer_is_not_at_work_any_more(plan: Plan) -> None:
    processes = ScriptedProcesses()
    systemd, shelf = units(processes)
    reconcile(systemd, plan)
    processes.answers["is-active"] = Ran(status=3)
    assert reconcile(systemd, None) is Change.REMOVED
    assert not shelf.files


def test_what_systemd_complains_of_is_told(plan: Plan) -> None:
    systemd, _ = units(ScriptedProcesses({"daemon-reload": Ran(status=1, err="Failed to connect to bus\nmore")}))
    with pytest.raises(Fault, match=r"systemctl --user daemon-reload failed: Failed to connect to bus$"):
        reconcile(systemd, plan)


@pytest.mark.parametrize(
    ("environment", "own", "words"),
    [
        (None, {}, "no systemd"),
        ("HOME=/home/a\n", {"DISPLAY": ":0"}, "which screen"),
        ("HOME=/home/a\n", {"WAYLAND_DISPLAY": "wayland-0"}, "which screen"),
        (
            "DISPLAY=:0\nDBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus\n",
            {"DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": "unix:abstract=dbus-x,guid=1"},
            "messages apart",
        ),
    ],
)
def test_why_a_timer_would_not_reach_the_desktop_is_said_in_words(
    environment: str | None, own: dict[str, str], words: str
) -> None:
    reason = why_not(environment, own)
    assert reason is not None
    assert words in reason


@pytest.mark.parametrize(
    ("environment", "own"),
    [
        ("DISPLAY=:0\n", {"DISPLAY": ":0"}),
        ("WAYLAND_DISPLAY=wayland-0\n", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}),
        ("HOME=/home/a\n", {}),  # asked over a remote line, before anybody has logged in
        (
            "DISPLAY=:0\nDBUS_SESSION_BUS_ADDRESS=$'unix:path=/run/user/1000/bus'\n",
            {"DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus,guid=12"},
        ),
    ],
)
def test_an_ordinary_desktop_uses_the_timer(environment: str, own: dict[str, str]) -> None:
    assert why_not(environment, own) is None
