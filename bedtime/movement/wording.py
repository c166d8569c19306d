"""Says which side is meant. The words of a stretch hold `{working}` and `{other}` where left or right belongs.

With a side they become left and right. Without one, as in a catalogue, the first side that a text speaks of becomes
"one" (and "that" from then on) and the second "the other".
"""

import re
from collections.abc import Iterable

from bedtime.movement.stretch import Side

_PLACEHOLDER = re.compile(r"\{(working|other)\}")
_WITH_ARTICLE = re.compile(r"(?:\b(the|your) )?\{(working|other)\}", re.IGNORECASE)


def for_side(text: str, side: Side) -> str:
    """The text for the half in which `side` works. Every other brace is left alone."""
    names = {"working": side.value, "other": side.other.value}
    return _PLACEHOLDER.sub(lambda match: names[match[1]], text)


def without_side(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts for somebody who is not told a side, read one after the other: what the first names, the next knows."""
    first = ""

    def neutral(match: re.Match[str]) -> str:
        nonlocal first
        article, role = match[1], match[2]
        again = "that" if role == first else "the other"
        words = again if first else "one"
        first = first or role
        return words.capitalize() if article and article[0].isupper() else words

    return tuple(_WITH_ARTICLE.sub(neutral, text) for text in texts)
