"""The voice: one utterance at a time, an engine only when one is wanted, and an honest word where there is none."""

import pytest
from pytestqt.qtbot import QtBot

from bedtime.session.cues import Utterance, Weight
from bedtime.ui.senses.system_voice import SystemVoice
from bedtime.ui.senses.voice import Manner, Voice
from tests.ui.senses.doubles import FakeEngine

SOFTLY = Manner(language="en", voice="", pace=85, volume=35)
NAME = Utterance("Calf stretch. Left leg.", Weight.NAME)
CUE = Utterance("Sit on the edge of the bed.")

pytestmark = pytest.mark.usefixtures("qapp")


def test_no_engine_is_opened_before_a_voice_is_wanted() -> None:
    engine = FakeEngine()
    voice = Voice(engine)
    voice.say(NAME)
    voice.close()
    assert (engine.opens, engine.said) == (0, [])


def test_a_name_then_its_cue() -> None:
    engine = FakeEngine()
    voice = Voice(engine)
    voice.get_ready(SOFTLY)
    voice.say(NAME)
    voice.say(CUE)
    assert (engine.manner, engine.said) == (SOFTLY, [NAME.words])
    engine.finish()
    assert engine.now == CUE.words


def test_what_is_said_while_the_engine_wakes_up_is_not_lost() -> None:
    engine = FakeEngine()
    engine.open = lambda: None  # type: ignore[method-assign]
    voice = Voice(engine)
    voice.get_ready(SOFTLY)
    voice.say(NAME)
    voice.say(CUE)
    engine.opened.emit()
    engine.finish()
    assert engine.said == [NAME.words, CUE.words]


def test_where_nothing_speaks_it_says_so_and_the_next_session_looks_again() -> None:
    engine = FakeEngine(speaks=False)
    voice = Voice(engine)
    told: list[str] = []
    voice.missing.connect(lambda: told.append("missing"))
    voice.get_ready(SOFTLY)
    voice.say(NAME)
    assert (told, voice.is_missing, engine.said) == (["missing"], True, [])
    engine.speaks = True
    voice.get_ready(SOFTLY)
    voice.say(NAME)
    assert (voice.is_missing, engine.said) == (False, [NAME.words])


def test_an_engine_that_breaks_in_the_middle_is_missing() -> None:
    engine = FakeEngine()
    voice = Voice(engine)
    voice.get_ready(SOFTLY)
    engine.failed.emit()
    assert voice.is_missing


def test_qts_engines_tell_when_they_are_finished(qtbot: QtBot) -> None:
    """Tried with the one that only pretends to speak; it is on every system."""
    engine = SystemVoice(("mock",))
    with qtbot.waitSignal(engine.opened):
        engine.open()
    engine.take_on(SOFTLY)
    with qtbot.waitSignal(engine.finished):
        engine.say("Hold.")
    engine.close()


def test_without_any_of_qts_engines_the_voice_is_missing(qtbot: QtBot) -> None:
    engine = SystemVoice(("none of these",))
    with qtbot.waitSignal(engine.failed):
        engine.open()
