"""What was changed in a session is asked about once, and "from now on" changes the routine for good."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from bedtime.errors import BadInput, BedtimeError
from bedtime.movement.dosing import dosing
from bedtime.movement.fitting import fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.own_routine import copied
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Strength
from bedtime.movement.week import Day
from bedtime.session.desk import Desk
from bedtime.session.offering import Offering, Stage
from bedtime.session.player import Player
from bedtime.session.unanswered import Unanswered
from bedtime.settings import Settings
from bedtime.store.bundled import read_bundled
from bedtime.testing.manual_clock import ManualClock
from bedtime.testing.shelves import MemoryShelf, memory_shelves

BUILT_IN = "simple-nightly"


class MemoryChanges:
    """A shelf in memory, which does at once what it is asked for."""

    def __init__(self, library: PersonalLibrary) -> None:
        self.library = library
        self.question: Mapping[str, Any] | None = None

    def keep_question(self, parts: Mapping[str, Any]) -> None:
        self.question = parts

    def forget_question(self) -> None:
        self.question = None

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        try:
            self.library.keep_routine(routine)
        except BedtimeError as error:
            failed(str(error))
        else:
            then()

    def remove_routine(self, routine_id: str, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        try:
            self.library.remove_routine(routine_id)
        except BedtimeError as error:
            failed(str(error))
        else:
            then()


class Evening:
    """One person, one routine, and a session of it."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.shelves = memory_shelves()
        self.library = PersonalLibrary(read_bundled, self.shelves)
        self.clock = ManualClock()
        self.desk = Desk(self.library, settings or Settings(), self.clock, lambda _: None)
        self.desk.remember((), None)
        self.kept = MemoryChanges(self.library)
        self.told: list[str] = []
        self.offering = Offering(self.library, self.desk, self.kept, self.told.append)

    def begin(self) -> Player:
        self.offering.begin(self.desk.routine.id)
        return Player.begin(self.desk.timeline(), 0)

    def end(self, player: Player) -> None:
        self.offering.see_the_end(player)

    def play(self, *wishes: Callable[[Player], Player]) -> None:
        """A session whose first stretch gets these wishes."""
        player = self.begin().ready()
        for wish in wishes:
            player = wish(player)
        self.end(to_the_end(player))

    @property
    def stage(self) -> Stage | None:
        view = self.offering.view.value
        return None if view is None else view.stage

    @property
    def words(self) -> str:
        view = self.offering.view.value
        return "" if view is None else view.words

    def full(self) -> None:
        assert isinstance(self.shelves.routines, MemoryShelf)
        self.shelves.routines.full = True


def to_the_end(player: Player) -> Player:
    return player.at(player.anchor_ms + 10_000_000)


def own(evening: Evening) -> Routine:
    routine = replace(copied(evening.library.routine(BUILT_IN), evening.library.routine_ids), name="My legs")
    evening.library.keep_routine(routine)
    evening.desk.change(replace(evening.desk.settings, routine=routine.id))
    return routine


def test_nothing_is_asked_when_nothing_was_changed() -> None:
    evening = Evening()
    evening.play()
    assert evening.stage is None
    assert evening.kept.question is None


def test_nothing_is_asked_of_a_session_that_was_ended_early() -> None:
    evening = Evening()
    evening.end(evening.begin().ready().longer().end())
    assert evening.stage is None


def test_what_was_changed_is_asked_in_one_line() -> None:
    evening = Evening()
    evening.play(Player.longer)
    assert evening.stage is Stage.ASKED
    assert evening.words.startswith("You took 10 seconds more for ")
    assert evening.kept.question is not None


def test_several_changes_are_counted_in_the_line_and_read_out_one_by_one() -> None:
    evening = Evening()
    player = evening.begin().ready().longer()
    evening.end(to_the_end(player.skip().skip().leave_out()))
    view = evening.offering.view.value
    assert view is not None
    assert view.words == "You made 2 changes."
    assert view.spoken.count("You ") == 2


def test_only_tonight_changes_nothing_and_is_asked_no_more() -> None:
    evening = Evening()
    evening.play(Player.longer)
    evening.offering.only_tonight()
    assert (evening.stage, evening.kept.question) == (None, None)
    assert evening.library.own_routine_ids == ()


