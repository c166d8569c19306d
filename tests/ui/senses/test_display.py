"""When the display is kept on, and how long."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from bedtime.session.phase import Phase
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.senses.display import Display
from bedtime.ui.tasks import Worker
from tests.ui.senses.doubles import FakeLock, a_display

pytestmark = pytest.mark.usefixtures("qapp")


class Room:
    """A display, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.lock = FakeLock()
        self.display = a_display(self.clock, self.lock)

    def see(self, *phases: Phase) -> list[str]:
        for phase in phases:
            self.display.see(phase)
        return self.lock.asked


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    room.display.close()


def test_it_is_kept_on_once_however_many_moments_come(room: Room) -> None:
    assert room.see(Phase.PLAYING, Phase.PLAYING, Phase.PLAYING) == ["take"]


def test_a_short_pause_leaves_it_on(room: Room) -> None:
    room.see(Phase.PLAYING, Phase.PAUSED)
    room.clock.advance(119)
    assert room.see(Phase.RE_ENTRY, Phase.PLAYING) == ["take"]
    room.clock.advance(600)
    assert room.lock.asked == ["take"]


def test_after_two_minutes_of_pause_it_is_let_go_and_kept_again_when_the_session_goes_on(room: Room) -> None:
    room.see(Phase.PLAYING, Phase.PAUSED, Phase.PAUSED)
    room.clock.advance(120)
    assert room.lock.asked == ["take", "give back"]
    assert room.see(Phase.RE_ENTRY) == ["take", "give back", "take"]


@pytest.mark.parametrize("phase", [Phase.PLAYING, Phase.PAUSED])
def test_at_the_end_it_is_let_go(room: Room, phase: Phase) -> None:
    assert room.see(Phase.PLAYING, phase, Phase.FINISHED) == ["take", "give back"]


def test_on_the_way_out_it_is_let_go(room: Room) -> None:
    room.see(Phase.PLAYING)
    room.display.close()
    assert room.lock.asked == ["take", "give back"]


def test_a_session_that_opens_paused_keeps_nothing_on(room: Room) -> None:
    assert room.see(Phase.PAUSED) == []


def test_a_service_that_does_not_answer_holds_up_nothing(qtbot: QtBot) -> None:
    answers = Event()
    lock = FakeLock(granted=False)
    lock.take = lambda: answers.wait(20) and False  # type: ignore[method-assign]
    clock = ManualClock()
    display = Display(lock, Worker(), clock, clock)
    display.see(Phase.PLAYING)
    with qtbot.waitSignal(display.refused):
        answers.set()
    display.close()


def test_a_lock_that_breaks_is_a_refusal(qtbot: QtBot) -> None:
    lock = FakeLock()

    def break_down() -> bool:
        raise OSError("no bus")

    lock.take = break_down  # type: ignore[method-assign]
    display = a_display(ManualClock(), lock)
    with qtbot.waitSignal(display.refused):
        display.see(Phase.PLAYING)
    display.close()
