from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bedtime.ui.screens.dark import DarkScreen
from tests.ui.measure import melanopic_percent


def test_it_is_black_and_hides_the_pointer(show):
    screen = DarkScreen()
    show(screen, QSize(640, 480))
    assert melanopic_percent(screen.grab().toImage()) == 0
    assert screen.cursor().shape() is Qt.CursorShape.BlankCursor


def test_a_key_or_a_click_wakes_it(show):
    screen = DarkScreen()
    show(screen, QSize(640, 480))
    woken = []
    screen.woken.connect(lambda: woken.append(1))
    QTest.keyClick(screen, Qt.Key.Key_A)
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton)
    assert len(woken) == 2


def test_a_key_that_is_still_held_down_does_not_wake_it(show):
    screen = DarkScreen()
    show(screen, QSize(640, 480))
    woken = []
    screen.woken.connect(lambda: woken.append(1))
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, text="\r", autorep=True)
    QApplication.sendEvent(screen, held)
    assert woken == []
