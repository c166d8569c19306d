"""A thousand routine and stretch files, each with something wrong in it somewhere: none gives a traceback.

What is accepted nevertheless can be suited, fitted, edited and played like any other.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest

from bedtime.movement.body import Body, Flag
from bedtime.movement.draft import Draft
from bedtime.movement.edits import Duplicate
from bedtime.movement.files import StretchFile, read_either
from bedtime.movement.fitting import fit
from bedtime.movement.importing import Refused, plan_import
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import FIGURE_KEY, Library
from bedtime.movement.personal import PersonalLibrary, Shelves
from bedtime.movement.problems import Rejected
from bedtime.movement.routine import Routine
from bedtime.movement.substitution import Suited, suit
from bedtime.store.bundled import read_bundled
from bedtime.testing.shelves import MemoryPictures, MemoryShelf, memory_shelves

BUILT_IN = Library(read_bundled)
ROUTINES = [f"routines/{name}.json" for name in BUILT_IN.routine_ids]
STRETCHES = [f"assets/stretches/{name}.json" for name in BUILT_IN.stretch_ids]
EMPTY = PersonalLibrary(read_bundled, memory_shelves())
FLAGS = [flag for flag in Flag if flag is not Flag.CLOT_RISK]
ODD: list[Any] = [
    *(None, True, 0, -1, 1, 7, 10**9, 2**63, 0.5, 1e308, "", " ", "x" * 5000, "hold", "reps", "both", "one", "left"),
    *("\ud800", "ü\n", "../x", "box-4", "natural", "towel-calf", "no-such", [], [[]], {}, {"": {}}, {"mode": "hold"}),
    *([1, 2], {"default": 1, "min": 1, "max": 900}, {"mode": "reps"}, "knee", {"knee": {"towel-calf": "towel-calf"}}),
]


def mutated(document: dict[str, Any], dice: Random) -> dict[str, Any]:
    """The document with one to three things wrong, or at least other, in it."""
    for _ in range(dice.randint(1, 3)):
        holder, key = dice.choice(list(places(document)))
        match dice.randint(0, 3):
            case 0:
                del holder[key]
            case 1:
                holder[key] = deepcopy(dice.choice(ODD))
            case 2:
                other, other_key = dice.choice(list(places(document)) or [(holder, key)])
                holder[key] = json.loads(json.dumps(other[other_key]))
            case _ if isinstance(holder, dict):
                holder[dice.choice(["note", "extra", "side", "breath", "picture", "name"])] = deepcopy(dice.choice(ODD))
        if not document:
            break
    return document


def places(part: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a document: what holds it, and under which key."""
    keys = range(len(part)) if isinstance(part, list) else list(part)
    for key in keys:
        yield part, key
        if isinstance(part[key], dict | list):
            yield from places(part[key])


def use(library: PersonalLibrary, routine: Routine, dice: Random) -> None:
    """Everything that is done with a routine."""
    suited = suit(routine, library.stretch, Body(flags=frozenset(dice.sample(FLAGS, 3))))
    if isinstance(suited, Suited):
        stretches = library.stretches_of(suited.routine)
        lay_out(fit(suited.routine, stretches, dice.randint(5, 20)).routine, stretches, library.patterns)
    draft = Draft.copy_of(routine, library.stretch, library.routine_ids).apply(Duplicate(0))
    assert draft.to_keep
    assert draft.rows


@pytest.mark.parametrize("seed", range(100))
def test_ten_mutated_files_give_no_traceback(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - so that a failure comes again
    for name in dice.choices(ROUTINES, k=5) + dice.choices(STRETCHES, k=5):
        document = json.loads(read_bundled(name)) | {"id": "mine"}
        document.pop(FIGURE_KEY, None)  # an own stretch shows a picture, or the poses of a built-in one
        document = mutated(document, dice)
        check(document, dice, is_routine=name in ROUTINES)


def check(document: dict[str, Any], dice: Random, *, is_routine: bool) -> None:
    """Both doors say the same of a file, and what comes in can be used."""
    found = read_either(json.dumps(document).encode(), BUILT_IN)
    shelf = {"mine": document}
    library = PersonalLibrary(
        read_bundled,
        Shelves(
            MemoryShelf(shelf if is_routine else None), MemoryShelf(None if is_routine else shelf), MemoryPictures()
        ),
    )
    plan = plan_import({"mine.json": json.dumps(document).encode()}, EMPTY)
    assert isinstance(plan, Refused) or plan.words
    own = library.own_routine_ids if is_routine else library.own_stretch_ids
    if not own:
        assert library.troubles
        assert isinstance(found, Rejected) or document["id"] != "mine"
    elif is_routine:
        assert found == library.routine("mine")
        use(library, library.routine("mine"), dice)
    else:
        assert isinstance(found, StretchFile)
        assert found.stretch == library.stretch("mine")
