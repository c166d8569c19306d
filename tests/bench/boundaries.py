"""Plays a short session in real time and prints how late each segment began, in milliseconds, as JSON."""

import json
import sys
import time

from PySide6.QtCore import QCoreApplication

from bedtime.clock import SystemClock
from bedtime.movement.laying_out import lay_out
from bedtime.movement.library import Library
from bedtime.movement.timeline import Timeline
from bedtime.session.phase import Phase
from bedtime.session.playback import Playback
from bedtime.session.player import Player
from bedtime.session.snapshot import Snapshot
from bedtime.store.bundled import read_bundled
from bedtime.ui.alarm import QtAlarm


def short_evening() -> Timeline:
    """The tiny routine with every segment cut to an odd length between two and four seconds."""
    library = Library(read_bundled)
    routine = library.routine("travel-tiny")
    timeline = lay_out(routine, library.stretches_of(routine), library.patterns)
    for index in range(len(timeline.segments)):
        timeline = timeline.with_duration(index, 2_000 + 333 * (index % 7))
    return timeline


def main() -> None:
    """Play it to its end."""
    app = QCoreApplication([])
    clock = SystemClock()
    playback = Playback(Player.begin(short_evening(), clock.monotonic_ms()), clock, QtAlarm(clock))
    started_ms = playback.player.anchor_ms
    late_ms = {0: 0.0}

    def heard(snapshot: Snapshot) -> None:
        now_ms = time.monotonic_ns() / 1e6
        late_ms.setdefault(snapshot.index, now_ms - started_ms - snapshot.segment.start_ms)
        if snapshot.phase is Phase.FINISHED:
            late_ms[-1] = now_ms - started_ms - snapshot.timeline.total_ms
            app.quit()

    playback.snapshots.subscribe(heard)
    app.exec()
    json.dump(list(late_ms.values())[1:], sys.stdout)


if __name__ == "__main__":
    main()
