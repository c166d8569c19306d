"""The languages there are, and the one to speak: catalogues in `assets/locale/LANGUAGE/LC_MESSAGES/bedtime.mo`.

A catalogue is made by people and may be broken or belong to another program. Then there is a sentence about it, and the
words are English; a translation that names a placeholder which its message has not is passed over.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from bedtime.language import WRITTEN_IN, AsWritten, Catalogue, _, speak
from bedtime.settings import LANGUAGE_OF_THE_SYSTEM
from bedtime.store.bundled import bundled_root

TRIED = "BEDTIME_LANGUAGE"
"""Names a language to try, whatever the settings say: `long` and `mirrored` are made up to look at the layout."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language to speak. `tag` is its name for other programs; `trouble` a sentence where it could not be read."""

    tag: str
    catalogue: Catalogue
    trouble: str = ""


class Sound:
    """A catalogue whose translations can be filled in: a placeholder that the message has not makes it stay English."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def gettext(self, message: str) -> str:
        """The message in the person's language."""
        return _sound(self._catalogue.gettext(message), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the message that belongs to `n`."""
        return _sound(self._catalogue.ngettext(msgid1, msgid2, n), AsWritten().ngettext(msgid1, msgid2, n), msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is meant in a context."""
        return _sound(self._catalogue.pgettext(context, message), message)


def _sound(translation: str, message: str, other_form: str = "") -> str:
    if not translation or "{" not in translation:
        return translation or message
    named = placeholders(translation)
    return translation if named is not None and named <= (placeholders(message + other_form) or set()) else message


@cache
def placeholders(message: str) -> frozenset[str] | None:
    """The names in braces, with how they are to be written; None where the braces do not fit together."""
    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        return None
    return frozenset(f"{name}!{conversion}:{form}" for _words, name, form, conversion in parts if name is not None)


def languages(root: Path | None = None) -> tuple[str, ...]:
    """The languages that there are catalogues of, by their tags."""
    folder = _folder(root)
    if not folder.is_dir():
        return ()
    return tuple(sorted(one.name for one in folder.iterdir() if _file(one.name, root).is_file()))


def names(root: Path | None = None) -> dict[str, str]:
    """Every language that can be spoken, English first, each by its own name."""
    found = {WRITTEN_IN: "English"}
    for tag in languages(root):
        tongue = read(tag, root)
        if not tongue.trouble:
            found[tag] = tongue.catalogue.pgettext("this language, in itself", "English")
    return found


def chosen(setting: str, wished: Callable[[], Iterable[str]], root: Path | None = None) -> Tongue:
    """The language to speak. `wished` are the system's languages, best first; asked only where there is a choice."""
    tried = os.environ.get(TRIED, "")
    if tried:
        return _tried(tried, root)
    if setting == LANGUAGE_OF_THE_SYSTEM:
        known = languages(root)
        setting = next(filter(None, (_best(tag, known) for tag in (wished() if known else ()))), WRITTEN_IN)
    return read(setting, root)


def speak_chosen(setting: str, wished: Callable[[], Iterable[str]]) -> Tongue:
    """Speak the chosen language from now on."""
    tongue = chosen(setting, wished)
    speak(tongue.catalogue, tongue.tag)
    return tongue


def wished_in_environment() -> tuple[str, ...]:
    """The languages that the environment asks for, best first, as gettext's own programs read them."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = os.environ.get(name, "")
        if asked:
            return tuple(one.partition(".")[0] for one in asked.split(":"))
    return ()


def read(tag: str, root: Path | None = None) -> Tongue:
    """The catalogue of one language; English with a sentence where it is not there or cannot be read."""
    if tag == WRITTEN_IN:
        return Tongue(WRITTEN_IN, AsWritten())
    from gettext import GNUTranslations  # noqa: PLC0415 - English does without it, and the first paint is not kept waiting

    if tag not in languages(root):
        return Tongue(WRITTEN_IN, AsWritten(), _("Bedtime does not speak the chosen language here. It speaks English."))
    try:
        with _file(tag, root).open("rb") as file:
            return Tongue(tag, Sound(GNUTranslations(file)))
    except Exception:  # noqa: BLE001 - a file that is anything but a catalogue fails in any way there is
        words = _("The words of the language {language} could not be read. Bedtime speaks English.")
        return Tongue(WRITTEN_IN, AsWritten(), words.format(language=tag))


def _tried(name: str, root: Path | None) -> Tongue:
    from bedtime.testing.pseudo import PSEUDO  # noqa: PLC0415 - nobody but a developer asks for it

    if name in PSEUDO:
        made = PSEUDO[name]
        return Tongue(made.tag, made)
    return read(name, root)


def _best(tag: str, known: tuple[str, ...]) -> str | None:
    """The catalogue that serves a system's language: its own, or that of the same language elsewhere."""
    tag = tag.replace("-", "_")
    if tag.partition("_")[0] == WRITTEN_IN or tag in {"C", "POSIX"}:
        return WRITTEN_IN
    return next((one for one in (tag, tag.partition("_")[0]) if one in known), None)


def _folder(root: Path | None) -> Path:
    return (root or bundled_root() / "assets") / "locale"


def _file(tag: str, root: Path | None) -> Path:
    return _folder(root) / tag / "LC_MESSAGES" / "bedtime.mo"
