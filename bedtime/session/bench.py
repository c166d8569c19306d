"""The bench on which a routine lies while it is changed: what is on it, and where that is kept meanwhile.

Every change is handed to the shelf at once, so that nothing is lost by closing the window in the middle of an edit.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from bedtime.language import _
from bedtime.movement.draft import Draft
from bedtime.movement.edits import Edit
from bedtime.movement.own_routine import new_routine
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.session.observable import Observable


class BenchShelf(Protocol):
    """Where a draft is kept while it is edited, and a routine when it is done."""

    def keep_draft(self, draft: Draft) -> None:
        """Keep the draft, in place of the last one. A disk that refuses does not stop anybody from editing."""
        ...

    def forget_draft(self) -> None:
        """There is nothing to carry on any more."""
        ...

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Keep a routine for good; `failed` is told in a sentence why not."""
        ...


class Bench:
    """One draft at a time, or none. Whoever shows it subscribes to `draft`."""

    def __init__(self, library: PersonalLibrary, shelf: BenchShelf) -> None:
        self._library = library
        self._shelf = shelf
        self.draft: Observable[Draft | None] = Observable(None)

    # Opening

    def open(self, routine_id: str) -> None:
        """Open a routine: the person's own, or a copy of a built-in one."""
        routine = self._library.routine(routine_id)
        if routine_id in self._library.own_routine_ids:
            made_from = routine.made_from
            known = made_from is not None and made_from in self._library.routine_ids
            original = self._library.routine(made_from) if known and made_from else None
            self.draft.set(Draft.of(routine, self._library.stretch, original))
        else:
            self.draft.set(Draft.copy_of(routine, self._library.stretch, self._library.routine_ids))

    def open_new(self) -> None:
        """Open a routine without stretches."""
        self.draft.set(Draft.of(new_routine(self._library.routine_ids), self._library.stretch))

    def carry_on(self, draft: Draft) -> None:
        """Open a draft that lay aside, such as the one that was kept when the window was closed."""
        self.draft.set(draft)
        if draft.is_changed:
            self._shelf.keep_draft(draft)

    # Looking

    def use_of(self, stretch: str) -> str:
        """Why a stretch cannot be deleted while this is on the bench, in a sentence; nothing where it can."""
        draft = self.draft.value
        if draft is None:
            return ""
        words = ""
        if _has(draft.routine, stretch):
            words = _("It is still part of “{name}”. Take it out there first.")
        elif any(_has(one.routine, stretch) for one in (*draft.past, *draft.future)) or _has(draft.opened, stretch):
            words = _("Undo could still bring it back into “{name}”. Press Done there first.")
        return words.format(name=draft.routine.name)

    # Changing

    def apply(self, edit: Edit) -> None:
        """Change the draft."""
        self._change(Draft.apply, edit)

    def undo(self) -> None:
        """Take the last change back."""
        self._change(Draft.undo)

    def redo(self) -> None:
        """Do what was taken back again."""
        self._change(Draft.redo)

    def look_again(self) -> None:
        """A stretch may be another one from now on."""
        draft = self.draft.value
        if draft is not None:
            self.draft.set(replace(draft))

    def settle(self) -> None:
        """A field was left: what comes next is undone by itself."""
        draft = self.draft.value
        if draft is not None and draft.run is not None:
            self.draft.set(draft.settled())

    def _change(self, how: Callable[..., Draft], *arguments: object) -> None:
        draft = self.draft.value
        if draft is None:
            return
        changed = how(draft, *arguments)
        if changed is not draft:
            self.draft.set(changed)
            if changed.is_changed:
                self._shelf.keep_draft(changed)
            else:
                self._shelf.forget_draft()

    # Leaving

    def finish(self, then: Callable[[Routine], None], failed: Callable[[str], None]) -> None:
        """Keep the routine for good, if anything was changed. When that fails, the draft stays where it is."""
        draft = self.draft.value
        if draft is None or not draft.can_be_kept:
            return
        if not draft.is_changed:
            self.put_away()
            then(draft.routine)
            return
        routine = draft.to_keep

        def kept() -> None:
            if self.draft.value is draft:
                self.put_away()
            then(routine)

        self._shelf.keep_routine(routine, kept, failed)

    def keep_aside(self, draft: Draft, then: Callable[[Routine], None], failed: Callable[[str], None]) -> None:
        """Keep a draft that waits to be carried on for good, because another one comes onto the bench."""
        routine = draft.to_keep

        def kept() -> None:
            now = self.draft.value
            if now is None or not now.is_changed:
                self._shelf.forget_draft()
            then(routine)

        self._shelf.keep_routine(routine, kept, failed)

    def put_away(self) -> None:
        """Leave the draft, and forget what was changed."""
        self.draft.set(None)
        self._shelf.forget_draft()


def _has(routine: Routine, stretch: str) -> bool:
    return any(step.stretch == stretch for step in routine.steps)
