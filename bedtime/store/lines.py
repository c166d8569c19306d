"""The lines of a journal, as bytes and as records. Pure: no file is touched here.

One line is one JSON object with `id`, `v` and `kind`, and a random `line` that makes every writing of a record unique.
A line met a second time, byte for byte, is therefore a copy of the file and not news: only its first place counts.
That is why two copies of a journal, one after the other, read as the union of both.
"""

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from bedtime.store.upgrades import Format, Record

DELETED = "deleted"
_DELETED_VERSION = 1
_EDGES = b" \t\r\xef\xbb\xbf"  # other people's line ends, and the mark that Windows editors put before a text


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def line_of(record: Mapping[str, Any], version: int) -> bytes:
    """One line, its newline included. Text that is no valid Unicode is kept by escaping it."""
    whole = {**record, "v": version, "line": os.urandom(4).hex()}
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def tombstone(identity: str) -> bytes:
    """The line that deletes what was said before of `identity`."""
    return line_of({"id": identity, "kind": DELETED}, _DELETED_VERSION)


def split(raw: bytes) -> list[bytes]:
    """The lines of a file without their ends; empty ones are nobody's."""
    return [line for piece in raw.split(b"\n") if (line := piece.strip(_EDGES))]


def record_of(line: bytes) -> Record | None:
    """The record that `line` holds, or None when it is damaged."""
    try:
        record = _DECODER.decode(line.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    identity, version, kind = record.get("id"), record.get("v"), record.get("kind")
    is_sound = type(version) is int and version >= 1 and isinstance(identity, str) and isinstance(kind, str)
    return record if is_sound else None


class Fold:
    """Reads lines in order into what they say altogether: the last line of an id wins, a tombstone deletes."""

    def __init__(self, formats: Iterable[Format]) -> None:
        self.records: dict[str, Record] = {}
        self.newer: dict[str, Record] = {}
        self._formats = {known.kind: known for known in formats}
        self._seen: set[bytes] = set()

    def add(self, lines: Iterable[bytes]) -> int:
        """Read `lines`; returns how many were damaged and therefore skipped."""
        damaged = 0
        for line in lines:
            if line in self._seen:
                continue
            self._seen.add(line)
            record = record_of(line)
            if record is None:
                damaged += 1
            else:
                self._take(record)
        return damaged

    def _take(self, record: Record) -> None:
        identity, version, kind = record["id"], record["v"], record["kind"]
        record.pop("line", None)
        self.records.pop(identity, None)
        self.newer.pop(identity, None)
        known = self._formats.get(kind)
        if known is not None and version <= known.version:
            self.records[identity] = {**known.upgraded(record, version), "v": known.version} if known.steps else record
        elif kind != DELETED:
            self.newer[identity] = record
