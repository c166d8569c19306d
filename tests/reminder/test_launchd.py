"""The launchd agent, as a property list."""

import plistlib
from pathlib import Path
from zoneinfo import ZoneInfo

from bedtime.reminder.launchd import Launchd, agent
from bedtime.reminder.plan import Change, Plan, reconcile
from bedtime.reminder.processes import Ran
from tests.reminder.doubles import MemoryShelf, ScriptedProcesses

LABEL = "org.bedtime.reminder"
BERLIN = ZoneInfo("Europe/Berlin")


def launchd(processes: ScriptedProcesses) -> tuple[Launchd, MemoryShelf]:
    shelf = MemoryShelf()
    return Launchd(Path("agents"), shelf, processes, user_id=501, zone=BERLIN, label=LABEL), shelf


def test_the_agent_says_when_and_what(plan: Plan) -> None:
    read = plistlib.loads(agent(plan, LABEL, BERLIN))
    assert read["Label"] == LABEL
    assert read["ProgramArguments"] == list(plan.command)
    assert read["RunAtLoad"] is True
    evenings = [moment for moment in read["StartCalendarInterval"] if moment["Hour"] == 21 and "Weekday" in moment]
    assert [moment["Weekday"] for moment in evenings] == [1, 2, 3, 4, 5, 0]  # launchd counts from Sunday
    assert all(moment["Minute"] == 45 for moment in evenings)
    assert read["StartCalendarInterval"][-1] == {"Month": 11, "Day": 20, "Hour": 21, "Minute": 55}


def test_the_agent_is_the_same_text_for_the_same_plan(plan: Plan) -> None:
    assert agent(plan, LABEL, BERLIN) == agent(plan, LABEL, BERLIN)
    assert agent(plan, LABEL, BERLIN).startswith(b"<?xml")


def test_installing_loads_the_new_agent_in_place_of_the_old(plan: Plan) -> None:
    processes = ScriptedProcesses({"bootout": Ran(status=3, err="No such process")})
    backend, shelf = launchd(processes)
    assert reconcile(backend, plan) is Change.INSTALLED
    assert list(shelf.files) == [Path("agents/org.bedtime.reminder.plist")]
    assert processes.calls == [
        "launchctl bootout gui/501/org.bedtime.reminder",
        f"launchctl bootstrap gui/501 {Path('agents/org.bedtime.reminder.plist')}",
    ]
    assert reconcile(backend, plan) is Change.NOTHING


def test_an_agent_that_is_not_loaded_is_loaded_again(plan: Plan) -> None:
    processes = ScriptedProcesses()
    backend, _ = launchd(processes)
    reconcile(backend, plan)
    processes.answers["print"] = Ran(status=113)
    assert reconcile(backend, plan) is Change.INSTALLED


def test_removing_leaves_no_file(plan: Plan) -> None:
    backend, shelf = launchd(ScriptedProcesses())
    reconcile(backend, plan)
    assert reconcile(backend, None) is Change.REMOVED
    assert not shelf.files
