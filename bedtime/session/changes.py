"""What a person changed while they played, to be offered once afterwards: only tonight, or from now on.

Found in a player that has finished, and told of the routine as it was written, so that the answer "from now on" is a
few edits of it. What cannot be said of a routine, such as a longer stretch within contract-relax, is not offered.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from bedtime.language import _, ngettext
from bedtime.movement.dosing import Dosing, dosing, with_amount
from bedtime.movement.own_routine import copied, kept_true
from bedtime.movement.routine import Routine, Step
from bedtime.movement.stretch import ContractRelaxDose, Stretch
from bedtime.movement.timeline import Segment, SegmentKind
from bedtime.phrases import within
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
        return _("You left out {stretch}.").format(stretch=within(self.stretch.name))


@dataclass(frozen=True, slots=True)
class Lasted:
    """A step whose work, or whose countdown, lasted `to_ms` in place of `of_ms`, on the side changed most."""

    index: int
    stretch: Stretch
    kind: SegmentKind
    of_ms: int
    to_ms: int

    @property
    def by_ms(self) -> int:
        """How much longer it lasted."""
        return self.to_ms - self.of_ms

    @property
    def words(self) -> str:
        """A sentence for the person."""
        seconds = abs(self.by_ms) // 1000
        words = _took_more(self.kind, seconds) if self.by_ms > 0 else _took_less(seconds)
        return words.format(count=seconds, stretch=within(self.stretch.name))


Change = LeftOut | Lasted


def changes_of(player: Player, written: Routine, settled: Collection[int] = ()) -> tuple[Change, ...]:
    """What was changed in a session of a routine that was fitted, and suited, from `written`; in its order.

    `settled` are steps of tonight that have been answered already.
    """
    origins = _origins(player.planned.routine, written, settled)
    left_out = {span.step for span in player.planned.steps if _was_left_out(player, span.step)}
    done = {origin for step, origin in enumerate(origins) if step not in left_out}
    changes: dict[tuple[int, SegmentKind | None], Change] = {}
    for span in player.planned.steps:
        origin = origins[span.step]
        if origin is None:
            continue
        if span.step in left_out:
            if origin not in done:
                changes.setdefault((origin, None), LeftOut(origin, span.stretch))
            continue
        for change in _lasted(player, span.step, origin):
            if _changed(written.steps[origin], change) != written.steps[origin]:
                changes.setdefault((origin, change.kind), change)
    return tuple(changes.values())


def left_out_of(player: Player, written: Routine, settled: Collection[int] = ()) -> LeftOut | None:
    """The change of leaving out the stretch at the player's position; None where that cannot be said of `written`.

    It cannot of a stretch that stands in for another, nor of one that is done more than once to fill the evening.
    """
    origins = _origins(player.planned.routine, written, settled)
    origin = origins[player.segment.step]
    return LeftOut(origin, player.segment.stretch) if origin is not None and origins.count(origin) == 1 else None


def from_now_on(
    written: Routine,
    changes: Collection[Change],
    find: FindStretch,
    *,
    taken: Collection[str],
    is_own: bool,
    original: Routine | None = None,
) -> Routine:
    """The routine with these changes: the person's own one itself, a built-in one as a copy. `taken` are ids in use.

    `original` is what an own one was copied from. Where every step was left out, nothing would remain, and the routine
    comes back as it is.
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
    return kept_true(routine, original if is_own else written, find)


def _origins(tonight: Routine, written: Routine, settled: Collection[int]) -> list[int | None]:
    """For each step of tonight the step as written that it comes from, by their stretches and in order."""
    origins = list[int | None]()
    at = 0
    for number, step in enumerate(tonight.steps):
        if number in settled:
            origins.append(None)
            continue
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
    largest: dict[SegmentKind, Lasted] = {}
    for was, now, held_ms in zip(player.planned.segments, player.timeline.segments, player.held_ms, strict=True):
        if was.step != step or not held_ms or not _is_sayable(was):
            continue
        kind = SegmentKind.HOLD if was.kind.is_work else was.kind
        change = Lasted(origin, was.stretch, kind, was.duration_ms, now.duration_ms)
        if abs(change.by_ms) > abs(largest[kind].by_ms if kind in largest else 0):
            largest[kind] = change
    yield from largest.values()


def _is_sayable(segment: Segment) -> bool:
    return not (segment.kind.is_work and isinstance(segment.stretch.dose, ContractRelaxDose))


def _changed(step: Step, change: Lasted) -> Step:
    """The step as it lasted tonight, within what its stretch allows. Countdowns and rests are never fitted."""
    match change.kind:
        case SegmentKind.GET_READY:
            return replace(step, get_ready_s=_seconds(change.to_ms))
        case SegmentKind.SWITCH:
            return replace(step, switch_s=_seconds(change.to_ms))
        case SegmentKind.REST:
            return replace(step, rest_s=_seconds(change.to_ms))
        case _:
            planned = dosing(step, change.stretch)
            lowest, highest = min(planned.span.min, planned.amount), max(planned.span.max, planned.amount)
            return with_amount(step, change.stretch, min(max(_amount(planned, change), lowest), highest))


def _amount(planned: Dosing, change: Lasted) -> int:
    """The amount from now on. Where tonight was fitted to its minutes, the change grows or shrinks as the rest will.

    Ten seconds more of a hold that was fitted from 30 seconds to 20 make it 45: fitted again, it lasts what it did.
    """
    if change.of_ms == planned.set_ms:
        return planned.amount + round(change.by_ms / planned.unit_ms)
    in_proportion_ms = planned.set_ms * change.by_ms / change.of_ms
    grains = round((planned.amount + in_proportion_ms / planned.unit_ms) / planned.grain)
    return grains * planned.grain


def _seconds(some_ms: int) -> int:
    return min(max(some_ms // 1000, 0), 300)


def _took_more(kind: SegmentKind, seconds: int) -> str:
    match kind:
        case SegmentKind.GET_READY:
            return ngettext(
                "You took {count} second more to get ready for {stretch}.",
                "You took {count} seconds more to get ready for {stretch}.",
                seconds,
            )
        case SegmentKind.SWITCH:
            return ngettext(
                "You took {count} second more to change sides in {stretch}.",
                "You took {count} seconds more to change sides in {stretch}.",
                seconds,
            )
        case SegmentKind.REST:
            return ngettext(
                "You took {count} second more to rest in {stretch}.",
                "You took {count} seconds more to rest in {stretch}.",
                seconds,
            )
        case _:
            return ngettext(
                "You took {count} second more for {stretch}.", "You took {count} seconds more for {stretch}.", seconds
            )


def _took_less(seconds: int) -> str:
    return ngettext(
        "You took {count} second less for {stretch}.", "You took {count} seconds less for {stretch}.", seconds
    )
