"""How files are kept: short, empty where they only mark a folder, and telling nothing of anybody's machine."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONG = 400
MOST_LINES = 500
FOLDERS = ("bedtime", "tests", "packaging")
SOURCES = [*sorted(source for folder in FOLDERS for source in (ROOT / folder).rglob("*.py")), ROOT / "tasks.py"]

# Written so that this file does not find itself.
MACHINES = re.compile(
    r"(?<![\w.~-])/(?:tmp|work|root|farm|home/(?!USER))/[a-z]"  # a place on somebody's disk
    r"|https?://[^\s\"')]*(?:/simple\b|hosted\.org|\bregistry\.|\bpypi\b|/debian\b)"  # where packages come from
)


def tracked() -> list[Path]:
    """What git keeps, as far as it is text."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_a_file_holds_one_idea() -> None:
    lengths = {source.relative_to(ROOT).as_posix(): len(source.read_bytes().splitlines()) for source in SOURCES}
    long = {name: length for name, length in lengths.items() if length > LONG}
    assert len(long) <= len(lengths) // 40, f"rarely over {LONG} lines: {long}"
    assert max(lengths.values()) <= MOST_LINES, long


def test_what_only_marks_a_folder_is_empty() -> None:
    assert [marker for marker in ROOT.joinpath("bedtime").rglob("__init__.py") if marker.read_bytes()] == []


def test_nothing_tells_of_a_machine() -> None:
    told = []
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content and path != Path(__file__):
            told += [f"{path.relative_to(ROOT)}: {found}" for found in MACHINES.findall(content.decode("utf-8"))]
    assert told == []


@pytest.mark.parametrize("line", ["cd /" + "tmp/x", 'open("/' + 'root/a")', "https" + "://pypi.example/simple/x"])
def test_a_line_that_tells_of_a_machine_is_found(line: str) -> None:
    assert MACHINES.search(line)
