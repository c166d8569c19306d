"""The one module that starts other programs: lists of arguments, a time limit, and an error that says what failed.

Nothing goes through a shell, and nothing is read from the terminal.
"""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bedtime.errors import Fault
from bedtime.language import _

PATIENCE_S = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a program ended and what it said."""

    status: int
    out: str = ""
    err: str = ""

    @property
    def complaint(self) -> str:
        """The first line of what it had to say against it."""
        return next(
            (line.strip() for line in (self.err or self.out).splitlines() if line.strip()), _("no reason given")
        )


class Processes(Protocol):
    """What the rest of the room needs of other programs."""

    def run(self, *arguments: str) -> Ran:
        """Run it to its end. A program that is missing, or does not end in time, is a `Fault`."""
        ...

    def start(self, *arguments: str) -> None:
        """Start it and let it go: it outlives us. A program that is missing is a `Fault`."""
        ...


class SystemProcesses:
    """The real ones."""

    def run(self, *arguments: str) -> Ran:
        """Run it to its end, its words read as UTF-8."""
        try:
            ended = subprocess.run(  # noqa: S603 - a list of arguments, no shell
                arguments,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE_S,
                check=False,
                creationflags=_no_console(),
            )
        except subprocess.TimeoutExpired:
            raise Fault(
                _("{program} did not answer within {count} seconds.").format(program=arguments[0], count=PATIENCE_S)
            ) from None
        except OSError as error:
            raise _cannot_start(arguments, error) from error
        return Ran(status=ended.returncode, out=_text(ended.stdout), err=_text(ended.stderr))

    def start(self, *arguments: str) -> None:
        """Start it in a session of its own."""
        try:
            child = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=_no_console(),
            )
        except OSError as error:
            raise _cannot_start(arguments, error) from error
        child.returncode = 0  # let go on purpose: Python would otherwise warn that nobody waited for it


def must(processes: Processes, *arguments: str) -> Ran:
    """Run it, and make a `Fault` of any ending but a good one."""
    ran = processes.run(*arguments)
    if ran.status != 0:
        raise Fault(_("{command} failed: {reason}").format(command=" ".join(arguments[:3]), reason=ran.complaint))
    return ran


def _cannot_start(arguments: Sequence[str], error: OSError) -> Fault:
    return Fault(
        _("{program} could not be started: {reason}.").format(program=arguments[0], reason=error.strerror or error)
    )


def _text(output: bytes) -> str:
    return output.decode("utf-8", "replace").replace("\r\n", "\n")


def _no_console() -> int:
    """Keep Windows from flashing a console window."""
    return int(getattr(subprocess, "CREATE_NO_WINDOW", 0)) if sys.platform == "win32" else 0
