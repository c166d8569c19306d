"""The catalogue that is looked through."""

from bedtime.movement.library import Library
from bedtime.session.catalogue import catalogue, found
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
LINES = catalogue(map(LIBRARY.stretch, LIBRARY.stretch_ids), ())


def test_every_stretch_is_in_it_once() -> None:
    assert [line.stretch.id for line in LINES] == list(LIBRARY.stretch_ids)
    assert len(LINES) == 52


def test_looking_for_nothing_finds_all() -> None:
    assert found(LINES, "  ") == LINES


def test_every_word_has_to_occur_somewhere() -> None:
    names = [line.name for line in found(LINES, "CALF towel")]
    assert "Towel calf stretch" in names
    assert len(names) < len(found(LINES, "calf"))


def test_a_place_and_a_muscle_are_found_too() -> None:
    assert all("bed" in line.sought for line in found(LINES, "bed"))
    assert found(LINES, "hamstring")


def test_what_is_nowhere_is_not_found() -> None:
    assert found(LINES, "trombone") == ()


def test_a_stretch_of_ones_own_says_so() -> None:
    line = catalogue([LIBRARY.stretch("towel-calf")], {"towel-calf"})[0]
    assert line.facts.startswith("Your own. 30 s each leg.")
    assert found([line], "your own") == (line,)
