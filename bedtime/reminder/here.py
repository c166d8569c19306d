"""Reminders put together for the computer that this runs on, without the window.

The one module of the room that knows every concrete class. What is costly is made when it is first needed.
"""

import os
import socket
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import sleep
from zlib import crc32

from bedtime.clock import Clock, LocalZone, local_now
from bedtime.errors import Fault
from bedtime.handover import Wish, address, hand_over
from bedtime.language import _
from bedtime.phrases import after_each_other
from bedtime.reminder.delivery import Delivered, judged
from bedtime.reminder.fire import Firing, Snoozes, Waiting
from bedtime.reminder.full_screen import screens
from bedtime.reminder.kept import KeptChoices, KeptLog, KeptNights, planned_minutes
from bedtime.reminder.notice import Buttons, Presenter
from bedtime.reminder.plan import Backend
from bedtime.reminder.processes import Processes, SystemProcesses, must
from bedtime.reminder.records import Entry
from bedtime.reminder.reminders import Reminders
from bedtime.reminder.resident import Resident
from bedtime.reminder.scheduler import Choice, ChosenScheduler
from bedtime.reminder.systemd import Systemd, why_not
from bedtime.store.bundled import bundled_root
from bedtime.store.outside import OutsideFiles
from bedtime.store.places import Places

FIRE = ("reminder", "fire")
WAIT = ("reminder", "wait")


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The computer and the home that everything below is made for. `home` is None for the platform's own folders."""

    places: Places
    clock: Clock
    home: Path | None = None

    @property
    def program(self) -> tuple[str, ...]:
        """How Bedtime is started from anywhere, with the same home."""
        home = () if self.home is None else ("--home", str(self.home.absolute()))
        if getattr(sys, "frozen", False):
            return (sys.executable, *home)
        return (_python(), "-m", "bedtime", *home)

    @property
    def window(self) -> str:
        """Where the window of this home listens, if it is open."""
        return address(self.places.data, self.places.last_resort.parent)

    @property
    def name(self) -> str:
        """What our entries are called: the plain name, or one that no other home shares."""
        return "bedtime-reminder" if self.home is None else f"bedtime-reminder-{self._home_mark}"

    @property
    def _home_mark(self) -> str:
        return f"{crc32(os.fsencode(self.places.data.absolute())):08x}"


def computer(places: Places, clock: Clock, home: str | None) -> Here:
    """This computer, with the home that was named for this run or for every one."""
    named = os.environ.get("BEDTIME_HOME") if home is None else home
    return Here(places=places, clock=clock, home=Path(named) if named else None)


def reminders(here: Here) -> Reminders:
    """What the window and the command line ask."""
    return Reminders(
        choices=KeptChoices(here.places, here.clock),
        log=KeptLog(here.places, here.clock),
        done=KeptNights(here.places),
        scheduler=ChosenScheduler(lambda: _choice(here, SystemProcesses()), (*here.program, *FIRE)),
        now=lambda: local_now(here.clock),
    )


def firing(here: Here, asked: Reminders, *, snoozes: Snoozes | None = None) -> Firing:
    """What the scheduler starts. Where launchd keeps the schedule a snooze is waited for here."""
    processes = SystemProcesses()
    usual = Snoozes.HERE if sys.platform == "darwin" else Snoozes.SCHEDULER
    return Firing(
        asked,
        presenter(),
        screens(sys.platform, os.environ, processes),
        WindowOpener(here, processes),
        sleep,
        snoozes=snoozes or usual,
        minutes=planned_minutes(here.places, here.clock),
    )


class Bell:
    """What the window asks of reminders. Every answer may take a moment: never on the window's own thread."""

    def __init__(self, here: Here) -> None:
        self._here = here

    @cached_property
    def reminders(self) -> Reminders:
        """The wishes and the truth."""
        return reminders(self._here)

    def trial(self) -> Entry:
        """Send a test, and say how it went."""
        return firing(self._here, self.reminders).trial()

    def delivered(self) -> Delivered:
        """Whether a notice would be seen."""
        return delivery()


