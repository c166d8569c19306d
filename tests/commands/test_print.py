"""`bedtime print ROUTINE OUT.pdf`."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import RunBedtime

PAGE = {"a4": (595, 842), "letter": (612, 792)}


@pytest.mark.parametrize("paper", PAGE)
def test_a_routine_is_printed_on_the_paper_that_was_asked_for(
    run_bedtime: RunBedtime, tmp_path: Path, paper: str
) -> None:
    out = tmp_path / "sheet.pdf"
    printed = run_bedtime("print", "simple-nightly", str(out), "--paper", paper, DISPLAY="", WAYLAND_DISPLAY="")
    assert (printed.returncode, printed.stderr) == (0, "")
    data = out.read_bytes()
    assert data.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == PAGE[paper]
    assert data.count(b"/Subtype /Image") >= 6, "each stretch has its picture"


def test_the_words_can_be_read_out_of_the_paper(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("there is nothing here that reads the words of a PDF")
    out = tmp_path / "sheet.pdf"
    assert run_bedtime("print", "simple-nightly", str(out)).returncode == 0
    read = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, encoding="utf-8", check=True)
    assert "Wall calf stretch, straight knee" in read.stdout
    assert "Sharp pain is not part of this." in read.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("simple-nihgtly", "a.pdf"), "simple-nightly"),
        (("simple-nightly", "a.txt"), "end in .pdf"),
        (("simple-nightly", "no-such-folder/a.pdf"), "cannot be written"),
    ],
)
def test_what_cannot_be_printed_is_told_in_one_line(
    run_bedtime: RunBedtime, tmp_path: Path, arguments: tuple[str, str], told: str
) -> None:
    routine, name = arguments
    printed = run_bedtime("print", routine, str(tmp_path / name))
    assert printed.returncode == 2
    assert told in printed.stderr
    assert printed.stderr.count("\n") == 1
