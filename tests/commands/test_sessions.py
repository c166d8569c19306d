"""`bedtime sessions`."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from bedtime.session.record import Outcome, SessionRecord, StepRecord
from bedtime.store.journal import Journal
from bedtime.store.places import find_places
from bedtime.store.upgrades import SESSION
from bedtime.testing.manual_clock import ManualClock

Run = Callable[..., CompletedProcess[str]]
CET = timezone(timedelta(hours=1))


def record(identity: str, started_at: datetime) -> SessionRecord:
    return SessionRecord(
        id=identity,
        night=date(2025, 11, 20),
        started_at=started_at,
        ended_at=started_at + timedelta(minutes=6),
        routine="travel-tiny",
        routine_name="Tiny five",
        outcome=Outcome.COMPLETED,
        paused_s=3,
        steps=(StepRecord("towel-calf", "right", 30, 30), StepRecord("towel-calf", "left", 30, 20)),
    )


EVENING = record("evening", datetime(2025, 11, 20, 21, 45, tzinfo=CET))
AFTER_MIDNIGHT = record("after-midnight", datetime(2025, 11, 21, 0, 40, tzinfo=CET))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    home = tmp_path / "home"
    home.mkdir()
    return Journal(find_places(str(home)).sessions_file, SESSION, ManualClock())


def test_no_sessions_are_an_empty_list_and_make_no_folder(run_bedtime: Run, tmp_path: Path) -> None:
    assert json.loads(run_bedtime("sessions", "--json").stdout) == []
    assert run_bedtime("sessions").stdout == "No sessions yet.\n"
    assert not (tmp_path / "home").exists()


def test_every_session_is_told_the_oldest_first(run_bedtime: Run, journal: Journal) -> None:
    journal.append(AFTER_MIDNIGHT.to_json())
    journal.append(EVENING.to_json())
    told = json.loads(run_bedtime("sessions", "--json").stdout)
    assert [one["id"] for one in told] == ["evening", "after-midnight"]
    assert told[1] == {
        "id": "after-midnight",
        "night": "2025-11-20",
        "started_at": "2025-11-21T00:40:00+01:00",
        "ended_at": "2025-11-21T00:46:00+01:00",
        "routine": "travel-tiny",
        "routine_name": "Tiny five",
        "outcome": "completed",
        "planned_s": 60,
        "stretched_s": 50,
        "paused_s": 3,
        "steps": [
            {"stretch": "towel-calf", "side": "right", "planned_s": 30, "held_s": 30, "result": "done"},
            {"stretch": "towel-calf", "side": "left", "planned_s": 30, "held_s": 20, "result": "shortened"},
        ],
        "rating": None,
        "note": "",
    }


def test_people_get_a_table(run_bedtime: Run, journal: Journal) -> None:
    journal.append(EVENING.to_json())
    assert run_bedtime("sessions").stdout.splitlines() == [
        "NIGHT       STARTED  ROUTINE    OUTCOME    STRETCHED",
        "2025-11-20  21:45    Tiny five  completed       0:50",
    ]


def test_a_session_that_was_carried_on_is_told_once(run_bedtime: Run, journal: Journal) -> None:
    journal.append({**EVENING.to_json(), "outcome": "partial"})
    journal.append(EVENING.to_json())
    assert [one["outcome"] for one in json.loads(run_bedtime("sessions", "--json").stdout)] == ["completed"]


def test_what_cannot_be_read_is_told_apart_and_hides_nothing(run_bedtime: Run, journal: Journal) -> None:
    journal.append(EVENING.to_json())
    journal.append({"id": "odd", "night": "someday"})
    with journal.path.open("a", encoding="utf-8") as file:
        file.write('{"id": "later", "kind": "session", "v": 9}\n{"id": "torn')
    told = run_bedtime("sessions", "--json")
    assert told.returncode == 0
    assert [one["id"] for one in json.loads(told.stdout)] == ["evening"]
    assert "newer Bedtime" in told.stderr
    assert "damaged" in told.stderr
    assert "Traceback" not in told.stderr
