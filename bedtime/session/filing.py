"""What is said before files are taken in: what would come in, or why nothing does. Pure: a plan in, sentences out."""

from collections.abc import Mapping
from dataclasses import dataclass

from bedtime.movement.importing import Plan, Refused
from bedtime.movement.problems import WHOLE_FILE, Problem

NOTHING_NEW = "There is nothing new in it."
UNCHANGED = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class Preview:
    """A title and a sentence for each thing. `plan` is None where there is nothing to take in."""

    title: str
    lines: tuple[str, ...]
    plan: Plan | None


def preview(found: Plan | Refused, unread: Mapping[str, str]) -> Preview:
    """What taking these in would do. `unread` are the files that could not even be read, and why."""
    problems = [(name, Problem(1, WHOLE_FILE, why)) for name, why in unread.items()]
    if isinstance(found, Refused):
        problems += found.problems
    if problems or isinstance(found, Refused):
        lines = tuple(dict.fromkeys(_sentence(name, problem) for name, problem in problems))
        return Preview("This cannot be taken in", (*lines, UNCHANGED), None)
    coming = bool(found.routines or found.stretches)
    title = "Take this in?" if coming else NOTHING_NEW
    return Preview(title, found.words, found if coming else None)


def _sentence(name: str, problem: Problem) -> str:
    where = "" if problem.field == WHOLE_FILE else f", line {problem.line}: {problem.field}"
    words = problem.message[:1].lower() + problem.message[1:] if where else problem.message
    separator = " " if where else ": "
    return f"{_last_part(name)}{where}{separator}{words}".rstrip(".") + "."


def _last_part(name: str) -> str:
    part = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter if letter.isprintable() else "?" for letter in part)[:80]
