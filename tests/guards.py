"""What a test may not leave behind, and what it may not log. Fixtures here watch every test; conftest brings them in.

A test that asks for `caplog` judges its log by itself. Warnings of Python and of Qt are errors by pyproject.toml.
"""

import asyncio
import gc
import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

LAST_CHANCE_S = 2.0


@pytest.fixture(autouse=True)
def leaves_nothing_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a task, a running timer or animation, or a top-level window."""
    threads = set(threading.enumerate())
    uses_qt = "qapp" in request.fixturenames
    before = _busy() if uses_qt else []
    yield
    left = [repr(thread) for thread in set(threading.enumerate()) - threads if _outlives_its_welcome(thread)]
    if uses_qt:
        left += _left_running(before)
    if left:
        pytest.fail("This test left behind:\n  " + "\n  ".join(left), pytrace=False)


@pytest.fixture(autouse=True)
def logs_no_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse without having asked for `caplog` to look at it."""
    if "caplog" in request.fixturenames:
        yield
        return
    handler = _Keeper(logging.WARNING)
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines:
        pytest.fail("This test logged, without looking at it:\n  " + "\n  ".join(handler.lines), pytrace=False)


class _Keeper(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _outlives_its_welcome(thread: threading.Thread) -> bool:
    """A thread that was told to stop gets the time to do so."""
    if isinstance(thread, threading._DummyThread):  # Qt's own, seen because Python code ran in it
        return False
    thread.join(LAST_CHANCE_S)
    return thread.is_alive()


def _left_running(before: list[Any]) -> list[str]:
    known = {id(each) for each in before}
    _delete_what_was_to_be_deleted()
    if all(id(each) in known for each in _busy()):
        return []
    gc.collect()  # a cycle is no leak
    _delete_what_was_to_be_deleted()
    return [_description(each) for each in _busy() if id(each) not in known]


def _delete_what_was_to_be_deleted() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - tests without a window load no Qt

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _busy() -> list[Any]:
    """Every running timer, animation and thread of Qt, every pending task and every top-level widget."""
    from PySide6.QtCore import QAbstractAnimation, QThread, QTimer  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above
    from shiboken6 import isValid  # noqa: PLC0415 - as above

    is_busy: dict[type, Callable[[Any], bool]] = {
        QTimer: lambda timer: isValid(timer) and timer.isActive(),
        QAbstractAnimation: lambda it: isValid(it) and it.state() is QAbstractAnimation.State.Running,
        QThread: lambda thread: isValid(thread) and thread is not QThread.currentThread() and thread.isRunning(),
        asyncio.Task: lambda task: not task.done(),
    }
    kinds = tuple(is_busy)
    found = [
        each
        for each in gc.get_objects()
        if issubclass(type(each), kinds)  # isinstance would wake the proxies among them
        and any(issubclass(type(each), kind) and busy(each) for kind, busy in is_busy.items())
    ]
    return found + [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]


def _description(each: Any) -> str:
    name = getattr(each, "objectName", str)()
    owner = each.parent() if hasattr(each, "parent") else None
    return f"{each!r}" + (f" named {name}" if name else "") + (f" of {owner!r}" if owner else "")
