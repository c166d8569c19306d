"""Where the question about a session's changes waits for its answer: the store's half of the offering.

Everything is done by the one worker, in the order in which it was asked for.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from bedtime.clock import Clock
from bedtime.movement.personal import PersonalLibrary
from bedtime.routines_shelf import RoutinesShelf
from bedtime.settings_shelf import Runner
from bedtime.store.document import Document, State
from bedtime.store.places import Places
from bedtime.store.upgrades import CHANGES

log = logging.getLogger(__name__)


class KeptChanges(RoutinesShelf):
    """The question and the routines of one home."""

    def __init__(self, places: Places, clock: Clock, library: PersonalLibrary, runner: Runner) -> None:
        super().__init__(library, runner)
        self._document = Document(places.changes_file, CHANGES, clock)

    def read_question(self, then: Callable[[Mapping[str, Any]], None]) -> None:
        """Read the question that was left open; `then` hears it only where there is one."""
        self._runner.run(self._document.read, lambda opened: _tell(opened.state, opened.value, then), _only_logged)

    def keep_question(self, parts: Mapping[str, Any]) -> None:
        """Keep the question, in place of the last one."""
        self._runner.run(lambda: self._document.write(parts), _done, _only_logged)

    def forget_question(self) -> None:
        """It has been answered."""
        self._runner.run(self._document.remove, _done, _only_logged)


def _tell(state: State, value: Mapping[str, Any], then: Callable[[Mapping[str, Any]], None]) -> None:
    if state is State.OPEN:
        then(value)


def _done(_: object) -> None:
    """Nobody waits for this."""


def _only_logged(error: Exception) -> None:
    log.info("What was changed in the session could not be kept: %s", error)
