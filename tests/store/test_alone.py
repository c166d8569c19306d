"""At most one process holds a place, and a killed one lets go of it."""

import subprocess
import sys
from pathlib import Path

from bedtime.store.alone import take

HOLDER = """
import pathlib, sys
from bedtime.store.alone import take
print("held" if take(pathlib.Path(sys.argv[1])) else "taken", flush=True)
sys.stdin.read()
"""


def test_nobody_else_gets_in_until_it_lets_go(tmp_path: Path) -> None:
    first = take(tmp_path / "window.lock")
    assert first is not None
    assert take(tmp_path / "window.lock") is None
    first.let_go()
    first.let_go()
    second = take(tmp_path / "window.lock")
    assert second is not None
    second.let_go()


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    place = tmp_path / "window.lock"
    command = [sys.executable, "-c", HOLDER, str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert take(place) is None
        other.kill()
    mine = take(place)
    assert mine is not None
    mine.let_go()


def test_where_no_file_can_be_made_everybody_is_let_in(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "window.lock"
    for _ in range(2):
        alone = take(nowhere)
        assert alone is not None
        alone.let_go()
