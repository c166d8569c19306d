"""Kills a writer again and again: `killing.py JOURNAL TIMES` prints every record that was acknowledged.

Each writer is a fork of this process, so that two hundred of them cost seconds; it is killed at a random moment while
it appends to the journal or replaces the document beside it.
"""

import os
import random
import select
import signal
import sys
from pathlib import Path

import filelock  # noqa: F401 - loaded once, here, instead of in every fork

from bedtime.clock import SystemClock
from bedtime.store.document import Document
from bedtime.store.journal import Journal
from bedtime.store.upgrades import SESSION, UNFINISHED


def write_for_ever(path: Path, life: int, acknowledge: int) -> None:
    """Append a record, replace the document with its number, acknowledge; begin again."""
    journal = Journal(path, SESSION, SystemClock())
    document = Document(path.with_name("unfinished.json"), UNFINISHED, SystemClock())
    journal.read()
    number = 0
    while True:
        number += 1
        journal.append({"id": f"{life}-{number}", "note": "x" * random.randrange(3_000)})  # noqa: S311 - no secret
        os.write(acknowledge, f"journal {life}-{number}\n".encode())
        document.write({"life": life, "number": number})
        os.write(acknowledge, f"document {life}-{number}\n".encode())


def one_life(path: Path, life: int) -> bytes:
    """Let a writer live for a few milliseconds; returns what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        write_for_ever(path, life, writer)
    os.close(writer)
    select.select([reader], [], [], 5)
    select.select([], [], [], random.uniform(0, 0.02))  # noqa: S311 - a moment to die at, no secret
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read()


def main(path: str, times: str) -> None:
    for life in range(int(times)):
        sys.stdout.write(one_life(Path(path), life).decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
