"""Lists the voices of this computer, and says the same sentence with each that is named on the command line.

Started by test_speech_dispatcher in its own process. A line of JSON on the way out: the English voices, how long the
longest wait of the window was while they were listed, and when each sentence began and ended.
"""

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from bedtime.reminder.processes import SystemProcesses
from bedtime.session.cues import Utterance, Weight
from bedtime.session.ears import Speaker, speakers_of
from bedtime.ui.senses.speech_dispatcher import SpeechDispatcher
from bedtime.ui.senses.voice import Manner, Voice


def main() -> None:
    """Ask, say, leave."""
    app = QGuiApplication([])
    engine = SpeechDispatcher(lambda: SystemProcesses().start("speech-dispatcher", "--spawn"))
    voice = Voice(engine)
    wanted = sys.argv[1:]
    listed: list[Speaker] = []
    said: list[tuple[float, float]] = []
    began = [0.0]
    stalls, last = [0.0], [time.monotonic()]

    def manner() -> Manner:
        return Manner(language="en", voice=wanted[len(said)], pace=100, volume=100)

    def beat() -> None:
        now = time.monotonic()
        stalls.append(now - last[0])
        last[0] = now

    def speak() -> None:
        began[0] = time.monotonic()
        voice.get_ready(manner())
        voice.say(Utterance("Wall calf stretch. Breathe out slowly.", Weight.NAME))

    def take(speakers: tuple[Speaker, ...]) -> None:
        listed.extend(speakers_of(speakers, "en"))
        speak()

    def count() -> None:
        said.append((began[0], time.monotonic()))
        QTimer.singleShot(500, app, app.quit if len(said) == len(wanted) else speak)

    voice.listed.connect(take)
    engine.finished.connect(count)
    heart = QTimer(interval=5)
    heart.timeout.connect(beat)
    heart.start()
    voice.get_ready(manner())
    voice.list_voices()
    QTimer.singleShot(30_000, app, app.quit)
    app.exec()
    voice.close()
    print(json.dumps({"voices": [one.name for one in listed], "stall_s": max(stalls), "said": said}))  # noqa: T201


main()
