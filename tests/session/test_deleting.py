"""A routine of the person's own is deleted, and comes back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bedtime.errors import BadInput
from bedtime.movement.own_routine import copied
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.movement.week import Day
from bedtime.session.deleting import Deleted, Deleting
from bedtime.session.desk import Desk
from bedtime.settings import Settings
from bedtime.store.bundled import read_bundled
from bedtime.testing.manual_clock import ManualClock
from bedtime.testing.shelves import memory_shelves
from tests.session.test_bench import Keeper

Make = Callable[..., tuple[Deleting, Desk]]
MINE = "in-bed-mine"


@pytest.fixture
def library() -> PersonalLibrary:
    found = PersonalLibrary(read_bundled, memory_shelves())
    found.keep_routine(copied(found.routine("in-bed"), found.routine_ids))
    return found


@pytest.fixture
def make(library: PersonalLibrary) -> Make:
    def make_it(**chosen: object) -> tuple[Deleting, Desk]:
        settings = replace(Settings(), **chosen)  # type: ignore[arg-type]
        desk = Desk(library, settings, ManualClock(), lambda _: None)
        return Deleting(library, desk, Keeper(library)), desk

    return make_it


def deleted(deleting: Deleting) -> Deleted:
    found: list[Deleted] = []
    deleting.delete(MINE, found.append, pytest.fail)
    return found[0]


def put_back(deleting: Deleting, gone: Deleted) -> Routine:
    found: list[Routine] = []
    deleting.put_back(gone, found.append, pytest.fail)
    return found[0]


def test_what_is_not_there_cannot_be_deleted(make: Make) -> None:
    deleting, _ = make()
    with pytest.raises(BadInput):
        deleting.delete("no-such", pytest.fail, pytest.fail)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({}, "Deleted “In bed, no floor, mine”."),
        ({"favourites": (MINE,)}, "Deleted “In bed, no floor, mine”."),
        (
            {"routine": MINE},
            "Deleted “In bed, no floor, mine”. The usual one is “Simple nightly leg stretch” now.",
        ),
        (
            {"nights": {Day.FRIDAY: MINE}},
            "Deleted “In bed, no floor, mine”. On its nights it is “Simple nightly leg stretch” now.",
        ),
    ],
)
def test_what_takes_its_place_is_told_and_everything_comes_back(
    make: Make, library: PersonalLibrary, chosen: dict[str, object], told: str
) -> None:
    deleting, desk = make(**chosen)
    before, routine = desk.settings, library.routine(MINE)
    gone = deleted(deleting)
    assert gone.words == told
    assert MINE not in library.routine_ids
    assert MINE not in str(desk.settings.to_json())
    assert desk.evening.fitted.routine.steps
    assert put_back(deleting, gone) == library.routine(MINE) == routine
    assert desk.settings == before


def test_tonights_own_routine_gives_way_to_the_planned_one(make: Make, library: PersonalLibrary) -> None:
    night = make()[1].night
    deleting, desk = make(nights={Day.of(night): "trial-six-weeks"}, one_night={night.isoformat(): MINE})
    gone = deleted(deleting)
    assert gone.words.endswith(f"Tonight it is “{library.routine('trial-six-weeks').name}”.")
    put_back(deleting, gone)
    assert desk.routine.id == MINE


def test_what_was_chosen_in_between_stays(make: Make) -> None:
    deleting, desk = make(routine=MINE, nights={Day.FRIDAY: "deep-wind-down"}, favourites=("a", MINE, "b"))
    gone = deleted(deleting)
    desk.change(replace(desk.settings, routine="trial-six-weeks", favourites=("b", "c")))
    put_back(deleting, gone)
    assert desk.settings.routine == "trial-six-weeks"
    assert desk.settings.favourites == ("b", MINE, "c")


def test_it_comes_back_beside_one_that_took_its_id(make: Make, library: PersonalLibrary) -> None:
    deleting, _ = make()
    gone = deleted(deleting)
    library.keep_routine(replace(gone.routine, name="Another one"))
    back = put_back(deleting, gone)
    assert back.id == f"{MINE}-2"
    assert library.routine(MINE).name == "Another one"


def test_what_the_disk_refuses_is_told_and_nothing_has_changed(library: PersonalLibrary) -> None:
    keeper = Keeper(library)
    keeper.trouble = "The disk is full."
    desk = Desk(library, Settings(routine=MINE), ManualClock(), lambda _: None)
    told: list[str] = []
    Deleting(library, desk, keeper).delete(MINE, pytest.fail, told.append)
    assert told == ["The disk is full."]
    assert desk.settings.routine == MINE


def test_what_is_chosen_while_the_disk_is_slow_stays_chosen(library: PersonalLibrary, make: Make) -> None:
    _, desk = make(routine=MINE)
    keeper = SlowKeeper(library)
    found: list[Deleted] = []
    Deleting(library, desk, keeper).delete(MINE, found.append, pytest.fail)
    desk.change(replace(desk.settings, minutes=20))
    keeper.answer()
    assert desk.settings.minutes == 20
    assert desk.settings.routine == Settings().routine
    assert found[0].settings.routine == MINE


class SlowKeeper(Keeper):
    """A shelf that answers when a test lets it."""

    def remove_routine(self, routine: str, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        self.answer = lambda: Keeper.remove_routine(self, routine, then, failed)
