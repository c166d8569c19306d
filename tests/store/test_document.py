"""The document: replaced as a whole, with a way back."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bedtime.clock import Clock
from bedtime.errors import NotSaved, TooNew
from bedtime.store.document import Document, State
from bedtime.store.lock import held
from bedtime.store.upgrades import SETTINGS, Format


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def document(path: Path, clock: Clock) -> Document:
    return Document(path, SETTINGS, clock)


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if not file.name.endswith(".lock")}


def test_a_document_that_does_not_exist_is_absent_and_reading_it_writes_nothing(
    document: Document, tmp_path: Path
) -> None:
    opened = document.read()
    assert (opened.state, opened.value, opened.findings) == (State.ABSENT, {}, ())
    assert names(tmp_path) == set()


def test_what_was_written_is_read_by_the_next_process(document: Document, path: Path, clock: Clock) -> None:
    document.write({"words": "Füße \ud83d", "minutes": 7})
    opened = Document(path, SETTINGS, clock).read()
    assert (opened.state, opened.value) == (State.OPEN, {"words": "Füße \ud83d", "minutes": 7})


def test_the_file_can_be_read_by_people_and_says_its_version(document: Document, path: Path) -> None:
    document.write({"words": "Füße"})
    assert "Füße" in path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["v"] == 1


def test_a_file_written_by_hand_needs_no_version_and_may_carry_a_mark(document: Document, path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbf{"minutes": 7}\r\n')
    assert document.read().value == {"minutes": 7}


def test_only_one_copy_is_kept_and_nothing_else_is_left(document: Document, tmp_path: Path) -> None:
    for minutes in (5, 6, 7):
        document.write({"minutes": minutes})
    assert names(tmp_path) == {"settings.json", "settings.json.bak"}
    assert json.loads((tmp_path / "settings.json.bak").read_text())["minutes"] == 6


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"{",
        b"[]",
        b"\x00" * 64,
        b'"words"',
        b'{"v": 0}',
        b'{"v": "1"}',
        b'{"v": true}',
        b"[" * 200_000,
        b"\xff\xfe{",
    ],
    ids=lambda junk: repr(junk[:12]),
)
def test_damage_is_moved_aside_and_the_last_good_copy_opened(document: Document, path: Path, junk: bytes) -> None:
    document.write({"minutes": 5})
    document.write({"minutes": 6})
    tuesday_s = datetime(2025, 11, 18, 23, tzinfo=UTC).timestamp()
    os.utime(path.with_name("settings.json.bak"), (tuesday_s, tuesday_s))
    path.write_bytes(junk)
    opened = document.read()
    assert (opened.state, opened.value) == (State.OPEN, {"minutes": 5})
    (finding,) = opened.findings
    assert finding.words == "The file with your settings was damaged. The copy from Tuesday is open."
    assert finding.kept_in == path.with_name("settings damaged 2025-11-21.txt")
    assert finding.kept_in.read_bytes() == junk
    assert document.read().value == {"minutes": 5}
    assert document.read().findings == ()


def test_damage_without_a_copy_is_told_and_a_new_document_can_be_written(document: Document, path: Path) -> None:
    path.write_bytes(b"junk")
    opened = document.read()
    assert (opened.state, opened.value) == (State.DAMAGED, {})
    (finding,) = opened.findings
    assert finding.kept_in is not None
    assert (
        finding.words == f"The file with your settings could not be read. It was set aside as {finding.kept_in.name}."
    )
    document.write({"minutes": 8})
    assert document.read().value == {"minutes": 8}


def test_a_folder_in_its_place_is_moved_aside_by_reading_and_by_writing(document: Document, path: Path) -> None:
    path.mkdir()
    assert document.read().state is State.DAMAGED
    path.mkdir()
    document.write({"minutes": 8})
    assert document.read().value == {"minutes": 8}
    assert len(list(path.parent.glob("settings damaged 2025-11-21*"))) == 2


def test_writing_over_damage_never_makes_it_the_last_good_copy(document: Document, path: Path) -> None:
    document.write({"minutes": 5})
    document.write({"minutes": 6})
    path.write_bytes(b"junk")
    document.write({"minutes": 7})
    path.write_bytes(b"junk again")
    assert document.read().value == {"minutes": 5}


def test_a_writer_killed_between_its_two_renames_leaves_the_last_good_copy(document: Document, path: Path) -> None:
    document.write({"minutes": 5})
    path.rename(path.with_name("settings.json.bak"))
    opened = document.read()
    assert (opened.state, opened.value, opened.findings) == (State.OPEN, {"minutes": 5}, ())
    document.write({"minutes": 6})
    assert document.read().value == {"minutes": 6}


def test_what_a_killed_writer_left_is_used_up_by_the_next(document: Document, path: Path, tmp_path: Path) -> None:
    path.with_name("settings.json.part").write_bytes(b'{"half')
    document.write({"minutes": 5})
    assert names(tmp_path) == {"settings.json"}


def test_a_newer_document_is_shown_and_never_overwritten(document: Document, path: Path, clock: Clock) -> None:
    newer = Format("settings", "your settings", (dict,))
    Document(path, newer, clock).write({"minutes": 7, "moon": "full"})
    before = path.read_bytes()
    opened = document.read()
    assert (opened.state, opened.value["moon"]) == (State.NEWER, "full")
    assert [finding.words for finding in opened.findings] == [
        "The file with your settings was written by a newer Bedtime. It is open, and left as it is."
    ]
    with pytest.raises(TooNew, match="newer Bedtime"):
        document.write({"minutes": 5})
    assert path.read_bytes() == before


def test_an_older_document_is_read_in_todays_words(document: Document, path: Path, clock: Clock) -> None:
    document.write({"seconds": 600})
    today = Format("settings", "your settings", (lambda old: {"minutes": old["seconds"] // 60},))
    assert Document(path, today, clock).read().value == {"minutes": 10}


def test_removing_leaves_nothing_to_come_back(document: Document, tmp_path: Path) -> None:
    document.remove()
    document.write({"minutes": 5})
    document.write({"minutes": 6})
    document.remove()
    document.remove()
    assert document.read().state is State.ABSENT
    assert names(tmp_path) == set()


def test_a_link_that_somebody_made_on_purpose_stays_a_link(document: Document, path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    real = elsewhere / "mine.json"
    real.write_text('{"minutes": 5}')
    try:
        path.symlink_to(real)
    except OSError:
        pytest.skip("links are not allowed to this user")
    document.write({"minutes": 6})
    assert path.is_symlink()
    assert json.loads(real.read_text())["minutes"] == 6


def test_another_process_that_holds_the_lock_is_told_and_not_waited_for_for_ever(
    document: Document, path: Path
) -> None:
    with held(path), pytest.raises(NotSaved, match="Another program is using the file"):
        document.write({"minutes": 5})


def test_a_folder_that_is_gone_is_told(tmp_path: Path, clock: Clock) -> None:
    document = Document(tmp_path / "drive" / "settings" / "settings.json", SETTINGS, clock)
    assert document.read().state is State.ABSENT
    with pytest.raises(NotSaved, match="The folder is gone"):
        document.write({})
    document.remove()


def test_what_a_newer_bedtime_wrote_is_not_removed(document: Document, path: Path) -> None:
    path.write_bytes(b'{"v": 99, "minutes": 8}')
    document.remove()
    assert document.read().state is State.NEWER
