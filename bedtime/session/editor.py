"""What the editor shows of a draft, as one frozen value. Pure: a draft in, words and numbers out."""

from dataclasses import dataclass

from bedtime.language import N_, _, ngettext
from bedtime.movement.comparing import Difference, first_label_of, times_words
from bedtime.movement.comparing import Kind as DifferenceKind
from bedtime.movement.draft import Draft, Row, Trim
from bedtime.movement.edits import Leg, Limits, Number, can_alternate, number_of
from bedtime.movement.routine import Order
from bedtime.movement.stretch import HoldDose, Position, Prop, Side, Sides, Stretch
from bedtime.phrases import either, in_a_row, seconds_words, short_duration, short_seconds, spelled
from bedtime.session.props import one_of
from bedtime.session.shown import clock_words

SECONDS = "s"
"""The unit of a number that is a time; whoever shows it has a word for that."""
LONG_WORDS = N_("Longer than most evenings. Fine if you like it.")
EMPTY_WORDS = N_("Add a first stretch.")
DOSE_WORDS = N_("Another dose than the one that was tested.")

_POSITIONS = {
    Position.STANDING: N_("Standing"),
    Position.SEATED: N_("Sitting"),
    Position.BED: N_("In bed"),
    Position.FLOOR: N_("On the floor"),
    Position.SUPINE: N_("Lying on your back"),
    Position.PRONE: N_("Lying on your front"),
    Position.SIDE_LYING: N_("Lying on your side"),
}
_HELD = frozenset({Prop.TOWEL, Prop.BAND, Prop.ROLLER, Prop.BALL, Prop.STEP})
_LEANT_ON = frozenset({Prop.WALL, Prop.CHAIR})
_LABELS = {
    Number.SETS: N_("Times"),
    Number.REST_S: N_("Rest between"),
    Number.GET_READY_S: N_("Get ready"),
    Number.SWITCH_S: N_("Change sides"),
}


