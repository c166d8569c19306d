"""Starts the program it is told to and leaves at the first painted frame, saying when that was and what it cost.

    first_paint.py bare       a window with one label, and nothing else
    first_paint.py shell      Bedtime, as `bedtime` without arguments: Tonight's shell
    first_paint.py whole      the same, up to the evening's routine with its figure

It watches from outside, and imports in the order of the program: what is imported after Qt costs more than before it.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

Sign = Callable[[Any], bool]


def leave_at_paint_of(sign: Sign, application: Any) -> None:
    """Leave when a widget with this sign is painted.

    All of a window is painted in one go, so that the event is followed by the frame.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - see the module docstring

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and sign(watched):
                application.removeEventFilter(self)
                QTimer.singleShot(0, tell)
            return False

    application.installEventFilter(FirstPaint(application))


def is_widget(watched: Any) -> bool:
    """Whether anything of the window is painted."""
    return bool(watched.isWidgetType())


def is_figure(watched: Any) -> bool:
    """Whether the figure is painted, and there is one: the last that Tonight waits for."""
    return type(watched).__name__ == "FigureView" and bool(watched._layers)  # nothing else can tell from outside


def tell() -> None:
    """The moment, on a clock that the parent process shares, what it cost and what was loaded by then; then out."""
    told = {"at_s": time.monotonic(), "cpu_s": time.process_time(), "modules": list(sys.modules)}
    print(json.dumps(told), flush=True)
    os._exit(0)


def bare() -> None:
    """The least that shows words in a window."""
    from PySide6.QtWidgets import QApplication, QLabel  # noqa: PLC0415 - see the module docstring

    application = QApplication([])
    leave_at_paint_of(is_widget, application)
    label = QLabel("Bedtime")
    label.resize(1280, 800)
    label.show()
    application.exec()


def bedtime(sign: Sign) -> None:
    """The whole program."""
    from bedtime import cli  # noqa: PLC0415 - the bare window must not pay for it

    gc.disable()  # as the command line does before it loads the window
    from bedtime import app  # noqa: PLC0415 - likewise

    run: Callable[..., int] = app.runtime.run

    def observed(application: Any, *arguments: Any) -> int:
        leave_at_paint_of(sign, application)
        return run(application, *arguments)

    app.runtime.run = observed
    sys.exit(cli.main([]))


if __name__ == "__main__":
    {"bare": bare, "shell": lambda: bedtime(is_widget), "whole": lambda: bedtime(is_figure)}[sys.argv[1]]()
