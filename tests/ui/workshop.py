"""A bench with the editor on it, and hands that press and choose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bedtime.movement.personal import PersonalLibrary
from bedtime.session.bench import Bench
from bedtime.session.catalogue import catalogue
from bedtime.session.editor import editor
from bedtime.store.bundled import read_bundled
from bedtime.testing.manual_clock import ManualClock
from bedtime.testing.shelves import memory_shelves
from bedtime.ui.parts.button import Button
from bedtime.ui.parts.editor_row import Spot
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.screens.editor import EditorScreen
from tests.session.test_bench import Keeper

SIZES = {"640x480": (640, 480), "900x620": (900, 620), "1280x800": (1280, 800), "1920x1080": (1920, 1080)}
with_a_menu = pytest.mark.qt_log_ignore("This plugin does not support")


class Workshop:
    """Stands in for the window: a bench with a screen on it."""

    def __init__(self, routine):
        self.clock = clock = ManualClock()
        self.library = PersonalLibrary(read_bundled, memory_shelves())
        self.keeper = Keeper(self.library)
        self.bench = Bench(self.library, self.keeper)
        self.kept, self.left, self.own = [], [], []
        self.bench.open(routine) if routine else self.bench.open_new()
        patterns = self.library.patterns.values()
        breaths = tuple((one.id, one.name) for one in patterns if one.phases and not one.holds_breath)
        self.screen = screen = EditorScreen(Silhouette(), clock, clock, breaths, self.lines)
        screen.wished.connect(self.bench.apply)
        screen.settled.connect(self.bench.settle)
        screen.undo_wished.connect(self.bench.undo)
        screen.redo_wished.connect(self.bench.redo)
        screen.done.connect(lambda: self.bench.finish(self.kept.append, pytest.fail))
        screen.put_away.connect(lambda: self.left.append(True))
        screen.own_wanted.connect(self.own.append)

    def open(self):
        self.screen.begin(editor(self.draft))
        self.bench.draft.subscribe(lambda draft: draft and self.screen.show_view(editor(draft)))

    def lines(self):
        return catalogue(map(self.library.stretch, self.library.stretch_ids), self.library.own_stretch_ids)

    @property
    def draft(self):
        return self.bench.draft.value

    @property
    def stretches(self):
        return [step.stretch for step in self.draft.routine.steps]

    @property
    def rows(self):
        return self.screen._list.rows


def button(screen, words):
    found = (each for each in screen.findChildren(Button) if words in {each.text(), each.accessibleName()})
    return next(each for each in found if each.isVisible())


def click(part, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, modifier, part.rect().center())
    if isinstance(part, Button):
        part._tremor.stop()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def choose(words):
    """Choose from the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text().startswith(words))
    assert action.isEnabled()
    action.trigger()
    menu.close()


ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def removed(workshop):
    """Leave out the first row."""
    workshop.rows[0].land(Spot.HANDLE)
    press(Qt.Key.Key_Delete)
