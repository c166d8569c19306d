"""Every bad file that somebody may hand to the program gets one clear line and status 2, and nobody waits."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bedtime.store.bundled import read_bundled

RunBedtime = Callable[..., subprocess.CompletedProcess[str]]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file")


def routine(**changes: Any) -> bytes:
    """A good routine file with some of its parts changed."""
    return json.dumps(json.loads(read_bundled("routines/travel-tiny.json")) | changes).encode()


def with_step(text: str) -> bytes:
    """A good routine file whose first step reads like this."""
    return routine(steps=["HERE"], substitutions={}).replace(b'"HERE"', text.encode())


TEXTS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "file: is empty"),
    "blank": (b" \n\t\n", "file: is empty"),
    "binary": (b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe" * 20, "file: is not UTF-8 text"),
    "utf-16": (routine().decode().encode("utf-16"), "file: is not UTF-8 text"),
    "latin-1": (b'{"id":"x",\n"name":"\xe9t\xe9"}', "file: is not UTF-8 text"),
    "deeply nested": (b'{"steps":' + b"[" * 100_000, "steps: is nested too deeply"),
    "nested objects": (b'{"a":' * 50_000, "a: is nested too deeply"),
    "half-written": (routine()[:700], "is not ended by a quote"),
    "cut between keys": (b'{"id":"x",', "expected a key"),
    "no object": (b"[1, 2]", "file: holds a list of 2 items; it needs to hold an object"),
    "two objects": (b"{} {}", "file: goes on after its end"),
    "trailing comma": (b'{"id": "x",}', "expected a key"),
    "wrong type": (with_step('{"stretch":"towel-calf","hold_s":"30"}'), 'steps[0].hold_s: "30" is not allowed'),
    "true for one": (with_step('{"stretch":"towel-calf","sets":true}'), "steps[0].sets: true is not allowed"),
    "fraction": (with_step('{"stretch":"towel-calf","hold_s":30.5}'), "steps[0].hold_s: 30.5 is not allowed"),
    "unknown stretch": (
        with_step('{"stretch":"towel-half"}'),
        'steps[0].stretch: there is no stretch called "towel-half"',
    ),
    "negative": (with_step('{"stretch":"towel-calf","hold_s":-30}'), "steps[0].hold_s: -30 is not allowed"),
    "zero": (with_step('{"stretch":"towel-calf","hold_s":0}'), "steps[0].hold_s: 0 is not allowed"),
    "enormous": (with_step('{"stretch":"towel-calf","hold_s":99999}'), "steps[0].hold_s: 99999 is not allowed"),
    "beyond counting": (with_step('{"stretch":"towel-calf","hold_s":1' + "0" * 5000 + "}"), "is too large a number"),
    "infinite": (with_step('{"stretch":"towel-calf","hold_s":1e999}'), "1e999 is too large a number"),
    "outside its stretch": (with_step('{"stretch":"towel-calf","hold_s":90}'), "it needs to be from 15 to 60"),
    "counted in something else": (with_step('{"stretch":"towel-calf","reps":9}'), "allowed is hold_s or sets"),
    "NaN": (with_step('{"stretch":"towel-calf","hold_s":NaN}'), "steps[0].hold_s: NaN is not a number"),
    "Infinity": (
        with_step('{"stretch":"towel-calf","hold_s":-Infinity}'),
        "steps[0].hold_s: -Infinity is not a number",
    ),
    "duplicate key": (with_step('{"stretch":"towel-calf","stretch":"towel-calf"}'), "steps[0].stretch: stands twice"),
    "no steps": (routine(steps=[]), "steps: a list of 0 items is not allowed; it needs to be a list of 1 to 60"),
    "unknown key": (routine(hold=3), "hold: is not a known key"),
    "half a character": (routine(name="x\ud800"), "name: holds half a character"),
    "control character": (b'{"id": "a\x01b"}', "holds a character JSON cannot hold"),
    "unknown flag": (routine(substitutions={"gout": {}}), 'substitutions.gout: "gout" is not allowed'),
    "unknown pattern": (routine(closing_breath="long-4-5"), "closing_breath: there is no breathing pattern"),
}


def check(run_bedtime: RunBedtime, path: Path) -> str:
    """What is told about a bad file: one line, on standard output, with status 2."""
    done = run_bedtime("check", str(path))
    assert done.returncode == 2
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"{path}:")
    return line.removeprefix(f"{path}:")


@pytest.mark.parametrize("name", TEXTS)
def test_a_bad_text_gets_one_clear_line(name: str, run_bedtime: RunBedtime, tmp_path: Path) -> None:
    data, told = TEXTS[name]
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    assert told in check(run_bedtime, path)


def test_the_line_of_a_wrong_letter_is_told(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    path = tmp_path / "latin.json"
    path.write_bytes(TEXTS["latin-1"][0])
    assert check(run_bedtime, path).startswith("2: ")


def test_a_missing_file(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    assert check(run_bedtime, tmp_path / "missing.json") == "1: file: there is no such file"


def test_a_folder(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    assert check(run_bedtime, tmp_path) == "1: file: is a folder; it needs to be a file"


def test_a_file_of_100_mb_is_refused_unread(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert check(run_bedtime, path) == "1: file: is too long; it may be up to 1 MiB"


@POSIX
def test_a_pipe_without_a_writer_does_not_block(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert check(run_bedtime, path) == "1: file: is a pipe; it needs to be a file"


@POSIX
def test_a_device_that_never_ends(run_bedtime: RunBedtime) -> None:
    assert check(run_bedtime, Path("/dev/zero")) == "1: file: is a device; it needs to be a file"


@POSIX
def test_a_link_that_leads_in_a_circle(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    path = tmp_path / "round.json"
    path.symlink_to(path)
    assert check(run_bedtime, path) == "1: file: is a link that leads in a circle; it needs to be a file"


@POSIX
def test_a_path_through_a_file(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"{}")
    told = "1: file: there is no such file: a part of its path is not a folder"
    assert check(run_bedtime, tmp_path / "file" / "mine.json") == told


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    path = tmp_path / "secret.json"
    path.write_bytes(routine())
    path.chmod(0)
    assert "may not be read" in check(run_bedtime, path)


def test_a_byte_order_mark_is_no_mistake(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(b"\xef\xbb\xbf" + routine())
    assert run_bedtime("check", str(path)).returncode == 0
