"""What holds for every journal: damage stays where it is, and copies add up."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from bedtime.store.journal import Journal
from bedtime.store.lines import Fold, line_of, tombstone
from bedtime.store.upgrades import SESSION
from bedtime.testing.manual_clock import ManualClock

Record = dict[str, Any]

NOTES = st.text(max_size=20)
JUNK = st.binary(min_size=1, max_size=40)


def line(identity: str, note: str) -> bytes:
    return line_of({"id": identity, "kind": "session", "note": note}, 1)


def notes(records: dict[str, Record]) -> dict[str, str]:
    return {key: record.get("note", "") for key, record in records.items()}


def read_back(raw: bytes, folder: Path) -> tuple[dict[str, str], bytes]:
    """What a journal makes of `raw`, and every byte that it and what it set aside hold afterwards."""
    path = folder / "sessions.jsonl"
    path.write_bytes(raw)
    records = Journal(path, SESSION, ManualClock()).read().records
    kept = b"\n".join(file.read_bytes() for file in folder.iterdir())
    return notes(dict(records)), kept


@given(some=st.lists(NOTES, max_size=8), data=st.data())
def test_a_file_cut_off_anywhere_loses_the_line_that_was_cut_and_no_other(some: list[str], data: st.DataObject) -> None:
    """One id is unlike the next in every place, so that no damage turns one into another."""
    lines = [line(f"{number:x}" * 8, note) for number, note in enumerate(some)]
    raw = b"".join(lines)
    cut = data.draw(st.integers(0, len(raw)))
    with tempfile.TemporaryDirectory() as folder:
        found, kept = read_back(raw[:cut], Path(folder))
    whole = [number for number in range(len(lines)) if len(b"".join(lines[: number + 1])) - 1 <= cut]
    assert found == {f"{number:x}" * 8: some[number] for number in whole}
    assert all(piece.strip() in kept for piece in raw[:cut].split(b"\n"))


@given(some=st.lists(NOTES, min_size=1, max_size=8), junk=JUNK, data=st.data())
def test_bytes_overwritten_anywhere_cost_the_lines_they_touch_and_no_other(
    some: list[str], junk: bytes, data: st.DataObject
) -> None:
    lines = [line(f"{number:x}" * 8, note) for number, note in enumerate(some)]
    raw = b"".join(lines)
    start = data.draw(st.integers(0, len(raw) - 1))
    end = min(start + len(junk), len(raw))
    with tempfile.TemporaryDirectory() as folder:
        found, _ = read_back(raw[:start] + junk[: end - start] + raw[end:], Path(folder))
    position, untouched = 0, {}
    for number, one in enumerate(lines):
        # A line also needs the line end before it.
        if end <= position - 1 or start >= position + len(one):
            untouched[f"{number:x}" * 8] = some[number]
        position += len(one)
    assert found.items() >= untouched.items()


OPERATIONS = st.lists(st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), NOTES)), max_size=8)


def written(operations: list[tuple[str, str | None]]) -> list[bytes]:
    return [tombstone(key) if note is None else line(key, note) for key, note in operations]


def model(operations: list[tuple[str, str | None]]) -> dict[str, str]:
    last = dict(operations)
    return {key: note for key, note in last.items() if note is not None}


@given(shared=OPERATIONS, here=OPERATIONS, there=OPERATIONS)
def test_two_copies_joined_are_what_both_did_after_they_parted(
    shared: list[tuple[str, str | None]], here: list[tuple[str, str | None]], there: list[tuple[str, str | None]]
) -> None:
    common, ours, theirs = written(shared), written(here), written(there)
    fold = Fold([SESSION])
    assert fold.add(one.strip() for one in [*common, *ours, *common, *theirs]) == 0
    assert notes(fold.records) == model([*shared, *here, *there])


class JournalBesideADictionary(RuleBasedStateMachine):
    """Append, change, delete, crash and start anew, in two windows: always what a dictionary would hold."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.path = Path(self.stack.enter_context(tempfile.TemporaryDirectory())) / "sessions.jsonl"
        self.windows = [self.start(), self.start()]
        self.model: dict[str, str] = {}

    def start(self) -> Journal:
        return Journal(self.path, SESSION, ManualClock())

    @rule(target=ids, window=st.integers(0, 1), note=NOTES)
    def append(self, window: int, note: str) -> str:
        identity = f"night {len(self.model)} of {id(note)}"
        self.windows[window].append({"id": identity, "note": note})
        self.model[identity] = note
        return identity

    @rule(window=st.integers(0, 1), identity=ids, note=NOTES)
    def change(self, window: int, identity: str, note: str) -> None:
        self.windows[window].append({"id": identity, "note": note})
        self.model[identity] = note

    @rule(target=ids, window=st.integers(0, 1), identity=consumes(ids))
    def delete(self, window: int, identity: str) -> Any:
        self.windows[window].delete(identity)
        self.model.pop(identity, None)
        return multiple()

    @rule(window=st.integers(0, 1))
    def reopen(self, window: int) -> None:
        self.windows[window] = self.start()

    @rule(junk=st.binary(min_size=1, max_size=30).filter(lambda junk: b"\n" not in junk))
    def crash_while_appending(self, junk: bytes) -> None:
        with self.path.open("ab") as file:
            file.write(junk)

    @invariant()
    def reads_as_the_dictionary(self) -> None:
        assert notes(dict(self.windows[0].read().records)) == self.model

    def teardown(self) -> None:
        self.stack.close()


TestJournalBesideADictionary = JournalBesideADictionary.TestCase
TestJournalBesideADictionary.settings = settings(max_examples=25, stateful_step_count=20)
