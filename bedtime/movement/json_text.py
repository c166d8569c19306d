"""Reads JSON text and remembers on which line every part stands.

Stricter than Python's own reader: a key may stand once, a number is finite, and nothing nests deeper than a file of
ours ever does. It never raises anything but `NotJson`, whatever the bytes are.
"""

import codecs
import json
import math
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from bedtime.language import _
from bedtime.movement.problems import WHOLE_FILE, Place, Problem, dotted, quoted
from bedtime.phrases import either

LONGEST_BYTES = 1 << 20
DEEPEST = 20

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
_WORD = re.compile(r"[-+]?\w+")
_STRINGS = json.JSONDecoder()
_NAMED = {"true": True, "false": False, "null": None}
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DIGITS = 18  # more than any number of ours has, and few enough to be exact


class NotJson(Exception):
    """The text stops being JSON here, so nothing after it can be judged."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Document:
    """What a text says, where each part of it stands, and what is wrong although it could be read."""

    value: Any
    lines: dict[Place, int]
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, place: Place) -> int:
        """The line of a part; for one that is missing, of what it should be in."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


def read_document(data: bytes) -> Document:
    """The document in these bytes; `NotJson` if there is none."""
    if len(data) > LONGEST_BYTES:
        raise NotJson(Problem(1, WHOLE_FILE, _("is too long; it may be up to 1 MiB")))
    reader = _Reader(_decoded(data))
    reader.read_whole()
    return reader.document


def _decoded(data: bytes) -> str:
    if data.startswith(_WIDE_MARKS) or b"\0" in data:
        raise NotJson(Problem(1, WHOLE_FILE, _("is not UTF-8 text; save it as JSON in the encoding UTF-8")))
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise NotJson(
            Problem(line, WHOLE_FILE, _("is not UTF-8 text; save it as JSON in the encoding UTF-8"))
        ) from None
    if not text.strip():
        raise NotJson(Problem(1, WHOLE_FILE, _("is empty; it needs to hold a JSON object")))
    return text


class _Reader:
    """Goes through the text once, from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.document = Document(None, {})

    def read_whole(self) -> None:
        value = self._value(())
        self._skip_blank()
        if self._at < len(self._text):
            raise self._stop((), _("goes on after its end; it needs to hold one JSON object and nothing else"))
        self.document = Document(value, self.document.lines, self.document.problems)

    def _value(self, place: Place) -> Any:
        self._skip_blank()
        self.document.lines[place] = self._line()
        if len(place) > DEEPEST:
            raise self._stop(
                place[:1], _("is nested too deeply; at most {count} levels are allowed").format(count=DEEPEST)
            )
        match self._text[self._at : self._at + 1]:
            case "{":
                return self._object(place)
            case "[":
                return self._list(place)
            case '"':
                return self._string(place)
            case "":
                raise self._stop(place, _("breaks off here; the rest of the file is missing"))
            case _:
                return self._number_or_name(place)

    def _object(self, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self._at += 1
        if self._take("}"):
            return found
        while True:
            self._skip_blank()
            line = self._line()
            if self._text[self._at : self._at + 1] != '"':
                raise self._stop(place, self._expected(_('a key in "double quotes"')))
            key = self._string(place)
            if key in found:
                self._note(line, (*place, key), _("stands twice; each key may stand once"))
            if not self._take(":"):
                raise self._stop((*place, key), self._expected(_('a ":" after the key')))
            found[key] = self._value((*place, key))
            if self._take("}"):
                return found
            if not self._take(","):
                raise self._stop(place, self._expected(either(('","', '"}"'))))

    def _list(self, place: Place) -> list[Any]:
        found: list[Any] = []
        self._at += 1
        if self._take("]"):
            return found
        while True:
            found.append(self._value((*place, len(found))))
            if self._take("]"):
                return found
            if not self._take(","):
                raise self._stop(place, self._expected(either(('","', '"]"'))))

    def _string(self, place: Place) -> str:
        line = self._line()
        try:
            said, self._at = _STRINGS.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            self._at = error.pos
            if "Unterminated" in error.msg:
                words = _('has text that is not ended by a quote; text is written "like this" on one line')
            else:
                words = _('has text that holds a character JSON cannot hold; text is written "like this" on one line')
            raise self._stop(place, words) from None
        found = str(said)
        if _HALF_A_CHARACTER.search(found):
            self._note(line, place, _("holds half a character; allowed is text that UTF-8 can write"))
        return _HALF_A_CHARACTER.sub("?", found)

    def _number_or_name(self, place: Place) -> Any:
        number = _NUMBER.match(self._text, self._at)
        word = _WORD.match(self._text, self._at)
        if number and (not word or word.end() <= number.end()):
            return self._number(number, place)
        if word and word[0] in _NAMED:
            self._at = word.end()
            return _NAMED[word[0]]
        if word and word[0].lstrip("+-").lower() in {"nan", "infinity", "inf"}:
            self._at = word.end()
            self._note(
                self._line(),
                place,
                _("{number} is not a number that can be used; it needs to be finite").format(number=word[0]),
            )
            return 0
        raise self._stop(place, self._expected(_a_value()))

    def _number(self, number: re.Match[str], place: Place) -> int | float:
        self._at = number.end()
        written = number[0]
        is_whole = number[1] is None and number[2] is None
        is_too_large = is_whole and len(written.lstrip("-")) > _DIGITS
        value = 0 if is_too_large else int(written) if is_whole else float(written)
        if is_too_large or math.isinf(value):
            self._note(
                self._line(),
                place,
                _("{number} is too large a number; it needs to be a usual one").format(number=_short(written)),
            )
            return 0
        return value

    def _take(self, mark: str) -> bool:
        self._skip_blank()
        found = self._text.startswith(mark, self._at)
        self._at += len(mark) if found else 0
        return found

    def _skip_blank(self) -> None:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at

    def _line(self) -> int:
        return bisect_right(self._line_starts, self._at)

    def _expected(self, what: str) -> str:
        rest = self._text[self._at : self._at + 1]
        found = quoted(rest) if rest else _("the end of the file")
        return _("is not JSON here: found {found}, expected {what}").format(found=found, what=what)

    def _note(self, line: int, place: Place, message: str) -> None:
        self.document.problems.append(Problem(line, dotted(place), message))

    def _stop(self, place: Place, message: str) -> NotJson:
        return NotJson(Problem(self._line(), dotted(place), message))


def _short(number: str) -> str:
    return number if len(number) <= _DIGITS else f"{number[:_DIGITS]}..."


def _a_value() -> str:
    words = _("a value: text in double quotes, a number, true, false, {object} or {list}")
    return words.format(object="{...}", list="[...]")
