"""The built-in content, read piece by piece as it is asked for, so that a start pays only for what it shows.

Where the files lie is the reader's business. An id that does not exist raises `UnknownId`, which names the nearest one.
"""

import json
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.body import Flag
from bedtime.movement.breathing import BreathPattern
from bedtime.movement.catalogue import Breathing, Catalogue
from bedtime.movement.routine import Kind, Routine
from bedtime.movement.stretch import Stretch
from bedtime.movement.told import told
from bedtime.movement.trusted import build

if TYPE_CHECKING:
    from bedtime.movement.advice import Help, Source, Tip

FIGURE_KEY = "figure"  # the poses of a stretch, which the figure reads; nothing here looks inside


class Reader(Protocol):
    """Reads one built-in file by its name, such as `routines/in-bed.json`."""

    def __call__(self, name: str) -> bytes:
        """The whole file."""
        ...


class UnknownId(BadInput):
    """A name that nothing here has."""


class Library:
    """Every stretch, routine, breathing pattern and piece of advice that comes with Bedtime."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._stretch_files: dict[str, dict[str, Any]] = {}
        self._stretches: dict[str, Stretch] = {}
        self._routines: dict[str, Routine] = {}

    @property
    def stretch_ids(self) -> tuple[str, ...]:
        """Every stretch, in the order in which they are offered."""
        return self._catalogue.stretches

    @property
    def routine_ids(self) -> tuple[str, ...]:
        """Every routine and cramp sequence, in the order in which they are offered."""
        return self._catalogue.routines

    def stretch(self, stretch_id: str) -> Stretch:
        """One stretch."""
        if stretch_id not in self._stretches:
            parts = self._stretch_file(stretch_id)
            words = {key: part for key, part in parts.items() if key != FIGURE_KEY}
            self._stretches[stretch_id] = build(Stretch, words)
        return self._stretches[stretch_id]

    def figure(self, stretch_id: str) -> Mapping[str, Any]:
        """The poses of one stretch as parsed from its file, unread; empty when it has none."""
        poses: Mapping[str, Any] = self._stretch_file(stretch_id).get(FIGURE_KEY, {})
        return poses

    def routine(self, routine_id: str) -> Routine:
        """One routine or cramp sequence."""
        if routine_id not in self._routines:
            require(routine_id, self.routine_ids, "routine")
            self._routines[routine_id] = build(Routine, self._parse(f"routines/{routine_id}.json"))
        return self._routines[routine_id]

    @property
    def own_routine_ids(self) -> tuple[str, ...]:
        """The routines that are the person's own: none here."""
        return ()

    def routines(self, kind: Kind = Kind.ROUTINE) -> tuple[Routine, ...]:
        """All routines of one kind, in the order in which they are offered."""
        every = map(self.routine, self.routine_ids)
        return tuple(routine for routine in every if routine.kind is kind)

    def stretches_of(self, routine: Routine) -> dict[str, Stretch]:
        """The stretches of a routine by id: what the timeline needs beside it."""
        return {step.stretch: self.stretch(step.stretch) for step in routine.steps}

    @cached_property
    def patterns(self) -> Mapping[str, BreathPattern]:
        """Every breathing pattern by id."""
        breathing = build(Breathing, self._parse("assets/breathing.json"))
        return {pattern.id: pattern for pattern in breathing.patterns}

    @cached_property
    def cautions(self) -> Mapping[Flag, str]:
        """Every flag with its sentence for ticking, in the order in which they are offered."""
        from bedtime.movement.advice import Cautions

        cautions = build(Cautions, self._parse("assets/cautions.json"))
        return {words.flag: words.text for words in cautions.flags}

    @cached_property
    def tips(self) -> "tuple[Tip, ...]":
        """Every tip."""
        from bedtime.movement.advice import Tips

        return build(Tips, self._parse("assets/tips.json")).tips

    @cached_property
    def help(self) -> "Help":
        """When to get help, what clinics offer, and what this program is not."""
        from bedtime.movement.advice import Help

        return build(Help, self._parse("assets/help.json"))

    @cached_property
    def sources(self) -> "Mapping[str, Source]":
        """Every source by id."""
        from bedtime.movement.advice import Sources

        sources = build(Sources, self._parse("assets/sources.json"))
        return {source.id: source for source in sources.sources}

    @cached_property
    def _catalogue(self) -> Catalogue:
        return build(Catalogue, self._parse("assets/catalogue.json"))

    def _stretch_file(self, stretch_id: str) -> dict[str, Any]:
        if stretch_id not in self._stretch_files:
            require(stretch_id, self.stretch_ids, "stretch")
            self._stretch_files[stretch_id] = self._parse(f"assets/stretches/{stretch_id}.json")
        return self._stretch_files[stretch_id]

    def _parse(self, name: str) -> dict[str, Any]:
        return told(json.loads(self._read(name)))


def require(asked: str, known: tuple[str, ...], what: str) -> None:
    """Raise `UnknownId` unless `asked` is one of the known ids."""
    if asked not in known:
        words = (
            _("There is no stretch called {name}.") if what == "stretch" else _("There is no routine called {name}.")
        )
        raise UnknownId(words.format(name=repr(asked)) + nearest(asked, known))


def nearest(asked: str, known: Collection[str]) -> str:
    """A further sentence that offers the known id most like the one asked for, or nothing if none is like it."""
    from difflib import get_close_matches

    like = get_close_matches(asked, known, n=1)
    return _(" Did you mean {name}?").format(name=repr(like[0])) if like else ""
