"""The wheel that is built: it holds every data file, and installed by itself it leads somebody through a night."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bedtime.version import VERSION

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
DATA = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("assets", "routines")
    for path in (ROOT / folder).rglob("*")
    if path.is_file()
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder], cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that has the wheel and nothing else of ours; the libraries are lent by the one that runs this."""
    clean = tmp_path_factory.mktemp("clean environment") / "venv"
    run([sys.executable, "-m", "venv", clean])
    python = clean / SCRIPTS / "python"
    run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel])
    there = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
    Path(there, "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return clean


def run(command: list[str | Path], cwd: Path | None = None, **environment: str) -> str:
    """What a command prints; it fails the test when the command fails."""
    astray = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done.stdout


def test_every_data_file_is_in_the_wheel_and_opens(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert sorted(name for name in archive.namelist() if "/_data/" in name) == [f"bedtime/_data/{n}" for n in DATA]
        for name in DATA:
            content = archive.read(f"bedtime/_data/{name}")
            assert content == (ROOT / name).read_bytes()
            if name.endswith(".json"):
                json.loads(content)
            if name.endswith((".png", ".svg", ".ico")):
                assert not QImage.fromData(content).isNull(), name


def test_the_wheel_carries_its_place_in_the_menu(installed: Path) -> None:
    if os.name == "nt":
        pytest.skip("a desktop entry is for Linux")
    entry = (installed / "share/applications/bedtime.desktop").read_text(encoding="utf-8")
    said = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert (installed / SCRIPTS / said["Exec"]).exists()
    assert list((installed / "share/icons/hicolor").rglob(f"{said['Icon']}.svg"))
    assert len(list((installed / "share/icons/hicolor").rglob(f"{said['Icon']}.png"))) >= 4


def test_the_installed_program_passes_its_own_test(installed: Path, tmp_path: Path) -> None:
    said = run([installed / SCRIPTS / "bedtime", "--home", tmp_path / "home", "self-test"], cwd=tmp_path)
    assert re.search(r"^All \d+ held\.$", said, re.MULTILINE)


def test_the_installed_program_knows_its_version_and_its_routines(installed: Path, tmp_path: Path) -> None:
    assert VERSION in run([installed / SCRIPTS / "bedtime", "--version"], cwd=tmp_path)
    routines = json.loads(run([installed / SCRIPTS / "bedtime", "routines", "--json"], cwd=tmp_path))
    assert {routine["id"] for routine in routines} >= {"travel-tiny", "trial-six-weeks", "in-bed"}


def test_the_installed_program_plays_a_session_and_keeps_it(
    installed: Path, tmp_path: Path, virtual_screen: dict[str, str]
) -> None:
    bedtime = [installed / SCRIPTS / "bedtime", "--home", tmp_path / "home"]
    run([*bedtime, "play", "travel-tiny", "--speed", "60", "--exit"], cwd=tmp_path, **virtual_screen)
    nights = json.loads(run([*bedtime, "sessions", "--json"], cwd=tmp_path))
    assert [(night["routine"], night["outcome"]) for night in nights] == [("travel-tiny", "completed")]
