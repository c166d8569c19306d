"""Joins the reminder's screen, and the lines of Tonight, to what is known of reminders."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from PySide6.QtCore import QObject

from bedtime.language import _
from bedtime.reminder.page import (
    AT_LEAST_ONE,
    STEP_MIN,
    Action,
    Page,
    hour_later,
    stepped,
    switched,
    with_morning,
    with_night,
    with_time,
)
from bedtime.reminder.preferences import FullScreen, Preferences, Sound
from bedtime.reminder.rule import Weekday
from bedtime.session.desk import Desk
from bedtime.ui.places import PLACES, TONIGHT, Ways
from bedtime.ui.reminding import Reminding
from bedtime.ui.screens.reminder import ReminderScreen
from bedtime.ui.wardrobe import dress
from bedtime.ui.window import Window

Now = Callable[[], datetime]


class Remindings(QObject):
    """Leads to the reminder. Made when it is first wanted."""

    def __init__(self, window: Window, ways: Ways, desk: Desk, reminding: Reminding, now: Now) -> None:
        """Nothing is shown yet; `open` begins."""
        super().__init__(window)
        self._window, self._desk, self._reminding, self._now = window, desk, reminding, now
        self.screen = ReminderScreen(PLACES)
        window.add(self.screen)
        self._connect(ways)
        window.escaped.connect(lambda: ways.go_to(TONIGHT) if window.screen_shown is self.screen else None)

    def _connect(self, ways: Ways) -> None:
        screen, reminding = self.screen, self._reminding
        screen.gone_to.connect(ways.go_to)
        screen.hours_stepped.connect(lambda hours: self._set(hour_later(self._at, hours)))
        screen.minutes_stepped.connect(lambda step: self._set(stepped(self._at, step * STEP_MIN)))
        screen.time_typed.connect(self._set)
        screen.night_toggled.connect(self._toggle_night)
        screen.snooze_chosen.connect(self._snooze)
        screen.switched.connect(lambda: reminding.change_now(switched))
        screen.acted.connect(self._act)
        screen.chime_asked.connect(lambda: reminding.change(_other_sound))
        screen.hold_asked.connect(lambda: reminding.change(_other_hold))
        screen.morning_asked.connect(lambda: reminding.change(with_morning))
        screen.test_wanted.connect(reminding.test)
        reminding.changed.connect(self._show)

    def open(self) -> None:
        """Show the reminder, and look anew at how it stands."""
        dress(self.screen, self._desk.settings, self._now())
        self.screen.show_page(self._page, is_testing=self._reminding.is_testing)
        self._window.go_to(self.screen)
        self._reminding.ask_again()

    def _show(self) -> None:
        if self.screen.isVisible():
            self.screen.show_page(self._page, is_testing=self._reminding.is_testing)

    @property
    def _page(self) -> Page:
        return self._reminding.page(self._desk.minutes)

    @property
    def _at(self) -> time:
        return self._reminding.page(None).at

    def _set(self, at: time) -> None:
        self._reminding.change(lambda chosen, now: with_time(chosen, now, at))

    def _toggle_night(self, night: Weekday) -> None:
        if self._reminding.page(None).nights == {night}:
            self.screen.say_of_days(_(AT_LEAST_ONE))
        else:
            self._reminding.change(lambda chosen, now: with_night(chosen, now, night))

    def _snooze(self, minutes: int) -> None:
        self._reminding.change(lambda chosen, _: replace(chosen, snooze_min=minutes))

    def _act(self, action: Action) -> None:
        match action:
            case Action.SWITCH_ON:
                self._reminding.change_now(switched)
            case Action.SKIP:
                self._reminding.skip()
            case Action.WANT_AGAIN:
                self._reminding.want_again()
            case Action.NONE:
                pass


def _other_sound(chosen: Preferences, _now: datetime) -> Preferences:
    return replace(chosen, sound=Sound.SILENT if chosen.sound is Sound.CHIME else Sound.CHIME)


def _other_hold(chosen: Preferences, _now: datetime) -> Preferences:
    holds = chosen.full_screen is FullScreen.HOLD
    return replace(chosen, full_screen=FullScreen.SHOW if holds else FullScreen.HOLD)
