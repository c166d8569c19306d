"""Words in the person's language."""

from collections.abc import Iterator

import pytest

from bedtime.language import N_, AsWritten, _, ngettext, pgettext, speak


class Shouting(AsWritten):
    def gettext(self, message: str) -> str:
        return message.upper()


@pytest.fixture
def shouting() -> Iterator[None]:
    before = speak(Shouting())
    yield
    speak(before)


def test_without_a_catalogue_the_words_are_as_they_are_written() -> None:
    assert _("Begin") == "Begin"
    assert [ngettext("{n} night", "{n} nights", n).format(n=n) for n in (0, 1, 2)] == [
        "0 nights",
        "1 night",
        "2 nights",
    ]
    assert pgettext("a key", "Space") == "Space"


@pytest.mark.usefixtures("shouting")
def test_a_catalogue_translates_what_is_shown_and_not_what_is_marked() -> None:
    assert _("Begin") == "BEGIN"
    assert N_("Begin") == "Begin"
