"""A launchd agent in the person's own session, for macOS.

A moment that the Mac slept through comes on waking; one at which it was off comes at the next login, through
`RunAtLoad`. Whether it is still of any use, the command itself decides.
"""

import plistlib
from datetime import tzinfo
from pathlib import Path

from bedtime.reminder.plan import Files, Once, Plan, Trigger, Weekly
from bedtime.reminder.processes import Processes, must
from bedtime.reminder.shelf import Shelf


class Launchd:
    """The agent `label`, in the folder of the person's own agents. `zone` is the computer's, for single moments."""

    def __init__(
        self, folder: Path, shelf: Shelf, processes: Processes, *, user_id: int, zone: tzinfo, label: str
    ) -> None:
        self._shelf = shelf
        self._processes = processes
        self._domain = f"gui/{user_id}"
        self._zone = zone
        self._label = label
        self._path = folder / f"{label}.plist"

    def render(self, plan: Plan) -> Files:
        """The one property list."""
        return {self._path.name: agent(plan, self._label, self._zone)}

    def installed(self) -> Files:
        """The list that stands there; empty when launchd has not loaded it."""
        text = self._shelf.read(self._path)
        if text is None:
            return {}
        loaded = self._processes.run("launchctl", "print", f"{self._domain}/{self._label}").status == 0
        return {self._path.name: text if loaded else b""}

    def install(self, files: Files) -> None:
        """Write the list and load it in place of the one before."""
        self._shelf.write(self._path, files[self._path.name])
        self._processes.run("launchctl", "bootout", f"{self._domain}/{self._label}")  # fails when none was loaded
        must(self._processes, "launchctl", "bootstrap", self._domain, str(self._path))

    def remove(self) -> None:
        """Take the list away before unloading it, because unloading may end the very process that asks for it."""
        self._shelf.remove(self._path)
        self._processes.run("launchctl", "bootout", f"{self._domain}/{self._label}")


def agent(plan: Plan, label: str, zone: tzinfo) -> bytes:
    """The property list of the agent."""
    return plistlib.dumps(
        {
            "Label": label,
            "ProgramArguments": list(plan.command),
            "StartCalendarInterval": [moment for trigger in plan.triggers for moment in _moments(trigger, zone)],
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def _moments(trigger: Trigger, zone: tzinfo) -> list[dict[str, int]]:
    match trigger:
        case Weekly(at=at, days=days):
            return [{"Weekday": (day + 1) % 7, "Hour": at.hour, "Minute": at.minute} for day in sorted(days)]
        case Once(at=instant):
            here = instant.astimezone(zone)
            return [{"Month": here.month, "Day": here.day, "Hour": here.hour, "Minute": here.minute}]
