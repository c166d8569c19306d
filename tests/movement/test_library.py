"""The catalogue: complete, lazy, and helpful about a name that it does not know."""

import json

import pytest

from bedtime.errors import BadInput
from bedtime.movement.advice import Urgency
from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.movement.routine import Kind
from bedtime.store.bundled import bundled_root, read_bundled


class CountingReader:
    """The real files, and a note of which were asked for."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, name: str) -> bytes:
        self.read.append(name)
        return read_bundled(name)


def test_the_catalogue_holds_every_file_and_no_other() -> None:
    library, root = Library(read_bundled), bundled_root()
    assert sorted(library.stretch_ids) == sorted(path.stem for path in (root / "assets/stretches").glob("*.json"))
    assert sorted(library.routine_ids) == sorted(path.stem for path in (root / "routines").glob("*.json"))
    assert len(library.stretch_ids) == 52
    assert len(library.routines()) == 10
    assert len(library.routines(Kind.CRAMP)) == 5


def test_the_tested_routine_is_offered_first() -> None:
    assert Library(read_bundled).routine_ids[0] == "trial-six-weeks"


def test_a_file_is_read_when_it_is_first_asked_for_and_never_again() -> None:
    """A start of the program pays only for what it shows."""
    reader = CountingReader()
    library = Library(reader)
    assert reader.read == []
    first = library.routine("travel-tiny")
    assert first is library.routine("travel-tiny")
    library.stretches_of(first)
    library.stretches_of(first)
    assert sorted(reader.read) == sorted(
        [
            "assets/catalogue.json",
            "routines/travel-tiny.json",
            *(f"assets/stretches/{step.stretch}.json" for step in first.steps),
        ]
    )


def test_every_value_bears_the_name_of_its_file() -> None:
    library = Library(read_bundled)
    assert [library.stretch(name).id for name in library.stretch_ids] == list(library.stretch_ids)
    assert [library.routine(name).id for name in library.routine_ids] == list(library.routine_ids)


def test_poses_are_handed_on_as_they_were_written() -> None:
    files = {
        "assets/catalogue.json": {"routines": [], "stretches": ["towel-calf", "ankle-pumps"]},
        "assets/stretches/towel-calf.json": {"id": "towel-calf", "figure": {"start": {"knee": 3}}},
        "assets/stretches/ankle-pumps.json": {"id": "ankle-pumps"},
    }
    library = Library(lambda name: json.dumps(files[name]).encode())
    assert library.figure("towel-calf") == {"start": {"knee": 3}}
    assert library.figure("ankle-pumps") == {}


def test_poses_are_no_part_of_the_stretch() -> None:
    original = json.loads(read_bundled("assets/stretches/towel-calf.json"))

    def read(name: str) -> bytes:
        return json.dumps(original | {"figure": {"start": {}}}).encode() if "towel" in name else read_bundled(name)

    assert Library(read).stretch("towel-calf") == Library(read_bundled).stretch("towel-calf")


@pytest.mark.parametrize("name", ["travel-tinny", "", "../routines/in-bed", "travel-tiny.json"])
def test_a_name_that_does_not_exist_is_bad_input(name: str) -> None:
    with pytest.raises(BadInput, match="There is no routine called"):
        Library(read_bundled).routine(name)


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(BadInput, match="Did you mean 'wall-calf-straight'"):
        Library(read_bundled).stretch("wall-calf-strait")


def test_every_flag_has_a_sentence_to_tick() -> None:
    assert set(Library(read_bundled).cautions) == set(Flag)


def test_help_begins_with_the_most_urgent() -> None:
    assert [signs.urgency for signs in Library(read_bundled).help.red_flags] == list(Urgency)
