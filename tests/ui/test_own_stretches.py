"""A stretch of one's own is made, pictured, changed and deleted in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bedtime.movement.own_routine import new_routine
from bedtime.movement.routine import Step
from bedtime.ui.palette import Theme
from tests.movement.test_pictures import an_svg
from tests.ui.form_home import Home
from tests.ui.measure import melanopic_percent, overlapping, weak_words
from tests.ui.workshop import SIZES, button, click


@pytest.fixture
def open_home(show, tmp_path):
    def open_it(size="1280x800", stretch=""):
        home = Home(show, size, tmp_path)
        home.open(stretch)
        return home

    return open_it


@pytest.fixture
def png(tmp_path):
    path = tmp_path / "me.png"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkRed)
    image.save(str(path))
    return path


def test_a_stretch_is_made_with_the_keyboard_alone(open_home):
    home = open_home()
    home.fill_in()
    home.screen._keep.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert home.backs == ["with-a-scarf"]
    stretch = home.library.stretch("with-a-scarf")
    assert (stretch.steps, stretch.dose.hold_s.default) == (("Sit", "Pull"), 30)


def test_what_is_missing_is_told_and_gone_to(open_home):
    home = open_home()
    home.keep()
    assert home.screen._missing.text() == "It needs a name."
    assert home.screen._name.hasFocus()
    QTest.keyClicks(home.screen._name, "Scarf")
    home.keep()
    assert home.screen._missing.text() == "Say in a line or two what to do."
    assert home.screen._steps.hasFocus()
    assert home.backs == []


def test_where_legs_and_dose_are_chosen(open_home):
    home = open_home()
    home.fill_in()
    click(home.screen._place.segments[2])
    click(home.screen._legs.segments[1])
    click(home.screen._counting.segments[1])
    click(home.screen._amount._more)
    home.keep()
    stretch = home.library.stretch("with-a-scarf")
    assert (stretch.position, stretch.sides, stretch.dose.reps.default) == ("bed", "both", 11)


def test_a_picture_of_ones_own_is_shown_and_kept(open_home, png):
    home = open_home()
    home.fill_in()
    home.form.take_picture(png)
    assert home.screen._picture.isVisible()
    home.keep()
    assert home.library.picture("with-a-scarf") == png.read_bytes()
    assert home.forgotten


def test_a_picture_that_stays_is_kept_and_one_that_is_left_out_is_not(open_home, png):
    home = open_home()
    home.fill_in()
    home.form.take_picture(png)
    home.keep()
    home.open("with-a-scarf")
    assert home.screen._picture.isVisible()
    home.keep()
    assert home.library.picture("with-a-scarf") == png.read_bytes()
    home.open("with-a-scarf")
    click(button(home.screen, "Leave the picture out"))
    home.keep()
    assert home.library.stretch("with-a-scarf").picture is None


@pytest.mark.parametrize(
    "data",
    [
        b"no picture",
        b"",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        an_svg('<image href="file:///etc/hostname" width="5" height="5"/>'),
        bytes(11 << 20),
    ],
)
def test_a_picture_that_cannot_be_used_is_refused_with_a_sentence_and_never_shown(open_home, tmp_path, data):
    home = open_home()
    path = tmp_path / "bad.png"
    path.write_bytes(data)
    home.form.take_picture(path)
    assert home.told.endswith(".")
    assert not home.screen._picture.isVisible()
    home.fill_in()
    home.keep()
    assert home.library.picture("with-a-scarf") is None


def test_the_figure_of_another_stretch_is_taken_over_with_its_cautions(open_home):
    home = open_home()
    home.fill_in()
    click(button(home.screen, "Take a figure over"))
    QTest.keyClicks(QApplication.focusWidget(), "towel calf")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert home.screen._figure.isVisible()
    home.keep()
    stretch = home.library.stretch("with-a-scarf")
    assert stretch.pose_of == "towel-calf"
    assert stretch.cautions == home.library.stretch("towel-calf").cautions


def test_a_stretch_that_a_routine_has_is_not_deleted_and_one_that_none_has_is(open_home):
    home = open_home()
    home.fill_in()
    home.keep()
    routine = new_routine(home.library.routine_ids)

    home.library.keep_routine(replace(routine, steps=(Step(stretch="with-a-scarf"),)))
    home.open("with-a-scarf")
    click(button(home.screen, "Delete this stretch"))
    assert home.told == "It is still part of “My routine”. Take it out there first."
    home.library.remove_routine(routine.id)
    click(button(home.screen, "Delete this stretch"))
    assert home.library.own_stretch_ids == ()


def test_escape_closes_the_figures_and_then_leaves(open_home):
    home = open_home()
    home.screen.open_figures()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert home.backs == []
    QTest.keyClick(home.screen._take, Qt.Key.Key_Escape)
    assert home.backs == [None]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_dialog_that_asks_which_picture_holds_nothing_up(open_home):
    home = open_home()
    click(button(home.screen, "Choose a picture"))
    (dialog,) = home.window.findChildren(QFileDialog)
    dialog.reject()
    QApplication.processEvents()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
def test_the_form_can_be_read_at_every_size(open_home, size, theme):
    home = open_home(size)
    home.screen.choose(theme, home.screen._motion)
    assert overlapping(home.screen._scroll.content) == []
    if size != "640x480":
        assert weak_words(home.screen) == []
    if theme is Theme.NIGHT:
        assert melanopic_percent(home.screen.grab().toImage()) < 3
