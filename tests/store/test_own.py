"""The person's own files on the disk."""

from pathlib import Path

import pytest

from bedtime.content import library_in, shelves_in
from bedtime.errors import BadInput, NotSaved
from bedtime.movement.routine import Step
from bedtime.store.own import OwnFiles, OwnPictures
from bedtime.store.places import find_places, prepare
from bedtime.store.upgrades import ROUTINE
from bedtime.testing.making import a_routine
from bedtime.testing.manual_clock import ManualClock

MINE = a_routine(Step(stretch="towel-calf"), identifier="mine")


@pytest.fixture
def files(tmp_path: Path, clock: ManualClock) -> OwnFiles:
    return OwnFiles(tmp_path / "routines", ROUTINE, clock)


def test_what_is_saved_is_there_and_what_is_removed_is_not(files: OwnFiles) -> None:
    assert files.documents() == {}
    files.save("one", {"a": 1})
    files.save("two", {"b": 2})
    assert files.documents() == {"one": {"a": 1}, "two": {"b": 2}}
    files.remove("one")
    files.remove("one")
    assert files.documents() == {"two": {"b": 2}}


@pytest.mark.parametrize("identifier", ["../x", "a/b", "", "A", ".x", "x" * 61, "a\n"])
def test_a_name_that_leads_elsewhere_is_no_name(files: OwnFiles, identifier: str) -> None:
    with pytest.raises(BadInput):
        files.save(identifier, {})


def test_a_damaged_file_is_set_aside_and_its_last_good_copy_is_read(files: OwnFiles, tmp_path: Path) -> None:
    files.save("one", {"a": 1})
    files.save("one", {"a": 2})
    (tmp_path / "routines" / "one.json").write_bytes(b"{")
    assert files.documents() == {"one": {"a": 1}}
    assert files.findings[0].words.startswith("The file with a routine of your own was damaged. The copy from")


def test_what_lies_in_the_folder_besides_is_left_alone(files: OwnFiles, tmp_path: Path) -> None:
    files.save("one", {"a": 1})
    (tmp_path / "routines" / "Notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "routines" / "folder.json").mkdir()
    assert set(files.documents()) == {"one"}


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path: Path, clock: ManualClock) -> None:
    (tmp_path / "routines").write_bytes(b"")
    with pytest.raises(NotSaved):
        OwnFiles(tmp_path / "routines", ROUTINE, clock).save("one", {})


def test_pictures_are_kept_by_safe_names_alone(tmp_path: Path) -> None:
    pictures = OwnPictures(tmp_path / "pictures")
    assert pictures.names() == ()
    pictures.save("calf.png", b"...")
    assert (pictures.names(), pictures.read("calf.png")) == (("calf.png",), b"...")
    assert pictures.read("../calf.png") is None
    with pytest.raises(BadInput):
        pictures.save("../calf.png", b"")
    pictures.remove("calf.png")
    assert pictures.names() == ()


def test_a_routine_is_there_again_after_a_restart(tmp_path: Path, clock: ManualClock) -> None:
    places = find_places(str(tmp_path / "home"))
    prepare(places)
    library_in(places, clock).keep_routine(MINE)
    again = library_in(places, clock)
    assert again.routine("mine") == MINE
    assert shelves_in(places, clock).routines.documents()["mine"]["name"] == "Mine"
