"""Where a routine is put away while it is changed, and when it is done: the store's half of the bench.

Everything is done by the one worker, in the order in which it was asked for, so that no disk holds up a keystroke.
"""

import logging
from collections.abc import Callable

from bedtime.kept_draft import KeptDraft, LeftDraft
from bedtime.movement.draft import Draft
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.settings_shelf import Runner

log = logging.getLogger(__name__)


class DraftsAndRoutines:
    """The draft and the routines of one home."""

    def __init__(self, library: PersonalLibrary, kept: KeptDraft, runner: Runner) -> None:
        self._library = library
        self._kept = kept
        self._runner = runner

    def read_draft(self, then: Callable[[LeftDraft], None]) -> None:
        """Read the draft that was left open when the window was closed, if there is one."""
        self._runner.run(lambda: self._kept.left(self._library), then, _only_logged)

    def keep_draft(self, draft: Draft) -> None:
        """Keep the draft, in place of the last one."""
        self._runner.run(lambda: self._kept.keep(draft), _done, _only_logged)

    def forget_draft(self) -> None:
        """There is nothing to carry on any more."""
        self._runner.run(self._kept.forget, _done, _only_logged)

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Keep a routine for good; `failed` is told in a sentence why not."""
        keep = self._library.keep_routine
        self._runner.run(lambda: keep(routine), lambda _: then(), lambda error: failed(str(error)))

    def remove_routine(self, routine: str, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Remove a routine for good; `failed` is told in a sentence why not."""
        remove = self._library.remove_routine
        self._runner.run(lambda: remove(routine), lambda _: then(), lambda error: failed(str(error)))


def _done(_: object) -> None:
    """Nobody waits for this."""


def _only_logged(error: Exception) -> None:
    log.info("The routine that is being edited could not be kept: %s", error)
