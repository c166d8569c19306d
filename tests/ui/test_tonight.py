from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from bedtime.movement.fitting import fit
from bedtime.movement.laying_out import lay_out
from bedtime.reminder.page import Brief
from bedtime.session.tonight import Evening, tonight
from bedtime.testing.manual_clock import ManualClock
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import Button
from bedtime.ui.parts.silhouette import Silhouette
from bedtime.ui.screens.tonight import TonightScreen
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words

FRIDAY = date(2025, 11, 21)
EARLIER = frozenset({date(2025, 11, 17), date(2025, 11, 18), date(2025, 11, 20)})
SIZES = {"640x480": (640, 480), "900x620": (900, 620), "1280x800": (1280, 800), "1920x1080": (1920, 1080)}


class Composer:
    """Stands in for the window: answers a choice of minutes with a new view, and remembers what was wished."""

    def __init__(self, library, screen, **evening):
        self.library = library
        self.screen = screen
        self.evening = evening
        self.minutes = []
        self.wishes = []
        screen.minutes_chosen.connect(self.choose)
        for name in ("begin", "carry_on", "start_over", "again"):
            getattr(screen, name).connect(lambda name=name: self.wishes.append(name))
        screen.show_view(self.view(evening.pop("minutes", 10)))

    def choose(self, minutes):
        self.minutes.append(minutes)
        self.screen.show_view(self.view(minutes))

    def view(self, minutes):
        routine = self.library.routine(self.evening.get("routine", "simple-nightly"))
        stretches = self.library.stretches_of(routine)
        fitted = fit(routine, stretches, minutes)
        return tonight(
            Evening(
                now=datetime(2025, 11, 21, 21, 45, tzinfo=timezone(timedelta(hours=1))),
                night=FRIDAY,
                minutes=minutes,
                fitted=fitted,
                timeline=lay_out(fitted.routine, stretches, self.library.patterns),
                nights=self.evening.get("nights", EARLIER),
                unfinished_step=self.evening.get("unfinished_step"),
                tips=self.library.tips,
            )
        )


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def open_screen(show, library, clock):
    def open_it(size="1280x800", theme=Theme.NIGHT, places=("Tonight",), motion=Motion.STILL, **evening):
        screen = TonightScreen(Silhouette(), clock, places)
        composer = Composer(library, screen, **evening)
        screen.choose(theme, motion)
        show(screen, QSize(*SIZES[size]))
        screen.activateWindow()
        screen.land()
        return composer

    return open_it


def circle(screen, sign):
    return next(each for each in screen.findChildren(QRadioButton) if each.text() == sign)


def button(screen, words):
    return next(each for each in screen.findChildren(Button) if words in {each.text(), each.accessibleName()})


def click(part):
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.rect().center())


STATES = {
    "ready": {},
    "first run": {"nights": frozenset(), "minutes": 7, "routine": "trial-six-weeks"},
    "done": {"nights": EARLIER | {FRIDAY}},
    "interrupted": {"unfinished_step": 4, "minutes": 17, "routine": "restless-evening"},
    "much left out": {"routine": "physio-strong", "minutes": 5},
    "another dose": {"routine": "trial-six-weeks", "minutes": 20},
    "all places": {"places": ("Tonight", "Routines", "Diary", "Reminder")},
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_or_lies_over_something_else(open_screen, size, state):
    screen = open_screen(size, **STATES[state]).screen
    assert cut_off(screen) == []
    assert overlapping(screen) == []


@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize("size", ["640x480", "1280x800"])
def test_every_word_can_be_read(open_screen, size, theme):
    assert weak_words(open_screen(size, theme).screen) == []


@pytest.mark.parametrize("size", ["640x480", "1280x800", "1920x1080"])
def test_the_night_screen_sends_out_less_than_three_percent(open_screen, size):
    assert melanopic_percent(open_screen(size).screen.grab().toImage()) < 3


def test_it_opens_with_the_focus_on_begin(open_screen):
    screen = open_screen().screen
    assert screen.focusWidget() is button(screen, "Begin")


def test_enter_begins_from_wherever_the_focus_is(open_screen):
    composer = open_screen()
    for part in (button(composer.screen, "Begin"), circle(composer.screen, "10"), composer.screen):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Return)
        button(composer.screen, "Begin")._tremor.stop()
    assert composer.wishes == ["begin"] * 3


@pytest.mark.parametrize(
    ("state", "words", "wish"),
    [
        ("ready", "Begin", "begin"),
        ("first run", "Begin", "begin"),
        ("done", "Again", "again"),
        ("interrupted", "Carry on from stretch 4", "carry_on"),
        ("interrupted", "Start over", "start_over"),
    ],
)
def test_each_evening_has_its_own_action(open_screen, state, words, wish):
    composer = open_screen(**STATES[state])
    click(button(composer.screen, words))
    assert composer.wishes == [wish]


def test_a_circle_chooses_its_minutes_and_the_title_follows(open_screen):
    composer = open_screen()
    click(circle(composer.screen, "7"))
    assert composer.minutes == [7]
    assert composer.screen._title.text() == "Seven quiet minutes"
    assert circle(composer.screen, "7").accessibleName() == "Fit to 7 minutes, selected"
    assert circle(composer.screen, "10").accessibleName() == "Fit to 10 minutes"


