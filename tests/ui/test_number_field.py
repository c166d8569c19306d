"""One field for every number that is typed: the seconds of a hold, the times, the hours of a reminder."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bedtime.ui.parts.number_field import NumberField


@pytest.fixture
def field(qtbot):
    window = QWidget()
    QLineEdit(window).setFocus()
    made = NumberField(window)
    made.setPrefix("\u00d7 ")
    made.home, made.told, made.went = window, [], []
    made.typed.connect(made.told.append)
    made.left.connect(lambda: made.went.append(True))
    made.show_value(3, 1, 5)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    return made


def test_what_is_shown_is_told_to_nobody_and_what_is_typed_is(field):
    assert field.told == []
    QTest.keyClicks(field, "4")
    assert field.told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.told == [4]


def test_typing_replaces_the_number_that_was_there(field):
    assert field.lineEdit().selectedText() == "3"
    QTest.keyClicks(field, "2")
    field.clearFocus()
    assert (field.told, field.went) == ([2], [True])


def test_escape_forgets_what_is_typed_and_only_then_belongs_to_the_screen(field):
    QTest.keyClicks(field, "5")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "\u00d7 3"
    field.clearFocus()
    assert field.told == []


def test_the_wheel_is_left_to_what_scrolls(field):
    at = QPointF(3, 3)
    none = Qt.KeyboardModifier.NoModifier
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert (field.value(), wheel.isAccepted()) == (3, False)
