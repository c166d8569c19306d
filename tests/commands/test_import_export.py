"""`bedtime import` and `bedtime export`."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bedtime.errors import NotSaved
from bedtime.movement.exporting import parcel_of
from bedtime.movement.importing import Plan, Refused, keep_import, plan_import
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Step
from bedtime.movement.stretch import Variation
from bedtime.movement.written import as_file, written
from bedtime.store.bundled import read_bundled
from bedtime.testing.making import a_routine
from bedtime.testing.shelves import MemoryShelf, memory_shelves
from tests.conftest import RunBedtime
from tests.movement.test_pictures import a_png, an_svg

LIBRARY = PersonalLibrary(read_bundled, memory_shelves())
SCARF = replace(LIBRARY.stretch("towel-calf"), id="scarf-calf", name="Calf with a scarf", pose_of="towel-calf")
MINE = a_routine(Step(stretch="scarf-calf", hold_s=40), identifier="mine")


def planned(library: PersonalLibrary = LIBRARY, **files: Any) -> Plan:
    named = {
        name.replace("_", "."): data if isinstance(data, bytes) else as_file(written(data))
        for name, data in files.items()
    }
    plan = plan_import(named, library)
    assert isinstance(plan, Plan), plan
    return plan


def refused(**files: Any) -> str:
    named = {
        name.replace("_", "."): data if isinstance(data, bytes) else as_file(written(data))
        for name, data in files.items()
    }
    plan = plan_import(named, LIBRARY)
    assert isinstance(plan, Refused)
    return "\n".join(plan.lines)


def test_a_routine_brings_the_stretch_that_it_needs_whatever_their_order() -> None:
    plan = planned(a_json=MINE, b_json=SCARF)
    assert (plan.routines, plan.stretches) == ((MINE,), (SCARF,))
    assert plan.words == ("The stretch “Calf with a scarf” comes in.", "The routine “Mine” comes in.")


def test_nothing_comes_in_when_anything_is_wrong() -> None:
    told = refused(a_json=MINE, b_json=replace(SCARF, sides="three"))
    assert "b.json:" in told
    assert "three" in told
    assert "a.json:" in told, "the routine has lost its stretch"


def test_an_id_that_exists_becomes_a_copy_and_what_refers_to_it_follows() -> None:
    other = replace(LIBRARY.stretch("ankle-pumps"), name="Other pumps")
    careful = replace(SCARF, easier=Variation(id="ankle-pumps", how="Sit."))
    routine = a_routine(Step(stretch="ankle-pumps"), Step(stretch="scarf-calf"), identifier="in-bed")
    plan = planned(a_json=other, b_json=routine, c_json=careful)
    assert [stretch.id for stretch in plan.stretches] == ["ankle-pumps-2", "scarf-calf"]
    assert plan.stretches[1].easier == Variation(id="ankle-pumps-2", how="Sit.")
    assert [step.stretch for step in plan.routines[0].steps] == ["ankle-pumps-2", "scarf-calf"]
    assert plan.routines[0].id == "in-bed-2"
    assert "“Other pumps” comes in as a copy: there is one called ankle-pumps already." in plan.words


def test_what_is_here_word_for_word_stays_as_it_is() -> None:
    plan = planned(
        a_json=read_bundled("routines/in-bed.json"), b_json=read_bundled("assets/stretches/ankle-pumps.json")
    )
    assert (plan.routines, plan.stretches) == ((), ())
    assert plan.words == (
        f"“{LIBRARY.stretch('ankle-pumps').name}” is here already.",
        f"“{LIBRARY.routine('in-bed').name}” is here already.",
    )


def test_a_picture_comes_with_its_stretch_and_is_called_after_it() -> None:
    own = replace(SCARF, picture="photo.png")
    plan = planned(x_json=own, photo_png=a_png())
    assert plan.pictures == {"scarf-calf.png": a_png()}
    assert plan.stretches[0].picture == "scarf-calf.png"
    assert planned(y_svg=an_svg()).pictures == {}, "a picture that no stretch wants stays outside"


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"a_json": replace(SCARF, picture="photo.png")}, "not among the files"),
        ({"a_json": replace(SCARF, picture="../../secret.png")}, "not among the files"),
        ({"a_png": b"GIF"}, "a.png:1: file: This is not a picture"),
        ({"a_svg": an_svg('<image href="file:///x"/>')}, "outside itself"),
        ({"a_json": replace(MINE, id="../evil", steps=(Step(stretch="towel-calf"),))}, "small letters, digits"),
        ({"a_json": SCARF, "b_json": SCARF}, "needs its own"),
        ({"a_json": b"{"}, "not JSON"),
        ({"a_json": b"\xff"}, "UTF-8"),
        ({"a_json": replace(SCARF, pose_of="no-such")}, "pose_of"),
    ],
)
def test_what_cannot_come_in_is_told(files: dict[str, Any], sentence: str) -> None:
    assert sentence in refused(**files)


def test_a_full_disk_takes_nothing_in() -> None:
    shelves = memory_shelves()
    library = PersonalLibrary(read_bundled, shelves)
    assert isinstance(shelves.routines, MemoryShelf)
    shelves.routines.full = True
    plan = planned(library, a_json=MINE, b_json=replace(SCARF, picture="p.png"), p_png=a_png())
    with pytest.raises(NotSaved):
        keep_import(plan, shelves, library)
    assert not shelves.pictures.names()
    assert not shelves.stretches.documents()
    assert not library.own_routine_ids


def test_what_is_exported_comes_in_elsewhere_as_it_was() -> None:
    shelves, elsewhere = memory_shelves(), memory_shelves()
    library = PersonalLibrary(read_bundled, shelves)
    keep_import(planned(library, a_json=MINE, b_json=replace(SCARF, picture="p.png"), p_png=a_png()), shelves, library)
    parcel = parcel_of(library.routine("mine"), library)
    other = PersonalLibrary(read_bundled, elsewhere)
    plan = plan_import({"mine.json": parcel.routine, **parcel.beside}, other)
    assert isinstance(plan, Plan)
    keep_import(plan, elsewhere, other)
    assert other.routine("mine") == library.routine("mine")
    assert other.stretch("scarf-calf") == library.stretch("scarf-calf")
    assert other.picture("scarf-calf") == a_png()


def test_the_commands_take_a_routine_in_show_it_and_give_it_away(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_bytes(as_file(written(MINE)))
    (tmp_path / "scarf.json").write_bytes(as_file(written(SCARF)))
    assert run_bedtime("import", "--preview", *map(str, tmp_path.glob("*.json"))).returncode == 0
    assert "mine" not in run_bedtime("routines").stdout
    done = run_bedtime("import", *map(str, tmp_path.glob("*.json")))
    assert (done.returncode, done.stderr) == (0, "")
    assert "“Mine” comes in." in done.stdout
    assert "mine" in {routine["id"] for routine in json.loads(run_bedtime("routines", "--json").stdout)}
    assert json.loads(run_bedtime("show", "mine", "--json").stdout)["id"] == "mine"
    assert run_bedtime("export", "mine", str(tmp_path / "out.json")).returncode == 0
    assert (tmp_path / "out.json").read_bytes() == as_file(written(MINE))
    assert (tmp_path / "scarf-calf.json").read_bytes() == as_file(written(SCARF))
    assert run_bedtime("check", str(tmp_path / "out.json")).returncode == 0
    again = run_bedtime("export", "mine", str(tmp_path / "out.json"))
    assert (again.returncode, "is there already" in again.stderr) == (2, True)


def test_the_import_command_tells_every_problem_and_changes_nothing(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    (tmp_path / "good.json").write_bytes(as_file(written(SCARF)))
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    done = run_bedtime("import", str(tmp_path / "good.json"), str(tmp_path / "bad.json"), str(tmp_path / "gone.json"))
    assert done.returncode == 2
    assert "bad.json:1: file: " in done.stdout
    assert "gone.json:1: file: there is no such file" in done.stdout
    assert done.stdout.endswith("Nothing was changed.\n")
    assert not (tmp_path / "home" / "data").exists()
