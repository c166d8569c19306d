"""Takes in routines, stretches and pictures from files: all of them, or none.

Everything is judged first, each file beside the others, so that a routine may bring the stretches that it needs. What
has an id that exists already becomes a copy with an id of its own; what is there word for word stays as it is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from bedtime.errors import BadInput, BedtimeError
from bedtime.language import _
from bedtime.movement.files import StretchFile, read_either, seems_a_stretch
from bedtime.movement.json_text import NotJson, read_document
from bedtime.movement.library import Library
from bedtime.movement.own_routine import free_id, is_file_safe
from bedtime.movement.own_stretch import picture_name
from bedtime.movement.personal import PersonalLibrary, Shelves
from bedtime.movement.pictures import PictureKind, look_at
from bedtime.movement.problems import WHOLE_FILE, Problem, Rejected, quoted
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Stretch
from bedtime.movement.written import written

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Copied:
    """Something whose id exists already, and the id that its copy gets."""

    name: str
    wanted: str
    given: str

    @property
    def words(self) -> str:
        """A sentence for the person."""
        words = _("“{name}” comes in as a copy: there is one called {id} already.")
        return words.format(name=self.name, id=self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would bring in. `present` are the names of what is there already, word for word."""

    routines: tuple[Routine, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    pictures: Mapping[str, bytes]
    copies: tuple[Copied, ...] = ()
    present: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Sentences for the person, one thing each."""
        coming = [words.format(name=one.name) for words, one in self._coming()]
        return (
            *coming,
            *(copy.words for copy in self.copies),
            *(_("“{name}” is here already.").format(name=name) for name in self.present),
        )

    def _coming(self) -> Iterator[tuple[str, Stretch | Routine]]:
        copied = {copy.given for copy in self.copies}
        for stretch in self.stretches:
            if stretch.id not in copied:
                yield _("The stretch “{name}” comes in."), stretch
        for routine in self.routines:
            if routine.id not in copied:
                yield _("The routine “{name}” comes in."), routine


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing is brought in: each file with what is wrong in it."""

    problems: tuple[tuple[str, Problem], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """As FILE:LINE: FIELD: what is wrong."""
        return tuple(f"{name}:{problem}" for name, problem in self.problems)


def plan_import(files: Mapping[str, bytes], library: PersonalLibrary) -> Plan | Refused:
    """What bringing in these files, by their names, would do. Nothing is changed, and nothing else is read."""
    if len(files) > MOST_FILES:
        return Refused(
            (
                (
                    next(iter(files)),
                    Problem(1, WHOLE_FILE, _("is one of over {count}; take fewer at once").format(count=MOST_FILES)),
                ),
            )
        )
    found = _Found(files, library)
    return Refused(tuple(sorted(set(found.problems)))) if found.problems else _planned(found, library)


def keep_import(plan: Plan, shelves: Shelves, library: PersonalLibrary) -> None:
    """Bring a plan in. NotSaved when there is no room; then nothing of it is there."""
    try:
        for name, data in plan.pictures.items():
            shelves.pictures.save(name, data)
        for stretch in plan.stretches:
            shelves.stretches.save(stretch.id, written(stretch))
        for routine in plan.routines:
            shelves.routines.save(routine.id, written(routine))
    except BedtimeError:
        _take_back(plan, shelves)
        raise
    finally:
        library.reload()


def _take_back(plan: Plan, shelves: Shelves) -> None:
    for shelf, names in (
        (shelves.pictures, list(plan.pictures)),
        (shelves.stretches, [stretch.id for stretch in plan.stretches]),
        (shelves.routines, [routine.id for routine in plan.routines]),
    ):
        for name in names:
            with suppress(BedtimeError):
                shelf.remove(name)


class _Together(Library):
    """A library with the stretches that come in at the same time."""

    def __init__(self, library: Library, coming: Collection[str]) -> None:
        self._library = library
        self._coming = tuple(coming)
        self.stretches: dict[str, Stretch] = {}
        self.patterns = library.patterns
        self.sources = library.sources

    @property
    def stretch_ids(self) -> tuple[str, ...]:
        """Those that come in, and those that are there."""
        return (*self._coming, *self._library.stretch_ids)

    def has_come(self) -> None:
        """From now on those that could be read are all that come in."""
        self._coming = tuple(self.stretches)

    def stretch(self, stretch_id: str) -> Stretch:
        """The stretch that comes in, before one that is there."""
        return self.stretches.get(stretch_id) or self._library.stretch(stretch_id)


class _Found:
    """What the files hold, and what is wrong with them."""

    def __init__(self, files: Mapping[str, bytes], library: PersonalLibrary) -> None:
        self.routines: dict[str, Routine] = {}
        self.pictures: dict[str, tuple[bytes, PictureKind]] = {}
        self.problems: list[tuple[str, Problem]] = []
        self._library = library
        pictures = {name: data for name, data in files.items() if name.lower().endswith(PICTURE_ENDINGS)}
        documents = {name: data for name, data in files.items() if name not in pictures}
        ids = {name: _id_of_stretch(data) for name, data in documents.items()}
        self._together = _Together(library, [said for said in ids.values() if said is not None])
        self.stretches = self._together.stretches
        for name, data in pictures.items():
            self._picture(name, data)
        for name in sorted(documents, key=lambda name: ids[name] is None):  # routines last: they are made of the others
            if ids[name] is None:
                self._together.has_come()
            self._document(name, read_either(documents[name], self._together))

    def _picture(self, name: str, data: bytes) -> None:
        try:
            self.pictures[_last_part(name)] = data, look_at(data).kind
        except BadInput as error:
            self._wrong(name, WHOLE_FILE, str(error))

    def _document(self, name: str, found: Routine | StretchFile | Rejected) -> None:
        match found:
            case Rejected(problems):
                self.problems += [(name, problem) for problem in problems]
            case Routine():
                self._check_id(name, found.id, self.routines)
                self.routines[found.id] = found
            case StretchFile():
                self._stretch(name, found)

    def _stretch(self, name: str, found: StretchFile) -> None:
        stretch = found.stretch
        self._check_id(name, stretch.id, self.stretches)
        if stretch.picture and stretch.picture not in self.pictures and not _is_there(stretch, self._library):
            self._wrong(
                name,
                "picture",
                _("{picture} is not among the files; it needs to be one of them").format(
                    picture=quoted(stretch.picture)
                ),
            )
        if found.figure is not None and not stretch.pose_of and not _is_there(stretch, self._library):
            # Poses of its own are drawn for built-in stretches alone; a changed one keeps those of the one it was.
            known = stretch.id in self._library.stretch_ids
            stretch = replace(stretch, pose_of=stretch.id if known else None)
        self.stretches[stretch.id] = stretch

    def _check_id(self, name: str, identifier: str, others: Collection[str]) -> None:
        if not is_file_safe(identifier):
            self._wrong(
                name,
                "id",
                _("{id} is not allowed; it needs small letters, digits and hyphens").format(id=quoted(identifier)),
            )
        elif identifier in others:
            self._wrong(
                name,
                "id",
                _("{id} is the id of another of these files; it needs its own").format(id=quoted(identifier)),
            )

    def _wrong(self, name: str, where: str, message: str) -> None:
        self.problems.append((name, Problem(1, where, message)))


def _planned(found: _Found, library: PersonalLibrary) -> Plan:
    """Give everything an id of its own, and let all the names follow."""
    present = [stretch.name for stretch in found.stretches.values() if _is_there(stretch, library)]
    new = {name: stretch for name, stretch in found.stretches.items() if not _is_there(stretch, library)}
    stretch_ids = _given_ids(new, library.stretch_ids)
    stretches = tuple(_stretch_with(stretch, stretch_ids, found) for stretch in new.values())
    routines, routine_ids = dict[str, Routine](), dict[str, str]()
    for name, routine in found.routines.items():
        named = _routine_with(routine, stretch_ids)
        if name in library.routine_ids and library.routine(name) == named:
            present.append(named.name)
        else:
            routines[name] = named
    routine_ids = _given_ids(routines, library.routine_ids)
    return Plan(
        routines=tuple(replace(routine, id=routine_ids[name]) for name, routine in routines.items()),
        stretches=stretches,
        pictures={
            picture: found.pictures[old.picture][0]
            for old, stretch in zip(new.values(), stretches, strict=True)
            if old.picture and (picture := stretch.picture)
        },
        copies=(*_copies(new, stretch_ids), *_copies(routines, routine_ids)),
        present=tuple(present),
    )


def _is_there(stretch: Stretch, library: PersonalLibrary) -> bool:
    return stretch.id in library.stretch_ids and library.stretch(stretch.id) == stretch


def _given_ids(coming: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """For each id that comes in, the one that it gets: its own, unless that is taken."""
    coming = list(coming)
    given: dict[str, str] = {}
    for name in coming:
        given[name] = free_id(name, {*taken, *coming, *given.values()}) if name in taken else name
    return given


def _copies(coming: Mapping[str, Stretch] | Mapping[str, Routine], given: Mapping[str, str]) -> Iterator[Copied]:
    for name, one in coming.items():
        if given[name] != name:
            yield Copied(one.name, name, given[name])


def _stretch_with(stretch: Stretch, ids: Mapping[str, str], found: _Found) -> Stretch:
    """The stretch with every name in it as it is from now on; a picture is called after its stretch."""
    given = ids[stretch.id]
    stretch = replace(stretch, id=given)
    picture = picture_name(stretch, found.pictures[stretch.picture][1]) if stretch.picture else None
    return replace(
        stretch,
        cautions=tuple(replace(one, alt=_given(one.alt, ids)) for one in stretch.cautions),
        easier=stretch.easier and replace(stretch.easier, id=_given(stretch.easier.id, ids)),
        harder=stretch.harder and replace(stretch.harder, id=_given(stretch.harder.id, ids)),
        pose_of=_given(stretch.pose_of, ids),
        picture=picture,
    )


def _routine_with(routine: Routine, ids: Mapping[str, str]) -> Routine:
    return replace(
        routine,
        steps=tuple(replace(step, stretch=ids.get(step.stretch, step.stretch)) for step in routine.steps),
        substitutions={
            flag: {ids.get(leaving, leaving): ids.get(coming, coming) for leaving, coming in exchange.items()}
            for flag, exchange in routine.substitutions.items()
        },
    )


def _given(name: str | None, ids: Mapping[str, str]) -> str | None:
    return None if name is None else ids.get(name, name)


def _id_of_stretch(data: bytes) -> str | None:
    """The id that a file gives itself, whatever else is wrong with it; None unless it seems to be a stretch."""
    with suppress(NotJson):
        said = read_document(data).value
        if isinstance(said, dict) and seems_a_stretch(said) and isinstance(said.get("id"), str):
            return str(said["id"])
    return None


def _last_part(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]
