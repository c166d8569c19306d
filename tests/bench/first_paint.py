"""Starts the program it is told to and leaves at the first painted frame, saying when that was and what it cost.

    first_paint.py bare                a window with one label, and nothing else
    first_paint.py ARGS...             Bedtime, as `bedtime ARGS...`

It watches from outside, and imports in the order of the program: what is imported after Qt costs more than before it.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any


def leave_at_first_paint(application: Any) -> None:
    """Every widget of a window is painted in one go, so the first paint event is followed by the first frame."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - see the module docstring

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched.isWidgetType():
                application.removeEventFilter(self)
                QTimer.singleShot(0, tell)
            return False

    application.installEventFilter(FirstPaint(application))


def tell() -> None:
    """The moment, on a clock that the parent process shares, and what it cost; then out."""
    print(json.dumps({"at_s": time.monotonic(), "cpu_s": time.process_time()}), flush=True)
    os._exit(0)


def bare() -> None:
    """The least that shows words in a window."""
    from PySide6.QtWidgets import QApplication, QLabel  # noqa: PLC0415 - see the module docstring

    application = QApplication([])
    leave_at_first_paint(application)
    label = QLabel("Bedtime")
    label.resize(1280, 800)
    label.show()
    application.exec()


def bedtime() -> None:
    """The whole program."""
    from bedtime import app, cli  # noqa: PLC0415 - the bare window must not pay for it

    run: Callable[..., int] = app.runtime.run

    def observed(application: Any, *arguments: Any) -> int:
        leave_at_first_paint(application)
        return run(application, *arguments)

    app.runtime.run = observed
    sys.exit(cli.main())


if __name__ == "__main__":
    bare() if sys.argv[1:] == ["bare"] else bedtime()
