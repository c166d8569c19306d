"""The one place where the program's words become the person's language.

`_("Begin")` is translated where it is shown, never where it is defined: a module that holds words as constants marks
them with `N_` and shows them through `_`. A message is a whole sentence; what varies stands in it as a named
placeholder and is filled in afterwards: `_("Leaves out {stretch}.").format(stretch=name)`. Nothing is read here: a
catalogue is handed in, and without one the words are the English that stands in the code.
"""

from typing import Protocol


class Catalogue(Protocol):
    """Translations, in the words of the standard library's `gettext`."""

    def gettext(self, message: str) -> str:
        """The message in the person's language."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the message that belongs to `n`."""
        ...

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is meant in a context."""
        ...


class AsWritten:
    """The catalogue of the language that the program is written in."""

    def gettext(self, message: str) -> str:
        """The message itself."""
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """English has one form for one and one for every other number."""
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - only a translation needs the context
        """The message itself."""
        return message


WRITTEN_IN = "en"
"""The language that the words stand in, in the code."""
_spoken: Catalogue = AsWritten()
_tag = WRITTEN_IN


def speak(catalogue: Catalogue, tag: str = WRITTEN_IN) -> Catalogue:
    """Use this catalogue, of the language `tag`, from now on; returns the one that was used before."""
    global _spoken, _tag
    before, _spoken, _tag = _spoken, catalogue, tag
    return before


def spoken() -> str:
    """The language of the words, by its tag: en, pt-BR."""
    return _tag.replace("_", "-")


def _(message: str) -> str:
    """The message in the person's language."""
    return _spoken.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The message with the form that `number` asks for: `ngettext("{count} night", "{count} nights", 3)`."""
    return _spoken.ngettext(one, many, number)


def pgettext(context: str, message: str) -> str:
    """The message where one English word means two things: `pgettext("a key", "Space")`."""
    return _spoken.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """The message unchanged, marked for translators; whoever shows it asks `_` for it."""
    return message
