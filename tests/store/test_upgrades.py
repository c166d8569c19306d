"""Every format that was ever written can still be read."""

import json
from pathlib import Path

import pytest

from bedtime.store.lines import record_of
from bedtime.store.upgrades import FORMATS, SESSION, Format

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


def test_the_golden_night_is_a_line_that_the_journal_reads() -> None:
    assert record_of((GOLDEN / f"{SESSION.kind}-{SESSION.version}.json").read_bytes()) is not None


def test_each_step_is_taken_once_and_in_order() -> None:
    form = Format("x", "x", tuple(lambda old, n=n: {**old, "path": [*old["path"], n]} for n in (2, 3, 4)))
    assert form.version == 4
    assert form.upgraded({"path": []}, 1) == {"path": [2, 3, 4]}
    assert form.upgraded({"path": []}, 3) == {"path": [4]}
    assert form.upgraded({"path": []}, 4) == {"path": []}
