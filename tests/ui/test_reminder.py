"""The reminder's screen, in a real window, on real reminders that are kept in memory."""

from collections.abc import Callable
from datetime import datetime, time, timedelta, timezone

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QRadioButton

from bedtime.errors import Fault
from bedtime.reminder.delivery import Delivered, judged, nobody
from bedtime.reminder.notice import Buttons
from bedtime.reminder.page import AT_LEAST_ONE, switched
from bedtime.reminder.preferences import FullScreen, Preferences, Sound
from bedtime.reminder.records import Kind, Outcome
from bedtime.reminder.reminders import Reminders
from bedtime.reminder.rule import Weekday
from bedtime.settings import MotionChoice, ThemeChoice
from bedtime.testing.at_once import AtOnce
from bedtime.ui.look import Motion
from bedtime.ui.palette import Theme
from bedtime.ui.parts.button import TREMOR_MS, Button
from bedtime.ui.places import TONIGHT, Ways
from bedtime.ui.reminding import Reminding
from bedtime.ui.remindings import Remindings
from bedtime.ui.window import Window
from tests.reminder.doubles import MemoryChoices, MemoryLog
from tests.ui.conftest import SIZES, Show
from tests.ui.measure import cut_off, melanopic_percent, overlapping, weak_words

ZONE = timezone(timedelta(hours=1))
SHOWN, CLICK = judged("a desktop", Buttons.DRAWN, ""), judged("dunst", Buttons.CLICK, "")
BLOCKED = judged("Xfce", Buttons.DRAWN, "Open Settings, then Notifications, and switch Do not disturb off.")
RESIDENT = "This computer runs no systemd for its users. So a small part of Bedtime starts when you log in, and waits."


class Keeper:
    """A scheduler that refuses when it is told to."""

    words = RESIDENT
    command = ("bedtime",)

    def __init__(self) -> None:
        self.plans: list[object] = []
        self.refuses = False

    def bring_to(self, plan: object) -> None:
        if self.refuses:
            raise Fault("systemd did not take the timer: no.")
        self.plans.append(plan)


class Bedside:
    """A window with the reminder's screen, and the computer it stands on."""

    def __init__(self, show: Show, size: QSize, theme: Theme, delivered: Delivered, chosen: Preferences) -> None:
        self.now = datetime(2026, 11, 20, 21, 13, tzinfo=ZONE)
        self.choices, self.log, self.keeper = MemoryChoices(chosen), MemoryLog(), Keeper()
        self.delivery = delivered
        self.reminders = Reminders(
            choices=self.choices,
            log=self.log,
            done=lambda _: frozenset(),
            scheduler=self.keeper,  # type: ignore[arg-type]
            now=lambda: self.now,
        )
        self.reminding = Reminding(self, AtOnce(), lambda: self.now)
        self.window = Window()
        ways = Ways(self.window)
        self.left: list[str] = []
        ways.lead(TONIGHT, lambda: self.left.append(TONIGHT))
        self.place = Remindings(self.window, ways, Desk(), self.reminding, lambda: self.now)  # type: ignore[arg-type]
        self.screen = self.place.screen
        self.reminding.start()
        show(self.window, size)
        self.place.open()
        self.screen.choose(theme, Motion.STILL)

    def trial(self) -> object:
        return self.reminders.trial(Outcome.SHOWN, "a desktop, drawn")

    def delivered(self) -> Delivered:
        return self.delivery

    def button(self, name: str) -> Button:
        found = [b for b in self.screen.findChildren(Button) if name in {b.text(), b.accessibleName()}]
        return found[0]

    def press(self, name: str) -> None:
        button = self.button(name)
        button._tremor.stop()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    def box(self, name: str) -> QCheckBox:
        named = [box for box in self.screen.findChildren(QCheckBox) if name in f"{box.text()} {box.accessibleName()}"]
        return named[0]

    def rest(self) -> None:
        """The person's hands rest for a moment."""
        if self.reminding._rest.isActive():
            self.reminding.keep()

    @property
    def headline(self) -> str:
        return self.screen._headline.text()

    @property
    def chosen(self) -> Preferences:
        return self.choices.preferences


class Desk:
    """Ten minutes tonight, at night."""

    minutes = 10

    class settings:  # noqa: N801 - stands in for the attribute of that name
        """What the wardrobe reads."""

        theme, motion = ThemeChoice.NIGHT, MotionChoice.STILL


ON = switched(Preferences(), datetime(2026, 11, 17, tzinfo=ZONE))
Open = Callable[..., Bedside]


@pytest.fixture
def open_it(show: Show) -> Open:
    made: list[Bedside] = []

    def opened(
        size: str = "1280x800",
        theme: Theme = Theme.NIGHT,
        delivered: Delivered = SHOWN,
        chosen: Preferences = ON,
    ) -> Bedside:
        made.append(Bedside(show, SIZES[size], theme, delivered, chosen))
        return made[-1]

    yield opened  # type: ignore[misc]
    for bedside in made:
        bedside.reminding.finish()
        bedside.window.let_go()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chosen", [ON, Preferences()])
