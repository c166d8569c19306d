"""The real program, in a process of its own, on a screen that nobody sees."""

import json
from pathlib import Path

from bedtime.store.bundled import read_bundled
from tests.conftest import RunBedtime


def test_a_session_played_from_the_command_line_is_kept(run_bedtime: RunBedtime) -> None:
    played = run_bedtime(
        "play", "travel-tiny", "--minutes", "5", "--speed", "200", "--exit", QT_QPA_PLATFORM="offscreen"
    )
    assert (played.returncode, played.stderr) == (0, "")
    sessions = json.loads(run_bedtime("sessions", "--json").stdout)
    assert [(session["routine"], session["outcome"]) for session in sessions] == [("travel-tiny", "completed")]


def test_a_routine_that_is_not_there_opens_no_window(run_bedtime: RunBedtime) -> None:
    played = run_bedtime("play", "travel-tini", QT_QPA_PLATFORM="offscreen")
    assert played.returncode == 2
    assert played.stderr.count("\n") == 1
    assert "travel-tiny" in played.stderr


def test_without_a_display_one_line_says_so(run_bedtime: RunBedtime) -> None:
    started = run_bedtime(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert started.returncode == 1
    assert started.stderr.count("\n") == 1
    assert "no display" in started.stderr


def test_a_routine_and_a_stretch_of_ones_own_are_played_like_any_other(run_bedtime: RunBedtime, tmp_path: Path) -> None:
    stretch = json.loads(read_bundled("assets/stretches/towel-calf.json")) | {
        "id": "scarf-calf",
        "name": "With a scarf",
    }
    routine = json.loads(read_bundled("routines/travel-tiny.json")) | {"id": "mine", "substitutions": {}}
    routine["steps"] = [{"stretch": "scarf-calf"}, {"stretch": "deep-breathing", "name": "My breath"}]
    for one in (stretch, routine):
        (tmp_path / f"{one['id']}.json").write_text(json.dumps(one), encoding="utf-8")
    assert run_bedtime("import", *map(str, tmp_path.glob("*.json"))).returncode == 0
    played = run_bedtime("play", "mine", "--speed", "500", "--exit", QT_QPA_PLATFORM="offscreen")
    assert (played.returncode, played.stderr) == (0, "")
    (session,) = json.loads(run_bedtime("sessions", "--json").stdout)
    assert [step["stretch"] for step in session["steps"]] == ["scarf-calf", "scarf-calf", "deep-breathing"]
