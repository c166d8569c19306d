"""Whole nights, scripted: played on a manual clock with the real content, and kept on a real disk that is handed in.

Each night says in plain lines what held. It is the self-test of every packaged build, and a test of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bedtime.diary.night import night_of
from bedtime.movement.fitting import LONGEST_MIN, SHORTEST_MIN, fit
from bedtime.movement.laying_out import AS_WRITTEN, lay_out
from bedtime.movement.library import Library
from bedtime.movement.timeline import Timeline
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.playback import Playback
from bedtime.session.player import Player
from bedtime.session.record import Occasion, Outcome, Result, SessionRecord, record_of
from bedtime.session.unfinished import Unfinished, is_worth_writing, unfinished_json
from bedtime.testing.manual_clock import TONIGHT, ManualClock

ROUTINE = "simple-nightly"
NUDGE_MS = 10_000


class Shelf(Protocol):
    """Where sessions are kept. Both halves have to outlive the process."""

    def save(self, record: Mapping[str, Any]) -> None:
        """Keep the record of a session, in place of an earlier one of the same id."""
        ...

    def saved(self) -> Mapping[str, Mapping[str, Any]]:
        """Every record by its id."""
        ...

    def keep(self, unfinished: Mapping[str, Any]) -> None:
        """Keep the session in progress, in place of an earlier one."""
        ...

    def kept(self) -> Mapping[str, Any]:
        """The session in progress."""
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at in one night."""

    night: str
    what: str
    held: bool


Looked = tuple[str, bool]
Night = Callable[[Library, Shelf], Iterator[Looked]]


def play_nights(library: Library, shelf: Shelf) -> Iterator[Finding]:
    """Play every night in turn. A night that breaks down is a finding like any other, and the next one is played."""
    for name, night in NIGHTS.items():
        try:
            for what, held in night(library, shelf):
                yield Finding(name, what, held)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what a self-test is there to tell
            yield Finding(name, f"it broke down with {type(error).__name__}: {error}", held=False)


class Evening:
    """A person, a routine and a clock that is moved by hand."""

    def __init__(self, library: Library, name: str, routine_id: str = ROUTINE, now: datetime = TONIGHT) -> None:
        self.clock = ManualClock(now)
        routine = library.routine(routine_id)
        self.timeline = lay_out(routine, library.stretches_of(routine), library.patterns)
        self.occasion = Occasion(f"self-test-{name}", now, night_of(now))
        self.playback = self.sit_down(Player.begin(self.timeline, self.clock.monotonic_ms()))

    def sit_down(self, player: Player) -> Playback:
        """Play on with `player`, as after the program has been started again."""
        self.playback = Playback(player, self.clock, self.clock)
        return self.playback

    @property
    def player(self) -> Player:
        """The session as of the last change."""
        return self.playback.player

    def play_to_the_end(self) -> None:
        """Let more time pass than any session needs."""
        self.clock.advance(2 * self.player.timeline.total_ms / 1000)

    def record(self) -> SessionRecord:
        """What has been done."""
        return record_of(self.player, self.occasion, self.clock.now())

    def saved(self, shelf: Shelf) -> SessionRecord:
        """Save what has been done, and read it again."""
        shelf.save(self.record().to_json())
        return SessionRecord.from_json(shelf.saved()[self.occasion.id])


def _quiet(library: Library, shelf: Shelf) -> Iterator[Looked]:
    evening = Evening(library, "quiet")
    begun_ms = evening.clock.monotonic_ms()
    ends_ms: list[int] = []
    evening.playback.snapshots.subscribe(
        lambda moment: ends_ms.append(evening.clock.monotonic_ms()) if moment.phase is Phase.FINISHED else None
    )
    evening.play_to_the_end()
    record = evening.saved(shelf)
    yield "it ends to the millisecond when it should", ends_ms == [begun_ms + evening.timeline.total_ms]
    yield "it is completed, and every side is done", _all_done(record)
    yield "what was saved is what was done", record == evening.record()


