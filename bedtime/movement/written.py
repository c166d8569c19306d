"""Writes the values of this room as JSON that people can read: keys in the order of the fields, usual values left out.

Reading what is written here gives an equal value, through either door (`movement.files`, `movement.trusted`).
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any, Literal, get_origin


def written(value: Any) -> Any:
    """A value of this room in JSON's own types."""
    if is_dataclass(value):
        return {
            field.name: written(part) for field in fields(value) if _is_said(field, part := getattr(value, field.name))
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [written(part) for part in value]
    if isinstance(value, Mapping):
        return {written(key): written(part) for key, part in value.items()}
    return value


def as_file(document: Mapping[str, Any]) -> bytes:
    """The file that holds a document."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return text.encode("utf-8", "backslashreplace")


def _is_said(field: Field[Any], part: Any) -> bool:
    """Whether a field is written: unless it is as usual. What tells members of a union apart always is."""
    usual = field.default if field.default_factory is MISSING else field.default_factory()
    return get_origin(field.type) is Literal or part != usual