@pytest.mark.parametrize("delivered", [SHOWN, CLICK, BLOCKED, nobody()])
def test_nothing_is_cut_off_or_lies_over_something_else(
    open_it: Open, size: str, chosen: Preferences, delivered: Delivered
) -> None:
    bedside = open_it(size, delivered=delivered, chosen=chosen)
    bedside.press("Send a test")
    assert cut_off(bedside.screen) == []
    assert overlapping(bedside.screen) == []


@pytest.mark.parametrize("theme", [Theme.NIGHT, Theme.DAY, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize("size", SIZES)
def test_every_word_can_be_read(open_it: Open, size: str, theme: Theme) -> None:
    assert weak_words(open_it(size, theme, BLOCKED).screen) == []


@pytest.mark.parametrize("size", SIZES)
def test_it_sends_out_less_than_three_percent(open_it: Open, size: str) -> None:
    assert melanopic_percent(open_it(size).screen.grab().toImage()) < 3


def test_minus_and_plus_move_the_time_at_once_and_keep_it_when_the_hands_rest(open_it: Open) -> None:
    bedside = open_it()
    bedside.press("5 minutes later")
    bedside.press("5 minutes later")
    bedside.press("One hour later")
    assert bedside.screen._time._at == time(22, 55)
    assert bedside.chosen.bedtime.rule.at == time(21, 45)
    bedside.rest()
    assert bedside.chosen.bedtime.rule.at == time(22, 55)
    assert bedside.headline == "Next: tonight at 22:55"


def test_a_time_is_typed_digit_by_digit(open_it: Open) -> None:
    bedside = open_it()
    assert bedside.screen._time.hours.hasFocus()
    QTest.keyClicks(bedside.screen._time.hours, "22")
    assert bedside.screen._time.minutes.hasFocus()
    QTest.keyClicks(bedside.screen._time.minutes, "05")
    bedside.rest()
    assert bedside.chosen.bedtime.rule.at == time(22, 5)


def test_one_digit_and_a_colon_are_an_hour(open_it: Open) -> None:
    bedside = open_it()
    QTest.keyClicks(bedside.screen._time.hours, "9:30")
    QTest.keyClicks(bedside.screen._time.minutes, "30")
    bedside.rest()
    assert bedside.chosen.bedtime.rule.at == time(9, 30)


def test_the_arrows_step_and_escape_forgets_what_was_typed(open_it: Open) -> None:
    bedside = open_it()
    QTest.keyClick(bedside.screen._time.minutes, Qt.Key.Key_Up)
    QTest.keyClick(bedside.screen._time.hours, Qt.Key.Key_Down)
    QTest.keyClick(bedside.screen._time.hours, Qt.Key.Key_1)
    QTest.keyClick(bedside.screen._time.hours, Qt.Key.Key_Escape)
    bedside.rest()
    assert bedside.chosen.bedtime.rule.at == time(20, 50)


def test_evenings_are_toggled_and_said_in_words(open_it: Open) -> None:
    bedside = open_it()
    bedside.box("Saturday").click()
    assert bedside.screen._days.text() == "Every night but Saturday"
    bedside.rest()
    assert Weekday.SATURDAY not in bedside.chosen.bedtime.rule.nights
    assert bedside.box("Saturday").accessibleName() == "Saturday, no reminder"


def test_the_last_evening_stays_and_it_is_said_why(open_it: Open) -> None:
    bedside = open_it()
    for day in list(Weekday)[1:]:
        bedside.box(day.name.capitalize()).click()
    bedside.box("Monday").click()
    assert bedside.screen._days.text() == AT_LEAST_ONE
    assert bedside.box("Monday").isChecked()
    bedside.rest()
    assert bedside.chosen.bedtime.rule.nights == {Weekday.MONDAY}


def test_the_snooze_is_on_the_button_of_the_picture(open_it: Open) -> None:
    bedside = open_it()
    next(circle for circle in bedside.screen.findChildren(QRadioButton) if circle.text() == "20").click()
    assert "In 20 min" in bedside.screen._picture.accessibleName()
    bedside.rest()
    assert bedside.chosen.snooze_min == 20


def test_the_switches_say_what_they_mean_as_they_stand(open_it: Open) -> None:
    bedside = open_it()
    for name in ("Chime", "Hold while full screen", "Morning nudge"):
        bedside.box(name).click()
    bedside.rest()
    assert (bedside.chosen.sound, bedside.chosen.full_screen) == (Sound.CHIME, FullScreen.SHOW)
    assert bedside.chosen.morning.active is not None
    assert bedside.box("Chime").accessibleDescription() == "A soft sound comes with the notification"
    assert bedside.box("Chime").isChecked()


def test_off_the_filled_button_has_the_focus_and_switches_it_on(open_it: Open) -> None:
    bedside = open_it(chosen=Preferences())
    assert bedside.button("Remind me at 21:45").hasFocus()
    QTest.keyClick(bedside.window.focusWidget(), Qt.Key.Key_Return)
    assert bedside.headline == "Next: tonight, in 32 minutes"
    assert bedside.keeper.plans[-1] is not None
    bedside.press("Switch off")
    assert bedside.headline == "Off"
    assert bedside.keeper.plans[-1] is None


def test_tonight_is_skipped_and_wanted_again(open_it: Open) -> None:
    bedside = open_it()
    bedside.press("Skip tonight")
    assert bedside.headline == "Tonight skipped, next tomorrow 21:45"
    bedside.press("Remind me tonight after all")
    assert bedside.headline == "Next: tonight, in 32 minutes"


def test_a_test_says_when_it_arrived(open_it: Open) -> None:
    bedside = open_it()
    bedside.press("Send a test")
    assert bedside.screen._trial.text() == "Last test arrived 21:13"
    assert [entry.kind for entry in bedside.log.entries()] == [Kind.TRIAL]


def test_who_keeps_it_is_said_in_words(open_it: Open) -> None:
    assert open_it().screen._kept_by.text() == RESIDENT


@pytest.mark.parametrize("delivered", [CLICK, BLOCKED, nobody()])
def test_what_is_in_the_way_is_said_in_the_picture(open_it: Open, delivered: Delivered) -> None:
    said = open_it(delivered=delivered).screen._picture.accessibleName()
    assert delivered.words in said
    assert delivered.how_to_allow in said


def test_what_the_scheduler_refuses_is_the_headline(open_it: Open) -> None:
    bedside = open_it()
    bedside.keeper.refuses = True
    bedside.press("Switch off")
    assert bedside.headline == "systemd did not take the timer: no."
    brief = bedside.reminding.brief
    assert brief is not None
    assert brief.action == "See why"


def test_what_another_process_did_is_seen_at_the_next_look(open_it: Open) -> None:
    bedside = open_it()
    bedside.reminders.skip()
    bedside.reminding.look()
    assert bedside.headline == "Tonight skipped, next tomorrow 21:45"


def test_the_minutes_pass(open_it: Open) -> None:
    bedside = open_it()
    bedside.now += timedelta(minutes=12)
    bedside.reminding.look()
    assert bedside.headline == "Next: tonight, in 20 minutes"
    bedside.now += timedelta(hours=2)
    bedside.reminding.look()
    assert bedside.headline.startswith("Next: tomorrow")


def test_a_session_that_begins_takes_the_notice_and_its_snooze_away(open_it: Open) -> None:
    bedside = open_it()
    entry = bedside.reminders.claim(Kind.BEDTIME, bedside.now.date(), bedside.now)
    assert entry is not None
    bedside.reminding.a_session_began()
    assert [each.outcome for each in bedside.log.entries()] == [Outcome.BEGAN]


def test_closing_the_window_keeps_what_was_just_changed(open_it: Open) -> None:
    bedside = open_it()
    bedside.press("5 minutes later")
    bedside.reminding.finish()
    assert bedside.chosen.bedtime.rule.at == time(21, 50)


def test_a_trembling_second_press_switches_nothing_back(open_it: Open) -> None:
    bedside = open_it()
    assert TREMOR_MS
    bedside.box("Chime").click()
    bedside.box("Chime").click()
    assert bedside.box("Chime").isChecked()


def test_escape_forgets_a_digit_first_and_then_leads_to_tonight(open_it: Open) -> None:
    bedside = open_it()
    QTest.keyClick(bedside.screen._time.hours, Qt.Key.Key_1)
    QTest.keyClick(bedside.screen._time.hours, Qt.Key.Key_Escape)
    assert bedside.left == []
    QTest.keyClick(bedside.screen._time.hours, Qt.Key.Key_Escape)
    assert bedside.left == [TONIGHT]
    assert bedside.screen._time._at == time(21, 45)


def test_every_part_can_be_reached_with_the_tab_key(open_it: Open) -> None:
    bedside = open_it("640x480")
    names = set()
    for _ in range(40):
        QTest.keyClick(bedside.window.focusWidget(), Qt.Key.Key_Tab)
        part = bedside.window.focusWidget()
        assert part is not None
        names.add(part.accessibleName() or getattr(part, "text", str)())
    wanted = {
        "Hour",
        "Minute",
        "Monday, reminded",
        "Skip tonight",
        "Switch off",
        "Chime",
        "Morning nudge",
        "Send a test",
    }
    assert wanted <= names
