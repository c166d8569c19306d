"""Reminders as the store keeps them, with real files."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bedtime.errors import BadInput
from bedtime.reminder.kept import KeptChoices, KeptLog, KeptNights, planned_minutes
from bedtime.reminder.preferences import Nudge, Preferences, Sound, Switch
from bedtime.reminder.records import Entry, Kind, Outcome
from bedtime.reminder.rule import EVERY_NIGHT, Rule, Weekday
from bedtime.session import tonight_view
from bedtime.settings import Settings
from bedtime.store.places import Places, find_places, prepare
from bedtime.testing.manual_clock import ManualClock

GOLDEN = Path(__file__).parents[1] / "golden" / "store"
EVENING = datetime(2026, 11, 20, 21, 45, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of their own, ready to be written to."""
    found = find_places(str(tmp_path / "home"))
    assert prepare(found) == ()
    return found


def entry(identity: str = "a", outcome: Outcome = Outcome.SHOWN) -> Entry:
    return Entry(id=identity, kind=Kind.BEDTIME, night=date(2026, 11, 20), due_at=EVENING, at=EVENING, outcome=outcome)


def test_nothing_kept_means_the_usual_and_nothing_happened(places: Places) -> None:
    assert KeptChoices(places, ManualClock()).read() == Preferences()
    assert KeptLog(places, ManualClock()).entries() == ()
    assert KeptNights(places)(Kind.BEDTIME) == frozenset()


def test_choices_are_read_back_and_their_stamp_changes(places: Places) -> None:
    choices = KeptChoices(places, ManualClock())
    before = choices.stamp()
    chosen = Preferences(bedtime=Nudge(switch=Switch.ON, rule=Rule(at=time(22, 0))), snooze_min=20)
    choices.write(chosen)
    assert KeptChoices(places, ManualClock()).read() == chosen
    assert choices.stamp() != before


def test_choices_that_the_first_version_wrote_are_still_understood(places: Places) -> None:
    places.reminder_file.write_bytes((GOLDEN / "reminder-choices-1.json").read_bytes())
    chosen = KeptChoices(places, ManualClock()).read()
    assert chosen.bedtime.active is not None
    assert chosen.bedtime.active.nights == EVERY_NIGHT - {Weekday.SATURDAY}
    assert (chosen.snooze_min, chosen.sound) == (20, Sound.CHIME)


def test_a_reminder_that_the_first_version_logged_is_still_understood(places: Places) -> None:
    places.reminders_file.write_bytes((GOLDEN / "reminder-1.json").read_bytes())
    (found,) = KeptLog(places, ManualClock()).entries()
    assert found.outcome is Outcome.SNOOZED
    assert found.again_at is not None
    assert found.again_at - found.at == timedelta(minutes=10)


def test_nonsense_in_the_file_of_choices_names_the_file(places: Places) -> None:
    places.reminder_file.write_text('{"v": 1, "snooze_min": 7}')
    with pytest.raises(BadInput, match=r"^reminder\.json: reminder: snooze_min is one of"):
        KeptChoices(places, ManualClock()).read()


def test_the_log_keeps_the_last_word_about_each_and_its_order(places: Places) -> None:
    log = KeptLog(places, ManualClock())
    log.write(entry("a"))
    log.write(entry("b"))
    stamp = log.stamp()
    log.write(entry("a", Outcome.SKIPPED))
    assert log.stamp() != stamp
    assert [(found.id, found.outcome) for found in log.entries()] == [("b", Outcome.SHOWN), ("a", Outcome.SKIPPED)]
    log.forget(entry("b"))
    assert [found.id for found in log.entries()] == ["a"]


def test_ten_years_of_lines_do_not_hide_the_last_weeks(places: Places) -> None:
    log = KeptLog(places, ManualClock())
    log.write(entry("old"))
    line = places.reminders_file.read_bytes()
    places.reminders_file.write_bytes(b"".join(line.replace(b'"old"', f'"{n}"'.encode()) for n in range(3650)))
    log.write(entry("tonight"))
    found = [entry.id for entry in log.entries()]
    assert found[-1] == "tonight"
    assert 100 < len(found) < 1000


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"id":"x","v":1,"kind":"reminder"}', b"\xff\xfe", b'{"id":5}'])
def test_a_damaged_line_hides_nothing_else(places: Places, line: bytes) -> None:
    log = KeptLog(places, ManualClock())
    log.write(entry("before"))
    with places.reminders_file.open("ab") as file:
        file.write(line + b"\n")
    log.write(entry("after"))
    assert [found.id for found in log.entries()] == ["before", "after"]


def test_a_night_that_was_completed_wants_no_more_reminder(places: Places) -> None:
    lines = [
        {"id": "1", "v": 1, "kind": "session", "night": "2026-11-20", "outcome": "completed"},
        {"id": "2", "v": 1, "kind": "session", "night": "2026-11-19", "outcome": "partial"},
        {"id": "3", "v": 1, "kind": "session", "night": "nonsense", "outcome": "completed"},
    ]
    places.sessions_file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert KeptNights(places)(Kind.BEDTIME) == {date(2026, 11, 20)}


@pytest.mark.parametrize(("written", "minutes"), [("7", 7), ("0", None), ('"ten"', None), ("true", None)])
def test_the_notice_knows_how_long_tonight_is_if_the_settings_do(
    places: Places, written: str, minutes: int | None
) -> None:
    places.settings_file.write_text(f'{{"v": 1, "minutes": {written}}}')
    assert planned_minutes(places, ManualClock()) == minutes


def test_where_nobody_has_chosen_the_notice_says_what_tonight_says(places: Places) -> None:
    assert planned_minutes(places, ManualClock()) == tonight_view.FIRST_MINUTES
    places.sessions_file.write_text("")
    assert planned_minutes(places, ManualClock()) == Settings().minutes
