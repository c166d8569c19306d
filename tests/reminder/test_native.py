"""Notices through desktop-notifier, tried where its Linux half can be: macOS and Windows use the same calls."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reminder.desktop import XFCE, Desktop, desktop

pytest.importorskip("desktop_notifier", reason="needs desktop-notifier (for developers)")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="this desktop is Linux's")]

SHOW = """
from bedtime.reminder.native import Native
from bedtime.reminder.notice import CannotShow, evening_notice
from bedtime.reminder.preferences import Sound
try:
    shown = Native().show(evening_notice(minutes=10, snooze_min=10, sound=Sound.SILENT))
except CannotShow as error:
    raise SystemExit(str(error))
while (answer := shown.answer(2.0)) is None:
    pass
shown.withdraw()
print(answer.value)
"""


@pytest.fixture
def xfce(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop that draws buttons."""
    with desktop(tmp_path, [str(XFCE)]) as here:
        yield here


@pytest.mark.parametrize(("button", "answer"), [(0, "begin"), (1, "again"), (2, "skip")])
def test_each_button_is_heard(xfce: Desktop, button: int, answer: str) -> None:
    process = xfce.start([sys.executable, "-c", SHOW])
    xfce.press(button)
    said, complaints = process.communicate(timeout=20)
    assert (process.returncode, said) == (0, f"{answer}\n"), complaints


def test_a_notice_that_nobody_takes_is_told(tmp_path: Path) -> None:
    with desktop(tmp_path, []) as bare:
        process = bare.start([sys.executable, "-c", SHOW])
        _, complaints = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "did not take the notification" in complaints
