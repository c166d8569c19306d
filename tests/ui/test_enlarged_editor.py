"""Larger text in the editor, its panels and the form of an own stretch: all can be reached, nothing is cut off."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bedtime.movement.edits import SetNotes, SetStepName
from bedtime.movement.own_stretch import new_stretch
from bedtime.ui.parts.editor_row import Spot
from bedtime.ui.parts.label import Words
from tests.ui.form_home import Home
from tests.ui.measure import cut_off, overlapping
from tests.ui.test_editor import STATES
from tests.ui.workshop import SIZES, removed

ENLARGED = [1.0, 1.5, 2.0]


def own_chosen(workshop):
    """The catalogue with both of its buttons."""
    ids = workshop.library.stretch_ids
    workshop.library.keep_stretch(new_stretch("A scarf around the foot", ids, steps=("Sit",), feel="calf"))
    workshop.screen.open_catalogue()
    QTest.keyClicks(QApplication.focusWidget(), "scarf")
    assert workshop.screen._catalogue._change.isVisible()


def notes_shown(workshop):
    workshop.bench.apply(SetNotes("slow\nwarm feet"))
    workshop.screen._toggle_notes()


def much_changed(workshop):
    """A comparison of many long lines."""
    for row in range(6):
        workshop.bench.apply(SetStepName(row, "The one with the long name that the physiotherapist wrote down"))
    removed(workshop)
    workshop.screen.open_comparison()


ALL_STATES = STATES | {"own chosen": own_chosen, "notes": notes_shown, "much changed": much_changed}


@pytest.mark.parametrize("enlarged", ENLARGED)
@pytest.mark.parametrize("size", SIZES)
def test_the_editor_stays_whole(open_editor, size, enlarged):
    for state, lead in ALL_STATES.items():
        workshop = open_editor(size=size)
        workshop.screen.enlarge(enlarged)
        lead(workshop)
        QApplication.processEvents()
        assert (state, cut_off(workshop.screen), overlapping(workshop.screen)) == (state, [], [])


@pytest.mark.parametrize("enlarged", ENLARGED)
@pytest.mark.parametrize("size", SIZES)
def test_the_keyboard_never_leaves_what_is_seen(open_editor, size, enlarged):
    """Going through the whole editor with Tab brings each part into view: nothing is there that cannot be reached."""
    workshop = open_editor("trial-six-weeks", size)
    screen = workshop.screen
    screen.enlarge(enlarged)
    screen._list.toggle(1)
    screen._list.land(0, Spot.HANDLE)
    seen = set()
    while (part := QApplication.focusWidget()) not in seen and screen._list.isAncestorOf(part):
        seen.add(part)
        shown = screen._list.viewport().rect()
        middle = part.mapTo(screen._list.viewport(), part.rect().center())
        assert shown.adjusted(-8, -8, 8, 8).contains(middle), part.accessibleName()
        QTest.keyClick(part, Qt.Key.Key_Tab)
    assert len(seen) > 15


def incomplete(home):
    QTest.keyClicks(home.screen._name, "Scarf")
    home.screen.go_back()


def missing(home):
    QTest.keyClicks(home.screen._name, "Scarf")
    home.keep()


FORMS = {
    "empty": Home.open,
    "filled": Home.fill_in,
    "asked": incomplete,
    "missing": missing,
    "figures": lambda home: home.screen.open_figures(),
    "figure": lambda home: home.screen.figure_chosen.emit("towel-calf"),
}


@pytest.mark.parametrize("enlarged", ENLARGED)
@pytest.mark.parametrize("size", SIZES)
def test_the_form_stays_whole(show, tmp_path, size, enlarged):
    for state, lead in FORMS.items():
        home = Home(show, size, tmp_path)
        home.window.enlarge(enlarged)
        home.open()
        lead(home)
        QApplication.processEvents()
        assert (state, cut_off(home.screen), overlapping(home.screen)) == (state, [], [])
        assert all(is_within(part, home.screen._scroll.content) for part in fields(home.screen._scroll.content))


def fields(content: QWidget) -> list[QWidget]:
    return [part for part in content.findChildren(QWidget) if part.isVisible() and part.parentWidget() is content]


def is_within(part: QWidget, content: QWidget) -> bool:
    """Whether all of a part can be scrolled to. The room of a focus ring does not count."""
    return content.rect().adjusted(-8, -8, 8, 8).contains(part.geometry())


def test_letters_grow_with_the_setting(open_editor):
    workshop = open_editor(size="1920x1080")
    screen = workshop.screen

    def sizes() -> dict[str, int]:
        return {one.text(): one.font().pixelSize() for one in screen.findChildren(Words) if one.isVisible()}

    before = sizes()
    number = workshop.rows[0]._amount.number
    digits = number.font().pixelSize()
    screen.enlarge(1.5)
    after = sizes()
    shared = before.keys() & after.keys()
    assert len(shared) > 5
    assert {text for text in shared if after[text] <= before[text]} == set()
    assert number.font().pixelSize() > digits
    assert workshop.rows[0].mapTo(screen, QPoint(0, 0)).x() >= 0
