"""A session as a value."""

import random
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bedtime.movement.laying_out import lay_out
from bedtime.movement.routine import Order, Step
from bedtime.movement.timeline import SegmentKind, Timeline
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.player import Player
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine

WISHES: dict[str, Callable[[Player], Player]] = {
    "pause": Player.pause,
    "carry on": Player.carry_on,
    "back": Player.back,
    "skip": Player.skip,
    "leave out": Player.leave_out,
    "restart": Player.restart,
    "ready": Player.ready,
    "longer": Player.longer,
    "shorter": Player.shorter,
    "jump to the second": lambda player: player.jump(1),
    "jump nowhere": lambda player: player.jump(99),
}


def laid(*steps: Step) -> Timeline:
    return lay_out(a_routine(*steps), STRETCHES, PATTERNS)


EVENING = laid(
    Step(stretch="calf-wall"),  # ready 0-10, right 10-40, switch 40-45, left 45-75
    Step(stretch="forward-fold"),  # ready 75-85, both 85-130
    Step(stretch="deep-breathing"),  # ready 130-140, closing 140-200
)


def playing(seconds: float, timeline: Timeline = EVENING) -> Player:
    return Player.begin(timeline, 0).at(round(seconds * 1000))


def at_s(player: Player) -> float:
    return player.position_ms / 1000


def test_the_position_is_what_has_been_played() -> None:
    player = playing(40.25)
    assert (at_s(player), player.segment.kind) == (40.25, SegmentKind.SWITCH)


def test_late_and_lost_ticks_make_no_difference() -> None:
    one_look, many_looks = playing(61), Player.begin(EVENING, 0)
    for now_ms in [*range(0, 61_000, 777), 61_000]:
        many_looks = many_looks.at(now_ms)
    assert many_looks == one_look


def test_a_session_ends_when_it_has_been_played() -> None:
    player = playing(500)
    assert player.phase is Phase.FINISHED
    assert player.reached_the_end
    assert sum(player.held_ms) == EVENING.total_ms


def test_a_paused_session_stands_still_and_counts_how_long() -> None:
    player = playing(20).pause().at(80_000)
    assert (at_s(player), player.phase, player.paused_by, player.paused_ms) == (
        20,
        Phase.PAUSED,
        PausedBy.PERSON,
        60_000,
    )


def test_carrying_on_gives_three_seconds_to_find_the_position_again() -> None:
    player = playing(20).pause().at(30_000).carry_on()
    assert (player.at(32_999).phase, at_s(player.at(32_999))) == (Phase.RE_ENTRY, 20)
    assert (player.at(33_000).phase, at_s(player.at(35_000))) == (Phase.PLAYING, 22)
    assert player.at(35_000).paused_ms == 13_000


@pytest.mark.parametrize(
    ("when_s", "lands_on_s"),
    [
        (5, 0),  # nothing comes before the first side
        (12, 0),
        (14, 0),
        (42, 0),  # while changing sides, the left leg has not begun: back to the right one
        (47.9, 0),
        (48, 40),  # three seconds into the left leg: the left leg again, with its countdown
        (80, 40),
        (87, 40),
        (89, 75),
    ],
)
def test_back_goes_to_the_side_before_while_this_one_has_hardly_begun(when_s: float, lands_on_s: float) -> None:
    assert at_s(playing(when_s).back()) == lands_on_s


def test_skip_leaves_out_this_side_and_leave_out_the_whole_stretch() -> None:
    assert at_s(playing(20).skip()) == 40
    assert at_s(playing(20).leave_out()) == 75
    assert playing(150).skip().reached_the_end
    assert playing(150).leave_out().reached_the_end


def test_any_step_can_be_jumped_to_and_no_other() -> None:
    assert [at_s(playing(90).jump(step)) for step in (0, 1, 2)] == [0, 75, 130]
    somewhere = playing(90)
    assert somewhere.jump(3) is somewhere.jump(-1) is somewhere


def test_a_paused_session_stays_paused_when_it_is_moved_by_key() -> None:
    paused = playing(60).pause()
    assert (paused.skip().phase, paused.back().phase) == (Phase.PAUSED, Phase.PAUSED)
    assert [wish.phase for wish in (paused.restart(), paused.leave_out(), paused.jump(2))] == [Phase.PLAYING] * 3


def test_ready_ends_a_countdown_and_nothing_else() -> None:
    assert at_s(playing(3).ready()) == 10
    assert at_s(playing(41).ready()) == 45
    holding = playing(20)
    assert holding.ready() is holding


def test_ten_seconds_more_or_less_change_this_side_only_and_every_total_at_once() -> None:
    longer, shorter = playing(20).longer(), playing(20).shorter()
    assert [part.end_ms - part.work_start_ms for part in longer.timeline.parts] == [40_000, 30_000, 45_000, 60_000]
    assert (longer.timeline.total_ms, shorter.timeline.total_ms) == (210_000, 190_000)
    assert longer.shorter().timeline == EVENING


def test_a_side_never_gets_shorter_than_five_seconds() -> None:
    player = playing(11)
    for _ in range(9):
        player = player.shorter()
    assert player.segment.duration_ms == 5_000
    assert player.shorter() is player


def test_ten_seconds_less_than_has_gone_ends_this_side_now() -> None:
    player = playing(37).shorter()
    assert (at_s(player), player.segment.kind) == (37, SegmentKind.SWITCH)
    assert playing(195).shorter().reached_the_end


