"""What was done in a session, as against what was planned: the record that the diary keeps.

It is made from a player and read back from JSON. Saving it, and deciding which night it belongs to, is done elsewhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from bedtime.errors import BadInput, TooNew
from bedtime.language import _
from bedtime.session.player import Player

KIND, VERSION = "session", 1
COMPLETED_FROM = 0.7  # of the planned work; the diary calls such an evening done
HIGHEST_RATING = 10

_SIDES = frozenset({"right", "left", "both", "one"})
_T = TypeVar("_T")


class Result(StrEnum):
    """What became of one side's work."""

    DONE = "done"
    SHORTENED = "shortened"
    EXTENDED = "extended"
    SKIPPED = "skipped"


class Outcome(StrEnum):
    """What became of the session."""

    COMPLETED = "completed"
    PARTIAL = "partial"


class StepRecord(NamedTuple):
    """One side of one stretch: whole seconds of work, without countdowns and rests. `side` may be "both" or "one"."""

    stretch: str
    side: str
    planned_s: int
    held_s: int

    @property
    def result(self) -> Result:
        """What became of it, to the second."""
        if self.held_s == self.planned_s:
            return Result.DONE
        if self.held_s == 0:
            return Result.SKIPPED
        return Result.SHORTENED if self.held_s < self.planned_s else Result.EXTENDED


@dataclass(frozen=True, slots=True)
class Occasion:
    """Which session this is: known from its first second, and the same however often it is interrupted."""

    id: str
    started_at: datetime
    night: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One session. Times of day carry their offset from UTC, so that a night spent elsewhere stays true."""

    id: str
    night: date
    started_at: datetime
    ended_at: datetime
    routine: str
    routine_name: str
    outcome: Outcome
    paused_s: int
    steps: tuple[StepRecord, ...]
    rating: int | None = None
    note: str = ""

    @property
    def planned_s(self) -> int:
        """The work that was planned."""
        return sum(step.planned_s for step in self.steps)

    @property
    def stretched_s(self) -> int:
        """The work that was done."""
        return sum(step.held_s for step in self.steps)

    def to_json(self) -> dict[str, Any]:
        """The record in JSON's own types, with the sums and results too, for whoever reads the file."""
        return {
            "id": self.id,
            "kind": KIND,
            "v": VERSION,
            "night": self.night.isoformat(),
            "started_at": self.started_at.isoformat(timespec="seconds"),
            "ended_at": self.ended_at.isoformat(timespec="seconds"),
            "routine": self.routine,
            "routine_name": self.routine_name,
            "outcome": self.outcome.value,
            "planned_s": self.planned_s,
            "stretched_s": self.stretched_s,
            "paused_s": self.paused_s,
            "steps": [{**step._asdict(), "result": step.result.value} for step in self.steps],
            "rating": self.rating,
            "note": self.note,
        }

    @classmethod
    def from_json(cls, parts: Mapping[str, Any]) -> "SessionRecord":
        """The record that JSON tells. TooNew when a newer version wrote it, BadInput when it is none."""
        if parts.get("kind", KIND) != KIND or not _is_count(version := parts.get("v", VERSION)):
            raise BadInput(_("This is not the record of a session."))
        if version > VERSION or parts.keys() - _KNOWN:
            raise TooNew(_("This night was recorded by a newer Bedtime. Update Bedtime to see it."))
        try:
            return cls(
                id=_need(parts["id"], str),
                night=date.fromisoformat(parts["night"]),
                started_at=_moment(parts["started_at"]),
                ended_at=_moment(parts["ended_at"]),
                routine=_need(parts["routine"], str),
                routine_name=_need(parts["routine_name"], str),
                outcome=Outcome(parts["outcome"]),
                paused_s=_seconds(parts["paused_s"]),
                steps=tuple([_step(step) for step in parts["steps"]]),
                rating=_rating(parts.get("rating")),
                note=_need(parts.get("note", ""), str),
            )
        except KeyError as error:
            raise BadInput(_("The record of a session has no {part}.").format(part=error)) from error
        except (TypeError, ValueError, AttributeError) as error:
            raise BadInput(_("The record of a session cannot be read: {reason}.").format(reason=error)) from error


_COMPUTED = {"planned_s", "stretched_s"}
_ADDED_BY_THE_JOURNAL = {"kind", "v", "line"}
_KNOWN = frozenset(SessionRecord.__dataclass_fields__) | _COMPUTED | _ADDED_BY_THE_JOURNAL


def record_of(player: Player, occasion: Occasion, ended_at: datetime) -> SessionRecord:
    """What has been done so far. A session that has not come to its end, or skipped most of its work, is partial."""
    steps = tuple(_steps(player))
    routine = player.planned.routine
    return SessionRecord(
        id=occasion.id,
        night=occasion.night,
        started_at=occasion.started_at,
        ended_at=ended_at,
        routine=routine.id,
        routine_name=routine.name,
        outcome=Outcome.COMPLETED if player.reached_the_end and _most_was_done(steps) else Outcome.PARTIAL,
        paused_s=_whole_s(player.paused_ms),
        steps=steps,
    )


def _steps(player: Player) -> Iterator[StepRecord]:
    """One for each step and side, in the order in which they were planned."""
    sums: dict[tuple[int, str, str], tuple[int, int]] = {}
    for segment, held_ms in zip(player.planned.segments, player.held_ms, strict=True):
        if segment.kind.is_work:
            key = (segment.step, segment.stretch.id, segment.side_name)
            planned_so_far, held_so_far = sums.get(key, (0, 0))
            sums[key] = (planned_so_far + segment.duration_ms, held_so_far + held_ms)
    for (_step, stretch, side), (planned_ms, held_ms) in sums.items():
        yield StepRecord(stretch, side, _whole_s(planned_ms), _whole_s(held_ms))


def _most_was_done(steps: tuple[StepRecord, ...]) -> bool:
    """What was held longer than planned does not make up for what was skipped."""
    done_s = sum(min(step.held_s, step.planned_s) for step in steps)
    return done_s >= COMPLETED_FROM * sum(step.planned_s for step in steps)


def _whole_s(some_ms: int) -> int:
    return (some_ms + 500) // 1000


def _step(parts: Mapping[str, Any]) -> StepRecord:
    """`result` is not read: it follows from the two lengths."""
    if parts["side"] not in _SIDES:
        raise ValueError(f"{parts['side']!r} is no side")
    return StepRecord(
        _need(parts["stretch"], str), parts["side"], _seconds(parts["planned_s"]), _seconds(parts["held_s"])
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time of day has no offset from UTC")
    return moment


def _seconds(number: Any) -> int:
    if not _is_count(number):
        raise ValueError(f"{number!r} is no number of seconds")
    return int(number)


def _rating(number: Any) -> int | None:
    if number is not None and (not _is_count(number) or number > HIGHEST_RATING):
        raise ValueError(f"{number!r} is no rating from 0 to {HIGHEST_RATING}")
    return None if number is None else int(number)


def _is_count(number: Any) -> bool:
    return type(number) is int and number >= 0  # True is an int to Python, but no count


def _need(part: Any, wanted: type[_T]) -> _T:
    if not isinstance(part, wanted):
        raise TypeError(f"{part!r} is not a {wanted.__name__}")
    return part
