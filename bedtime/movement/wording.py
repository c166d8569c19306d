"""Says which side is meant. The words of a stretch hold `{working}` and `{other}` where left or right belongs.

With a side they become left and right. Without one, as in a catalogue, the first side that a text speaks of becomes
"one" (and "that" from then on) and the second "the other".
"""

import re
from collections.abc import Iterable

from bedtime.language import pgettext
from bedtime.movement.stretch import Side

_PLACEHOLDER = re.compile(r"\{(working|other)\}")
_WITH_ARTICLE = re.compile(r"(?:\b(the|your) )?\{(working|other)\}", re.IGNORECASE)


def for_side(text: str, side: Side) -> str:
    """The text for the half in which `side` works. Every other brace is left alone."""
    names = {"working": _side_name(side), "other": _side_name(side.other)}
    return _PLACEHOLDER.sub(lambda match: names[match[1]], text)


def _side_name(side: Side) -> str:
    if side is Side.LEFT:
        return pgettext("within a sentence about a leg", "left")
    return pgettext("within a sentence about a leg", "right")


def without_side(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts for somebody who is not told a side, read one after the other: what the first names, the next knows."""
    first = ""

    def neutral(match: re.Match[str]) -> str:
        nonlocal first
        article, role = match[1], match[2]
        again = pgettext("for left or right", "that") if role == first else pgettext("for left or right", "the other")
        words = again if first else pgettext("for left or right", "one")
        first = first or role
        return words.capitalize() if article and article[0].isupper() else words

    return tuple(_WITH_ARTICLE.sub(neutral, text) for text in texts)
