"""The one place where time meets the state of a session.

It keeps a player up to date with a clock, asks for one alarm at a time, and publishes one snapshot per change. It
draws, sounds and saves nothing: whoever does that subscribes. Every second is a change only while somebody looks.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bedtime.clock import Alarm, Clock
from bedtime.session.cues import LATEST_TICK_MS
from bedtime.session.due import next_due_ms
from bedtime.session.observable import Observable
from bedtime.session.player import Player, Wish
from bedtime.session.snapshot import Snapshot, snapshot_of

SLEPT_AFTER_MS = 5_000


class Playback:
    """A player that runs on a clock.

    `slept_after_ms` is how late a tick may come, on this clock, before it means that the computer slept.
    """

    def __init__(self, player: Player, clock: Clock, alarm: Alarm, *, slept_after_ms: int = SLEPT_AFTER_MS) -> None:
        self._clock = clock
        self._alarm = alarm
        self._slept_after_ms = slept_after_ms
        self._seen = _Moment.of(clock)
        self._is_watched = True
        self._due_ms: int | None = None
        self._player = player
        self.snapshots = Observable(snapshot_of(player))
        self._arrange()

    @property
    def player(self) -> Player:
        """The session as of the last change."""
        return self._player

    def wish(self, wish: Wish) -> None:
        """Do what the person wishes: `playback.wish(Player.skip)`, `playback.wish(lambda player: player.jump(3))`."""
        self._become(wish(self._caught_up()))

    def snapshot(self) -> Snapshot:
        """The session at this very moment, for a frame of an animation. It changes nothing."""
        return snapshot_of(self._player.at(self._awake_until(self._clock.monotonic_ms())))

    def watch(self) -> None:
        """Somebody looks: tell the truth at once, and every second from now on."""
        if not self._is_watched:
            self._is_watched = True
            self._tick()

    def unwatch(self) -> None:
        """Nobody looks: tell of boundaries and of what is heard, and otherwise only make sure of not having slept."""
        self._is_watched = False
        self._arrange()

    def close(self) -> None:
        """Ask for no more alarms."""
        self._alarm.cancel()

    def _tick(self) -> None:
        self._become(self._caught_up())

    def _become(self, player: Player) -> None:
        self._player = player
        self._arrange()
        self.snapshots.set(snapshot_of(player))

    def _arrange(self) -> None:
        self._due_ms = self._next_tick_ms()
        if self._due_ms is None:
            self._alarm.cancel()
        else:
            self._alarm.set(self._due_ms, self._tick)

    def _next_tick_ms(self) -> int | None:
        """The sooner of what is due and of what is seen; unseen, of the next look whether the computer has slept."""
        due_ms, second_ms = next_due_ms(self._player), self._player.next_change_ms
        if due_ms is None or second_ms is None:
            return None
        return min(due_ms, second_ms if self._is_watched else self._player.anchor_ms + LATEST_TICK_MS)

    def _caught_up(self) -> Player:
        """The player as of now; if the computer slept, paused since the moment that its tick was due."""
        seen, self._seen = self._seen, _Moment.of(self._clock)
        now_ms, unseen_ms = self._seen.monotonic_ms, self._seen.unseen_ms_since(seen)
        awake_until_ms = self._awake_until(now_ms)
        if unseen_ms > self._slept_after_ms:
            return self._player.slept(awake_until_ms, unseen_ms).at(now_ms)
        if awake_until_ms < now_ms:
            return self._player.slept(awake_until_ms, 0).at(now_ms)
        return self._player.at(now_ms)

    def _awake_until(self, now_ms: int) -> int:
        """Now, unless the tick is so late that the computer must have slept: then the moment that it was due."""
        due_ms = self._due_ms
        return now_ms if due_ms is None or now_ms - due_ms <= self._slept_after_ms else due_ms


@dataclass(frozen=True, slots=True)
class _Moment:
    """Both clocks, read together. The wall clock in UTC: two times of one zone differ by what its hands show."""

    monotonic_ms: int
    wall: datetime

    @classmethod
    def of(cls, clock: Clock) -> "_Moment":
        return cls(clock.monotonic_ms(), clock.now().astimezone(UTC))

    def unseen_ms_since(self, earlier: "_Moment") -> int:
        """How much further the wall clock went than the monotonic one; 0 when it went less far or was set back."""
        wall_ms = (self.wall - earlier.wall) // timedelta(milliseconds=1)
        return max(0, wall_ms - (self.monotonic_ms - earlier.monotonic_ms))