@dataclass(frozen=True, slots=True)
class NumberView:
    """One number that can be changed. `unit` is `SECONDS`, else a word such as "circles"."""

    number: Number
    label: str
    value: int
    unit: str
    limits: Limits

    @property
    def spoken(self) -> str:
        """The number with its unit, for a screen reader."""
        return seconds_words(self.value) if self.unit == SECONDS else self.brief

    @property
    def brief(self) -> str:
        """The number with its unit, for the eye."""
        if self.unit == SECONDS:
            return short_seconds(self.value)
        return _("{count} {unit}").format(count=self.value, unit=self.unit) if self.unit else str(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One stretch of the routine. `leg` is None where a stretch has no sides; `first` is asked where both legs work."""

    stretch: Stretch
    side: Side | None
    name: str
    cue: str
    amount: NumberView
    sets: NumberView | None
    times: tuple[NumberView, ...]
    leg: Leg | None
    asks_first: bool
    first: Side | None
    asks_order: bool
    order: Order
    breath: str | None
    own_name: str
    own_note: str
    can_restore: bool
    total: str
    brief: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One difference from the original. `index` is the row that can be put back, None where none can."""

    words: str
    index: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorView:
    """What the editor shows. `trim` is offered when the routine is a little over some whole minutes."""

    name: str
    notes: str
    total: str
    spoken_total: str
    trim: Trim | None
    remark: str
    rows: tuple[RowView, ...]
    lengths_ms: tuple[int, ...]
    undo_words: str | None
    redo_words: str | None
    can_be_kept: bool
    is_changed: bool
    original: str | None
    differences: tuple[DifferenceView, ...]


def editor(draft: Draft) -> EditorView:
    """The editor for a draft."""
    changed = {difference.index for difference in draft.differences if difference.kind is DifferenceKind.CHANGED}
    rows = tuple(_row(row, can_restore=index in changed) for index, row in enumerate(draft.rows))
    count = ngettext("{count} stretch", "{count} stretches", len(rows)).format(count=spelled(len(rows)))
    return EditorView(
        name=draft.routine.name,
        notes="\n".join(draft.routine.notes),
        total=short_duration(draft.total_ms),
        spoken_total=_("{length} in all, {stretches}").format(
            length=seconds_words(round(draft.total_ms / 1000)), stretches=count
        ),
        trim=draft.trim,
        remark=_remark(draft),
        rows=rows,
        lengths_ms=tuple(row.total_ms for row in draft.rows),
        undo_words=draft.undo_words,
        redo_words=draft.redo_words,
        can_be_kept=draft.can_be_kept,
        is_changed=draft.is_changed,
        original=None if draft.original is None else draft.original.name,
        differences=tuple(map(_difference, draft.differences)),
    )


def trim_words(trim: Trim) -> str:
    """The offer: "10 s over. Trim to 10?"."""
    return _("{length} over. Trim to {minutes}?").format(length=short_duration(trim.over_ms), minutes=trim.minutes)


def place_words(stretch: Stretch) -> str:
    """Where a stretch is done and with what: "Standing, with a wall or a chair". Of several things one is enough."""
    upright = stretch.position in {Position.STANDING, Position.SEATED}
    things = [one_of(prop) for prop in stretch.props if prop in (_HELD | _LEANT_ON if upright else _HELD)]
    place = _(_POSITIONS[stretch.position])
    return _("{place}, with {things}").format(place=place, things=either(things)) if things else place


def _remark(draft: Draft) -> str:
    if draft.is_long:
        return _(LONG_WORDS)
    return _(DOSE_WORDS) if draft.dose_changed else ""


def _row(row: Row, *, can_restore: bool) -> RowView:
    step, stretch = row.step, row.stretch
    amount = _number(row, Number.AMOUNT)
    sets = _number(row, Number.SETS)
    assert amount is not None  # noqa: S101 - every dose has an amount
    times = (Number.GET_READY_S, Number.SWITCH_S, Number.REST_S)
    works_on_both = (step.sides or stretch.sides) is Sides.EACH
    leg = None if stretch.sides is Sides.BOTH else row.leg
    words = _brief(amount, leg, sets)
    return RowView(
        stretch=stretch,
        side=_pictured_side(row),
        name=row.name,
        cue=step.note or place_words(stretch),
        amount=amount,
        sets=sets if sets is not None and sets.limits.least < sets.limits.most else None,
        times=tuple(number for one in times if (number := _number(row, one)) is not None),
        leg=leg,
        asks_first=works_on_both,
        first=step.side if works_on_both else None,
        asks_order=can_alternate(step, stretch) and row.planned.sets > 1,
        order=step.order,
        breath=step.breath,
        own_name=step.name or "",
        own_note=step.note or "",
        can_restore=can_restore,
        total=clock_words(round(row.total_ms / 1000)),
        brief=words,
        spoken=_("{stretch}, {amount}, {length} in all").format(
            stretch=row.name, amount=amount.spoken, length=seconds_words(round(row.total_ms / 1000))
        ),
    )


def _number(row: Row, number: Number) -> NumberView | None:
    limits = row.limits.get(number)
    if limits is None:
        return None
    in_seconds = isinstance(row.stretch.dose, HoldDose)
    if number is Number.AMOUNT:
        label, unit = (_("Hold"), SECONDS) if in_seconds else (first_label_of(row.stretch.dose), row.label)
    else:
        label, unit = _(_LABELS[number]), "" if number is Number.SETS else SECONDS
    return NumberView(number, label, number_of(number, row.step, row.stretch), unit, limits)


def _brief(amount: NumberView, leg: Leg | None, sets: NumberView | None) -> str:
    """A row's numbers in one short line, for a small window."""
    legs = {Leg.LEFT: _("left leg"), Leg.RIGHT: _("right leg"), Leg.BOTH: _("each leg")}
    times = times_words(sets.value) if sets is not None and sets.value > 1 else ""
    return in_a_row((amount.brief, "" if leg is None else legs[leg], times))


def _pictured_side(row: Row) -> Side | None:
    if row.stretch.sides is Sides.BOTH:
        return None
    return row.step.side or Side.RIGHT


def _difference(difference: Difference) -> DifferenceView:
    can_restore = difference.kind is DifferenceKind.CHANGED
    return DifferenceView(difference.words, difference.index if can_restore else None)
