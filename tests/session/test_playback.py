"""Where time meets the state of a session."""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bedtime.clock import FastClock
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Step
from bedtime.movement.timeline import SegmentKind, Timeline
from bedtime.session.cues import LATEST_TICK_MS, Cue, cues_between
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.playback import Playback
from bedtime.session.player import Player
from bedtime.session.snapshot import Following, Snapshot
from bedtime.store.bundled import read_bundled
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine
from bedtime.testing.manual_clock import ManualClock

EVENING: Timeline = lay_out(
    a_routine(Step(stretch="calf-wall"), Step(stretch="forward-fold"), Step(stretch="deep-breathing")),
    STRETCHES,
    PATTERNS,
)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def playback(clock: ManualClock) -> Playback:
    return Playback(Player.begin(EVENING, clock.monotonic_ms()), clock, clock)


def heard(playback: Playback) -> list[Snapshot]:
    snapshots: list[Snapshot] = []
    playback.snapshots.subscribe(snapshots.append)
    return snapshots


def test_a_whole_session_plays_from_start_to_finish(clock: ManualClock, playback: Playback) -> None:
    snapshots = heard(playback)
    clock.advance(EVENING.total_ms / 1000)
    assert playback.player.reached_the_end
    assert snapshots[-1].phase is Phase.FINISHED
    assert clock.pending_ms is None


def test_the_countdown_shows_every_second_once_and_never_a_zero(clock: ManualClock, playback: Playback) -> None:
    snapshots = heard(playback)
    clock.advance(12)
    assert [moment.countdown_s for moment in snapshots] == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 30, 29, 28]


def test_ticks_that_are_always_late_do_not_add_up(clock: ManualClock, playback: Playback) -> None:
    into_segment_ms: dict[int, int] = {}
    playback.snapshots.subscribe(lambda moment: into_segment_ms.setdefault(moment.index, moment.elapsed_ms) and None)
    clock.advance(190, late_ms=17)
    assert list(into_segment_ms.values()) == [0, 17, 17, 17, 17, 17, 17, 17]


def test_an_alarm_that_rings_early_does_no_harm(clock: ManualClock, playback: Playback) -> None:
    clock.advance(9.999)
    playback.wish(lambda player: player)  # as an early tick would
    assert playback.snapshot().countdown_s == 1
    clock.advance(0.001)
    assert playback.snapshots.value.segment.kind is SegmentKind.HOLD


def test_a_frame_may_ask_between_the_seconds_and_changes_nothing(clock: ManualClock, playback: Playback) -> None:
    snapshots = heard(playback)
    clock.advance(0.4)
    assert playback.snapshot().position_ms == 400
    assert playback.player.position_ms == 0
    assert len(snapshots) == 1


def test_nothing_wakes_the_computer_while_paused(clock: ManualClock, playback: Playback) -> None:
    clock.advance(15.3)
    playback.wish(Player.pause)
    assert clock.pending_ms is None
    snapshots = heard(playback)
    clock.advance(600)
    assert len(snapshots) == 1
    playback.wish(Player.carry_on)
    clock.advance(3.7)
    assert [moment.countdown_s for moment in snapshots][1:] == [3, 2, 1, 25, 24]
    assert playback.player.paused_ms == 603_000


@pytest.mark.parametrize("monotonic_counts_it", [False, True])
def test_a_computer_that_slept_opens_paused_at_the_moment_it_slept(
    clock: ManualClock, playback: Playback, *, monotonic_counts_it: bool
) -> None:
    clock.advance(20.5)
    clock.sleep_computer(3600, monotonic_counts_it=monotonic_counts_it)
    clock.advance(1)
    moment = playback.snapshots.value
    assert (moment.phase, moment.paused_by, moment.position_ms) == (Phase.PAUSED, PausedBy.COMPUTER_SLEPT, 21_000)
    playback.wish(Player.carry_on)
    assert playback.player.paused_ms == pytest.approx(3_600_000, abs=1000)
    clock.advance(EVENING.total_ms / 1000)
    assert playback.player.reached_the_end


@pytest.mark.parametrize("monotonic_counts_it", [False, True])
def test_a_key_pressed_before_the_late_tick_finds_the_session_paused(
    clock: ManualClock, playback: Playback, *, monotonic_counts_it: bool
) -> None:
    clock.advance(20.5)
    clock.sleep_computer(3600, monotonic_counts_it=monotonic_counts_it)
    assert playback.snapshot().position_ms <= 21_000
    playback.wish(Player.longer)
    moment = playback.snapshots.value
    assert (moment.paused_by, moment.timeline.total_ms) == (PausedBy.COMPUTER_SLEPT, EVENING.total_ms + 10_000)


def test_sleep_while_paused_leaves_it_paused_by_the_person(clock: ManualClock, playback: Playback) -> None:
    playback.wish(Player.pause)
    clock.sleep_computer(3600)
    playback.wish(Player.back)
    assert playback.snapshots.value.paused_by is PausedBy.PERSON
    assert playback.player.paused_ms == 3_600_000


def test_a_wall_clock_set_back_loses_nothing(clock: ManualClock, playback: Playback) -> None:
    clock.advance(20)
    clock.jump_wall(-3600)
    clock.advance(20)
    assert playback.snapshots.value.position_ms == 40_000
    assert playback.player.phase is Phase.PLAYING


@pytest.mark.parametrize(
    "an_hour_before", [datetime(2025, 10, 26, 0, 58, tzinfo=UTC), datetime(2026, 3, 29, 0, 58, tzinfo=UTC)]
)
def test_clocks_that_change_for_the_season_are_not_sleep(an_hour_before: datetime) -> None:
    """Two times of one zone differ by what its hands show, which jumps by an hour on these nights."""
    clock = ManualClock(an_hour_before.astimezone(ZoneInfo("Europe/Berlin")))
    playback = Playback(Player.begin(EVENING, clock.monotonic_ms()), clock, clock)
    clock.advance(EVENING.total_ms / 1000)
    assert playback.player.reached_the_end


