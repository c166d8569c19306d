"""What the last screen says, as one frozen value. Pure: what was done and whether it is safe in, words out."""

from dataclasses import dataclass
from enum import Enum, auto

from bedtime.session.counting import counted, sentence

NOT_SAVED_YET = "Not saved yet. Trying again."


class Saving(Enum):
    """Whether the session is on the disk."""

    SAVED = auto()
    NOT_YET = auto()


class Ending(Enum):
    """How the session ended."""

    COMPLETED = auto()
    PARTIAL = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodnightView:
    """What the last screen shows. `lengths_ms` and `done` (0 to 1) are the pieces of the floor, one a stretch."""

    saving: Saving
    saved: str
    lengths_ms: tuple[int, ...]
    done: tuple[float, ...]


def goodnight(
    saving: Saving,
    ending: Ending,
    spent_ms: int,
    nights: int,
    lengths_ms: tuple[int, ...],
    held_ms: tuple[int, ...] = (),
) -> GoodnightView:
    """The words after a session of `spent_ms` without its pauses, the `nights`th night of this week.

    A night counts from one minute on; before that nothing is said of the week.
    `held_ms` is how much of each stretch was done; it counts only for a session that ended early.
    """
    complete = ending is Ending.COMPLETED
    return GoodnightView(
        saving=saving,
        saved=_saved(ending, spent_ms, nights) if saving is Saving.SAVED else NOT_SAVED_YET,
        lengths_ms=lengths_ms,
        done=tuple(1.0 for _ in lengths_ms) if complete else _shares(lengths_ms, held_ms),
    )


def _shares(lengths_ms: tuple[int, ...], held_ms: tuple[int, ...]) -> tuple[float, ...]:
    held = (*held_ms, *(0 for _ in lengths_ms))
    return tuple(min(1.0, done / length) if length else 0.0 for length, done in zip(lengths_ms, held, strict=False))


def _saved(ending: Ending, spent_ms: int, nights: int) -> str:
    minutes = counted(round(spent_ms / 60_000), "minute") if spent_ms >= 30_000 else "less than a minute"
    this_week = f"{counted(nights, 'night')} this week" if nights else ""
    match ending:
        case Ending.COMPLETED:
            return f"Saved. {sentence(f'{minutes}, {this_week}' if this_week else minutes)}"
        case Ending.PARTIAL:
            return f"Saved. {sentence(f'{minutes}, and that counts too')} {sentence(this_week)}".rstrip()
