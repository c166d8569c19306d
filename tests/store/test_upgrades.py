"""Every format that was ever written can still be read."""

import json
from datetime import date
from pathlib import Path

import pytest

from bedtime.session.record import Outcome, SessionRecord
from bedtime.session.unfinished import Unfinished
from bedtime.store.document import Document
from bedtime.store.journal import Journal
from bedtime.store.upgrades import FORMATS, SESSION, UNFINISHED, Format
from bedtime.testing.making import PATTERNS, STRETCHES
from bedtime.testing.manual_clock import ManualClock

GOLDEN = Path(__file__).parent.parent / "golden" / "store"


@pytest.mark.parametrize(
    ("form", "version"),
    [(form, version) for form in FORMATS for version in range(1, form.version + 1)],
    ids=lambda value: getattr(value, "kind", value),
)
def test_a_golden_file_of_every_version_is_read_in_todays_words(form: Format, version: int) -> None:
    """Golden files are written once, when a version is released, and never changed."""
    raw = (GOLDEN / f"{form.kind}-{version}.json").read_bytes()
    record = json.loads(raw)
    assert record.pop("v") == version
    upgraded = form.upgraded(record, version)
    today = json.loads((GOLDEN / f"{form.kind}-{form.version}.json").read_bytes())
    assert set(upgraded) | {"v"} == set(today)


def test_no_golden_file_is_forgotten_and_none_is_from_the_future() -> None:
    expected = {f"{form.kind}-{version}.json" for form in FORMATS for version in range(1, form.version + 1)}
    assert {path.name for path in GOLDEN.iterdir()} == expected


def test_a_night_that_the_first_version_saved_is_in_the_diary(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "sessions.jsonl", SESSION, ManualClock())
    journal.path.write_bytes((GOLDEN / "session-1.json").read_bytes())
    (record,) = journal.read().records.values()
    night = SessionRecord.from_json(record)
    assert (night.night, night.outcome, night.rating) == (date(2025, 11, 20), Outcome.COMPLETED, 7)
    assert night.note == "Füße ruhig, left calf still tight.\nSlept."
    assert len(night.steps) == 4


def test_a_session_that_the_first_version_was_killed_in_can_be_carried_on(tmp_path: Path) -> None:
    document = Document(tmp_path / "unfinished.json", UNFINISHED, ManualClock())
    document.path.write_bytes((GOLDEN / "unfinished-1.json").read_bytes())
    player = Unfinished.from_json(document.read().value, PATTERNS).carried_on(STRETCHES, PATTERNS, now_ms=0)
    assert player.position_ms == 40_000


def test_each_step_is_taken_once_and_in_order() -> None:
    form = Format("x", "x", tuple(lambda old, n=n: {**old, "path": [*old["path"], n]} for n in (2, 3, 4)))
    assert form.version == 4
    assert form.upgraded({"path": []}, 1) == {"path": [2, 3, 4]}
    assert form.upgraded({"path": []}, 3) == {"path": [4]}
    assert form.upgraded({"path": []}, 4) == {"path": []}