def test_a_few_seconds_of_trouble_are_not_sleep(clock: ManualClock, playback: Playback) -> None:
    clock.jump_wall(4)
    clock.advance(10, late_ms=900)
    assert playback.player.phase is Phase.PLAYING


def test_a_session_can_be_tried_out_many_times_as_fast() -> None:
    clock = ManualClock()
    fast = FastClock(clock, 60)
    ending = Playback(Player.begin(EVENING, fast.monotonic_ms()), fast, clock, slept_after_ms=5_000 * 60)
    for _ in range(40):
        clock.advance(0.1)
        ending.wish(lambda player: player)
    assert ending.player.reached_the_end


def test_a_closed_playback_asks_for_nothing_more(clock: ManualClock, playback: Playback) -> None:
    playback.close()
    assert clock.pending_ms is None


def test_a_snapshot_says_what_a_screen_shows(clock: ManualClock, playback: Playback) -> None:
    clock.advance(20)
    moment = playback.snapshots.value
    assert (moment.step_no, moment.step_count, moment.countdown_s, moment.left_in_total_s) == (1, 3, 20, 180)
    assert (moment.segment.side, moment.part.side) == ("right", "right")
    assert moment.breath is not None
    assert moment.next_up is not None
    assert (moment.next_up.following, moment.next_up.side) == (Following.OTHER_SIDE, "left")


def test_the_next_up_is_the_other_side_then_the_next_stretch_then_nothing(
    clock: ManualClock, playback: Playback
) -> None:
    following = []
    for _ in EVENING.parts:
        following.append(playback.snapshots.value.next_up)
        playback.wish(Player.skip)
    assert [(next_up.following, next_up.stretch.id) for next_up in following if next_up] == [
        (Following.OTHER_SIDE, "calf-wall"),
        (Following.NEXT_STRETCH, "forward-fold"),
        (Following.NEXT_STRETCH, "deep-breathing"),
    ]
    assert following[-1] is None
    assert clock.pending_ms is None


# While nobody looks


def cues_of(timeline: Timeline, *, watched: bool) -> list[tuple[int, Cue]]:
    """Every cue of a session that nobody disturbs, with the millisecond at which it comes."""
    clock = ManualClock()
    playback = Playback(Player.begin(timeline, clock.monotonic_ms()), clock, clock)
    began_ms, cues, last = clock.monotonic_ms(), [], playback.snapshots.value
    cues += [(0, cue) for cue in cues_between(None, last)]

    def see(moment: Snapshot) -> None:
        nonlocal last
        before, last = last, moment
        if moment is not before:
            cues.extend((clock.monotonic_ms() - began_ms, cue) for cue in cues_between(before, moment))

    playback.snapshots.subscribe(see)
    if not watched:
        playback.unwatch()
    clock.advance(timeline.total_ms / 1000)
    return cues


def test_every_cue_of_every_routine_comes_at_the_same_moment_whether_anybody_looks_or_not() -> None:
    library = Library(read_bundled)
    for routine_id in library.routine_ids:
        routine = library.routine(routine_id)
        timeline = lay_out(routine, library.stretches_of(routine), library.patterns)
        assert cues_of(timeline, watched=False) == cues_of(timeline, watched=True), routine_id


def test_unwatched_it_wakes_for_what_happens_and_now_and_then_to_know_that_it_was_not_asleep(
    clock: ManualClock, playback: Playback
) -> None:
    snapshots = heard(playback)
    playback.unwatch()
    clock.advance(EVENING.total_ms / 1000)
    assert playback.player.reached_the_end
    assert len(snapshots) < EVENING.total_ms / 1000 / 3
    assert all(after.position_ms - before.position_ms <= LATEST_TICK_MS for before, after in pairwise(snapshots))


def test_whoever_looks_again_sees_the_truth_at_once_and_then_every_second(
    clock: ManualClock, playback: Playback
) -> None:
    playback.unwatch()
    clock.advance(2.5)
    assert playback.snapshots.value.position_ms == 0
    snapshots = heard(playback)
    playback.watch()
    playback.watch()
    assert playback.snapshots.value.position_ms == 2500
    clock.advance(2)
    assert [moment.countdown_s for moment in snapshots] == [10, 8, 7, 6]


@pytest.mark.parametrize("monotonic_counts_it", [False, True])
def test_a_computer_that_slept_unseen_opens_paused_within_a_look_of_where_it_was(
    clock: ManualClock, playback: Playback, *, monotonic_counts_it: bool
) -> None:
    playback.unwatch()
    clock.advance(20.5)
    clock.sleep_computer(3600, monotonic_counts_it=monotonic_counts_it)
    playback.watch()
    moment = playback.snapshots.value
    assert (moment.phase, moment.paused_by) == (Phase.PAUSED, PausedBy.COMPUTER_SLEPT)
    assert 20_500 <= moment.position_ms <= 20_500 + LATEST_TICK_MS


def test_a_session_that_goes_on_unseen_after_a_pause_counts_its_re_entry_without_a_tick(
    clock: ManualClock, playback: Playback
) -> None:
    clock.advance(15)
    playback.wish(Player.pause)
    playback.unwatch()
    assert clock.pending_ms is None
    playback.wish(Player.carry_on)
    snapshots = heard(playback)
    clock.advance(3)
    assert [moment.phase for moment in snapshots] == [Phase.RE_ENTRY, Phase.PLAYING]
    assert snapshots[-1].position_ms == 15_000
