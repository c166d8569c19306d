"""A disk that is full, a folder that is read-only: the night is kept, the words are plain, and nothing is doubled."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bedtime.clock import Clock
from bedtime.errors import NotSaved
from bedtime.store.backup import make_backup, read_backup
from bedtime.store.disk import replace
from bedtime.store.document import Document
from bedtime.store.journal import Journal
from bedtime.store.keeper import Keeper, Saving
from bedtime.store.places import find_places, prepare
from bedtime.store.restoring import plan_restore, restore
from bedtime.store.upgrades import SESSION, SETTINGS

NOTE = "x" * 1000


@pytest.fixture
def journal(drive, clock: Clock) -> Journal:
    return Journal(drive.path / "data" / "sessions.jsonl", SESSION, clock)


@pytest.fixture
def shelters(drive, tmp_path: Path) -> tuple[Path, Path]:
    """The first on the same drive, as it is on a laptop, the second elsewhere."""
    return drive.path / "state" / "waiting.jsonl", tmp_path / "temporary" / "waiting.jsonl"


def test_a_night_survives_a_full_disk(drive, journal: Journal, shelters: tuple[Path, Path], clock: Clock) -> None:
    keeper = Keeper(journal, shelters, clock)
    keeper.save({"id": "before", "note": NOTE * 4})
    drive.fill()
    before = journal.path.read_bytes()
    assert keeper.save({"id": "a", "note": NOTE * 4}) is Saving.WAITING
    assert keeper.trouble == "The disk is full."
    assert keeper.try_again() is False
    assert journal.path.read_bytes() == before
    assert shelters[1].exists()
    drive.free()
    later = Keeper(journal, shelters, clock)
    assert later.try_again() is True
    assert keeper.try_again() is True
    assert [*journal.read().records] == ["before", "a"]
    assert len(journal.path.read_bytes().splitlines()) == 2


def test_a_line_that_fits_only_in_part_is_taken_back(drive, journal: Journal) -> None:
    journal.append({"id": "before"})
    drive.fill(leave=4096)
    before = journal.path.read_bytes()
    with pytest.raises(NotSaved, match="The disk is full"):
        journal.append({"id": "a", "note": NOTE * 20})
    assert journal.path.read_bytes() == before
    journal.append({"id": "b"})
    assert [*journal.read().records] == ["before", "b"]


def test_a_document_on_a_full_disk_stays_what_it_was(drive, clock: Clock) -> None:
    document = Document(drive.path / "settings.json", SETTINGS, clock)
    document.write({"minutes": 5})
    drive.fill()
    with pytest.raises(NotSaved, match="The disk is full"):
        document.write({"minutes": 6, "words": NOTE * 5})
    assert document.read().value == {"minutes": 5}
    assert not (drive.path / "settings.json.part").exists()


def test_a_copy_that_does_not_fit_is_told_and_the_night_still_waits(
    drive, journal: Journal, shelters: tuple[Path, Path], clock: Clock
) -> None:
    keeper = Keeper(journal, shelters, clock)
    drive.fill()
    keeper.save({"id": "a", "note": NOTE * 5})
    with pytest.raises(NotSaved, match="The disk is full"):
        keeper.save_a_copy(drive.path / "copy.jsonl")
    assert keeper.pending == 1


def test_a_read_only_folder_is_read_and_a_night_waits_elsewhere(
    drive, journal: Journal, shelters: tuple[Path, Path], clock: Clock
) -> None:
    journal.append({"id": "before"})
    keeper = Keeper(journal, shelters, clock)
    drive.make_read_only()
    assert journal.read().findings == ()
    assert keeper.save({"id": "a"}) is Saving.WAITING
    assert keeper.trouble == "The folder cannot be written to."
    assert set(Keeper(journal, shelters, clock).read().records) == {"before", "a"}
    drive.make_writable()
    assert Keeper(journal, shelters, clock).try_again() is True
    assert set(journal.read().records) == {"before", "a"}


def test_a_night_that_waits_where_nothing_can_be_written_any_more_is_saved_once(
    drive, tmp_path: Path, clock: Clock
) -> None:
    """The shelter cannot forget its line; the journal does not take it twice."""
    journal = Journal(tmp_path / "gone" / "data" / "sessions.jsonl", SESSION, clock)
    shelter = (drive.path / "state" / "waiting.jsonl",)
    Keeper(journal, shelter, clock).save({"id": "a"})
    drive.make_read_only()
    journal.path.parent.parent.mkdir()
    for _ in range(2):
        assert Keeper(journal, shelter, clock).try_again() is True
    assert len(journal.path.read_bytes().splitlines()) == 1
    drive.make_writable()


def test_damage_in_a_read_only_folder_is_told_and_the_rest_is_read(drive, journal: Journal, clock: Clock) -> None:
    journal.append({"id": "a"})
    with journal.path.open("ab") as file:
        file.write(b"junk\n")
    settings = Document(drive.path / "settings.json", SETTINGS, clock)
    settings.path.write_bytes(b"junk")
    drive.make_read_only()
    contents = journal.read()
    assert set(contents.records) == {"a"}
    assert [finding.words for finding in contents.findings] == [
        "Part of the file with your nights is damaged and was left as it is. The folder cannot be written to."
    ]
    assert [finding.words for finding in settings.read().findings] == ["The file with your settings could not be read."]
    with pytest.raises(NotSaved, match="The folder cannot be written to"):
        settings.write({"minutes": 5})


def test_a_read_only_home_is_told_at_the_start(drive) -> None:
    drive.make_read_only()
    findings = prepare(find_places(str(drive.path)))
    assert len(findings) == 3
    assert findings[0].words.startswith("The folder cannot be written to. Nothing can be saved in ")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows may read everything")
def test_files_that_may_not_be_read_are_told_and_left_alone(tmp_path: Path, clock: Clock) -> None:
    journal = Journal(tmp_path / "sessions.jsonl", SESSION, clock)
    settings = Document(tmp_path / "settings.json", SETTINGS, clock)
    journal.append({"id": "a"})
    settings.write({"minutes": 5})
    for path in (journal.path, settings.path):
        path.chmod(0)
    assert journal.read().findings[0].words.endswith("could not be opened. Its permissions do not allow it.")
    assert settings.read().findings[0].words.endswith("could not be opened. Its permissions do not allow it.")
    for path in (journal.path, settings.path):
        path.chmod(0o600)
    assert set(journal.read().records) == {"a"}
    assert settings.read().value == {"minutes": 5}


@pytest.mark.skipif(not shutil.which("chattr"), reason="only Linux has chattr")
def test_a_file_that_somebody_holds_is_replaced_when_they_let_go(tmp_path: Path) -> None:
    """As on Windows, where a virus scanner reads what was just written; here the file is made immutable."""
    source, target = tmp_path / "new", tmp_path / "old"
    source.write_text("new")
    target.write_text("old")
    if subprocess.run(["chattr", "+i", str(target)], capture_output=True, check=False).returncode:
        pytest.skip("this file system or user cannot make a file immutable")

    def held_for_a_while() -> Iterator[float]:
        yield 0
        subprocess.run(["chattr", "-i", str(target)], check=True)
        yield 0

    replace(source, target, held_for_a_while())
    assert target.read_text() == "new"
    assert not source.exists()


def test_a_restore_onto_a_full_disk_changes_nothing(drive, tmp_path: Path, clock: Clock) -> None:
    old, here = find_places(str(tmp_path / "old")), find_places(str(drive.path / "home"))
    for places in (old, here):
        prepare(places)
    Journal(old.sessions_file, SESSION, clock).append({"id": "a", "note": NOTE})
    old.routines_folder.mkdir()
    (old.routines_folder / "mine.json").write_text('{"id": "mine", "v": 1}' + " " * 40_000, encoding="utf-8")
    plan = plan_restore(read_backup(make_backup(old, clock)), here)
    drive.fill()
    with pytest.raises(NotSaved, match="The disk is full"):
        restore(plan)
    assert [path for path in here.data.rglob("*") if path.is_file()] == []
    drive.free()
    restore(plan)
    assert [*Journal(here.sessions_file, SESSION, clock).read().records] == ["a"]
    assert (here.routines_folder / "mine.json").exists()