def test_from_now_on_gives_a_built_in_routine_a_copy_that_takes_its_place() -> None:
    evening = Evening(Settings(minutes=10, nights={Day.TUESDAY: BUILT_IN, Day.FRIDAY: "in-bed"}))
    evening.play(Player.longer)
    evening.offering.from_now_on()
    (copy,) = evening.library.own_routine_ids
    assert evening.desk.settings.routine == copy
    assert evening.desk.settings.nights == {Day.TUESDAY: copy, Day.FRIDAY: "in-bed"}
    assert evening.words == f"Your routine is “{evening.library.routine(copy).name}” from now on."
    assert evening.kept.question is None


def test_it_can_be_undone_whole() -> None:
    evening = Evening(Settings(one_night={"2026-01-01": BUILT_IN}))
    before = evening.desk.settings
    evening.play(Player.longer)
    evening.offering.from_now_on()
    evening.offering.undo()
    assert evening.library.own_routine_ids == ()
    assert evening.desk.settings == before
    assert evening.stage is Stage.UNDONE
    assert evening.words == f"“{evening.desk.routine.name}” is as it was before."


def test_an_own_routine_is_changed_itself_and_undone_itself() -> None:
    evening = Evening()
    routine = own(evening)
    evening.play(Player.longer)
    evening.offering.from_now_on()
    assert evening.library.own_routine_ids == (routine.id,)
    assert evening.library.routine(routine.id).steps != routine.steps
    assert evening.words == "“My legs” is so from now on."
    evening.offering.undo()
    assert evening.library.routine(routine.id) == routine


def test_a_full_disk_is_told_and_the_question_stays() -> None:
    evening = Evening()
    evening.play(Player.longer)
    evening.full()
    evening.offering.from_now_on()
    assert evening.told == ["The disk is full."]
    assert evening.stage is Stage.ASKED
    assert evening.desk.settings.routine == BUILT_IN


def test_a_stretch_left_out_for_good_in_a_pause_is_not_asked_about_again() -> None:
    evening = Evening()
    player = evening.begin().ready().pause()
    left = player.segment.stretch.id
    assert evening.offering.may_ask(player)
    evening.offering.leave_out_from_now_on(player)
    evening.end(to_the_end(player.leave_out()))
    assert left not in [step.stretch for step in evening.desk.routine.steps]
    assert evening.stage is Stage.DONE
    evening.offering.undo()
    assert evening.desk.routine.id == BUILT_IN


def test_a_stretch_left_out_only_tonight_in_a_pause_is_not_asked_about_again() -> None:
    evening = Evening()
    player = evening.begin().ready().pause()
    evening.offering.settle(player)
    evening.end(to_the_end(player.leave_out()))
    assert evening.stage is None


def test_what_else_was_changed_joins_the_same_copy_and_one_undo_takes_all_of_it_back() -> None:
    evening = Evening()
    player = evening.begin().ready().pause()
    evening.offering.leave_out_from_now_on(player)
    evening.end(to_the_end(player.leave_out().ready().longer()))
    assert evening.stage is Stage.ASKED
    evening.offering.from_now_on()
    assert len(evening.library.own_routine_ids) == 1
    evening.offering.undo()
    assert evening.library.own_routine_ids == ()


def test_what_a_full_disk_kept_from_being_left_out_is_asked_about_again() -> None:
    evening = Evening()
    player = evening.begin().ready().pause()
    evening.full()
    evening.offering.leave_out_from_now_on(player)
    evening.end(to_the_end(player.leave_out()))
    assert evening.told == ["The disk is full."]
    assert evening.stage is Stage.ASKED


def test_the_last_stretch_that_is_left_cannot_be_left_out_for_good() -> None:
    evening = Evening()
    routine = own(evening)
    evening.library.keep_routine(replace(routine, steps=routine.steps[:1], substitutions={}))
    player = evening.begin().ready().pause()
    assert not evening.offering.may_ask(player)


