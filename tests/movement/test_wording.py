"""The words of all 52 stretches, for either side and for none."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.library import Library
from bedtime.movement.stretch import Side, Sides, Stretch
from bedtime.movement.wording import for_side, without_side
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
EVERY = pytest.mark.parametrize(
    "stretch", [LIBRARY.stretch(name) for name in LIBRARY.stretch_ids], ids=lambda stretch: stretch.id
)

# Where "right" and "left" are ordinary English and mean no side of the body.
NOT_A_SIDE = re.compile(r"\bright behind you\b")


def words_of(part: Any) -> Iterator[str]:
    """Every piece of text within a value."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from words_of(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from words_of(getattr(part, field.name))


def sides_named(text: str) -> set[str]:
    return set(re.findall(r"\b(left|right|clockwise|anticlockwise)\b", NOT_A_SIDE.sub("", text.lower())))


@EVERY
def test_the_words_name_no_side_of_their_own(stretch: Stretch) -> None:
    """A side that is written out would be wrong in the other half."""
    for text in words_of(stretch):
        assert not sides_named(text), text


@EVERY
def test_each_half_says_its_own_side(stretch: Stretch) -> None:
    for text in words_of(stretch):
        for side in Side:
            said = for_side(text, side)
            assert "{" not in said
            assert "}" not in said
            if "{other}" not in text:
                assert side.other not in sides_named(said)
            if "{working}" not in text:
                assert side not in sides_named(said)


@EVERY
def test_the_left_half_is_the_mirror_of_the_right(stretch: Stretch) -> None:
    swap = {"left": "right", "right": "left"}
    for text in words_of(stretch):
        right = NOT_A_SIDE.sub("", for_side(text, Side.RIGHT))
        left = NOT_A_SIDE.sub("", for_side(text, Side.LEFT))
        assert re.sub(r"\b(left|right)\b", lambda match: swap[match[1]], right) == left


@EVERY
def test_a_stretch_for_each_side_says_which_one_works(stretch: Stretch) -> None:
    """And one for both legs, or for whichever hurts, never does."""
    says = any("{working}" in step for step in stretch.steps)
    assert says == (stretch.sides is Sides.EACH)


@EVERY
def test_no_line_is_too_long_for_the_card_and_none_begins_with_a_side(stretch: Stretch) -> None:
    for step in stretch.steps:
        assert max(len(for_side(step, side)) for side in Side) <= 90
    for text in words_of(stretch):
        assert not text.startswith("{"), "a side would begin the sentence in lower case"


@EVERY
def test_without_a_side_nothing_is_left_to_fill_in(stretch: Stretch) -> None:
    for text in without_side(words_of(stretch)):
        assert "{" not in text
        assert not sides_named(text)


def test_without_a_side_the_first_leg_is_one_and_then_that() -> None:
    told = without_side(LIBRARY.stretch("wall-calf-straight").steps)
    assert told[1] == "Step one foot straight back; toes point at the wall."
    assert told[2] == "Press that heel down and keep that knee straight."


def test_without_a_side_whichever_comes_first_is_one() -> None:
    told = without_side(LIBRARY.stretch("ankle-circles").steps)
    assert told[1] == "Shift onto one leg and float the other foot a little off the floor."
    assert without_side(["Rest your {working} ankle across your {other} knee."]) == (
        "Rest one ankle across the other knee.",
    )


def test_a_sentence_keeps_its_capital() -> None:
    assert without_side(["The {working} heel sinks. Your {other} knee bends."]) == (
        "One heel sinks. The other knee bends.",
    )


@given(st.text(), st.sampled_from(Side))
def test_text_without_placeholders_is_left_alone(text: str, side: Side) -> None:
    if "{working}" not in text and "{other}" not in text:
        assert for_side(text, side) == text
        assert without_side([text]) == (text,)
