"""What was changed in a session and has not been answered yet, as it is written down: a closed window loses nothing.

Told of the routine as it was written. Where that has been changed since, there is nothing left to ask.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bedtime.errors import BadInput
from bedtime.language import _, ngettext
from bedtime.movement.laying_out import in_own_words
from bedtime.movement.library import Library
from bedtime.movement.routine import Routine
from bedtime.movement.timeline import SegmentKind
from bedtime.phrases import after_each_other
from bedtime.session.changes import Change, Lasted, LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """Changes to a routine, made on a night."""

    written: Routine
    changes: tuple[Change, ...]
    night: date

    @property
    def words(self) -> str:
        """One line for the person."""
        if len(self.changes) == 1:
            return self.changes[0].words
        count = len(self.changes)
        return ngettext("You made {count} change.", "You made {count} changes.", count).format(count=count)

    @property
    def spoken(self) -> str:
        """Every change."""
        return after_each_other(change.words for change in self.changes)

    def words_on(self, night: date) -> str:
        """One line for the person on another night, or on the same one."""
        return self.words if night == self.night else _("Last time: {sentence}").format(sentence=self.words)

    def to_json(self) -> dict[str, Any]:
        """In JSON's own types."""
        return {
            "routine": self.written.id,
            "night": self.night.isoformat(),
            "changes": [_change_json(change) for change in self.changes],
        }

    @classmethod
    def from_json(cls, parts: Mapping[str, Any], library: Library) -> "Unanswered":
        """What `to_json` wrote down. BadInput when it makes no sense, or the routine is another one by now."""
        try:
            written = library.routine(parts["routine"])
            changes = tuple([_change(change, written, library) for change in parts["changes"]])
            night = date.fromisoformat(parts["night"])
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise BadInput(_("What was changed last time cannot be read.")) from error
        if not changes:
            raise BadInput(_("What was changed last time cannot be read."))
        return cls(written=written, changes=changes, night=night)


def _change_json(change: Change) -> dict[str, Any]:
    step = {"step": change.index, "stretch": change.stretch.id}
    match change:
        case LeftOut():
            return {**step, "left_out": True}
        case Lasted(kind=kind, of_ms=of_ms, to_ms=to_ms):
            return {**step, "kind": kind.value, "of_ms": of_ms, "to_ms": to_ms}


def _change(parts: Mapping[str, Any], written: Routine, library: Library) -> Change:
    index = _count(parts["step"])
    step = written.steps[index]
    if step.stretch != parts["stretch"]:
        raise ValueError("the routine is another one by now")
    stretch = in_own_words(step, library.stretch(step.stretch))
    if parts.get("left_out") is True:
        return LeftOut(index, stretch)
    of_ms, to_ms = _count(parts["of_ms"]), _count(parts["to_ms"])
    if not of_ms or of_ms == to_ms:
        raise ValueError("nothing was changed")
    return Lasted(index, stretch, SegmentKind(parts["kind"]), of_ms, to_ms)


def _count(number: object) -> int:
    if type(number) is not int or number < 0:
        raise ValueError(f"{number!r} is no count")
    return number
