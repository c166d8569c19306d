"""Work that must not hold up a frame: one thread that does it in order, and answers given on the window's own thread.

What is saved is saved in the order in which it happened, so there is one worker and never two.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
log = logging.getLogger(__name__)


class Worker(QObject):
    """Runs functions one after the other in a thread of its own."""

    _done = Signal(object)

    def __init__(self) -> None:
        """An idle worker; the thread begins with the first job."""
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bedtime-worker")
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `job` in the thread, then `then` with its result, or `failed` with its error, on the window's thread."""
        future = self._pool.submit(job)
        future.add_done_callback(lambda done: self._done.emit((done, then, failed)))

    def finish(self) -> None:
        """Wait until all that was asked for is done. What it would have answered is dropped."""
        self._pool.shutdown(wait=True)

    @staticmethod
    def _answer(answer: "tuple[Future[T], Callable[[T], None], Callable[[Exception], None]]") -> None:
        done, then, failed = answer
        error = done.exception()
        if error is None:
            then(done.result())
        elif isinstance(error, Exception):
            failed(error)
