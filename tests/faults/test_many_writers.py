"""Writers that meet, and writers that are killed: what was acknowledged is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bedtime.clock import Clock
from bedtime.store.document import Document
from bedtime.store.journal import Journal
from bedtime.store.upgrades import SESSION, UNFINISHED

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}


def test_two_processes_that_append_at_once_lose_nothing(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "sessions.jsonl"
    writers = [
        subprocess.Popen(
            [sys.executable, str(HERE / "appending.py"), str(path), name, "300"],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "other")
    ]
    acknowledged = [line for writer in writers for line in writer.communicate(timeout=60)[0].split()]
    assert [writer.returncode for writer in writers] == [0, 0]
    contents = Journal(path, SESSION, clock).read()
    assert contents.findings == ()
    assert len(acknowledged) == 600
    assert set(contents.records) == set(acknowledged)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot fork the writers")
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "sessions.jsonl"
    run = subprocess.run(
        [sys.executable, str(HERE / "killing.py"), str(path), "200"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    acknowledged = [line.split() for line in run.stdout.splitlines()]
    nights = {name for kind, name in acknowledged if kind == "journal"}
    documents = [name for kind, name in acknowledged if kind == "document"]
    assert len(nights) >= 200
    assert nights <= set(Journal(path, SESSION, clock).read().records)
    last = Document(path.with_name("unfinished.json"), UNFINISHED, clock).read().value
    life, number = documents[-1].split("-")
    assert (last["life"], last["number"]) >= (int(life), int(number))
    strays = {file.name for file in tmp_path.glob("*.part")}
    assert strays <= {"unfinished.json.part", "sessions.jsonl.part", "sessions.jsonl.bak.part"}
