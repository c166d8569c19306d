"""The command line as a whole: statuses, options before and after a command, and what stands on which stream."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bedtime import cli
from bedtime.errors import BadInput, Fault
from bedtime.version import VERSION

RunBedtime = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parent.parent


def test_the_version_is_told(run_bedtime: RunBedtime) -> None:
    done = run_bedtime("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"bedtime {VERSION}\n", "")


def test_help_lists_every_command(run_bedtime: RunBedtime) -> None:
    done = run_bedtime("--help")
    assert done.returncode == 0
    listed = {line.split()[0] for line in done.stdout.splitlines() if line.startswith("    ")}
    assert listed >= set(cli.COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["routines", "--bogus"],
        ["--speed", "fast", "routines"],
        ["--speed", "0", "routines"],
        ["--speed", "nan", "routines"],
        ["routines", "--speed", "-1"],
        ["check"],
        ["--wish", "dance"],
        ["--wish", "begin", "routines"],
    ],
)
def test_wrong_usage_has_status_2_and_no_traceback(run_bedtime: RunBedtime, arguments: list[str]) -> None:
    done = run_bedtime(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("bedtime")


def test_a_global_option_may_stand_before_the_command_or_after_it() -> None:
    parser = cli._parser("routines", None)
    assert parser.parse_args(["--speed", "60", "routines"]).speed == 60
    assert parser.parse_args(["routines", "--speed", "60"]).speed == 60
    assert parser.parse_args(["--home", "here", "routines", "--speed", "60"]).home == Path("here")
    plain = parser.parse_args(["routines"])
    assert (plain.home, plain.speed, plain.debug) == (None, 1.0, False)


def test_the_value_of_an_option_is_not_taken_for_the_command() -> None:
    assert cli._named_command(["--home", "check", "routines"]) == "routines"
    assert cli._named_command(["--home", "check"]) is None
    assert cli._named_command(["--debug", "check", "routines"]) == "check"


class Failing:
    """A command that goes wrong."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def add_arguments(self, _: object) -> None:
        """It takes none."""

    def run(self, _: object) -> int:
        raise self._error


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (BadInput("That is\nno routine."), 2, "bedtime: That is no routine.\n"),
        (Fault("The disk is full."), 1, "bedtime: The disk is full.\n"),
        (KeyboardInterrupt(), 130, ""),
        (ZeroDivisionError("oh"), 1, "bedtime: Bedtime made a mistake: ZeroDivisionError: oh."),
    ],
)
def test_an_error_becomes_one_line_and_a_status(
    error: BaseException, status: int, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "import_module", lambda _: Failing(error))
    assert cli.main(["routines"]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(told)
    assert err.count("\n") == bool(told)


def test_debug_shows_where_it_arose(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "import_module", lambda _: Failing(BadInput("No.")))
    assert cli.main(["--debug", "routines"]) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_is_utf8_whatever_the_locale_says(run_bedtime: RunBedtime, tmp_path: Path, encoding: str) -> None:
    missing = tmp_path / "Bögen→.json"
    done = run_bedtime("check", str(missing), PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode == 2
    assert "Bögen→.json:1: file: there is no such file" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes that break in this way")
def test_a_reader_that_leaves_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bedtime", "routines"],
            cwd=ROOT,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_listing_the_routines_is_quick_and_loads_neither_qt_nor_pydantic() -> None:
    program = (
        "import sys, time; from bedtime.cli import main; main(['routines'])\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'PySide6', 'shiboken6', 'qasync', 'pydantic', 'numpy', 'asyncio'}), time.process_time(), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    loaded, used_s = done.stderr.split()
    assert loaded == "[]"
    assert float(used_s) < 0.35  # of the processor, which a busy computer does not lengthen
