"""Whether anybody can see the window: a session that nobody looks at costs next to nothing, and is never behind."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from bedtime.ui.sight import Sight, is_seen
from tests.conftest import ROOT
from tests.processes import wake_ups, woken_since
from tests.ui.conftest import Show

SETTLE_S = 2
BEGUN_S, SEEN_S = 12, 4
UNSEEN_S = 30
"""The length of a whole hold: a boundary wakes several threads at once, because what has been done is written down."""
MOST_WAKE_UPS_PER_S = 2


@pytest.fixture
def told(show: Show) -> Iterator[tuple[QWidget, Sight, list[bool]]]:
    """A window, what watches it, and what that has told."""
    window = QWidget()
    sight = Sight(window)
    seen: list[bool] = []
    sight.changed.connect(lambda: seen.append(sight.is_there))
    show(window, QSize(200, 200))
    yield window, sight, seen
    sight.close()


def test_a_window_is_seen_while_it_is_on_the_display_and_not_minimized(
    told: tuple[QWidget, Sight, list[bool]], qapp: QApplication
) -> None:
    window, _, seen = told
    changes: tuple[Callable[[], None], ...] = (window.showMinimized, window.showNormal, window.hide, window.show)
    for change in changes:
        change()
        qapp.processEvents()
        assert is_seen(window) is seen[-1]
    assert seen == [True, False, True, False, True]


def test_who_has_stopped_watching_hears_no_more(told: tuple[QWidget, Sight, list[bool]], qapp: QApplication) -> None:
    window, sight, seen = told
    sight.close()
    window.hide()
    qapp.processEvents()
    assert seen == [True]


@contextmanager
def playing(environment: dict[str, str], home: Path) -> Iterator["subprocess.Popen[str]"]:
    """A session of the real program, with a window manager."""
    command = [sys.executable, "-m", "bedtime", "--home", str(home), "play", "simple-nightly"]
    with (
        subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL) as manager,
        subprocess.Popen(command, env={**environment, "PYTHONPATH": str(ROOT)}, text=True) as session,
    ):
        try:
            yield session
        finally:
            session.terminate()
            session.wait()
            manager.terminate()


def goes_on(session: "subprocess.Popen[str]", seconds: float) -> None:
    """See that it plays on for some seconds, whatever happened to its window."""
    with pytest.raises(subprocess.TimeoutExpired):
        session.wait(seconds)


def woken_per_s(session: "subprocess.Popen[str]", seconds: int) -> float:
    """How often it is woken while it goes on by itself, once it has heard what became of its window."""
    goes_on(session, SETTLE_S)
    before = wake_ups(session.pid)
    goes_on(session, seconds)
    return woken_since(session.pid, before) / seconds


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the count is Linux's")
def test_a_session_that_nobody_sees_hardly_wakes_the_computer_and_is_drawn_again_when_it_is_seen(
    virtual_screen: dict[str, str], tmp_path: Path
) -> None:
    for tool in ("openbox", "xdotool"):
        if not shutil.which(tool):
            pytest.skip(f"there is no {tool}")
    environment = {**os.environ, **virtual_screen}

    def desktop(*words: str) -> str:
        return subprocess.run(
            ["xdotool", *words], env=environment, stdout=subprocess.PIPE, text=True, timeout=30, check=True
        ).stdout

    (tmp_path / "home").mkdir()
    with playing(environment, tmp_path / "home") as session:
        window = desktop("search", "--sync", "--onlyvisible", "--pid", str(session.pid)).split()[-1]
        goes_on(session, BEGUN_S)  # it has begun, and moves
        desktop("windowminimize", "--sync", window)
        minimized = woken_per_s(session, UNSEEN_S)
        desktop("windowmap", "--sync", window)
        seen_again = woken_per_s(session, SEEN_S)
        desktop("set_num_desktops", "2")
        desktop("set_desktop_for_window", window, "1")
        elsewhere = woken_per_s(session, UNSEEN_S)
    assert minimized < MOST_WAKE_UPS_PER_S
    assert elsewhere < MOST_WAKE_UPS_PER_S
    assert seen_again > 10 * MOST_WAKE_UPS_PER_S
