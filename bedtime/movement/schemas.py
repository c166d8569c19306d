"""The JSON Schemas by which an editor helps somebody who writes a stretch or a routine.

Made from the same annotations that judge a file, so the two cannot disagree on shape. What a value means (whether a
stretch of that name exists) no schema says; `bedtime check` does.
"""

from typing import Any

from pydantic import TypeAdapter

from bedtime.figure.pose import Figure
from bedtime.movement.library import FIGURE_KEY
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Stretch
from bedtime.movement.trusted import SCHEMA_KEY

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def stretch_schema() -> dict[str, Any]:
    """The schema of a file in `assets/stretches`."""
    adapter: TypeAdapter[Any] = TypeAdapter(Figure)
    figure = adapter.json_schema()
    parts = figure.pop("$defs")
    schema = _schema(Stretch, "A stretch", {FIGURE_KEY: figure})
    taken = parts.keys() & schema["$defs"].keys()
    assert not taken, f"a figure and a stretch both have a {taken}"  # noqa: S101 - two classes of one name
    schema["$defs"].update(parts)
    return schema


def routine_schema() -> dict[str, Any]:
    """The schema of a file in `routines`."""
    return _schema(Routine, "A routine", {})


def _schema(cls: type, title: str, further: dict[str, Any]) -> dict[str, Any]:
    """The schema of a class, with the keys that a file may hold beside it."""
    adapter: TypeAdapter[Any] = TypeAdapter(cls)
    schema = adapter.json_schema()
    own = {SCHEMA_KEY: {"type": "string", "description": "Where this schema lies, for editors."}}
    properties = {**own, **schema.pop("properties"), **further}
    return {"$schema": DIALECT, **schema, "title": title, "properties": properties}
