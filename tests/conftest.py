"""What every test has at hand."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

RunBedtime = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run_bedtime(tmp_path: Path) -> RunBedtime:
    """The real program in a process of its own, with a home of its own: `run_bedtime("routines", "--json")`."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bedtime", "--home", str(tmp_path / "home"), *arguments],
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
