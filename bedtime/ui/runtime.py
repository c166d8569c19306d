"""Brings Qt and asyncio up and down, in an order that loses nothing.

qasync carries what waits on the world; it is loaded after the first paint, because it costs a third of what a bare
window does. What means time runs on Qt's own timers.
"""

import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QLocale, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bedtime.errors import Fault
from bedtime.language import _
from bedtime.ui.fonts import load_fonts
from bedtime.ui.window import Window

log = logging.getLogger("bedtime.qt")
PATIENCE_MS = 2_000
"""A window that is not painted by then is hidden by something; what comes after does not wait for it."""
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
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        raise Fault(_("There is no display here. Start Bedtime from a desktop session."))
    qInstallMessageHandler(lambda kind, _context, words: log.log(_LEVELS[kind], "%s", words))
    app = QApplication(["bedtime"])
    app.setApplicationName("bedtime")
    app.setApplicationDisplayName("Bedtime")
    app.setDesktopFileName("bedtime")
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    return app


def system_languages() -> tuple[str, ...]:
    """The languages that the system is set to, best first, as tags."""
    return tuple(QLocale.system().uiLanguages())


def write_as_in(tag: str) -> None:
    """Lay everything out in the direction in which this language is written."""
    QGuiApplication.setLayoutDirection(QLocale(tag).textDirection())


class Leaving:
    """The way out: an exit status that somebody asks for, before the loop runs or while it does."""

    def __init__(self) -> None:
        """Nobody wants to leave."""
        self.status: int | None = None
        self._tell: Callable[[int], None] | None = None

    def __call__(self, status: int) -> None:
        """Leave with this status. The first one counts."""
        if self.status is None:
            self.status = status
            if self._tell is not None:
                self._tell(status)

    def when_asked(self, tell: Callable[[int], None]) -> None:
        """Call `tell` with the status, as soon as there is one."""
        self._tell = tell
        if self.status is not None:
            tell(self.status)


def run(app: QApplication, window: Window, leaving: Leaving) -> int:
    """Show `window` and run until `leaving` is asked for; its status. Ctrl-C and SIGTERM close the window."""
    window.show()
    _run_until_painted(app, window)
    import asyncio  # noqa: PLC0415 - see the module docstring
    import signal  # noqa: PLC0415 - likewise

    import qasync  # noqa: PLC0415 - likewise

    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    done: asyncio.Future[int] = loop.create_future()
    leaving.when_asked(lambda status: None if done.done() else done.set_result(status))
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, AttributeError):  # Windows has no handlers in the loop
            loop.add_signal_handler(number, window.close)
    with loop:
        return int(loop.run_until_complete(done))


def _run_until_painted(app: QApplication, window: Window) -> None:
    """Run Qt's own loop until the window is on the screen; no task exists yet that it could hold up."""

    def go_on() -> None:
        app.exit()  # not quit, which closes the windows first

    patience = QTimer()
    patience.setSingleShot(True)
    for enough in (patience.timeout, window.painted):
        enough.connect(go_on)
    patience.start(PATIENCE_MS)
    app.exec()
    patience.stop()
    window.painted.disconnect(go_on)
