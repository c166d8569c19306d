"""The keeper: nothing handed in is lost, and nothing is there twice."""

from pathlib import Path

import pytest

from bedtime.clock import Clock
from bedtime.errors import BadInput
from bedtime.store.journal import Journal
from bedtime.store.keeper import Keeper, Saving
from bedtime.store.upgrades import SESSION


class House:
    """A data folder that can vanish and come back, and two shelters; `keeper()` is a new start of the program."""

    def __init__(self, root: Path, clock: Clock) -> None:
        self.drive = root / "drive"
        self.drive.mkdir()
        self.state = root / "state"
        self.temporary = root / "temporary"
        self._away = root / "away"
        self._clock = clock

    @property
    def journal(self) -> Journal:
        return Journal(self.drive / "data" / "sessions.jsonl", SESSION, self._clock)

    def keeper(self) -> Keeper:
        shelters = (self.state / "waiting.jsonl", self.temporary / "waiting.jsonl")
        return Keeper(self.journal, shelters, self._clock)

    def pull_out(self) -> None:
        self.drive.rename(self._away)

    def put_back(self) -> None:
        self._away.rename(self.drive)

    def ids(self) -> set[str]:
        return set(self.journal.read().records)


@pytest.fixture
def house(tmp_path: Path, clock: Clock) -> House:
    return House(tmp_path, clock)


def test_when_all_is_well_a_save_is_a_save_and_leaves_no_trace_elsewhere(house: House) -> None:
    keeper = house.keeper()
    assert keeper.save({"id": "a"}) is Saving.SAVED
    assert (keeper.pending, keeper.trouble) == (0, "")
    assert keeper.try_again() is True
    assert house.ids() == {"a"}
    assert not house.state.exists()


def test_what_cannot_be_saved_waits_is_shown_and_is_saved_later(house: House) -> None:
    keeper = house.keeper()
    house.pull_out()
    assert keeper.save({"id": "a"}) is Saving.WAITING
    assert (keeper.pending, keeper.trouble) == (1, "The folder is gone.")
    assert set(keeper.read().records) == {"a"}
    assert keeper.try_again() is False
    house.put_back()
    assert keeper.try_again() is True
    assert (keeper.pending, keeper.trouble) == (0, "")
    assert house.ids() == {"a"}
    assert house.keeper().pending == 0


def test_what_waits_outlives_the_process(house: House) -> None:
    house.pull_out()
    house.keeper().save({"id": "a"})
    house.put_back()
    later = house.keeper()
    assert later.pending == 1
    assert set(later.read().records) == {"a"}
    assert later.try_again() is True
    assert house.ids() == {"a"}
    assert house.keeper().pending == 0


def test_a_second_shelter_is_used_when_the_first_cannot_be(house: House) -> None:
    house.state.write_text("a file where the folder should be")
    house.pull_out()
    house.keeper().save({"id": "a"})
    house.put_back()
    assert house.keeper().try_again() is True
    assert house.ids() == {"a"}


def test_with_no_shelter_at_all_it_waits_in_memory(house: House) -> None:
    house.state.write_text("")
    house.temporary.write_text("")
    keeper = house.keeper()
    house.pull_out()
    assert keeper.save({"id": "a"}) is Saving.WAITING
    house.put_back()
    assert keeper.try_again() is True
    assert house.ids() == {"a"}


def test_the_last_change_wins_however_it_got_there(house: House) -> None:
    house.pull_out()
    keeper = house.keeper()
    keeper.save({"id": "a", "rating": 1})
    keeper.save({"id": "a", "rating": 2})
    keeper.save({"id": "b"})
    keeper.delete("b")
    house.put_back()
    assert keeper.save({"id": "a", "rating": 3}) is Saving.SAVED
    assert keeper.pending == 0
    records = house.journal.read().records
    assert [(key, record["rating"]) for key, record in records.items()] == [("a", 3)]


@pytest.mark.parametrize("is_restarted", [False, True])
def test_the_last_change_wins_when_the_first_shelter_had_no_room_for_the_one_before(
    house: House, *, is_restarted: bool
) -> None:
    house.pull_out()
    house.state.write_text("in the way of the folder", encoding="utf-8")
    keeper = house.keeper()
    keeper.save({"id": "a", "rating": None})
    house.state.unlink()
    keeper.save({"id": "a", "rating": 4})
    house.put_back()
    keeper = house.keeper() if is_restarted else keeper
    assert keeper.try_again() is True
    assert house.journal.read().records["a"]["rating"] == 4


def test_being_killed_before_the_shelter_forgets_does_not_undo_a_later_change(house: House) -> None:
    house.pull_out()
    house.keeper().save({"id": "a", "rating": 1})
    shelter = house.state / "waiting.jsonl"
    waiting = shelter.read_bytes()
    house.put_back()
    keeper = house.keeper()
    keeper.try_again()
    keeper.save({"id": "a", "rating": 2})
    shelter.write_bytes(waiting)
    before = house.journal.path.read_bytes()
    assert house.keeper().try_again() is True
    assert house.journal.read().records["a"]["rating"] == 2
    assert house.journal.path.read_bytes() == before
    assert not shelter.exists()


def test_two_windows_that_wait_save_each_night_once(house: House) -> None:
    one, other = house.keeper(), house.keeper()
    house.pull_out()
    one.save({"id": "a"})
    other.save({"id": "b"})
    house.put_back()
    assert (one.try_again(), other.try_again()) == (True, True)
    assert len(house.journal.path.read_bytes().splitlines()) == 2
    assert house.ids() == {"a", "b"}


def test_damage_in_a_shelter_is_kept_and_the_rest_is_saved(house: House) -> None:
    house.pull_out()
    house.keeper().save({"id": "a"})
    shelter = house.state / "waiting.jsonl"
    shelter.write_bytes(b"junk\n" + shelter.read_bytes())
    house.put_back()
    assert house.keeper().try_again() is True
    assert house.ids() == {"a"}
    assert [path.name for path in house.state.glob("*.txt")] == ["waiting damaged 2025-11-21.txt"]


def test_a_copy_can_be_saved_anywhere_and_taken_in_by_a_journal(house: House, tmp_path: Path, clock: Clock) -> None:
    keeper = house.keeper()
    keeper.save({"id": "saved"})
    house.pull_out()
    keeper.save({"id": "waiting"})
    chosen = tmp_path / "my copy.jsonl"
    keeper.save_a_copy(chosen)
    assert set(Journal(chosen, SESSION, clock).read().records) == {"saved", "waiting"}
    assert keeper.pending == 1


def test_a_copy_never_replaces_the_journal_itself(house: House) -> None:
    keeper = house.keeper()
    keeper.save({"id": "a"})
    with pytest.raises(BadInput, match="Choose another name"):
        keeper.save_a_copy(house.journal.path)
    assert house.ids() == {"a"}
