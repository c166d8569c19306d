"""What is said before files are taken in."""

from bedtime.movement.importing import Refused, plan_import
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.problems import Problem
from bedtime.session.filing import NOTHING_NEW, preview
from bedtime.store.bundled import read_bundled
from bedtime.testing.shelves import memory_shelves

LIBRARY = PersonalLibrary(read_bundled, memory_shelves())


def test_what_comes_in_is_named() -> None:
    data = read_bundled("routines/in-bed.json").replace(b'"in-bed"', b'"my-bed"')
    seen = preview(plan_import({"/some/where/my-bed.json": data}, LIBRARY), {})
    assert seen.title == "Take this in?"
    assert seen.lines == ("The routine “In bed, no floor” comes in.",)
    assert seen.plan is not None


def test_what_is_here_already_is_nothing_new() -> None:
    seen = preview(plan_import({"in-bed.json": read_bundled("routines/in-bed.json")}, LIBRARY), {})
    assert (seen.title, seen.plan) == (NOTHING_NEW, None)


def test_each_problem_is_one_sentence_without_the_folder() -> None:
    refused = Refused((("/a/folder/mine.json", Problem(3, "steps[0].hold_s", "900 is not allowed")),))
    seen = preview(refused, {"/a/other.json": "there is no such file"})
    assert seen.plan is None
    assert seen.lines == (
        "other.json: there is no such file.",
        "mine.json, line 3: steps[0].hold_s 900 is not allowed.",
        "Nothing was changed.",
    )
