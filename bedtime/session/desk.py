"""What is laid ready for tonight: the routine, the minutes, and what may be carried on. `session.seating` begins it.

It thinks with `movement`, opens no file and draws nothing. The first paint waits for it, so it loads little.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from bedtime.clock import Clock
from bedtime.diary.night import night_of
from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.fitting import Fit, fit
from bedtime.movement.laying_out import Choices, lay_out
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine
from bedtime.movement.substitution import Suited, SwitchedOff
from bedtime.movement.timeline import Timeline
from bedtime.session.prepared import choices_of, made_ready
from bedtime.session.tonight import Evening
from bedtime.session.tonight_view import FIRST_MINUTES
from bedtime.settings import Settings

if TYPE_CHECKING:  # what plays and records a session is loaded when one begins
    from bedtime.session.record import SessionRecord
    from bedtime.session.unfinished import Unfinished

WORTH_A_TICK_S = 60
"""A night counts as stretched from this much stretching on: less was a try."""


class Desk:
    """Tonight's choices. `keep_settings` is told of every change that should outlast the evening."""

    def __init__(
        self, library: Library, settings: Settings, clock: Clock, keep_settings: Callable[[Settings], None]
    ) -> None:
        self._library = library
        self._clock = clock
        self._keep_settings = keep_settings
        self._records: dict[str, SessionRecord] = {}
        self._unfinished: Unfinished | None = None
        self._minutes_chosen = False
        self.settings = settings
        self.knows_the_past = False

    # What is known

    def remember(self, records: "Iterable[SessionRecord]", unfinished: "Unfinished | None") -> None:
        """Take in what earlier evenings left, as soon as it has been read."""
        self._records = {record.id: record for record in records}
        self._unfinished = unfinished
        self.knows_the_past = True

    def note(self, record: "SessionRecord") -> None:
        """Take in a session that has just ended."""
        self._records[record.id] = record

    @property
    def night(self) -> date:
        """Tonight."""
        return night_of(self._clock.now(), time(self.settings.night_starts_h))

    @property
    def nights(self) -> frozenset[date]:
        """The nights on which there was stretching worth a tick."""
        return frozenset(record.night for record in self._records.values() if record.stretched_s >= WORTH_A_TICK_S)

    @property
    def minutes(self) -> int:
        """The minutes of tonight: as chosen; on the very first evening few, so that it is easy to begin."""
        first = self.knows_the_past and not self._records and not self._minutes_chosen
        return FIRST_MINUTES if first else self.settings.minutes

    @property
    def evening(self) -> Evening:
        """All that the first screen depends on."""
        suited = self._suit(self.routine)
        off = suited if isinstance(suited, SwitchedOff) else None
        fitted = self._fit(self.routine if isinstance(suited, SwitchedOff) else suited.routine)
        return Evening(
            now=self._clock.now(),
            night=self.night,
            minutes=self.minutes,
            fitted=fitted,
            timeline=self._lay_out(fitted.routine),
            nights=self.nights,
            unfinished_step=self._unfinished_step,
            tips=self._library.tips if self.knows_the_past else (),
            knows_the_past=self.knows_the_past,
            changes=() if isinstance(suited, SwitchedOff) else suited.changes,
            asks=() if isinstance(suited, SwitchedOff) else suited.asks,
            has_ticked=bool(self.settings.flags),
            off=off,
        )

    # What is chosen

    def choose_minutes(self, minutes: int) -> None:
        """Tonight I have so many minutes, 5 to 20; and tomorrow, unless something else is chosen."""
        self._minutes_chosen = True
        self._change(replace(self.settings, minutes=minutes))

    def take_over(self, settings: Settings) -> None:
        """Go by settings that are kept already."""
        self.settings = settings

    def change(self, settings: Settings) -> None:
        """Choose anything else."""
        self._change(settings)

    # What is begun

    def timeline(self, routine: Routine | None = None) -> Timeline:
        """Tonight's routine as it is shown; or another in its own length. Raises BadInput where nothing may be done."""
        suited = self._suit(routine or self.routine)
        if isinstance(suited, SwitchedOff):
            raise BadInput(suited.words)
        return self._lay_out(suited.routine if routine else self._fit(suited.routine).routine)

    def refuse_what_no_longer_suits(self, routine: Routine) -> None:
        """Raise BadInput if, by what is ticked now, a stretch of `routine` would not be done as it is."""
        suited = self._suit(routine)
        if isinstance(suited, SwitchedOff):
            raise BadInput(suited.words)
        if suited.routine != routine:
            raise BadInput(_("What you ticked since changes that session. What was done of it is kept; begin anew."))

    def take_unfinished(self) -> "Unfinished | None":
        """The interrupted session, for somebody who carries it on; it is offered no more."""
        unfinished, self._unfinished = self._unfinished, None
        return unfinished

    @property
    def choices(self) -> Choices:
        """How the person wants to be led."""
        return choices_of(self.settings, self._library.patterns)

    def _change(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._keep_settings(settings)

    @property
    def _unfinished_step(self) -> int | None:
        unfinished = self._unfinished
        return unfinished.stretch_no if unfinished is not None and unfinished.record.night == self.night else None

    def _suit(self, routine: Routine) -> Suited | SwitchedOff:
        return made_ready(routine, self._library, self.settings)

    def _fit(self, routine: Routine) -> Fit:
        return fit(routine, self._library.stretches_of(routine), self.minutes)

    @property
    def routine(self) -> Routine:
        """Tonight's routine as it is written; the usual one where the chosen one is no longer there."""
        return self._library.routine(self.settings.routine_on(self.night, self._library.routine_ids))

    def _lay_out(self, routine: Routine) -> Timeline:
        return lay_out(routine, self._library.stretches_of(routine), self._library.patterns, self.choices)
