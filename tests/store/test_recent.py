"""The end of a journal."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bedtime.store.recent import recent, stamp_of
from bedtime.store.upgrades import SESSION


def journal(path: Path, count: int) -> Path:
    lines = [json.dumps({"id": str(n), "v": 1, "kind": "session"}) + "\n" for n in range(count)]
    path.write_text("".join(lines))
    return path


def test_a_short_journal_is_read_wholly(tmp_path: Path) -> None:
    assert list(recent(journal(tmp_path / "a.jsonl", 5), SESSION)) == ["0", "1", "2", "3", "4"]


def test_of_a_long_journal_only_the_last_whole_lines_are_read(tmp_path: Path) -> None:
    path = journal(tmp_path / "a.jsonl", 100)
    line = len(path.read_bytes().splitlines()[-1]) + 1
    assert list(recent(path, SESSION, last_bytes=2 * line)) == ["98", "99"]
    assert list(recent(path, SESSION, last_bytes=2 * line + 1)) == ["98", "99"]
    assert list(recent(path, SESSION, last_bytes=2 * line - 1)) == ["99"]


def test_what_is_not_there_or_no_file_says_nothing(tmp_path: Path) -> None:
    assert recent(tmp_path / "nothing", SESSION) == {}
    assert recent(tmp_path, SESSION) == {}
    assert stamp_of(tmp_path / "nothing") == (0, 0)


@given(raw=st.binary(), last=st.integers(1, 50))
def test_no_bytes_are_ever_a_fault(tmp_path_factory: object, raw: bytes, last: int) -> None:
    path = tmp_path_factory.mktemp("r") / "a.jsonl"  # type: ignore[attr-defined]
    path.write_bytes(raw)
    recent(path, SESSION, last_bytes=last)
