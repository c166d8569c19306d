"""What has to hold on every screen: it can be read and pressed, nothing is cut off, and little light leaves it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bedtime.settings import TextSize, ThemeChoice
from bedtime.ui.fonts import SMALLEST_PX
from tests.ui.conftest import SIZES
from tests.ui.house_of_sights import Drawn, Tour
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words

NIGHT, CONTRAST = ThemeChoice.NIGHT, ThemeChoice.HIGH_CONTRAST
MOST_IN_CONTRAST = 4.0
ALMOST_NONE = 0.01

Begin = Callable[..., Tour]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all of them, so that each figure is drawn once for each size and light."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def begin(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """Begins a tour: `begin("640x480", ThemeChoice.DAY)`."""
    monkeypatch.setenv("PATH", "")  # no scheduler and no voice of this computer hears of it
    tours: list[Tour] = []

    def begin_it(
        size: str, theme: ThemeChoice, text: TextSize = TextSize.USUAL, drawn: Drawn = Drawn.TO_THE_END
    ) -> Tour:
        tours.append(Tour(home, qtbot, SIZES[size], theme, text, drawn))
        return tours[-1]

    yield begin_it
    for tour in tours:
        tour.end()


def too_small(screen: QWidget) -> list[str]:
    """Every word whose letters are smaller than anybody should have to read."""
    parts = [part for part in screen.findChildren(QWidget) if part.isVisible()]
    words = [part for part in parts if isinstance(part, QLabel | QAbstractButton) and part.text()]
    return [f"{part.text()!r} has {part.font().pixelSize()} px" for part in words if _px(part) < SMALLEST_PX]


def _px(part: QWidget) -> float:
    return part.fontInfo().pixelSize()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "theme"),
    [*((size, NIGHT) for size in SIZES), ("640x480", CONTRAST), ("1280x800", CONTRAST), ("1280x800", ThemeChoice.DIM)],
)
def test_in_the_dark_every_screen_can_be_read_and_pressed_and_gives_little_light(
    begin: Begin, tmp_path: Path, size: str, theme: ThemeChoice
) -> None:
    faults: list[str] = []
    drawn = Drawn.NOT_AT_ALL if theme is ThemeChoice.DIM else Drawn.TO_THE_END  # darker than by night, and as many
    for sight in begin(size, theme, drawn=drawn).stops(tmp_path):
        found = [*cut_off(sight.screen), *overlapping(sight.screen), *too_small(sight.screen)]
        found += weak_words(sight.screen)
        most = MOST_IN_CONTRAST if theme is CONTRAST and sight.most_light > ALMOST_NONE else sight.most_light
        light = melanopic_percent(sight.screen.grab().toImage())
        found += [f"it sends out {light:.2f} % of the light of a white page"] if light >= most else []
        faults += [f"{sight.name}: {fault}" for fault in found]
    assert faults == [], "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_by_day_every_screen_can_be_read_and_pressed(begin: Begin, tmp_path: Path, size: str) -> None:
    faults: list[str] = []
    for sight in begin(size, ThemeChoice.DAY, drawn=Drawn.NOT_AT_ALL).stops(tmp_path):
        found = [*cut_off(sight.screen), *overlapping(sight.screen), *weak_words(sight.screen)]
        faults += [f"{sight.name}: {fault}" for fault in found]
    assert faults == [], "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("text", [TextSize.LARGE, TextSize.LARGEST])
@pytest.mark.parametrize("size", SIZES)
def test_in_larger_letters_every_screen_stays_whole(begin: Begin, tmp_path: Path, size: str, text: TextSize) -> None:
    faults: list[str] = []
    for sight in begin(size, NIGHT, text, Drawn.NOT_AT_ALL).stops(tmp_path):
        found = [*cut_off(sight.screen), *overlapping(sight.screen), *too_small(sight.screen)]
        faults += [f"{sight.name}: {fault}" for fault in found]
    assert faults == [], "\n".join(faults)
