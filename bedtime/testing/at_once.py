"""A runner without a thread, for tests: what is asked for is done before the next line."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class AtOnce:
    """Runs every job while it is asked for; the `Runner` of `bedtime.shelf`."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `job` and tell its result to `then`, or its error to `failed`."""
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller is told
            failed(error)
        else:
            then(result)

    def finish(self) -> None:
        """Wait for what is left: nothing ever is."""
