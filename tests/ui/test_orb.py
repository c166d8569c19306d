"""The lamp, repainted only where it changes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bedtime.ui.light import Glow, backdrop
from bedtime.ui.look import Look, Motion
from bedtime.ui.metrics import Metrics
from bedtime.ui.palette import NIGHT
from bedtime.ui.parts.orb import Face, Orb, Rim

SIZE = QSize(1280, 800)
ANOTHER_ARC = 40
"""Qt rounds the edge of a longer arc a little differently; a forgotten end differs by more than 100."""
METRICS = Metrics(SIZE.width(), SIZE.height())


class Paints(Orb):
    """A lamp that keeps count of how much of it is painted."""

    pixels = 0

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.pixels += sum(rect.width() * rect.height() for rect in event.region())
        return super().event(event)

    def most_that_is_stale(self) -> int:
        """How far any pixel on the screen, painted piece by piece, is from the lamp painted as a whole; 255 at most."""
        QApplication.processEvents()
        window = self.window()
        shown = window.screen().grabWindow(window.winId(), *self.geometry().getRect()).toImage()
        shown.convertTo(QImage.Format.Format_RGB32)
        anew = self.grab().toImage()
        painter = QPainter(shown)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, anew)
        painter.end()
        differences = shown.convertToFormat(QImage.Format.Format_Grayscale8)
        wide = differences.width()
        return max(max(differences.constScanLine(row)[:wide]) for row in range(differences.height()))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(SIZE)
    return window


@pytest.fixture
def lamp(window: QWidget) -> Paints:
    orb = Paints(window)
    room = backdrop(SIZE, 1, NIGHT, (Glow(METRICS.orb_x, METRICS.orb_y, 470, 390, 0.17),))
    orb.place(Look(NIGHT, METRICS), room, QPointF(METRICS.orb_x, METRICS.orb_y), METRICS.radius)
    window.show()
    return orb


def breathing(rim: Rim, left: float, openness: float | None, numeral: str = "30") -> Face:
    return Face(rim, numeral, "Breathe in", left, openness)


def test_what_is_repainted_piece_by_piece_looks_like_what_is_painted_as_a_whole(lamp: Paints) -> None:
    for frame in range(60):
        lamp.show_face(breathing(Rim.RING, 1 - frame / 700, frame % 20 / 19 if frame % 3 else frame % 20 / 19 - 0.02))
        QApplication.processEvents()
        if frame % 10 == 0:
            assert lamp.most_that_is_stale() < ANOTHER_ARC
    lamp.show_face(breathing(Rim.RING, 0.2, 1.0))
    assert lamp.most_that_is_stale() < ANOTHER_ARC
    lamp.show_face(breathing(Rim.RING, 0.198, None, "29"))
    assert lamp.most_that_is_stale() < ANOTHER_ARC


def test_while_the_breath_rests_only_the_end_of_the_ring_is_repainted(lamp: Paints) -> None:
    lamp.show_face(breathing(Rim.RING, 0.5, None))
    QApplication.processEvents()
    lamp.pixels = 0
    lamp.show_face(breathing(Rim.RING, 0.499, None))
    QApplication.processEvents()
    assert 0 < lamp.pixels < 1_000


def test_in_the_far_view_the_time_that_goes_by_repaints_nothing(lamp: Paints) -> None:
    lamp.show_face(breathing(Rim.NONE, 0.5, 0.5))
    QApplication.processEvents()
    lamp.pixels = 0
    lamp.show_face(breathing(Rim.NONE, 0.4, 0.5))
    QApplication.processEvents()
    assert lamp.pixels == 0


def lamp_at(window: QWidget, motion: Motion, openness: float) -> QImage:
    """The lamp of a hold at one point of the breath, where more or less may move."""
    orb = Orb(window)
    orb.place(Look(NIGHT, METRICS, motion), backdrop(SIZE, 1, NIGHT, ()), QPointF(950, 310), METRICS.radius)
    orb.show_face(Face(Rim.RING, "42", "Breathe out", 0.7, openness))
    return orb.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_still_the_lamp_does_not_breathe(window: QWidget) -> None:
    assert lamp_at(window, Motion.STILL, 0.0) == lamp_at(window, Motion.STILL, 1.0)


def test_still_a_breath_repaints_nothing(window: QWidget, qtbot: QtBot) -> None:
    orb = Paints(window)
    orb.place(Look(NIGHT, METRICS, Motion.STILL), backdrop(SIZE, 1, NIGHT, ()), QPointF(950, 310), METRICS.radius)
    with qtbot.waitExposed(window):
        window.show()
    orb.show_face(Face(Rim.RING, "42", "Breathe out", 0.7, 0.0))
    QApplication.processEvents()
    orb.pixels = 0
    orb.show_face(Face(Rim.RING, "42", "Breathe out", 0.7, 1.0))
    QApplication.processEvents()
    assert orb.pixels == 0


def test_with_less_movement_the_lamp_keeps_its_size_and_only_its_light_changes(window: QWidget) -> None:
    low, high = (lamp_at(window, Motion.REDUCED, openness) for openness in (0.0, 1.0))
    moved = [lamp_at(window, Motion.FULL, openness) for openness in (0.0, 1.0)]
    edge = QPoint(low.width() // 2, round(low.height() / 2 - METRICS.radius * 0.85))  # lit on the in-breath alone
    assert low.pixelColor(edge) == high.pixelColor(edge)
    assert moved[0].pixelColor(edge) != moved[1].pixelColor(edge)
    inside = QPoint(low.width() // 2, round(low.height() / 2 - METRICS.radius * 0.7))
    assert 0 < high.pixelColor(inside).red() - low.pixelColor(inside).red() < 12
