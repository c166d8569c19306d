"""`bedtime show`."""

import json
from collections.abc import Callable
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[str]]


def shown(run_bedtime: Run, *arguments: str) -> dict[str, Any]:
    told = run_bedtime("show", *arguments, "--json")
    assert (told.returncode, told.stderr) == (0, "")
    parts: dict[str, Any] = json.loads(told.stdout)
    return parts


def test_a_routine_is_told_as_segments_end_to_end(run_bedtime: Run) -> None:
    told = shown(run_bedtime, "travel-tiny")
    assert told.keys() == {"id", "total_ms", "left_out", "segments"}
    assert (told["id"], told["total_ms"], told["left_out"]) == ("travel-tiny", 312_000, [])
    assert told["segments"][0] == {
        "start_ms": 0,
        "duration_ms": 10_000,
        "kind": "get-ready",
        "stretch": "wall-calf-straight",
        "side": "right",
    }
    ends = [segment["start_ms"] + segment["duration_ms"] for segment in told["segments"]]
    assert [segment["start_ms"] for segment in told["segments"]] == [0, *ends[:-1]]
    assert ends[-1] == told["total_ms"]


def test_a_routine_is_fitted_and_names_what_it_leaves_out(run_bedtime: Run) -> None:
    told = shown(run_bedtime, "physio-strong", "--minutes", "10")
    assert 585_000 <= told["total_ms"] <= 605_000
    assert told["left_out"]
    assert not set(told["left_out"]) & {segment["stretch"] for segment in told["segments"]}


def test_people_get_a_table_and_the_reasons(run_bedtime: Run) -> None:
    table = run_bedtime("show", "physio-strong", "--minutes", "10").stdout.splitlines()
    assert table[0].startswith("Physiotherapy mix, ")
    assert table[1].startswith("Leaves out ")
    assert any("get ready" in line for line in table)
    assert "no longer the one that was tested" in run_bedtime("show", "trial-six-weeks", "--minutes", "20").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["travel-tny"], "travel-tiny"),
        ([""], "no routine"),
        (["../travel-tiny"], "no routine"),
        (["travel-tiny", "--minutes", "4"], "5 to 20"),
        (["travel-tiny", "--minutes", "21"], "5 to 20"),
        (["travel-tiny", "--minutes", "-7"], "5 to 20"),
        (["travel-tiny", "--minutes", "7.5"], "5 to 20"),
        (["travel-tiny", "--minutes", "NaN"], "5 to 20"),
        (["travel-tiny", "--minutes", "\u0667"], "5 to 20"),
        (["travel-tiny", "--minutes", "9" * 5000], "5 to 20"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_line(run_bedtime: Run, arguments: list[str], says: str) -> None:
    refused = run_bedtime("show", *arguments)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1
    assert says in refused.stderr
