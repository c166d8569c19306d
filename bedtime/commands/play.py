"""`bedtime play`: straight into a session, without the first screen."""

import argparse

from bedtime.commands.content import library_for
from bedtime.commands.minutes import add_minutes, fitted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which routine, for how long, and whether to close at the end."""
    parser.add_argument("routine", metavar="ROUTINE", help="the id of a routine, as `bedtime routines` lists them")
    add_minutes(parser)
    parser.add_argument("--exit", action="store_true", help="close the window when the session has ended")


def run(options: argparse.Namespace) -> int:
    """Play it; the window opens at once."""
    library = library_for(options)
    routine = library.routine(options.routine)
    fit = fitted(routine, options.minutes, library)
    from bedtime import app  # noqa: PLC0415 - nothing of Qt is loaded for a mistyped name

    order = app.Order(
        home=None if options.home is None else str(options.home),
        speed=options.speed,
        routine=fit.routine if fit else routine,
        exit_at_end=options.exit,
    )
    return app.run(order)
