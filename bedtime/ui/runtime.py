"""Brings Qt and asyncio up and down, in an order that loses nothing.

qasync carries what waits on the world. What means time runs on Qt's own timers.
"""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

import qasync
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bedtime.errors import Fault
from bedtime.ui.fonts import load_fonts

log = logging.getLogger("bedtime.qt")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def application() -> QApplication:
    """The one QApplication, with the program's name and letters. Raises Fault where there is no display."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise Fault("There is no display here. Start Bedtime from a desktop session.")
    qInstallMessageHandler(lambda kind, _context, words: log.log(_LEVELS[kind], "%s", words))
    app = QApplication(["bedtime"])
    app.setApplicationName("bedtime")
    app.setApplicationDisplayName("Bedtime")
    app.setDesktopFileName("bedtime")
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    return app


def run(app: QApplication, start: Callable[[Callable[[int], None]], None]) -> int:
    """Run until `start`'s argument is called with an exit status; the status. Ctrl-C and SIGTERM close the window."""
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    done: asyncio.Future[int] = loop.create_future()

    def leave(status: int) -> None:
        if not done.done():
            done.set_result(status)

    def close_all() -> None:
        for window in app.topLevelWidgets():
            window.close()

    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, AttributeError):  # Windows has no handlers in the loop
            loop.add_signal_handler(number, close_all)
    with loop:
        start(leave)
        return int(loop.run_until_complete(done))
