"""The command line: global options, the list of commands, and the one place where an error becomes a line and a status.

A command is a module in `bedtime.commands` with `add_arguments(parser)` and `run(options) -> status`; only the one that
is asked for is imported, so that none pays for another.
"""

import gc
import io
import math
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from bedtime.errors import BadInput, BedtimeError
from bedtime.handover import Wish
from bedtime.version import VERSION

if TYPE_CHECKING:
    import argparse

OK, FAULT, BAD_USAGE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "play": "play a routine at once",
    "routines": "list the routines",
    "show": "show a routine, second by second",
    "check": "check routine and stretch files, and tell every mistake in them",
    "figure": "draw a stretch as a picture file",
    "import": "take in routines and stretches from files",
    "export": "write a routine to a file",
    "print": "print a routine with its pictures, as a PDF",
    "backup": "write everything that is kept into one file",
    "restore": "bring a backup in, and lose nothing that is here",
    "sessions": "list the sessions so far",
    "self-test": "play whole nights in a moment, and say what held",
    "reminder": "say how things stand with the reminder, or change it",
}
_WITH_A_VALUE = {"--home", "--speed", "--wish"}
_FASTEST = 10_000


class Command(Protocol):
    """What a module in `bedtime.commands` provides."""

    def add_arguments(self, parser: "argparse.ArgumentParser") -> None:
        """Say which arguments the command takes."""
        ...

    def run(self, options: "argparse.Namespace") -> int:
        """Do it, and return the exit status. What goes wrong is raised as a `BedtimeError`."""
        ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, or those of the process; returns the exit status and never a traceback."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(given)
        _flush()
    except BedtimeError as error:
        return _report(str(error), error.exit_status, given)
    except BrokenPipeError:
        return _leave_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where a mistake of ours can still be told in one line
        told = f"Bedtime made a mistake: {type(error).__name__}: {error}. Run it with --debug to see where."
        return _report(told, FAULT, given)
    return status


def _run(given: list[str]) -> int:
    if not given:  # an evening like any other: nothing to take apart
        return _open_window(home=None, speed=1.0)
    name = _named_command(given)
    command = cast("Command", import_module(f"bedtime.commands.{_module_of(name)}")) if name else None
    options = _parser(name, command).parse_args(given)
    if command and options.wish is not Wish.SHOW:
        raise BadInput(f"--wish is for the window, not for “{name}”.")
    return command.run(options) if command else _open_window(home=options.home, speed=options.speed, wish=options.wish)


def _open_window(*, home: Path | None, speed: float, wish: Wish = Wish.SHOW) -> int:
    gc.disable()  # until the first paint: nothing that is loaded before it is ever thrown away
    from bedtime.app import Order, run  # noqa: PLC0415 - the commands that open no window load nothing of Qt

    return run(Order(home=None if home is None else str(home), speed=speed, wish=wish))


def _module_of(name: str) -> str:
    """The module of a command: its name, made one that Python allows."""
    return f"{name}_" if iskeyword(name) else name.replace("-", "_")


def _named_command(given: Sequence[str]) -> str | None:
    """The command among the arguments: the first that is neither an option nor an option's value."""
    values = {index + 1 for index, argument in enumerate(given) if argument in _WITH_A_VALUE}
    words = (word for index, word in enumerate(given) if index not in values and not word.startswith("-"))
    first = next(words, None)
    return first if first in COMMANDS else None


def _parser(named: str | None, command: Command | None) -> "argparse.ArgumentParser":
    """A parser that lists every command, and knows the arguments of the one that was named."""
    import argparse  # noqa: PLC0415 - an evening without arguments does not wait for it

    parser = argparse.ArgumentParser(
        prog="bedtime",
        description="A quiet evening of leg stretches.",
        parents=[_global_options()],
        allow_abbrev=False,
    )
    # What the reminder's notice starts the window with; nobody types it.
    parser.add_argument("--wish", type=_wish, default=Wish.SHOW, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(metavar="COMMAND")
    after_command = _global_options(after_command=True)
    for name, summary in COMMANDS.items():
        sub = commands.add_parser(
            name, help=summary, description=_sentence(summary), parents=[after_command], allow_abbrev=False
        )
        if command and name == named:
            command.add_arguments(sub)
    return parser


def _global_options(*, after_command: bool = False) -> "argparse.ArgumentParser":
    """The options that stand before a command or after it. After it, one left out does not undo what stood before."""
    import argparse  # noqa: PLC0415 - an evening without arguments does not wait for it

    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS if after_command else None)
    options.add_argument("--home", metavar="DIR", type=Path, help="keep everything in this folder")
    options.add_argument(
        "--speed", metavar="N", type=_speed, help="run sessions N times as fast, for trying things out"
    )
    options.add_argument("--debug", action="store_const", const=True, help="show where in the program an error arose")
    options.add_argument("--version", action="version", version=f"bedtime {VERSION}", help="show the version")
    if not after_command:
        options.set_defaults(speed=1.0, debug=False)
    return options


def _speed(text: str) -> float:
    """A speed from the command line."""
    import argparse  # noqa: PLC0415 - likewise

    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    if not 0 < speed <= _FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a speed; it needs to be a number above 0, up to {_FASTEST}")
    return speed


def _wish(text: str) -> Wish:
    """A wish from the command line."""
    import argparse  # noqa: PLC0415 - likewise

    try:
        return Wish(text)
    except ValueError:
        known = ", ".join(Wish)
        raise argparse.ArgumentTypeError(f"{text!r} is nothing that can be wished for; there are {known}") from None


def _sentence(summary: str) -> str:
    return f"{summary[0].upper()}{summary[1:]}."


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale is, and never fail over a file name that is no text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush() -> None:
    if sys.stdout:  # a program with windows alone has none on Windows
        sys.stdout.flush()


def _report(sentence: str, status: int, given: Sequence[str]) -> int:
    """Tell an error: one line, or where it arose for somebody who asked for that."""
    if "--debug" in given:
        import traceback  # noqa: PLC0415 - for those who ask

        traceback.print_exc()
    elif sys.stderr:
        print("bedtime:", " ".join(sentence.split()), file=sys.stderr)  # noqa: T201 - this is what the command line says
    return status


def _leave_pipe() -> int:
    """Whoever read our output has had enough. Python would complain when it flushes on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK
