"""A routine of the person's own is deleted, and comes back as if nothing had been. Touches no file itself.

Whatever named it falls back to another one, which is told: the plan of the week, tonight, the favourites.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.own_routine import free_id
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.session.desk import Desk
from bedtime.settings import Settings

Failed = Callable[[str], None]


class RoutineShelf(Protocol):
    """Where routines are kept for good; `failed` is told in a sentence why something cannot be done."""

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Failed) -> None:
        """Keep a routine."""
        ...

    def remove_routine(self, routine: str, then: Callable[[], None], failed: Failed) -> None:
        """Remove a routine."""
        ...


@dataclass(frozen=True, slots=True)
class Deleted:
    """What was deleted, with the settings that named it, and what there is to tell about it."""

    routine: Routine
    settings: Settings
    words: str


class Deleting:
    """Deletes routines of one person's own."""

    def __init__(self, library: PersonalLibrary, desk: Desk, shelf: RoutineShelf) -> None:
        self._library = library
        self._desk = desk
        self._shelf = shelf

    def delete(self, routine: str, then: Callable[[Deleted], None], failed: Failed) -> None:
        """Delete a routine. Raises BadInput when there is none."""
        gone = self._library.routine(routine)

        def removed() -> None:
            before = self._desk.settings  # as they are by then: something else may have been chosen meanwhile
            self._desk.change(without(before, routine))
            then(Deleted(gone, before, self._words(gone, before)))

        self._shelf.remove_routine(routine, removed, failed)

    def put_back(self, deleted: Deleted, then: Callable[[Routine], None], failed: Failed) -> None:
        """Keep a deleted routine again, wherever it was; under another id where its own is taken by now."""
        routine = deleted.routine
        if routine.id in self._library.routine_ids:
            routine = replace(routine, id=free_id(routine.id, self._library.routine_ids))
        try:
            self._library.stretches_of(routine)
        except BadInput:
            failed(_("“{name}” cannot come back: a stretch of it was deleted too.").format(name=routine.name))
            return

        def kept() -> None:
            self._desk.change(with_again(self._desk.settings, deleted, routine.id))
            then(routine)

        self._shelf.keep_routine(routine, kept, failed)

    def _words(self, gone: Routine, before: Settings) -> str:
        """What was done, and what takes its place."""
        usual = self._library.routine(self._desk.settings.routine).name
        if before.routine == gone.id:
            words = _("Deleted “{name}”. The usual one is “{other}” now.")
        elif gone.id in before.nights.values():
            words = _("Deleted “{name}”. On its nights it is “{other}” now.")
        elif before.one_night.get(self._desk.night.isoformat()) == gone.id:
            usual = self._desk.routine.name
            words = _("Deleted “{name}”. Tonight it is “{other}”.")
        else:
            words = _("Deleted “{name}”.")
        return words.format(name=gone.name, other=usual)


def without(settings: Settings, routine: str) -> Settings:
    """The settings when a routine has gone."""
    settings = settings.with_week(settings.week.without(routine, Settings().routine))
    return replace(
        settings,
        favourites=tuple(one for one in settings.favourites if one != routine),
        one_night={night: one for night, one in settings.one_night.items() if one != routine},
    )


def with_again(settings: Settings, deleted: Deleted, routine: str) -> Settings:
    """The settings when a routine comes back as `routine`: it is again what it was, but for what was chosen since."""
    was, before = deleted.routine.id, deleted.settings
    favourites = settings.favourites
    if was in before.favourites:
        place = before.favourites.index(was)
        favourites = (*favourites[:place], routine, *favourites[place:])
    is_usual = before.routine == was and settings.routine == Settings().routine
    nights = {day: routine for day, one in before.nights.items() if one == was} | dict(settings.nights)
    one_night = {night: routine for night, one in before.one_night.items() if one == was} | dict(settings.one_night)
    usual = routine if is_usual else settings.routine
    return replace(settings, favourites=favourites, routine=usual, nights=nights, one_night=one_night)
