"""The two doors of the built-in content make equal values."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from bedtime.movement.advice import Cautions, Help, Sources, Tips
from bedtime.movement.catalogue import Breathing, Catalogue
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import Evidence, HoldDose, RepsDose, Strength, Stretch, Tempo
from bedtime.movement.trusted import build
from bedtime.store.bundled import bundled_root

ASSETS = {
    "breathing": Breathing,
    "cautions": Cautions,
    "catalogue": Catalogue,
    "help": Help,
    "sources": Sources,
    "tips": Tips,
}


def _cases() -> list[Any]:
    root = bundled_root()
    cases = [(Stretch, path) for path in sorted((root / "assets/stretches").glob("*.json"))]
    cases += [(Routine, path) for path in sorted((root / "routines").glob("*.json"))]
    cases += [(cls, root / f"assets/{name}.json") for name, cls in ASSETS.items()]
    return [pytest.param(cls, path, id=f"{path.parent.name}/{path.name}") for cls, path in cases]


@pytest.mark.parametrize(("cls", "path"), _cases())
def test_trusted_building_equals_validation(cls: type, path: Path) -> None:
    """What starts the program fast must be what the checks have seen."""
    document = json.loads(path.read_bytes())
    document = {key: part for key, part in document.items() if key not in {"$schema", "figure"}}
    validated = TypeAdapter(cls).validate_json(json.dumps(document), strict=True)
    trusted = build(cls, document)
    assert trusted == validated
    assert repr(trusted) == repr(validated), "equal, and of the same types all the way down"


def test_a_dose_is_told_by_its_mode() -> None:
    tempo = {"up": 2, "down": 1.5}
    dose = build(Stretch, _stretch(dose={"mode": "reps", "reps": _span(8), "tempo_s": tempo})).dose
    assert dose == RepsDose(reps=dose.reps, tempo_s=Tempo(up=2, down=1.5))
    assert isinstance(build(Stretch, _stretch(dose={"mode": "hold", "hold_s": _span(30)})).dose, HoldDose)


def test_a_value_may_still_refuse_what_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="min <= default <= max"):
        build(Stretch, _stretch(dose={"mode": "hold", "hold_s": {"default": 5, "min": 10, "max": 20}}))


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(TypeError):
        build(Step, {"stretch": "towel-calf", "colour": "red"})


def test_a_missing_part_takes_its_default() -> None:
    evidence = build(Evidence, {"level": "trial", "text": "It may help."})
    assert evidence == Evidence(level=Strength.TRIAL, text="It may help.", sources=(), applies_to=None)


def test_a_routine_and_its_stretches_are_built_in_a_few_milliseconds() -> None:
    """The first paint of Tonight waits for this. The limit is generous: it catches validation creeping back in."""
    root = bundled_root()
    routine = json.loads((root / "routines/restless-evening.json").read_bytes())
    names = [step["stretch"] for step in routine["steps"]]
    stretches = [json.loads((root / f"assets/stretches/{name}.json").read_bytes()) for name in names]
    for stretch in stretches:
        stretch.pop("figure", None)
    build(Routine, routine)
    start = time.perf_counter()
    for stretch in stretches:
        build(Stretch, stretch)
    build(Routine, routine)
    assert time.perf_counter() - start < 0.05


def _span(default: int) -> dict[str, int]:
    return {"default": default, "min": default, "max": default}


def _stretch(**parts: Any) -> dict[str, Any]:
    return {
        "id": "x",
        "name": "X",
        "group": "calf",
        "position": "standing",
        "targets": ["calf"],
        "intensity": 1,
        "sides": "both",
        "get_ready_s": 5,
        "dose": {"mode": "hold", "hold_s": _span(30)},
        "steps": ["Stand."],
        "feel": "The calf.",
        "mistake": "Haste.",
        "breath": {"pattern": "natural", "inhale": "In", "exhale": "Out"},
        "evidence": {"level": "anecdotal", "text": "Untested."},
        **parts,
    }
