"""`bedtime reminder`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunBedtime


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    """A computer without systemd, desktop or message bus, and with settings of its own."""
    return {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
        "PATH": "",
    }


def entries(tmp_path: Path) -> list[str]:
    return [path.name for path in tmp_path.rglob("bedtime-reminder*")]


def test_a_new_home_has_no_reminder(run_bedtime: RunBedtime, alone: dict[str, str]) -> None:
    told = run_bedtime("reminder", **alone)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines()[0] == "Off"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["set", "25:99"], "“25:99” is not a time of day. Write it as 21:45."),
        (["set", "21:45", "--days", ""], "No day is chosen."),
        (["set", "21:45", "--days", "blursday"], "“blursday” is not a day."),
        (["set"], "A time is missing."),
        (["off", "21:45"], "“off” takes neither a time nor days."),
        (["dance"], "“dance” is nothing the reminder can do."),
        (["skip"], "The reminder is off"),
    ],
)
def test_bad_input_gets_one_clear_line(
    run_bedtime: RunBedtime, alone: dict[str, str], tmp_path: Path, typed: list[str], words: str
) -> None:
    told = run_bedtime("reminder", *typed, **alone)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert words in told.stderr
    assert entries(tmp_path) == []


def test_set_skip_and_off_do_what_they_say(run_bedtime: RunBedtime, alone: dict[str, str], tmp_path: Path) -> None:
    told = run_bedtime("reminder", "set", "21:45", "--days", "mon-fri", **alone)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Monday to Friday at 21:45. This computer has no systemd" in told.stdout
    assert len(entries(tmp_path)) == 1

    assert run_bedtime("reminder", "skip", **alone).returncode == 0
    status = json.loads(run_bedtime("reminder", "status", "--json", **alone).stdout)
    assert status["on"]
    assert status["choices"]["bedtime"]["days"] == ["mon", "tue", "wed", "thu", "fri"]
    assert status["notifications"]["state"] == "nobody"

    assert run_bedtime("reminder", "off", **alone).stdout.splitlines()[0] == "Off"
    assert entries(tmp_path) == []


def test_nothing_is_shown_while_it_is_off(run_bedtime: RunBedtime, alone: dict[str, str]) -> None:
    told = run_bedtime("reminder", "fire", **alone)
    assert (told.returncode, told.stdout) == (0, "Nothing to show.\n")


def test_a_test_that_cannot_arrive_is_a_fault_of_the_computer(run_bedtime: RunBedtime, alone: dict[str, str]) -> None:
    told = run_bedtime("reminder", "test", **alone)
    assert told.returncode == 1
    assert told.stdout.startswith("Last test did not arrive.")


def test_nonsense_in_its_file_gets_one_clear_line(
    run_bedtime: RunBedtime, alone: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "home" / "settings"
    folder.mkdir(parents=True)
    (folder / "reminder.json").write_text('{"v": 1, "bedtime": {"at": "25:99"}}')
    told = run_bedtime("reminder", **alone)
    assert told.returncode == 2
    assert told.stderr == "bedtime: reminder.json: “25:99” is not a time of day. Write it as 21:45.\n"
