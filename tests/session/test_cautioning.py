"""What is ticked, what is asked because of it, and what becomes of tonight."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedtime.errors import BadInput
from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.movement.routine import Kind
from bedtime.movement.stretch import Level
from bedtime.movement.substitution import SwitchedOff, WhyOff
from bedtime.session.cautioning import Cautioning
from bedtime.session.desk import Desk
from bedtime.session.prepared import Prepared, prepare
from bedtime.session.tonight import tonight
from bedtime.session.tonight_view import Opening
from bedtime.settings import Answer, Settings
from bedtime.store.bundled import read_bundled
from bedtime.testing.manual_clock import ManualClock

LIBRARY = Library(read_bundled)
ROUTINES = [routine.id for routine in LIBRARY.routines(Kind.ROUTINE)]

ASKING = (Flag.BALANCE, Flag.KNEE, Flag.HIP_REPLACEMENT)


class Home:
    def __init__(self, chosen: Settings) -> None:
        self.desk = Desk(LIBRARY, chosen, ManualClock(), lambda _: None)
        self.desk.remember((), None)
        self.cautioning = Cautioning(LIBRARY, self.desk)

    @property
    def view(self):  # type: ignore[no-untyped-def]
        return tonight(self.desk.evening)


def test_all_sixteen_sentences_are_offered_for_ticking() -> None:
    view = Home(Settings(flags=(Flag.KNEE,))).cautioning.view()
    assert len(view.ticks) == 16
    assert [tick.flag for tick in view.ticks if tick.is_ticked] == [Flag.KNEE]
    assert view.invitation.startswith("Tick anything that applies to you")


def test_a_tick_is_set_and_taken_back() -> None:
    home = Home(Settings())
    home.cautioning.tick(Flag.NECK)
    assert home.desk.settings.flags == (Flag.NECK,)
    home.cautioning.tick(Flag.NECK)
    assert home.desk.settings.flags == ()


def test_tonight_says_what_was_changed_and_the_list_says_why() -> None:
    view = Home(Settings(flags=(Flag.BALANCE,))).view
    assert "for you: the list says why." in view.notes
    reasons = [line.reason for line in view.stretches if line.reason]
    assert reasons
    assert all(line.reason in line.spoken for line in view.stretches)


def test_with_a_possible_clot_there_is_nothing_tonight_but_help() -> None:
    home = Home(Settings(flags=(Flag.CLOT_RISK,)))
    view = home.view
    assert (view.opening, view.action) == (Opening.OFF, "When to get help")
    assert (view.stretches, view.pictured) == ((), None)
    with pytest.raises(BadInput, match="Do not stretch tonight"):
        home.desk.timeline()
    titles = [title for title, _ in home.cautioning.help_card().groups]
    assert titles == ["Call the emergency number now", "Get medical help today"]


def test_a_question_is_asked_until_it_is_answered() -> None:
    home = Home(Settings(minutes=20, flags=ASKING))
    asked = home.cautioning.view().asked
    assert asked
    assert home.view.offer.endswith("about tonight")
    for one in asked:
        home.cautioning.answer(one.question, Answer.YES)
    assert home.cautioning.view().asked == ()


def test_what_was_answered_with_no_is_not_done() -> None:
    home = Home(Settings(minutes=20, flags=ASKING))
    flag, stretch = home.cautioning.view().asked[0].question
    home.cautioning.answer((flag, stretch), Answer.NO)
    assert stretch not in {step.stretch for step in home.desk.timeline().routine.steps}


def test_the_first_evening_offers_the_sentences_in_one_line() -> None:
    assert Home(Settings()).view.offer == "Tick what applies to you"
    assert Home(Settings(flags=(Flag.NECK,))).view.offer == ""


@given(
    flags=st.sets(st.sampled_from(sorted(set(Flag) - {Flag.CLOT_RISK})), max_size=6), routine=st.sampled_from(ROUTINES)
)
@settings(max_examples=60, deadline=None)
def test_nothing_that_a_ticked_flag_avoids_is_ever_played(flags: set[Flag], routine: str) -> None:
    prepared = prepare(LIBRARY.routine(routine), LIBRARY, Settings(flags=tuple(flags)))
    if isinstance(prepared, SwitchedOff):
        assert prepared.why is WhyOff.NOTHING_LEFT
        return
    assert isinstance(prepared, Prepared)
    played = [span.stretch for span in prepared.timeline.steps]
    avoided = {(one.flag, one.level) for stretch in played for one in stretch.cautions}
    assert not {(flag, Level.AVOID) for flag in flags} & avoided


def test_the_times_of_the_person_are_those_of_every_stretch() -> None:
    home = Home(Settings(get_ready_s=30, switch_s=20))
    segments = home.desk.timeline(LIBRARY.routine("simple-nightly")).segments
    lead_ins = {segment.kind.value: segment.duration_ms for segment in segments if segment.kind.is_lead_in}
    assert sorted(lead_ins.values()) == [20_000, 30_000]


def test_any_two_flags_leave_tonight_explained() -> None:
    for pair in combinations(sorted(set(Flag) - {Flag.CLOT_RISK})[:6], 2):
        evening = Home(Settings(flags=pair)).desk.evening
        assert all(change.reason for change in evening.changes)
