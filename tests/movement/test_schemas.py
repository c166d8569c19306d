"""The schemas that editors read say what the program accepts."""

import json
from pathlib import Path
from typing import Any

import pytest

from bedtime.movement.routine import Routine
from bedtime.movement.schemas import routine_schema, stretch_schema
from bedtime.movement.stretch import Stretch
from bedtime.store.bundled import bundled_root

SCHEMAS = {"stretch": stretch_schema(), "routine": routine_schema()}
REMAKE = "run `python packaging/make_schemas.py`"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_files_are_up_to_date(name: str) -> None:
    written = json.loads((bundled_root() / f"assets/schemas/{name}.schema.json").read_bytes())
    assert written == SCHEMAS[name], REMAKE


@pytest.mark.parametrize(("name", "cls"), [("stretch", Stretch), ("routine", Routine)])
def test_a_schema_knows_every_key_and_no_other(name: str, cls: Any) -> None:
    beside = {"$schema", "figure"} if name == "stretch" else {"$schema"}
    assert set(SCHEMAS[name]["properties"]) == set(cls.__dataclass_fields__) | beside
    assert SCHEMAS[name]["additionalProperties"] is False


def test_a_schema_says_what_numbers_and_names_are_allowed() -> None:
    step = SCHEMAS["routine"]["$defs"]["Step"]
    assert step["properties"]["priority"] == {
        "default": 2,
        "maximum": 3,
        "minimum": 1,
        "title": "Priority",
        "type": "integer",
    }
    assert SCHEMAS["stretch"]["$defs"]["Sides"]["enum"] == ["both", "each", "one"]


def _content_files() -> list[Path]:
    root = bundled_root()
    return sorted([*(root / "assets/stretches").glob("*.json"), *(root / "routines").glob("*.json")])


@pytest.mark.parametrize("path", _content_files(), ids=lambda path: path.name)
def test_every_file_leads_an_editor_to_its_schema(path: Path) -> None:
    named = json.loads(path.read_bytes())["$schema"]
    assert (path.parent / named).resolve() == (bundled_root() / "assets/schemas" / Path(named).name).resolve()
    assert (path.parent / named).is_file()