def test_what_was_left_open_is_asked_on_another_night_and_answered_there() -> None:
    evening = Evening()
    evening.play(Player.longer)
    later = Evening()
    later.clock.advance(24 * 3600)
    assert evening.kept.question is not None
    later.offering.recall(evening.kept.question)
    view = later.offering.view.value
    assert view is not None
    assert view.words.startswith("Last time: You took 10 seconds more")
    assert view.otherwise == "Only that night"
    later.offering.from_now_on()
    assert len(later.library.own_routine_ids) == 1


def test_the_next_session_lets_the_question_go() -> None:
    evening = Evening()
    evening.play(Player.longer)
    evening.begin()
    assert (evening.stage, evening.kept.question) == (None, None)


@pytest.mark.parametrize(
    "spoilt", [{}, {"routine": "gone"}, {"changes": []}, {"changes": [{"step": 99}]}, {"night": 1}]
)
def test_a_question_that_makes_no_sense_any_more_is_forgotten(spoilt: dict[str, Any]) -> None:
    evening = Evening()
    evening.play(Player.longer)
    parts = {**(evening.kept.question or {}), **spoilt} if spoilt else {}
    later = Evening()
    later.kept.question = parts
    later.offering.recall(parts)
    assert (later.stage, later.kept.question) == (None, None)


def test_a_question_comes_back_as_it_was_written_down() -> None:
    evening = Evening()
    evening.play(Player.longer)
    question = evening.offering.question
    assert question is not None
    assert Unanswered.from_json(question.to_json(), evening.library) == question


def test_a_question_about_another_stretch_than_stands_there_now_is_refused() -> None:
    evening = Evening()
    evening.play(Player.longer)
    assert evening.offering.question is not None
    parts = evening.offering.question.to_json()
    parts["changes"][0]["stretch"] = "towel-calf"
    with pytest.raises(BadInput):
        Unanswered.from_json(parts, evening.library)


def test_a_carried_on_session_whose_routine_was_copied_meanwhile_changes_the_copy() -> None:
    evening = Evening()
    player = evening.begin().ready().pause()
    evening.offering.leave_out_from_now_on(player)
    again = Offering(evening.library, evening.desk, evening.kept, evening.told.append)
    again.carry_on(BUILT_IN)
    again.see_the_end(to_the_end(player.leave_out().ready().longer()))
    again.from_now_on()
    assert len(evening.library.own_routine_ids) == 1


def test_evidence_does_not_outlive_the_dose_that_it_was_found_for() -> None:
    evening = Evening(Settings(routine="trial-six-weeks", minutes=15))
    player = evening.begin()
    calf = next(span.step for span in player.planned.steps if span.stretch.group == "calf")
    evening.end(to_the_end(player.jump(calf).ready().longer()))
    evening.offering.from_now_on()
    (copy,) = evening.library.own_routine_ids
    assert evening.library.routine(copy).evidence.level is Strength.TRADITIONAL


@pytest.mark.parametrize("minutes", [7, 10, 15])
def test_ten_seconds_more_of_a_fitted_hold_last_so_long_again_in_as_many_minutes(minutes: int) -> None:
    """Whatever the fitting made of the routine, the same evening comes out as it was wished: to a grain of the hold."""
    evening = Evening(Settings(routine="in-bed", minutes=minutes))
    library, written = evening.library, evening.library.routine("in-bed")
    fitted = fit(written, library.stretches_of(written), minutes).routine
    player = Player.begin(lay_out(fitted, library.stretches_of(fitted), library.patterns), 0)
    step = next(n for n, one in enumerate(fitted.steps) if library.stretch(one.stretch).dose.mode == "hold")
    longer = player.jump(step).ready().longer()
    evening.offering.begin("in-bed")
    evening.end(to_the_end(longer))
    evening.offering.from_now_on()
    (copy,) = evening.library.own_routine_ids
    again = fit(library.routine(copy), library.stretches_of(library.routine(copy)), minutes).routine
    index = [one.stretch for one in again.steps].index(fitted.steps[step].stretch)
    lasts_ms = dosing(again.steps[index], library.stretch(again.steps[index].stretch)).set_ms
    assert abs(lasts_ms - longer.segment.duration_ms) <= 5_000
