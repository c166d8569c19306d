"""What may touch what. The contracts in pyproject.toml hold, and each is broken once here to see that it bites."""

import ast
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bedtime"
SOURCES = sorted(PACKAGE.rglob("*.py"))
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

# For each contract, files that break it: where, and what stands in it.
BREACHES = {
    "Only the window knows Qt": {"session/breach.py": "import PySide6.QtCore"},
    "Rooms import downwards only": {"movement/breach.py": "import bedtime.session"},
    "The store knows no other room": {"store/breach.py": "import bedtime.movement"},
    "What is thought about touches nothing": {"diary/breach.py": "import subprocess"},
    "Doubles are for tests and the self-test": {"ui/breach.py": "import bedtime.testing"},
    "The window is handed what it keeps": {"ui/breach.py": "import bedtime.store"},
    "The window is handed what reaches the operating system": {"ui/breach.py": "import bedtime.reminder.systemd"},
    "No two siblings import each other": {
        "figure/there.py": "import bedtime.figure.back",
        "figure/back.py": "import bedtime.figure.there",
    },
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of `folder`'s pyproject.toml against its copy of the package."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_has_a_breach_to_be_tried_with() -> None:
    assert set(BREACHES) == {contract["name"] for contract in CONTRACTS}


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_caught(name: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "bedtime", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for place, line in BREACHES[name].items():
        (tmp_path / "bedtime" / place).write_text(f"{line}\n", encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stderr
    assert f"{name} BROKEN" in done.stdout, done.stdout


def module_name(source: Path) -> str:
    """The name under which `source` is imported."""
    parts = source.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_no_room_but_the_window_loads_qt() -> None:
    """At run time too: a static graph does not see an import by name."""
    windows = (
        "bedtime.ui",
        "bedtime.app",
        "bedtime.workrooms",
        "bedtime.afterwards",
        "bedtime.commands.play",
        "bedtime.__main__",
    )
    names = [name for name in map(module_name, SOURCES) if not name.startswith(windows)]
    program = f"import importlib, sys\nfor name in {names}: importlib.import_module(name)\n"
    asked = "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'qasync'))))"
    done = subprocess.run(
        [sys.executable, "-c", program + asked],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


HEAVY = (
    *("asyncio", "concurrent", "qasync", "pydantic", "annotated_types", "numpy", "subprocess", "socket"),
    *("filelock", "wakepy", "desktop_notifier", "dbus_fast", "jeepney", "zoneinfo", "hashlib"),
    *("PySide6.QtMultimedia", "PySide6.QtTextToSpeech", "PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtDBus"),
)
FOR_LATER = (
    *("bedtime.figure", "bedtime.reminder", "bedtime.commands", "bedtime.testing", "bedtime.shelf", "bedtime.content"),
    *("bedtime.movement.stretch", "bedtime.movement.routine", "bedtime.movement.library", "bedtime.movement.timeline"),
    *("bedtime.session.desk", "bedtime.session.tonight", "bedtime.session.player", "bedtime.store.journal"),
    *("bedtime.ui.sittings", "bedtime.ui.choosings", "bedtime.ui.editings", "bedtime.ui.filings", "bedtime.ui.senses"),
    *("bedtime.ui.figure_frames", "bedtime.ui.parts.veil", "bedtime.ui.parts.notice", "bedtime.ui.parts.stretch_list"),
)


def test_the_first_paint_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    """Half a millisecond here and there is how a start grows slow: what is not seen at once is loaded afterwards."""
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "bench" / "first_paint.py", "shell"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "BEDTIME_HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    loaded = json.loads(done.stdout)["modules"]
    not_yet = {name for name in loaded for one in (*HEAVY, *FOR_LATER) if name == one or name.startswith(f"{one}.")}
    screens = {name for name in loaded if name.startswith("bedtime.ui.screens.")}
    assert "bedtime.session.tonight_view" in loaded
    assert (not_yet, screens) == (set(), {"bedtime.ui.screens.screen", "bedtime.ui.screens.tonight"})


# What a line of source may not do outside its room. Each finder yields the lines that do it.

Finder = Callable[[ast.AST], bool]

CLOCKS = {"now", "utcnow", "today", "currentDateTime", "currentDateTimeUtc", "currentDate", "currentTime"}
CALENDARS = {"datetime", "date", "QDateTime", "QDate", "QTime"}
WRITES = {"write_text", "write_bytes", "mkdir", "makedirs", "unlink", "touch", "rmdir", "symlink_to", "hardlink_to"}
WRITERS = {"QFile", "QSaveFile", "QSettings", "QTemporaryFile", "QTemporaryDir"}
LATER = {"call_later", "call_at", "asyncClose", "processEvents", "exec", "exec_"}


def imports(*modules: str) -> Finder:
    """True of an import of one of `modules`, or of something in it."""

    def finds(node: ast.AST) -> bool:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        return any(name == module or name.startswith(f"{module}.") for name in names for module in modules)

    return finds


def reads_time(node: ast.AST) -> bool:
    """True of a look at any clock: `time`'s, the calendar's, or Qt's. To sleep is not to look."""
    if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
        return getattr(node.value, "attr", getattr(node.value, "id", "")) in CALENDARS
    if isinstance(node, ast.ImportFrom) and [alias.name for alias in node.names] == ["sleep"]:
        return False
    return imports("time")(node) or (isinstance(node, ast.Name) and node.id == "QElapsedTimer")


def writes_files(node: ast.AST) -> bool:
    """True of what makes, changes or removes a file or folder."""
    if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "open":
        return any(isinstance(word, ast.Constant) and set(str(word.value)) & set("wax+") for word in mode_of(node))
    named = isinstance(node, ast.Name) and node.id in WRITERS
    return named or (isinstance(node, ast.Attribute) and node.attr in WRITES) or imports("shutil", "tempfile")(node)


def mode_of(call: ast.Call) -> list[ast.expr]:
    """The mode that a file is opened in: `open(path, mode)`, `path.open(mode)` or `mode=`."""
    place = 1 if isinstance(call.func, ast.Name) else 0
    return call.args[place : place + 1] + [word.value for word in call.keywords if word.arg == "mode"]


def waits_by_asyncio_or_in_a_nested_loop(node: ast.AST) -> bool:
    """True of what wakes up early under qasync, or stalls it."""
    if not isinstance(node, ast.Attribute):
        return False
    return node.attr in LATER or (node.attr == "sleep" and getattr(node.value, "id", "") == "asyncio")


def lines(finds: Finder, sources: list[Path]) -> Iterator[str]:
    """Where in `sources` something is found, as FILE:LINE."""
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if finds(node):
                yield f"{source.relative_to(ROOT).as_posix()}:{node.lineno}"


def outside(*rooms: str) -> list[Path]:
    """The sources that are in none of these rooms or files."""
    return [each for each in SOURCES if not each.relative_to(PACKAGE).as_posix().startswith(rooms)]


def test_only_the_clock_reads_time() -> None:
    assert list(lines(reads_time, outside("clock.py"))) == []


def test_only_the_store_writes_files() -> None:
    assert list(lines(writes_files, outside("store/"))) == []


def test_only_one_module_runs_other_programs() -> None:
    runs = list(lines(imports("subprocess"), SOURCES))
    assert len({place.split(":")[0] for place in runs}) <= 1, runs


def test_nothing_waits_by_asyncio_or_in_a_nested_loop() -> None:
    """Under qasync such a wait ends up to 0.4 s early, and a nested loop stalls every task.

    `ui.runtime` alone runs Qt's loop: until the first paint, when there is no task yet.
    """
    assert list(lines(waits_by_asyncio_or_in_a_nested_loop, outside("ui/runtime.py"))) == []


@pytest.mark.parametrize(
    ("finds", "line"),
    [
        (reads_time, "import time"),
        (reads_time, "from time import monotonic"),
        (reads_time, "datetime.datetime.now()"),
        (reads_time, "date.today()"),
        (reads_time, "QDateTime.currentDateTime()"),
        (writes_files, "path.write_text('')"),
        (writes_files, "open(path, 'ab')"),
        (writes_files, "path.open(mode='r+')"),
        (writes_files, "import shutil"),
        (writes_files, "QSaveFile(name)"),
        (waits_by_asyncio_or_in_a_nested_loop, "await asyncio.sleep(1)"),
        (waits_by_asyncio_or_in_a_nested_loop, "dialog.exec()"),
        (waits_by_asyncio_or_in_a_nested_loop, "loop.call_later(1, ring)"),
    ],
)
def test_a_finder_finds_what_it_is_for(finds: Finder, line: str) -> None:
    assert any(finds(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize(
    ("finds", "line"),
    [
        (reads_time, "clock.now()"),
        (reads_time, "from datetime import time"),
        (reads_time, "from time import sleep"),
        (writes_files, "open(path, 'rb')"),
        (writes_files, "path.open(encoding='utf-8')"),
        (waits_by_asyncio_or_in_a_nested_loop, "alarm.set(at_ms, ring)"),
    ],
)
def test_a_finder_lets_the_rest_be(finds: Finder, line: str) -> None:
    assert not any(finds(node) for node in ast.walk(ast.parse(line)))
