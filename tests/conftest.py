"""What every test has at hand."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import screens
from tests.guards import leaves_nothing_behind, logs_no_warning

__all__ = ["leaves_nothing_behind", "logs_no_warning"]

ROOT = Path(__file__).parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy computer is no mistake of ours.
settings.register_profile("bedtime", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None)  # `pytest --hypothesis-profile searching`: new examples each time
settings.load_profile("bedtime")

RunBedtime = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that every test takes for the person's home, so that none touches the diary of whoever runs it."""
    home = tmp_path_factory.mktemp("nobodys-home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(home)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home / name.lower())
    return home


@pytest.fixture(scope="session", autouse=True)
def nobody_hears_it(nobodys_home: Path) -> None:
    """No test makes a sound on the computer that runs it, or keeps its display on. Those that listen have a server."""
    os.environ["PULSE_SERVER"] = f"unix:{nobodys_home / 'nobody'}"
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={nobodys_home / 'nobody'}"


@pytest.fixture
def run_bedtime(tmp_path: Path) -> RunBedtime:
    """The real program in a process of its own, with a home of its own: `run_bedtime("routines", "--json")`."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bedtime", "--home", str(tmp_path / "home"), *arguments],
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def virtual_screen() -> Iterator[dict[str, str]]:
    """A screen that nobody sees, as the environment that puts a window on it; a test without one is skipped."""
    if not shutil.which("Xvfb"):
        pytest.skip("there is no Xvfb to draw on")
    with screens.virtual_screen() as screen:
        yield screen
