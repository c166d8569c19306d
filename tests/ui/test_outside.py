"""What an assistive tool toggles without a click counts like a press; what the program itself shows does not."""

import pytest
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from bedtime.ui.parts.circle import Circle, Ring
from bedtime.ui.parts.night_toggles import NightCircle
from bedtime.ui.parts.switch_row import SwitchRow
from bedtime.ui.parts.tick_row import TickRow


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_choice_that_a_tool_makes_is_a_choice(parent: QWidget) -> None:
    group, heard = QButtonGroup(parent), []
    circles = [Circle(parent, str(number), f"{number} minutes", Ring.WHEN_CHOSEN) for number in (5, 7)]
    for circle in circles:
        group.addButton(circle)
        circle.clicked.connect(lambda _checked=False, circle=circle: heard.append(circle.text()))
    circles[0].setChecked(True)
    assert heard == []
    QRadioButton.toggle(circles[1])  # as Qt does it for a tool
    assert heard == ["7"]
    circles[0].click()
    assert heard == ["7", "5"]


@pytest.mark.parametrize("kind", [TickRow, SwitchRow, NightCircle])
def test_a_tick_that_a_tool_sets_is_told_once(parent: QWidget, kind: type[TickRow | SwitchRow | NightCircle]) -> None:
    box = kind(parent) if kind is NightCircle else kind(parent, "Half-way")
    heard: list[bool] = []
    told = box.chosen if isinstance(box, TickRow) else box.asked
    told.connect(lambda: heard.append(box.isChecked()))
    box.setChecked(True)
    assert heard == []
    QCheckBox.toggle(box)  # as Qt does it for a tool
    assert len(heard) == 1
    box.click()
    assert len(heard) == 2
