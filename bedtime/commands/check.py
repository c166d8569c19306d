"""`bedtime check FILE...`: tells every mistake in routine and stretch files, as FILE:LINE: FIELD: what is wrong."""

import argparse
from pathlib import Path

from bedtime.commands.content import library_for
from bedtime.commands.output import write_line
from bedtime.errors import BadInput
from bedtime.movement.files import read_either
from bedtime.movement.library import Library
from bedtime.movement.problems import WHOLE_FILE, Problem, Rejected
from bedtime.movement.routine import Routine
from bedtime.store.reading import read_outside


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a routine or stretch file")


def run(options: argparse.Namespace) -> int:
    """Check every file, whatever is wrong with those before it; 2 when anything is."""
    library = library_for(options)
    good = [_check(name, library) for name in options.files]
    return 0 if all(good) else 2


def _check(name: str, library: Library) -> bool:
    """Tell what is wrong with one file, or that nothing is."""
    try:
        found = read_either(read_outside(Path(name)), library)
    except BadInput as error:
        found = Rejected((Problem(1, WHOLE_FILE, str(error)),))
    if isinstance(found, Rejected):
        for problem in found.problems:
            write_line(f"{name}:{problem}")
        return False
    what = f"routine {found.name!r}" if isinstance(found, Routine) else f"stretch {found.stretch.name!r}"
    write_line(f"{name}: good, the {what}")
    return True
