"""A clock that stands still, and what the store's tests keep in it."""

from datetime import UTC, datetime

import pytest

from bedtime.clock import Clock


class StillClock:
    """It is a quarter to eleven on a Friday evening, for as long as the test needs."""

    def monotonic_ms(self) -> int:
        return 0

    def now(self) -> datetime:
        return datetime(2025, 11, 21, 22, 45, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return StillClock()
