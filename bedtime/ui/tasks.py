"""Work that must not hold up a frame: one thread that does it in order, and answers given on the window's own thread.

What is saved is saved in the order in which it happened, so there is one worker and never two.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
GIVES_WAY_S = 0.001
"""After so long a thread that computes lets the window go on, which asks for that several times in each frame."""


class Worker(QObject):
    """Runs functions one after the other in a thread of its own."""

    _done = Signal(object)

    def __init__(self) -> None:
        """An idle worker; the thread begins with the first job."""
        super().__init__()
        self._pool: ThreadPoolExecutor | None = None
        self._is_finished = False
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `job` in the thread, then `then` with its result, or `failed` with its error, on the window's thread."""
        if self._is_finished:
            return
        future = self._started().submit(job)
        future.add_done_callback(lambda done: self._done.emit((done, then, failed)))

    def finish(self) -> None:
        """Wait until all that was asked for is done. What is asked for later is not done: the window has closed."""
        self._is_finished = True
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    def _started(self) -> "ThreadPoolExecutor":
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not before the first paint

            sys.setswitchinterval(GIVES_WAY_S)
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bedtime-worker")
        return self._pool

    @staticmethod
    def _answer(answer: "tuple[Future[T], Callable[[T], None], Callable[[Exception], None]]") -> None:
        done, then, failed = answer
        error = done.exception()
        if error is None:
            then(done.result())
        elif isinstance(error, Exception):
            failed(error)
