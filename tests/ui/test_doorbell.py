"""What the one window hears of a second start, on a real socket."""

import socket
import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bedtime.handover import Wish, address, hand_over
from bedtime.ui.doorbell import PATIENCE_MS, Doorbell

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes in place of sockets"),
]


@pytest.fixture
def at(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path_factory.mktemp("d")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return address(folder, folder)


@pytest.fixture
def bell(at: str) -> Iterator[Doorbell]:
    bell = Doorbell(at)
    assert bell.listen()
    yield bell
    bell.be_deaf()


@pytest.fixture
def elsewhere() -> Iterator[Callable[..., "Future[object]"]]:
    """Runs a function in a thread, as a process of its own would."""
    with ThreadPoolExecutor() as pool:
        yield pool.submit


def knock(at: str, words: bytes) -> bytes:
    """Say something at the door, and hear all that is answered."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talk:
        talk.settimeout(PATIENCE_MS / 1000 + 3)
        talk.connect(at)
        talk.sendall(words)
        try:
            return talk.recv(100)
        except ConnectionResetError:
            return b""


@pytest.mark.parametrize("wish", Wish)
def test_a_wish_is_confirmed_and_told(
    wish: Wish, bell: Doorbell, at: str, qtbot: QtBot, elsewhere: Callable[..., "Future[object]"]
) -> None:
    with qtbot.waitSignal(bell.rung) as rung:
        handed = elsewhere(hand_over, at, wish)
    assert rung.args == [wish]
    qtbot.waitUntil(handed.done)
    assert handed.result() is True


@pytest.mark.parametrize("words", [b"bedtime 1 dance\n", b"GET / HTTP/1.1\n", b"x" * 5000, b"\n"])
def test_anything_else_is_shown_out(
    words: bytes, bell: Doorbell, at: str, qtbot: QtBot, elsewhere: Callable[..., "Future[object]"]
) -> None:
    told: list[Wish] = []
    bell.rung.connect(told.append)
    heard = elsewhere(knock, at, words)
    qtbot.waitUntil(heard.done)
    assert (heard.result(), told) == (b"", [])


@pytest.mark.usefixtures("bell")
def test_whoever_says_nothing_is_shown_out(at: str, qtbot: QtBot, elsewhere: Callable[..., "Future[object]"]) -> None:
    heard = elsewhere(knock, at, b"bedti")
    qtbot.waitUntil(heard.done, timeout=PATIENCE_MS + 2000)
    assert heard.result() == b""


def test_a_socket_that_was_left_behind_is_taken(at: str) -> None:
    left = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    left.bind(at)
    left.close()
    bell = Doorbell(at)
    assert bell.listen()
    bell.be_deaf()
    assert not Path(at).exists()


@pytest.mark.usefixtures("bell")
def test_only_this_person_may_ring(at: str) -> None:
    assert stat.S_IMODE(Path(at).stat().st_mode) & 0o077 == 0


def test_where_it_may_not_listen_the_window_is_only_deaf(at: str, caplog: pytest.LogCaptureFixture) -> None:
    bell = Doorbell(str(Path(at).parent / "missing" / "folder"))
    assert not bell.listen()
    assert "No second start can be heard" in caplog.text
    caplog.clear()
