"""What a person changed while they played, to be offered once afterwards: only tonight, or from now on.

Found in a player that has finished, and told of the routine as it was written, so that the answer "from now on" is a
few edits of it. What cannot be said of a routine, such as a longer stretch within contract-relax, is not offered.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from bedtime.movement.dosing import dosing, with_amount
from bedtime.movement.own_routine import copied, kept_true
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import ContractRelaxDose, Stretch
from bedtime.movement.timeline import Segment, SegmentKind
from bedtime.session.player import Player

FindStretch = Callable[[str], Stretch]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A step that was passed over. `index` counts in the routine as it was written."""

    index: int
    stretch: Stretch

    @property
    def words(self) -> str:
        """A sentence for the person."""
        return f"You left out {_inside(self.stretch.name)}."


@dataclass(frozen=True, slots=True)
class Lasted:
    """A step whose work, or whose countdown, was made longer or shorter, by so much on the side changed most."""

    index: int
    stretch: Stretch
    kind: SegmentKind
    by_ms: int

    @property
    def words(self) -> str:
        """A sentence for the person."""
        more = "more" if self.by_ms > 0 else "less"
        what = {
            SegmentKind.GET_READY: f"to get ready for {_inside(self.stretch.name)}",
            SegmentKind.SWITCH: f"to change sides in {_inside(self.stretch.name)}",
            SegmentKind.REST: f"to rest in {_inside(self.stretch.name)}",
        }.get(self.kind, f"for {_inside(self.stretch.name)}")
        return f"You took {abs(self.by_ms) // 1000} seconds {more} {what}."


Change = LeftOut | Lasted


def changes_of(player: Player, written: Routine) -> tuple[Change, ...]:
    """What was changed in a session of a routine that was fitted, and suited, from `written`; in its order."""
    origins = _origins(player.planned.routine, written)
    changes: dict[tuple[int, SegmentKind | None], Change] = {}
    for span in player.planned.steps:
        origin = origins[span.step]
        if origin is None:
            continue
        if _was_left_out(player, span.step):
            changes.setdefault((origin, None), LeftOut(origin, span.stretch))
            continue
        for change in _lasted(player, span.step, origin):
            changes.setdefault((origin, change.kind), change)
    return tuple(changes.values())


def from_now_on(
    written: Routine, changes: Collection[Change], find: FindStretch, *, taken: Collection[str], is_own: bool
) -> Routine:
    """The routine with these changes: the person's own one itself, a built-in one as a copy. `taken` are ids in use.

    Where every step was left out, nothing would remain, and the routine comes back as it is.
    """
    left_out = {change.index for change in changes if isinstance(change, LeftOut)}
    steps = list(written.steps)
    for change in changes:
        if isinstance(change, Lasted):
            steps[change.index] = _changed(steps[change.index], change)
    kept = tuple(step for index, step in enumerate(steps) if index not in left_out)
    if not kept or kept == written.steps:
        return written
    routine = replace(written if is_own else copied(written, taken), steps=kept)
    return kept_true(routine, None if is_own else written, find)


def _origins(tonight: Routine, written: Routine) -> list[int | None]:
    """For each step of tonight the step as written that it comes from, by their stretches and in order."""
    origins = list[int | None]()
    at = 0
    for step in tonight.steps:
        ahead = [index for index in range(at, len(written.steps)) if written.steps[index].stretch == step.stretch]
        if ahead:
            origins.append(ahead[0])
            at = ahead[0] + 1
        else:  # repeated to fill the evening, or a substitute
            before = [index for index in range(at) if written.steps[index].stretch == step.stretch]
            origins.append(before[-1] if before else None)
    return origins


def _was_left_out(player: Player, step: int) -> bool:
    """Whether the session went past a step of which less than half was done."""
    span = player.timeline.steps[step]
    if player.position_ms < span.start_ms + span.duration_ms:
        return False
    work = [
        (segment.duration_ms, held_ms)
        for segment, held_ms in zip(player.timeline.segments, player.held_ms, strict=True)
        if segment.step == step and segment.kind.is_work
    ]
    return 2 * sum(held_ms for _, held_ms in work) < sum(duration_ms for duration_ms, _ in work)


def _lasted(player: Player, step: int, origin: int) -> Iterator[Lasted]:
    """For each kind of segment the change that was largest, of those that were played."""
    largest: dict[SegmentKind, tuple[int, Segment]] = {}
    for was, now, held_ms in zip(player.planned.segments, player.timeline.segments, player.held_ms, strict=True):
        by_ms = now.duration_ms - was.duration_ms
        kind = SegmentKind.HOLD if was.kind.is_work else was.kind
        is_sayable = not (was.kind.is_work and isinstance(was.stretch.dose, ContractRelaxDose))
        if was.step == step and held_ms and is_sayable and abs(by_ms) > abs(largest.get(kind, (0, was))[0]):
            largest[kind] = by_ms, was
    for kind, (by_ms, segment) in largest.items():
        yield Lasted(origin, segment.stretch, kind, by_ms)


def _changed(step: Step, change: Lasted) -> Step:
    """The step with as much more or less as was taken, within what its stretch allows."""
    planned = dosing(step, change.stretch)
    match change.kind:
        case SegmentKind.GET_READY:
            return replace(step, get_ready_s=_seconds(planned.get_ready_ms + change.by_ms))
        case SegmentKind.SWITCH:
            return replace(step, switch_s=_seconds(planned.switch_ms + change.by_ms))
        case SegmentKind.REST:
            return replace(step, rest_s=_seconds(planned.rest_ms + change.by_ms))
        case _:
            amount = planned.amount + round(change.by_ms / planned.unit_ms)
            return with_amount(step, change.stretch, min(max(amount, planned.span.min), planned.span.max))


def _seconds(some_ms: int) -> int:
    return min(max(some_ms // 1000, 0), 300)


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]
