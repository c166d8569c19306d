"""One session from its first second to its record: it plays, it is written down as it goes, and it ends by being saved.

What has been done is never held in memory alone: every boundary and every wish is handed to `Nights` at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from bedtime.clock import Alarm, Clock
from bedtime.movement.laying_out import Choices
from bedtime.session.observable import Observable
from bedtime.session.phase import Phase
from bedtime.session.playback import Playback
from bedtime.session.player import Player
from bedtime.session.record import Occasion, SessionRecord, record_of
from bedtime.session.snapshot import Snapshot
from bedtime.session.unfinished import is_worth_writing, unfinished_json

FORGOTTEN_AFTER_MS = 30 * 60_000
"""A pause this long means that the person has fallen asleep, which was the point."""


class Nights(Protocol):
    """Where sessions are kept. Nothing is answered here: whoever shows the saving asks the keeper itself."""

    def save(self, record: SessionRecord) -> None:
        """Keep a record for good; one with the same id replaces the earlier one. Its unfinished form is forgotten."""
        ...

    def keep_unfinished(self, parts: Mapping[str, Any]) -> None:
        """Keep a running session, so that a killed process can carry it on."""
        ...

    def forget_unfinished(self) -> None:
        """There is nothing to carry on any more."""
        ...


class Sitting:
    """A session being played. `ended` holds its record once it has ended, and None before.

    `patience` is a second alarm, for a pause that nobody ends.
    """

    def __init__(
        self,
        player: Player,
        occasion: Occasion,
        choices: Choices,
        nights: Nights,
        clock: Clock,
        *,
        alarm: Alarm,
        patience: Alarm,
        slept_after_ms: int,
    ) -> None:
        self.occasion = occasion
        self._choices = choices
        self._nights = nights
        self._clock = clock
        self._patience = patience
        self._seen: Snapshot | None = None
        self.ended: Observable[SessionRecord | None] = Observable(None)
        self.playback = Playback(player, clock, alarm, slept_after_ms=slept_after_ms)
        self.playback.snapshots.subscribe(self._see)

    def wish(self, wish: Callable[[Player], Player]) -> None:
        """Do what the person wishes."""
        self.playback.wish(wish)

    def put_down(self) -> None:
        """Stand still and write down where, as the window closes. It can be carried on at the next start."""
        self.playback.wish(Player.pause)
        self._stop()

    def add(self, *, rating: int | None, note: str) -> None:
        """Add what the person says of it afterwards; saved at once."""
        record = self.ended.value
        if record is not None and (record.rating, record.note) != (rating, note):
            self._save(replace(record, rating=rating, note=note))

    def _see(self, snapshot: Snapshot) -> None:
        before, self._seen = self._seen, snapshot
        if snapshot.phase is Phase.FINISHED:
            self._end()
        elif before is None or is_worth_writing(before, snapshot):
            self._write_down()
            self._watch_over(snapshot)

    def _write_down(self) -> None:
        now = self._clock.now()
        self._nights.keep_unfinished(unfinished_json(self.playback.player, self.occasion, self._choices, now))

    def _watch_over(self, snapshot: Snapshot) -> None:
        if snapshot.phase is Phase.PAUSED:
            self._patience.set(self._clock.monotonic_ms() + FORGOTTEN_AFTER_MS, self._give_up)
        else:
            self._patience.cancel()

    def _give_up(self) -> None:
        self.playback.wish(Player.end)

    def _end(self) -> None:
        if self.ended.value is not None:
            return
        self._stop()
        record = record_of(self.playback.player, self.occasion, self._clock.now())
        if record.stretched_s:
            self._save(record)
        else:
            self._nights.forget_unfinished()
            self.ended.set(record)

    def _save(self, record: SessionRecord) -> None:
        self._nights.save(record)
        self.ended.set(record)

    def _stop(self) -> None:
        self._patience.cancel()
        self.playback.close()
