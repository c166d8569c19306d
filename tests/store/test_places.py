"""Where things live, whatever the environment says."""

import os
import sys
from pathlib import Path

import pytest

from bedtime.errors import BadInput
from bedtime.store.places import Places, find_places, prepare


def folders(places: Places) -> tuple[Path, Path, Path]:
    return places.data, places.settings, places.state


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("BEDTIME_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    if os.name != "nt":
        monkeypatch.setenv("HOME", str(tmp_path))


def test_a_named_home_holds_everything_and_is_made_only_when_prepared(tmp_path: Path) -> None:
    home = tmp_path / "home"
    places = find_places(str(home))
    assert folders(places) == (home / "data", home / "settings", home / "state")
    assert not home.exists()
    assert prepare(places) == ()
    assert all(folder.is_dir() for folder in folders(places))


def test_the_environment_may_name_the_home_and_the_command_line_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEDTIME_HOME", str(tmp_path / "a"))
    assert find_places().data == tmp_path / "a" / "data"
    assert find_places(str(tmp_path / "b")).data == tmp_path / "b" / "data"
    monkeypatch.setenv("BEDTIME_HOME", "")
    assert find_places().data.is_absolute()


def test_a_relative_home_is_understood_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places("mine").data == tmp_path / "mine" / "data"


@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux")
def test_without_a_home_things_live_where_the_platform_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folders(find_places()) == (
        tmp_path / ".local/share/bedtime",
        tmp_path / ".config/bedtime",
        tmp_path / ".local/state/bedtime",
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert find_places().data == tmp_path / "elsewhere" / "bedtime"


@pytest.mark.skipif(os.name == "nt", reason="Windows does not ask the environment")
@pytest.mark.parametrize("name", ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"])
@pytest.mark.parametrize("value", ["", ".", "relative/path", "~nobody-at-all", "/dev/null", "/\x01\n"])
def test_a_strange_environment_never_stops_the_program(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert all(folder.is_absolute() for folder in folders(find_places()))


def test_a_computer_that_knows_no_home_keeps_things_in_its_temporary_folder(tmp_path: Path) -> None:
    """As in a container whose user has no name."""
    shelter = tmp_path / "bedtime-4711"
    places = Places(
        data=shelter / "data",
        settings=shelter / "settings",
        state=shelter / "state",
        cache=shelter / "cache",
        last_resort=shelter,
    )
    (finding,) = prepare(places)
    assert finding.words.startswith("No home folder was found. Nights are kept in ")


def one_sentence(home: str) -> str:
    with pytest.raises(BadInput) as caught:
        find_places(home)
    words = str(caught.value)
    assert words.endswith(".")
    assert words.isprintable()
    return words


@pytest.mark.parametrize("home", ["", "  ", "nul\0byte"])
def test_a_home_without_a_name_is_refused(home: str) -> None:
    assert one_sentence(home) == "The home needs the name of a folder."


def test_a_file_is_no_home(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert one_sentence(str(tmp_path / "file")).endswith("file is a file, not a folder.")
    assert "not a folder" in one_sentence(str(tmp_path / "file" / "home"))


def test_a_vanished_drive_is_not_made_anew_on_another_disk(tmp_path: Path) -> None:
    words = one_sentence(str(tmp_path / "drive" / "bedtime"))
    assert words.endswith("drive is not there. If it is on another drive, connect it first.")
    assert list(tmp_path.iterdir()) == []


def test_names_that_no_file_system_takes_are_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in one_sentence(str(tmp_path / ("long" * 5_000)))
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "cannot be opened" in one_sentence(str(loop))


def test_a_name_with_a_line_break_still_gives_one_line(tmp_path: Path) -> None:
    (tmp_path / "two\nlines").write_text("")
    assert "two?lines" in one_sentence(str(tmp_path / "two\nlines"))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that a process stands in")
def test_a_relative_home_from_a_folder_that_is_gone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert one_sentence("home").endswith("Give its whole path.")


def test_a_file_where_a_folder_belongs_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    (finding,) = prepare(find_places(str(tmp_path)))
    assert finding.words.startswith("A file is where the folder should be. Nothing can be saved in ")
