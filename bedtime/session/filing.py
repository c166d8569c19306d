"""What is said before files are taken in: what would come in, or why nothing does. Pure: a plan in, sentences out."""

from collections.abc import Mapping
from dataclasses import dataclass

from bedtime.language import N_, _, ngettext
from bedtime.movement.importing import Plan, Refused
from bedtime.movement.problems import WHOLE_FILE, Problem
from bedtime.phrases import spelled_first

NOTHING_NEW = N_("There is nothing new in it.")
UNCHANGED = N_("Nothing was changed.")


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
        return Preview(_("This cannot be taken in"), (*lines, _(UNCHANGED)), None)
    coming = bool(found.routines or found.stretches)
    title = _("Take this in?") if coming else _(NOTHING_NEW)
    return Preview(title, found.words, found if coming else None)


def taken_in_words(plan: Plan) -> str:
    """Where that is which has come in."""
    if not plan.routines:
        count = len(plan.stretches)
        words = ngettext(
            "{count} stretch is in the catalogue now.", "{count} stretches are in the catalogue now.", count
        )
        return words.format(count=spelled_first(count))
    if len(plan.routines) == 1:
        return _("“{name}” is among your routines now.").format(name=plan.routines[0].name)
    count = len(plan.routines)
    words = ngettext(
        "{count} routine is among your routines now.", "{count} routines are among your routines now.", count
    )
    return words.format(count=spelled_first(count))


def _sentence(name: str, problem: Problem) -> str:
    file, trouble = _last_part(name), problem.message.rstrip(".")
    if problem.field == WHOLE_FILE:
        return _("{file}: {trouble}.").format(file=file, trouble=trouble)
    trouble = trouble[:1].lower() + trouble[1:]
    return _("{file}, line {line}: {key} {trouble}.").format(
        file=file, line=problem.line, key=problem.field, trouble=trouble
    )


def _last_part(name: str) -> str:
    part = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter if letter.isprintable() else "?" for letter in part)[:80]
