"""A task of the Windows Task Scheduler, in the person's own session and without their password.

`StartWhenAvailable` starts it once on waking when the moment was slept through; whether it is still of any use, the
command itself decides. Windows rewrites what it is given, so the text that was last accepted is kept beside our data.
"""

from datetime import UTC
from pathlib import Path
from xml.etree import ElementTree as ET

from bedtime.errors import Fault
from bedtime.reminder.plan import Files, Once, Plan, Trigger, Weekly
from bedtime.reminder.processes import Processes, must
from bedtime.reminder.shelf import Shelf

SCHEMA = "http://schemas.microsoft.com/windows/2004/02/mit/task"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONG_SINCE = "2026-01-01"  # a weekly trigger needs a first day, and local time when it names no zone


class TaskScheduler:
    """The task `name`; `folder` is where its accepted text is kept."""

    def __init__(self, folder: Path, shelf: Shelf, processes: Processes, *, name: str = "Bedtime reminder") -> None:
        self._path = folder / f"{name}.xml"
        self._shelf = shelf
        self._processes = processes
        self._name = name

    def render(self, plan: Plan) -> Files:
        """The one task."""
        return {self._path.name: task(plan)}

    def installed(self) -> Files:
        """The text that was accepted; empty when the task is gone or switched off."""
        text = self._shelf.read(self._path)
        if text is None:
            return {}
        asked = self._processes.run("schtasks", "/Query", "/TN", self._name, "/XML")
        at_work = asked.status == 0 and "<Enabled>false</Enabled>" not in asked.out
        return {self._path.name: text if at_work else b""}

    def install(self, files: Files) -> None:
        """Hand the text over. The kept copy is taken back when Windows refuses it."""
        self._shelf.write(self._path, files[self._path.name])
        try:
            must(self._processes, "schtasks", "/Create", "/TN", self._name, "/XML", str(self._path), "/F")
        except Fault:
            self._shelf.remove(self._path)
            raise

    def remove(self) -> None:
        """Delete the task and the kept copy."""
        self._processes.run("schtasks", "/Delete", "/TN", self._name, "/F")  # fails when there was none
        self._shelf.remove(self._path)


def task(plan: Plan) -> bytes:
    """The task as UTF-16 XML, which is what `schtasks /XML` reads."""
    root = ET.Element("Task", {"version": "1.2", "xmlns": SCHEMA})
    _grow(root, "RegistrationInfo", Description="Bedtime reminder")
    triggers = ET.SubElement(root, "Triggers")
    for trigger in plan.triggers:
        _trigger(triggers, trigger)
    person = ET.SubElement(ET.SubElement(root, "Principals"), "Principal", {"id": "Author"})
    _texts(person, LogonType="InteractiveToken", RunLevel="LeastPrivilege")
    _grow(
        root,
        "Settings",
        MultipleInstancesPolicy="IgnoreNew",
        DisallowStartIfOnBatteries="false",
        StopIfGoingOnBatteries="false",
        StartWhenAvailable="true",
        ExecutionTimeLimit="PT4H",
        Enabled="true",
    )
    actions = ET.SubElement(root, "Actions", {"Context": "Author"})
    program, *arguments = plan.command
    _grow(actions, "Exec", Command=program, Arguments=command_line(arguments))
    ET.indent(root)
    return ('<?xml version="1.0" encoding="UTF-16"?>\n' + ET.tostring(root, "unicode") + "\n").encode("utf-16")


def command_line(arguments: list[str]) -> str:
    """Arguments as Windows programs take them apart again: a quote gets a backslash, and those before it double."""
    return " ".join(map(_quoted, arguments))


def _quoted(argument: str) -> str:
    if argument and not any(letter in argument for letter in ' \t"'):
        return argument
    pieces, slashes = ['"'], 0
    for letter in argument:
        if letter == "\\":
            slashes += 1
            continue
        pieces.append("\\" * (slashes * 2 + 1 if letter == '"' else slashes) + letter)
        slashes = 0
    return "".join(pieces) + "\\" * (slashes * 2) + '"'


def _trigger(triggers: ET.Element, trigger: Trigger) -> None:
    match trigger:
        case Weekly(at=at, days=days):
            calendar = _grow(triggers, "CalendarTrigger", StartBoundary=f"{LONG_SINCE}T{at:%H:%M}:00", Enabled="true")
            weekly = ET.SubElement(calendar, "ScheduleByWeek")
            chosen = ET.SubElement(weekly, "DaysOfWeek")
            for day in sorted(days):
                ET.SubElement(chosen, DAYS[day])
            _texts(weekly, WeeksInterval="1")
        case Once(at=instant):
            start = f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
            _grow(triggers, "TimeTrigger", StartBoundary=start, Enabled="true")


def _grow(parent: ET.Element, tag: str, **texts: str) -> ET.Element:
    child = ET.SubElement(parent, tag)
    _texts(child, **texts)
    return child


def _texts(parent: ET.Element, **texts: str) -> None:
    for tag, text in texts.items():
        ET.SubElement(parent, tag).text = text
