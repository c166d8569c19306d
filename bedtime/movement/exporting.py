"""Gives a routine away: the files that somebody else needs to have it, as they are written.

The routine itself, then each of the person's own stretches that it is made of or may exchange, and their pictures.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.movement.written import as_file, written


@dataclass(frozen=True, slots=True)
class Parcel:
    """The file of a routine, and what has to lie beside it, by name."""

    routine: bytes
    beside: Mapping[str, bytes]


def parcel_of(routine: Routine, library: PersonalLibrary) -> Parcel:
    """All that a routine needs elsewhere."""
    beside: dict[str, bytes] = {}
    for name in _own_stretches(routine, library):
        stretch = library.stretch(name)
        beside[f"{name}.json"] = as_file(written(stretch))
        picture = library.picture(name)
        if stretch.picture and picture is not None:
            beside[stretch.picture] = picture
    return Parcel(as_file(written(routine)), beside)


def _own_stretches(routine: Routine, library: PersonalLibrary) -> list[str]:
    """Those of the person's own that the routine names, and those that these name in turn."""
    exchanged = [coming for exchange in routine.substitutions.values() for coming in exchange.values()]
    ahead = [*(step.stretch for step in routine.steps), *exchanged]
    own: dict[str, None] = {}
    while ahead:
        name = ahead.pop(0)
        if name in library.own_stretch_ids and name not in own:
            own[name] = None
            stretch = library.stretch(name)
            neighbours = [
                *(one.alt for one in stretch.cautions),
                *(v.id for v in (stretch.easier, stretch.harder) if v),
            ]
            ahead += [other for other in (*neighbours, stretch.pose_of) if other]
    return list(own)
