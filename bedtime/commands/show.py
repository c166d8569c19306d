"""`bedtime show ROUTINE`: what happens when in a routine, for people or as JSON."""

import argparse
from typing import Any

from bedtime.commands.content import library_for
from bedtime.commands.minutes import add_minutes, fitted
from bedtime.commands.output import write_json, write_line, write_table
from bedtime.movement.fitting import Fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.timeline import Segment, Timeline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The routine, how long it should last, and the choice between people and programs."""
    parser.add_argument("routine", metavar="ROUTINE", help="the id of a routine, as `bedtime routines` lists them")
    add_minutes(parser)
    parser.add_argument("--json", action="store_true", help="write JSON: id, total_ms, left_out, segments")


def run(options: argparse.Namespace) -> int:
    """Show one routine, segment by segment."""
    library = library_for(options)
    routine = library.routine(options.routine)
    fit = fitted(routine, options.minutes, library)
    tonight = fit.routine if fit else routine
    timeline = lay_out(tonight, library.stretches_of(tonight), library.patterns)
    if options.json:
        write_json(_told(timeline, fit))
    else:
        _write_for_people(timeline, fit)
    return 0


def _told(timeline: Timeline, fit: Fit | None) -> dict[str, Any]:
    return {
        "id": timeline.routine.id,
        "total_ms": timeline.total_ms,
        "left_out": [stretch.id for stretch in fit.left_out] if fit else [],
        "segments": [
            {
                "start_ms": segment.start_ms,
                "duration_ms": segment.duration_ms,
                "kind": segment.kind.value,
                "stretch": segment.stretch.id,
                "side": segment.side_name,
            }
            for segment in timeline.segments
        ],
    }


def _write_for_people(timeline: Timeline, fit: Fit | None) -> None:
    write_line(f"{timeline.routine.name}, {_clock(timeline.total_ms)}")
    for sentence in _sentences(fit) if fit else ():
        write_line(sentence)
    write_line()
    rows = [_row(segment) for segment in timeline.segments]
    write_table(("AT", "LASTS", "WHAT", "SIDE", "STRETCH"), rows, right=frozenset({0, 1}))


def _sentences(fit: Fit) -> list[str]:
    """What had to be done to the routine, for whoever wants it to be as it was written."""
    told = []
    if fit.left_out:
        told.append(f"Leaves out {', '.join(stretch.name for stretch in fit.left_out)}.")
    if fit.repeated:
        told.append(f"Repeats {fit.repeated[0].name}.")
    if fit.dose_changed:
        told.append("The dose is no longer the one that was tested.")
    if fit.miss:
        told.append(fit.miss.value)
    return told


def _row(segment: Segment) -> tuple[str, ...]:
    lasts = f"{segment.duration_ms / 1000:g} s"
    what = segment.kind.value.replace("-", " ")
    counted = f" {segment.set_no} of {segment.sets}" if segment.sets > 1 and segment.kind.is_work else ""
    return _clock(segment.start_ms), lasts, what + counted, segment.side_name, segment.stretch.name


def _clock(some_ms: int) -> str:
    some_s = some_ms // 1000
    return f"{some_s // 60}:{some_s % 60:02d}"
