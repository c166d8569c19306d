"""How a command writes: lines for people, or JSON for programs. The only place in the commands that prints."""

import json
import sys
from collections.abc import Sequence
from typing import Any


def write_line(line: str = "") -> None:
    """One line for people, with anything in it that would break the line made harmless."""
    sys.stdout.write(_harmless(line) + "\n")


def write_note(line: str) -> None:
    """One line for people beside what was asked for, where a program that reads the output does not meet it."""
    if sys.stderr:  # a program with windows alone has none on Windows
        sys.stderr.write(f"bedtime: {_harmless(line)}\n")


def write_json(value: Any) -> None:
    """A value for programs."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Rows under their heads, in columns as wide as they need to be. The columns in `right` hold numbers."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        write_line("  ".join(cells).rstrip())


def _harmless(line: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
