"""Larger text: the window is laid out as a smaller one and drawn larger, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from bedtime.movement.body import Flag
from bedtime.movement.library import Library
from bedtime.session.choosing import Choosing
from bedtime.session.desk import Desk
from bedtime.session.tonight import tonight
from bedtime.settings import Settings
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.choosings import Choosings
from bedtime.ui.metrics import Metrics
from bedtime.ui.parts.label import Words
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.places import PLACES, Ways
from bedtime.ui.screens.dark import DarkScreen
from bedtime.ui.screens.tonight import TonightScreen
from bedtime.ui.tunings import Tunings
from bedtime.ui.window import Window
from tests.ui.conftest import SIZES, Show
from tests.ui.measure import cut_off, overlapping
from tests.ui.senses.doubles import a_rehearsal


@pytest.mark.parametrize(("size", "scale"), [((640, 480), 1.0), ((1280, 800), 800 / 480), ((1920, 1080), 2.0)])
def test_text_grows_as_far_as_the_window_has_room(size: tuple[int, int], scale: float) -> None:
    assert Metrics(*size, 2.0).scale == pytest.approx(scale)
    assert Metrics(*size).scale == 1


def test_a_length_grows_and_a_share_does_not() -> None:
    twice, smaller = Metrics(1920, 1080, 2.0), Metrics(960, 540)
    assert twice.between(10, 20, 30) == pytest.approx(2 * smaller.between(10, 20, 30))
    assert twice.share(0.6, 0.5, 0.5) == pytest.approx(smaller.share(0.6, 0.5, 0.5))
    assert twice.is_compact == smaller.is_compact


@pytest.mark.parametrize("enlarged", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [(640, 480), (1024, 700), (1204, 736), (1366, 768), (1920, 1080)])
def test_the_lamp_hangs_clear_of_the_bar_over_it_and_of_the_floor(size: tuple[int, int], enlarged: float) -> None:
    metrics = Metrics(*size, enlarged)
    half_an_icon, half_the_ring = metrics.between(14, 16, 22), metrics.between(3, 5, 7)
    assert metrics.orb_y - metrics.radius - half_the_ring > metrics.bar_y + half_an_icon
    assert metrics.orb_y + metrics.radius + half_the_ring < metrics.floor_y


@pytest.mark.parametrize("enlarged", [1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_tonight_stays_whole(show: Show, library: Library, size: QSize, enlarged: float) -> None:
    desk = Desk(library, Settings(), ManualClock(), lambda _: None)
    screen = TonightScreen(Silhouette(), ManualClock(), PLACES)
    screen.enlarge(enlarged)
    screen.show_view(tonight(desk.evening))
    show(screen, size)
    assert cut_off(screen) == []
    assert overlapping(screen) == []


def test_the_words_are_larger(show: Show, library: Library) -> None:
    desk = Desk(library, Settings(), ManualClock(), lambda _: None)
    screen = TonightScreen(Silhouette(), ManualClock(), PLACES)
    screen.show_view(tonight(desk.evening))
    show(screen, SIZES["1920x1080"])
    before = {words.text(): words.font().pixelSize() for words in screen.findChildren(Words) if words.isVisible()}
    screen.enlarge(2.0)
    after = {words.text(): words.font().pixelSize() for words in screen.findChildren(Words) if words.isVisible()}
    shared = before.keys() & after.keys()
    assert len(shared) > 3
    assert all(after[text] > before[text] for text in shared)


@pytest.mark.parametrize("enlarged", [1.5, 2.0])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_library_and_the_settings_stay_whole(
    show: Show, library: Library, size: QSize, enlarged: float, tmp_path: Path
) -> None:
    clock, window = ManualClock(), Window()
    desk, ways = Desk(library, Settings(flags=(Flag.BALANCE,)), clock, lambda _: None), Ways(window)
    choosings = Choosings(window, ways, desk, Choosing(library, desk), Silhouette(), clock)
    tunings = Tunings(window, ways, desk, library, clock, tmp_path, a_rehearsal())
    window.enlarge(enlarged)
    choosings.open()
    show(window, size)
    for go in (
        choosings.open,
        lambda: choosings.open_page("simple-nightly"),
        tunings.open,
        lambda: tunings.open_cautions(tunings.open),
        lambda: tunings.open_help(tunings.open),
    ):
        go()
        screen = window.screen_shown
        assert screen is not None
        assert (cut_off(screen), overlapping(screen)) == ([], [])


LONG = "Deleted “The one that the physiotherapist wrote down”. The usual one is “Simple nightly leg stretch” now."


@pytest.mark.parametrize("enlarged", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_what_is_told_over_the_lower_edge_grows_too(show: Show, size: QSize, enlarged: float) -> None:
    window, screen = Window(), DarkScreen()
    window.add(screen)
    window.go_to(screen)
    window.enlarge(enlarged)
    show(window, size)
    window.offer(LONG, "Undo", lambda: None, otherwise="All right")
    notice = window._notice
    assert notice is not None
    assert (cut_off(notice), overlapping(notice)) == ([], [])
    assert window.rect().contains(notice.geometry())
    scale = Metrics(size.width(), size.height(), enlarged).scale
    assert notice._words.font().pixelSize() >= round(17 * scale)
