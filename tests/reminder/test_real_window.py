"""The notice's Begin and the real window: opened for it, or already there; and never two."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reminder.desktop import PATIENCE_S, XFCE, Desktop, desktop, need

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="these desktops are Linux's")]

WINDOW = ("search", "--onlyvisible", "--name", "^Bedtime$")


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop with a window manager and a notification daemon that draws buttons."""
    need("openbox")
    with desktop(tmp_path, [str(XFCE)]) as here:
        here.start(["openbox"])
        yield here
        here.bedtime("reminder", "off").communicate(timeout=PATIENCE_S)  # what was started to wait ends by itself
        for window in windows(here):
            here.ask("xdotool", "windowclose", window)


def windows(here: Desktop) -> list[str]:
    return here.ask("xdotool", *WINDOW).split()


def wait_for_a_session(here: Desktop) -> None:
    """Return when a session plays; each look takes the time of a program's start."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if windows(here) and (here.home / "state" / "unfinished.json").exists():
            return
    raise AssertionError("no session began in time")


def begin(here: Desktop, *, said_to_be: tuple[str, ...] = ("The bedtime reminder: begun.\n",)) -> None:
    here.choose()
    fire = here.bedtime("reminder", "fire")
    here.press(0)
    said, complaints = fire.communicate(timeout=PATIENCE_S)
    assert said in said_to_be
    assert complaints == ""


def test_begin_opens_the_window_straight_into_the_routine(evening: Desktop) -> None:
    begin(evening)
    wait_for_a_session(evening)
    assert len(windows(evening)) == 1


def test_begin_is_done_by_the_window_that_is_open(evening: Desktop) -> None:
    window = evening.bedtime()
    evening.ask("xdotool", "search", "--sync", *WINDOW[1:])
    # Where no scheduler is at hand, the open window starts the process that waits, which may show the notice first.
    begin(evening, said_to_be=("The bedtime reminder: begun.\n", "Nothing to show.\n"))
    wait_for_a_session(evening)
    assert len(windows(evening)) == 1
    assert window.poll() is None


def test_a_session_that_begins_in_the_window_takes_the_notice_away(evening: Desktop) -> None:
    evening.choose()
    fire = evening.bedtime("reminder", "fire")
    evening.notice()
    evening.bedtime("--wish", "begin")
    assert fire.wait(timeout=PATIENCE_S) == 0
    wait_for_a_session(evening)
    (record,) = evening.records()
    assert record["outcome"] == "began"
