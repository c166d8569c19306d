"""Plays sessions and is killed in the middle of them, again and again: `endless_evening.py HOME TIMES`.

Prints every session that was reported saved. It is the program without its window: the same clock, alarm, worker,
shelf, desk and sitting. Each life is a fork of this process, so that two hundred of them cost seconds.
"""

import os
import random
import select
import signal
import sys

from PySide6.QtCore import QCoreApplication, QTimer

from bedtime.clock import FastClock, SystemClock
from bedtime.movement.library import Library
from bedtime.session.desk import Desk
from bedtime.session.keeping import Keeping
from bedtime.session.seating import Seating
from bedtime.session.sitting import Sitting
from bedtime.settings import Settings
from bedtime.shelf import Past, Shelf
from bedtime.store.bundled import read_bundled
from bedtime.store.places import find_places, prepare
from bedtime.ui.alarm import QtAlarm
from bedtime.ui.tasks import Worker

SPEED = 3_000
"""A routine of five minutes takes a tenth of a second, most of it spent on the disk."""


class EndlessEvening:
    """One home, and a session in it at any time."""

    def __init__(self, home: str) -> None:
        places = find_places(home)
        prepare(places)
        clock = SystemClock()
        played = FastClock(clock, SPEED)
        library = Library(read_bundled)
        self._patterns = library.patterns
        self._shelf = Shelf(places, clock, Worker())
        self._desk = Desk(library, Settings(routine="travel-tiny", minutes=5), clock, lambda _: None)
        self._seating = Seating(self._desk, library, self._shelf, played, lambda: QtAlarm(played, SPEED), speed=SPEED)
        self._sitting: Sitting | None = None
        self._shelf.keeping.subscribe(self._tell)

    def begin(self) -> None:
        """Read the past as the program does at its start, then play."""
        self._shelf.read_past(self._patterns, self._take_in)

    def _take_in(self, past: Past) -> None:
        self._desk.remember(past.records, past.unfinished)
        self._play()

    def _play(self) -> None:
        self._sitting = self._seating.begin()
        say(f"playing {self._sitting.occasion.id}")

    def _tell(self, keeping: Keeping) -> None:
        record = self._sitting.ended.value if self._sitting is not None else None
        if record is not None and not keeping.waits:
            say(f"saved {record.id} {record.stretched_s}")
            QTimer.singleShot(0, self._play)


def say(words: str) -> None:
    """Tell whoever started this, at once."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def live(home: str, out: int) -> None:
    """Play until killed."""
    os.dup2(out, sys.stdout.fileno())
    app = QCoreApplication([])
    evening = EndlessEvening(home)
    QTimer.singleShot(0, evening.begin)
    app.exec()


def one_life(home: str) -> bytes:
    """Let it play for a moment after its first session has begun; returns what it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        live(home, writer)
    os.close(writer)
    select.select([reader], [], [], 10)
    select.select([], [], [], random.uniform(0, 0.3))  # noqa: S311 - a moment to die at, no secret
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read()


def main(home: str, times: str) -> None:
    """Live and die so many times."""
    for _ in range(int(times)):
        sys.stdout.write(one_life(home).decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
