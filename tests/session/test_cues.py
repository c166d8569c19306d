"""What is sounded, spoken, announced and shown, and in which mode."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.laying_out import lay_out
from bedtime.movement.routine import Step
from bedtime.movement.timeline import SegmentKind, Timeline
from bedtime.session.cues import Cue, Light, Tone, Urgency, Weight, cues_between, heard
from bedtime.session.player import Player
from bedtime.session.snapshot import Snapshot, snapshot_of
from bedtime.settings import CueKind, SoundMode
from bedtime.testing.making import PATTERNS, STRETCHES, a_routine

WISHES = (
    Player.pause,
    Player.carry_on,
    Player.ready,
    Player.back,
    Player.skip,
    Player.longer,
    Player.shorter,
    Player.restart,
    Player.leave_out,
    Player.end,
)


def evening(*stretches: str) -> Timeline:
    return lay_out(a_routine(*(Step(stretch=each) for each in stretches)), STRETCHES, PATTERNS)


EVENING = evening("calf-wall", "forward-fold", "ankle-circles", "press-calf", "cat-cow", "deep-breathing")


def moments(timeline: Timeline) -> Iterator[tuple[int, Snapshot]]:
    """Every moment of a session that nobody disturbs."""
    player, at_ms = Player.begin(timeline, 0), 0
    while True:
        yield at_ms, snapshot_of(player)
        if player.next_change_ms is None:
            return
        at_ms = player.next_change_ms
        player = player.at(at_ms)


def played(timeline: Timeline) -> list[tuple[int, Cue]]:
    """Its cues, each with the second at which it comes."""
    cues: list[tuple[int, Cue]] = []
    before = None
    for at_ms, after in moments(timeline):
        cues += [(at_ms // 1000, cue) for cue in cues_between(before, after)]
        before = after
    return cues


def tones(timeline: Timeline) -> list[tuple[int, Tone]]:
    return [(at_s, tone) for at_s, cue in played(timeline) for tone in cue.tones]


def spoken(timeline: Timeline) -> list[tuple[int, str]]:
    return [(at_s, each.words) for at_s, cue in played(timeline) for each in cue.spoken]


def announced(timeline: Timeline) -> list[tuple[int, str]]:
    return [(at_s, cue.announced.words) for at_s, cue in played(timeline) if cue.announced]


def after(player: Player, wish: object) -> tuple[Cue, ...]:
    """The cues of a wish."""
    return cues_between(snapshot_of(player), snapshot_of(wish(player)))  # type: ignore[operator]


def test_the_tones_of_a_stretch_on_both_sides_and_of_the_next() -> None:
    assert tones(evening("calf-wall", "deep-breathing")) == [
        (0, Tone.READY),
        (10, Tone.HOLD),
        (40, Tone.CHANGE),
        (45, Tone.HOLD),
        (75, Tone.NEXT),
        (85, Tone.HOLD),
        (145, Tone.FINISHED),
    ]


def test_the_voice_says_the_name_the_side_the_first_cue_and_the_breaths_of_two_cycles() -> None:
    assert spoken(evening("calf-wall", "deep-breathing"))[:10] == [
        (0, "Calf wall. Right leg."),
        (0, "Stand tall."),
        (10, "Hold. 30 seconds."),
        (13, "Out"),
        (18, "In"),
        (21, "Out"),
        (40, "Other side. Left leg."),
        (45, "Hold. 30 seconds."),
        (48, "Out"),
        (53, "In"),
    ]
    assert spoken(EVENING)[-1][1] == "That’s it. Goodnight."


def test_half_way_is_said_on_long_holds_alone() -> None:
    assert (33, "Half-way.") in spoken(evening("forward-fold"))
    assert "Half-way." not in {words for _, words in spoken(evening("calf-wall"))}


def test_a_screen_reader_hears_milestones_and_never_each_second() -> None:
    heard_at = [at_s for at_s, _ in announced(EVENING)]
    assert announced(evening("forward-fold", "deep-breathing"))[:4] == [
        (0, "Forward fold. Both legs. Stretch 1 of 2. Starts in 10 seconds."),
        (10, "Hold. 45 seconds."),
        (40, "15 seconds left."),
        (55, "Deep breathing. Stretch 2 of 2. Starts in 10 seconds."),
    ]
    assert len(heard_at) < EVENING.total_ms / 1000 / 6


def test_circles_that_turn_the_other_way_at_half_are_told_in_every_way() -> None:
    turns = [cue for _, cue in played(evening("ankle-circles")) if cue.kind is CueKind.HALF_WAY]
    assert [cue.spoken[0].words for cue in turns] == ["Now the other way."] * 2
    assert {cue.tones for cue in turns} == {(Tone.NEXT,)}


def test_pressing_and_letting_go_can_be_told_apart_with_closed_eyes() -> None:
    kinds = {SegmentKind.PRESS: (Tone.READY,), SegmentKind.RELAX: (Tone.HOLD,)}
    before = None
    for _, moment in moments(evening("press-calf")):
        if before is not None and before.index != moment.index and moment.segment.kind in kinds:
            assert cues_between(before, moment)[0].tones == kinds[moment.segment.kind]
        before = moment


def test_a_nudge_clicks_and_tells_the_new_time_at_once() -> None:
    (cue,) = after(Player.begin(EVENING, 0).at(12_000), Player.longer)
    assert (cue.tones, cue.announced.words, cue.announced.urgency) == (  # type: ignore[union-attr]
        (Tone.CLICK,),
        "38 seconds left",
        Urgency.ASSERTIVE,
    )


def test_a_skip_clicks_and_names_what_comes() -> None:
    click, landing = after(Player.begin(EVENING, 0).at(12_000), Player.skip)
    assert (click.tones, landing.tones) == ((Tone.CLICK,), (Tone.CHANGE,))
    assert landing.announced is not None
    assert landing.announced.urgency is Urgency.ASSERTIVE


def test_being_ready_early_does_not_click() -> None:
    assert [cue.tones for cue in after(Player.begin(EVENING, 0).at(2_000), Player.ready)] == [(Tone.HOLD,)]


def test_pausing_and_carrying_on_are_announced_and_make_no_sound() -> None:
    player = Player.begin(EVENING, 0).at(12_000)
    cues = [*after(player, Player.pause), *after(player.pause(), Player.carry_on)]
    assert [cue.announced.words for cue in cues if cue.announced] == [
        "Paused. 28 seconds left on this leg.",
        "Carrying on.",
    ]
    assert all(not cue.tones and not cue.spoken for cue in cues)


def test_a_session_carried_on_names_its_stretch_when_it_goes_on() -> None:
    paused = Player.begin(EVENING, 0).pause()
    going_on = paused.carry_on()
    (cue,) = cues_between(snapshot_of(going_on), snapshot_of(going_on.at(3_000)))
    assert cue.spoken[0].words == "Calf wall. Right leg."


def test_a_session_ended_before_anything_was_done_says_no_goodnight() -> None:
    assert after(Player.begin(EVENING, 0).at(5_000), Player.end) == ()


def test_where_nobody_says_get_ready_the_name_comes_with_the_hold() -> None:
    name, hold = (cue for _, cue in played(evening("cramp-calf"))[:2])
    assert [name.spoken[0].words, hold.spoken[0].words] == ["Cramp calf. The sore leg.", "Hold. 30 seconds."]


@pytest.mark.parametrize("mode", SoundMode)
def test_every_mode_perceives_every_tone_in_its_own_way(mode: SoundMode) -> None:
    for _, cue in played(EVENING):
        way = heard(cue, mode)
        if cue.tones:
            assert [bool(way.tones), bool(way.spoken), way.light is Light.BRIGHTENS].count(True) == 1
        match mode:
            case SoundMode.VOICE:
                assert not (way.tones and way.spoken)
            case SoundMode.TONES:
                assert not way.spoken
            case SoundMode.SILENT:
                assert not way.tones
                assert not way.spoken
        assert way.announced == cue.announced


@pytest.mark.parametrize("kind", CueKind)
def test_every_kind_of_cue_can_be_left_out(kind: CueKind) -> None:
    for mode in SoundMode:
        for _, cue in played(EVENING):
            way = heard(cue, mode, [kind])
            if cue.kind is kind:
                assert (way.tones, way.spoken, way.light) == ((), (), Light.AS_IT_IS)
            else:
                assert way == heard(cue, mode)


@given(st.lists(st.tuples(st.integers(0, 9_000), st.sampled_from(WISHES)), max_size=30))
def test_whatever_is_wished_each_start_is_named_once(course: list[tuple[int, object]]) -> None:
    """Every moment that begins a side has a name among its cues, and none is named in between."""
    player, now_ms = Player.begin(EVENING, 0), 0
    before, seen = snapshot_of(player), cues_between(None, snapshot_of(player))
    assert any(each.weight is Weight.NAME for cue in seen for each in cue.spoken)
    for wait_ms, wish in course:
        now_ms += wait_ms
        player = player.at(now_ms)
        steps = [snapshot_of(player)]
        player = wish(player)  # type: ignore[operator]
        steps.append(snapshot_of(player))
        for moment in steps:
            cues = cues_between(before, moment)
            names = [each for cue in cues for each in cue.spoken if each.weight is Weight.NAME]
            clicks = [tone for cue in cues for tone in cue.tones if tone is Tone.CLICK]
            assert len(names) <= 1
            assert len(clicks) <= 1
            assert len([cue for cue in cues if cue.announced]) <= 3
            before = moment
