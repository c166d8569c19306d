"""`bedtime print ROUTINE OUT.pdf`: a routine on paper, with its pictures, for a night without a screen."""

import argparse
from pathlib import Path

from bedtime.clock import SystemClock
from bedtime.commands.content import places_for
from bedtime.commands.output import write_line
from bedtime.content import library_in
from bedtime.errors import BadInput
from bedtime.printing import print_routine
from bedtime.settings import understand
from bedtime.store.document import Document
from bedtime.store.upgrades import SETTINGS
from bedtime.store.writing import write_outside

PAPERS = ("a4", "letter")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The routine, the file and the paper."""
    parser.add_argument("routine", metavar="ROUTINE", help="the id of a routine, as `bedtime routines` lists them")
    parser.add_argument("out", metavar="OUT.pdf", type=Path, help="the file to write")
    parser.add_argument("--paper", choices=PAPERS, default="a4", help="what it is printed on (a4)")


def run(options: argparse.Namespace) -> int:
    """Write the sheet, suited to what the person has ticked."""
    if options.out.suffix.lower() != ".pdf":
        raise BadInput(f"{str(options.out)!r} is no name for a printed sheet; it needs to end in .pdf.")
    places, clock = places_for(options), SystemClock()
    library = library_in(places, clock)
    settings = understand(Document(places.settings_file, SETTINGS, clock).read().value).settings
    write_outside(options.out, print_routine(library.routine(options.routine), library, settings, options.paper))
    write_line(f"Wrote {options.out}.")
    return 0
