"""Where routines of one's own are kept for good and removed, by the one worker: for the editor, and after a session."""

from collections.abc import Callable

from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.settings_shelf import Runner

Failed = Callable[[str], None]


class RoutinesShelf:
    """The routines of one home. `failed` is told in a sentence why something could not be done."""

    def __init__(self, library: PersonalLibrary, runner: Runner) -> None:
        self._library = library
        self._runner = runner

    def keep_routine(self, routine: Routine, then: Callable[[], None], failed: Failed) -> None:
        """Keep a routine for good."""
        keep = self._library.keep_routine
        self._runner.run(lambda: keep(routine), lambda _: then(), lambda error: failed(str(error)))

    def remove_routine(self, routine: str, then: Callable[[], None], failed: Failed) -> None:
        """Remove the routine of this id for good."""
        remove = self._library.remove_routine
        self._runner.run(lambda: remove(routine), lambda _: then(), lambda error: failed(str(error)))