def _paused(library: Library, _: Shelf) -> Iterator[Looked]:
    evening = Evening(library, "paused")
    evening.clock.advance(20.5)
    evening.playback.wish(Player.pause)
    yield "nothing wakes the computer while it is paused", evening.clock.pending_ms is None
    evening.clock.advance(600)
    evening.playback.wish(Player.carry_on)
    evening.play_to_the_end()
    record = evening.record()
    yield "the pause is told apart from the stretching", record.paused_s == 603 and _all_done(record)


def _slept(library: Library, _: Shelf) -> Iterator[Looked]:
    for how, monotonic_counts_it in (("its clock stood still", False), ("its clock went on", True)):
        evening = Evening(library, "slept")
        evening.clock.advance(20.5)
        evening.clock.sleep_computer(7 * 3600, monotonic_counts_it=monotonic_counts_it)
        evening.clock.advance(1)
        moment = evening.playback.snapshots.value
        paused_there = (moment.paused_by, moment.position_ms) == (PausedBy.COMPUTER_SLEPT, 21_000)
        yield f"it opens paused where it was, though {how}", paused_there
        evening.playback.wish(Player.carry_on)
        evening.play_to_the_end()
        yield f"nothing is lost, though {how}", _all_done(evening.record())


def _wall_clock_set(library: Library, _: Shelf) -> Iterator[Looked]:
    evening = Evening(library, "set back")
    evening.clock.advance(20)
    evening.clock.jump_wall(-3600)
    evening.play_to_the_end()
    yield "a clock set back by an hour changes nothing", _all_done(evening.record())


def _nudged(library: Library, shelf: Shelf) -> Iterator[Looked]:
    evening = Evening(library, "nudged")
    right, left = evening.timeline.parts[:2]
    evening.clock.advance((right.work_start_ms + 1000) / 1000)
    evening.playback.wish(Player.longer)
    yield "ten seconds more lengthen the whole at once", _grown_by(evening, NUDGE_MS)
    evening.clock.advance((right.end_ms - right.work_start_ms + NUDGE_MS + left.work_start_ms - left.start_ms) / 1000)
    evening.playback.wish(Player.shorter)
    yield "ten seconds less shorten it at once", _grown_by(evening, 0)
    evening.play_to_the_end()
    results = [step.result for step in evening.saved(shelf).steps[:3]]
    yield "only those sides are changed", results == [Result.EXTENDED, Result.SHORTENED, Result.DONE]


def _pushed_about(library: Library, _: Shelf) -> Iterator[Looked]:
    evening = Evening(library, "pushed about")
    wishes = (Player.skip, Player.back, Player.ready, Player.leave_out, Player.restart, Player.skip, Player.back)
    starts = {part.start_ms for part in evening.timeline.parts} | {
        part.work_start_ms for part in evening.timeline.parts
    }
    landed, played_s = [], 0
    for wish in wishes:
        evening.clock.advance(17)
        played_s += 17
        evening.playback.wish(wish)
        landed.append(evening.player.position_ms in starts or wish is Player.ready)
    yield "every wish lands on the start of a side", all(landed)
    yield "what was held is what was played", sum(evening.player.held_ms) == played_s * 1000
    evening.playback.wish(Player.end)
    yield "ended early, it is partial", evening.record().outcome is Outcome.PARTIAL


def _killed(library: Library, shelf: Shelf) -> Iterator[Looked]:
    evening = Evening(library, "killed")
    before = evening.playback.snapshots.value
    for second in range(200):
        evening.clock.advance(1)
        after = evening.playback.snapshots.value
        if second == 0 or is_worth_writing(before, after):
            shelf.keep(unfinished_json(evening.player, evening.occasion, AS_WRITTEN, evening.clock.now()))
        before = after
    held_ms, written_at_ms = evening.player.held_ms, evening.player.segment.start_ms
    unfinished = Unfinished.from_json(shelf.kept(), library.patterns)
    shelf.save(unfinished.record.to_json())
    yield "what had been done is kept", _stretched_s(shelf, evening) > 0
    stretches = library.stretches_of(unfinished.routine)
    player = unfinished.carried_on(stretches, library.patterns, evening.clock.monotonic_ms())
    opened = (player.phase, player.position_ms) == (Phase.PAUSED, player.part.start_ms)
    yield "it opens paused at the start of the side that was interrupted", opened
    yield "no more than the segment that ran is missing", sum(held_ms) - sum(player.held_ms) <= 200_000 - written_at_ms
    evening.sit_down(player).wish(Player.carry_on)
    evening.play_to_the_end()
    record = evening.saved(shelf)
    yield "carried on, it is one completed session", record.outcome is Outcome.COMPLETED and len(_tonight(shelf)) == 1


