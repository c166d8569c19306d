"""The settings: tolerant in reading, complete in writing."""

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.movement.body import Flag
from bedtime.movement.ways import BreathChoice, SideOrder
from bedtime.movement.week import Day
from bedtime.settings import Answer, MotionChoice, Settings, Switch, TextSize, ThemeChoice, understand

USUAL = Settings()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=70),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)
NAMES = sorted(USUAL.to_json())
CHOSEN_IN_THE_FIRST = Settings(
    routine="travel-tiny",
    minutes=5,
    side_order=SideOrder.LEFT_FIRST,
    breathing="long-4-6",
    theme=ThemeChoice.DIM,
    text_size=TextSize.LARGEST,
    motion=MotionChoice.STILL,
    letter_keys=Switch.OFF,
    controls=Switch.ON,
    far_view=Switch.ON,
)
CHOSEN = replace(
    CHOSEN_IN_THE_FIRST,
    nights={Day.TUESDAY: "physio-strong", Day.FRIDAY: "physio-strong"},
    favourites=("in-bed", "travel-tiny"),
    flags=(Flag.KNEE, Flag.BALANCE),
    agreed=("knee:low-lunge",),
    declined=("hip-replacement:lunges",),
)


def test_nothing_written_means_the_usual_settings() -> None:
    understood = understand({})
    assert (understood.settings, understood.notices) == (USUAL, ())


@pytest.mark.parametrize("settings", [USUAL, CHOSEN], ids=["usual", "chosen"])
def test_what_is_written_is_understood_again(settings: Settings) -> None:
    understood = understand(json.loads(json.dumps(settings.to_json())))
    assert (understood.settings, understood.notices) == (settings, ())
    for setting in fields(settings):
        assert type(getattr(understood.settings, setting.name)) is type(getattr(settings, setting.name))


def test_the_breath_may_be_each_its_own_or_off_or_a_pattern() -> None:
    assert understand({"breathing": "off"}).settings.breathing is BreathChoice.OFF
    assert understand({"breathing": "each its own"}).settings.breathing is BreathChoice.EACH_ITS_OWN
    assert understand({"breathing": "even-5-5"}).settings.breathing == "even-5-5"


def test_a_setting_of_a_newer_version_is_kept_and_written_back() -> None:
    understood = understand({"moon": {"phase": "full"}, "minutes": 7})
    assert understood.notices == ()
    assert (
        replace(understood.settings, minutes=8).to_json().items() >= {"moon": {"phase": "full"}, "minutes": 8}.items()
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("minutes", 4),
        ("minutes", 21),
        ("minutes", 7.5),
        ("minutes", True),
        ("minutes", "10"),
        ("minutes", float("nan")),
        ("routine", ""),
        ("routine", "x" * 61),
        ("routine", "two\nlines"),
        ("theme", "neon"),
        ("theme", []),
        ("text_size", 110),
        ("text_size", {}),
        ("breathing", None),
        ("far_view", True),
    ],
)
def test_a_value_that_makes_no_sense_is_told_and_is_as_usual(name: str, value: Any) -> None:
    understood = understand({name: value, "controls": "on"})
    assert understood.settings == replace(USUAL, controls=Switch.ON)
    (notice,) = understood.notices
    assert notice.startswith("The setting “")
    assert notice.endswith("” made no sense. It is as usual again.")


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), JSON))
def test_no_file_whatsoever_stops_the_program(written: dict[str, Any]) -> None:
    settings = understand(written).settings
    again = understand(settings.to_json())
    assert again.notices == ()
    assert {name: again.settings.to_json()[name] for name in NAMES} == {
        name: settings.to_json()[name] for name in NAMES
    }


def test_the_settings_file_that_the_first_version_wrote_is_understood() -> None:
    """Names and words in the file never change without a new version of the format."""
    golden = Path(__file__).parent / "golden" / "store" / "settings-1.json"
    written = json.loads(golden.read_bytes())
    assert written.pop("v") == 1
    understood = understand(written)
    assert (understood.settings, understood.notices) == (CHOSEN_IN_THE_FIRST, ())


def test_an_answer_to_a_caution_takes_the_place_of_an_earlier_one() -> None:
    question = (Flag.HIP_REPLACEMENT, "lunges")
    asked = replace(USUAL, flags=(Flag.HIP_REPLACEMENT,))
    no = asked.answered(question, Answer.NO)
    assert (no.cautions.agreed, no.cautions.declined) == (frozenset(), frozenset({question}))
    yes = no.answered(question, Answer.YES)
    assert (yes.cautions.agreed, yes.cautions.declined) == (frozenset({question}), frozenset())
    assert yes.cautions.flags == {Flag.HIP_REPLACEMENT}


def test_the_week_is_a_plan_of_its_own() -> None:
    week = USUAL.week.with_night(Day.FRIDAY, "physio-strong")
    assert USUAL.with_week(week).week == week


@pytest.mark.parametrize(
    "nonsense",
    [
        {"nights": {"someday": "in-bed"}},
        {"nights": ["monday"]},
        {"flags": ["knees"]},
        {"flags": "knee"},
        {"favourites": [3]},
        {"agreed": ["lunges"]},
    ],
)
def test_a_list_that_makes_no_sense_is_told_and_empty(nonsense: dict[str, Any]) -> None:
    understood = understand(nonsense)
    assert understood.settings == USUAL
    assert len(understood.notices) == 1
