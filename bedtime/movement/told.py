"""Which parts of a built-in file are words for people, and the file with those in the person's language.

Names that the program itself goes by (ids, places, muscles, when a tip is of use) and the titles of sources stay.
"""

from collections.abc import Callable, Mapping
from typing import Any

from bedtime.language import _

_WORDS = frozenset(
    {
        *("name", "other_name", "steps", "feel", "mistake", "inhale", "exhale", "text", "how", "applies_to", "note"),
        *("notes", "unit", "first_cue", "half_cue", "summary", "situation", "safety", "title", "items"),
        *("first_run", "short", "standing", "restless"),
    }
)
_NOT_TOLD = frozenset({"figure", "sources"})


def told(document: Mapping[str, Any], say: Callable[[str], str] = _) -> dict[str, Any]:
    """The parsed file with every word for people as `say` says it."""
    content = _told(document, say)
    if "situation" in document:  # of a routine it is words when it is done, of a tip a name
        content["when"] = say(document["when"])
    return content


def _told(part: Mapping[str, Any], say: Callable[[str], str]) -> dict[str, Any]:
    return {key: inner if key in _NOT_TOLD else _part(key, inner, say) for key, inner in part.items()}


def _part(key: str, part: Any, say: Callable[[str], str]) -> Any:
    if isinstance(part, dict):
        return _told(part, say)
    if isinstance(part, list):
        return [_part(key, one, say) for one in part]
    return say(part) if key in _WORDS and isinstance(part, str) else part
