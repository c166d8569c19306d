"""What is chosen is seen by who tells no colours apart: in one ink it still looks different."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from bedtime.ui.fonts import load_fonts
from bedtime.ui.look import Look
from bedtime.ui.metrics import Metrics
from bedtime.ui.palette import NIGHT, Palette
from bedtime.ui.parts.circle import Circle, Ring
from bedtime.ui.parts.floor_line import FloorLine, Plank
from bedtime.ui.parts.pills import Pill
from bedtime.ui.parts.segments import Segment
from bedtime.ui.parts.switch_row import SwitchRow
from bedtime.ui.parts.tick_row import TickRow

GROUND, INK = "#000000", "#ffffff"
_OF_THE_GROUND = {"bg", "bg_edge", "surface_1", "surface_2", "accent_on"}


def in_one_ink() -> Palette:
    names = [field.name for field in fields(NIGHT) if field.name != "theme"]
    return replace(NIGHT, **{name: GROUND if name in _OF_THE_GROUND else INK for name in names})


LOOK = Look(in_one_ink(), Metrics(1280, 800))


def a_pill(on: QWidget) -> QAbstractButton:
    pill = Pill(on, "Rain", "Night sound: Rain")
    pill.dress(LOOK, 19)
    pill.resize(pill.sizeHint())
    return pill


def a_segment(on: QWidget) -> QAbstractButton:
    segment = Segment(on, "Both", "Both legs")
    segment.dress(LOOK, 18)
    segment.resize(90, 60)
    return segment


def a_circle(on: QWidget) -> QAbstractButton:
    circle = Circle(on, "10", "10 minutes", Ring.WHEN_CHOSEN)
    circle.dress(LOOK, 20)
    circle.put(QPointF(50, 50), 29, 66)
    return circle


def a_tick(on: QWidget) -> QAbstractButton:
    tick = TickRow(on, "The end")
    tick.put(LOOK, 19, 10, 10, 300)
    return tick


def a_switch(on: QWidget) -> QAbstractButton:
    switch = SwitchRow(on, "A quiet chime")
    switch.put(LOOK, 10, 10, 300)
    return switch


@pytest.mark.parametrize("make", [a_pill, a_segment, a_circle, a_tick, a_switch])
def test_what_is_chosen_looks_different_in_one_ink(qtbot: QtBot, make: Callable[[QWidget], QAbstractButton]) -> None:
    load_fonts()
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(f"background: {GROUND}")
    part = make(window)
    assert differing(part, lambda: part.setChecked(True)) > 40


def test_on_the_floor_what_is_done_is_told_by_light_and_the_count_beside_it(qtbot: QtBot) -> None:
    """Two inks, because the track is a decoration: what is done and what is to come differ in light, not in hue."""
    floor = FloorLine(None)  # type: ignore[arg-type]
    qtbot.addWidget(floor)
    floor.dress(Look(replace(in_one_ink(), line_track="#404040"), Metrics(1280, 800)))
    floor.resize(400, 8)
    floor.lay((Plank(1, 0.0), Plank(1, 0.0)), "Stretch 1 of 2")
    assert differing(floor, lambda: floor.lay((Plank(1, 1.0), Plank(1, 0.0)), "Stretch 2 of 2")) > 400


def differing(part: QWidget, change: Callable[[], object]) -> int:
    """How many pixels a change makes clearly lighter or darker."""

    def seen() -> list[int]:
        picture = part.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return [value for row in range(picture.height()) for value in picture.constScanLine(row)[: picture.width()]]

    before = seen()
    change()
    return sum(abs(one - other) > 60 for one, other in zip(before, seen(), strict=True))
