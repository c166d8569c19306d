"""The journal: lines that survive damage, other computers and other versions."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bedtime.clock import Clock
from bedtime.errors import NotSaved, TooNew
from bedtime.store.journal import Journal
from bedtime.store.lock import held
from bedtime.store.upgrades import SESSION, Format

Record = dict[str, Any]


def night(identity: str, **more: Any) -> Record:
    return {"id": identity, **more}


def seen(journal: Journal) -> dict[str, Record]:
    """The records by id, without what the store itself adds."""
    records = journal.read().records
    return {
        key: {name: record[name] for name in record if name not in {"v", "kind"}} for key, record in records.items()
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.jsonl"


@pytest.fixture
def journal(path: Path, clock: Clock) -> Journal:
    return Journal(path, SESSION, clock)


def test_a_journal_that_does_not_exist_yet_is_empty_and_reading_it_writes_nothing(
    journal: Journal, tmp_path: Path
) -> None:
    contents = journal.read()
    assert (contents.records, contents.newer, contents.findings) == ({}, {}, ())
    assert list(tmp_path.iterdir()) == []


def test_what_was_appended_is_read_by_the_next_process(journal: Journal, path: Path, clock: Clock) -> None:
    journal.append(night("a", note="Füße, \N{SLEEPING FACE}\nand a half emoji \ud83d"))
    journal.append(night("b"))
    assert seen(Journal(path, SESSION, clock)) == {
        "a": night("a", note="Füße, \N{SLEEPING FACE}\nand a half emoji \ud83d"),
        "b": night("b"),
    }


def test_a_record_is_one_line_with_id_version_and_kind(journal: Journal, path: Path) -> None:
    journal.append(night("a"))
    (line,) = path.read_text().splitlines()
    assert {"id": "a", "v": 1, "kind": "session"}.items() <= json.loads(line).items()


def test_the_last_line_of_an_id_wins_and_a_tombstone_deletes(journal: Journal) -> None:
    journal.append(night("a", rating=3))
    journal.append(night("b"))
    journal.append(night("a", rating=5))
    journal.delete("b")
    assert seen(journal) == {"a": night("a", rating=5)}
    journal.append(night("b"))
    journal.append(night("a", rating=3))
    assert seen(journal) == {"a": night("a", rating=3), "b": night("b")}


def test_line_ends_and_marks_of_other_editors_do_no_harm(journal: Journal, path: Path) -> None:
    journal.append(night("a"))
    journal.append(night("b"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n\r\n"))
    assert set(seen(journal)) == {"a", "b"}
    assert journal.read().findings == ()


def test_a_last_line_without_its_end_is_whole_when_it_can_be_read(journal: Journal, path: Path) -> None:
    journal.append(night("a"))
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    journal.append(night("b"))
    assert set(seen(journal)) == {"a", "b"}
    assert journal.read().findings == ()


def test_a_torn_end_is_set_aside_and_told_once(journal: Journal, path: Path, tmp_path: Path) -> None:
    journal.append(night("a"))
    journal.append(night("b"))
    torn = path.read_bytes()[:-20]
    path.write_bytes(torn)
    path.with_name("sessions.jsonl.bak").unlink()

    (finding,) = journal.read().findings
    assert finding.words == "Part of the file with your nights was damaged. All that could be read is here."
    assert finding.kept_in == tmp_path / "sessions damaged 2025-11-21.txt"
    assert finding.kept_in.read_bytes() == torn.split(b"\n")[1] + b"\n"
    assert set(seen(journal)) == {"a"}
    assert journal.read().findings == ()


def test_a_torn_end_never_swallows_the_record_after_it(journal: Journal, path: Path) -> None:
    journal.append(night("a"))
    with path.open("ab") as file:
        file.write(b'{"id":"torn","v":1')
    journal.append(night("b"))
    assert set(seen(journal)) == {"a", "b"}


@pytest.mark.parametrize(
    "junk",
    [
        b"not json",
        b"[1, 2]",
        b'"words"',
        b'{"id": 3, "v": 1, "kind": "session"}',
        b'{"id": "x", "v": true, "kind": "session"}',
        b'{"id": "x", "v": 0, "kind": "session"}',
        b'{"id": "x", "v": 1}',
        b'{"id": "x", "v": 1, "kind": "session", "n": NaN}',
        b"\x00\x00\x00\x00",
        b"\xff\xfe{}",
        b"[" * 200_000,
        b"9" * 5_000,
    ],
    ids=lambda junk: repr(junk[:24]),
)
def test_damaged_lines_in_the_middle_are_skipped_and_kept(journal: Journal, path: Path, junk: bytes) -> None:
    journal.append(night("a"))
    with path.open("ab") as file:
        file.write(junk + b"\n")
    journal.append(night("b"))
    contents = journal.read()
    assert set(contents.records) == {"a", "b"}
    (finding,) = contents.findings
    assert finding.kept_in is not None
    assert finding.kept_in.read_bytes() == junk + b"\n"
    assert junk not in path.read_bytes().split(b"\n")


def test_when_all_is_damaged_the_copy_of_the_last_good_day_is_opened(journal: Journal, path: Path) -> None:
    journal.append(night("a"))
    copy = path.with_name("sessions.jsonl.bak")
    wednesday_s = datetime(2025, 11, 19, 23, tzinfo=UTC).timestamp()
    os.utime(copy, (wednesday_s, wednesday_s))
    path.write_bytes(bytes(range(256)) * 8)
    contents = journal.read()
    assert set(contents.records) == {"a"}
    assert [finding.words for finding in contents.findings] == [
        "The file with your nights was damaged. The copy from Wednesday is open."
    ]
    journal.append(night("b"))
    assert set(seen(journal)) == {"a", "b"}
    assert journal.read().findings == ()


def test_a_file_that_was_emptied_or_vanished_comes_back_from_its_copy(journal: Journal, path: Path) -> None:
    for harm in (lambda: path.write_bytes(b""), path.unlink):
        journal.append(night("a"))
        harm()
        contents = journal.read()
        assert set(contents.records) == {"a"}
        assert len(contents.findings) == 1


def test_junk_without_a_copy_is_set_aside_and_a_new_file_begins(journal: Journal, path: Path) -> None:
    junk = b"\x93NUMPY\x01\x00" * 50
    path.write_bytes(junk)
    (finding,) = journal.read().findings
    assert finding.words == "The file with your nights could not be read. It was set aside, and a new one begins."
    assert finding.kept_in is not None
    assert finding.kept_in.read_bytes() == junk + b"\n"
    journal.append(night("a"))
    assert set(seen(journal)) == {"a"}


@pytest.mark.skipif(os.name == "nt", reason="pipes and free links are for POSIX systems")
@pytest.mark.parametrize("thing", ["folder", "pipe", "loop"])
@pytest.mark.parametrize("first", ["read", "append"])
def test_what_is_no_file_is_moved_aside(journal: Journal, path: Path, thing: str, first: str) -> None:
    match thing:
        case "folder":
            path.mkdir()
            (path / "something of theirs").write_text("kept")
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to(path)
    if first == "read":
        (finding,) = journal.read().findings
        assert finding.kept_in is not None
        assert os.path.lexists(finding.kept_in)
    journal.append(night("a"))
    assert set(seen(journal)) == {"a"}


def test_two_things_set_aside_on_one_day_do_not_meet(journal: Journal, path: Path, tmp_path: Path) -> None:
    for _ in range(2):
        path.mkdir()
        journal.read()
        path.unlink(missing_ok=True)
    assert len(list(tmp_path.glob("sessions damaged 2025-11-21*"))) == 2


def test_copies_joined_one_after_the_other_are_their_union(journal: Journal, path: Path) -> None:
    """Also an older copy that comes last neither undoes a change nor brings back what was deleted."""
    for identity in "abc":
        journal.append(night(identity, rating=1))
    older = path.read_bytes()
    journal.append(night("a", rating=9))
    journal.delete("b")
    path.write_bytes(path.read_bytes() + older)
    assert seen(journal) == {"a": night("a", rating=9), "c": night("c", rating=1)}


@pytest.mark.parametrize(
    "name",
    [
        "sessions (Ada's conflicted copy 2025-11-20).jsonl",
        "sessions.sync-conflict-20251120-220000-ABCDEF7.jsonl",
        "sessions 2.jsonl",
        "sessions-LAPTOP.jsonl",
    ],
)
def test_conflict_copies_of_synchronised_folders_are_read_too(
    journal: Journal, path: Path, clock: Clock, name: str
) -> None:
    journal.append(night("both"))
    conflict = path.with_name(name)
    conflict.write_bytes(path.read_bytes())
    Journal(conflict, SESSION, clock).append(night("theirs"))
    journal.append(night("ours"))
    assert set(seen(journal)) == {"both", "ours", "theirs"}
    journal.delete("theirs")
    assert set(seen(journal)) == {"both", "ours"}


def test_files_that_only_begin_alike_are_left_alone(journal: Journal, path: Path, clock: Clock) -> None:
    Journal(path.with_name("sessionsof1999.jsonl"), SESSION, clock).append(night("x"))
    assert seen(journal) == {}


def test_records_of_a_newer_version_are_shown_apart_and_never_changed(
    journal: Journal, path: Path, clock: Clock
) -> None:
    newer = Format("session", "your nights", (dict, dict))
    Journal(path, newer, clock).append(night("future", mood="calm"))
    journal.append(night("now"))
    contents = journal.read()
    assert set(contents.records) == {"now"}
    assert contents.newer["future"]["mood"] == "calm"
    assert contents.findings == ()
    before = path.read_bytes()
    with pytest.raises(TooNew, match="newer Bedtime"):
        journal.append(night("future", mood="changed"))
    assert path.read_bytes() == before


def test_a_kind_of_record_that_is_not_known_yet_is_left_in_peace(journal: Journal, path: Path, clock: Clock) -> None:
    Journal(path, Format("dream", "your dreams"), clock).append(night("d"))
    journal.append(night("a"))
    contents = journal.read()
    assert (set(contents.records), set(contents.newer)) == ({"a"}, {"d"})


def test_an_older_record_is_read_in_todays_words(path: Path, clock: Clock) -> None:
    Journal(path, SESSION, clock).append(night("a", stars=4))
    today = Format("session", "your nights", (lambda old: {**old, "rating": old["stars"] * 2},))
    record = Journal(path, today, clock).read().records["a"]
    assert (record["rating"], record["v"]) == (8, 2)


def test_lines_that_wait_elsewhere_are_read_too_and_adopted_once(journal: Journal, path: Path) -> None:
    line = journal.line(night("a"))
    assert set(journal.read(also=[line]).records) == {"a"}
    assert not path.exists()
    journal.adopt([line, line])
    journal.adopt([line])
    assert path.read_bytes() == line


def test_a_lock_that_cannot_be_had_is_told_and_not_waited_for_for_ever(journal: Journal, path: Path) -> None:
    with held(path), pytest.raises(NotSaved, match="Another program is using the file"):
        journal.append(night("a"))
    journal.append(night("a"))
    assert set(seen(journal)) == {"a"}


def test_the_folder_itself_is_made_but_never_the_place_it_stands_in(tmp_path: Path, clock: Clock) -> None:
    """A drive that was pulled out must not come back as a folder on another disk."""
    Journal(tmp_path / "data" / "sessions.jsonl", SESSION, clock).append(night("a"))
    with pytest.raises(NotSaved, match="The folder is gone"):
        Journal(tmp_path / "drive" / "data" / "sessions.jsonl", SESSION, clock).append(night("a"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_nobody_else_may_read_the_nights(journal: Journal, path: Path) -> None:
    journal.append(night("a"))
    assert {file.stat().st_mode & 0o077 for file in (path, path.with_name("sessions.jsonl.bak"))} == {0}


@pytest.mark.skipif(sys.platform != "linux", reason="a file that cannot be read, even by root")
def test_a_conflict_copy_that_cannot_be_read_hides_no_night(journal: Journal, path: Path) -> None:
    journal.append(night("a"))
    path.with_name("sessions 2.jsonl").symlink_to("/proc/self/mem")
    assert set(seen(journal)) == {"a"}
    assert journal.read().findings == ()


@pytest.mark.skipif(sys.platform != "linux", reason="a file that cannot be read, even by root")
def test_a_journal_that_cannot_be_opened_is_told_and_left_alone(journal: Journal, path: Path) -> None:
    path.symlink_to("/proc/self/mem")
    (finding,) = journal.read().findings
    assert finding.words.startswith("The file with your nights could not be opened. ")
    assert path.is_symlink()


def test_a_link_that_somebody_made_on_purpose_stays_a_link(journal: Journal, path: Path, tmp_path: Path) -> None:
    synchronised = tmp_path / "synchronised"
    synchronised.mkdir()
    real = synchronised / "mine.jsonl"
    real.write_bytes(b"junk\n")
    try:
        path.symlink_to(real)
    except OSError:
        pytest.skip("links are not allowed to this user")
    journal.append(night("a"))
    assert len(journal.read().findings) == 1
    assert path.is_symlink()
    assert b"junk" not in real.read_bytes()
    assert set(seen(journal)) == {"a"}
