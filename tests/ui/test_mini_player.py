"""The small window: the same session in a corner of the display, and the way back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.timeline import SegmentKind, Timeline
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.shown import left_words
from bedtime.session.snapshot import Snapshot
from bedtime.ui.look import Motion
from bedtime.ui.mini_player import USUAL_SIZE, MiniPlayer
from bedtime.ui.palette import Theme
from bedtime.ui.screens.player_keys import Wish
from tests.ui.conftest import Show
from tests.ui.household import Home
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words
from tests.ui.test_player import GET_READY, RIGHT, SWITCH, at

MOMENTS = [
    (GET_READY, Phase.PLAYING),
    (RIGHT, Phase.PLAYING),
    (SWITCH, Phase.PLAYING),
    (RIGHT, Phase.PAUSED),
]


@pytest.fixture
def home(tmp_path: Path, show: Show) -> Iterator[Home]:
    home = Home(tmp_path, show)
    yield home
    home.close()


@pytest.fixture
def small(home: Home) -> MiniPlayer:
    """The small window of a session in its first hold."""
    home.evenings.begin()
    home.clock.advance(25)
    home.screens.player.wished.emit(Wish.SMALL_WINDOW)
    return the_small_window(home)


def the_small_window(home: Home) -> MiniPlayer:
    mini = home.evenings.sittings._minis.mini
    assert mini is not None
    return mini


def press(mini: MiniPlayer, key: Qt.Key) -> None:
    QTest.keyClick(mini.focusWidget() or mini, key)


def button(mini: MiniPlayer, name: str) -> QPushButton:
    return next(one for one in mini.findChildren(QPushButton) if one.accessibleName() == name)


def click(part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.rect().center())


def test_it_takes_the_place_of_the_whole_window_and_stays_on_top(home: Home, small: MiniPlayer) -> None:
    assert small.isVisible()
    assert not home.window.isVisible()
    assert small.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert small.focusWidget().accessibleName() == "Pause"


def test_it_shows_the_same_session_second_for_second(home: Home, small: MiniPlayer) -> None:
    for _ in range(40):
        face = small._orb.face
        assert face is not None
        assert face.numeral == str(home.snapshot.countdown_s)
        home.clock.advance(1)
    assert small._side.text() == "Left leg"


@pytest.mark.parametrize("paused_by", PausedBy)
def test_paused_it_says_a_whole_thing_on_its_one_line(
    small: MiniPlayer, timeline: Timeline, paused_by: PausedBy
) -> None:
    paused = replace(at(timeline, RIGHT, Phase.PAUSED), paused_by=paused_by)
    small.follow(lambda: paused)
    face = small._orb.face
    assert face is not None
    told = "The computer slept." if paused_by is PausedBy.COMPUTER_SLEPT else left_words(paused.countdown_s)
    assert face.lines == (told,)


@pytest.mark.parametrize("leave", ["escape", "n", "button", "closed"])
def test_it_leads_back_to_the_whole_window(home: Home, small: MiniPlayer, leave: str) -> None:
    ways: dict[str, Callable[[], object]] = {
        "escape": lambda: press(small, Qt.Key.Key_Escape),
        "n": lambda: press(small, Qt.Key.Key_N),
        "button": lambda: click(button(small, "Whole window")),
        "closed": small.close,
    }
    ways[leave]()
    assert home.window.isVisible()
    assert home.evenings.sittings._minis.mini is None
    assert home.snapshot.phase is Phase.PLAYING
    assert home.window.screen_shown is home.screens.player


def test_the_keys_lead_the_session_from_there_too(home: Home, small: MiniPlayer) -> None:
    press(small, Qt.Key.Key_Space)
    assert home.snapshot.phase is Phase.PAUSED
    assert small.focusWidget().accessibleName() == "Carry on"
    press(small, Qt.Key.Key_Space)
    assert home.snapshot.phase is Phase.RE_ENTRY
    press(small, Qt.Key.Key_Right)
    assert home.snapshot.segment.kind is SegmentKind.SWITCH
    press(small, Qt.Key.Key_3)
    assert home.snapshot.step_no == 3
    press(small, Qt.Key.Key_F)
    assert not home.window.isVisible()


def test_a_press_pauses_and_dims(home: Home, small: MiniPlayer) -> None:
    click(button(small, "Pause"))
    assert home.snapshot.phase is Phase.PAUSED
    assert small.palette_now().theme is Theme.DIM


@pytest.mark.usefixtures("small")
def test_goodnight_is_in_the_whole_window(home: Home) -> None:
    home.clock.advance(60 * 60)
    assert home.window.screen_shown is home.screens.goodnight
    assert home.window.isVisible()
    assert home.evenings.sittings._minis.mini is None


def test_closing_the_program_leaves_no_small_window(home: Home, small: MiniPlayer) -> None:
    home.evenings.put_down()
    assert not small.isVisible()
    assert not home.window.isVisible()


@pytest.mark.usefixtures("small")
def test_ctrl_q_closes_the_program_from_there_too(home: Home, small: MiniPlayer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.window.leaving):
        qtbot.keyClick(small, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_whoever_shows_the_whole_window_ends_the_small_one(home: Home) -> None:
    home.window.show()
    assert home.evenings.sittings._minis.mini is None


def test_it_stands_again_where_it_was_dragged_to(home: Home, small: MiniPlayer) -> None:
    was = small.pos()
    QTest.mousePress(small, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    QTest.mouseMove(small, QPoint(260, 10))
    moved = small.pos()
    QTest.mouseRelease(small, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    assert moved != was
    press(small, Qt.Key.Key_Escape)
    home.screens.player.wished.emit(Wish.SMALL_WINDOW)
    assert the_small_window(home).pos() == moved


class _Paints(QObject):
    seen = 0

    def eventFilter(self, _watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.seen += event.type() == QEvent.Type.Paint
        return False


def test_paused_or_out_of_sight_it_paints_nothing(home: Home, small: MiniPlayer, qapp: QApplication) -> None:
    assert small._frames.isActive()
    press(small, Qt.Key.Key_Space)
    small._veil.stop()
    qapp.processEvents()
    assert not small._frames.isActive()
    watch = _Paints()
    for part in (small, *small.findChildren(QWidget)):
        part.installEventFilter(watch)
    small.show_snapshot(home.snapshot)
    qapp.processEvents()
    assert watch.seen == 0
    press(small, Qt.Key.Key_Escape)
    assert not small._frames.isActive()


@pytest.fixture
def seen(show: Show) -> Callable[..., MiniPlayer]:
    """A small window at a moment, in a theme and a size."""

    def see(snapshot: Snapshot, theme: Theme = Theme.NIGHT, size: QSize = USUAL_SIZE) -> MiniPlayer:
        mini = MiniPlayer()
        mini.choose(theme, Motion.STILL)
        mini.follow(lambda: snapshot)
        show(mini, size)
        return mini

    return see


@pytest.mark.parametrize("size", [USUAL_SIZE, USUAL_SIZE * 2], ids=["usual", "largest"])
@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DIM, Theme.DAY, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize(("position_ms", "phase"), MOMENTS)
def test_everything_in_it_is_read_and_can_be_pressed(
    seen: Callable[..., MiniPlayer], timeline: Timeline, position_ms: int, phase: Phase, theme: Theme, size: QSize
) -> None:
    mini = seen(at(timeline, position_ms, phase), theme, size)
    assert (cut_off(mini), overlapping(mini), weak_words(mini)) == ([], [], [])
    most = {Theme.DAY: 100, Theme.HIGH_CONTRAST: 4}.get(theme, 1 if phase is Phase.PAUSED else 3)
    assert melanopic_percent(mini.grab().toImage()) < most


def test_the_name_of_every_stretch_fits(seen: Callable[..., MiniPlayer], library: Library) -> None:
    faults: list[str] = []
    for routine_id in library.routine_ids:
        routine = library.routine(routine_id)
        timeline = lay_out(routine, library.stretches_of(routine), library.patterns)
        mini = seen(at(timeline, 0))
        for span in timeline.steps:
            mini.show_snapshot(at(timeline, span.start_ms + 1_000))
            faults += cut_off(mini)
    assert faults == []
