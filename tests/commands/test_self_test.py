"""`bedtime self-test`."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess


def test_it_plays_every_night_and_leaves_nothing_behind(
    run_bedtime: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    told = run_bedtime("self-test", TMPDIR=str(tmp_path), TEMP=str(tmp_path), TMP=str(tmp_path))
    assert (told.returncode, told.stderr) == (0, "")
    *nights, empty, last = told.stdout.splitlines()
    assert all(line.startswith("held") for line in nights)
    assert (empty, last) == ("", f"All {len(nights)} held.")
    assert list(tmp_path.iterdir()) == []
