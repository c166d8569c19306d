"""A systemd user timer and the service that it starts: nothing of ours runs in between.

`Persistent=true` starts the service once on waking when the moment was slept through; whether it is still of any use,
the service itself decides. Everything here that touches the computer goes through `systemctl`.
"""

from datetime import UTC
from pathlib import Path

from bedtime.errors import Fault
from bedtime.language import _
from bedtime.reminder.plan import Files, Once, Plan, Trigger, Weekly
from bedtime.reminder.processes import Processes, must
from bedtime.reminder.shelf import Shelf

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

TIMER = """\
# Kept by Bedtime, and rewritten when the reminder changes.
[Unit]
Description=Bedtime reminder

[Timer]
{moments}
AccuracySec=1s
Persistent=true

[Install]
WantedBy=timers.target
"""

SERVICE = """\
# Kept by Bedtime, and rewritten when the reminder changes.
[Unit]
Description=Bedtime reminder

[Service]
Type=oneshot
ExecStart={command}
TimeoutStartSec=4h
Slice=background.slice
"""


class Systemd:
    """The timer `<name>.timer` in the folder of the person's own units."""

    def __init__(self, folder: Path, shelf: Shelf, processes: Processes, *, name: str = "bedtime-reminder") -> None:
        self._folder = folder
        self._shelf = shelf
        self._processes = processes
        self._timer = f"{name}.timer"
        self._service = f"{name}.service"

    def render(self, plan: Plan) -> Files:
        """Both units."""
        return {self._timer: timer_unit(plan).encode(), self._service: service_unit(plan).encode()}

    def installed(self) -> Files:
        """The units that stand there, or nothing when the timer is not waiting."""
        units = {name: self._shelf.read(self._folder / name) for name in (self._timer, self._service)}
        found = {name: text for name, text in units.items() if text is not None}
        return found if found and self._waits() else dict.fromkeys(found, b"")

    def install(self, files: Files) -> None:
        """Write the units, and wait for them from now on and after every restart."""
        for name, text in files.items():
            self._shelf.write(self._folder / name, text)
        self._systemctl("daemon-reload")
        self._systemctl("--quiet", "reenable", self._timer)
        self._systemctl("restart", self._timer)

    def remove(self) -> None:
        """Stop waiting and take the units away, with what systemd remembers of them."""
        self._try("--quiet", "disable", "--now", self._timer)
        self._try("clean", "--what=state", self._timer)
        for name in (self._timer, self._service):
            self._shelf.remove(self._folder / name)
        self._try("daemon-reload")

    def _waits(self) -> bool:
        return all(self._try("--quiet", question, self._timer) for question in ("is-active", "is-enabled"))

    def _try(self, *words: str) -> bool:
        """Whether it went well. What cannot be undone was not there; systemd itself may be gone by now."""
        try:
            return self._processes.run("systemctl", "--user", *words).status == 0
        except Fault:
            return False

    def _systemctl(self, *words: str) -> None:
        must(self._processes, "systemctl", "--user", *words)


def timer_unit(plan: Plan) -> str:
    """The `.timer` file."""
    return TIMER.format(moments="\n".join(f"OnCalendar={moment(trigger)}" for trigger in plan.triggers))


def service_unit(plan: Plan) -> str:
    """The `.service` file."""
    return SERVICE.format(command=" ".join(map(quoted, plan.command)))


def moment(trigger: Trigger) -> str:
    """A trigger as systemd writes calendars: local time for every week, and UTC for a single instant."""
    match trigger:
        case Weekly(at=at, days=days):
            return f"{','.join(DAYS[day] for day in sorted(days))} {at:%H:%M}:00"
        case Once(at=instant):
            return f"{instant.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def quoted(argument: str) -> str:
    """One argument of `ExecStart`, where systemd would otherwise see quotes, specifiers and variables."""
    if any(letter in argument for letter in "\n\r\0"):
        raise Fault(
            _("The folder that Bedtime lies in has a line break in its name; systemd cannot start it from there.")
        )
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def why_not(environment: str | None, own: dict[str, str]) -> str | None:
    """Why a user timer would not reach the desktop, in words; None when it does.

    `environment` is what `systemctl --user show-environment` printed, None when it could not be asked; `own` is the
    environment that this process runs in.
    """
    if environment is None:
        return _("This computer has no systemd that starts programs for its users.")
    known = dict(line.split("=", 1) for line in environment.splitlines() if "=" in line)
    for screen in ("WAYLAND_DISPLAY", "DISPLAY"):
        if own.get(screen) and not (known.get("WAYLAND_DISPLAY") or known.get("DISPLAY")):
            return _("This desktop does not tell systemd which screen is in use.")
    bus = "DBUS_SESSION_BUS_ADDRESS"
    if own.get(bus) and known.get(bus) and _address(own[bus]) != _address(known[bus]):
        return _("This desktop keeps its messages apart from systemd's.")
    return None


def _address(bus: str) -> str:
    """A bus address without what only names the bus again; both kinds of quoting are taken off."""
    return bus.strip("$'\"").split(",guid=", 1)[0]
