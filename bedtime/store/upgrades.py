"""The formats that this version writes, and the way from every older one.

A format's version is the number of its steps plus one, so that no version can exist without the step that leads to it.
A step is a pure function from a record of one version to the next; it is never changed once released.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bedtime.language import N_, _

Record = dict[str, Any]
Step = Callable[[Record], Record]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of record or document. `holds` completes the sentence "the file with ..."."""

    kind: str
    holds: str
    steps: tuple[Step, ...] = ()

    def told(self, words: str, day: str = "", file: str = "") -> str:
        """A sentence about the file, with what it holds as `{content}`."""
        return words.format(content=_(self.holds), day=day, file=file)

    @property
    def version(self) -> int:
        """The version that is written today; the first is 1."""
        return len(self.steps) + 1

    def upgraded(self, record: Record, version: int) -> Record:
        """`record`, which was written as `version` (1 to the present one), as it would be written today."""
        for step in self.steps[version - 1 :]:
            record = step(record)
        return record


SESSION = Format("session", N_("your nights"))
UNFINISHED = Format("unfinished", N_("the session in progress"))
SETTINGS = Format("settings", N_("your settings"))
REMINDER = Format("reminder", N_("your reminders"))
REMINDER_CHOICES = Format("reminder-choices", N_("your reminder"))
ROUTINE = Format("routine", N_("a routine of your own"))
STRETCH = Format("stretch", N_("a stretch of your own"))
EDITING = Format("editing", N_("the routine that was being edited"))
FORMING = Format("forming", N_("the stretch that was being made"))
CHANGES = Format("changes", N_("what you changed last time"))
WINDOWS = Format("windows", N_("the places of the windows"))

FORMATS = (
    SESSION,
    UNFINISHED,
    SETTINGS,
    REMINDER,
    REMINDER_CHOICES,
    ROUTINE,
    STRETCH,
    EDITING,
    FORMING,
    CHANGES,
    WINDOWS,
)
