"""A session that is still running, as it is written down at every boundary and wish: a killed process loses nothing.

It is carried on from the start of the side that was interrupted, countdown included, because nobody can take up half a
hold. What had been held of that side counts all the same, and the record counts whether it is carried on or not.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.breathing import BreathPattern
from bedtime.movement.laying_out import Choices, lay_out
from bedtime.movement.routine import Routine
from bedtime.movement.stretch import Side, Stretch
from bedtime.movement.timeline import Timeline
from bedtime.movement.trusted import build
from bedtime.movement.ways import BreathChoice, SideOrder
from bedtime.session.phase import PausedBy, Phase
from bedtime.session.player import Player
from bedtime.session.record import Occasion, SessionRecord, record_of
from bedtime.session.snapshot import Snapshot


def is_worth_writing(before: Snapshot, after: Snapshot) -> bool:
    """Whether a boundary or a wish lies between two snapshots, rather than a second that has passed."""
    return (
        before.phase is not after.phase
        or before.index != after.index
        or before.timeline is not after.timeline
        or after.position_ms < before.position_ms
    )


def unfinished_json(player: Player, occasion: Occasion, choices: Choices, now: datetime) -> dict[str, Any]:
    """All that is needed to carry on, and the record of what has been done so far, in JSON's own types."""
    breathing = choices.breathing
    return {
        "record": record_of(player, occasion, now).to_json(),
        "routine": asdict(player.planned.routine),
        "choices": {
            "side_order": choices.side_order.value,
            "worse_side": choices.worse_side and choices.worse_side.value,
            "cramp_side": choices.cramp_side and choices.cramp_side.value,
            "breathing": breathing.id if isinstance(breathing, BreathPattern) else breathing.value,
        },
        "stretch_no": player.segment.step + 1,
        "position_ms": player.position_ms,
        "paused_ms": player.paused_ms,
        "durations_ms": [segment.duration_ms for segment in player.timeline.segments],
        "held_ms": list(player.held_ms),
    }


def record_in(parts: Mapping[str, Any]) -> SessionRecord:
    """What had been done, even where it cannot be carried on. BadInput or TooNew when there is no telling."""
    record = parts.get("record")
    if not isinstance(record, Mapping):
        raise BadInput(_("The session that was interrupted cannot be read."))
    return SessionRecord.from_json(record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A session that was interrupted. `stretch_no` is where it was, counted from 1: "Carry on from stretch 4"."""

    record: SessionRecord
    routine: Routine
    choices: Choices
    stretch_no: int
    position_ms: int
    paused_ms: int
    durations_ms: tuple[int, ...]
    held_ms: tuple[int, ...]

    @classmethod
    def from_json(cls, parts: Mapping[str, Any], patterns: Mapping[str, BreathPattern]) -> "Unfinished":
        """What `unfinished_json` wrote down. BadInput when it cannot be carried on; `record_in` may still tell."""
        try:
            return cls(
                record=record_in(parts),
                routine=build(Routine, parts["routine"]),
                choices=_choices(parts["choices"], patterns),
                stretch_no=_count(parts["stretch_no"]),
                position_ms=_count(parts["position_ms"]),
                paused_ms=_count(parts["paused_ms"]),
                durations_ms=tuple(map(_count, parts["durations_ms"])),
                held_ms=tuple(map(_count, parts["held_ms"])),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInput(_("The session that was interrupted cannot be carried on.")) from error

    @property
    def occasion(self) -> Occasion:
        """The session that it still is: its record replaces the one of the first part."""
        return Occasion(self.record.id, self.record.started_at, self.record.night)

    def carried_on(
        self, stretches: Mapping[str, Stretch], patterns: Mapping[str, BreathPattern], now_ms: int
    ) -> Player:
        """A player that is paused at the start of the side that was interrupted.

        BadInput when the stretches are no longer those that the session was made of.
        """
        planned = lay_out(self.routine, stretches, patterns, self.choices)
        if not len(planned.segments) == len(self.durations_ms) == len(self.held_ms) or 0 in self.durations_ms:
            raise BadInput(_("The stretches have changed since this session was interrupted."))
        lengths = zip(planned.segments, self.durations_ms, strict=True)
        changed = Timeline.of(planned.routine, (replace(segment, duration_ms=ms) for segment, ms in lengths))
        return Player(
            planned=planned,
            timeline=changed,
            phase=Phase.PAUSED,
            paused_by=PausedBy.INTERRUPTED,
            anchor_ms=now_ms,
            position_ms=changed.part_at(self.position_ms).start_ms,
            held_ms=self.held_ms,
            paused_ms=self.paused_ms,
        )


def _choices(parts: Mapping[str, Any], patterns: Mapping[str, BreathPattern]) -> Choices:
    breathing = parts["breathing"]
    return Choices(
        side_order=SideOrder(parts["side_order"]),
        worse_side=parts["worse_side"] and Side(parts["worse_side"]),
        cramp_side=parts["cramp_side"] and Side(parts["cramp_side"]),
        breathing=patterns[breathing] if breathing in patterns else BreathChoice(breathing),
    )


def _count(number: Any) -> int:
    if type(number) is not int or number < 0:
        raise ValueError(f"{number!r} is no count")
    return number
