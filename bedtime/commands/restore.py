"""`bedtime restore FILE`: brings a backup in; nothing that is here is lost."""

import argparse
from pathlib import Path

from bedtime.commands.content import places_for
from bedtime.commands.output import write_line
from bedtime.errors import BadInput
from bedtime.store.backup import LARGEST_BACKUP_BYTES, read_backup
from bedtime.store.places import prepare
from bedtime.store.reading import read_outside
from bedtime.store.restoring import plan_restore, restore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and whether only to look."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a backup that Bedtime made")
    parser.add_argument("--preview", action="store_true", help="say what would change, and change nothing")


def run(options: argparse.Namespace) -> int:
    """Say what changes, and change it unless only a preview is wanted."""
    try:
        data = read_outside(options.file, LARGEST_BACKUP_BYTES)
    except BadInput as error:
        raise BadInput(f"{options.file}: {error}.") from error
    backup = read_backup(data)
    places = places_for(options)
    plan = plan_restore(backup, places)
    write_line(f"This backup was made on {backup.made_at:%Y-%m-%d at %H:%M}.")
    for sentence in plan.words:
        write_line(sentence)
    if not options.preview:
        prepare(places)
        restore(plan)
        write_line("Done.")
    return 0
