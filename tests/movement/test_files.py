"""Files from outside: good ones become values, and nothing that bytes can say raises anything."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedtime.figure.pose import Figure
from bedtime.movement.files import StretchFile, read_either, read_routine, read_stretch
from bedtime.movement.library import Library
from bedtime.movement.problems import Rejected
from bedtime.movement.routine import Routine
from bedtime.movement.trusted import build
from bedtime.store.bundled import read_bundled

LIBRARY = Library(read_bundled)
STRETCH = "assets/stretches/towel-calf.json"
ROUTINE = "routines/simple-nightly.json"
SHIPPED = [read_bundled(name) for name in (STRETCH, ROUTINE, "assets/stretches/ankle-circles.json")]


def changed(name: str, /, **changes: Any) -> bytes:
    return json.dumps(json.loads(read_bundled(name)) | changes, indent=1).encode()


def told(found: object) -> list[str]:
    assert isinstance(found, Rejected)
    return [str(problem) for problem in found.problems]


def test_a_good_routine_is_the_one_that_the_library_builds() -> None:
    assert read_routine(read_bundled(ROUTINE), LIBRARY) == LIBRARY.routine("simple-nightly")


def test_a_good_stretch_comes_with_its_figure() -> None:
    found = read_stretch(read_bundled(STRETCH), LIBRARY)
    assert isinstance(found, StretchFile)
    assert found.stretch == LIBRARY.stretch("towel-calf")
    assert found.figure == build(Figure, LIBRARY.figure("towel-calf"))


def test_a_figure_has_to_be_an_object() -> None:
    (line,) = told(read_stretch(changed(STRETCH, figure=3), LIBRARY))
    assert line.endswith("figure: 3 is not allowed; it needs to be an object with end")


@pytest.mark.parametrize(
    ("figure", "mistake"),
    [
        ({}, "figure.end: is missing; it needs to be an object"),
        ({"end": {"pelvis": {"at": [0, 0.9]}}}, "figure.end.pelvis.at[2]: is missing; it needs to be a number"),
        ({"end": {"hips": 3}}, "figure.end.hips: is not a known key; allowed are pelvis, spine,"),
        ({"end": {"left_leg": {"by": "foot"}}}, 'figure.end.left_leg.by: "foot" is not allowed; it needs to be one of'),
        ({"end": {}, "motion": "jump"}, 'figure.motion: "jump" is not allowed; it needs to be one of hold, repeat,'),
        ({"end": {}, "camera": {"zoom": 9}}, "figure.camera.zoom: 9 is not allowed; it needs to be a number above 0.2"),
    ],
)
def test_a_mistake_in_a_figure_is_told_with_its_field(figure: object, mistake: str) -> None:
    (line,) = told(read_stretch(changed(STRETCH, figure=figure), LIBRARY))
    assert mistake in line


HELD = {"by": "palm", "at": [0, 0, 0], "frame": "right_wrist"}


@pytest.mark.parametrize(
    ("figure", "mistake"),
    [
        ({"end": {}, "motion": "repeat"}, "figure.start: is missing; the motion repeat goes from start to end"),
        ({"end": {}, "through": {}}, "figure.start: is missing; through lies between start and end"),
        ({"start": {}, "end": {}, "motion": "press"}, "figure.press: is missing; the motion press needs it"),
        ({"end": {}, "press": {}}, "figure.press: belongs to the motion press alone; leave it out"),
        (
            {"end": {"right_leg": {"by": "sole", "at": [0, 0, 0]}}, "motion": "circle"},
            'figure.end.right_leg.by: "sole" stands still under circle; it needs to be ankle or joints',
        ),
        ({"end": {"pelvis": {"up": [0, 0, 0]}}}, "figure.end.pelvis.up: [0, 0, 0] is no direction;"),
        (
            {"end": {"right_arm": {"by": "palm", "at": [0, 1, 0], "fingers": [0, 0, 0]}}},
            "figure.end.right_arm.fingers: [0, 0, 0] is no direction;",
        ),
        (
            {"end": {"right_arm": HELD}},
            'figure.end.right_arm.frame: "right_wrist" is placed after this limb; it needs to be one of pelvis,',
        ),
        ({"end": {"left_arm": HELD, "first_arm": "left"}}, 'figure.end.left_arm.frame: "right_wrist" is placed after'),
        (
            {"end": {"left_leg": {"by": "ankle", "at": [0, 0, 0], "frame": "left_knee"}}},
            'figure.end.left_leg.frame: "left_knee" is placed after this limb',
        ),
        (
            {"start": {}, "end": {}, "through": {"left_leg": {"by": "ankle", "at": [0, 0, 0], "frame": "left_elbow"}}},
            'figure.through.left_leg.frame: "left_elbow" is placed after this limb',
        ),
    ],
)
def test_a_figure_that_could_not_move_or_hold_is_told_with_its_field(figure: object, mistake: str) -> None:
    (line,) = told(read_stretch(changed(STRETCH, figure=figure), LIBRARY))
    assert mistake in line


def test_the_mistake_of_a_figure_is_told_with_its_line() -> None:
    text = changed(STRETCH, figure={"end": {"pelvis": {"front": [0, 0, 0]}}}).decode()
    (problem,) = read_stretch(text.encode(), LIBRARY).problems  # type: ignore[union-attr]
    assert '"front"' in text.splitlines()[problem.line - 1]


def test_an_arm_may_hold_on_to_the_one_that_is_placed_first() -> None:
    assert isinstance(read_stretch(changed(STRETCH, figure={"end": {"left_arm": HELD}}), LIBRARY), StretchFile)


def test_a_file_is_known_for_what_it_is() -> None:
    assert isinstance(read_either(read_bundled(ROUTINE), LIBRARY), Routine)
    assert isinstance(read_either(read_bundled(STRETCH), LIBRARY), StretchFile)


def test_a_new_stretch_may_name_itself_and_a_new_routine_may_repeat_a_step() -> None:
    assert isinstance(read_stretch(changed(STRETCH, id="my-own"), LIBRARY), StretchFile)
    steps = [{"stretch": "towel-calf"}, {"stretch": "towel-calf"}]
    assert isinstance(read_routine(changed(ROUTINE, steps=steps, substitutions={}), LIBRARY), Routine)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"dose": {"mode": "press"}}, 'dose.mode: "press" is not allowed; it needs to be one of hold, reps, breaths'),
        ({"dose": {}}, "dose.mode: is missing; it needs to be one of hold, reps, breaths, contract-relax"),
        ({"dose": []}, "dose: a list of 0 items is not allowed; it needs to be an object"),
        ({"dose": {"mode": "hold"}}, "dose.hold_s: is missing; it needs to be an object with default, min, max"),
        (
            {"dose": {"mode": "hold", "hold_s": {"default": 5, "min": 10, "max": 20}}},
            "dose.hold_s: needs min <= default <= max, not 10 <= 5 <= 20",
        ),
        ({"sides": "up"}, 'sides: "up" is not allowed; it needs to be one of both, each, one'),
        ({"props": ["chair", "sofa"]}, 'props[1]: "sofa" is not allowed; it needs to be one of wall, chair'),
        ({"feel": ""}, 'feel: "" is not allowed; it needs to be text of 1 to 600 characters'),
        ({"feeling": "x"}, "feeling: is not a known key; allowed are id, name"),
        ({"feeling": "x"}, "Did you mean 'feel'?"),
        ({"easier": {"id": "towel-half", "how": "x"}}, 'easier.id: there is no stretch called "towel-half"'),
        ({"harder": {"how": 3}}, "harder.how: 3 is not allowed; it needs to be text of 1 to 600 characters"),
        (
            {"breath": {"pattern": "box-4", "inhale": "In", "exhale": "Out"}},
            'breath.pattern: "box-4" holds the breath; allowed is a pattern that does not',
        ),
        (
            {"evidence": {"level": "trial", "text": "x", "sources": ["acsm", "my aunt"]}},
            'evidence.sources[1]: there is no source called "my aunt"',
        ),
        ({"cautions": [{"flag": "knee", "level": "avoid"}]}, "cautions[0].text: is missing; it needs to be text of 1"),
        (
            {"cautions": [{"flag": "knee", "level": "avoid", "text": "x", "alt": "y"}]},
            'cautions[0].alt: there is no stretch called "y"',
        ),
    ],
)
def test_what_is_wrong_with_a_stretch_is_told_in_plain_words(changes: dict[str, Any], wrong: str) -> None:
    (line,) = told(read_stretch(changed(STRETCH, **changes), LIBRARY))
    assert wrong in line


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"steps": [{"stretch": "towel-calf", "sets": 9}]}, "steps[0].sets: 9 is not allowed for"),
        ({"steps": [{"stretch": "squats", "hold_s": 20}]}, "steps[0].hold_s: does not belong to"),
        ({"steps": [{"stretch": "contract-relax-calf", "rest_s": 5}]}, "steps[0].rest_s: does not belong to"),
        ({"steps": [{"stretch": "contract-relax-calf", "sets": 2}]}, "allowed is cycles"),
        ({"steps": [{"stretch": "squats", "order": "alternate"}]}, 'steps[0].order: "alternate" is not allowed'),
        ({"steps": [{"stretch": "squats", "sides": "each"}]}, "steps[0].sides: "),
        ({"steps": [{"stretch": "squats"}, 4]}, "steps[1]: 4 is not allowed; it needs to be an object with stretch"),
        ({"rests_on_its_dose": 1}, "rests_on_its_dose: 1 is not allowed; it needs to be true or false"),
        ({"substitutions": {"knee": {"squats": "towel-calf"}}}, "substitutions.knee.squats: is not a step"),
        ({"substitutions": {"knee": {"towel-calf": "x"}}}, "substitutions.knee.towel-calf: there is no stretch"),
        ({"substitutions": {"knee": []}}, "substitutions.knee: a list of 0 items is not allowed"),
        ({"name": "x" * 700}, "name: "),
        ({"evidence": None}, "evidence: null is not allowed; it needs to be an object with level, text"),
        ({"steps": [{"stretch": "towel-calf", "breath": "box-4"}]}, 'steps[0].breath: "box-4" holds the breath'),
        ({"steps": [{"stretch": "towel-calf", "breath": "none"}]}, "steps[0].breath: there is no breathing pattern"),
        ({"steps": [{"stretch": "ankle-pumps", "side": "left"}]}, "steps[0].side: does not belong to"),
    ],
)
def test_what_is_wrong_with_a_routine_is_told_in_plain_words(changes: dict[str, Any], wrong: str) -> None:
    changes = {"substitutions": {}} | changes
    (line,) = told(read_routine(changed(ROUTINE, **changes), LIBRARY))
    assert wrong in line


def test_every_mistake_is_told_and_on_its_own_line() -> None:
    text = (
        b'{"steps": [\n{"stretch": "towel-calf", "hold_s": "x"},\n{"stretch": 3}],\n"kind": "dance",\n"kind": "dance"}'
    )
    lines = told(read_routine(text, LIBRARY))
    assert [line for line in lines if ": is missing" not in line] == [
        '2: steps[0].hold_s: "x" is not allowed; it needs to be a whole number from 1 to 900',
        "3: steps[1].stretch: 3 is not allowed; it needs to be text of 1 to 60 characters",
        "5: kind: stands twice; each key may stand once",
    ]


def assert_judged(data: bytes) -> None:
    """A value, or problems of which each is one line with a field and a message, all of them within the file."""
    found = read_either(data, LIBRARY)
    if isinstance(found, Rejected):
        assert found.problems
        for problem in found.problems:
            assert 1 <= problem.line <= data.count(b"\n") + 1
            assert problem.field
            assert problem.message
            assert len(str(problem).splitlines()) == 1


@given(st.binary(max_size=400))
def test_no_bytes_whatever_raise_anything(data: bytes) -> None:
    assert_judged(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_no_json_whatever_raises_anything(value: Any) -> None:
    assert_judged(json.dumps(value).encode())


@settings(max_examples=200)
@given(st.sampled_from(SHIPPED), st.data())
def test_no_damaged_file_raises_anything(shipped: bytes, data: st.DataObject) -> None:
    """Bytes cut out, put in and overwritten."""
    start = data.draw(st.integers(0, len(shipped)))
    end = data.draw(st.integers(start, min(len(shipped), start + 60)))
    between = data.draw(
        st.binary(max_size=6) | st.sampled_from([b'"', b"{", b"}", b"[", b"]", b",", b":", b"1e9", b"null"])
    )
    assert_judged(shipped[:start] + between + shipped[end:])


def places(part: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = list(part.items()) if isinstance(part, dict) else list(enumerate(part)) if isinstance(part, list) else []
    return [place, *(found for key, item in inner for found in places(item, (*place, key)))]


@settings(max_examples=200)
@given(st.sampled_from(SHIPPED), JSON, st.data())
def test_no_part_put_in_anothers_place_raises_anything(shipped: bytes, part: Any, data: st.DataObject) -> None:
    """The shape is still JSON, and one value anywhere in it is another, or gone."""
    document = json.loads(shipped)
    *path, last = data.draw(st.sampled_from(places(document)[1:]))
    holder = document
    for key in path:
        holder = holder[key]
    if data.draw(st.booleans()):
        holder[last] = part
    else:
        del holder[last]
    assert_judged(json.dumps(document, indent=1).encode())
