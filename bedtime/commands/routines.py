"""`bedtime routines`: what there is to choose from, for people or as JSON."""

import argparse
from typing import Any

from bedtime.commands.content import library_for
from bedtime.commands.output import write_json, write_table
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The choice between people and programs."""
    parser.add_argument("--json", action="store_true", help="write JSON: id, name, total_s, place, props, evidence")


def run(options: argparse.Namespace) -> int:
    """List every routine and cramp sequence."""
    library = library_for(options)
    listed = [_listed(library.routine(name), library) for name in library.routine_ids]
    if options.json:
        write_json(listed)
    else:
        _write_for_people(listed)
    return 0


def _listed(routine: Routine, library: Library) -> dict[str, Any]:
    """One routine as it is listed. The props are those of its stretches, each once, in the order of first use."""
    stretches = library.stretches_of(routine)
    props = dict.fromkeys(prop for step in routine.steps for prop in stretches[step.stretch].props)
    return {
        "id": routine.id,
        "name": routine.name,
        "total_s": lay_out(routine, stretches, library.patterns).total_ms // 1000,
        "place": routine.place,
        "props": [prop.value for prop in props],
        "evidence": routine.evidence.level.value,
    }


def _write_for_people(listed: list[dict[str, Any]]) -> None:
    rows = [
        (one["id"], one["name"], _minutes(one["total_s"]), one["place"], one["evidence"], ", ".join(one["props"]))
        for one in listed
    ]
    write_table(("ID", "NAME", "TIME", "PLACE", "EVIDENCE", "PROPS"), rows, right=frozenset({2}))


def _minutes(total_s: int) -> str:
    return f"{total_s // 60}:{total_s % 60:02d}"
