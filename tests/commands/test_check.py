"""`bedtime check FILE...`."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from bedtime.store.bundled import bundled_root

RunBedtime = Callable[..., subprocess.CompletedProcess[str]]


def test_every_built_in_file_is_good(run_bedtime: RunBedtime) -> None:
    root = bundled_root()
    files = [*(root / "routines").glob("*.json"), *(root / "assets/stretches").glob("*.json")]
    done = run_bedtime("check", *map(str, files))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == 67
    assert all(": good, the " in line for line in lines)


def test_a_mistake_is_told_with_its_file_line_and_field(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    text = (bundled_root() / "routines/travel-tiny.json").read_text(encoding="utf-8")
    bad = tmp_path / "mine.json"
    bad.write_text(text.replace('"hold_s": 20', '"hold_s": "20"', 1), encoding="utf-8")
    done = run_bedtime("check", str(bad))
    line = next(at for at, said in enumerate(bad.read_text(encoding="utf-8").splitlines(), 1) if '"20"' in said)
    wrong = f'{bad}:{line}: steps[0].hold_s: "20" is not allowed; it needs to be a whole number from 1 to 900\n'
    assert (done.returncode, done.stdout, done.stderr) == (2, wrong, "")


def test_the_files_after_a_bad_one_are_still_checked(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    good = bundled_root() / "routines/in-bed.json"
    done = run_bedtime("check", str(tmp_path / "missing.json"), str(good))
    assert done.returncode == 2
    assert done.stdout.splitlines()[1] == f"{good}: good, the routine 'In bed, no floor'"


def test_a_file_name_cannot_break_the_line(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    done = run_bedtime("check", str(tmp_path / "two\nlines.json"))
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1


def test_what_the_values_mean_is_checked_too(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    routine = json.loads((bundled_root() / "routines/travel-tiny.json").read_bytes())
    routine["steps"][1] = {"stretch": "wall-calf-bend"}
    bad = tmp_path / "mine.json"
    bad.write_text(json.dumps(routine), encoding="utf-8")
    done = run_bedtime("check", str(bad))
    assert done.returncode == 2
    assert 'steps[1].stretch: there is no stretch called "wall-calf-bend"' in done.stdout
    assert "Did you mean 'wall-calf-bent'?" in done.stdout
