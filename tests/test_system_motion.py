"""Whether less should move, as each system says it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bedtime.errors import Fault
from bedtime.reminder.processes import Ran
from bedtime.system_motion import innermost, wants_less_motion
from tests.reminder.desktop import BUS, need, read_line

ROOT = Path(__file__).parent.parent


class Said:
    """Other programs, all of which say this."""

    def __init__(self, out: str | None) -> None:
        self._out = out

    def run(self, *arguments: str) -> Ran:
        if self._out is None:
            raise Fault(f"{arguments[0]} could not be started.")
        return Ran(status=0, out=self._out)

    def start(self, *arguments: str) -> None:
        pytest.fail(f"{arguments} was started")


@pytest.mark.parametrize(("out", "less"), [("1\n", True), ("0\n", False), ("", False), (None, False)])
def test_a_mac_is_asked_for_its_default(out: str | None, less: bool) -> None:
    assert wants_less_motion("darwin", Said(out)) is less


@pytest.mark.parametrize("answer", [True, ("b", True), ("v", ("b", True))])
def test_a_value_is_found_however_deep_it_is_wrapped(answer: object) -> None:
    assert innermost(answer) is True


def test_what_is_no_variant_is_left_as_it_is() -> None:
    assert innermost((1, 2)) == (1, 2)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A private bus with nobody on it."""
    need("dbus-daemon")
    (tmp_path / "bus.conf").write_text(BUS.format(folder=tmp_path))
    command = ["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", read_line(daemon.stdout))
        yield
        daemon.terminate()


@pytest.mark.usefixtures("bus")
@pytest.mark.parametrize(
    ("setting", "less"),
    [
        (("org.freedesktop.appearance", "reduced-motion", "u", "1"), True),
        (("org.freedesktop.appearance", "reduced-motion", "u", "0"), False),
        (("org.gnome.desktop.interface", "enable-animations", "b", "false"), True),
        (("org.gnome.desktop.interface", "enable-animations", "b", "true"), False),
        (("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "s", "0"), True),
        (("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "s", "nonsense"), False),
        (("somebody.else", "colour", "s", "blue"), False),
    ],
)
def test_desktops_of_linux_are_asked_over_the_bus(setting: tuple[str, ...], less: bool) -> None:
    command = [sys.executable, str(Path(__file__).with_name("portal.py")), *setting]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as portal:
        assert portal.stdout is not None
        assert read_line(portal.stdout) == "ready"
        assert wants_less_motion("linux", Said(None)) is less
        portal.kill()


@pytest.mark.usefixtures("bus")
def test_a_desktop_without_such_settings_asks_for_nothing() -> None:
    assert not wants_less_motion("linux", Said(None))


def test_without_a_bus_nothing_is_asked_for() -> None:
    assert not wants_less_motion("linux", Said(None))  # every test has a bus that is not there
