"""How a mistake in a file is told, in one line: where it is, what is wrong and what is allowed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from bedtime.language import _, ngettext

Place = tuple[str | int, ...]  # the keys and indices that lead to a part of a file

WHOLE_FILE = "file"
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. `field` is a dotted path such as `steps[2].hold_s`, or `file` for the file as a whole."""

    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.line}: {self.field}: {self.message}"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that cannot be used, and why: every mistake that was found, from the first line to the last."""

    problems: tuple[Problem, ...]

    @classmethod
    def because(cls, problems: Iterable[Problem]) -> "Rejected":
        """Sorted by line, and nothing told twice."""
        return cls(tuple(sorted(set(problems))))


def dotted(place: Place) -> str:
    """A place as people write it: `steps[2].hold_s`."""
    path = ""
    for part in place:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            name = part if part.isidentifier() or part.replace("-", "_").isidentifier() else quoted(part)
            path += f".{name}" if path else name
    return path or WHOLE_FILE


def quoted(part: object) -> str:
    """A piece of a file as it may be shown within one line: short, and with nothing in it that could break the line."""
    if isinstance(part, dict):
        return _("an object")
    if isinstance(part, list):
        return ngettext("a list of {count} item", "a list of {count} items", len(part)).format(count=len(part))
    written = "".join(letter if letter.isprintable() else "\ufffd" for letter in json.dumps(part, ensure_ascii=False))
    return written if len(written) <= _LONGEST_QUOTE else written[: _LONGEST_QUOTE - 3] + "..."
