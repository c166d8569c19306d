"""Where an evening is put away, on a real disk."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bedtime.diary.night import night_of
from bedtime.movement.laying_out import AS_WRITTEN, lay_out
from bedtime.movement.routine import Step
from bedtime.session.keeping import Keeping
from bedtime.session.player import Player
from bedtime.session.record import Occasion
from bedtime.session.sitting import Sitting
from bedtime.settings import Settings
from bedtime.settings_shelf import SettingsShelf
from bedtime.shelf import Past, Shelf
from bedtime.store.places import Places, find_places, prepare
from bedtime.testing.at_once import AtOnce
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine
from bedtime.testing.manual_clock import ManualClock

T = TypeVar("T")
EVENING = lay_out(a_routine(Step(stretch="calf-wall"), Step(stretch="forward-fold")), STRETCHES, PATTERNS)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = find_places(str(tmp_path))
    assert prepare(places) == ()
    return places


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def shelf(places: Places, clock: ManualClock) -> Shelf:
    return Shelf(places, clock, AtOnce())


def the_past(shelf: Shelf) -> Past:
    read: list[Past] = []
    shelf.read_past(PATTERNS, read.append)
    return read[0]


def a_sitting(shelf: Shelf, clock: ManualClock) -> Sitting:
    now = clock.now()
    return Sitting(
        Player.begin(EVENING, clock.monotonic_ms()),
        Occasion("tonight", now, night_of(now)),
        AS_WRITTEN,
        shelf,
        clock,
        alarm=clock,
        patience=clock.another_alarm(),
        slept_after_ms=5_000,
    )


def test_a_finished_session_is_there_in_the_morning(shelf: Shelf, places: Places, clock: ManualClock) -> None:
    sitting = a_sitting(shelf, clock)
    clock.advance(EVENING.total_ms / 1000 + 1)
    sitting.add(rating=3, note="")
    assert not shelf.keeping.value.waits
    clock.jump_wall(timedelta(hours=9).total_seconds())
    past = the_past(Shelf(places, clock, AtOnce()))
    assert past.records == (sitting.ended.value,)
    assert past.unfinished is None
    assert past.notices == ()


def test_a_killed_session_is_kept_as_partial_and_can_be_carried_on(
    shelf: Shelf, places: Places, clock: ManualClock
) -> None:
    a_sitting(shelf, clock)
    clock.advance(EVENING.parts[1].work_start_ms / 1000 + 1)
    past = the_past(Shelf(places, clock, AtOnce()))
    assert past.unfinished is not None
    assert [(record.id, record.outcome.value) for record in past.records] == [("tonight", "partial")]
    assert past.records[0].stretched_s == EVENING.parts[0].end_ms // 1000 - EVENING.parts[0].work_start_ms // 1000
    assert the_past(Shelf(places, clock, AtOnce())) == past


def test_a_session_that_ended_is_never_undone_by_what_was_written_while_it_ran(
    shelf: Shelf, places: Places, clock: ManualClock
) -> None:
    sitting = a_sitting(shelf, clock)
    clock.advance(EVENING.total_ms / 1000 - 1)
    left = places.unfinished_file.read_bytes()
    clock.advance(5)
    places.unfinished_file.write_bytes(left)  # as if the process had been killed before it could be removed
    past = the_past(Shelf(places, clock, AtOnce()))
    assert past.records == (sitting.ended.value,)
    assert past.unfinished is None
    assert not places.unfinished_file.exists()


def test_settings_come_back(places: Places, clock: ManualClock) -> None:
    kept = SettingsShelf(places, clock, AtOnce(), pytest.fail)
    assert kept.read() == (Settings(), ())
    kept.keep(Settings(minutes=15))
    assert SettingsShelf(places, clock, AtOnce(), pytest.fail).read() == (Settings(minutes=15), ())


def test_broken_settings_are_told_and_replaced_by_the_usual(places: Places, clock: ManualClock) -> None:
    places.settings_file.write_bytes(b"\x00\xff no settings")
    settings, notices = SettingsShelf(places, clock, AtOnce(), pytest.fail).read()
    assert settings == Settings()
    assert len(notices) == 1


def test_what_is_wrong_with_settings_that_come_in_later_is_told_too(places: Places, clock: ManualClock) -> None:
    told: list[str] = []
    shelf = SettingsShelf(places, clock, AtOnce(), told.append)
    places.settings_file.write_bytes(b"\x00\xff no settings")
    read: list[Settings] = []
    shelf.read_again(read.append)
    assert read == [Settings()]
    assert len(told) == 1


def test_settings_that_cannot_be_written_are_told_once_until_they_can(places: Places, clock: ManualClock) -> None:
    told: list[str] = []
    shelf = SettingsShelf(places, clock, AtOnce(), told.append)
    folder = places.settings_file.parent
    folder.rmdir()
    folder.write_text("a file where the folder was", encoding="utf-8")
    shelf.keep(Settings(minutes=15))
    shelf.keep(Settings(minutes=7))
    assert told == ["Your settings could not be saved. They hold until you close Bedtime."]
    folder.unlink()
    shelf.keep(Settings(minutes=10))
    assert shelf.read() == (Settings(minutes=10), ())
    assert len(told) == 1


def test_a_disk_that_refuses_is_told_and_tried_again(shelf: Shelf, places: Places, clock: ManualClock) -> None:
    places.data.rmdir()
    places.data.write_text("a file where the folder was", encoding="utf-8")
    sitting = a_sitting(shelf, clock)
    clock.advance(EVENING.total_ms / 1000 + 1)
    assert sitting.ended.value is not None
    assert shelf.keeping.value.waits
    assert shelf.keeping.value.trouble
    places.data.unlink()
    shelf.try_again()
    assert not shelf.keeping.value.waits
    assert the_past(Shelf(places, clock, AtOnce())).records == (sitting.ended.value,)


class OneByOne:
    """A runner that does what it was asked for when the test says so: a disk that takes its time."""

    def __init__(self) -> None:
        self._wanted: list[Callable[[], None]] = []

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        self._wanted.append(lambda: AtOnce().run(job, then, failed))

    def do_all(self) -> None:
        while self._wanted:
            self._wanted.pop(0)()


def test_a_record_is_on_its_way_until_the_disk_has_answered(places: Places, clock: ManualClock) -> None:
    runner = OneByOne()
    shelf = Shelf(places, clock, runner)
    a_sitting(shelf, clock)
    clock.advance(EVENING.total_ms / 1000 + 1)
    assert shelf.keeping.value == Keeping(is_writing=True)
    runner.do_all()
    assert shelf.keeping.value == Keeping()


def test_a_copy_of_what_waits_can_be_saved_elsewhere(
    shelf: Shelf, places: Places, clock: ManualClock, tmp_path: Path
) -> None:
    places.data.rmdir()
    places.data.write_text("a file where the folder was", encoding="utf-8")
    a_sitting(shelf, clock)
    clock.advance(EVENING.total_ms / 1000 + 1)
    told: list[str] = []
    shelf.save_a_copy(tmp_path / "copy.jsonl", lambda: told.append("saved"), told.append)
    assert told == ["saved"]
    assert b'"tonight"' in (tmp_path / "copy.jsonl").read_bytes()
    shelf.save_a_copy(tmp_path / "nowhere" / "copy.jsonl", lambda: told.append("saved"), told.append)
    assert told[1:] != ["saved"]
