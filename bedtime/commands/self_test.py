"""`bedtime self-test`: plays whole nights on a manual clock, keeps them in a real journal, and says what held."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bedtime.commands.output import write_line
from bedtime.movement.library import Library
from bedtime.store.bundled import read_bundled
from bedtime.store.document import Document
from bedtime.store.journal import Journal
from bedtime.store.scratch import scratch_folder
from bedtime.store.upgrades import SESSION, UNFINISHED
from bedtime.testing.manual_clock import ManualClock
from bedtime.testing.nights import Finding, play_nights


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command is handed its options
    """Play the nights in a folder that is gone afterwards; 1 when something did not hold."""
    with scratch_folder() as folder:
        return tell(play_nights(Library(read_bundled), _Shelf(folder)))


def tell(findings: Iterable[Finding]) -> int:
    """Write each finding as soon as it is known, then the sum of them; the exit status."""
    looked_at = broken = 0
    for finding in findings:
        looked_at += 1
        broken += not finding.held
        write_line(f"{'held' if finding.held else 'BROKEN':6}  {finding.night}: {finding.what}")
    write_line()
    write_line(f"{broken} of {looked_at} did not hold." if broken else f"All {looked_at} held.")
    return 1 if broken else 0


class _Shelf:
    """Where the nights of the self-test are kept: the real journal and document, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        clock = ManualClock()
        self._journal = Journal(folder / "sessions.jsonl", SESSION, clock)
        self._unfinished = Document(folder / "unfinished.json", UNFINISHED, clock)

    def save(self, record: Mapping[str, Any]) -> None:
        self._journal.append(record)

    def saved(self) -> Mapping[str, Mapping[str, Any]]:
        return self._journal.read().records

    def keep(self, unfinished: Mapping[str, Any]) -> None:
        self._unfinished.write(unfinished)

    def kept(self) -> Mapping[str, Any]:
        return self._unfinished.read().value
