"""Keeps the display on while a session plays, and lets it go when nobody is looking any more."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from bedtime.clock import Alarm, Clock
from bedtime.session.phase import Phase

T = TypeVar("T")

PAUSE_MS = 2 * 60_000
"""A longer pause is no reason to keep a bedroom lit."""


class Lock(Protocol):
    """What keeps the display on. Both calls may take seconds, and are made in one thread of their own."""

    def take(self) -> bool:
        """Keep it on from now; False where that cannot be."""
        ...

    def give_back(self) -> None:
        """Let the system do as it does otherwise."""
        ...


class Runner(Protocol):
    """Where the lock is asked: a worker of the display's own."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `job` after those before it, then tell `then` its result or `failed` its error."""
        ...

    def finish(self) -> None:
        """Wait until everything is done; nothing more is asked for."""
        ...


class Display(QObject):
    """Follows the phases of a session. `refused` when this system does not let the display be kept on."""

    refused = Signal()

    def __init__(self, lock: Lock, worker: Runner, clock: Clock, patience: Alarm) -> None:
        """`worker` is this one's own, so that a slow answer holds up nothing else."""
        super().__init__()
        self._lock = lock
        self._worker = worker
        self._clock = clock
        self._patience = patience
        self._phase = Phase.FINISHED
        self._is_kept = False

    def see(self, phase: Phase) -> None:
        """Take in the phase of the session."""
        before, self._phase = self._phase, phase
        if phase is before:
            return
        self._patience.cancel()
        if phase in {Phase.PLAYING, Phase.RE_ENTRY}:
            self._keep_on()
        elif phase is Phase.PAUSED and self._is_kept:
            self._patience.set(self._clock.monotonic_ms() + PAUSE_MS, self._let_go)
        else:
            self._let_go()

    def close(self) -> None:
        """Let go, and wait until the system has heard it."""
        self.see(Phase.FINISHED)
        self._patience.cancel()
        self._worker.finish()

    def _keep_on(self) -> None:
        if not self._is_kept:
            self._is_kept = True
            self._worker.run(self._lock.take, self._hear, lambda _: self.refused.emit())

    def _hear(self, granted: object) -> None:
        if not granted:
            self.refused.emit()

    def _let_go(self) -> None:
        if self._is_kept:
            self._is_kept = False
            self._worker.run(self._lock.give_back, lambda _: None, lambda _: None)
