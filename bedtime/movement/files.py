"""Judges the bytes of a stretch or routine file from outside: a value, or every mistake in it in plain words.

The only door through which such a file comes in. It imports pydantic, so it is imported when a file is at hand and not
before. Nothing but `Rejected` comes of a bad file, whatever its bytes are.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bedtime.figure.pose import Figure
from bedtime.language import _
from bedtime.movement.allowed import follow, in_words, keys_of, tag_of, tags_of
from bedtime.movement.cross_check import problems_of_routine, problems_of_stretch
from bedtime.movement.figure_check import problems_of_figure
from bedtime.movement.json_text import Document, NotJson, read_document
from bedtime.movement.library import FIGURE_KEY, Library, nearest
from bedtime.movement.problems import WHOLE_FILE, Place, Problem, Rejected, dotted, quoted
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Stretch
from bedtime.movement.trusted import SCHEMA_KEY, VERSION_KEY

T = TypeVar("T")
CrossCheck = Callable[[T, Library], Iterator[tuple[Place, str]]]


@dataclass(frozen=True, slots=True)
class StretchFile:
    """A stretch, and its figure if somebody has drawn one."""

    stretch: Stretch
    figure: Figure | None


def read_routine(data: bytes, library: Library) -> Routine | Rejected:
    """The routine that a file says."""
    document = _document(data)
    return document if isinstance(document, Rejected) else _routine(document, library)


def read_stretch(data: bytes, library: Library) -> StretchFile | Rejected:
    """The stretch that a file says, with its poses."""
    document = _document(data)
    return document if isinstance(document, Rejected) else _stretch(document, library)


def read_either(data: bytes, library: Library) -> Routine | StretchFile | Rejected:
    """Whichever of the two a file seems to be: a stretch is known by its dose, or by the place where it is felt."""
    document = _document(data)
    if isinstance(document, Rejected):
        return document
    return _stretch(document, library) if seems_a_stretch(document.value) else _routine(document, library)


def seems_a_stretch(parsed: dict[str, Any]) -> bool:
    """Whether a parsed file is meant to be a stretch, rather than a routine."""
    return not parsed.keys().isdisjoint({"dose", "feel"})


def _document(data: bytes) -> Document | Rejected:
    """The JSON object in a file."""
    try:
        document = read_document(data)
    except NotJson as error:
        return Rejected((error.problem,))
    if not isinstance(document.value, dict):
        message = _("holds {value}; it needs to hold an object: a routine or a stretch").format(
            value=quoted(document.value)
        )
        return Rejected((Problem(document.line_of(()), WHOLE_FILE, message),))
    document.value.pop(SCHEMA_KEY, None)
    document.value.pop(VERSION_KEY, None)
    return document


def _routine(document: Document, library: Library) -> Routine | Rejected:
    return _checked(Routine, document, problems_of_routine, library)


def _stretch(document: Document, library: Library) -> StretchFile | Rejected:
    figure: Figure | None = None
    if FIGURE_KEY in document.value:
        try:
            figure = _valid(Figure, document.value.pop(FIGURE_KEY))
        except ValidationError as error:
            document.problems.extend(_problems(Figure, error, document, (FIGURE_KEY,)))
        else:
            document.problems.extend(_of_meaning(problems_of_figure(figure), document, (FIGURE_KEY,)))
    stretch = _checked(Stretch, document, problems_of_stretch, library)
    return stretch if isinstance(stretch, Rejected) else StretchFile(stretch, figure)


def _checked(cls: type[T], document: Document, cross_check: CrossCheck[T], library: Library) -> T | Rejected:
    """Shape first; what the values mean is judged only when their shape is right."""
    try:
        value = _valid(cls, document.value)
    except ValidationError as error:
        return Rejected.because([*document.problems, *_problems(cls, error, document)])
    problems = _of_meaning(cross_check(value, library), document)
    return Rejected.because(document.problems + problems) if document.problems or problems else value


def _of_meaning(found: Iterator[tuple[Place, str]], document: Document, inside: Place = ()) -> list[Problem]:
    """What a cross-check found wrong with the part of a document at `inside`."""
    places = (((*inside, *place), message) for place, message in found)
    return [Problem(document.line_of(place), dotted(place), message) for place, message in places]


def _valid(cls: type[T], content: object) -> T:
    annotation: Any = cls
    value: T = _adapter(annotation).validate_json(json.dumps(content), strict=True)
    return value


@cache
def _adapter(cls: Any) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


def _problems(cls: type, error: ValidationError, document: Document, inside: Place = ()) -> list[Problem]:
    """What pydantic found wrong with the part of a document at `inside`, without what has been told already."""
    told = {problem.field for problem in document.problems}
    errors = filter(_is_told_once, error.errors(include_url=False))
    found = (_problem(cls, details, document, inside) for details in errors)
    return [problem for problem in found if problem.field not in told]


def _is_told_once(details: ErrorDetails) -> bool:
    """False of a list that counts as too short only because some of its items are wrong, which is told as well."""
    return details["type"] != "too_short" or len(details["input"]) < details["ctx"]["min_length"]


def _problem(cls: type, details: ErrorDetails, document: Document, inside: Place) -> Problem:
    """One of pydantic's errors, in our words."""
    place, annotation = follow(cls, details["loc"])
    match details["type"]:
        case "missing":
            message = _("is missing; it needs to be {allowed}").format(allowed=in_words(annotation))
        case "union_tag_not_found" | "union_tag_invalid":
            place = (*place, tag_of(annotation))
            given = details["ctx"].get("tag")
            words = _("{value} is not allowed; it needs to be one of {names}")
            words = words if given else _("is missing; it needs to be one of {names}")
            message = words.format(value=quoted(given), names=", ".join(tags_of(annotation)))
        case "unexpected_keyword_argument":
            keys = keys_of(annotation)
            message = _("is not a known key; allowed are {names}.").format(names=", ".join(keys))
            message += nearest(str(place[-1]), keys)
        case "value_error":
            message = str(details["ctx"]["error"])
        case _:
            message = _("{value} is not allowed; it needs to be {allowed}").format(
                value=quoted(details["input"]), allowed=in_words(annotation)
            )
    return Problem(document.line_of((*inside, *place)), dotted((*inside, *place)), message)
