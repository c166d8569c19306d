"""The reader of JSON text agrees with Python's own on good text, and knows the line of every part."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.json_text import DEEPEST, LONGEST_BYTES, NotJson, read_document

NUMBERS = st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(st.characters(codec="utf-8"), max_size=12),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=8), inner),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_good_text_is_read_as_python_reads_it(value: Any, indent: int | None, ascii_only: bool) -> None:
    document = read_document(json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode())
    assert document.value == value
    assert document.problems == []


def test_every_part_has_its_line() -> None:
    document = read_document(b'{\n"a": 1,\n\n"b": [\n true,\r\n {"c": null}]}\n')
    assert document.lines == {(): 1, ("a",): 2, ("b",): 4, ("b", 0): 5, ("b", 1): 6, ("b", 1, "c"): 6}
    assert document.line_of(("b", 1, "missing", "deeper")) == 6


def test_as_deep_as_is_allowed_and_no_deeper() -> None:
    assert read_document(b"[" * DEEPEST + b"1" + b"]" * DEEPEST).problems == []
    with pytest.raises(NotJson, match="nested too deeply"):
        read_document(b"[" * (DEEPEST + 1) + b"1" + b"]" * (DEEPEST + 1))


def test_as_long_as_is_allowed_and_no_longer() -> None:
    assert read_document(b"1".rjust(LONGEST_BYTES)).value == 1
    with pytest.raises(NotJson, match="up to 1 MiB"):
        read_document(b"1".rjust(LONGEST_BYTES + 1))


@pytest.mark.parametrize(
    "text", ["01", "+1", "1.", ".5", "1e", "tru", "'a'", "{a:1}", "[1 2]", '{"a" 1}', "0x10", "-", "nul"]
)
def test_what_is_almost_json_is_told_from_it(text: str) -> None:
    with pytest.raises(NotJson, match=r"expected|goes on"):
        read_document(text.encode())
