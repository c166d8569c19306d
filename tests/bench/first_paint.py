"""Starts the program it is told to and leaves at the first painted frame, saying when that was and what it cost.

    first_paint.py bare                a window with one label, and nothing else
    first_paint.py ARGS...             Bedtime, as `bedtime ARGS...`

It watches from outside: `bedtime.ui.runtime.run` is handed an application that already has an observer.
"""

import json
import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel


class FirstPaint(QObject):
    """Prints the moment of the first painted frame, on a clock that the parent process shares, and ends this one."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every widget of a window is painted in one go, so the first paint event is followed by the first frame."""
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            QCoreApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    """The figures, and out."""
    print(json.dumps({"at_s": time.monotonic(), "cpu_s": time.process_time()}), flush=True)
    os._exit(0)


def bare() -> None:
    """The least that shows words in a window."""
    app = QApplication([])
    observer = FirstPaint()
    app.installEventFilter(observer)
    label = QLabel("Bedtime")
    label.resize(1280, 800)
    label.show()
    app.exec()


def bedtime() -> None:
    """The whole program."""
    from bedtime import cli  # noqa: PLC0415 - the bare window must not pay for it
    from bedtime.ui import runtime  # noqa: PLC0415 - as above

    observer, run = FirstPaint(), runtime.run

    def observed(app, *arguments):
        app.installEventFilter(observer)
        return run(app, *arguments)

    runtime.run = observed
    sys.exit(cli.main())


if __name__ == "__main__":
    bare() if sys.argv[1:] == ["bare"] else bedtime()
