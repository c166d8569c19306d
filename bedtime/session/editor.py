"""What the editor shows of a draft, as one frozen value. Pure: a draft in, words and numbers out."""

from dataclasses import dataclass

from bedtime.movement.comparing import Difference, label_of
from bedtime.movement.comparing import Kind as DifferenceKind
from bedtime.movement.draft import Draft, Row, Trim
from bedtime.movement.edits import Leg, Limits, Number, can_alternate, number_of
from bedtime.movement.routine import Order
from bedtime.movement.stretch import HoldDose, Position, Prop, Side, Sides, Stretch
from bedtime.session.counting import counted, seconds_words, short_duration
from bedtime.session.shown import clock_words

LONG_WORDS = "Longer than most evenings. Fine if you like it."
EMPTY_WORDS = "Add a first stretch."
DOSE_WORDS = "Another dose than the one that was tested."

_POSITIONS = {
    Position.STANDING: "Standing",
    Position.SEATED: "Sitting",
    Position.BED: "In bed",
    Position.FLOOR: "On the floor",
    Position.SUPINE: "Lying on your back",
    Position.PRONE: "Lying on your front",
    Position.SIDE_LYING: "Lying on your side",
}
_PROPS = {
    Prop.WALL: "a wall",
    Prop.CHAIR: "a chair",
    Prop.STEP: "a step",
    Prop.TOWEL: "a towel",
    Prop.BAND: "a band",
    Prop.ROLLER: "a roller",
    Prop.BALL: "a ball",
}
_HELD = frozenset({Prop.TOWEL, Prop.BAND, Prop.ROLLER, Prop.BALL, Prop.STEP})
_LEANT_ON = frozenset({Prop.WALL, Prop.CHAIR})
_LABELS = {
    Number.SETS: "Times",
    Number.REST_S: "Rest between",
    Number.GET_READY_S: "Get ready",
    Number.SWITCH_S: "Change sides",
}


@dataclass(frozen=True, slots=True)
class NumberView:
    """One number that can be changed. `unit` is "s" for seconds, else a word such as "circles"."""

    number: Number
    label: str
    value: int
    unit: str
    limits: Limits

    @property
    def spoken(self) -> str:
        """The number with its unit, for a screen reader."""
        return seconds_words(self.value) if self.unit == "s" else f"{self.value} {self.unit}".rstrip()


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
    count = counted(len(rows), "stretch", "stretches")
    return EditorView(
        name=draft.routine.name,
        notes="\n".join(draft.routine.notes),
        total=short_duration(draft.total_ms),
        spoken_total=f"{seconds_words(round(draft.total_ms / 1000))} in all, {count}",
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
    return f"{short_duration(trim.over_ms)} over. Trim to {trim.minutes}?"


def place_words(stretch: Stretch) -> str:
    """Where a stretch is done and with what: "Standing, with a wall or a chair". Of several things one is enough."""
    upright = stretch.position in {Position.STANDING, Position.SEATED}
    things = [_PROPS[prop] for prop in stretch.props if prop in (_HELD | _LEANT_ON if upright else _HELD)]
    place = _POSITIONS[stretch.position]
    return f"{place}, with {' or '.join(things)}" if things else place


def _remark(draft: Draft) -> str:
    if draft.is_long:
        return LONG_WORDS
    return DOSE_WORDS if draft.dose_changed else ""


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
        spoken=f"{row.name}, {amount.spoken}, {seconds_words(round(row.total_ms / 1000))} in all",
    )


def _number(row: Row, number: Number) -> NumberView | None:
    limits = row.limits.get(number)
    if limits is None:
        return None
    in_seconds = isinstance(row.stretch.dose, HoldDose)
    if number is Number.AMOUNT:
        label, unit = ("Hold", "s") if in_seconds else (row.label.capitalize(), label_of(row.stretch.dose))
    else:
        label, unit = _LABELS[number], "" if number is Number.SETS else "s"
    return NumberView(number, label, number_of(number, row.step, row.stretch), unit, limits)


def _brief(amount: NumberView, leg: Leg | None, sets: NumberView | None) -> str:
    """A row's numbers in one short line, for a small window."""
    legs = {Leg.LEFT: "left leg", Leg.RIGHT: "right leg", Leg.BOTH: "each leg"}
    times = f"{sets.value} times" if sets is not None and sets.value > 1 else ""
    words = (f"{amount.value} {amount.unit}", "" if leg is None else legs[leg], times)
    return ", ".join(filter(None, words))


def _pictured_side(row: Row) -> Side | None:
    if row.stretch.sides is Sides.BOTH:
        return None
    return row.step.side or Side.RIGHT


def _difference(difference: Difference) -> DifferenceView:
    can_restore = difference.kind is DifferenceKind.CHANGED
    return DifferenceView(difference.words, difference.index if can_restore else None)
