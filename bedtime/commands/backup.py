"""`bedtime backup FILE`: writes everything that is kept into one file."""

import argparse
from pathlib import Path

from bedtime.clock import SystemClock
from bedtime.commands.content import places_for
from bedtime.commands.output import write_line
from bedtime.errors import BadInput
from bedtime.store.backup import make_backup
from bedtime.store.writing import write_outside


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to write, such as bedtime-backup.zip")


def run(options: argparse.Namespace) -> int:
    """Write a backup, over nothing that is there."""
    if options.file.exists() or options.file.is_symlink():
        raise BadInput(f"{options.file} is there already. Choose another name.")
    data = make_backup(places_for(options), SystemClock())
    write_outside(options.file, data)
    write_line(f"Wrote {options.file}, {max(1, len(data) // 1024)} KB.")
    return 0
