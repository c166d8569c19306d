"""One stretch: its words, its dose, who should be careful, and what is known about it.

Lengths of time are whole seconds here, as people write them; the timeline turns them into milliseconds.
The words never say left or right for the working leg: see `movement.wording`.
"""

from enum import StrEnum
from typing import Annotated, Literal

from bedtime.movement.body import Flag
from bedtime.movement.values import Identifier, Seconds, Tagged, Words, value
from bedtime.values import Ge, Gt, Le, Len


class Side(StrEnum):
    """The side that works."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def other(self) -> "Side":
        """The side that does not."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


class Sides(StrEnum):
    """How a stretch shares itself between two legs."""

    BOTH = "both"  # at the same time
    EACH = "each"  # one after the other, with a change between
    ONE = "one"  # the leg that hurts, and not the other


class Position(StrEnum):
    """Where the body is."""

    STANDING = "standing"
    SEATED = "seated"
    BED = "bed"
    FLOOR = "floor"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"


class Prop(StrEnum):
    """What has to be at hand."""

    WALL = "wall"
    CHAIR = "chair"
    STEP = "step"
    TOWEL = "towel"
    BAND = "band"
    MAT = "mat"
    BED = "bed"
    PILLOW = "pillow"
    ROLLER = "roller"
    BALL = "ball"


class Level(StrEnum):
    """What a caution asks for."""

    AVOID = "avoid"
    MODIFY = "modify"
    ASK = "ask"


class Strength(StrEnum):
    """How well a claim is supported. There is no fourth: nothing here is better supported than one trial."""

    TRIAL = "trial"
    GUIDELINE = "guideline"
    TRADITIONAL = "traditional practice"
    ANECDOTAL = "anecdotal"


Count = Annotated[int, Ge(1), Le(900)]
PictureName = Annotated[str, Len(5, 70)]


@value
class Span:
    """A number that a person may change, and how far. Units are the field's own: seconds, repetitions, breaths."""

    default: Count
    min: Count
    max: Count

    def __post_init__(self) -> None:
        if not self.min <= self.default <= self.max:
            raise ValueError(f"needs min <= default <= max, not {self.min} <= {self.default} <= {self.max}")


REST_GROUP = "rest"
USUAL_UNIT = "repetitions"
ONCE = Span(default=1, min=1, max=1)


@value
class HoldDose:
    """Hold still. Per side: sets x hold + (sets - 1) x rest."""

    mode: Literal["hold"] = "hold"
    hold_s: Span
    sets: Span = ONCE
    rest_s: Seconds = 10


@value
class Tempo:
    """The four parts of one repetition, in seconds; at least one is longer than nothing."""

    up: Annotated[float, Ge(0), Le(20)]
    hold: Annotated[float, Ge(0), Le(20)] = 0
    down: Annotated[float, Ge(0), Le(20)]
    pause: Annotated[float, Ge(0), Le(20)] = 0

    def __post_init__(self) -> None:
        if self.repetition_ms <= 0:
            raise ValueError("a repetition needs to last longer than nothing")

    @property
    def repetition_ms(self) -> int:
        """The length of one repetition in milliseconds."""
        return sum(round(part * 1000) for part in (self.up, self.hold, self.down, self.pause))


@value
class RepsDose:
    """Move in rhythm. Per side and set: repetitions x tempo."""

    mode: Literal["reps"] = "reps"
    reps: Span
    tempo_s: Tempo
    unit: Words = USUAL_UNIT
    first_cue: Words | None = None
    half_cue: Words | None = None
    sets: Span = ONCE
    rest_s: Seconds = 20


@value
class BreathsDose:
    """Stay for a number of breaths. Per side and set: breaths x (in + out)."""

    mode: Literal["breaths"] = "breaths"
    breaths: Span
    inhale_s: Annotated[int, Ge(1), Le(20)]
    exhale_s: Annotated[int, Ge(1), Le(20)]
    sets: Span = ONCE
    rest_s: Seconds = 10


@value
class ContractRelaxDose:
    """Press, let go, stretch further. Per side: pre + cycles x (contract + relax + stretch)."""

    mode: Literal["contract-relax"] = "contract-relax"
    cycles: Span
    pre_s: Seconds
    contract_s: Annotated[int, Gt(0), Le(60)]
    relax_s: Seconds
    stretch_s: Annotated[int, Gt(0), Le(300)]
    effort_pct: tuple[Annotated[int, Ge(1), Le(100)], Annotated[int, Ge(1), Le(100)]]


Dose = Annotated[HoldDose | RepsDose | BreathsDose | ContractRelaxDose, Tagged("mode")]


@value
class BreathCue:
    """What to breathe with, and what the breath does here. `pattern` names one of `assets/breathing.json`."""

    pattern: Identifier
    inhale: Words
    exhale: Words


@value
class Caution:
    """For whom this stretch is to be changed, asked about or left out. `alt` is the stretch to do in its place."""

    flag: Flag
    level: Level
    text: Words
    alt: Identifier | None = None


@value
class Variation:
    """A neighbour: another stretch, if there is one, and how to change this one."""

    id: Identifier | None = None
    how: Words


@value
class Evidence:
    """What is known, in one honest sentence, with the ids of its sources."""

    level: Strength
    text: Words
    sources: tuple[Identifier, ...] = ()
    applies_to: Words | None = None


@value
class GuideLine:
    """One spoken line of a guided rest, at a fraction of its length (0 to 1)."""

    at: Annotated[float, Ge(0), Le(1)]
    text: Words


@value
class Stretch:
    """One stretch, as a file in `assets/stretches/` says it. `id` is the file's name without `.json`.

    `picture` is the name of a picture that stands for the figure, and `pose_of` the stretch whose poses the figure
    takes: one of the two is how a person's own stretch is shown.
    """

    id: Identifier
    name: Words
    other_name: Words | None = None
    group: Identifier
    tier: Annotated[int, Ge(1), Le(2)] = 1
    position: Position
    allowed_positions: tuple[Position, ...] = ()
    props: tuple[Prop, ...] = ()
    targets: tuple[Words, ...]
    intensity: Annotated[int, Ge(1), Le(3)]
    sides: Sides
    get_ready_s: Seconds
    switch_s: Seconds = 0
    dose: Dose
    steps: Annotated[tuple[Annotated[str, Len(1, 200)], ...], Len(1, 8)]
    feel: Words
    mistake: Words
    breath: BreathCue
    guide: tuple[GuideLine, ...] = ()
    cautions: tuple[Caution, ...] = ()
    easier: Variation | None = None
    harder: Variation | None = None
    evidence: Evidence
    note: Words | None = None
    picture: PictureName | None = None
    pose_of: Identifier | None = None

    @property
    def is_rest(self) -> bool:
        """Whether this is a rest, in which no leg does anything."""
        return self.group == REST_GROUP
