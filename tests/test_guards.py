"""The guards of conftest, watched at work on tests that misbehave."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

MISBEHAVING = {
    "QTimer": "t = QTimer(qapp); t.start(60_000)",
    "QVariantAnimation": "a = QVariantAnimation(qapp); a.setDuration(60_000); a.setEndValue(1); a.start()",
    "QWidget": "kept.append(QWidget())",
    "a window named lost": "kept.append(QWidget(objectName='a window named lost'))",
    "Task": "loop = asyncio.new_event_loop(); kept.append(loop.create_task(asyncio.sleep(9)))",
    "a thread of ours": "threading.Thread(target=waiting, name='a thread of ours', daemon=True).start()",
    "something is off": "logging.getLogger('bedtime').warning('something is off')",
    "Qt has a complaint": "qWarning('Qt has a complaint')",
    "nobody caught this": "warnings.warn('nobody caught this')",
}

WELL_BEHAVED = """\
def test_a_child_goes_with_its_parent(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(60_000)
    window.show()

def test_a_widget_in_a_cycle_goes_by_itself(qapp):
    window = QWidget()
    window.itself = window

def test_one_that_looks_at_its_log(caplog):
    logging.getLogger("bedtime").warning("expected")
    assert "expected" in caplog.text
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest prints about a file of misbehaving tests, each watched by the same guards."""
    folder = tmp_path_factory.mktemp("guarded")
    names = "import asyncio, logging, threading, warnings\n"
    qt = "from PySide6.QtCore import QVariantAnimation, QTimer, qWarning\nfrom PySide6.QtWidgets import QWidget\n"
    bad = [f"def test_bad_{number}(qapp):\n    {body}\n" for number, body in enumerate(MISBEHAVING.values())]
    (folder / "test_it.py").write_text(
        "\n".join([names, qt, "kept = []\nwaiting = threading.Event().wait\n", *bad, WELL_BEHAVED]), encoding="utf-8"
    )
    (folder / "conftest.py").write_text("from tests.guards import *\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-c", ROOT / "pyproject.toml", "--rootdir", folder, folder],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("number", range(len(MISBEHAVING)), ids=list(MISBEHAVING))
def test_what_misbehaves_fails_and_is_named(report: str, number: int) -> None:
    blame = [line for line in report.splitlines() if line.startswith(("ERROR", "FAILED"))]
    assert any(f"test_bad_{number}" in line for line in blame), report
    assert list(MISBEHAVING)[number] in report


def test_what_behaves_passes(report: str) -> None:
    for line in report.splitlines():
        assert not (line.startswith(("ERROR", "FAILED")) and "test_bad_" not in line), report
