"""The language that speech-dispatcher understands: lines to write, and what its answers mean. No socket here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bedtime.session.ears import Speaker

_LINE = re.compile(r"(\d{3})([- ])(.*)")


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer: its code, and the lines that came before its last one."""

    code: int
    lines: tuple[str, ...]


class Replies:
    """Puts answers together from whatever pieces arrive."""

    def __init__(self) -> None:
        self._rest = b""
        self._lines: list[str] = []

    def take(self, data: bytes) -> Iterator[Reply]:
        """Every answer that is whole with this."""
        *whole, self._rest = (self._rest + data).split(b"\n")
        for raw in whole:
            found = _LINE.fullmatch(raw.decode("utf-8", "replace").strip())
            if found is None:
                continue
            if found[2] == "-":
                self._lines.append(found[3])
            else:
                lines, self._lines = tuple(self._lines), []
                yield Reply(int(found[1]), lines)


QUEUED, VOICES, MODULE = 225, 249, 251
BEGIN, END, CANCELLED = 701, 702, 703
NO_SPEECH = "dummy"
"""The module that is there where no other is: it plays a recording that says so."""

HELLO = (
    "SET SELF CLIENT_NAME bedtime:bedtime:session",
    "SET SELF NOTIFICATION END ON",
    "SET SELF NOTIFICATION CANCEL ON",
    "SET SELF PRIORITY MESSAGE",
    "GET OUTPUT_MODULE",
)
STOP = "CANCEL SELF"
GOODBYE = "QUIT"
LIST = "LIST SYNTHESIS_VOICES"


def in_this_manner(language: str, voice: str, pace: int, volume: float) -> tuple[str, ...]:
    """The lines that set how it is spoken: `pace` and `volume` in percent, an empty voice for the usual one."""
    lines = [
        f"SET SELF LANGUAGE {_word(language)}",
        f"SET SELF RATE {max(-100, min(100, pace - 100))}",
        f"SET SELF VOLUME {max(-100, min(100, round(2 * volume) - 100))}",
    ]
    return (*lines, f"SET SELF SYNTHESIS_VOICE {_word(voice)}") if voice else tuple(lines)


def voices(lines: tuple[str, ...]) -> tuple[Speaker, ...]:
    """The voices of a list: each line is a name, a language and a variant, with tabs between them."""
    parts = [line.split("\t") for line in lines]
    return tuple(Speaker(name, language) for name, language, *_ in (one for one in parts if len(one) > 1))


def spoken(words: str) -> tuple[str, ...]:
    """The lines that have something said. A full stop alone would end the message, so one at the start is doubled."""
    lines = [f".{line}" if line.startswith(".") else line for line in words.splitlines()]
    return ("SPEAK", *lines, ".")


def written(lines: tuple[str, ...]) -> bytes:
    """Lines as they go over the socket."""
    return "".join(f"{line}\r\n" for line in lines).encode()


def _word(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())
