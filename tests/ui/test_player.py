"""The player's screen: what it shows of a moment, what its keys wish, and when it runs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Step
from bedtime.movement.timeline import Timeline
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.snapshot import Snapshot
from bedtime.testing.making import a_routine
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import SMALLEST_TARGET
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.screens.player import PlayerScreen
from bedtime.ui.screens.player_keys import Wish
from tests.ui.conftest import SIZES, Show
from tests.ui.measure import cut_off, overlapping

GET_READY, RIGHT, SWITCH = 4_000, 25_000, 44_000


def at(timeline: Timeline, position_ms: int, phase: Phase = Phase.PLAYING) -> Snapshot:
    by = PausedBy.PERSON if phase is Phase.PAUSED else None
    return Snapshot(phase=phase, paused_by=by, timeline=timeline, position_ms=position_ms)


@pytest.fixture
def player(show: Show, timeline: Timeline) -> PlayerScreen:
    screen = PlayerScreen(Silhouette())
    screen.follow(lambda: at(timeline, RIGHT))
    show(screen, SIZES["1280x800"])
    return screen


def words_on(screen: PlayerScreen) -> set[str]:
    return {label.text() for label in screen.findChildren(QLabel) if label.isVisible() and label.text()}


def buttons_on(screen: PlayerScreen) -> list[QPushButton]:
    return [button for button in screen.findChildren(QPushButton) if button.isVisible()]


def test_it_says_which_side_which_stretch_and_how_far_it_is(player: PlayerScreen) -> None:
    assert {"Right leg", "Wall calf stretch, straight knee", "1", "of 6", "7:15 left"} <= words_on(player)


def test_while_working_the_focus_is_on_pause(player: PlayerScreen) -> None:
    assert player.focusWidget().accessibleName() == "Pause"


def test_while_changing_sides_it_names_the_side_to_come(player: PlayerScreen, timeline: Timeline) -> None:
    player.show_snapshot(at(timeline, SWITCH))
    assert "Left leg" in words_on(player)
    assert player.focusWidget().text() == "I’m ready"


def test_a_frame_that_was_drawn_before_the_change_was_told_does_not_hide_the_change(
    show: Show, timeline: Timeline
) -> None:
    """The frame timer and the alarm are two timers, and either may be the first to reach a boundary."""
    now = [at(timeline, 0)]
    screen = PlayerScreen(Silhouette())
    screen.follow(lambda: now[0])
    show(screen, SIZES["1280x800"])
    now[0] = at(timeline, RIGHT)
    screen._draw_frame()
    screen.show_snapshot(now[0])
    assert screen.focusWidget().accessibleName() == "Pause"
    assert "I’m ready" not in {button.text() for button in buttons_on(screen)}


def test_paused_it_says_how_to_go_on_and_when_to_stop(player: PlayerScreen, timeline: Timeline) -> None:
    player.show_snapshot(at(timeline, RIGHT, Phase.PAUSED))
    assert [button.text() for button in buttons_on(player) if button.text()] == [
        "Carry on",
        "Start this leg again",
        "Leave this one out",
        "End and save",
        "?",
        "End",
    ]
    assert "If a stretch hurts, stop. Sharp pain is not part of this." in words_on(player)
    assert player.palette_now().theme is Theme.DIM


@pytest.mark.parametrize(
    ("position_ms", "phase", "wish"),
    [
        (RIGHT, Phase.PLAYING, Wish.PAUSE),
        (GET_READY, Phase.PLAYING, Wish.READY),
        (SWITCH, Phase.PLAYING, Wish.READY),
        (RIGHT, Phase.PAUSED, Wish.CARRY_ON),
    ],
)
def test_space_is_the_one_thing_that_comes_next(
    player: PlayerScreen, timeline: Timeline, qtbot: QtBot, position_ms: int, phase: Phase, wish: Wish
) -> None:
    player.show_snapshot(at(timeline, position_ms, phase))
    with qtbot.waitSignal(player.wished) as wished:
        qtbot.keyClick(player.focusWidget(), Qt.Key.Key_Space)
    assert wished.args == [wish]


@pytest.mark.parametrize(("after_ms", "wishes"), [(100, 1), (250, 2)])
def test_a_key_that_a_trembling_hand_presses_twice_counts_once(
    player: PlayerScreen, after_ms: int, wishes: int
) -> None:
    heard: list[Wish] = []
    player.wished.connect(heard.append)
    for at_ms in (1_000, 1_000 + after_ms):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at_ms)
        QApplication.sendEvent(player.focusWidget(), event)
    assert len(heard) == wishes


def test_space_never_presses_the_button_that_has_the_focus(player: PlayerScreen, qtbot: QtBot) -> None:
    wishes: list[Wish] = []
    player.wished.connect(wishes.append)
    skip = next(button for button in buttons_on(player) if button.accessibleName() == "Skip")
    skip.setFocus()
    qtbot.keyClick(skip, Qt.Key.Key_Space)
    assert wishes == [Wish.PAUSE]
    qtbot.keyClick(skip, Qt.Key.Key_Return)
    assert wishes == [Wish.PAUSE, Wish.SKIP]


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Left, Wish.BACK),
        (Qt.Key.Key_Right, Wish.SKIP),
        (Qt.Key.Key_Up, Wish.LONGER),
        (Qt.Key.Key_Plus, Wish.LONGER),
        (Qt.Key.Key_Down, Wish.SHORTER),
        (Qt.Key.Key_Minus, Wish.SHORTER),
        (Qt.Key.Key_Escape, Wish.PAUSE),
        (Qt.Key.Key_V, Wish.FAR_VIEW),
        (Qt.Key.Key_M, Wish.SOUND),
        (Qt.Key.Key_F, Wish.FULL_SCREEN),
        (Qt.Key.Key_F11, Wish.FULL_SCREEN),
        (Qt.Key.Key_N, Wish.SMALL_WINDOW),
    ],
)
def test_every_key_of_the_table_wishes(player: PlayerScreen, qtbot: QtBot, key: Qt.Key, wish: Wish) -> None:
    with qtbot.waitSignal(player.wished) as wished:
        qtbot.keyClick(player.focusWidget(), key)
    assert wished.args == [wish]


def test_single_letters_can_be_switched_off(player: PlayerScreen, qtbot: QtBot) -> None:
    player.heeds_letters = False
    with qtbot.assertNotEmitted(player.wished):
        qtbot.keyClick(player.focusWidget(), Qt.Key.Key_V)


def test_a_second_press_of_a_trembling_hand_is_not_a_second_wish(player: PlayerScreen, qtbot: QtBot) -> None:
    wishes: list[Wish] = []
    player.wished.connect(wishes.append)
    skip = next(button for button in buttons_on(player) if button.accessibleName() == "Skip")
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert wishes == [Wish.SKIP]


def test_controls_that_have_faded_wake_at_a_press_and_do_nothing_else(player: PlayerScreen, qtbot: QtBot) -> None:
    skip = next(button for button in buttons_on(player) if button.accessibleName() == "Skip")
    skip.set_presence(0.0)
    with qtbot.assertNotEmitted(player.wished):
        qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(player, Qt.Key.Key_Shift)
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)


def test_nothing_moves_while_paused_or_out_of_sight(player: PlayerScreen, timeline: Timeline) -> None:
    assert player._frames.isActive()
    player.show_snapshot(at(timeline, RIGHT, Phase.PAUSED))
    assert not player._frames.isActive()
    player.show_snapshot(at(timeline, RIGHT))
    assert player._frames.isActive()
    player.hide()
    assert not player._frames.isActive()
    assert not player._attention.isActive()


def test_a_paused_player_paints_nothing_when_the_same_moment_comes_again(
    player: PlayerScreen, timeline: Timeline, qapp: QApplication
) -> None:
    paused = at(timeline, RIGHT, Phase.PAUSED)
    player.show_snapshot(paused)
    qapp.processEvents()
    watch = _Paints()
    for part in (player, *player.findChildren(QWidget)):
        part.installEventFilter(watch)
    player.show_snapshot(replace(paused))
    qapp.processEvents()
    assert watch.seen == 0


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("far", [False, True], ids=["near", "far"])
@pytest.mark.parametrize(
    ("position_ms", "phase"),
    [(GET_READY, Phase.PLAYING), (RIGHT, Phase.PLAYING), (SWITCH, Phase.PLAYING), (RIGHT, Phase.PAUSED)],
)
def test_everything_fits_and_every_target_is_large_enough(
    show: Show, timeline: Timeline, size: QSize, far: bool, position_ms: int, phase: Phase
) -> None:
    screen = PlayerScreen(Silhouette())
    screen.follow(lambda: at(timeline, position_ms, phase))
    screen.set_far(far=far)
    show(screen, size)
    for label in screen.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 1, label.text()
            assert screen.rect().contains(label.geometry()), label.text()
    for button in buttons_on(screen):
        assert min(button.width(), button.height()) >= SMALLEST_TARGET, button.accessibleName()
        assert screen.rect().adjusted(-8, -8, 8, 8).contains(button.geometry()), (
            button.accessibleName() or button.text()
        )


class _Paints(QObject):
    seen = 0

    def eventFilter(self, _watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.seen += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize(
    ("key", "stretch"), [(Qt.Key.Key_3, 2), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_9, 8), (Qt.Key.Key_PageUp, -1)]
)
def test_a_number_and_the_page_keys_lead_to_a_stretch(
    player: PlayerScreen, qtbot: QtBot, key: Qt.Key, stretch: int
) -> None:
    with qtbot.waitSignal(player.jumped) as jumped:
        qtbot.keyClick(player.focusWidget(), key)
    assert jumped.args == [stretch]


def test_a_press_on_the_floor_line_leads_to_that_stretch(player: PlayerScreen, qtbot: QtBot) -> None:
    floor = player._floor.geometry()
    with qtbot.waitSignal(player.jumped) as jumped:
        qtbot.mouseClick(player, Qt.MouseButton.LeftButton, pos=QPoint(floor.right() - 20, floor.top() - 10))
    assert jumped.args == [5]


def test_in_a_small_window_a_key_tells_the_instruction(show: Show, timeline: Timeline, qtbot: QtBot) -> None:
    screen = PlayerScreen(Silhouette())
    screen.follow(lambda: at(timeline, RIGHT))
    show(screen, SIZES["640x480"])
    before = words_on(screen)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_I)
    assert words_on(screen) - before == {"Press the right heel down and keep that knee straight."}
    assert screen._instruction.geometry().right() <= screen.width()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_guided_rest_shows_its_lines_at_every_size(show: Show, library: Library, size: QSize) -> None:
    stretch = library.stretch("body-scan")
    guided = lay_out(a_routine(Step(stretch=stretch.id)), {stretch.id: stretch}, library.patterns)
    screen = PlayerScreen(Silhouette())
    screen.follow(lambda: at(guided, 10_000))
    show(screen, size)
    for line in stretch.guide:
        part = guided.parts[0]
        screen.show_snapshot(at(guided, round(part.work_start_ms + line.at * (part.end_ms - part.work_start_ms)) + 1))
        assert line.text in words_on(screen)
        assert cut_off(screen) == []
        assert overlapping(screen) == []
