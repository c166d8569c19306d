"""The editor's model: a routine on its way, with every earlier state to go back to.

A draft is a value; an edit, undo and redo each give another one. A run of presses on one stepper is one step back. It
keeps nothing on disk: whoever does keeps `draft_document` at every change, and nothing is lost by closing the window.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, assert_never

from bedtime.errors import BadInput
from bedtime.language import N_, _, ngettext
from bedtime.movement.checked import build_checked
from bedtime.movement.comparing import Difference, amount_in_words, differences, label_of
from bedtime.movement.dosing import Dosing, dosing
from bedtime.movement.edits import (
    Add,
    Duplicate,
    Edit,
    LeaveOut,
    Leg,
    Limits,
    Move,
    Nudge,
    Number,
    Rename,
    Restore,
    RestoreStep,
    SetBreath,
    SetFirst,
    SetLeg,
    SetNotes,
    SetNumber,
    SetOrder,
    SetStepName,
    SetStepNote,
    TrimTo,
    edited,
    leg_of,
    limits,
)
from bedtime.movement.fitting import OVER_MS
from bedtime.movement.own_routine import copied, kept_true, rests_on_another_dose
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import Stretch
from bedtime.movement.written import written

FindStretch = Callable[[str], Stretch]
FindRoutine = Callable[[str], Routine]

TRIM_MINUTES = (5, 7, 10, 15, 20)
_TRIM_FROM_OVER_MS = 90_000  # further over, somebody wants a longer evening
_LONG_MS = 30 * 60_000


@dataclass(frozen=True, slots=True)
class Undoable:
    """A routine before an edit (or, to be redone, after it), and the edit in words: "Removed “Toe writing”."."""

    routine: Routine
    words: str


@dataclass(frozen=True, slots=True)
class Trim:
    """An offer to fit the routine: "10 s over. Trim to 10?"."""

    minutes: int
    over_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the editor. `label` and `unit` are of the amount: "hold" in "s", "circles" in "circles"."""

    step: Step
    stretch: Stretch
    planned: Dosing
    label: str
    amount: str
    leg: Leg
    limits: Mapping[Number, Limits]

    @property
    def name(self) -> str:
        """The person's own name for it, else the stretch's."""
        return self.step.name or self.stretch.name

    @property
    def total_ms(self) -> int:
        """The whole step, its countdowns included."""
        return self.planned.total_ms


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A routine on its way. `original` is what it was copied from, if it was; `opened` is what it began as."""

    routine: Routine
    opened: Routine
    original: Routine | None
    find: FindStretch = field(compare=False, repr=False)
    past: tuple[Undoable, ...] = ()
    future: tuple[Undoable, ...] = ()
    run: tuple[object, ...] | None = None

    @classmethod
    def of(cls, routine: Routine, find: FindStretch, original: Routine | None = None) -> "Draft":
        """A person's own routine, opened for editing."""
        return cls(routine=routine, opened=routine, original=original, find=find)

    @classmethod
    def copy_of(cls, routine: Routine, find: FindStretch, taken: Collection[str]) -> "Draft":
        """A built-in routine, opened as a copy with an id of its own. `taken` are the ids that exist."""
        return cls.of(copied(routine, taken), find, routine)

    # Changing

    def apply(self, edit: Edit) -> "Draft":
        """The draft after an edit; the same one when the edit changes nothing."""
        now = edited(self.routine, edit, self.find, self.original)
        if now == self.routine:
            return self
        run = _run_of(edit)
        if run is not None and run == self.run:
            past = self.past[:-1] if self.past[-1].routine == now else self.past
            return replace(self, routine=now, past=past, run=run if past is self.past else None)
        before = Undoable(self.routine, self._words_of(edit))
        return replace(self, routine=now, past=(*self.past, before), future=(), run=run)

    def settled(self) -> "Draft":
        """Ends a run: the next press on the same stepper is undone by itself. Ask when the focus leaves a field."""
        return replace(self, run=None)

    def undo(self) -> "Draft":
        """One step back, as far as the opening."""
        if not self.past:
            return self
        *past, last = self.past
        return replace(
            self,
            routine=last.routine,
            past=tuple(past),
            future=(Undoable(self.routine, last.words), *self.future),
            run=None,
        )

    def redo(self) -> "Draft":
        """One step forward again, until something else is edited."""
        if not self.future:
            return self
        following, *future = self.future
        return replace(
            self,
            routine=following.routine,
            past=(*self.past, Undoable(self.routine, following.words)),
            future=tuple(future),
            run=None,
        )

    # Looking

    @property
    def undo_words(self) -> str | None:
        """What undo takes back; None when there is nothing."""
        return self.past[-1].words if self.past else None

    @property
    def redo_words(self) -> str | None:
        """What redo does again; None when there is nothing."""
        return self.future[0].words if self.future else None

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every step as the editor shows it."""
        return tuple(map(self._row, self.routine.steps))

    @cached_property
    def total_ms(self) -> int:
        """The length of the whole routine, countdowns included."""
        return sum(row.total_ms for row in self.rows)

    @property
    def trim(self) -> Trim | None:
        """An offer to fit the routine to fewer whole minutes; None unless it is a little over some."""
        for minutes in reversed(TRIM_MINUTES):
            over_ms = self.total_ms - minutes * 60_000
            if OVER_MS < over_ms <= _TRIM_FROM_OVER_MS:
                return Trim(minutes, over_ms)
        return None

    @property
    def is_long(self) -> bool:
        """Whether it is longer than most evenings."""
        return self.total_ms > _LONG_MS

    @property
    def is_changed(self) -> bool:
        """Whether anything is other than it was when the routine was opened."""
        return self.routine != self.opened

    @property
    def can_be_kept(self) -> bool:
        """A routine needs a step."""
        return bool(self.routine.steps)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """How the steps differ from the original's; nothing where there is no original."""
        return () if self.original is None else differences(self.routine, self.original, self.find)

    @property
    def dose_changed(self) -> bool:
        """Whether the original rests on its dose, and this one has another: then its trial does not speak for it."""
        return self.original is not None and rests_on_another_dose(self.routine, self.original, self.find)

    @property
    def to_keep(self) -> Routine:
        """The routine as it is saved: nothing in it that its steps no longer bear out."""
        return kept_true(self.routine, self.original, self.find)

    def _row(self, step: Step) -> Row:
        stretch = self.find(step.stretch)
        planned = dosing(step, stretch)
        return Row(
            step=step,
            stretch=stretch,
            planned=planned,
            label=label_of(stretch.dose),
            amount=amount_in_words(planned),
            leg=leg_of(step),
            limits={number: found for number in Number if (found := limits(number, step, stretch)) is not None},
        )

    def _words_of(self, edit: Edit) -> str:
        match edit:
            case Rename():
                return _("Renamed the routine.")
            case SetNotes():
                return _("Changed the notes.")
            case TrimTo(minutes):
                return ngettext("Trimmed to {count} minute.", "Trimmed to {count} minutes.", minutes).format(
                    count=minutes
                )
            case Restore():
                return _("Restored the original.")
            case Add(_, stretch):
                return _("Added “{stretch}”.").format(stretch=self.find(stretch).name)
            case Move(index) | Duplicate(index) | LeaveOut(index) | RestoreStep(index):
                return _(_DONE[type(edit)]).format(stretch=self._name(index))
            case SetNumber(index, number) | Nudge(index, number):
                return _(_NUMBERS[number]).format(stretch=self._name(index))
            case SetLeg() | SetFirst() | SetOrder() | SetBreath() | SetStepName() | SetStepNote():
                return _(_PARTS[type(edit)]).format(stretch=self._name(edit.index))
            case _:
                assert_never(edit)

    def _name(self, index: int) -> str:
        step = self.routine.steps[index]
        return step.name or self.find(step.stretch).name


