"""Speaks as a session does. Started by test_speech_dispatcher in its own process.

A line of JSON on the way out: whether the voice was missing, how long the longest wait of the window was while it got
ready and spoke, and when the last utterance was over.
"""

import json
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from bedtime.reminder.processes import SystemProcesses
from bedtime.session.cues import Utterance, Weight
from bedtime.ui.senses.speech_dispatcher import SpeechDispatcher
from bedtime.ui.senses.voice import Manner, Voice


def main() -> None:
    """Say two things, the second after the first, and leave."""
    app = QGuiApplication([])
    engine = SpeechDispatcher(lambda: SystemProcesses().start("speech-dispatcher", "--spawn"))
    voice = Voice(engine)
    ended: list[float] = []
    stalls, last = [0.0], [time.monotonic()]

    def beat() -> None:
        now = time.monotonic()
        stalls.append(now - last[0])
        last[0] = now

    def count() -> None:
        ended.append(time.monotonic())
        if len(ended) == 2:
            QTimer.singleShot(300, app, app.quit)

    engine.finished.connect(count)
    voice.missing.connect(app.quit)
    heart = QTimer(interval=5)
    heart.timeout.connect(beat)
    heart.start()
    voice.get_ready(Manner(language="en", voice="", pace=100, volume=100))
    voice.say(Utterance("Calf stretch. Left leg.", Weight.NAME))
    voice.say(Utterance("Hold. Thirty seconds."))
    QTimer.singleShot(30_000, app, app.quit)
    app.exec()
    missing = voice.is_missing
    voice.close()
    print(json.dumps({"missing": missing, "stall_s": max(stalls), "ended": ended}))  # noqa: T201 - its answer


main()
