"""Begins what the desk has ready, or carries on what was interrupted."""

from collections.abc import Callable
from uuid import uuid4

from bedtime.clock import Alarm, Clock
from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.laying_out import Choices
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine
from bedtime.session.desk import Desk
from bedtime.session.playback import SLEPT_AFTER_MS
from bedtime.session.player import Player
from bedtime.session.record import Occasion
from bedtime.session.sitting import Nights, Sitting


class Seating:
    """Makes sittings on one clock. `speed` is how fast that clock runs against the real one."""

    def __init__(
        self,
        desk: Desk,
        library: Library,
        nights: Nights,
        clock: Clock,
        make_alarm: Callable[[], Alarm],
        *,
        speed: float = 1.0,
    ) -> None:
        self._desk = desk
        self._library = library
        self._nights = nights
        self._clock = clock
        self._make_alarm = make_alarm
        self._slept_after_ms = round(SLEPT_AFTER_MS * speed)

    def begin(self, routine: Routine | None = None) -> Sitting:
        """Begin tonight's routine as it is shown, or another in its own length. What was interrupted stays as it is.

        Raises BadInput where nothing may be done.
        """
        timeline = self._desk.timeline(routine)
        if self._desk.take_unfinished() is not None:
            self._nights.forget_unfinished()
        now = self._clock.now()
        player = Player.begin(timeline, self._clock.monotonic_ms())
        return self._sit(player, Occasion(uuid4().hex, now, self._desk.night), self._desk.choices)

    def carry_on(self) -> Sitting:
        """Open the interrupted session, paused at the side where it was. Raises BadInput when that cannot be done."""
        unfinished = self._desk.take_unfinished()
        if unfinished is None:
            raise BadInput(_("There is no session to carry on."))
        self._desk.refuse_what_no_longer_suits(unfinished.routine)
        stretches = self._library.stretches_of(unfinished.routine)
        player = unfinished.carried_on(stretches, self._library.patterns, self._clock.monotonic_ms())
        return self._sit(player, unfinished.occasion, unfinished.choices)

    def _sit(self, player: Player, occasion: Occasion, choices: Choices) -> Sitting:
        return Sitting(
            player,
            occasion,
            choices,
            self._nights,
            self._clock,
            alarm=self._make_alarm(),
            patience=self._make_alarm(),
            slept_after_ms=self._slept_after_ms,
        )
