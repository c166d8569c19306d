"""What a second start of Bedtime tells the first, so that there is one window only.

One line over a local socket: `bedtime 1 begin`, answered by `ok`. The window listens; whatever comes second says its
wish, hears `ok`, and leaves. Nothing else is understood, and nothing that is sent is ever run or opened.
"""

import os
import sys
import zlib
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

PATIENCE_S = 2.0
OK = b"ok\n"
LONGEST_LINE = 64
LONGEST_FOLDER = 70  # a socket's whole path may have some hundred letters


class Wish(StrEnum):
    """What the first window is asked for."""

    SHOW = "show"
    BEGIN = "begin"  # straight into tonight's routine
    MORNING = "morning"  # the morning check-in


def address(data: Path, temporary: Path) -> str:
    """Where the window that uses this data folder listens: a socket's path, or on Windows the name of a pipe.

    `QLocalServer.listen` takes either as it is. Without a folder for running programs the socket is in `temporary`.
    """
    name = f"bedtime-{zlib.crc32(os.fsencode(data.absolute())):08x}"
    if sys.platform == "win32":
        return f"\\\\.\\pipe\\{name}"
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or temporary)
    if not runtime.is_dir() or len(str(runtime)) > LONGEST_FOLDER:
        runtime = temporary
    return str(runtime / f"{name}-{os.getuid()}")


def line(wish: Wish) -> bytes:
    """A wish as it is sent."""
    return f"bedtime 1 {wish.value}\n".encode()


def wish_in(received: bytes) -> Wish | None:
    """The wish that a line holds; None for anything else, however long or strange."""
    return next((wish for wish in Wish if received == line(wish)), None)


def hand_over(to: str, wish: Wish) -> bool:
    """Tell the window that is open. False when there is none, or it does not answer."""
    try:
        return _over_pipe(to, wish) if sys.platform == "win32" else _over_socket(to, wish)
    except OSError:
        return False


def _over_socket(path: str, wish: Wish) -> bool:
    import socket  # noqa: PLC0415 - the window that is first has nobody to talk to, and its first paint is near

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talk:
        talk.settimeout(PATIENCE_S)
        talk.connect(path)
        talk.sendall(line(wish))
        heard = b""
        with suppress(TimeoutError):
            while not heard.endswith(b"\n") and len(heard) < LONGEST_LINE and (more := talk.recv(LONGEST_LINE)):
                heard += more
    return heard == OK


def _over_pipe(name: str, wish: Wish) -> bool:
    descriptor = os.open(name, os.O_RDWR)
    try:
        os.write(descriptor, line(wish))
        return os.read(descriptor, LONGEST_LINE) == OK
    finally:
        os.close(descriptor)