def test_the_arrows_go_from_circle_to_circle(open_screen):
    composer = open_screen()
    circle(composer.screen, "10").setFocus()
    QTest.keyClick(composer.screen.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(composer.screen.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(composer.screen.focusWidget(), Qt.Key.Key_Left)
    assert composer.minutes == [15, 20, 15]


def test_any_number_can_be_reached_with_the_mouse(open_screen):
    composer = open_screen()
    click(circle(composer.screen, ""))
    for _ in range(2):
        more = button(composer.screen, "One minute more")
        click(more)
        more._tremor.stop()
    click(button(composer.screen, "One minute less"))
    assert composer.minutes == [11, 12, 11]
    assert circle(composer.screen, "11").accessibleName() == "Fit to 11 minutes, selected"


def test_stepping_over_an_offered_number_keeps_the_buttons_under_the_pointer(open_screen):
    composer = open_screen(minutes=14)
    click(button(composer.screen, "One minute more"))
    assert composer.minutes == [15]
    assert button(composer.screen, "One minute more").isVisible()


def test_up_and_down_change_another_number_by_one_within_five_to_twenty(open_screen):
    composer = open_screen(minutes=19)
    circle(composer.screen, "19").setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(composer.screen.focusWidget(), key)
    assert composer.minutes == [20, 19]


def test_two_digits_typed_soon_after_each_other_are_one_number(open_screen):
    composer = open_screen()
    QTest.keyClicks(composer.screen.focusWidget(), "12")
    assert composer.minutes == [12]


def test_a_digit_typed_late_is_a_number_of_its_own(open_screen, clock):
    composer = open_screen()
    QTest.keyClicks(composer.screen.focusWidget(), "1")
    clock.advance(0.9)
    QTest.keyClicks(composer.screen.focusWidget(), "8")
    assert composer.minutes == [8]


def test_showing_a_view_chooses_nothing(open_screen):
    composer = open_screen()
    composer.screen.show_view(composer.view(15))
    assert composer.minutes == []
    assert circle(composer.screen, "15").isChecked()


@pytest.mark.parametrize("size", ["640x480", "1280x800"])
def test_the_list_opens_in_place_of_the_strip_and_escape_closes_it(open_screen, size):
    screen = open_screen(size, routine="restless-evening").screen
    see = button(screen, "See the stretches")
    click(see)
    assert screen.sees_stretches
    assert screen._list.isVisible()
    assert screen._list.hasFocus()
    assert not screen._strip.isVisible()
    assert screen.rect().contains(screen._list.geometry())
    QTest.keyClick(screen._list, Qt.Key.Key_Escape)
    assert not screen._list.isVisible()
    assert see.hasFocus()


def test_the_list_names_every_stretch_for_the_eye_and_the_ear(open_screen):
    composer = open_screen(routine="physio-strong", minutes=5)
    composer.screen.see_stretches(seen=True)
    spoken = [composer.screen._list.item(row).text() for row in range(composer.screen._list.count())]
    assert len(spoken) == 12
    assert sum(line.endswith("left out tonight") for line in spoken) == 7


def test_the_floor_slides_to_other_minutes_and_comes_to_rest(open_screen, qtbot):
    composer = open_screen(motion=Motion.FULL)
    floor = composer.screen._floor
    with qtbot.waitSignal(floor._glide.finished):
        click(circle(composer.screen, "20"))
    composer.screen.grab()
    assert floor._drawn == floor._pixels()


def test_with_reduced_motion_the_floor_does_not_slide(open_screen):
    composer = open_screen(motion=Motion.REDUCED)
    click(circle(composer.screen, "20"))
    assert composer.screen._floor._glide.state() is composer.screen._floor._glide.State.Stopped


def test_a_single_place_is_only_a_name_and_more_can_be_gone_to(open_screen, qtbot):
    alone = open_screen().screen
    assert not any(each.text() == "Tonight" for each in alone.findChildren(Button))
    several = open_screen(places=("Tonight", "Diary")).screen
    with qtbot.waitSignal(several.gone_to) as gone:
        click(button(several, "Diary"))
    assert gone.args == ["Diary"]


def test_the_tab_key_goes_through_in_reading_order(open_screen):
    screen = open_screen(unfinished_step=3).screen
    circle(screen, "10").setFocus()
    order = []
    for _ in range(3):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        order.append(screen.focusWidget().text())
    assert order == ["Carry on from stretch 3", "Start over", "See the stretches"]


def test_a_press_beside_the_circles_chooses_nothing(open_screen):
    composer = open_screen()
    QTest.mouseClick(circle(composer.screen, "7"), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert composer.minutes == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "brief",
    [
        Brief(when="Tonight at 21:45", soon="in 32 minutes"),
        Brief(when="Skipped for tonight", soon="then Wednesday at 21:45"),
        Brief(when="The reminder needs a look", soon="", action="See why"),
    ],
)
def test_the_lines_of_the_reminder_fit(open_screen, size, brief):
    screen = open_screen(size).screen
    screen.show_brief(brief)
    assert cut_off(screen) == []
    assert overlapping(screen) == []


def test_without_a_reminder_a_button_leads_to_where_one_is_set(open_screen, qtbot):
    screen = open_screen().screen
    screen.show_brief(Brief(when="No reminder set", soon="", action="Set one"))
    button = next(each for each in screen.findChildren(Button) if each.text() == "Set one")
    assert button.accessibleName() == "No reminder set. Set one"
    with qtbot.waitSignal(screen.reminder_wanted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    screen.show_brief(Brief(when="Tonight at 21:45", soon="in 32 minutes"))
    assert not button.isVisible()
