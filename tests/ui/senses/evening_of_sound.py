"""Plays tones as a session does and writes down when each was asked for. Started by test_sound in its own process.

Arguments: the folder of the tones, then pairs of seconds and tone. A line of JSON on the way out: the times on
`time.monotonic`, and what was ready.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from bedtime.session.cues import Tone
from bedtime.ui.senses.senses import AHEAD_MS
from bedtime.ui.senses.sound import Sound


def main() -> None:
    """Play, wait for the end of input, leave."""
    app = QGuiApplication([])
    sound = Sound(Path(sys.argv[1]))
    asked: list[tuple[str, float]] = []
    was_ready = sound.is_ready

    def play(tone: Tone) -> None:
        asked.append((tone.value, time.monotonic()))
        sound.play(tone, 1.0)
        sound.get_ready(())

    pairs = list(zip(sys.argv[2::2], sys.argv[3::2], strict=True))
    for at_s, name in pairs:
        ahead_ms = max(0, round(float(at_s) * 1000) - AHEAD_MS)
        QTimer.singleShot(ahead_ms, app, lambda name=name: sound.get_ready({Tone(name)}))
        QTimer.singleShot(round(float(at_s) * 1000), app, lambda name=name: play(Tone(name)))
    last_s = max((float(at_s) for at_s, _ in pairs), default=0.0)
    QTimer.singleShot(round((last_s + 2) * 1000), app, app.quit)
    app.exec()
    print(json.dumps({"was_ready": was_ready, "is_ready": sound.is_ready, "asked": asked}))  # noqa: T201 - its answer


main()
