"""`bedtime export ROUTINE FILE`: writes a routine to a file that `bedtime import` takes in elsewhere."""

import argparse
from pathlib import Path

from bedtime.commands.content import library_for
from bedtime.commands.output import write_line
from bedtime.errors import BadInput
from bedtime.movement.exporting import parcel_of
from bedtime.store.writing import write_outside


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The routine and the file."""
    parser.add_argument("routine", metavar="ROUTINE", help="the id of a routine, as `bedtime routines` lists them")
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to write, such as my-routine.json")


def run(options: argparse.Namespace) -> int:
    """Write the routine, and beside it the person's own stretches and pictures that it needs."""
    library = library_for(options)
    parcel = parcel_of(library.routine(options.routine), library)
    files = {options.file: parcel.routine} | {options.file.parent / name: data for name, data in parcel.beside.items()}
    if len(files) <= len(parcel.beside):
        raise BadInput(f"{options.file.name} is also the name of a stretch that goes with it. Choose another name.")
    for path in files:
        if path.exists() or path.is_symlink():
            raise BadInput(f"{path} is there already. Choose another name or folder.")
    for path, data in files.items():
        write_outside(path, data)
        write_line(f"Wrote {path}.")
    return 0
