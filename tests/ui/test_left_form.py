"""Nothing is lost by leaving the form of a stretch of one's own, or by closing the window over it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bedtime.movement.own_stretch import new_stretch
from bedtime.session.left_form import LeftForm
from bedtime.session.own_stretches import Picture, Pictured
from bedtime.session.stretch_form import StretchForm
from tests.ui.form_home import Home
from tests.ui.workshop import button, click


@pytest.fixture
def start(show, tmp_path):
    """Start the program in the same folder, once more each time."""
    return lambda: Home(show, "1280x800", tmp_path)


@pytest.fixture
def png(tmp_path):
    path = tmp_path / "me.png"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkRed)
    image.save(str(path))
    return path


def left_forms(home):
    found = []
    home.shelf.read_forms(found.append)
    return found[0].forms


def test_a_half_filled_form_is_there_when_it_is_opened_again_after_the_window_was_closed(start, png):
    home = start()
    home.open()
    home.fill_in()
    home.form.take_picture(png)
    click(home.screen._place.segments[2])
    home.form.put_down()
    again = start()
    again.open()
    assert again.screen._name.text() == "With a scarf"
    assert again.screen._steps.toPlainText() == "Sit\nPull"
    assert again.screen._place.segments[2].isChecked()
    assert again.screen._picture.isVisible()
    assert again.asked == "This is as you left it."
    again.keep()
    assert again.library.picture("with-a-scarf") == png.read_bytes()
    assert left_forms(start()) == ()


def test_what_is_being_typed_as_the_window_closes_is_kept_too(start):
    home = start()
    home.open()
    QTest.keyClicks(home.screen._name, "Half a na")
    home.form.put_down()
    assert left_forms(start())[0].name == "Half a na"


def test_a_figure_that_was_taken_over_is_there_again(start):
    home = start()
    home.open()
    home.screen.figure_chosen.emit("towel-calf")
    again = start()
    again.open()
    assert again.screen._figure.isVisible()
    assert again.form._now.form.pose_of == "towel-calf"


def test_a_stretch_whose_figure_has_gone_is_offered_without_it(start):
    start().shelf.keep_form(LeftForm("", StretchForm(name="Scarf", pose_of="an-older-stretch")))
    home = start()
    home.open()
    assert home.told == "The figure for “Scarf” is no longer there. Choose another one, or a picture."
    assert home.screen._name.text() == "Scarf"
    assert not home.screen._figure.isVisible()


def test_a_form_of_a_stretch_that_was_deleted_meanwhile_makes_it_anew(start):
    home = start()
    home.shelf.keep_form(LeftForm("gone", StretchForm(name="Gone", steps="Sit"), Picture(Pictured.AS_BEFORE)))
    home.form.carry_on(left_forms(home)[0], home.back)
    home.keep()
    assert home.backs == ["gone"]
    assert home.library.stretch("gone").picture is None
    assert left_forms(home) == ()


def test_leaving_an_untouched_form_asks_nothing(start):
    home = start()
    home.open()
    click(button(home.screen, "Back"))
    assert home.backs == [None]


def test_an_incomplete_form_is_left_for_later_or_thrown_away(start):
    home = start()
    home.open()
    QTest.keyClicks(home.screen._name, "Scarf")
    click(button(home.screen, "Back"))
    assert home.asked == "It is not complete yet."
    click(button(home.screen, "Leave it for later"))
    assert home.backs == [None]
    home.open()
    assert home.screen._name.text() == "Scarf"
    click(button(home.screen, "Back"))
    click(button(home.screen, "Throw away"))
    assert left_forms(home) == ()
    home.open()
    assert home.screen._name.text() == ""


def test_a_complete_form_is_asked_whether_to_keep_it(start):
    home = start()
    home.open()
    home.fill_in()
    click(button(home.screen, "Back"))
    assert home.asked == "Keep this stretch?"
    click(button(home.screen._line, "Keep"))
    assert home.backs == ["with-a-scarf"]


def test_escape_asks_and_escape_again_stays(start):
    home = start()
    home.open()
    QTest.keyClicks(home.screen._name, "Scarf")
    home.screen._place.land()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert home.asked == "It is not complete yet."
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (home.asked, home.backs) == ("", [])
    assert home.screen._name.hasFocus()


def test_starting_again_can_be_taken_back(start, png):
    home = start()
    home.open()
    assert not home.screen._again.isVisible()
    home.fill_in()
    home.form.take_picture(png)
    click(button(home.screen, "Start again"))
    assert home.screen._name.text() == ""
    assert not home.screen._picture.isVisible()
    assert left_forms(home) == ()
    click(button(home.screen._line, "Undo"))
    assert home.screen._name.text() == "With a scarf"
    assert home.screen._picture.isVisible()
    assert len(left_forms(home)) == 1


def test_a_changed_stretch_goes_back_to_how_it_was_kept(start):
    home = start()
    home.library.keep_stretch(new_stretch("Scarf", home.library.stretch_ids, steps=("Sit",), feel="calf"))
    home.open("scarf")
    home.screen.changed.emit(replace(home.form._now.form, amount=45))
    click(button(home.screen, "Start again"))
    assert home.asked == "It is as it was kept."
    assert home.screen._amount.number.value() == 30


def test_a_stretch_that_undo_could_bring_back_is_not_deleted(start):
    home = start()
    home.library.keep_stretch(new_stretch("Scarf", home.library.stretch_ids, steps=("Sit",), feel="calf"))
    home.open("scarf")
    home.used = "It is still part of “Evening”. Take it out there first."
    click(button(home.screen, "Delete this stretch"))
    assert home.told == home.used
    assert home.library.own_stretch_ids == ("scarf",)
