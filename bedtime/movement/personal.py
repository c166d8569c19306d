"""The built-in content with the person's own stretches and routines beside it, wherever a `Library` is asked for.

Where the files lie is the shelves' business. An own file that makes no sense hides nothing else: it is left out and
told in `troubles`. A built-in id is never covered by an own file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol, TypeVar

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.checked import build_checked
from bedtime.movement.cross_check import problems_of_routine, problems_of_stretch
from bedtime.movement.library import FIGURE_KEY, Library, Reader
from bedtime.movement.own_routine import is_file_safe
from bedtime.movement.own_stretch import picture_name
from bedtime.movement.pictures import look_at
from bedtime.movement.problems import Place
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Stretch
from bedtime.movement.trusted import SCHEMA_KEY
from bedtime.movement.written import written
from bedtime.phrases import listed

T = TypeVar("T", Stretch, Routine)
Document = Mapping[str, Any]

_NOT_THE_VALUE = frozenset({SCHEMA_KEY, FIGURE_KEY})


class Shelf(Protocol):
    """Keeps the person's own files of one kind, each under its id."""

    def documents(self) -> Mapping[str, Document]:
        """Every file that can be read, parsed, by the id that its name says."""
        ...

    def save(self, identifier: str, document: Document) -> None:
        """Keep a file, in place of the one of its id. Raises NotSaved or TooNew."""
        ...

    def remove(self, identifier: str) -> None:
        """Remove a file, if it is there. Raises NotSaved."""
        ...


class Pictures(Protocol):
    """Keeps the pictures of the person's own stretches, each under its name."""

    def names(self) -> tuple[str, ...]:
        """Every picture."""
        ...

    def read(self, name: str) -> bytes | None:
        """The bytes of a picture; None when it is not there."""
        ...

    def save(self, name: str, data: bytes) -> None:
        """Keep a picture. Raises NotSaved."""
        ...

    def remove(self, name: str) -> None:
        """Remove a picture, if it is there. Raises NotSaved."""
        ...


@dataclass(frozen=True, slots=True)
class Shelves:
    """Everything of the person's own."""

    routines: Shelf
    stretches: Shelf
    pictures: Pictures


@dataclass(frozen=True, slots=True)
class _Own:
    """What is on the shelves and makes sense."""

    stretches: dict[str, Stretch] = field(default_factory=dict)
    routines: dict[str, Routine] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


