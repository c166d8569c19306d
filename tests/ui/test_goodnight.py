import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from bedtime.session.goodnight import Ending, Saving, goodnight
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import Button
from bedtime.ui.screens.goodnight import STAYS_ON, UNTIL_SAVED, GoodnightScreen
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words

LENGTHS_MS = (70_000, 70_000, 140_000, 80_000, 60_000, 100_000, 80_000)
SIZES = {"640x480": (640, 480), "900x620": (900, 620), "1280x800": (1280, 800), "1920x1080": (1920, 1080)}


def view(saving=Saving.SAVED, ending=Ending.COMPLETED):
    return goodnight(saving, ending, 600_000, 4, LENGTHS_MS, LENGTHS_MS[:3])


class Evening:
    """A screen, the clock it runs on, and what it wished for."""

    def __init__(self, screen, clock):
        self.screen = screen
        self.clock = clock
        self.wishes = []
        self.ratings = []
        self.notes = []
        screen.rated.connect(self.ratings.append)
        screen.noted.connect(self.notes.append)
        for name in ("sleep", "keep_on", "save_a_copy"):
            getattr(screen, name).connect(lambda name=name: self.wishes.append(name))

    def circle(self, number):
        return next(each for each in self.screen.findChildren(QRadioButton) if each.text() == str(number))

    def button(self, words):
        return next(each for each in self.screen.findChildren(Button) if each.text() == words)

    def click(self, part):
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.rect().center())

    def type(self, keys):
        QTest.keyClicks(self.screen.focusWidget(), keys)

    @property
    def bottom_line(self):
        return self.screen._dark_in.text()


@pytest.fixture
def open_screen(show):
    def open_it(size="1280x800", theme=Theme.NIGHT, saving=Saving.SAVED, ending=Ending.COMPLETED):
        clock = ManualClock()
        screen = GoodnightScreen(clock, clock)
        screen.choose(theme, Motion.STILL)
        show(screen, QSize(*SIZES[size]))
        screen.activateWindow()
        screen.greet(view(saving, ending))
        screen.land()
        return Evening(screen, clock)

    return open_it


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("saving", Saving)
@pytest.mark.parametrize("ending", Ending)
def test_nothing_is_cut_off_or_lies_over_something_else(open_screen, size, saving, ending):
    screen = open_screen(size, saving=saving, ending=ending).screen
    assert cut_off(screen) == []
    assert overlapping(screen) == []


@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize("size", ["640x480", "1280x800"])
def test_every_word_can_be_read(open_screen, size, theme):
    evening = open_screen(size, theme)
    evening.screen._rating.show_rating(2)
    assert weak_words(evening.screen) == []


@pytest.mark.parametrize("size", ["640x480", "1280x800", "1920x1080"])
def test_it_sends_out_less_than_one_percent(open_screen, size):
    evening = open_screen(size)
    evening.screen._rating.show_rating(2)
    assert melanopic_percent(evening.screen.grab().toImage()) < 1


def test_it_counts_down_on_the_clock_and_then_goes_dark_once(open_screen):
    evening = open_screen()
    assert evening.bottom_line == "Dark in 60 seconds"
    evening.clock.advance(12)
    assert evening.bottom_line == "Dark in 48 seconds"
    evening.clock.advance(47)
    assert evening.bottom_line == "Dark in 1 second"
    assert evening.wishes == []
    evening.clock.advance(60)
    assert evening.wishes == ["sleep"]
    assert evening.clock.pending_ms is None


def test_late_alarms_do_not_make_it_longer(open_screen):
    evening = open_screen()
    evening.clock.advance(61, late_ms=700)
    assert evening.wishes == ["sleep"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_X, Qt.Key.Key_Shift, Qt.Key.Key_5])
def test_any_key_keeps_the_screen_on(open_screen, key):
    evening = open_screen()
    QTest.keyClick(evening.screen.focusWidget(), key)
    assert not evening.screen.is_counting
    assert evening.bottom_line == STAYS_ON
    assert evening.wishes == ["keep_on"]
    assert evening.clock.pending_ms is None


def test_a_touch_anywhere_keeps_the_screen_on(open_screen):
    evening = open_screen()
    QTest.mouseClick(evening.screen, Qt.MouseButton.LeftButton)
    assert evening.wishes == ["keep_on"]


def test_keep_it_on_goes_away_when_it_has_done_its_work(open_screen):
    evening = open_screen()
    evening.button("Keep it on").setFocus()
    QTest.keyClick(evening.screen.focusWidget(), Qt.Key.Key_Space)
    assert evening.wishes == ["keep_on"]
    assert not evening.button("Keep it on").isVisible()
    assert evening.button("Sleep now").hasFocus()


def test_sleep_now_is_at_hand_and_goes_at_once(open_screen):
    evening = open_screen()
    assert evening.button("Sleep now").hasFocus()
    QTest.keyClick(evening.screen.focusWidget(), Qt.Key.Key_Return)
    assert evening.wishes == ["sleep"]
    assert not evening.screen.is_counting


