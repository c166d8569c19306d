"""The fallback where no scheduler is at hand: a small process that starts at login and waits.

It needs no tray. The autostart entry starts it at every login; it is started at once as well when the reminder is
switched on, and ends by itself when nothing is wanted any more.
"""

from pathlib import Path

from bedtime.reminder.plan import Files, Plan
from bedtime.reminder.processes import Processes
from bedtime.reminder.shelf import Shelf

ENTRY = """\
[Desktop Entry]
Type=Application
Name=Bedtime reminder
Comment=Waits for the evening and shows the reminder
Exec={command}
Icon=bedtime
Terminal=false
NoDisplay=true
X-GNOME-Autostart-enabled=true
"""

RESERVED = " \t\n\"'\\><~|&;$*?#()`"


class Resident:
    """The autostart entry `<name>.desktop`; `command` is the process that waits."""

    def __init__(
        self,
        folder: Path,
        shelf: Shelf,
        processes: Processes,
        command: tuple[str, ...],
        *,
        name: str = "bedtime-reminder",
    ) -> None:
        self._path = folder / f"{name}.desktop"
        self._shelf = shelf
        self._processes = processes
        self._command = command

    def render(self, plan: Plan) -> Files:  # noqa: ARG002 - the process that waits reads the rule itself
        """The autostart entry, the same for every plan."""
        return {self._path.name: autostart_entry(self._command).encode()}

    def installed(self) -> Files:
        """The entry that stands there."""
        text = self._shelf.read(self._path)
        return {} if text is None else {self._path.name: text}

    def install(self, files: Files) -> None:
        """Write the entry, and do not wait for the next login. A second process finds the first and leaves."""
        self._shelf.write(self._path, files[self._path.name])
        self._processes.start(*self._command)

    def remove(self) -> None:
        """Take the entry away. The process that waits sees that nothing is wanted, and ends."""
        self._shelf.remove(self._path)


def autostart_entry(command: tuple[str, ...]) -> str:
    """The desktop entry."""
    return ENTRY.format(command=" ".join(map(quoted, command)))


def quoted(argument: str) -> str:
    """One argument of `Exec`: quoted where needed, and a percent sign never taken for a field."""
    argument = argument.replace("%", "%%")
    if argument and not any(letter in RESERVED for letter in argument):
        return argument
    for letter in '\\"`$':
        argument = argument.replace(letter, f"\\{letter}")
    # A desktop entry's string is unescaped once before its quotes are read.
    return '"' + argument.replace("\\", "\\\\") + '"'