def test_a_countdown_can_be_lengthened_but_not_cut() -> None:
    assert playing(3).longer().segment.duration_ms == 20_000
    getting_ready = playing(3)
    assert getting_ready.shorter() is getting_ready


def test_nobody_presses_for_longer_than_is_written() -> None:
    pressing = playing(22, laid(Step(stretch="press-calf")))
    assert pressing.segment.kind is SegmentKind.PRESS
    assert pressing.longer() is pressing
    assert pressing.shorter() is pressing


def test_alternating_legs_are_each_a_turn_of_their_own() -> None:
    alternating = laid(Step(stretch="calf-wall", sets=3, hold_s=10, switch_s=4, order=Order.ALTERNATE))
    assert at_s(playing(12, alternating).skip()) == 20
    assert at_s(playing(28, alternating).back()) == 20


def test_ending_keeps_what_was_held() -> None:
    ended = playing(25).end()
    assert (ended.phase, ended.reached_the_end, ended.held_ms[:2]) == (Phase.FINISHED, False, (10_000, 15_000))
    for wish in WISHES.values():
        assert wish(ended) == ended


def test_a_computer_that_slept_pauses_where_it_fell_asleep() -> None:
    player = playing(20).slept(since_ms=21_000, unseen_ms=3_600_000).at(22_000)
    assert (at_s(player), player.paused_by, player.paused_ms) == (21, PausedBy.COMPUTER_SLEPT, 3_601_000)


@pytest.mark.parametrize("seed", range(5))
def test_a_night_of_a_thousand_wishes_never_loses_held_time(seed: int) -> None:
    """What is held is exactly the time during which the session played, however it was pushed about."""
    dice = random.Random(seed)  # noqa: S311 - a night to repeat, not a secret
    timeline = laid(Step(stretch="press-calf"), *(Step(stretch=name, sets=2) for name in sorted(STRETCHES)))
    player, now_ms, played_ms = Player.begin(timeline, 0), 0, 0
    for _ in range(1000):
        now_ms += dice.randrange(20_000)
        before, player = player, player.at(now_ms)
        if player.phase is Phase.FINISHED:
            played_ms += player.timeline.total_ms - before.position_ms if before.phase is not Phase.FINISHED else 0
            player = Player.begin(timeline, now_ms)
            played_ms = 0
        elif before.phase is Phase.PLAYING:
            played_ms += now_ms - before.anchor_ms
        elif before.phase is Phase.RE_ENTRY:
            played_ms += max(0, now_ms - before.anchor_ms - before.re_entry_left_ms)
        assert sum(player.held_ms) == played_ms
        player = WISHES[dice.choice(sorted(WISHES))](player)
        assert sum(player.held_ms) == played_ms


class AnyNight(RuleBasedStateMachine):
    """A person with the remote control, beside a model that knows three numbers."""

    @initialize(
        names=st.lists(st.sampled_from(sorted(STRETCHES)), min_size=1, max_size=4), order=st.sampled_from(Order)
    )
    def begin(self, names: list[str], order: Order) -> None:
        self.timeline = laid(*(Step(stretch=name, sets=2, order=order) for name in names))
        self.player = Player.begin(self.timeline, 0)
        self.now_ms = self.played_ms = self.still_ms = 0

    @rule(passed_ms=st.integers(0, 90_000))
    def time_passes(self, passed_ms: int) -> None:
        before = self.player
        self.now_ms += passed_ms
        self.player = before.at(self.now_ms)
        still_ms = {
            Phase.PLAYING: 0,
            Phase.RE_ENTRY: min(passed_ms, before.re_entry_left_ms),
            Phase.PAUSED: passed_ms,
            Phase.FINISHED: passed_ms,
        }[before.phase]
        left_ms = 0 if before.phase is Phase.FINISHED else before.timeline.total_ms - before.position_ms
        self.played_ms += min(passed_ms - still_ms, left_ms)
        self.still_ms += still_ms if before.phase is not Phase.FINISHED else 0

    @rule(name=st.sampled_from(sorted(WISHES)))
    def the_person_wishes(self, name: str) -> None:
        before, self.player = self.player, WISHES[name](self.player)
        starts = {part.start_ms for part in self.player.timeline.parts} | {self.player.timeline.total_ms}
        if name in {"back", "skip", "leave out", "restart", "jump to the second"} and self.player != before:
            assert self.player.position_ms in starts

    @rule()
    def the_computer_sleeps(self) -> None:
        self.player = self.player.slept(self.now_ms, 0)

    @invariant()
    def what_was_held_is_what_was_played(self) -> None:
        assert sum(self.player.held_ms) == self.played_ms
        assert self.player.paused_ms == self.still_ms

    @invariant()
    def the_position_is_on_the_line(self) -> None:
        assert 0 <= self.player.position_ms <= self.player.timeline.total_ms
        assert (self.player.position_ms == self.player.timeline.total_ms) == self.player.reached_the_end

    @invariant()
    def the_segments_stay_the_same_segments(self) -> None:
        assert [one.kind for one in self.player.timeline.segments] == [one.kind for one in self.timeline.segments]

    @invariant()
    def the_next_change_comes_within_a_second_and_not_after_the_segment(self) -> None:
        due_ms = self.player.next_change_ms
        assert (due_ms is None) == (self.player.phase in {Phase.PAUSED, Phase.FINISHED})
        assert due_ms is None or 0 < due_ms - self.player.anchor_ms <= 1000


AnyNight.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyNight = AnyNight.TestCase