def wait_alone(here: Here) -> None:
    """Be the process that waits where there is no scheduler, unless there is one already; ends when none is wanted."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as alone:
        try:
            alone.bind(f"\0{here.name}-{os.getuid()}")  # a name without a file: it goes with the process
        except OSError:
            return
        asked = reminders(here)
        Waiting(asked, firing(here, asked, snoozes=Snoozes.HERE), sleep).run()


def presenter() -> Presenter:
    """Who shows notices on this platform."""
    if sys.platform in {"win32", "darwin"}:
        from bedtime.reminder.native import Native  # noqa: PLC0415 - only there is the library installed

        return Native()
    from bedtime.reminder.freedesktop import Freedesktop  # noqa: PLC0415 - Linux alone has a session bus

    return Freedesktop(icon=str(bundled_root() / "assets" / "icons" / "bedtime-128.png"))


def delivery() -> Delivered:
    """Whether a notice would be seen on this desktop. Only Linux desktops can be asked without showing one."""
    if sys.platform in {"win32", "darwin"}:
        return judged(_("the system"), Buttons.DRAWN, "")
    from bedtime.reminder.inquiry import look  # noqa: PLC0415 - Linux alone has a session bus

    return look(SystemProcesses())


class WindowOpener:
    """Tells the window that is open, or opens one that outlives this process."""

    def __init__(self, here: Here, processes: Processes) -> None:
        self._here = here
        self._processes = processes

    def open(self, wish: Wish) -> None:
        """Do it. A `Fault` when the program cannot be started."""
        if hand_over(self._here.window, wish):
            return
        command = (*self._here.program, "--wish", wish.value)
        if os.environ.get("INVOCATION_ID"):  # started by systemd, which ends what is left when its service ends
            must(self._processes, "systemd-run", "--user", "--quiet", "--collect", "--slice=app.slice", "--", *command)
        else:
            self._processes.start(*command)


def _choice(here: Here, processes: Processes) -> Choice:
    match sys.platform:
        case "win32":
            from bedtime.reminder.task_scheduler import TaskScheduler  # noqa: PLC0415 - XML costs the others a megabyte

            return Choice(
                backend=TaskScheduler(here.places.state, OutsideFiles(), processes, name=here.name),
                words=_("The Windows Task Scheduler keeps it. Nothing of Bedtime runs until then."),
            )
        case "darwin":
            return Choice(
                backend=_launchd(here, processes), words=_("macOS keeps it. Nothing of Bedtime runs until then.")
            )
        case _:
            return _linux_choice(here, processes)


def _linux_choice(here: Here, processes: Processes) -> Choice:
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    systemd = Systemd(settings / "systemd" / "user", OutsideFiles(), processes, name=here.name)
    resident = Resident(settings / "autostart", OutsideFiles(), processes, (*here.program, *WAIT), name=here.name)
    against = why_not(_systemd_environment(processes), dict(os.environ))
    if against is None:
        words = _("systemd keeps it. Nothing of Bedtime runs until then.")
        return Choice(backend=systemd, words=words, others=(resident,))
    words = after_each_other((against, _("So a small part of Bedtime starts when you log in, and waits.")))
    return Choice(backend=resident, words=words, others=(systemd,))


def _launchd(here: Here, processes: Processes) -> Backend:
    from bedtime.reminder.launchd import Launchd  # noqa: PLC0415 - property lists cost the others a megabyte

    agents = Path.home() / "Library" / "LaunchAgents"
    user_id = os.getuid() if hasattr(os, "getuid") else 0
    label = here.name.replace("bedtime-", "org.bedtime.", 1)
    return Launchd(agents, OutsideFiles(), processes, user_id=user_id, zone=LocalZone(), label=label)


def _systemd_environment(processes: Processes) -> str | None:
    """What the person's systemd hands to what it starts; None when there is no such systemd."""
    try:
        ran = processes.run("systemctl", "--user", "show-environment")
    except Fault:
        return None
    return ran.out if ran.status == 0 else None


def _python() -> str:
    """This Python; on Windows the one that opens no console."""
    quiet = Path(sys.executable).with_name("pythonw.exe")
    return str(quiet) if sys.platform == "win32" and quiet.exists() else sys.executable
