"""The one entry for the daily work, as somebody meets it who has only Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tasks

ROOT = Path(__file__).parent.parent


def run_with(prelude: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`tasks.py` in a process of its own, in which `prelude` was carried out first."""
    program = f"import runpy, sys; {prelude}; sys.argv = ['tasks.py', *{list(arguments)}]"
    return subprocess.run(
        [sys.executable, "-c", f"{program}; runpy.run_path(r'{ROOT / 'tasks.py'}', run_name='__main__')"],
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_the_readme_and_ci_say_the_same_words() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "\npython3 tasks.py run\n" in readme
    assert "\npython3 tasks.py test\n" in readme
    assert "python3 tasks.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_an_old_python_is_told_so_in_one_line() -> None:
    done = run_with("sys.version_info = (3, 10, 13)", "run")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Bedtime needs Python 3.11 or newer; this is Python 3.10.13 (")
    assert done.stderr.count("\n") == 1


def test_a_task_that_is_not_there_is_a_fault_of_usage() -> None:
    done = run_with("pass", "dance")
    assert done.returncode == 2
    assert "invalid choice: 'dance'" in done.stderr


def test_what_is_installed_only_changes_with_its_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "ROOT", tmp_path)
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    first = tasks.wanted([])
    assert tasks.wanted([]) == first
    (tmp_path / "constraints.txt").write_text("qasync==0.28.0\n", encoding="utf-8")
    assert tasks.wanted([]) != first


def test_what_leads_pip_astray_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    kept = tasks.environment(TZ="UTC")
    assert "elsewhere" not in kept.values()
    assert (kept["PIP_USER"], kept["TZ"]) == ("0", "UTC")


def test_a_failure_shows_what_was_printed_and_the_reason() -> None:
    complaint = [sys.executable, "-c", "import sys; sys.exit('no disk left')"]
    with pytest.raises(tasks.Stop, match=r"(?s)no disk left.*The wheel could not be built\."):
        tasks.call(complaint, "The wheel could not be built.")


@pytest.mark.parametrize(
    ("apt", "advice"),
    [
        (True, "sudo apt-get install -y --no-install-recommends libegl1"),
        (False, "Debian calls the missing packages: libegl1"),
    ],
)
def test_without_root_the_exact_line_is_given(apt: bool, advice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "is_root", lambda: False)
    monkeypatch.setattr(tasks, "has_apt", lambda: apt)
    with pytest.raises(tasks.Stop) as stop:
        tasks.need_debian_packages("libegl1", "Qt lacks libraries of the system.")
    assert str(stop.value).endswith(advice)


def test_the_library_that_is_missing_is_named() -> None:
    printed = "Traceback:\nImportError: libEGL.so.1: cannot open shared object file\n\nQt cannot be loaded."
    assert tasks.last_line(tasks.Stop(printed)) == "ImportError: libEGL.so.1: cannot open shared object file"
