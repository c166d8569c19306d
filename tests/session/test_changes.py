"""What was changed in the player is offered once, and becomes a few edits of the routine."""

from bedtime.movement.fitting import fit
from bedtime.movement.laying_out import lay_out
from bedtime.movement.routine import Routine, Step
from bedtime.session.changes import LeftOut, changes_of, from_now_on
from bedtime.session.player import Player
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine

WRITTEN = a_routine(
    Step(stretch="calf-wall"),
    Step(stretch="ankle-circles", reps=10),
    Step(stretch="press-calf"),
    Step(stretch="forward-fold"),
    Step(stretch="deep-breathing"),
)
FIND = STRETCHES.__getitem__


def begin(routine: Routine = WRITTEN) -> Player:
    return Player.begin(lay_out(routine, STRETCHES, PATTERNS), 0)


def go(player: Player, seconds: int) -> Player:
    return player.at(player.anchor_ms + seconds * 1000)


def to_the_end(player: Player) -> Player:
    return go(player, 10_000)


def after(player: Player, *, is_own: bool = True) -> Routine:
    return from_now_on(WRITTEN, changes_of(player, WRITTEN), FIND, taken=["evening"], is_own=is_own)


def test_a_session_as_planned_changes_nothing() -> None:
    assert changes_of(to_the_end(begin()), WRITTEN) == ()
    assert after(to_the_end(begin())) is WRITTEN


def test_a_longer_hold_may_be_longer_from_now_on() -> None:
    player = to_the_end(go(begin(), 15).longer())
    assert [change.words for change in changes_of(player, WRITTEN)] == ["You took 10 seconds more for calf wall."]
    assert after(player).steps[0] == Step(stretch="calf-wall", hold_s=40)


def test_the_side_that_was_changed_most_counts() -> None:
    player = go(go(begin(), 15).longer(), 45).longer().longer()
    assert after(to_the_end(player)).steps[0].hold_s == 50


def test_a_longer_time_of_repetitions_is_more_of_them() -> None:
    player = go(begin(), 75 + 12).longer()
    assert after(to_the_end(player)).steps[1] == Step(stretch="ankle-circles", reps=13)


def test_more_time_to_get_ready_is_a_change_too() -> None:
    player = to_the_end(go(begin(), 3).longer())
    assert [change.words for change in changes_of(player, WRITTEN)] == [
        "You took 10 seconds more to get ready for calf wall."
    ]
    assert after(player).steps[0].get_ready_s == 20


def test_what_cannot_be_said_of_a_routine_is_not_offered() -> None:
    player = go(begin().jump(2), 12).longer()
    assert [change for change in changes_of(to_the_end(player), WRITTEN) if change.index == 2] == []


def test_a_stretch_that_was_left_out_may_stay_out() -> None:
    player = to_the_end(go(begin(), 15).leave_out())
    assert changes_of(player, WRITTEN) == (LeftOut(0, STRETCHES["calf-wall"]),)
    assert after(player).steps == WRITTEN.steps[1:]


def test_a_stretch_that_was_nearly_done_was_not_left_out() -> None:
    player = to_the_end(go(begin(), 70).skip())
    assert changes_of(player, WRITTEN) == ()


def test_a_session_that_was_ended_early_left_nothing_out() -> None:
    assert changes_of(go(begin(), 15).end(), WRITTEN) == ()


def test_a_built_in_routine_is_changed_as_a_copy() -> None:
    changed = after(to_the_end(go(begin(), 15).longer()), is_own=False)
    assert (changed.id, changed.made_from) == ("evening-mine", "evening")


def test_a_fitted_evening_is_told_by_the_steps_as_they_were_written() -> None:
    fitted = fit(WRITTEN, STRETCHES, 5)
    assert [step.stretch for step in fitted.routine.steps] != [step.stretch for step in WRITTEN.steps] or (
        fitted.routine.steps != WRITTEN.steps
    )
    player = begin(fitted.routine)
    last = len(fitted.routine.steps) - 2
    name = fitted.routine.steps[last].stretch
    player = to_the_end(go(player.jump(last), 12).leave_out())
    out = [change for change in changes_of(player, WRITTEN) if isinstance(change, LeftOut)]
    assert name in [WRITTEN.steps[change.index].stretch for change in out]


def test_a_routine_of_which_everything_was_left_out_stays_as_it_is() -> None:
    player = begin()
    for _ in WRITTEN.steps:
        player = player.leave_out()
    assert len(changes_of(player, WRITTEN)) == len(WRITTEN.steps)
    assert after(player) is WRITTEN
