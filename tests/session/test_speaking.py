"""Never two voices at once, and never a name cut in two."""

from hypothesis import given
from hypothesis import strategies as st

from bedtime.session.cues import Utterance, Weight
from bedtime.session.speaking import Speech

NAME = Utterance("Calf stretch. Left leg.", Weight.NAME)
FIRST_CUE = Utterance("Sit on the edge of the bed.")
HOLD = Utterance("Hold. 30 seconds.")
OUT = Utterance("Out", Weight.PASSING)

COURSES = st.lists(st.sampled_from(Weight) | st.sampled_from(["finished", "hushed"]), max_size=40)


def test_what_is_asked_in_silence_is_spoken_at_once() -> None:
    assert Speech().asked(FIRST_CUE) == Speech(FIRST_CUE)


def test_the_first_cue_waits_for_the_name() -> None:
    speech = Speech().asked(NAME).asked(FIRST_CUE)
    assert speech == Speech(NAME, (FIRST_CUE,))
    assert speech.finished() == Speech(FIRST_CUE)


def test_being_ready_early_drops_the_first_cue_and_keeps_the_name() -> None:
    assert Speech().asked(NAME).asked(FIRST_CUE).asked(HOLD) == Speech(NAME, (HOLD,))
    assert Speech().asked(NAME).asked(FIRST_CUE).finished().asked(HOLD) == Speech(HOLD)


def test_a_breath_that_would_come_late_is_not_said() -> None:
    assert Speech().asked(HOLD).asked(OUT) == Speech(HOLD)


def test_a_pause_lets_a_name_be_finished_and_nothing_follow() -> None:
    assert Speech().asked(NAME).asked(FIRST_CUE).hushed() == Speech(NAME)
    assert Speech().asked(HOLD).hushed() == Speech()


def test_after_skipping_twice_only_the_last_name_waits() -> None:
    second, third = Utterance("Second.", Weight.NAME), Utterance("Third.", Weight.NAME)
    speech = Speech().asked(NAME).asked(second).asked(FIRST_CUE).asked(third)
    assert speech == Speech(NAME, (third,))


@given(COURSES)
def test_a_name_ends_only_by_being_said_and_the_newest_is_always_said(course: list[Weight | str]) -> None:
    speech, newest = Speech(), None
    said: list[Utterance] = []
    for number, act in enumerate(course):
        before = speech
        if isinstance(act, Weight):
            utterance = Utterance(str(number), act)
            newest = utterance if act is Weight.NAME else newest
            speech = speech.asked(utterance)
        elif act == "finished":
            if before.now is not None:
                said.append(before.now)
            speech = speech.finished()
        else:
            speech = speech.hushed()
            newest = speech.now if speech.now and speech.now.weight is Weight.NAME else None
        if before.now is not None and before.now.weight is Weight.NAME and act != "finished":
            assert speech.now is before.now
        assert not speech.waiting or (speech.now is not None and speech.now.weight is Weight.NAME)
        assert len(speech.waiting) <= 2
        assert all(each.weight is not Weight.PASSING for each in speech.waiting)
    while speech.now is not None:
        said.append(speech.now)
        speech = speech.finished()
    assert newest is None or newest in said
