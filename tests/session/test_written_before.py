"""What every version has written stays readable: the golden files are as old versions left them on disk."""

import json
from pathlib import Path
from typing import Any

from bedtime.session.record import Outcome, SessionRecord
from bedtime.session.unfinished import Unfinished, record_in
from bedtime.testing.making import PATTERNS, STRETCHES

GOLDEN = Path(__file__).parent.parent / "golden" / "store"


def golden(name: str) -> dict[str, Any]:
    parts: dict[str, Any] = json.loads((GOLDEN / name).read_text(encoding="utf-8"))
    return parts


def test_a_session_of_the_first_version_is_read() -> None:
    record = SessionRecord.from_json(golden("session-1.json"))
    assert (record.outcome, record.stretched_s, len(record.steps)) == (Outcome.COMPLETED, 165, 4)


def test_a_session_interrupted_under_the_first_version_is_carried_on() -> None:
    parts = golden("unfinished-1.json")
    player = Unfinished.from_json(parts, PATTERNS).carried_on(STRETCHES, PATTERNS, now_ms=0)
    assert player.position_ms == player.part.start_ms
    assert sum(player.held_ms) > record_in(parts).stretched_s * 1000
