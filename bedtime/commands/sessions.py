"""`bedtime sessions`: the nights so far, for people or as JSON. What cannot be read is told, and hides nothing else."""

import argparse
from collections.abc import Iterable, Mapping
from typing import Any

from bedtime.clock import SystemClock
from bedtime.commands.output import write_json, write_line, write_note, write_table
from bedtime.errors import BedtimeError
from bedtime.session.record import SessionRecord
from bedtime.store.journal import Journal
from bedtime.store.keeper import Keeper
from bedtime.store.places import find_places
from bedtime.store.upgrades import SESSION


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The choice between people and programs."""
    keys = "id, night, started_at, ended_at, routine, outcome, planned_s, stretched_s, paused_s, steps"
    parser.add_argument("--json", action="store_true", help=f"write JSON: {keys}")


def run(options: argparse.Namespace) -> int:
    """List every session, the oldest first, with those that still wait to be saved."""
    places, clock = find_places(options.home and str(options.home)), SystemClock()
    contents = Keeper(Journal(places.sessions_file, SESSION, clock), places.shelters, clock).read()
    records, unread = _readable(contents.records.values())
    newer = ("Some nights were recorded by a newer Bedtime and are not listed.",) if contents.newer else ()
    for words in dict.fromkeys([*(finding.words for finding in contents.findings), *newer, *unread]):
        write_note(words)
    if options.json:
        write_json([_told(record) for record in records])
    else:
        _write_for_people(records)
    return 0


def _readable(lines: Iterable[Mapping[str, Any]]) -> tuple[list[SessionRecord], list[str]]:
    """The records, the oldest first, and a sentence for each that is none."""
    records, unread = [], []
    for line in lines:
        try:
            records.append(SessionRecord.from_json(line))
        except BedtimeError as error:
            unread.append(str(error))
    return sorted(records, key=lambda record: record.started_at), unread


def _told(record: SessionRecord) -> dict[str, Any]:
    """The record as it is kept, without what only the journal needs."""
    return {key: part for key, part in record.to_json().items() if key not in {"kind", "v"}}


def _write_for_people(records: list[SessionRecord]) -> None:
    if not records:
        write_line("No sessions yet.")
        return
    rows = [
        (
            record.night.isoformat(),
            record.started_at.strftime("%H:%M"),
            record.routine_name,
            record.outcome.value,
            f"{record.stretched_s // 60}:{record.stretched_s % 60:02d}",
        )
        for record in records
    ]
    write_table(("NIGHT", "STARTED", "ROUTINE", "OUTCOME", "STRETCHED"), rows, right=frozenset({4}))
