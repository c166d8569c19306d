from dataclasses import replace

import pytest

from bedtime.figure.pose import Motion
from bedtime.movement.stretch import Side, Stretch
from bedtime.movement.timeline import SegmentKind, Timeline
from bedtime.session.phase import Phase
from bedtime.session.snapshot import Snapshot
from bedtime.ui.screens.player_figure import poses_ahead, stance_of


def holds(_stretch: Stretch) -> Motion | None:
    return Motion.HOLD


def nobody(_stretch: Stretch) -> Motion | None:
    return None


def at(timeline: Timeline, position_ms: int) -> Snapshot:
    return Snapshot(phase=Phase.PLAYING, paused_by=None, timeline=timeline, position_ms=position_ms)


@pytest.fixture
def switch_ms(timeline: Timeline) -> int:
    return next(each.start_ms for each in timeline.segments if each.kind is SegmentKind.SWITCH)


def test_the_person_goes_in_while_getting_ready(timeline: Timeline) -> None:
    reached = []
    for ms in (0, 3000, 11_000):
        moment = stance_of(at(timeline, ms), holds, still=False).pose.moment
        assert moment is not None
        reached.append(moment.reached)
    assert reached[0] == 0
    assert 0 < reached[1] < 1
    assert reached[2] == 1


def test_in_a_switch_one_side_fades_into_the_other_and_does_not_go_back(timeline: Timeline, switch_ms: int) -> None:
    length = timeline.segments[timeline.index_at(switch_ms)].duration_ms
    stances = [stance_of(at(timeline, switch_ms + ms), holds, still=False) for ms in range(0, length, 50)]
    sides = [stance.pose.side for stance in stances]
    turn = sides.index(Side.LEFT)
    assert set(sides[:turn]) == {Side.RIGHT}
    assert set(sides[turn:]) == {Side.LEFT}
    fading = [stance for stance in stances if stance.leaving is not None]
    assert len(fading) >= 5
    assert [stance.here for stance in fading] == sorted(stance.here for stance in fading)
    assert all(stance.leaving.side is Side.RIGHT for stance in fading if stance.leaving is not None)


def test_who_wants_it_still_sees_a_cut(timeline: Timeline, switch_ms: int) -> None:
    length = timeline.segments[timeline.index_at(switch_ms)].duration_ms
    stances = [stance_of(at(timeline, switch_ms + ms), holds, still=True) for ms in range(0, length, 50)]
    assert len({stance.pose for stance in stances}) == 2
    assert all(stance.leaving is None for stance in stances)


def test_every_pose_that_is_seen_until_the_next_stretch_was_prepared(timeline: Timeline) -> None:
    """Nothing is prepared that is not shown either."""
    for still in (False, True):
        ready = set(poses_ahead(at(timeline, 0), holds, still=still))
        last = timeline.segments[2].end_ms
        shown = {stance_of(at(timeline, ms), holds, still=still).pose for ms in range(0, last, 50)}
        assert shown <= ready


def test_near_the_end_there_is_less_to_prepare(timeline: Timeline) -> None:
    last = at(timeline, timeline.total_ms - 1)
    assert {pose.stretch for pose in poses_ahead(last, holds, still=False)} == {timeline.segments[-1].stretch}


def test_what_nobody_has_drawn_is_a_stretch_without_a_moment(timeline: Timeline) -> None:
    snapshot = at(timeline, 20_000)
    assert stance_of(snapshot, nobody, still=False).pose.moment is None
    assert list(poses_ahead(snapshot, nobody, still=False)) == []


def test_while_paused_nothing_changes(timeline: Timeline) -> None:
    playing = at(timeline, 20_000)
    paused = replace(playing, phase=Phase.PAUSED)
    assert stance_of(paused, holds, still=False) == stance_of(playing, holds, still=False)
