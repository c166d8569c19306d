"""Where the question about a session's changes waits for its answer: the store's half of the offering.

Everything is done by the one worker, in the order in which it was asked for.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from bedtime.clock import Clock
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.settings_shelf import Runner
from bedtime.store.document import Document, State
from bedtime.store.places import Places
from bedtime.store.upgrades import CHANGES

log = logging.getLogger(__name__)
Failed = Callable[[str], None]


class KeptChanges:
    """The question and the routines of one home."""

    def __init__(self, places: Places, clock: Clock, library: PersonalLibrary, runner: Runner) -> None:
        self._document = Document(places.changes_file, CHANGES, clock)
        self._library = library
        self._runner = runner

    def read_question(self, then: Callable[[Mapping[str, Any]], None]) -> None:
        """Read the question that was left open; `then` hears it only where there is one."""
        self._runner.run(self._document.read, lambda opened: _tell(opened.state, opened.value, then), _only_logged)

    def keep_question(self, parts: Mapping[str, Any]) -> None:
        """Keep the question, in place of the last one."""
        self._runner.run(lambda: self._document.write(parts), _done, _only_logged)

    def forget_question(self) -> None:
        """It has been answered."""
        self._runner.run(self._document.remove, _done, _only_logged)

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Failed) -> None:
        """Keep a routine for good; `failed` is told in a sentence why not."""
        keep = self._library.keep_routine
        self._runner.run(lambda: keep(routine), lambda _: then(), lambda error: failed(str(error)))

    def remove_routine(self, routine_id: str, then: Callable[[], None], failed: Failed) -> None:
        """Remove a routine; `failed` is told in a sentence why not."""
        remove = self._library.remove_routine
        self._runner.run(lambda: remove(routine_id), lambda _: then(), lambda error: failed(str(error)))


def _tell(state: State, value: Mapping[str, Any], then: Callable[[Mapping[str, Any]], None]) -> None:
    if state is State.OPEN:
        then(value)


def _done(_: object) -> None:
    """Nobody waits for this."""


def _only_logged(error: Exception) -> None:
    log.info("What was changed in the session could not be kept: %s", error)
