"""What was changed in a session is asked about once: only tonight, or from now on.

Asked on Goodnight, or in the pause of a stretch that is left out there. Whoever falls asleep or closes the window first
is asked on the next Tonight. Leaving Goodnight without an answer, and the next session, mean "only tonight".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Protocol

from bedtime.errors import BedtimeError
from bedtime.language import _
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.session.changes import Change, changes_of, from_now_on, left_out_of
from bedtime.session.desk import Desk
from bedtime.session.observable import Observable
from bedtime.session.player import Player
from bedtime.session.unanswered import Unanswered

Failed = Callable[[str], None]


class ChangesShelf(Protocol):
    """Where a question waits for its answer, and routines are kept."""

    def keep_question(self, parts: Mapping[str, Any]) -> None:
        """Keep the question, in place of the last one. A disk that refuses does not stop anybody from sleeping."""
        ...

    def forget_question(self) -> None:
        """It has been answered."""
        ...

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Failed) -> None:
        """Keep a routine for good; `failed` is told in a sentence why not."""
        ...

    def remove_routine(self, routine_id: str, then: Callable[[], None], failed: Failed) -> None:
        """Remove a routine; `failed` is told in a sentence why not."""
        ...


class Stage(Enum):
    """How far the question has come."""

    ASKED = auto()
    DONE = auto()  # from now on; it can be undone
    UNDONE = auto()


@dataclass(frozen=True, slots=True)
class OfferView:
    """One line for the person, all of it for a screen reader, and the words of the answer that changes nothing."""

    stage: Stage
    words: str
    spoken: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class _Done:
    """A routine from now on, and what it was `before`: the same one, or the built-in one whose place it takes."""

    before: Routine
    after: Routine

    @property
    def is_copy(self) -> bool:
        return self.before.id != self.after.id


class Offering:
    """The question of one evening. `failed` is told in a sentence what could not be kept; the question stays."""

    def __init__(self, library: PersonalLibrary, desk: Desk, shelf: ChangesShelf, failed: Failed) -> None:
        self._library = library
        self._desk = desk
        self._shelf = shelf
        self._failed = failed
        self._written: Routine | None = None  # what is being played, as it is written by now
        self._settled = set[int]()  # the steps of tonight that have been answered in a pause
        self._done: _Done | None = None
        self._is_busy = False
        self.question: Unanswered | None = None
        self.view: Observable[OfferView | None] = Observable(None)

    # A session

    def begin(self, routine_id: str) -> None:
        """A session of this routine begins. What was not answered until now was for one night only."""
        self._settled.clear()
        self._done = None
        self.let_go()
        known = routine_id in self._library.routine_ids
        self._written = self._library.routine(routine_id) if known else None

    def carry_on(self, routine_id: str) -> None:
        """An interrupted session goes on, whose routine may have got a copy in its place meanwhile."""
        tonight = self._desk.routine
        self.begin(tonight.id if tonight.made_from == routine_id else routine_id)

    def may_ask(self, player: Player) -> bool:
        """Whether leaving out the stretch at the player's position could be so from now on."""
        return bool(self._left_out(player))

    def settle(self, player: Player) -> None:
        """The stretch at the player's position is left out, only tonight."""
        self._settled.add(player.segment.step)

    def leave_out_from_now_on(self, player: Player) -> None:
        """The stretch at the player's position is left out from now on."""
        changes, step = self._left_out(player), player.segment.step
        if self._written is None or not changes:
            return
        self._settled.add(step)

        def not_kept(words: str) -> None:
            self._settled.discard(step)  # Goodnight asks again
            self._failed(words)

        self._change(self._written, changes, not_kept)

    def see_the_end(self, player: Player) -> None:
        """A session is over. One that was ended before its end leaves no question."""
        written = self._written
        changes = changes_of(player, written, self._settled) if written and player.reached_the_end else ()
        if written is not None and self._changed(written, changes) is not written:
            self.question = Unanswered(written=written, changes=changes, night=self._desk.night)
            self._shelf.keep_question(self.question.to_json())
        self._show()

    # The question

    def recall(self, parts: Mapping[str, Any]) -> None:
        """Ask again what was left open when the window was closed, if it still makes sense."""
        try:
            question = Unanswered.from_json(parts, self._library)
        except BedtimeError:
            self._shelf.forget_question()
            return
        if self._written is None:  # no session has begun meanwhile
            self.question = question
            self._show()

    def only_tonight(self) -> None:
        """The routine stays as it is."""
        self.let_go()

    def from_now_on(self) -> None:
        """The routine is changed. A built-in one gets a copy, which takes its place wherever it was chosen."""
        if self.question is not None:
            self._change(self.question.written, self.question.changes, self._failed)

    def undo(self) -> None:
        """Make the routine what it was."""
        done = self._done
        if done is None or self._is_busy:
            return
        self._is_busy = True
        if done.is_copy:
            self._desk.change(self._desk.settings.with_in_place(done.after.id, done.before.id))
            self._shelf.remove_routine(done.after.id, self._undone, self._not_done)
        else:
            self._shelf.keep_routine(done.before, self._undone, self._not_done)

    def let_go(self) -> None:
        """Ask no more."""
        if self.question is not None:
            self.question = None
            self._shelf.forget_question()
        self._show()

    # How it is done

    def _left_out(self, player: Player) -> tuple[Change, ...]:
        written = self._written
        change = left_out_of(player, written, self._settled) if written is not None else None
        if written is None or change is None or self._is_busy:
            return ()
        return (change,) if self._changed(written, (change,)) is not written else ()

    def _changed(self, written: Routine, changes: tuple[Change, ...]) -> Routine:
        library, made_from = self._library, written.made_from
        return from_now_on(
            written,
            changes,
            library.stretch,
            taken=library.routine_ids,
            is_own=written.id in library.own_routine_ids,
            original=library.routine(made_from) if made_from in library.routine_ids and made_from else None,
        )

    def _change(self, written: Routine, changes: tuple[Change, ...], failed: Failed) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        changed = self._changed(written, changes)

        def kept() -> None:
            self._is_busy = False
            self._done = _Done(self._done.before if self._done is not None else written, changed)
            self._written = self._written and changed
            self._desk.change(self._desk.settings.with_in_place(written.id, changed.id))
            self.let_go()

        def not_kept(words: str) -> None:
            self._is_busy = False
            failed(words)

        self._shelf.keep_routine(changed, kept, not_kept)

    def _undone(self) -> None:
        done, self._done, self._is_busy = self._done, None, False
        if done is not None:
            words = _("“{routine}” is as it was before.").format(routine=done.before.name)
            self.view.set(OfferView(Stage.UNDONE, words, words))

    def _not_done(self, words: str) -> None:
        self._is_busy = False
        self._failed(words)

    def _show(self) -> None:
        if self.question is not None:
            night = self._desk.night
            words, spoken = self.question.words_on(night), self.question.spoken
            otherwise = _("Only tonight") if night == self.question.night else _("Only that night")
            self.view.set(OfferView(Stage.ASKED, words, spoken, otherwise))
        elif self._done is not None:
            words = self._words_done(self._done)
            self.view.set(OfferView(Stage.DONE, words, words))
        elif self.view.value is not None:
            self.view.set(None)

    def _words_done(self, done: _Done) -> str:
        name = done.after.name
        if not done.is_copy:
            return _("“{routine}” is so from now on.").format(routine=name)
        chosen = (self._desk.settings.routine, *self._desk.settings.nights.values())
        if done.after.id in chosen or self._desk.routine.id == done.after.id:
            return _("Your routine is “{routine}” from now on.").format(routine=name)
        return _("It is kept as “{routine}”.").format(routine=name)
