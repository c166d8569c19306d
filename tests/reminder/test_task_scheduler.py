"""The Windows task: the elements that its schema asks for, and the text that `schtasks` reads."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bedtime.errors import Fault
from bedtime.reminder.plan import Change, Plan, reconcile
from bedtime.reminder.processes import Ran
from bedtime.reminder.task_scheduler import SCHEMA, TaskScheduler, command_line, task
from tests.reminder.doubles import MemoryShelf, ScriptedProcesses

NAMES = {"t": SCHEMA}

TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Bedtime reminder</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T21:45:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByWeek>
        <DaysOfWeek>
          <Monday />
          <Tuesday />
          <Wednesday />
          <Thursday />
          <Friday />
          <Sunday />
        </DaysOfWeek>
        <WeeksInterval>1</WeeksInterval>
      </ScheduleByWeek>
    </CalendarTrigger>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T08:30:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByWeek>
        <DaysOfWeek>
          <Monday />
          <Tuesday />
          <Wednesday />
          <Thursday />
          <Friday />
          <Saturday />
          <Sunday />
        </DaysOfWeek>
        <WeeksInterval>1</WeeksInterval>
      </ScheduleByWeek>
    </CalendarTrigger>
    <TimeTrigger>
      <StartBoundary>2026-11-20T20:55:00Z</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT4H</ExecutionTimeLimit>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>/opt/my programs/python</Command>
      <Arguments>-m bedtime reminder fire</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def test_the_task_says_when_and_what(plan: Plan) -> None:
    assert task(plan).decode("utf-16") == TASK


def test_the_task_is_utf_16_with_its_mark_as_schtasks_asks(plan: Plan) -> None:
    assert task(plan)[:2] in {b"\xff\xfe", b"\xfe\xff"}


def test_the_task_is_well_formed_and_its_parts_are_in_the_schemas_own_order(plan: Plan) -> None:
    root = ET.fromstring(task(plan))  # noqa: S314 - we wrote it ourselves
    parts = [child.tag.removeprefix(f"{{{SCHEMA}}}") for child in root]
    assert parts == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    principal = root.find("t:Principals/t:Principal", NAMES)
    actions = root.find("t:Actions", NAMES)
    assert principal is not None
    assert actions is not None
    assert principal.get("id") == actions.get("Context")


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        ("plain", "plain"),
        ("with space", '"with space"'),
        ("", '""'),
        ('say "hi"', '"say \\"hi\\""'),
        ("C:\\My Home\\", '"C:\\My Home\\\\"'),
        ("C:\\dir", "C:\\dir"),
    ],
)
def test_an_argument_means_itself(argument: str, text: str) -> None:
    assert command_line([argument]) == text


def scheduler(processes: ScriptedProcesses) -> tuple[TaskScheduler, MemoryShelf]:
    shelf = MemoryShelf()
    return TaskScheduler(Path("state"), shelf, processes), shelf


def test_installing_hands_the_text_over_and_keeps_it(plan: Plan) -> None:
    processes = ScriptedProcesses()
    backend, shelf = scheduler(processes)
    assert reconcile(backend, plan) is Change.INSTALLED
    kept = Path("state/Bedtime reminder.xml")
    assert processes.calls == [f"schtasks /Create /TN Bedtime reminder /XML {kept} /F"]
    assert shelf.files[kept] == task(plan)
    assert reconcile(backend, plan) is Change.NOTHING


@pytest.mark.parametrize("answer", [Ran(status=1), Ran(status=0, out="<Task><Enabled>false</Enabled></Task>")])
def test_a_task_that_is_gone_or_switched_off_is_made_again(plan: Plan, answer: Ran) -> None:
    processes = ScriptedProcesses()
    backend, _ = scheduler(processes)
    reconcile(backend, plan)
    processes.answers["/Query"] = answer
    assert reconcile(backend, plan) is Change.INSTALLED


def test_a_refusal_is_told_and_not_taken_for_success(plan: Plan) -> None:
    backend, shelf = scheduler(ScriptedProcesses({"/Create": Ran(status=1, err="ERROR: Access is denied.")}))
    with pytest.raises(Fault, match="Access is denied"):
        reconcile(backend, plan)
    assert not shelf.files


def test_removing_leaves_no_file(plan: Plan) -> None:
    processes = ScriptedProcesses()
    backend, shelf = scheduler(processes)
    reconcile(backend, plan)
    assert reconcile(backend, None) is Change.REMOVED
    assert processes.calls[-1] == "schtasks /Delete /TN Bedtime reminder /F"
    assert not shelf.files
