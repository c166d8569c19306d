"""Which night a moment belongs to. A night runs from noon to noon and is named after the day on which it begins."""

from datetime import date, datetime, time, timedelta

NOON = time(12)


def night_of(moment: datetime, starts: time = NOON) -> date:
    """The night of a moment, by the clock on the wall where it was: 00:40 belongs to the evening before."""
    return moment.date() if moment.time() >= starts else moment.date() - timedelta(days=1)
