"""One reminder from its moment to its answer: what the scheduler starts, and what ends by itself.

It decides whether there is anything to show, holds it back while something fills the screen, shows it once, and waits
for an answer, for another process to settle the night, or for the moment after which it is of no use.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from enum import Enum
from typing import Protocol, assert_never

from bedtime.errors import Fault, NotSaved
from bedtime.handover import Wish
from bedtime.reminder.full_screen import Screen
from bedtime.reminder.notice import (
    Answer,
    CannotShow,
    Notice,
    Presenter,
    Shown,
    evening_notice,
    morning_notice,
    trial_notice,
)
from bedtime.reminder.preferences import FullScreen
from bedtime.reminder.records import Entry, Kind, Outcome
from bedtime.reminder.reminders import NUDGES, Reminders
from bedtime.reminder.rule import Fire, TooLate, Verdict, Wait, seconds_until

LOOK_S = 2.0
HOLD_S = 10.0
EARLY_S = 30.0
TRY_AGAIN_S = (1.0, 3.0, 6.0, 10.0)
TAKEN = "Something filled the screen."

Pause = Callable[[float], None]


class Opener(Protocol):
    """Who opens the window, or tells the one that is open."""

    def open(self, wish: Wish) -> None:
        """Do it. A `Fault` when the program cannot be started."""
        ...


class Snoozes(Enum):
    """Who waits while a reminder is snoozed."""

    SCHEDULER = "scheduler"
    HERE = "here"  # where the scheduler cannot be changed from within what it started


class Firing:
    """What `bedtime reminder fire` does. `minutes` is how long tonight's routine is, if that is known."""

    def __init__(
        self,
        reminders: Reminders,
        presenter: Presenter,
        screens: Sequence[Screen],
        opener: Opener,
        pause: Pause,
        *,
        snoozes: Snoozes = Snoozes.SCHEDULER,
        minutes: int | None = None,
    ) -> None:
        self._reminders = reminders
        self._presenter = presenter
        self._screens = screens
        self._opener = opener
        self._pause = pause
        self._snoozes = snoozes
        self._minutes = minutes

    def run(self) -> Entry | None:
        """Show what is due, if anything is, and return what became of it in the end."""
        last = None
        for kind in NUDGES:
            while (entry := self._once(kind)) is not None:
                last = entry
                if entry.outcome is not Outcome.SNOOZED or self._snoozes is Snoozes.SCHEDULER:
                    break
                self._sleep_through(entry)
        if self._snoozes is Snoozes.SCHEDULER:
            with suppress(Fault):  # what was answered is kept; the next start repairs the schedule
                self._reminders.repair()
        return last

    def trial(self) -> Entry:
        """Send a test at once, without looking at the rule. It says how it went, and does nothing when pressed."""
        chosen = self._reminders.preferences()
        try:
            shown = self._presenter.show(trial_notice(snooze_min=chosen.snooze_min, sound=chosen.sound))
        except CannotShow as error:
            return self._reminders.trial(Outcome.BLOCKED, str(error))
        return self._reminders.trial(Outcome.SHOWN, f"{shown.server}, {shown.buttons.value}")

    def _once(self, kind: Kind) -> Entry | None:
        verdict = self._punctual_verdict(kind)
        if isinstance(verdict, TooLate):
            self._reminders.missed(kind, verdict.night, verdict.at)
        fire = self._when_free(kind) if isinstance(verdict, Fire) else None
        if fire is None:
            return None
        entry = self._reminders.claim(kind, fire.night, fire.at)
        return None if entry is None else self._show(entry, fire)

    def _punctual_verdict(self, kind: Kind) -> Verdict:
        """What to do, after waiting for a moment that is about to come: a scheduler may be a little early."""
        verdict = self._reminders.verdict(kind)
        if isinstance(verdict, Wait) and verdict.coming is not None:
            left_s = seconds_until(verdict.coming.at, self._reminders.now())
            if left_s <= EARLY_S:
                self._pause(left_s)
                return self._reminders.verdict(kind)
        return verdict

    def _when_free(self, kind: Kind) -> Fire | None:
        """Wait while something fills the screen; None when the reminder has become pointless meanwhile."""
        while isinstance(verdict := self._reminders.verdict(kind), Fire):
            if not self._must_hold():
                return verdict
            self._pause(HOLD_S)
        if isinstance(verdict, TooLate):
            self._reminders.missed(kind, verdict.night, verdict.at, TAKEN)
        return None

    def _must_hold(self) -> bool:
        if self._reminders.preferences().full_screen is FullScreen.SHOW:
            return False
        return any(screen.taken() for screen in self._screens)

    def _show(self, entry: Entry, fire: Fire) -> Entry:
        try:
            shown = self._insist(self._notice(entry.kind), fire)
        except CannotShow as error:
            return self._without_notices(entry, str(error))
        return self._await(entry, fire, shown)

    def _insist(self, notice: Notice, fire: Fire) -> Shown:
        """Show it; at login the desktop may need a moment before it can."""
        for pause_s in TRY_AGAIN_S:
            try:
                return self._presenter.show(notice)
            except CannotShow:
                if seconds_until(fire.until, self._reminders.now()) < 0:
                    raise
                self._pause(pause_s)
        return self._presenter.show(notice)

    def _without_notices(self, entry: Entry, why: str) -> Entry:
        """The window itself is the reminder where the desktop shows none."""
        with suppress(Fault):
            self._opener.open(Wish.MORNING if entry.kind is Kind.MORNING else Wish.SHOW)
        return self._reminders.note(entry, Outcome.BLOCKED, detail=why)

    def _await(self, entry: Entry, fire: Fire, shown: Shown) -> Entry:
        stamp = self._reminders.stamp()
        while seconds_until(fire.until, self._reminders.now()) >= 0:
            answer = shown.answer(LOOK_S)
            if answer is not None:
                shown.withdraw()
                return self._answered(entry, answer)
            changed = self._reminders.stamp()
            if changed != stamp and not self._reminders.still_wanted(entry):
                shown.withdraw()
                return entry
            stamp = changed
        shown.withdraw()
        return self._reminders.note(entry, Outcome.EXPIRED)

    def _answered(self, entry: Entry, answer: Answer) -> Entry:
        match answer:
            case Answer.BEGIN:
                self._opener.open(Wish.MORNING if entry.kind is Kind.MORNING else Wish.BEGIN)
                return self._reminders.note(entry, Outcome.BEGAN)
            case Answer.AGAIN:
                minutes = timedelta(minutes=self._reminders.preferences().snooze_min)
                return self._reminders.note(entry, Outcome.SNOOZED, again_in=minutes)
            case Answer.SKIP:
                return self._reminders.note(entry, Outcome.SKIPPED)
            case Answer.PUT_AWAY:
                return self._reminders.note(entry, Outcome.PUT_AWAY)
            case _:
                assert_never(answer)

    def _sleep_through(self, entry: Entry) -> None:
        """Wait for a snooze to end, in short steps, because a computer that slept wakes with a step half done."""
        again_at = entry.again_at or entry.at
        while (left_s := seconds_until(again_at, self._reminders.now())) > 0:
            self._pause(min(HOLD_S, left_s))

    def _notice(self, kind: Kind) -> Notice:
        chosen = self._reminders.preferences()
        if kind is Kind.MORNING:
            return morning_notice(snooze_min=chosen.snooze_min, sound=chosen.sound)
        return evening_notice(minutes=self._minutes, snooze_min=chosen.snooze_min, sound=chosen.sound)


class Waiting:
    """The resident fallback: waits for each reminder in turn, and ends when none is wanted any more."""

    def __init__(self, reminders: Reminders, firing: Firing, pause: Pause) -> None:
        self._reminders = reminders
        self._firing = firing
        self._pause = pause

    def run(self) -> None:
        """Look at least once a minute, so that a computer that slept, travelled or was reset is noticed."""
        while any(self._reminders.rule(kind) is not None for kind in NUDGES):
            with suppress(NotSaved):
                self._firing.run()
            self._pause(self._until_next_look_s())

    def _until_next_look_s(self) -> float:
        coming = [found.at for kind in NUDGES if (found := self._reminders.coming(kind)) is not None]
        left_s = min((seconds_until(at, self._reminders.now()) for at in coming), default=60.0)
        return min(60.0, max(1.0, left_s))
