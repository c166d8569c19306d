"""`bedtime routines`."""

import json
import subprocess
from collections.abc import Callable

from bedtime.movement.library import Library
from bedtime.store.bundled import read_bundled

RunBedtime = Callable[..., subprocess.CompletedProcess[str]]


def test_the_json_has_what_was_promised(run_bedtime: RunBedtime) -> None:
    listed = json.loads(run_bedtime("routines", "--json").stdout)
    assert [one["id"] for one in listed] == list(Library(read_bundled).routine_ids)
    assert all(list(one) == ["id", "name", "total_s", "place", "props", "evidence"] for one in listed)
    assert listed[0]["total_s"] == 335
    assert listed[0]["evidence"] == "trial"
    assert "wall" in listed[0]["props"]


def test_the_table_lines_up(run_bedtime: RunBedtime) -> None:
    done = run_bedtime("routines")
    head, *rows = done.stdout.splitlines()
    assert (done.returncode, done.stderr, len(rows)) == (0, "", 15)
    name_at, time_ends = head.index("NAME"), head.index("TIME") + len("TIME")
    for row in rows:
        assert row[name_at - 2 : name_at] == "  "
        assert row[name_at] != " "
        assert row[time_ends - 3] == ":"
