"""What the figure shows through every built-in routine."""

import pytest

from bedtime.figure.moment import AT_END
from bedtime.figure.pose import Motion
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.timeline import SegmentKind, Timeline
from bedtime.session.showing import ahead, seen, seen_still
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)


def timeline(routine_id: str) -> Timeline:
    routine = LIBRARY.routine(routine_id)
    return lay_out(routine, LIBRARY.stretches_of(routine), LIBRARY.patterns)


@pytest.mark.parametrize("routine_id", LIBRARY.routine_ids)
def test_every_picture_that_is_needed_is_known_ahead(routine_id: str) -> None:
    line = timeline(routine_id)
    for index, segment in list(enumerate(line.segments))[:6]:
        known = set(ahead(Motion.HOLD, line, index))
        positions = range(segment.start_ms, segment.end_ms, 250)
        assert {seen(Motion.HOLD, line, position) for position in positions} <= known


def test_the_first_side_is_left_in_the_pose_and_the_other_side_arrives_in_it() -> None:
    line = timeline("calf-focus" if "calf-focus" in LIBRARY.routine_ids else LIBRARY.routine_ids[0])
    switch = next(segment for segment in line.segments if segment.kind is SegmentKind.SWITCH)
    before, after = seen(Motion.HOLD, line, switch.start_ms), seen(Motion.HOLD, line, switch.end_ms - 1)
    assert before.side != after.side
    assert before.moment.reached == after.moment.reached == 1


def test_a_still_figure_holds_the_end_pose() -> None:
    line = timeline(LIBRARY.routine_ids[0])
    hold = next(segment for segment in line.segments if segment.kind.is_work)
    assert seen_still(Motion.HOLD, line, hold.start_ms).moment == AT_END
