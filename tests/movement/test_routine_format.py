"""How a routine is written is told in routines/README.md, and what is told there is true."""

import json
import re
from dataclasses import fields
from pathlib import Path

from bedtime.movement.importing import Plan, plan_import
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import Strength
from bedtime.store.bundled import read_bundled
from bedtime.testing.shelves import memory_shelves

TOLD = (Path(__file__).parent.parent.parent / "routines" / "README.md").read_text(encoding="utf-8")


def test_the_example_is_a_routine_that_comes_in() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", TOLD, re.DOTALL)
    found = plan_import({"two-calves.json": example.encode()}, PersonalLibrary(read_bundled, memory_shelves()))
    assert isinstance(found, Plan), found
    assert [routine.id for routine in found.routines] == [json.loads(example)["id"]]


def test_every_key_and_every_level_of_evidence_is_told() -> None:
    named = set(re.findall(r"`([a-z_ ]+)`", TOLD))
    keys = {field.name for cls in (Routine, Step) for field in fields(cls)} - {"kind"}
    assert keys | {level.value for level in Strength} <= named
