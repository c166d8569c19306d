"""What was found wrong on disk, in words for the person. Values only; nothing here looks at a file."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bedtime.language import _
from bedtime.phrases import day_and_month, day_month_year, weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to tell the person. `kept_in` is where what could not be read was set aside, if anything was."""

    words: str
    kept_in: Path | None = None


def day_in_words(day: datetime, now: datetime) -> str:
    """How people call a day that is past: "today", "yesterday", "Thursday", "3 March", "3 March 2024"."""
    days_ago = (now.date() - day.date()).days
    if days_ago in {0, 1}:
        return (_("today"), _("yesterday"))[days_ago]
    if 1 < days_ago < 7:
        return weekday(day)
    return day_and_month(day) if day.year == now.year else day_month_year(day)
