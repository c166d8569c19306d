"""Plays a night sound for some seconds, fades it out and waits. Started by test_night in its own process.

Arguments: the kind, the file, the seconds to play. A line of JSON on the way out: what was told, and whether the device
was still open at the end.
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from bedtime.settings import NightSound
from bedtime.ui.senses.night import NightSounds
from bedtime.ui.senses.quiet import be_quiet
from bedtime.ui.tasks import Worker

FADE_MS = 600


def main() -> None:
    """Play, fade, leave."""
    app = QGuiApplication([])
    be_quiet()
    worker = Worker()
    night = NightSounds(worker, FADE_MS)
    told: list[str] = []
    night.told.connect(told.append)
    seconds = float(sys.argv[3])
    night.play(NightSound(sys.argv[1]), sys.argv[2], 1.0)
    QTimer.singleShot(round(seconds * 1000), app, night.fade_out)
    QTimer.singleShot(round(seconds * 1000) + 3 * FADE_MS, app, app.quit)
    app.exec()
    print(json.dumps({"told": told, "is_playing": night.is_playing}))  # noqa: T201 - its answer
    night.stop()
    worker.finish()


main()