def _after_midnight(library: Library, shelf: Shelf) -> Iterator[Looked]:
    evening = Evening(library, "after midnight", now=TONIGHT.replace(hour=23, minute=58))
    evening.play_to_the_end()
    record = evening.saved(shelf)
    yield "a session across midnight is one night", record.night == TONIGHT.date() != record.ended_at.date()
    late = Evening(library, "twenty to one", now=TONIGHT.replace(hour=0, minute=40) + timedelta(days=1))
    yield "twenty to one belongs to the evening before", late.occasion.night == TONIGHT.date()


def _clocks_change(library: Library, shelf: Shelf) -> Iterator[Looked]:
    try:
        zone = ZoneInfo("Europe/Berlin")
    except ZoneInfoNotFoundError:
        return  # some systems have no time zones, and then no clock that changes either
    for what, evening_date, now in (
        ("go back", date(2025, 10, 25), datetime(2025, 10, 26, 0, 58, tzinfo=UTC)),
        ("go forward", date(2026, 3, 28), datetime(2026, 3, 29, 0, 58, tzinfo=UTC)),
    ):
        evening = Evening(library, f"clocks {what}", now=now.astimezone(zone))
        evening.play_to_the_end()
        record = evening.saved(shelf)
        yield f"they {what} and all of it is played", _all_done(record) and record.paused_s == 0
        offsets_differ = record.started_at.utcoffset() != record.ended_at.utcoffset()
        yield f"they {what} and it is still one night", offsets_differ and record.night == evening_date


def _every_routine(library: Library, _: Shelf) -> Iterator[Looked]:
    for routine in library.routines():
        stretches = library.stretches_of(routine)
        fits = [fit(routine, stretches, minutes) for minutes in range(SHORTEST_MIN, LONGEST_MIN + 1)]
        laid = [lay_out(one.routine, stretches, library.patterns) for one in fits]
        fitting = all(-15_000 <= one.total_ms - one.asked_ms <= 5_000 for one in fits)
        adding_up = all(one.total_ms == timeline.total_ms for one, timeline in zip(fits, laid, strict=True))
        played = all(_is_played_wholly(timeline) for timeline in (laid[0], laid[len(laid) // 2], laid[-1]))
        yield f"{routine.name} fits and is played in 5 to 20 minutes", fitting and adding_up and played


def _is_played_wholly(timeline: Timeline) -> bool:
    clock = ManualClock()
    playback = Playback(Player.begin(timeline, clock.monotonic_ms()), clock, clock)
    clock.advance(timeline.total_ms / 1000)
    player = playback.player
    return player.reached_the_end and player.held_ms == tuple(segment.duration_ms for segment in timeline.segments)


def _all_done(record: SessionRecord) -> bool:
    return record.outcome is Outcome.COMPLETED and all(step.result is Result.DONE for step in record.steps)


def _grown_by(evening: Evening, grown_ms: int) -> bool:
    moment = evening.playback.snapshots.value
    total_ms = evening.timeline.total_ms + grown_ms
    return moment.timeline.total_ms == total_ms and moment.left_in_total_ms == total_ms - moment.position_ms


def _tonight(shelf: Shelf) -> list[str]:
    return [identity for identity in shelf.saved() if identity == "self-test-killed"]


def _stretched_s(shelf: Shelf, evening: Evening) -> int:
    return SessionRecord.from_json(shelf.saved()[evening.occasion.id]).stretched_s


NIGHTS: dict[str, Night] = {
    "a quiet night": _quiet,
    "a night with a pause": _paused,
    "a night in which the computer sleeps": _slept,
    "a night in which the clock is set": _wall_clock_set,
    "a night with a little more and a little less": _nudged,
    "a night of skipping and going back": _pushed_about,
    "a night in which the program is killed": _killed,
    "a night after midnight": _after_midnight,
    "a night in which the clocks change": _clocks_change,
    "every routine": _every_routine,
}