def draft_document(draft: Draft) -> dict[str, Any]:
    """What is kept of a draft while it is edited: the routine as it stands, and as it was opened."""
    return {"routine": written(draft.routine), "opened": written(draft.opened)}


def draft_in(document: Mapping[str, Any], find: FindStretch, find_routine: FindRoutine) -> Draft:
    """The draft that was kept, without its undo. BadInput when it cannot be read, or a stretch of it has gone."""
    try:
        routine, opened = _routine_in(document["routine"]), _routine_in(document["opened"])
        for step in routine.steps:
            dosing(step, find(step.stretch))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(_("The routine that was being edited cannot be read.")) from error
    return replace(Draft.of(routine, find, _original_of(routine, find_routine)), opened=opened)


def _routine_in(document: Mapping[str, Any]) -> Routine:
    """A routine that may have no steps yet, as no file may. ValueError and its like when it makes no sense."""
    if document["steps"]:
        return build_checked(Routine, document)
    return replace(build_checked(Routine, {**document, "steps": [{"stretch": "none yet"}]}), steps=())


def _original_of(routine: Routine, find_routine: FindRoutine) -> Routine | None:
    try:
        return find_routine(routine.made_from) if routine.made_from else None
    except BadInput:
        return None


def _run_of(edit: Edit) -> tuple[object, ...] | None:
    """What a row of edits has in common that is undone as one: the stepper that is pressed, the line that is typed."""
    match edit:
        case Nudge(index, number):
            return "nudge", index, number
        case SetStepName() | SetStepNote():
            return type(edit), edit.index
        case Rename() | SetNotes():
            return (type(edit),)
        case _:
            return None


_DONE: Mapping[type, str] = {
    Move: N_("Moved “{stretch}”."),
    Duplicate: N_("Duplicated “{stretch}”."),
    LeaveOut: N_("Removed “{stretch}”."),
    RestoreStep: N_("Restored “{stretch}”."),
}
_PARTS: Mapping[type, str] = {
    SetLeg: N_("Changed the leg of “{stretch}”."),
    SetFirst: N_("Changed the first leg of “{stretch}”."),
    SetOrder: N_("Changed the order of “{stretch}”."),
    SetBreath: N_("Changed the breathing of “{stretch}”."),
    SetStepName: N_("Changed the name of “{stretch}”."),
    SetStepNote: N_("Changed the note of “{stretch}”."),
}
_NUMBERS = {
    Number.AMOUNT: N_("Changed the length of “{stretch}”."),
    Number.SETS: N_("Changed the times of “{stretch}”."),
    Number.REST_S: N_("Changed the rest of “{stretch}”."),
    Number.GET_READY_S: N_("Changed the time to get ready of “{stretch}”."),
    Number.SWITCH_S: N_("Changed the time to change sides of “{stretch}”."),
}
