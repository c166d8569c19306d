"""Plays a routine in real time, and says what the moving person cost.

    frames.py SECONDS BEDTIME-ARGUMENTS...     such as: frames.py 180 --home DIR play simple-nightly

It watches from inside: how long the window was ever kept from its work, how often the person was painted, how many
pictures were made and how much they hold.
"""

import json
import sys
import time

from PySide6.QtCore import QObject, QSize, Qt, QTimer

BEAT_MS = 2


class Observer(QObject):
    """Looks at the clock on every beat; what comes late is what the window could not do in the meantime."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.paints = 0
        self.stalls: list[tuple[float, float]] = []  # at how many seconds, how many milliseconds
        self._began = 0.0
        self._last = 0.0
        self._beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._look)
        self._seconds = seconds

    def begin(self) -> None:
        """From now on."""
        self._began = self._last = time.perf_counter()
        QTimer.singleShot(round(self._seconds * 1000), self.tell)
        if "--stalls" in sys.argv:
            self._beat.start()

    def _look(self) -> None:
        now = time.perf_counter()
        late_ms = (now - self._last) * 1000 - BEAT_MS
        if late_ms > 8:
            self.stalls.append((round(now - self._began, 2), round(late_ms, 1)))
        self._last = now

    def watch(self) -> None:
        """Learn of the pictures, and count every time that the person is painted."""
        from bedtime.ui.figure_frames import FigureFrames  # noqa: PLC0415 - after the arguments are known
        from bedtime.ui.parts.figure_view import FigureView  # noqa: PLC0415 - likewise

        make, paint = FigureFrames.__init__, FigureView.paintEvent

        def made(frames, *arguments):
            self.frames = frames
            make(frames, *arguments)

        def counted(view, event):
            self.paints += 1
            paint(view, event)

        FigureFrames.__init__, FigureView.paintEvent = made, counted

    def tell(self) -> None:
        """The figures, and out."""
        frames = self.frames
        worst = sorted(self.stalls, key=lambda stall: stall[1])[-8:]
        told = {
            "cpu_percent": round(100 * time.process_time() / self._seconds, 2),
            "pictures_made": frames.drawn,
            "pictures_ready": len(tuple(frames._packed)),
            "held_mb": round(frames.held_bytes / 1e6, 1),
            "person_painted_per_s": round(self.paints / self._seconds, 2),
            "worst_stalls": worst,
            "stalls_over_30_ms": sum(ms > 30 for _, ms in self.stalls),
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        import os  # noqa: PLC0415 - nothing else is wanted of it

        os._exit(0)


def main() -> None:
    """Play, watched."""
    from bedtime import cli  # noqa: PLC0415 - after the arguments are known
    from bedtime.ui import runtime  # noqa: PLC0415 - likewise

    observer, run = Observer(float(sys.argv[1])), runtime.run

    def observed(app, window, leaving):
        window.resize(QSize(1280, 800))
        observer.begin()
        return run(app, window, leaving)

    observer.watch()
    runtime.run = observed
    sys.exit(cli.main([argument for argument in sys.argv[2:] if argument != "--stalls"]))


if __name__ == "__main__":
    main()
