"""Files in folders that belong to the operating system."""

from pathlib import Path

import pytest

from bedtime.errors import NotSaved
from bedtime.store.outside import OutsideFiles


def test_a_file_is_written_with_its_folders_read_and_removed(tmp_path: Path) -> None:
    path, files = tmp_path / "a" / "b" / "unit.timer", OutsideFiles()
    assert files.read(path) is None
    files.write(path, b"one")
    files.write(path, b"two")
    assert files.read(path) == b"two"
    assert [child.name for child in path.parent.iterdir()] == ["unit.timer"]
    files.remove(path)
    files.remove(path)
    assert files.read(path) is None


def test_what_is_in_the_way_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(NotSaved):
        OutsideFiles().write(tmp_path / "file" / "unit.timer", b"")
    assert OutsideFiles().read(tmp_path) is None
