"""Everything the window and the command line can ask of reminders, and what they are told.

Holds no state of its own: each answer is read from what was chosen, what is logged, and the clock.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from os import urandom
from typing import Protocol, assert_never

from bedtime.diary.night import night_of
from bedtime.errors import NotSaved
from bedtime.reminder.plan import Change, Plan, plan_for
from bedtime.reminder.preferences import Nudge, Preferences, Switch, changed
from bedtime.reminder.records import Entry, Kind, Outcome, ReminderLog, marks_of
from bedtime.reminder.rule import Marks, Next, Rule, Settled, Verdict, Wait, Weekday, due, next_reminder
from bedtime.reminder.words import days_in_words, headline, last_in_words, trial_in_words

NUDGES = (Kind.BEDTIME, Kind.MORNING)
Now = Callable[[], datetime]
Done = Callable[[Kind], Collection[date]]


class Choices(Protocol):
    """Where preferences are kept."""

    def read(self) -> Preferences:
        """What was chosen; a `BadInput` when somebody wrote nonsense into it."""
        ...

    def write(self, preferences: Preferences) -> None:
        """Keep it. Raises NotSaved."""
        ...

    def stamp(self) -> object:
        """Something cheap that differs after any change."""
        ...


class Scheduler(Protocol):
    """Who starts the reminder, and why it is he."""

    @property
    def words(self) -> str:
        """Which one is in use and why, in a sentence or two."""
        ...

    @property
    def command(self) -> tuple[str, ...]:
        """What it is to start."""
        ...

    def bring_to(self, plan: Plan | None) -> Change:
        """See that exactly this is installed. A `Fault` if the computer refuses."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How things stand, with the words for each part. `coming` is None while the reminder is off.

    `settled` says what is settled about tonight already, if anything is.
    """

    preferences: Preferences
    coming: Next | None
    settled: Settled | None
    headline: str
    days: str
    kept_by: str
    last: Entry | None
    last_words: str
    trial: Entry | None
    trial_words: str
    morning: Next | None


class Reminders:
    """The wishes of the person, and the truth about what will happen. `now` carries the zone of the computer."""

    def __init__(self, *, choices: Choices, log: ReminderLog, done: Done, scheduler: Scheduler, now: Now) -> None:
        self._choices = choices
        self._log = log
        self._done = done
        self._scheduler = scheduler
        self.now = now

    # Wishes. Each raises NotSaved when it could not be kept, and a Fault when the scheduler refuses.

    def preferences(self) -> Preferences:
        """What is chosen now."""
        return self._choices.read()

    def choose(self, preferences: Preferences) -> Change:
        """Keep new preferences and bring the scheduler to them."""
        self._choices.write(preferences)
        return self.repair()

    def set(self, at: time, nights: frozenset[Weekday] | None = None, *, kind: Kind = Kind.BEDTIME) -> Change:
        """Switch it on at this time, on these evenings or those chosen before."""
        preferences = self.preferences()
        return self.choose(
            _with_nudge(preferences, kind, changed(_nudge(preferences, kind), self.now(), at=at, nights=nights))
        )

    def switch_off(self, kind: Kind = Kind.BEDTIME) -> Change:
        """Switch it off and take its notice from the screen. Time and days are kept for another day."""
        preferences = self.preferences()
        nudge = replace(_nudge(preferences, kind), switch=Switch.OFF)
        return self.choose(_with_nudge(preferences, kind, nudge))

    def skip(self, kind: Kind = Kind.BEDTIME) -> Next | None:
        """Leave tonight out, and say which comes next. A notice on the screen goes away."""
        now = self.now()
        self._close_open(kind, Outcome.SKIPPED)
        self._log.write(self._entry(kind, night_of(now), now, Outcome.SKIPPED))
        self.repair()
        return self.coming(kind)

    def unskip(self, kind: Kind = Kind.BEDTIME) -> None:
        """Want tonight's reminder after all."""
        tonight = night_of(self.now())
        for entry in self._log.entries():
            if (entry.kind, entry.night, entry.outcome) == (kind, tonight, Outcome.SKIPPED):
                self._log.forget(entry)
        self.repair()

    def began(self, kind: Kind = Kind.BEDTIME) -> None:
        """A session, or the morning check-in, has begun: its notice goes away, and its snooze with it."""
        self._close_open(kind, Outcome.BEGAN)

    def repair(self) -> Change:
        """Bring the scheduler to what is wanted. Safe at every start; a program that has moved is found again."""
        marks = [mark for kind in NUDGES for mark in self.marks(kind).values()]
        return self._scheduler.bring_to(plan_for(self.preferences(), self.now(), marks, self._scheduler.command))

    # Truth

    def marks(self, kind: Kind) -> Marks:
        """What is settled about the nights of the last weeks."""
        return marks_of(self._log.entries(), kind, self._done(kind))

    def rule(self, kind: Kind) -> Rule | None:
        """The rule to follow; None while it is off."""
        return _nudge(self.preferences(), kind).active

    def verdict(self, kind: Kind) -> Verdict:
        """What to do at this moment about this kind of reminder."""
        rule = self.rule(kind)
        return Wait(coming=None) if rule is None else due(rule, self.now(), self.marks(kind))

    def coming(self, kind: Kind) -> Next | None:
        """The next reminder of this kind; None while it is off."""
        rule = self.rule(kind)
        return None if rule is None else next_reminder(rule, self.now(), self.marks(kind))

    def status(self) -> Status:
        """How things stand, read anew."""
        preferences, now, entries = self.preferences(), self.now(), self._log.entries()
        verdict, coming = self.verdict(Kind.BEDTIME), self.coming(Kind.BEDTIME)
        last = next((entry for entry in reversed(entries) if entry.kind is Kind.BEDTIME), None)
        trial = next((entry for entry in reversed(entries) if entry.kind is Kind.TRIAL), None)
        settled = verdict if isinstance(verdict, Settled) else None
        return Status(
            preferences=preferences,
            coming=coming,
            settled=settled,
            headline=headline(coming, settled, now),
            days=days_in_words(preferences.bedtime.rule.nights),
            kept_by=self._scheduler.words,
            last=last,
            last_words=last_in_words(last, now) if last else "",
            trial=trial,
            trial_words=trial_in_words(trial, now) if trial else "",
            morning=self.coming(Kind.MORNING),
        )

    # For the process that shows the notice

    def claim(self, kind: Kind, night: date, due_at: datetime) -> Entry | None:
        """Note that this reminder is being shown; None when another process was first."""
        mine = self._entry(kind, night, due_at, Outcome.SHOWN)
        try:
            self._log.write(mine)
        except NotSaved:
            return mine  # a full disk is no reason to stay silent
        for entry in self._log.entries():
            if entry.id == mine.id:
                return mine
            if (entry.kind, entry.night, entry.due_at) == (kind, night, due_at):
                self._log.forget(mine)
                return None
        return mine

    def note(self, entry: Entry, outcome: Outcome, *, again_in: timedelta | None = None, detail: str = "") -> Entry:
        """What became of it. A snooze is handed to the scheduler."""
        now = self.now()
        again_at = None if again_in is None else (now + again_in).replace(microsecond=0)  # schedulers know no less
        noted = replace(entry, at=now, outcome=outcome, again_at=again_at, detail=detail)
        self._log.write(noted)
        return noted

    def missed(self, kind: Kind, night: date, due_at: datetime, detail: str = "") -> None:
        """Note, once, that a reminder came too late to be of use."""
        if night not in self.marks(kind):
            self._log.write(replace(self._entry(kind, night, due_at, Outcome.MISSED), detail=detail))

    def still_wanted(self, entry: Entry) -> bool:
        """Whether a notice that is on the screen should stay there."""
        if _nudge(self.preferences(), entry.kind).active is None or entry.night in self._done(entry.kind):
            return False
        tonight = [other for other in self._log.entries() if (other.kind, other.night) == (entry.kind, entry.night)]
        return any(other.id == entry.id and other.outcome is Outcome.SHOWN for other in tonight) and not any(
            other.outcome is Outcome.SKIPPED for other in tonight
        )

    def stamp(self) -> object:
        """Something cheap that differs after any change that could matter to a notice on the screen."""
        return self._log.stamp(), self._choices.stamp()

    def trial(self, outcome: Outcome, detail: str) -> Entry:
        """Note how a test went."""
        now = self.now()
        entry = replace(self._entry(Kind.TRIAL, night_of(now), now, outcome), detail=detail)
        self._log.write(entry)
        return entry

    def _entry(self, kind: Kind, night: date, due_at: datetime, outcome: Outcome) -> Entry:
        identity = f"{kind.value}-{night.isoformat()}-{urandom(4).hex()}"
        return Entry(id=identity, kind=kind, night=night, due_at=due_at, at=self.now(), outcome=outcome)

    def _close_open(self, kind: Kind, outcome: Outcome) -> None:
        """Settle what is on the screen or snoozed tonight."""
        tonight = night_of(self.now())
        for entry in self._log.entries():
            if (entry.kind, entry.night) == (kind, tonight) and entry.outcome in {Outcome.SHOWN, Outcome.SNOOZED}:
                self.note(entry, outcome)


def _nudge(preferences: Preferences, kind: Kind) -> Nudge:
    match kind:
        case Kind.BEDTIME:
            return preferences.bedtime
        case Kind.MORNING:
            return preferences.morning
        case Kind.TRIAL:
            raise ValueError("a test follows no rule")
        case _:
            assert_never(kind)


def _with_nudge(preferences: Preferences, kind: Kind, nudge: Nudge) -> Preferences:
    if kind is Kind.BEDTIME:
        return replace(preferences, bedtime=nudge)
    return replace(preferences, morning=nudge)