def test_enter_sleeps_from_a_number_too(open_screen):
    evening = open_screen()
    evening.circle(3).setFocus()
    QTest.keyClick(evening.circle(3), Qt.Key.Key_Return)
    assert evening.wishes[-1] == "sleep"


def test_a_number_rates_and_the_same_number_takes_it_back(open_screen):
    evening = open_screen()
    evening.click(evening.circle(4))
    evening.screen._rating._tremor.stop()
    evening.click(evening.circle(4))
    assert evening.ratings == [4, None]
    assert not evening.circle(4).isChecked()


def test_a_trembling_second_press_takes_nothing_back(open_screen):
    evening = open_screen()
    evening.click(evening.circle(4))
    evening.click(evening.circle(4))
    assert evening.ratings == [4]
    assert evening.circle(4).isChecked()


def test_a_digit_rates_and_one_then_zero_is_ten(open_screen):
    evening = open_screen()
    evening.type("7")
    evening.clock.advance(1)
    evening.type("10")
    assert evening.ratings == [7, 1, 10]
    assert evening.circle(10).accessibleName() == "10 out of 10, unbearable, selected"


def test_one_and_much_later_zero_is_zero(open_screen):
    evening = open_screen()
    evening.type("1")
    evening.clock.advance(0.9)
    evening.type("0")
    assert evening.ratings == [1, 0]


def test_the_arrows_go_from_number_to_number(open_screen):
    evening = open_screen()
    evening.click(evening.circle(4))
    QTest.keyClick(evening.screen.focusWidget(), Qt.Key.Key_Right)
    assert evening.ratings == [4, 5]


def test_a_note_is_told_when_the_typing_rests_and_its_digits_rate_nothing(open_screen, qtbot):
    evening = open_screen()
    evening.screen._note.setFocus()
    with qtbot.waitSignal(evening.screen.noted):
        evening.type("left calf, 3 am")
    assert evening.notes == ["left calf, 3 am"]
    assert evening.ratings == []
    assert not evening.screen.is_counting


def test_a_note_is_told_before_the_light_goes_out(open_screen):
    evening = open_screen()
    evening.screen._note.setFocus()
    evening.type("sore")
    QTest.keyClick(evening.screen._note, Qt.Key.Key_Return)
    assert evening.notes == ["sore"]
    assert evening.button("Sleep now").hasFocus()


def test_what_is_not_saved_keeps_the_screen_on_until_it_is(open_screen):
    evening = open_screen(saving=Saving.NOT_YET)
    assert evening.screen._saved.text() == "Not saved yet. Trying again."
    assert evening.bottom_line == UNTIL_SAVED
    evening.clock.advance(120)
    assert evening.wishes == []
    evening.click(evening.button("Save a copy"))
    assert evening.wishes == ["save_a_copy"]


def test_nothing_is_called_saved_before_the_disk_has_answered(open_screen):
    evening = open_screen(saving=Saving.BEING_SAVED)
    assert evening.screen._saved.text() == "Saving it now."
    assert evening.bottom_line == UNTIL_SAVED
    assert not evening.button("Save a copy").isVisible()
    evening.screen.show_view(view())
    assert evening.bottom_line == "Dark in 60 seconds"


def test_the_countdown_stops_when_saving_turns_out_to_take_longer_and_begins_anew(open_screen):
    evening = open_screen()
    evening.clock.advance(20)
    evening.screen.show_view(view(Saving.NOT_YET))
    assert evening.bottom_line == UNTIL_SAVED
    evening.clock.advance(120)
    assert evening.wishes == []
    evening.screen.show_view(view())
    assert evening.bottom_line == "Dark in 60 seconds"


def test_when_it_is_saved_later_the_countdown_begins_and_the_answers_stay(open_screen):
    evening = open_screen(saving=Saving.NOT_YET)
    evening.screen._rating.show_rating(3)
    evening.screen.show_view(view())
    assert evening.screen._saved.text() == "Saved. Ten minutes, four nights this week."
    assert not evening.button("Save a copy").isVisible()
    assert evening.bottom_line == "Dark in 60 seconds"
    assert evening.screen._rating.rating == 3


def test_somebody_who_was_there_when_it_was_saved_later_is_not_left_in_the_dark(open_screen):
    evening = open_screen(saving=Saving.NOT_YET)
    evening.type("3")
    evening.screen.show_view(view())
    assert not evening.screen.is_counting


def test_out_of_sight_nothing_counts(open_screen):
    evening = open_screen()
    evening.screen.hide()
    assert evening.clock.pending_ms is None


def test_the_next_session_is_asked_about_anew(open_screen):
    evening = open_screen()
    evening.type("4")
    evening.screen.greet(view())
    assert evening.screen._rating.rating is None
    assert evening.screen.is_counting
    assert not any(circle.isChecked() for circle in evening.screen.findChildren(QRadioButton))
