"""The clock of the store's tests."""

from datetime import UTC, datetime

import pytest

from bedtime.testing.manual_clock import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    """It is a quarter to eleven on a Friday evening."""
    return ManualClock(datetime(2025, 11, 21, 22, 45, tzinfo=UTC))
