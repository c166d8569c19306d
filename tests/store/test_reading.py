"""Files from outside are read whole, or refused with one sentence. The usual faults are in tests/faults."""

import socket
import sys
from pathlib import Path

import pytest

from bedtime.errors import BadInput
from bedtime.store.reading import read_outside


def test_a_plain_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(b"a\r\nb\x1a\n")
    assert read_outside(path) == b"a\r\nb\x1a\n"


def test_a_file_as_long_as_is_allowed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(b"x" * 1000)
    assert len(read_outside(path, longest_bytes=1000)) == 1000
    with pytest.raises(BadInput, match="is too long"):
        read_outside(path, longest_bytes=999)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it differently")
@pytest.mark.parametrize(("name", "told"), [("x" * 300, "too long a name"), ("a\0b", "not the name of a file")])
def test_what_cannot_be_a_name_is_refused(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        read_outside(tmp_path / name)


@pytest.mark.skipif(sys.platform != "linux", reason="a path to a socket may be too long elsewhere")
def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("here")
        with pytest.raises(BadInput, match="is a socket"):
            read_outside(tmp_path / "here")
