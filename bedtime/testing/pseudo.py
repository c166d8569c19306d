"""Languages that nobody speaks, made of the English words: to see whether the layout bears other ones.

Each marks what it says with brackets, so that what was said past the catalogue stands out. Placeholders stay.
"""

import re
from collections.abc import Callable

from bedtime.language import AsWritten

_WORD = re.compile(r"\{[^{}]*\}|[^\W\d_]+")
_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéïñöšüÿžÁÇÉÏÑÖŠÜÝŽ")
_HEBREW = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz",
    "אבגדהוזחטיכלמנסעפצקרשתאבגד",
)
_LONGER = 0.4
_MARKS = re.compile(r"^\[.*\]$", re.DOTALL)


class Pseudo(AsWritten):
    """A made-up language. `tag` is the language whose script it borrows."""

    def __init__(self, tag: str, say: Callable[[str], str]) -> None:
        self.tag = tag
        self._say = say

    def gettext(self, message: str) -> str:
        """The message, marked."""
        return f"[{self._in_between(message)}]" if message.strip() else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for `n` as in English, marked."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The message, marked; what is only put together, or asked of a language, is not."""
        if context.startswith(("the end of", "within a list", "two sentences", "a length of time", "after a number")):
            return self._in_between(message)
        if context.startswith("the days"):
            return _mirrored(message) if self is MIRRORED else message
        if context.startswith("do the names"):
            return message
        return self.gettext(message)

    def _in_between(self, message: str) -> str:
        return self._say(message)


def _word_by_word(say: Callable[[str], str]) -> Callable[[str], str]:
    """What says a message by saying its words; placeholders stay."""
    return lambda message: _WORD.sub(lambda found: found[0] if found[0].startswith("{") else say(found[0]), message)


def _long(message: str) -> str:
    """A message with accents, its words drawn out until it is, marks and all, 40 % longer."""
    words = [word for word in _WORD.findall(message) if not word.startswith("{")]
    letters = sum(map(len, words)) or 1
    share = max(0.0, _LONGER - len("[]") / letters)

    def drawn_out(word: str) -> str:
        return (word + word[-1] * round(len(word) * share)).translate(_ACCENTS)

    return _word_by_word(drawn_out)(message)


def _mirrored(word: str) -> str:
    """A word in Hebrew letters."""
    return word.lower().translate(_HEBREW)


LONG = Pseudo("de", _long)
MIRRORED = Pseudo("he", _word_by_word(_mirrored))
PSEUDO = {"long": LONG, "mirrored": MIRRORED}


def is_marked(words: str) -> bool:
    """Whether words were said through a made-up language, from the first to the last."""
    return _MARKS.match(words) is not None
