"""What is installed: pinned by name and version alone, and a Qt that does not wear Python out."""

import ast
import re
import sys
import tomllib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PACKAGE = ROOT / "bedtime"
NEEDED = [Requirement(line) for line in PROJECT["dependencies"]]
BROUGHT_ALONG = {"pyside6-essentials", "shiboken6", "pydantic-core"}  # by Addons and pydantic, always
WANTED = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]
LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = [Requirement(line) for line in LINES if not line.startswith("#")]


def plain(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(name: str, python: str) -> set[str]:
    """The versions that constraints.txt allows of a package on Linux under `python`."""
    there = {"python_version": python, "sys_platform": "linux"}
    pins = [pin for pin in PINS if plain(pin.name) == plain(name) and (not pin.marker or pin.marker.evaluate(there))]
    return {specifier.version for pin in pins for specifier in pin.specifier}


def everything_needed(requirements: list[Requirement]) -> set[str]:
    """The names of `requirements` and of all that they need in turn, here."""
    names: set[str] = set()
    waiting = [each for each in requirements if not each.marker or each.marker.evaluate()]
    while waiting:
        name = plain(waiting.pop().name)
        if name not in names:
            names.add(name)
            needs = [Requirement(line) for line in metadata.requires(name) or []]
            waiting += [each for each in needs if not each.marker or each.marker.evaluate({"extra": ""})]
    return names


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_every_package_has_one_pin(python: str) -> None:
    unclear = {name for name in everything_needed(WANTED) if len(pinned(name, python)) != 1}
    assert unclear == set()


def test_every_package_that_the_program_imports_is_asked_for() -> None:
    """Another one may happen to be installed for the developer, and be missing for everybody else."""
    ours = {plain(each.name) for each in NEEDED} | BROUGHT_ALONG
    distributions = metadata.packages_distributions()
    imported = {name for source in PACKAGE.rglob("*.py") for name in imported_by(source)} - {"bedtime"}
    unasked = {name for name in imported - sys.stdlib_module_names if not brought_by(name, distributions) & ours}
    assert unasked == set()


def imported_by(source: Path) -> set[str]:
    """The packages that a file imports, wherever it does."""
    nodes = list(ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


def brought_by(name: str, distributions: Mapping[str, list[str]]) -> set[str]:
    """The distributions that hold a package."""
    return {plain(distribution) for distribution in distributions.get(name, [])}


def test_the_pins_are_names_and_versions_only() -> None:
    pin = re.compile(r'[A-Za-z0-9._-]+==[0-9][0-9a-z.]*(; (python_version|sys_platform) [<>=]=? "[a-z0-9.]+")?')
    assert [line for line in LINES if not line.startswith("#") and not pin.fullmatch(line)] == []
    assert sorted(LINES[2:], key=str.lower) == LINES[2:]


def test_qt_6_12_is_kept_away_from_python_3_11() -> None:
    """Its calls that return nothing each lose a reference to None there, and the program aborts within seconds."""
    allowed = [
        each for each in WANTED if each.name == "PySide6_Addons" and each.marker.evaluate({"python_version": "3.11"})
    ]
    assert [each.specifier.contains("6.12.0") for each in allowed] == [False]
    assert {Version(version) < Version("6.12") for version in pinned("PySide6_Addons", "3.11")} == {True}
    if sys.version_info < (3, 12):
        assert Version(metadata.version("PySide6_Essentials")) < Version("6.12")


def test_a_call_that_returns_nothing_costs_no_reference_to_none(qtbot: QtBot) -> None:
    """The fault itself, watched for: a test that is too short to crash would let it pass."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(2000):
        label.setText("calm")
    assert abs(sys.getrefcount(None) - before) < 1000
