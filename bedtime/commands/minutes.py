"""The `--minutes N` of the commands that fit a routine to an evening."""

import argparse

from bedtime.errors import BadInput
from bedtime.movement.fitting import LONGEST_MIN, SHORTEST_MIN, Fit, fit
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine

_RANGE = f"a whole number from {SHORTEST_MIN} to {LONGEST_MIN}"


def add_minutes(parser: argparse.ArgumentParser) -> None:
    """Say that the command takes `--minutes`."""
    parser.add_argument("--minutes", metavar="N", help=f"fit the routine to N minutes: {_RANGE}")


def fitted(routine: Routine, asked: str | None, library: Library) -> Fit | None:
    """The routine fitted to what was asked for on the command line; None when nothing was. BadInput for no minutes."""
    if asked is None:
        return None
    minutes = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0
    if not SHORTEST_MIN <= minutes <= LONGEST_MIN:
        raise BadInput(f"{asked!r} is no number of minutes for a routine; give {_RANGE}.")
    return fit(routine, library.stretches_of(routine), minutes)
