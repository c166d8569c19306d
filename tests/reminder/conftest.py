"""What the tests of reminders have at hand."""

from datetime import UTC, datetime, time

import pytest

from bedtime.reminder.plan import Once, Plan, Weekly
from bedtime.reminder.rule import EVERY_NIGHT, Weekday


@pytest.fixture
def plan() -> Plan:
    """Every evening but Saturday, every morning, and one snooze, started from a folder with a space in its name."""
    return Plan(
        triggers=(
            Weekly(at=time(21, 45), days=EVERY_NIGHT - {Weekday.SATURDAY}),
            Weekly(at=time(8, 30), days=EVERY_NIGHT),
            Once(at=datetime(2026, 11, 20, 20, 55, tzinfo=UTC)),
        ),
        command=("/opt/my programs/python", "-m", "bedtime", "reminder", "fire"),
    )
