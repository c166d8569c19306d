"""What the last screen says, as one frozen value. Pure: what was done and whether it is safe in, words out."""

from dataclasses import dataclass
from enum import Enum, auto

from bedtime.language import N_, _, ngettext
from bedtime.phrases import after_each_other, spelled, spelled_first

NOT_SAVED_YET = N_("Not saved yet. Trying again.")
BEING_SAVED = N_("Saving it now.")


class Saving(Enum):
    """Whether the session is on the disk."""

    SAVED = auto()
    BEING_SAVED = auto()  # on its way: most disks answer before anybody reads this
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
        saved=_words(saving, ending, spent_ms, nights),
        lengths_ms=lengths_ms,
        done=tuple(1.0 for _ in lengths_ms) if complete else _shares(lengths_ms, held_ms),
    )


def _shares(lengths_ms: tuple[int, ...], held_ms: tuple[int, ...]) -> tuple[float, ...]:
    held = (*held_ms, *(0 for _ in lengths_ms))
    return tuple(min(1.0, done / length) if length else 0.0 for length, done in zip(lengths_ms, held, strict=False))


def _words(saving: Saving, ending: Ending, spent_ms: int, nights: int) -> str:
    match saving:
        case Saving.SAVED:
            return _saved(ending, spent_ms, nights)
        case Saving.BEING_SAVED:
            return _(BEING_SAVED)
        case Saving.NOT_YET:
            return _(NOT_SAVED_YET)


def _saved(ending: Ending, spent_ms: int, nights: int) -> str:
    minutes = _minutes(spent_ms)
    match ending:
        case Ending.COMPLETED if nights:
            this_week = ngettext("{count} night this week", "{count} nights this week", nights)
            words = _("Saved. {minutes}, {this_week}.")
            return words.format(minutes=minutes, this_week=this_week.format(count=spelled(nights)))
        case Ending.COMPLETED:
            return _("Saved. {minutes}.").format(minutes=minutes)
        case Ending.PARTIAL:
            this_week = ngettext("{count} night this week.", "{count} nights this week.", nights)
            saved = _("Saved. {minutes}, and that counts too.").format(minutes=minutes)
            return after_each_other((saved, this_week.format(count=spelled_first(nights)) if nights else ""))


def _minutes(spent_ms: int) -> str:
    """How long it was, where a sentence begins."""
    minutes = round(spent_ms / 60_000)
    if spent_ms < 30_000:
        return _("Less than a minute")
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=spelled_first(minutes))
