"""The alarm on Qt's timer, and the worker that keeps the window free."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from bedtime.clock import FastClock, SystemClock
from bedtime.ui.alarm import QtAlarm
from bedtime.ui.tasks import Worker


def test_an_alarm_never_rings_early_and_rings_once(qtbot: QtBot) -> None:
    clock = SystemClock()
    alarm = QtAlarm(clock)
    rung: list[int] = []
    due_ms = clock.monotonic_ms() + 40
    alarm.set(due_ms, lambda: rung.append(clock.monotonic_ms()))
    qtbot.waitUntil(lambda: bool(rung))
    assert due_ms <= rung[0] <= due_ms + 30
    assert len(rung) == 1


def test_setting_an_alarm_again_forgets_the_earlier_call(qtbot: QtBot) -> None:
    clock = SystemClock()
    alarm = QtAlarm(clock)
    rung: list[str] = []
    alarm.set(clock.monotonic_ms() + 10, lambda: rung.append("first"))
    alarm.set(clock.monotonic_ms() + 20, lambda: rung.append("second"))
    qtbot.waitUntil(lambda: bool(rung))
    assert rung == ["second"]


def test_an_alarm_set_while_it_rings_rings_too(qtbot: QtBot) -> None:
    clock = SystemClock()
    alarm = QtAlarm(clock)
    rung: list[str] = []

    def ring() -> None:
        rung.append("first")
        alarm.set(clock.monotonic_ms() + 5, lambda: rung.append("second"))

    alarm.set(clock.monotonic_ms(), ring)
    qtbot.waitUntil(lambda: rung == ["first", "second"])


@pytest.mark.usefixtures("qapp")
def test_a_cancelled_alarm_is_not_waiting() -> None:
    clock = SystemClock()
    alarm = QtAlarm(clock)
    alarm.set(clock.monotonic_ms() + 10, lambda: pytest.fail("it rang"))
    alarm.cancel()
    assert not alarm._timer.isActive()


def test_on_a_fast_clock_an_alarm_rings_that_much_sooner(qtbot: QtBot) -> None:
    real = SystemClock()
    fast = FastClock(real, 60)
    alarm = QtAlarm(fast, 60)
    rung: list[int] = []
    began_ms = real.monotonic_ms()
    alarm.set(fast.monotonic_ms() + 3_000, lambda: rung.append(real.monotonic_ms() - began_ms))
    qtbot.waitUntil(lambda: bool(rung))
    assert 50 <= rung[0] <= 90


def test_boundaries_of_a_real_time_run_are_exact_and_do_not_drift(qtbot: QtBot) -> None:
    clock = SystemClock()
    alarm = QtAlarm(clock)
    began_ms = clock.monotonic_ms()
    late_ms: list[int] = []

    def tick() -> None:
        due_ms = began_ms + 50 * (len(late_ms) + 1)
        late_ms.append(clock.monotonic_ms() - due_ms)
        if len(late_ms) < 20:
            alarm.set(due_ms + 50, tick)

    alarm.set(began_ms + 50, tick)
    qtbot.waitUntil(lambda: len(late_ms) == 20)
    assert min(late_ms) >= 0
    assert max(late_ms) <= 30


def test_the_worker_does_things_in_order_and_answers_on_the_window_s_thread(qtbot: QtBot) -> None:
    worker = Worker()
    answers: list[tuple[int, threading.Thread]] = []
    threads: list[threading.Thread] = []

    def job(number: int) -> int:
        threads.append(threading.current_thread())
        return number

    for number in range(5):
        worker.run(
            lambda number=number: job(number),
            lambda result: answers.append((result, threading.current_thread())),
            pytest.fail,
        )
    qtbot.waitUntil(lambda: len(answers) == 5)
    worker.finish()
    assert answers == [(number, threading.main_thread()) for number in range(5)]
    assert threading.main_thread() not in threads


def test_what_goes_wrong_in_the_worker_is_told(qtbot: QtBot) -> None:
    worker = Worker()
    told: list[Exception] = []
    worker.run(lambda: 1 // 0, lambda _: pytest.fail("it worked"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    worker.finish()
    assert isinstance(told[0], ZeroDivisionError)
