"""Which of the ways of being started is in use on this computer, and why, in words.

The computer is asked only when something is to be installed or told: the process that shows a notice does neither
before the notice is on the screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bedtime.reminder.plan import Backend, Change, Plan, reconcile


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The back end in use, the sentence that says why, and those whose leftovers are to be taken away."""

    backend: Backend
    words: str
    others: Sequence[Backend] = ()


class ChosenScheduler:
    """Brings the chosen back end to a plan. `command` is what it is to start."""

    def __init__(self, choose: Callable[[], Choice], command: tuple[str, ...]) -> None:
        self._choose = choose
        self.command = command

    @cached_property
    def _choice(self) -> Choice:
        return self._choose()

    @property
    def words(self) -> str:
        """Which one is in use and why."""
        return self._choice.words

    def bring_to(self, plan: Plan | None) -> Change:
        """See that exactly this is installed, and by nobody else."""
        for other in self._choice.others:
            reconcile(other, None)
        return reconcile(self._choice.backend, plan)
