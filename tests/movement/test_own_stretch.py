"""A person's own stretches work everywhere the built-in ones do."""

from dataclasses import replace

import pytest

from bedtime.errors import BadInput
from bedtime.movement.files import StretchFile, read_stretch
from bedtime.movement.laying_out import lay_out
from bedtime.movement.own_stretch import copied_stretch, new_stretch
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Step
from bedtime.movement.stretch import Position, Sides
from bedtime.movement.written import as_file, written
from bedtime.store.bundled import read_bundled
from bedtime.testing.making import a_routine
from bedtime.testing.shelves import memory_shelves
from tests.movement.test_pictures import a_png


@pytest.fixture
def library() -> PersonalLibrary:
    return PersonalLibrary(read_bundled, memory_shelves())


def test_a_copy_keeps_the_cautions_and_the_poses(library: PersonalLibrary) -> None:
    towel = library.stretch("towel-calf")
    copy = copied_stretch(towel, library.stretch_ids)
    assert (copy.id, copy.name, copy.pose_of) == ("towel-calf-mine", "Towel calf stretch, mine", "towel-calf")
    assert copy.cautions == towel.cautions
    assert copied_stretch(copy, [copy.id]).pose_of == "towel-calf"


def test_a_new_stretch_is_a_file_like_any_other_and_can_be_played(library: PersonalLibrary) -> None:
    own = new_stretch("Sofa calf!", library.stretch_ids, steps=("Sit.",), feel="The calf.", position=Position.SEATED)
    assert own.id == "sofa-calf"
    assert read_stretch(as_file(written(own)), library) == StretchFile(own, None)
    library.keep_stretch(own)
    routine = a_routine(Step(stretch="sofa-calf", hold_s=40), identifier="mine")
    library.keep_routine(routine)
    assert lay_out(routine, library.stretches_of(routine), library.patterns).total_ms == 10_000 + 2 * 40_000 + 5_000
    assert own.sides is Sides.EACH
    assert not library.troubles


def test_a_picture_is_judged_and_then_stands_for_the_figure(library: PersonalLibrary) -> None:
    own = copied_stretch(library.stretch("towel-calf"), library.stretch_ids)
    shown = library.keep_picture(own, a_png())
    assert shown == replace(own, picture="towel-calf-mine.png")
    assert library.picture(own.id) == a_png()
    with pytest.raises(BadInput, match="not a picture"):
        library.keep_picture(own, b"GIF89a")
    assert library.picture(own.id) == a_png()
