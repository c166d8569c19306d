"""What a second start tells the first."""

import socket
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedtime.handover import OK, Wish, address, hand_over, line, wish_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes in place of sockets")


@pytest.fixture
def short(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose name is short enough for a socket."""
    folder = tmp_path_factory.mktemp("s")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def listening(path: str, reply: bytes) -> tuple[threading.Thread, list[bytes]]:
    """A first window that hears one wish and replies."""
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(path)
    server.listen()
    heard: list[bytes] = []

    def hear() -> None:
        talk, _ = server.accept()
        with server, talk:
            heard.append(talk.recv(100))
            talk.sendall(reply)

    thread = threading.Thread(target=hear)
    thread.start()
    return thread, heard


@pytest.mark.parametrize("wish", Wish)
def test_a_wish_is_heard_and_confirmed(wish: Wish, short: Path) -> None:
    path = address(short, short)
    thread, heard = listening(path, OK)
    assert hand_over(path, wish)
    thread.join()
    assert [wish_in(received) for received in heard] == [wish]


def test_a_window_that_says_something_else_is_none_of_ours(short: Path) -> None:
    path = address(short, short)
    thread, _ = listening(path, b"what?\n")
    assert not hand_over(path, Wish.SHOW)
    thread.join()


def test_without_a_first_window_nothing_is_handed_over(short: Path) -> None:
    assert not hand_over(address(short, short), Wish.BEGIN)


def test_a_socket_that_was_left_behind_is_no_window(short: Path) -> None:
    path = address(short, short)
    left = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    left.bind(path)
    left.close()
    assert not hand_over(path, Wish.BEGIN)


def test_every_home_has_its_own_window(short: Path) -> None:
    assert address(short / "a", short) != address(short / "b", short)
    assert address(short / "a", short) == address(short / "a", short)


@pytest.mark.parametrize("runtime", ["", "/nonexistent", "relative"])
def test_without_a_folder_for_running_programs_the_temporary_one_serves(
    runtime: str, short: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    assert Path(address(short / "data", short)).parent == short


@given(st.binary())
def test_nothing_but_a_wish_is_understood(received: bytes) -> None:
    assert (wish_in(received) is not None) == (received in {line(wish) for wish in Wish})