class PersonalLibrary(Library):
    """A library with shelves. What is kept or removed through it is served from then on."""

    def __init__(self, read: Reader, shelves: Shelves) -> None:
        super().__init__(read)
        self._shelves = shelves

    @property
    def stretch_ids(self) -> tuple[str, ...]:
        """Every stretch: those that are built in, then the person's own."""
        return (*super().stretch_ids, *self._own.stretches)

    @property
    def routine_ids(self) -> tuple[str, ...]:
        """Every routine: those that are built in, then the person's own."""
        return (*super().routine_ids, *self._own.routines)

    @property
    def own_stretch_ids(self) -> tuple[str, ...]:
        """The person's own stretches."""
        return tuple(self._own.stretches)

    @property
    def own_routine_ids(self) -> tuple[str, ...]:
        """The person's own routines."""
        return tuple(self._own.routines)

    @property
    def troubles(self) -> tuple[str, ...]:
        """A sentence for each own file that is left out."""
        return tuple(self._own.troubles)

    def stretch(self, stretch_id: str) -> Stretch:
        """One stretch."""
        if stretch_id in super().stretch_ids or stretch_id not in self._own.stretches:
            return super().stretch(stretch_id)
        return self._own.stretches[stretch_id]

    def routine(self, routine_id: str) -> Routine:
        """One routine."""
        if routine_id in super().routine_ids or routine_id not in self._own.routines:
            return super().routine(routine_id)
        return self._own.routines[routine_id]

    def figure(self, stretch_id: str) -> Mapping[str, Any]:
        """The poses of a stretch; of an own one those that it has taken over, if it has."""
        if stretch_id in super().stretch_ids:
            return super().figure(stretch_id)
        pose_of = self.stretch(stretch_id).pose_of
        return super().figure(pose_of) if pose_of in super().stretch_ids else {}

    def picture(self, stretch_id: str) -> bytes | None:
        """The picture that stands for the figure of an own stretch; None when it has none."""
        name = self.stretch(stretch_id).picture
        return None if name is None else self._shelves.pictures.read(name)

    def keep_routine(self, routine: Routine) -> None:
        """Keep an own routine, in place of the one of its id. Raises NotSaved, TooNew or BadInput."""
        self._check_id(routine.id, super().routine_ids)
        self._shelves.routines.save(routine.id, written(routine))
        self.reload()

    def remove_routine(self, routine_id: str) -> None:
        """Remove an own routine. Raises NotSaved."""
        self._shelves.routines.remove(routine_id)
        self.reload()

    def keep_stretch(self, stretch: Stretch) -> None:
        """Keep an own stretch, in place of the one of its id. Raises NotSaved, TooNew or BadInput."""
        self._check_id(stretch.id, super().stretch_ids)
        self._shelves.stretches.save(stretch.id, written(stretch))
        self.reload()

    def keep_picture(self, stretch: Stretch, data: bytes) -> Stretch:
        """Keep a picture for an own stretch and the stretch with it; returns that. BadInput when it cannot be used.

        Raises NotSaved too.
        """
        self._check_id(stretch.id, super().stretch_ids)
        name = picture_name(stretch, look_at(data).kind)
        self._shelves.pictures.save(name, data)
        shown = replace(stretch, picture=name)
        self.keep_stretch(shown)
        return shown

    def remove_stretch(self, stretch_id: str) -> None:
        """Remove an own stretch with its picture. BadInput while a routine has it; raises NotSaved."""
        users = self.routines_with(stretch_id)
        if users:
            names = listed(_("“{name}”").format(name=routine.name) for routine in users)
            raise BadInput(_("It is still part of {routines}. Take it out there first.").format(routines=names))
        picture = self.stretch(stretch_id).picture
        self._shelves.stretches.remove(stretch_id)
        self.reload()
        if picture and not any(stretch.picture == picture for stretch in self._own.stretches.values()):
            self._shelves.pictures.remove(picture)

    def routines_with(self, stretch_id: str) -> tuple[Routine, ...]:
        """The person's own routines that have a stretch among their steps."""
        every = self._own.routines.values()
        return tuple(routine for routine in every if any(step.stretch == stretch_id for step in routine.steps))

    def reload(self) -> None:
        """Look at the shelves again."""
        self.__dict__.pop("_own", None)

    def _check_id(self, identifier: str, built_in: Iterable[str]) -> None:
        if identifier in built_in or not is_file_safe(identifier):
            raise BadInput(_("{name} cannot be the id of something of your own.").format(name=repr(identifier)))

    @cached_property
    def _own(self) -> _Own:
        """What is on the shelves, the stretches first: the routines are made of them."""
        own = _Own()
        self.__dict__["_own"] = own  # what is judged below asks this library for what has been read so far
        shelved = self._shelves.stretches.documents()
        own.stretches.update(self._of_shape(Stretch, shelved, super().stretch_ids, own))
        self._leave_out(own.stretches, problems_of_stretch, own)
        shelved = self._shelves.routines.documents()
        own.routines.update(self._of_shape(Routine, shelved, super().routine_ids, own))
        self._leave_out(own.routines, problems_of_routine, own)
        return own

    def _of_shape(
        self, cls: type[T], documents: Mapping[str, Document], built_in: tuple[str, ...], own: _Own
    ) -> dict[str, T]:
        """Those of the documents that have the right shape and the id that their file is named after."""
        found: dict[str, T] = {}
        for identifier, document in sorted(documents.items()):
            try:
                value = build_checked(cls, {key: part for key, part in document.items() if key not in _NOT_THE_VALUE})
            except (ValueError, TypeError):
                value = None
            if value is None or value.id != identifier or identifier in built_in or not is_file_safe(identifier):
                own.troubles.append(_trouble(identifier, cls))
            else:
                found[identifier] = value
        return found

    def _leave_out(
        self, found: dict[str, T], problems: Callable[[T, Library], Iterable[tuple[Place, str]]], own: _Own
    ) -> None:
        """Leave out those of which not every name leads somewhere."""
        for one in [one for one in found.values() if any(problems(one, self))]:
            del found[one.id]
            own.troubles.append(_trouble(one.name, type(one)))


def _trouble(name: str, kind: type) -> str:
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)[:80]
    if kind is Stretch:
        words = _("Your stretch “{name}” could not be read and is left out. `bedtime check` tells why.")
    else:
        words = _("Your routine “{name}” could not be read and is left out. `bedtime check` tells why.")
    return words.format(name=shown)
