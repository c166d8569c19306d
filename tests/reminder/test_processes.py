"""Starting other programs, with the real ones."""

import sys

import pytest

from bedtime.errors import Fault
from bedtime.reminder.processes import Ran, SystemProcesses, must


def test_a_program_is_run_to_its_end_and_heard() -> None:
    ran = SystemProcesses().run(sys.executable, "-c", "print('café'); raise SystemExit(3)")
    assert ran.status == 3
    assert ran.out.startswith("caf")


def test_a_program_that_is_missing_is_named() -> None:
    with pytest.raises(Fault, match="no-such-program could not be started: No such file"):
        SystemProcesses().run("no-such-program")
    with pytest.raises(Fault, match="no-such-program could not be started"):
        SystemProcesses().start("no-such-program")


def test_a_failure_is_told_with_the_first_line_of_its_complaint() -> None:
    script = "import sys; print('bad luck\\nmore', file=sys.stderr); sys.exit(1)"
    with pytest.raises(Fault, match=r"failed: bad luck$"):
        must(SystemProcesses(), sys.executable, "-c", script)


def test_a_silent_failure_is_told_as_one() -> None:
    assert Ran(status=1).complaint == "no reason given"
