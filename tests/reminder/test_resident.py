"""The autostart entry of the process that waits where there is no scheduler."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bedtime.reminder.plan import Change, Plan, reconcile
from bedtime.reminder.resident import Resident, autostart_entry, quoted
from tests.reminder.doubles import MemoryShelf, ScriptedProcesses

WAIT = ("/opt/my programs/python", "-m", "bedtime", "reminder", "wait")

ENTRY = """\
[Desktop Entry]
Type=Application
Name=Bedtime reminder
Comment=Waits for the evening and shows the reminder
Exec="/opt/my programs/python" -m bedtime reminder wait
Icon=bedtime
Terminal=false
NoDisplay=true
X-GNOME-Autostart-enabled=true
"""


def test_the_entry_starts_the_process_that_waits() -> None:
    assert autostart_entry(WAIT) == ENTRY


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs Debian's desktop-file-utils")
def test_the_desktop_accepts_the_entry(tmp_path: Path) -> None:
    entry = tmp_path / "bedtime-reminder.desktop"
    entry.write_text(autostart_entry((*WAIT, 'quote " percent % dollar $ tick ` slash \\')))
    checked = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize(
    ("argument", "text"), [("plain", "plain"), ("50%", "50%%"), ("a b", '"a b"'), ("$x", '"\\\\$x"'), ("", '""')]
)
def test_an_argument_means_itself(argument: str, text: str) -> None:
    assert quoted(argument) == text


def test_it_is_started_at_once_and_not_only_at_the_next_login(plan: Plan) -> None:
    processes, shelf = ScriptedProcesses(), MemoryShelf()
    backend = Resident(Path("autostart"), shelf, processes, WAIT)
    assert reconcile(backend, plan) is Change.INSTALLED
    assert processes.started == [WAIT]
    assert reconcile(backend, plan) is Change.NOTHING
    assert reconcile(backend, None) is Change.REMOVED
    assert not shelf.files
