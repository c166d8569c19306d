import os
import sys
from pathlib import Path

import pytest

from bedtime.store.pictures import LARGEST_BYTES, PictureCache

NAME = "0123456789abcdef"


def names(count: int) -> list[str]:
    return [f"{number:016x}" for number in range(count)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache" / "figures"


def test_what_was_written_is_read_by_the_next_evening(folder: Path) -> None:
    PictureCache(folder).write(NAME, b"dots")
    assert PictureCache(folder).read(NAME) == b"dots"


def test_a_picture_that_is_not_there_is_none(folder: Path) -> None:
    assert PictureCache(folder).read(NAME) is None


def test_the_latest_picture_of_a_name_counts(folder: Path) -> None:
    cache = PictureCache(folder)
    cache.write(NAME, b"damaged")
    cache.write(NAME, b"drawn anew")
    assert cache.read(NAME) == b"drawn anew"
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "0123456789ABCDEF", "0123", "g" * 20, "0" * 99])
def test_a_name_that_is_no_digest_reaches_no_file(folder: Path, name: str) -> None:
    cache = PictureCache(folder)
    cache.write(name, b"dots")
    assert cache.read(name) is None
    assert not folder.exists()


def test_a_folder_or_a_pipe_in_the_place_of_a_picture_is_none(folder: Path) -> None:
    cache = PictureCache(folder)
    folder.mkdir()
    (folder / f"{NAME}.frame").mkdir()
    assert cache.read(NAME) is None
    cache.write(NAME, b"dots")
    assert cache.read(NAME) is None
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / f"{names(2)[1]}.frame")
        assert cache.read(names(2)[1]) is None


def test_a_file_too_large_to_be_a_picture_is_not_read(folder: Path) -> None:
    cache = PictureCache(folder)
    folder.mkdir()
    with (folder / f"{NAME}.frame").open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    assert cache.read(NAME) is None


def test_a_folder_that_cannot_be_made_is_silently_no_cache(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    cache = PictureCache(tmp_path / "cache" / "figures")
    cache.write(NAME, b"dots")
    assert cache.read(NAME) is None


def test_a_vanished_drive_does_not_come_back_as_a_folder(tmp_path: Path) -> None:
    PictureCache(tmp_path / "drive" / "cache" / "figures").write(NAME, b"dots")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_silently_no_cache(folder: Path) -> None:
    folder.mkdir()
    (folder / f"{NAME}.frame.part").symlink_to("/dev/full")
    cache = PictureCache(folder)
    cache.write(NAME, b"dots")
    assert cache.read(NAME) is None


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_silently_no_cache(folder: Path) -> None:
    folder.mkdir(mode=0o500)
    cache = PictureCache(folder)
    cache.write(NAME, b"dots")
    assert cache.read(NAME) is None


def test_the_oldest_go_when_there_are_too_many(folder: Path) -> None:
    cache = PictureCache(folder, most_bytes=1000, tidy_every=1)
    for age, name in enumerate(names(12)):
        cache.write(name, b"." * 100)
        os.utime(folder / f"{name}.frame", (1_000_000 + age, 1_000_000 + age))
    kept = [name for name in names(12) if cache.read(name) is not None]
    assert kept == names(12)[-len(kept) :]
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 1000


def test_an_old_picture_that_is_still_looked_at_stays(folder: Path) -> None:
    cache = PictureCache(folder, most_bytes=1000, tidy_every=1)
    for age, name in enumerate(names(12)):
        cache.write(name, b"." * 100)
        os.utime(folder / f"{name}.frame", (1_000_000 + age, 1_000_000 + age))
        assert cache.read(names(12)[0]) is not None


def test_what_a_killed_writer_left_is_tidied_away_and_nothing_else(folder: Path) -> None:
    cache = PictureCache(folder, tidy_every=1)
    cache.write(NAME, b"dots")
    (folder / "abc.frame.part").write_bytes(b"half")
    (folder / "notes.txt").write_bytes(b"not ours")
    cache.write(names(1)[0], b"dots")
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [f"{NAME}.frame", f"{names(1)[0]}.frame", "notes.txt"]
    )
