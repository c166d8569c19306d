"""`bedtime figure`: a stretch as a picture file."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bedtime.content import library_in
from bedtime.movement.own_stretch import new_stretch
from bedtime.store.places import find_places, prepare
from bedtime.testing.manual_clock import ManualClock
from tests.movement.test_pictures import a_png, an_svg

RunBedtime = Callable[..., subprocess.CompletedProcess[str]]
SVG = "{http://www.w3.org/2000/svg}"


def test_a_picture_is_drawn_in_the_size_that_was_asked_for(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    out = tmp_path / "calf.png"
    done = run_bedtime(
        "figure", "wall-calf-straight", str(out), "--size", "320x240", "--side", "left", "--body", "walter"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    image = QImage(str(out))
    assert (image.width(), image.height()) == (320, 240)


def test_svg_needs_no_qt_and_names_the_stretch(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    out = tmp_path / "calf.SVG"
    done = run_bedtime("figure", "wall-calf-straight", str(out), "--phase", "start", "--theme", "day")
    assert (done.returncode, done.stderr) == (0, "")
    root = ET.fromstring(out.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert root.findtext(f"{SVG}title") == "Wall calf stretch, straight knee"
    assert root.get("viewBox") == "0 0 900 700"


@pytest.mark.parametrize("name", ["sheet.png", "sheet.webp"])
def test_a_sheet_shows_every_stretch_that_is_drawn(run_bedtime: RunBedtime, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    done = run_bedtime("figure", "--sheet", str(out), "--size", "64x64")
    assert (done.returncode, done.stderr) == (0, "")
    assert QImage(str(out)).width() == 6 * 64


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("wall-calf", "a.svg"), "There is no stretch called 'wall-calf'."),
        (("wall-calf-straight", "a.jpg"), "it needs to end in .svg or .png."),
        (("wall-calf-straight", "a"), "it needs to end in .svg or .png."),
        (("--sheet", "a.svg"), "it needs to end in .png or .webp."),
        (("wall-calf-straight",), "Which stretch, and where to?"),
        (("wall-calf-straight", "a.svg", "--phase", "press"), "has no press; it has a start and an end."),
        (("wall-calf-straight", "missing/a.svg"), "cannot be written. The folder is gone."),
        (("wall-calf-straight", "a.svg", "--size", "big"), "'big' is not a size"),
        (("wall-calf-straight", "a.svg", "--size", "10x99999"), "each side needs 64 to 4000 pixels"),
        (("wall-calf-straight", "a.svg", "--theme", "neon"), "invalid choice: 'neon'"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_one_sentence(
    run_bedtime: RunBedtime, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    placed = (str(tmp_path / word) if word.startswith(("a", "missing")) else word for word in arguments)
    done = run_bedtime("figure", *placed)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr.splitlines()[-1]
    assert not list(tmp_path.glob("a*"))


def test_a_folder_is_no_place_for_a_picture(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    (tmp_path / "a.svg").mkdir()
    done = run_bedtime("figure", "wall-calf-straight", str(tmp_path / "a.svg"))
    assert done.returncode == 2
    assert done.stderr.endswith("is not a file; it needs the name of a file.\n")


def test_the_picture_of_an_own_stretch_is_written_like_a_drawn_one(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepare(find_places(str(home)))
    library = library_in(find_places(str(home)), ManualClock())
    stretch = new_stretch("Scarf", library.stretch_ids, steps=("Sit.",), feel="calf")
    library.keep_picture(stretch, an_svg("<rect width='5' height='5'/>"))
    for name in ("own.png", "own.svg"):
        done = run_bedtime("figure", "scarf", str(tmp_path / name), "--size", "200x100")
        assert (done.returncode, done.stderr) == (0, "")
    assert QImage(str(tmp_path / "own.png")).width() == 200
    assert (tmp_path / "own.svg").read_bytes() == library.picture("scarf")
    library.keep_picture(stretch, a_png(4, 4))
    done = run_bedtime("figure", "scarf", str(tmp_path / "no.svg"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "ending in .png" in done.stderr
