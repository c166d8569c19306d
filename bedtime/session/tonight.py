"""What the first screen says this evening, as one frozen value. Pure: an evening in, words out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bedtime.language import N_, _, ngettext
from bedtime.movement.fitting import Fit, Miss
from bedtime.movement.stretch import Side, Sides, Stretch
from bedtime.movement.substitution import Ask, Change, Kind, SwitchedOff, WhyOff
from bedtime.movement.timeline import StepSpan, Timeline
from bedtime.phrases import (
    after_each_other,
    in_a_row,
    listed,
    seconds_words,
    short_duration,
    spelled,
    spelled_first,
    weekday,
    weekday_letter,
    within,
)
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
SAFETY = N_("Ask your doctor first if you have clots, a recent operation, heavy numbness or one swollen leg.")
OTHER_DOSE = N_("Not the dose of the trial, so its result may not apply.")
_AS_IT_GETS = {
    Miss.NO_SHORTER: N_("As short as it gets: {length}."),
    Miss.NO_LONGER: N_("As long as it gets: {length}."),
    Miss.NO_NEARER: N_("As near as it gets: {length}."),
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
        aside_title="" if is_off else _("Before you begin") if is_first else _("Tonight’s tip"),
        offer=_offer(evening),
        aside="" if is_off else _(SAFETY) if is_first else tip_for(evening.night, evening.tips),
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
    return _("{evening}. Welcome back.").format(evening=words) if away else words


def _offer(evening: Evening) -> str:
    """What there is to tick or to answer, where that matters tonight."""
    if evening.off is not None:
        return _("Change what is ticked")
    if evening.asks:
        words = ngettext("{count} question about tonight", "{count} questions about tonight", len(evening.asks))
        return words.format(count=spelled_first(len(evening.asks)))
    return _(OFFER_TICKS) if evening.opening is Opening.FIRST_RUN and not evening.has_ticked else ""


def _action(evening: Evening) -> str:
    match evening.opening:
        case Opening.INTERRUPTED:
            return _("Carry on from stretch {number}").format(number=evening.unfinished_step)
        case Opening.DONE:
            return _("Again")
        case Opening.OFF:
            return _("When to get help")
        case Opening.NOTHING_SUITS:
            return _("See the routines")
        case Opening.READY | Opening.FIRST_RUN:
            return _("Begin")


def _notes(evening: Evening) -> str:
    if evening.off is not None:
        return evening.off.words
    fitted = evening.fitted
    notes = _made_yours(evening.changes)
    if len(fitted.left_out) > MANY_LEFT_OUT:
        words = ngettext(
            "Leaves out {count} stretch, named in the list.",
            "Leaves out {count} stretches, named in the list.",
            len(fitted.left_out),
        )
        notes.append(words.format(count=spelled(len(fitted.left_out))))
    elif fitted.left_out:
        notes.append(_("Leaves out {stretches}.").format(stretches=_names(fitted.left_out)))
    if fitted.repeated:
        notes.append(_("Repeats {stretches}.").format(stretches=_names(fitted.repeated)))
    if fitted.miss is not None:
        notes.append(_(_AS_IT_GETS[fitted.miss]).format(length=short_duration(fitted.total_ms)))
    return after_each_other([*notes, _(OTHER_DOSE)] if fitted.dose_changed else notes)


def _made_yours(changes: tuple[Change, ...]) -> list[str]:
    """That something was changed for what the person ticked; the list says what and why."""
    if not changes:
        return []
    swapped = sum(change.kind is Kind.SWAPPED for change in changes)
    left_out = len(changes) - swapped
    if not left_out:
        words = ngettext(
            "{count} swapped for you: the list says why.", "{count} swapped for you: the list says why.", swapped
        )
        return [words.format(count=spelled_first(swapped))]
    if not swapped:
        words = ngettext(
            "{count} left out for you: the list says why.", "{count} left out for you: the list says why.", left_out
        )
        return [words.format(count=spelled_first(left_out))]
    return [
        _("{swapped} and {left_out} for you: the list says why.").format(
            swapped=ngettext("{count} swapped", "{count} swapped", swapped).format(count=spelled_first(swapped)),
            left_out=ngettext("{count} left out", "{count} left out", left_out).format(count=spelled(left_out)),
        )
    ]


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


def _names(stretches: Iterable[Stretch]) -> str:
    return listed(within(stretch.name) for stretch in stretches)


def stretch_line(span: StepSpan, change: Change | None = None) -> StretchLine:
    """The line of one stretch, and for what it stands in."""
    sides, seconds = _sides(span.stretch), (span.duration_ms + 500) // 1000
    reason = "" if change is None else _instead(change)
    spoken = in_a_row((span.stretch.name, sides, seconds_words(seconds), reason))
    return StretchLine(span.stretch.name, sides, short_duration(span.duration_ms), spoken, reason)


def _left_out_line(stretch: Stretch, reason: str = "") -> StretchLine:
    spoken = in_a_row((_("{stretch}, left out tonight").format(stretch=stretch.name), reason))
    return StretchLine(stretch.name, "", _("left out"), spoken, reason)


def _instead(change: Change) -> str:
    return after_each_other((_("Instead of {stretch}.").format(stretch=within(change.stretch.name)), change.reason))


def _why_gone(change: Change) -> str:
    if change.kind is Kind.MERGED and change.substitute is not None:
        done = _("{stretch} is done already.").format(stretch=change.substitute.name)
        return after_each_other((done, change.reason))
    return change.reason


def _sides(stretch: Stretch) -> str:
    if stretch.is_rest:
        return ""
    return {Sides.EACH: _("each leg"), Sides.BOTH: _("both legs"), Sides.ONE: _("the sore leg")}[stretch.sides]


def pictured(timeline: Timeline) -> Stretch:
    """What the evening is mostly about: the longest that is not a rest, the earliest of equals."""
    longest = max(timeline.steps, key=lambda span: (not span.stretch.is_rest, span.duration_ms, -span.step))
    return longest.stretch


def _week_night(each: date, tonight: date, nights: frozenset[date]) -> WeekNight:
    mark = _mark(each, tonight, nights)
    words = {
        Mark.STRETCHED: _("{day}, stretched"),
        Mark.NOT: _("{day}, no session"),
        Mark.TONIGHT: _("{day}, tonight"),
        Mark.TONIGHT_STRETCHED: _("{day}, tonight, stretched"),
        Mark.TO_COME: _("{day}, to come"),
        Mark.BEFORE_ALL: _("{day}, before the first night"),
    }[mark]
    return WeekNight(weekday_letter(each), mark, words.format(day=weekday(each)))


def _mark(each: date, tonight: date, nights: frozenset[date]) -> Mark:
    if each == tonight:
        return Mark.TONIGHT_STRETCHED if each in nights else Mark.TONIGHT
    if each > tonight:
        return Mark.TO_COME
    if each in nights:
        return Mark.STRETCHED
    return Mark.NOT if any(night < each for night in nights) else Mark.BEFORE_ALL
