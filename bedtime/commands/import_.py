"""`bedtime import FILE...`: takes in routines and stretches, with their pictures: all of them, or none."""

import argparse

from bedtime.clock import SystemClock
from bedtime.commands.content import places_for
from bedtime.commands.output import write_line
from bedtime.content import library_in, shelves_in
from bedtime.files_shelf import read_all
from bedtime.movement.importing import Refused, keep_import, plan_import
from bedtime.movement.problems import WHOLE_FILE, Problem
from bedtime.store.places import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a routine, a stretch, or the picture of a stretch")
    parser.add_argument("--preview", action="store_true", help="say what would come in, and change nothing")


def run(options: argparse.Namespace) -> int:
    """Take the files in; 2, and nothing is changed, when anything is wrong with any of them."""
    places, clock = places_for(options), SystemClock()
    library = library_in(places, clock)
    files, reasons = read_all(options.files)
    unread = [f"{name}:{Problem(1, WHOLE_FILE, why)}" for name, why in reasons.items()]
    plan = plan_import(files, library)
    if unread or isinstance(plan, Refused):
        for line in (*unread, *(plan.lines if isinstance(plan, Refused) else ())):
            write_line(line)
        write_line("Nothing was changed.")
        return 2
    for sentence in plan.words:
        write_line(sentence)
    if not options.preview:
        prepare(places)
        keep_import(plan, shelves_in(places, clock), library)
    return 0
