"""Choosing among the routines: what is offered, the page of one, and what becomes of a choice.

Thinks with the desk's settings, which it changes through the desk; it draws nothing and opens no file.
"""

from dataclasses import replace

from bedtime.errors import BadInput
from bedtime.movement.library import Library
from bedtime.movement.routine import Kind, Routine
from bedtime.movement.week import Day, toggled
from bedtime.session.desk import Desk
from bedtime.session.prepared import prepare
from bedtime.session.routines import Filter, Offer, RoutineCard, RoutinePage, cards, filters, page


class Choosing:
    """The library of routines, for one person."""

    def __init__(self, library: Library, desk: Desk) -> None:
        self._library = library
        self._desk = desk

    def filters(self) -> tuple[Filter, ...]:
        """The filters worth offering."""
        return filters(self._offers())

    def cards(self, chosen: Filter) -> tuple[RoutineCard, ...]:
        """The cards of a filter."""
        return cards(self._offers(), chosen)

    def page(self, routine_id: str) -> RoutinePage:
        """The page of one routine. Raises BadInput when it has gone."""
        offer = self._offer(self._library.routine(routine_id))
        return page(offer, self._desk.settings.week, self._name, self._library.sources)

    def choose(self, routine_id: str) -> None:
        """Make a routine tonight's: from now on, or tonight only where the week has a plan."""
        settings = self._desk.settings
        self._desk.change(settings.with_routine(self._desk.night, routine_id))

    def toggle_favourite(self, routine_id: str) -> None:
        """Add a routine to the favourites, or take it out."""
        settings = self._desk.settings
        self._desk.change(replace(settings, favourites=toggled(settings.favourites, routine_id)))

    def toggle_night(self, routine_id: str, day: Day) -> None:
        """Plan a routine for a night of the week; where it was planned already, the usual one is again."""
        settings = self._desk.settings
        was = settings.week.nights.get(day) == routine_id
        week = settings.week.with_night(day, None if was else routine_id)
        self._desk.change(replace(settings.with_week(week), one_night={}))

    def make_usual(self, routine_id: str) -> None:
        """Make a routine the one of every night that has no other."""
        settings = self._desk.settings
        self._desk.change(replace(settings.with_week(settings.week.with_usual(routine_id)), one_night={}))

    def _offers(self) -> tuple[Offer, ...]:
        return tuple(map(self._offer, self._library.routines(Kind.ROUTINE)))

    def _offer(self, routine: Routine) -> Offer:
        settings = self._desk.settings
        return Offer(
            routine=routine,
            prepared=prepare(routine, self._library, settings),
            is_own=routine.id in self._library.own_routine_ids,
            is_favourite=routine.id in settings.favourites,
            is_tonight=routine.id == self._desk.routine.id,
        )

    def _name(self, routine_id: str) -> str:
        try:
            return self._library.routine(routine_id).name
        except BadInput:
            return self._desk.routine.name
