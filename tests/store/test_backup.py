"""One file with everything, and the way back, on which nothing is lost."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedtime.errors import BadInput, Fault, NotSaved, TooNew
from bedtime.store import lines
from bedtime.store.backup import journal_lines, make_backup, read_backup
from bedtime.store.journal import Journal
from bedtime.store.own import OwnFiles, OwnPictures
from bedtime.store.places import Places, find_places, prepare
from bedtime.store.restoring import plan_restore, restore
from bedtime.store.scratch import scratch_folder
from bedtime.store.upgrades import ROUTINE, SESSION
from bedtime.testing.manual_clock import ManualClock
from tests.conftest import RunBedtime

CLOCK = ManualClock()


def a_home(folder: Path) -> Places:
    places = replace(find_places(str(folder)), last_resort=folder / "last")
    prepare(places)
    return places


@pytest.fixture
def home(tmp_path: Path) -> Places:
    places = a_home(tmp_path / "home")
    for number in (1, 2, 3):
        nights(places).append({"id": f"n{number}", "rating": number})
    routines(places).save("mine", {"id": "mine", "name": "Mine"})
    OwnPictures(places.pictures_folder).save("calf.png", b"picture")
    places.settings_file.write_bytes(b'{"minutes": 7, "v": 1}')
    return places


@pytest.fixture
def elsewhere(tmp_path: Path) -> Places:
    return a_home(tmp_path / "elsewhere")


def nights(places: Places) -> Journal:
    return Journal(places.sessions_file, SESSION, CLOCK)


def ratings(places: Places) -> dict[str, Any]:
    return {name: record["rating"] for name, record in nights(places).read().records.items()}


def routines(places: Places) -> OwnFiles:
    return OwnFiles(places.routines_folder, ROUTINE, CLOCK)


def brought(data: bytes, places: Places) -> tuple[str, ...]:
    plan = plan_restore(read_backup(data), places)
    restore(plan)
    return plan.words


def test_everything_comes_back_on_another_computer(home: Places, elsewhere: Places) -> None:
    words = brought(make_backup(home, CLOCK), elsewhere)
    assert words == (
        "3 nights would come in.",
        "1 routine would come in.",
        "1 picture would come in.",
        "Your settings would come in.",
    )
    assert ratings(elsewhere) == {"n1": 1, "n2": 2, "n3": 3}
    assert routines(elsewhere).documents() == routines(home).documents()
    assert OwnPictures(elsewhere.pictures_folder).read("calf.png") == b"picture"
    assert elsewhere.settings_file.read_bytes() == home.settings_file.read_bytes()


def test_a_second_restore_changes_nothing(home: Places, elsewhere: Places) -> None:
    data = make_backup(home, CLOCK)
    brought(data, elsewhere)
    before = elsewhere.sessions_file.read_bytes()
    assert brought(data, elsewhere) == ("Everything in this backup is here already.",)
    assert elsewhere.sessions_file.read_bytes() == before


def test_a_preview_changes_nothing(home: Places, elsewhere: Places) -> None:
    plan_restore(read_backup(make_backup(home, CLOCK)), elsewhere)
    assert list(elsewhere.data.iterdir()) == []


def test_what_differs_stays_as_it_is_here_and_the_other_version_is_kept_before_it(home: Places) -> None:
    data = make_backup(home, CLOCK)
    nights(home).append({"id": "n1", "rating": 9})
    nights(home).append({"id": "n4", "rating": 4})
    assert brought(data, home) == ("1 night would stay as it is here, because the one in the backup is different.",)
    assert ratings(home) == {"n1": 9, "n2": 2, "n3": 3, "n4": 4}


def test_a_version_that_was_never_here_is_kept_before_ours(home: Places, elsewhere: Places) -> None:
    nights(elsewhere).append({"id": "n1", "rating": 9})
    brought(make_backup(home, CLOCK), elsewhere)
    assert ratings(elsewhere)["n1"] == 9
    assert b'"rating":1' in elsewhere.sessions_file.read_bytes()


def test_what_was_deleted_here_comes_back(home: Places) -> None:
    data = make_backup(home, CLOCK)
    for name in ("n1", "n2", "n3"):
        nights(home).delete(name)
    assert brought(data, home) == ("3 nights would come in.",)
    assert ratings(home) == {"n1": 1, "n2": 2, "n3": 3}


def test_a_routine_that_differs_comes_in_as_a_copy_once(home: Places) -> None:
    data = make_backup(home, CLOCK)
    routines(home).save("mine", {"id": "mine", "name": "Mine, changed"})
    assert brought(data, home) == ("1 routine would come in as a copy, because the one here is different.",)
    assert routines(home).documents()["mine"]["name"] == "Mine, changed"
    assert routines(home).documents()["mine-2"] == {"id": "mine-2", "name": "Mine"}
    assert brought(data, home) == ("Everything in this backup is here already.",)


def test_settings_that_are_here_stay(home: Places, elsewhere: Places) -> None:
    elsewhere.settings_file.write_bytes(b"{}")
    brought(make_backup(home, CLOCK), elsewhere)
    assert elsewhere.settings_file.read_bytes() == b"{}"


def test_what_waits_to_be_saved_is_in_the_backup(home: Places, elsewhere: Places) -> None:
    home.shelters[0].write_bytes(lines.line_of({"id": "n9", "rating": 8, "kind": "session"}, 1))
    brought(make_backup(home, CLOCK), elsewhere)
    assert ratings(elsewhere)["n9"] == 8


def test_copies_that_a_synchronised_folder_left_are_in_the_backup(home: Places, elsewhere: Places) -> None:
    line = lines.line_of({"id": "n8", "rating": 8, "kind": "session"}, 1)
    (home.data / "sessions (conflict).jsonl").write_bytes(line + b"torn")
    brought(make_backup(home, CLOCK), elsewhere)
    assert ratings(elsewhere)["n8"] == 8


def test_a_night_that_only_a_newer_version_understands_is_carried_along(home: Places, elsewhere: Places) -> None:
    home.sessions_file.write_bytes(lines.line_of({"id": "x", "kind": "session", "moon": 1}, 99))
    brought(make_backup(home, CLOCK), elsewhere)
    assert nights(elsewhere).read().newer["x"]["moon"] == 1


records = st.lists(st.tuples(st.sampled_from("abcde"), st.none() | st.integers(0, 3)), max_size=12)


@settings(max_examples=40)
@given(records, records)
def test_a_merge_never_loses_a_record(theirs: list[tuple[str, int | None]], ours: list[tuple[str, int | None]]) -> None:
    """Whatever either side had, wrote over or deleted: all that is alive on one of them is alive afterwards."""
    with scratch_folder() as folder:
        there, here = a_home(folder / "there"), a_home(folder / "here")
        for places, said in ((there, theirs), (here, ours)):
            for name, rating in said:
                if rating is None:
                    nights(places).delete(name)
                else:
                    nights(places).append({"id": name, "rating": rating})
        before = ratings(there), ratings(here)
        brought(make_backup(there, CLOCK), here)
        assert ratings(here) == {**before[0], **before[1]}
        brought(make_backup(there, CLOCK), here)
        assert ratings(here) == {**before[0], **before[1]}


def a_zip(files: dict[str, bytes], /, **listed: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        if listed:
            packed.writestr("manifest.json", json.dumps(listed))
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


GOOD = {"format": "bedtime-backup", "v": 1, "made_at": "2025-11-20T21:45:00+01:00"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a backup"),
        (b"PK\x03\x04" + b"\0" * 50, "not a backup"),
        (a_zip({}), "not a backup"),
        (a_zip({}, **{**GOOD, "format": "x"}, files={}), "not a backup"),
        (a_zip({}, **{**GOOD, "made_at": "long ago"}, files={}), "when it was made"),
        (a_zip({"routines/a.json": b"{}"}, **GOOD, files={}), "damaged"),
        (a_zip({"../evil.json": b"{}"}, **GOOD, files={}), "not a backup"),
        (a_zip({"routines/../../evil.json": b"{}"}, **GOOD, files={}), "not a backup"),
        (a_zip({"/etc/passwd": b"{}"}, **GOOD, files={}), "not a backup"),
        (a_zip({"routines/CON.json": b"{}"}, **GOOD, files={}), "not a backup"),
        (a_zip({"pictures/a.png": b"\0" * (65 << 20)}, **GOOD, files={}), "larger than any"),
        (a_zip({f"pictures/a{n}.png": b"" for n in range(5100)}, **GOOD, files={}), "larger than any"),
    ],
)
def test_what_is_no_backup_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_backup(data)


def test_a_backup_of_a_newer_version_is_told_as_such() -> None:
    with pytest.raises(TooNew):
        read_backup(a_zip({}, **{**GOOD, "v": 2}, files={}))


def test_a_damaged_backup_is_refused_wherever_the_damage_is(home: Places) -> None:
    data = make_backup(home, CLOCK)
    for at in range(0, len(data), 37):
        damaged = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            assert read_backup(damaged).files == read_backup(data).files, "harmless damage, as to a date"
        except (BadInput, TooNew):
            continue


def test_what_cannot_be_read_makes_no_backup(home: Places) -> None:
    (home.data / "routines").rename(home.data / "gone")
    (home.data / "routines").symlink_to(home.data / "routines")
    with pytest.raises(Fault):
        make_backup(home, CLOCK)


def test_what_was_changed_since_the_preview_is_not_overwritten(home: Places, elsewhere: Places) -> None:
    plan = plan_restore(read_backup(make_backup(home, CLOCK)), elsewhere)
    elsewhere.settings_file.write_bytes(b"mine")
    with pytest.raises(NotSaved, match="in the meantime"):
        restore(plan)
    assert elsewhere.settings_file.read_bytes() == b"mine"


def test_the_commands_carry_everything_over(run_bedtime: RunBedtime, home: Places, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    assert run_bedtime("backup", str(file)).returncode == 0
    assert run_bedtime("backup", str(file)).returncode == 2
    other = str(tmp_path / "other")
    preview = run_bedtime("--home", other, "restore", str(file), "--preview")
    assert "3 nights would come in." in preview.stdout
    assert not Path(other).exists()
    assert run_bedtime("--home", other, "restore", str(file)).returncode == 0
    assert journal_lines(find_places(other).sessions_file)
    bad = run_bedtime("restore", str(home.settings_file))
    assert (bad.returncode, len(bad.stderr.splitlines())) == (2, 1)
