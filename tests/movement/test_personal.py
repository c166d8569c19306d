"""The person's own content beside the built-in."""

from dataclasses import replace
from typing import Any

import pytest

from bedtime.errors import BadInput
from bedtime.movement.body import Body, Flag
from bedtime.movement.draft import Draft
from bedtime.movement.edits import Number, SetNumber
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import UnknownId
from bedtime.movement.personal import PersonalLibrary, Shelves
from bedtime.movement.routine import Step
from bedtime.movement.substitution import Suited, suit
from bedtime.movement.written import written
from bedtime.store.bundled import read_bundled
from bedtime.testing.making import a_routine
from bedtime.testing.shelves import MemoryPictures, MemoryShelf

BUILT_IN = PersonalLibrary(read_bundled, Shelves(MemoryShelf(), MemoryShelf(), MemoryPictures()))
SCARF = replace(BUILT_IN.stretch("towel-calf"), id="scarf-calf", name="Calf with a scarf", pose_of="towel-calf")
MINE = a_routine(Step(stretch="scarf-calf", hold_s=40), identifier="mine")


def a_library(*, routines: dict[str, Any] | None = None, stretches: dict[str, Any] | None = None) -> PersonalLibrary:
    return PersonalLibrary(read_bundled, Shelves(MemoryShelf(routines), MemoryShelf(stretches), MemoryPictures()))


def test_own_stretches_and_routines_are_served_beside_the_built_in_ones() -> None:
    library = a_library(routines={"mine": written(MINE)}, stretches={"scarf-calf": {**written(SCARF), "figure": {}}})
    assert library.stretch_ids == (*BUILT_IN.stretch_ids, "scarf-calf")
    assert library.routine_ids == (*BUILT_IN.routine_ids, "mine")
    assert library.routine("mine") == MINE
    assert library.stretch("scarf-calf") == SCARF
    assert library.routine("in-bed") == BUILT_IN.routine("in-bed")
    assert library.routines()[-1] == MINE
    assert lay_out(MINE, library.stretches_of(MINE), library.patterns).total_ms > 0
    assert not library.troubles


def test_a_persons_own_content_gets_the_cautions_too() -> None:
    library = a_library(routines={"mine": written(MINE)}, stretches={"scarf-calf": written(SCARF)})
    suited = suit(library.routine("mine"), library.stretch, Body(flags=frozenset({Flag.TENDON_TEAR})))
    assert isinstance(suited, Suited)
    assert [step.stretch for step in suited.routine.steps] == ["ankle-pumps"]


def test_an_own_stretch_takes_over_the_poses_of_another() -> None:
    library = a_library(stretches={"scarf-calf": written(SCARF)})
    assert library.figure("scarf-calf") == library.figure("towel-calf") != {}


def test_an_own_stretch_may_be_shown_by_a_picture() -> None:
    pictures = MemoryPictures()
    own = replace(SCARF, pose_of=None, picture="scarf.png")
    library = PersonalLibrary(read_bundled, Shelves(MemoryShelf(), MemoryShelf({own.id: written(own)}), pictures))
    assert library.picture(own.id) is None
    pictures.save("scarf.png", b"...")
    assert library.picture(own.id) == b"..."
    assert library.figure(own.id) == {}


def test_what_is_kept_is_served_at_once_and_what_is_removed_is_gone() -> None:
    library = a_library()
    library.keep_stretch(SCARF)
    library.keep_routine(MINE)
    draft = Draft.of(library.routine("mine"), library.stretch).apply(SetNumber(0, Number.AMOUNT, 20))
    library.keep_routine(draft.to_keep)
    assert library.routine("mine").steps[0].hold_s == 20
    library.remove_routine("mine")
    library.remove_stretch("scarf-calf")
    assert library.own_routine_ids == library.own_stretch_ids == ()
    with pytest.raises(UnknownId):
        library.routine("mine")


def test_a_stretch_that_a_routine_has_is_not_removed() -> None:
    library = a_library(routines={"mine": written(MINE)}, stretches={"scarf-calf": written(SCARF)})
    with pytest.raises(BadInput, match="still part of “Mine”"):
        library.remove_stretch("scarf-calf")


def test_the_picture_goes_with_its_last_stretch() -> None:
    library = a_library()
    pictures = library._shelves.pictures
    pictures.save("scarf.png", b"...")
    library.keep_stretch(replace(SCARF, picture="scarf.png"))
    library.keep_stretch(replace(SCARF, id="shawl-calf", picture="scarf.png"))
    library.remove_stretch("scarf-calf")
    assert pictures.names() == ("scarf.png",)
    library.remove_stretch("shawl-calf")
    assert pictures.names() == ()


@pytest.mark.parametrize("identifier", ["in-bed", "../evil", "con", "Großes", ""])
def test_an_own_routine_needs_an_id_of_its_own_that_can_be_a_file(identifier: str) -> None:
    with pytest.raises(BadInput, match="cannot be the id"):
        a_library().keep_routine(replace(MINE, id=identifier))


@pytest.mark.parametrize(
    ("identifier", "document"),
    [
        ("mine", {}),
        ("mine", {**written(MINE), "steps": [{"stretch": "no-such-stretch"}]}),
        ("mine", {**written(MINE), "steps": [{"stretch": "scarf-calf", "hold_s": -5}]}),
        ("mine", {**written(MINE), "closing_breath": "none"}),
        ("yours", written(MINE)),
        ("in-bed", {**written(MINE), "id": "in-bed"}),
    ],
)
def test_a_file_that_makes_no_sense_is_left_out_and_told_and_hides_nothing(
    identifier: str, document: dict[str, Any]
) -> None:
    good = replace(MINE, id="good")
    library = a_library(
        routines={identifier: document, "good": written(good)}, stretches={"scarf-calf": written(SCARF)}
    )
    assert library.own_routine_ids == ("good",)
    assert library.routine("in-bed") == BUILT_IN.routine("in-bed")
    (trouble,) = library.troubles
    assert trouble.startswith("Your routine “")


def test_a_routine_is_left_out_with_the_stretch_that_it_needs() -> None:
    library = a_library(routines={"mine": written(MINE)}, stretches={"scarf-calf": {**written(SCARF), "dose": {}}})
    assert len(library.troubles) == 2
    assert library.own_routine_ids == ()
