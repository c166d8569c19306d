"""What the window knows of reminders: asked of the worker, kept here, and told to whoever shows it.

None of it is loaded before the first paint. What a person changes is shown at once, and kept when they rest a moment.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from bedtime.errors import BedtimeError
from bedtime.language import _
from bedtime.reminder.delivery import Delivered
from bedtime.reminder.page import Brief, Page, brief, page, troubled
from bedtime.reminder.preferences import Preferences
from bedtime.reminder.reminders import Reminders, Status
from bedtime.reminder.rule import seconds_until

log = logging.getLogger(__name__)
T = TypeVar("T")

REST_MS = 350
LOOK_MS = 30_000
Now = Callable[[], datetime]
Change = Callable[[Preferences, datetime], Preferences]
UNKNOWN = Status(
    preferences=Preferences(),
    coming=None,
    settled=None,
    headline="",
    days="",
    kept_by="",
    last=None,
    last_words="",
    trial=None,
    trial_words="",
    morning=None,
)
"""How things stand as long as nobody can say."""


class Bell(Protocol):
    """What reaches the operating system. Asked in the worker only."""

    @property
    def reminders(self) -> Reminders:
        """The wishes and the truth."""
        ...

    def trial(self) -> object:
        """Send a test."""
        ...

    def delivered(self) -> Delivered:
        """Whether a notice would be seen."""
        ...


class Runner(Protocol):
    """Runs a job somewhere else, and answers on the window's thread."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `job`, then `then` with its result, or `failed` with its error."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """What an answer was: how things stand, since which change, and what was refused."""

    status: Status
    stamp: object
    refused: str = ""
    delivered: Delivered | None = None


class Reminding(QObject):
    """`changed` tells that `page` or `brief` may have other words now."""

    changed = Signal()

    def __init__(self, bell: Bell, runner: Runner, now: Now) -> None:
        """Nothing is known yet; `start` asks. `now` carries the zone of the computer."""
        super().__init__()
        self._bell, self._runner, self._now = bell, runner, now
        self._known: Known | None = None
        self._wanted: Preferences | None = None
        self._delivered: Delivered | None = None
        self.is_testing = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.keep)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)

    def start(self) -> None:
        """Repair what is installed, and learn how things stand; from then on notice what others change."""
        self._ask(Reminders.repair, with_desktop=True)
        self._looking.start()

    def finish(self) -> None:
        """The window closes: keep what was just changed."""
        self._looking.stop()
        if self._rest.isActive():
            self.keep()

    # What is shown

    @property
    def brief(self) -> Brief | None:
        """The lines of the first screen; None as long as nothing is known."""
        if self._known is None:
            return None
        if self._known.refused:
            return Brief(when=_("The reminder needs a look"), soon="", action=_("See why"))
        return brief(self._known.status, self._delivered, self._now())

    def page(self, minutes: int | None) -> Page:
        """The whole page, for a routine of so many minutes."""
        known = self._known
        status = UNKNOWN if known is None else known.status
        if self._wanted is not None:
            status = replace(status, preferences=self._wanted)
        shown = page(status, self._delivered, self._now(), minutes)
        return troubled(shown, known.refused) if known is not None and known.refused else shown

    # What is wished

    def change(self, change: Change) -> None:
        """Change what is chosen. Shown at once; kept when nothing more follows for a moment."""
        self._wanted = change(self._preferences, self._now())
        self._rest.start()
        self.changed.emit()

    def change_now(self, change: Change) -> None:
        """Change what is chosen, and keep it at once."""
        self.change(change)
        self.keep()

    def keep(self) -> None:
        """Keep what was changed, now."""
        self._rest.stop()
        wanted = self._wanted
        if wanted is not None:
            self._ask(lambda reminders: reminders.choose(wanted))

    def skip(self) -> None:
        """Leave tonight out."""
        self._ask(Reminders.skip)

    def want_again(self) -> None:
        """Want tonight's reminder after all."""
        self._ask(Reminders.unskip)

    def test(self) -> None:
        """Send a test. `is_testing` until it is known how it went."""
        if not self.is_testing:
            self.is_testing = True
            self.changed.emit()
            self._ask(lambda _: self._bell.trial(), with_desktop=True)

    # What happens

    def a_session_began(self) -> None:
        """Take its notice from the screen, and its snooze with it."""
        self._ask(_begin)

    def a_session_ended(self) -> None:
        """Tonight may be done."""
        self._ask(Reminders.repair)

    def ask_again(self) -> None:
        """Look anew at everything, the desktop as well."""
        self._ask(_nothing, with_desktop=True)

    def look(self) -> None:
        """The minutes have passed; and another process may have changed something."""
        coming = self._known.status.coming if self._known is not None else None
        if coming is not None and seconds_until(coming.at, self._now()) < 0:
            self._ask(_nothing)
        else:
            self._runner.run(self._stamp, self._compare, self._fail)
        self.changed.emit()

    def _stamp(self) -> object:
        return self._bell.reminders.stamp()

    def _compare(self, stamp: object) -> None:
        if self._known is not None and stamp != self._known.stamp:
            self._ask(_nothing)

    # Asking

    @property
    def _preferences(self) -> Preferences:
        if self._wanted is not None:
            return self._wanted
        return UNKNOWN.preferences if self._known is None else self._known.status.preferences

    def _ask(self, what: Callable[[Reminders], object], *, with_desktop: bool = False) -> None:
        wanted = self._wanted
        self._runner.run(
            lambda: self._answer(what, with_desktop=with_desktop), lambda known: self._take(known, wanted), self._fail
        )

    def _answer(self, what: Callable[[Reminders], object], *, with_desktop: bool) -> Known:
        """In the worker: do it, and say how things stand after it."""
        reminders = self._bell.reminders
        refused, status = "", UNKNOWN
        try:
            what(reminders)
        except BedtimeError as error:
            refused = str(error)
        try:
            status = reminders.status()
        except BedtimeError as error:
            refused = refused or str(error)
        return Known(status, reminders.stamp(), refused, self._bell.delivered() if with_desktop else None)

    def _take(self, known: Known, wanted: Preferences | None) -> None:
        self._known = known
        if known.delivered is not None:
            self._delivered = known.delivered
            self.is_testing = False
        if self._wanted == wanted and not self._rest.isActive():
            self._wanted = None
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        """Something that is nobody's fault but ours. The evening goes on."""
        log.error("The reminder could not be asked: %s", error)
        self._known = Known(UNKNOWN, None, _("Bedtime could not look after the reminder."))
        self.is_testing = False
        self.changed.emit()


def _begin(reminders: Reminders) -> None:
    reminders.began()
    reminders.repair()


def _nothing(_reminders: Reminders) -> None:
    """Only look."""
