"""What the first screen shows, and what it shows before the routine is known. Loads nothing of what is thought about.

`session.tonight` makes the whole of it; the first paint does not wait for that.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from bedtime.language import N_, _, ngettext
from bedtime.phrases import spelled, spelled_first, weekday

if TYPE_CHECKING:
    from bedtime.movement.stretch import Side, Stretch

FIRST_MINUTES = 7
"""What is offered on the very first evening: long enough to feel, short enough to try."""


OFFER_TICKS = N_("Tick what applies to you")


class Opening(Enum):
    """Which evening it is."""

    READY = auto()
    FIRST_RUN = auto()
    DONE = auto()  # tonight's stretches are done already
    INTERRUPTED = auto()  # a session of tonight waits to be carried on
    OFF = auto()  # nothing is stretched tonight; help is what comes next
    NOTHING_SUITS = auto()  # nothing of this routine suits what was ticked


class Mark(Enum):
    """What became of one night of this week."""

    STRETCHED = auto()
    NOT = auto()
    TONIGHT = auto()
    TONIGHT_STRETCHED = auto()
    TO_COME = auto()
    BEFORE_ALL = auto()  # earlier than the first session ever, so that nobody starts with a row of misses


@dataclass(frozen=True, slots=True)
class WeekNight:
    """One night of this week."""

    letter: str
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class StretchLine:
    """One line of the list of stretches. `spoken` is the whole line for a screen reader.

    `reason` tells why it is there, or is not, where that is because of what the person ticked.
    """

    name: str
    sides: str
    duration: str
    spoken: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TonightView:
    """What the first screen shows. `notes` are whole sentences about what the fitting changed.

    `offer` is one quiet line that opens what applies to the person; nothing waits for it.

    Before the routine is known, `lengths_ms` is one piece, nobody is pictured, and what is not known is empty.
    """

    opening: Opening
    when: str
    title: str
    facts: str
    short_facts: str
    notes: str
    minutes: int
    action: str
    lengths_ms: tuple[int, ...]
    stretches: tuple[StretchLine, ...]
    pictured: "Stretch | None"
    pictured_side: "Side | None"
    routine: str
    evidence: str
    done_by: str
    week: tuple[WeekNight, ...]
    aside_title: str
    aside: str
    offer: str = ""


def shell(now: datetime, night: date, minutes: int, opening: Opening) -> TonightView:
    """Tonight before the routine is known: which evening it is, how many minutes, and Begin."""
    return TonightView(
        opening=opening,
        when=when_words(now, night),
        title=title_words(opening, minutes),
        facts="",
        short_facts="",
        notes="",
        minutes=minutes,
        action=_("Begin"),
        lengths_ms=(minutes * 60_000,),
        stretches=(),
        pictured=None,
        pictured_side=None,
        routine="",
        evidence="",
        done_by="",
        week=(),
        aside_title="",
        aside="",
        offer=_(OFFER_TICKS) if opening is Opening.FIRST_RUN else "",
    )


def when_words(now: datetime, night: date) -> str:
    """The evening's name: after midnight still the evening before, from the small hours on the new day's morning."""
    if now.hour < 4:
        return _("{day} night").format(day=weekday(night))
    if now.hour < 12:
        return _("{day} morning").format(day=weekday(now))
    words = _("{day} afternoon") if now.hour < 17 else _("{day} evening")
    return words.format(day=weekday(now))


def title_words(opening: Opening, minutes: int) -> str:
    """The title, which changes with the minutes."""
    match opening:
        case Opening.FIRST_RUN:
            return _("Begin with {minutes}").format(minutes=spelled(minutes))
        case Opening.DONE:
            return _("Done for tonight")
        case Opening.OFF:
            return _("Not tonight")
        case Opening.NOTHING_SUITS:
            return _("Another one tonight")
        case Opening.READY | Opening.INTERRUPTED:
            words = ngettext("{count} quiet minute", "{count} quiet minutes", minutes)
            return words.format(count=spelled_first(minutes))
