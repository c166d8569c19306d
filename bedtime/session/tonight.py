"""What the first screen says this evening, as one frozen value. Pure: an evening in, words out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bedtime.movement.fitting import Fit, Miss
from bedtime.movement.stretch import Side, Sides, Stretch
from bedtime.movement.substitution import Ask, Change, Kind, SwitchedOff, WhyOff
from bedtime.movement.timeline import StepSpan, Timeline
from bedtime.session.counting import counted, joined, seconds_words, sentence, short_duration, spelled, weekday
from bedtime.session.facts import evidence_words, facts, short_facts
from bedtime.session.tonight_view import (
    OFFER_TICKS,
    Mark,
    Opening,
    StretchLine,
    TonightView,
    WeekNight,
    title_words,
    when_words,
)

if TYPE_CHECKING:
    from bedtime.movement.advice import Tip

LONGEST_TIP = 140
"""A tip is read in passing; what needs more letters than this needs a page."""
MANY_LEFT_OUT = 2
"""Up to here what is left out is named under the title, beyond it in the list."""
LONG_ABSENCE = timedelta(days=4)
SAFETY = "Ask your doctor first if you have clots, a recent operation, heavy numbness or one swollen leg."
OTHER_DOSE = "Not the dose of the trial, so its result may not apply."
_AS_IT_GETS = {
    Miss.NO_SHORTER: "as short as it gets",
    Miss.NO_LONGER: "as long as it gets",
    Miss.NO_NEARER: "as near as it gets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """All that the first screen depends on. `night` is the evening that `now` belongs to, by the rule of noon to noon.

    `fitted` is the routine made to last `minutes`, `timeline` what it comes to. `nights` are those on which anything
    was done; `unfinished_step` is the stretch, from 1, from which a session of tonight can be carried on.
    `knows_the_past` is false until earlier evenings have been read, which takes a moment at the start.
    `changes` were made for what the person ticked, `asks` wait for an answer; `off` says why there is nothing tonight.
    """

    now: datetime
    night: date
    minutes: int
    fitted: Fit
    timeline: Timeline
    nights: frozenset[date] = frozenset()
    unfinished_step: int | None = None
    tips: "tuple[Tip, ...]" = ()
    knows_the_past: bool = True
    changes: tuple[Change, ...] = ()
    asks: tuple[Ask, ...] = ()
    has_ticked: bool = False
    off: SwitchedOff | None = None

    @property
    def opening(self) -> Opening:
        """Which evening it is. A session that waits comes before all that may be done, so that it is not forgotten."""
        if self.off is not None:
            return Opening.OFF if self.off.why is WhyOff.CLOT_RISK else Opening.NOTHING_SUITS
        if self.unfinished_step is not None:
            return Opening.INTERRUPTED
        if self.night in self.nights:
            return Opening.DONE
        return Opening.READY if self.nights or not self.knows_the_past else Opening.FIRST_RUN


def tonight(evening: Evening) -> TonightView:
    """The words for an evening."""
    timeline, opening = evening.timeline, evening.opening
    is_first, is_off = opening is Opening.FIRST_RUN, evening.off is not None
    return TonightView(
        opening=opening,
        when=_when(evening),
        title=title_words(opening, evening.minutes),
        facts="" if is_off else facts(timeline),
        short_facts="" if is_off else short_facts(timeline),
        notes=_notes(evening),
        minutes=evening.minutes,
        action=_action(evening),
        lengths_ms=() if is_off else tuple(span.duration_ms for span in timeline.steps),
        stretches=() if is_off else _lines(evening),
        pictured=None if is_off else pictured(timeline),
        pictured_side=Side.LEFT if pictured(timeline).sides is not Sides.BOTH else None,
        routine="" if is_off else timeline.routine.name,
        evidence="" if is_off else evidence_words(timeline.routine),
        done_by="" if is_off else f"{evening.now + timedelta(milliseconds=timeline.total_ms):%H:%M}",
        week=week(evening.night, evening.nights),
        aside_title="" if is_off else "Before you begin" if is_first else "Tonight’s tip",
        offer=_offer(evening),
        aside="" if is_off else SAFETY if is_first else tip_for(evening.night, evening.tips),
    )


def week(night: date, nights: frozenset[date]) -> tuple[WeekNight, ...]:
    """The seven nights of this week, from Monday."""
    monday = night - timedelta(days=night.weekday())
    return tuple(_week_night(monday + timedelta(days=offset), night, nights) for offset in range(7))


def nights_this_week(night: date, nights: frozenset[date]) -> int:
    """On how many nights of this week something was done."""
    monday = night - timedelta(days=night.weekday())
    return sum(monday <= each <= night for each in nights)


def tip_for(night: date, tips: "tuple[Tip, ...]") -> str:
    """The tip of a night: one after the other, the core ones first, of those short enough that are of use this late."""
    useful = [tip for tip in tips if tip.is_for_the_night and len(tip.text) <= LONGEST_TIP]
    useful.sort(key=lambda tip: not tip.core)
    return useful[night.toordinal() % len(useful)].text if useful else ""


def _when(evening: Evening) -> str:
    words = when_words(evening.now, evening.night)
    away = (
        evening.opening is Opening.READY and evening.night - max(evening.nights, default=evening.night) >= LONG_ABSENCE
    )
    return f"{words}. Welcome back." if away else words


def _offer(evening: Evening) -> str:
    """What there is to tick or to answer, where that matters tonight."""
    if evening.off is not None:
        return "Change what is ticked"
    if evening.asks:
        return f"{counted(len(evening.asks), 'question')} about tonight".capitalize()
    return OFFER_TICKS if evening.opening is Opening.FIRST_RUN and not evening.has_ticked else ""


def _action(evening: Evening) -> str:
    match evening.opening:
        case Opening.INTERRUPTED:
            return f"Carry on from stretch {evening.unfinished_step}"
        case Opening.DONE:
            return "Again"
        case Opening.OFF:
            return "When to get help"
        case Opening.NOTHING_SUITS:
            return "See the routines"
        case Opening.READY | Opening.FIRST_RUN:
            return "Begin"


def _notes(evening: Evening) -> str:
    if evening.off is not None:
        return evening.off.words
    fitted = evening.fitted
    notes = _made_yours(evening.changes)
    if len(fitted.left_out) > MANY_LEFT_OUT:
        notes.append(f"leaves out {spelled(len(fitted.left_out))} stretches, named in the list")
    elif fitted.left_out:
        notes.append(f"leaves out {joined(map(_lowered, fitted.left_out))}")
    if fitted.repeated:
        notes.append(f"repeats {joined(map(_lowered, fitted.repeated))}")
    if fitted.miss is not None:
        notes.append(f"{_AS_IT_GETS[fitted.miss]}: {short_duration(fitted.total_ms)}")
    words = [sentence(note) for note in notes]
    return " ".join([*words, OTHER_DOSE] if fitted.dose_changed else words)


def _made_yours(changes: tuple[Change, ...]) -> list[str]:
    """That something was changed for what the person ticked; the list says what and why."""
    if not changes:
        return []
    swapped = sum(change.kind is Kind.SWAPPED for change in changes)
    left_out = len(changes) - swapped
    done = [f"{spelled(number)} {what}" for number, what in ((swapped, "swapped"), (left_out, "left out")) if number]
    return [f"{joined(done)} for you: the list says why"]


def _lines(evening: Evening) -> tuple[StretchLine, ...]:
    """What is done, then what is not, each with the reason where what the person ticked is one."""
    coming = {
        change.substitute.id: change for change in evening.changes if change.kind is Kind.SWAPPED and change.substitute
    }
    gone = [change for change in evening.changes if change.kind is not Kind.SWAPPED]
    return (
        *(stretch_line(span, coming.get(span.stretch.id)) for span in evening.timeline.steps),
        *(_left_out_line(change.stretch, _why_gone(change)) for change in gone),
        *(_left_out_line(stretch) for stretch in evening.fitted.left_out),
    )


def _lowered(stretch: Stretch) -> str:
    return stretch.name[:1].lower() + stretch.name[1:]


def stretch_line(span: StepSpan, change: Change | None = None) -> StretchLine:
    """The line of one stretch, and for what it stands in."""
    sides, seconds = _sides(span.stretch), (span.duration_ms + 500) // 1000
    reason = "" if change is None else f"Instead of {_lowered(change.stretch)}. {change.reason}"
    spoken = ", ".join(filter(None, (span.stretch.name, sides, seconds_words(seconds), reason)))
    return StretchLine(span.stretch.name, sides, short_duration(span.duration_ms), spoken, reason)


def _left_out_line(stretch: Stretch, reason: str = "") -> StretchLine:
    spoken = ", ".join(filter(None, (f"{stretch.name}, left out tonight", reason)))
    return StretchLine(stretch.name, "", "left out", spoken, reason)


def _why_gone(change: Change) -> str:
    if change.kind is Kind.MERGED and change.substitute is not None:
        return f"{change.substitute.name} is done already. {change.reason}"
    return change.reason


def _sides(stretch: Stretch) -> str:
    if stretch.is_rest:
        return ""
    return {Sides.EACH: "each leg", Sides.BOTH: "both legs", Sides.ONE: "the sore leg"}[stretch.sides]


def pictured(timeline: Timeline) -> Stretch:
    """What the evening is mostly about: the longest that is not a rest, the earliest of equals."""
    longest = max(timeline.steps, key=lambda span: (not span.stretch.is_rest, span.duration_ms, -span.step))
    return longest.stretch


def _week_night(each: date, tonight: date, nights: frozenset[date]) -> WeekNight:
    mark = _mark(each, tonight, nights)
    words = {
        Mark.STRETCHED: "stretched",
        Mark.NOT: "no session",
        Mark.TONIGHT: "tonight",
        Mark.TONIGHT_STRETCHED: "tonight, stretched",
        Mark.TO_COME: "to come",
        Mark.BEFORE_ALL: "before the first night",
    }[mark]
    return WeekNight(weekday(each)[0], mark, f"{weekday(each)}, {words}")


def _mark(each: date, tonight: date, nights: frozenset[date]) -> Mark:
    if each == tonight:
        return Mark.TONIGHT_STRETCHED if each in nights else Mark.TONIGHT
    if each > tonight:
        return Mark.TO_COME
    if each in nights:
        return Mark.STRETCHED
    return Mark.NOT if any(night < each for night in nights) else Mark.BEFORE_ALL
