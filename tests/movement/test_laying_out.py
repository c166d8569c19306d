"""From a routine to its timeline."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.dosing import dosing
from bedtime.movement.laying_out import AS_WRITTEN, Choices, lay_out
from bedtime.movement.routine import Order, Routine, Step
from bedtime.movement.stretch import Side, Sides
from bedtime.movement.timeline import Segment, SegmentKind, Timeline
from bedtime.movement.ways import BreathChoice, SideOrder
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine

FIVE = PATTERNS["even-5-5"]
BOX = PATTERNS["box-4"]
GET_READY, SWITCH, REST = SegmentKind.GET_READY, SegmentKind.SWITCH, SegmentKind.REST
HOLD, MOVE, CLOSING = SegmentKind.HOLD, SegmentKind.MOVE, SegmentKind.CLOSING
PRESS, RELAX = SegmentKind.PRESS, SegmentKind.RELAX


def laid(*steps: Step, choices: Choices = AS_WRITTEN) -> Timeline:
    return lay_out(a_routine(*steps), STRETCHES, PATTERNS, choices)


def told(segments: tuple[Segment, ...]) -> list[tuple[SegmentKind, str, int]]:
    return [(segment.kind, segment.side or "both", segment.duration_ms // 1000) for segment in segments]


steps = st.builds(
    Step,
    stretch=st.sampled_from(sorted(STRETCHES)),
    sets=st.none() | st.integers(1, 3),
    hold_s=st.none() | st.integers(5, 60),
    reps=st.none() | st.integers(1, 30),
    breaths=st.none() | st.integers(1, 12),
    cycles=st.none() | st.integers(1, 4),
    get_ready_s=st.none() | st.integers(0, 20),
    rest_s=st.none() | st.integers(0, 20),
    switch_s=st.none() | st.integers(0, 20),
    order=st.sampled_from(Order),
)
routines = st.lists(steps, min_size=1, max_size=8).map(lambda some: a_routine(*some))
choices = st.builds(
    Choices,
    side_order=st.sampled_from(SideOrder),
    worse_side=st.none() | st.sampled_from(Side),
    breathing=st.sampled_from([*BreathChoice, *PATTERNS.values()]),
)


def test_each_leg_gets_a_full_half_with_a_switch_between() -> None:
    assert told(laid(Step(stretch="calf-wall")).segments) == [
        (GET_READY, "right", 10),
        (HOLD, "right", 30),
        (SWITCH, "left", 5),
        (HOLD, "left", 30),
    ]


def test_sets_of_one_leg_have_rests_between_and_none_after() -> None:
    timeline = laid(Step(stretch="calf-wall", sets=2, hold_s=20, rest_s=10))
    assert told(timeline.segments)[:4] == [
        (GET_READY, "right", 10),
        (HOLD, "right", 20),
        (REST, "right", 10),
        (HOLD, "right", 20),
    ]
    assert [(segment.set_no, segment.sets) for segment in timeline.segments[:4]] == [(1, 2), (1, 2), (2, 2), (2, 2)]


def test_alternating_legs_rest_while_the_other_works() -> None:
    timeline = laid(Step(stretch="calf-wall", sets=2, hold_s=10, switch_s=4, order=Order.ALTERNATE))
    assert told(timeline.segments) == [
        (GET_READY, "right", 10),
        (HOLD, "right", 10),
        (SWITCH, "left", 4),
        (HOLD, "left", 10),
        (SWITCH, "right", 4),
        (HOLD, "right", 10),
        (SWITCH, "left", 4),
        (HOLD, "left", 10),
    ]
    assert [segment.set_no for segment in timeline.segments if segment.kind is HOLD] == [1, 1, 2, 2]


def test_a_press_is_held_first_then_pressed_let_go_and_stretched_in_cycles() -> None:
    one_leg = laid(Step(stretch="press-calf")).segments[1:8]
    assert told(one_leg) == [
        (HOLD, "right", 10),
        (PRESS, "right", 5),
        (RELAX, "right", 2),
        (HOLD, "right", 15),
        (PRESS, "right", 5),
        (RELAX, "right", 2),
        (HOLD, "right", 15),
    ]
    assert [segment.cycle_no for segment in one_leg] == [1, 1, 1, 1, 2, 2, 2]
    assert all(segment.effort_pct == (20, 50) for segment in one_leg)


def test_the_leg_with_the_cramp_is_the_only_one_and_is_named_once_it_is_known() -> None:
    step = Step(stretch="cramp-calf")
    assert told(laid(step).segments) == [(HOLD, "both", 30)]
    assert told(laid(step, choices=Choices(cramp_side=Side.LEFT)).segments) == [(HOLD, "left", 30)]


def test_the_left_or_the_worse_leg_may_go_first() -> None:
    step = Step(stretch="calf-wall")
    left_first = Choices(side_order=SideOrder.LEFT_FIRST)
    worse_left = Choices(side_order=SideOrder.WORSE_FIRST, worse_side=Side.LEFT)
    nobody_knows = Choices(side_order=SideOrder.WORSE_FIRST)
    assert [laid(step, choices=chosen).parts[0].side for chosen in (left_first, worse_left, nobody_knows)] == [
        Side.LEFT,
        Side.LEFT,
        Side.RIGHT,
    ]


def test_the_other_way_is_said_from_half_of_the_repetitions() -> None:
    circles = laid(Step(stretch="ankle-circles", reps=9)).segments[1]
    assert circles.kind is MOVE
    assert (circles.repetitions, circles.repetition_no(0), circles.repetition_no(26_999)) == (9, 1, 9)
    assert circles.cue_at(11_999) is None
    assert circles.cue_at(12_000) == "Now the other way"


def test_a_last_rest_is_the_closing_and_breathes_its_own_way() -> None:
    timeline = laid(Step(stretch="calf-wall"), Step(stretch="body-scan"))
    closing = timeline.segments[-1]
    assert (closing.kind, closing.breath) == (CLOSING, PATTERNS["long-4-6"])
    assert laid(Step(stretch="body-scan"), Step(stretch="calf-wall")).segments[1].kind is HOLD


def test_breaths_are_counted_with_the_breath_that_is_led() -> None:
    """Six breaths of ten seconds make a minute, in which another pattern breathes another number of times."""
    step = Step(stretch="deep-breathing")
    assert laid(step).segments[-1].repetitions == 6
    assert laid(step, choices=Choices(breathing=BOX)).segments[-1].repetitions == 4


def test_a_stretch_counted_in_breaths_keeps_its_own_breath() -> None:
    cat_cow = laid(Step(stretch="cat-cow"), choices=Choices(breathing=FIVE)).segments[1]
    assert cat_cow.breath is not None
    assert [phase.seconds for phase in cat_cow.breath.phases] == [4, 4]


def test_the_persons_breath_replaces_the_stretchs_own() -> None:
    step = Step(stretch="calf-wall")
    assert laid(step).segments[1].breath == PATTERNS["soft-3-5"]
    assert laid(step, choices=Choices(breathing=FIVE)).segments[1].breath == FIVE
    assert laid(step, choices=Choices(breathing=BreathChoice.OFF)).segments[1].breath is None


def test_the_breath_goes_out_while_pressing_and_in_while_letting_go() -> None:
    _, _, press, relax, *_ = laid(Step(stretch="press-calf"), choices=Choices(breathing=FIVE)).segments
    assert press.breath is not None
    assert relax.breath is not None
    assert (press.breath.phases[0].kind, relax.breath.phases[0].kind) == ("out", "in")


def test_the_floor_line_has_one_piece_for_each_stretch_as_long_as_it_lasts() -> None:
    timeline = laid(Step(stretch="calf-wall"), Step(stretch="forward-fold"))
    assert [(span.start_ms, span.duration_ms) for span in timeline.steps] == [(0, 75_000), (75_000, 55_000)]


@given(routines)
def test_the_segments_add_up_to_the_time_model(routine: Routine) -> None:
    expected = sum(dosing(step, STRETCHES[step.stretch]).total_ms for step in routine.steps)
    timeline = lay_out(routine, STRETCHES, PATTERNS)
    assert timeline.total_ms == sum(segment.duration_ms for segment in timeline.segments) == expected


@given(routines, choices)
def test_segments_and_parts_and_steps_leave_no_gap_whatever_is_chosen(routine: Routine, chosen: Choices) -> None:
    timeline = lay_out(routine, STRETCHES, PATTERNS, chosen)
    for pieces in (timeline.segments, timeline.parts):
        assert [piece.start_ms for piece in pieces] == [0, *(piece.end_ms for piece in pieces[:-1])]
    assert len(timeline.steps) == len(routine.steps)
    assert [segment.part for segment in timeline.segments] == [
        number for number, part in enumerate(timeline.parts) for _ in range(part.first, part.last + 1)
    ]


@given(routines, choices)
def test_the_breath_is_never_held_during_a_stretch(routine: Routine, chosen: Choices) -> None:
    for segment in lay_out(routine, STRETCHES, PATTERNS, chosen).segments:
        assert segment.kind is CLOSING or segment.breath is None or not segment.breath.holds_breath


@given(routines, st.data())
def test_every_position_lies_in_the_segment_that_is_found_for_it(routine: Routine, data: st.DataObject) -> None:
    timeline = lay_out(routine, STRETCHES, PATTERNS)
    position_ms = data.draw(st.integers(0, timeline.total_ms - 1))
    segment = timeline.segment_at(position_ms)
    assert segment.start_ms <= position_ms < segment.end_ms


def test_a_held_breath_is_replaced_by_the_stretchs_own() -> None:
    hold = laid(Step(stretch="calf-wall"), choices=Choices(breathing=BOX)).segments[1]
    assert hold.breath == PATTERNS["soft-3-5"]


def test_a_step_may_name_the_leg_that_goes_first() -> None:
    choices = Choices(side_order=SideOrder.RIGHT_FIRST)
    sides = [segment.side for segment in laid(Step(stretch="calf-wall", side=Side.LEFT), choices=choices).segments]
    assert sides == ["left", "left", "right", "right"]


def test_a_step_may_be_for_one_leg_alone() -> None:
    only_left = laid(Step(stretch="calf-wall", sides=Sides.ONE, side=Side.LEFT))
    assert told(only_left.segments) == [(GET_READY, "left", 10), (HOLD, "left", 30)]


def test_the_leg_that_has_the_cramp_goes_before_the_one_that_was_written() -> None:
    step = Step(stretch="cramp-calf", side=Side.LEFT)
    assert {part.side for part in laid(step, choices=Choices(cramp_side=Side.RIGHT)).parts} == {Side.RIGHT}


def test_a_step_may_have_a_breath_of_its_own_unless_breathing_is_off() -> None:
    step = Step(stretch="calf-wall", breath="even-5-5")
    assert laid(step, choices=Choices(breathing=PATTERNS["long-4-6"])).segments[1].breath == FIVE
    assert laid(step, choices=Choices(breathing=BreathChoice.OFF)).segments[1].breath is None
    assert laid(replace(step, breath="box-4")).segments[1].breath == PATTERNS["soft-3-5"]


def test_a_step_is_shown_in_the_persons_own_words() -> None:
    shown = laid(Step(stretch="calf-wall", name="My calf", note="Slippers on.")).segments[0].stretch
    assert (shown.id, shown.name, shown.note) == ("calf-wall", "My calf", "Slippers on.")
