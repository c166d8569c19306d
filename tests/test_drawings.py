from pathlib import Path

import pytest

from bedtime import drawings
from bedtime.drawings import LibraryDrawings
from bedtime.movement.drawn import DrawnStretches
from bedtime.movement.library import Library
from bedtime.store.bundled import read_bundled


@pytest.fixture
def library() -> Library:
    return Library(read_bundled)


def test_every_drawn_stretch_moves_as_its_file_says(library: Library) -> None:
    known = LibraryDrawings(library, "ada")
    for stretch, figure in DrawnStretches(library).items():
        assert known.motion(stretch) is figure.motion


def test_a_stretch_that_nobody_has_drawn_does_not_move(library: Library) -> None:
    assert LibraryDrawings(library, "ada").motion("my-own-stretch") is None


def test_fingerprints_tell_stretches_apart_and_stay_the_same(library: Library) -> None:
    one, other = LibraryDrawings(library, "ada"), LibraryDrawings(Library(read_bundled), "ada")
    assert one.fingerprint("towel-calf") == other.fingerprint("towel-calf")
    assert one.fingerprint("towel-calf") != one.fingerprint("heel-raises")


def test_a_fingerprint_changes_with_a_pose() -> None:
    def changed(name: str) -> bytes:
        return read_bundled(name).replace(b'"azimuth": ', b'"azimuth": 1')

    before, after = (LibraryDrawings(Library(read), "ada") for read in (read_bundled, changed))
    assert before.fingerprint("towel-calf") != after.fingerprint("towel-calf")
    assert after.fingerprint("towel-calf")


def test_a_fingerprint_changes_with_the_code_that_draws(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = LibraryDrawings(library, "ada").fingerprint("towel-calf")
    (tmp_path / "figure").mkdir()
    (tmp_path / "figure" / "flesh.py").write_text("thicker = True")
    monkeypatch.setattr(drawings, "_PACKAGE", tmp_path)
    assert LibraryDrawings(library, "ada").fingerprint("towel-calf") != before


def test_where_the_code_is_packed_away_the_version_has_to_do(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawings, "_PACKAGE", tmp_path / "program.zip")
    assert LibraryDrawings(library, "ada").fingerprint("towel-calf")


def test_the_pictures_come_in_the_body_that_was_chosen(library: Library) -> None:
    ada, walter = (LibraryDrawings(library, body).source() for body in ("ada", "walter"))
    assert ada.picture("towel-calf", 300, 300) != walter.picture("towel-calf", 300, 300)
