"""Every drawn stretch, read the way the program reads it, by its id."""

import json
from functools import lru_cache
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from bedtime.figure.pose import Figure

STRETCHES = Path(__file__).parents[2] / "assets" / "stretches"


@lru_cache(maxsize=1)
def drawn() -> dict[str, Figure]:
    adapter = TypeAdapter(Figure)
    files = sorted(STRETCHES.glob("*.json"))
    sections = {path.stem: json.loads(path.read_text(encoding="utf-8")).get("figure") for path in files}
    return {stem: adapter.validate_python(section) for stem, section in sections.items() if section is not None}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "stretch" in metafunc.fixturenames:
        metafunc.parametrize("stretch", sorted(drawn()))


@pytest.fixture
def figure(stretch: str) -> Figure:
    return drawn()[stretch]
