"""The process is killed in the middle of sessions, at any moment. What was reported saved is there in the morning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bedtime.movement.library import Library
from bedtime.shelf import Past, Shelf
from bedtime.store.bundled import read_bundled
from bedtime.store.places import find_places
from bedtime.testing.at_once import AtOnce
from bedtime.testing.manual_clock import ManualClock

ROOT = Path(__file__).parent.parent.parent
LIVES = 200


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork, and new processes would take too long")
def test_two_hundred_killed_evenings_lose_no_session_that_was_reported_saved(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    played = subprocess.run(
        [sys.executable, "-m", "tests.faults.endless_evening", str(home), str(LIVES)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=280,
        check=False,
    )
    lines = [line.split() for line in played.stdout.splitlines()]
    begun = [line[1] for line in lines if line[0] == "playing"]
    reported = {line[1]: int(line[2]) for line in lines if line[0] == "saved"}
    past: list[Past] = []
    Shelf(find_places(str(home)), ManualClock(), AtOnce()).read_past(Library(read_bundled).patterns, past.append)
    kept = {record.id: record.stretched_s for record in past[0].records}
    assert len(begun) >= LIVES, played.stderr
    assert len(reported) >= LIVES // 4
    assert {identity: kept.get(identity) for identity in reported} == reported
    assert kept.keys() <= set(begun)
    assert past[0].notices == ()
