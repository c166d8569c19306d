"""Where a routine is put away while it is changed, and when it is done: the store's half of the bench.

Everything is done by the one worker, in the order in which it was asked for, so that no disk holds up a keystroke.
"""

import logging
from collections.abc import Callable

from bedtime.kept_draft import KeptDraft, LeftDraft
from bedtime.movement.draft import Draft
from bedtime.movement.personal import PersonalLibrary
from bedtime.routines_shelf import RoutinesShelf
from bedtime.settings_shelf import Runner

log = logging.getLogger(__name__)


class DraftsAndRoutines(RoutinesShelf):
    """The draft and the routines of one home."""

    def __init__(self, library: PersonalLibrary, kept: KeptDraft, runner: Runner) -> None:
        super().__init__(library, runner)
        self._kept = kept

    def read_draft(self, then: Callable[[LeftDraft], None]) -> None:
        """Read the draft that was left open when the window was closed, if there is one."""
        self._runner.run(lambda: self._kept.left(self._library), then, _only_logged)

    def keep_draft(self, draft: Draft) -> None:
        """Keep the draft, in place of the last one."""
        self._runner.run(lambda: self._kept.keep(draft), _done, _only_logged)

    def forget_draft(self) -> None:
        """There is nothing to carry on any more."""
        self._runner.run(self._kept.forget, _done, _only_logged)


def _done(_: object) -> None:
    """Nobody waits for this."""


def _only_logged(error: Exception) -> None:
    log.info("The routine that is being edited could not be kept: %s", error)
