"""Which routine belongs to which night of the week: a usual one, and others on some nights.

An id that has gone, because its routine was removed, is passed over; the usual routine stands in.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bedtime.language import _
from bedtime.phrases import WEEKDAYS, in_a_row, listed


class Day(StrEnum):
    """A night, by the day on whose evening it begins."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def words(self) -> str:
        """Its name, for the person."""
        return _(WEEKDAYS[tuple(Day).index(self)])

    @classmethod
    def of(cls, night: date) -> "Day":
        """The day on which a night begins."""
        return tuple(cls)[night.weekday()]


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The usual routine, and what is done on other nights instead."""

    usual: str
    nights: Mapping[Day, str] = field(default_factory=dict)

    def routine_on(self, night: date, known: Collection[str]) -> str:
        """The routine of a night, of those that there are; the usual one where nothing else is known."""
        planned = self.nights.get(Day.of(night), self.usual)
        return planned if planned in known else self.usual

    def with_night(self, day: Day, routine: str | None) -> "WeekPlan":
        """The plan with another routine on one night; None, or the usual one, is the usual one."""
        others = {one: planned for one, planned in self.nights.items() if one is not day}
        if routine is not None and routine != self.usual:
            others[day] = routine
        return replace(self, nights={one: others[one] for one in Day if one in others})

    def with_usual(self, routine: str) -> "WeekPlan":
        """The plan with another usual routine."""
        return replace(self, usual=routine, nights={day: one for day, one in self.nights.items() if one != routine})

    def without(self, routine: str, usual: str) -> "WeekPlan":
        """The plan when a routine is removed; `usual` becomes the usual one if it was that."""
        nights = {day: planned for day, planned in self.nights.items() if planned != routine}
        return WeekPlan(usual if self.usual == routine else self.usual, nights)

    def words(self, name_of: Callable[[str], str]) -> str:
        """The plan in a sentence: "Strong legs on Tuesday and Friday, otherwise In bed."."""
        if not self.nights:
            return _("{routine} every night.").format(routine=name_of(self.usual))
        parts = [
            _("{routine} on {days}").format(
                routine=name_of(routine), days=listed(day.words for day in Day if self.nights.get(day) == routine)
            )
            for routine in dict.fromkeys(self.nights[day] for day in Day if day in self.nights)
        ]
        return _("{nights}, otherwise {usual}.").format(nights=in_a_row(parts), usual=name_of(self.usual))


def toggled(favourites: tuple[str, ...], routine: str) -> tuple[str, ...]:
    """The favourites with a routine added at the end, or taken out if it was one."""
    others = tuple(one for one in favourites if one != routine)
    return others if len(others) < len(favourites) else (*favourites, routine)
