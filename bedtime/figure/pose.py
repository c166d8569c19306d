"""How a pose is written down: the `figure` section of a file in `assets/stretches/`.

`assets/stretches/README.md` explains every field to the person who writes one. Everything that is left out is the
neutral stance. The working side is the right one; the left is made by mirroring. Metres and degrees throughout.
"""

from dataclasses import field
from enum import StrEnum
from typing import Annotated, Literal

from bedtime.figure.props import Scenery
from bedtime.figure.vectors import Vec
from bedtime.values import Ge, Gt, Le, Len, Tagged, value

Degrees = Annotated[float, Ge(-360), Le(360)]
Turns = tuple[Degrees, Degrees, Degrees]
Share = Annotated[float, Ge(0), Le(1)]
NO_TURNS: Turns = (0.0, 0.0, 0.0)
FORWARD: Vec = (1.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)
DOWN: Vec = (0.0, -1.0, 0.0)

JOINTS = (
    "pelvis", "lumbar", "waist", "chest", "neck", "head",
    "right_hip", "right_knee", "right_ankle", "right_toes", "right_shoulder", "right_elbow", "right_wrist",
    "left_hip", "left_knee", "left_ankle", "left_toes", "left_shoulder", "left_elbow", "left_wrist",
)  # fmt: skip
Joint = Literal[
    "pelvis", "lumbar", "waist", "chest", "neck", "head",
    "right_hip", "right_knee", "right_ankle", "right_toes", "right_shoulder", "right_elbow", "right_wrist",
    "left_hip", "left_knee", "left_ankle", "left_toes", "left_shoulder", "left_elbow", "left_wrist",
]  # fmt: skip
Part = Literal[
    "pelvis", "torso", "neck", "head", "bun",
    "right_thigh", "right_shin", "right_foot", "right_sleeve", "right_upper", "right_fore", "right_hand",
    "left_thigh", "left_shin", "left_foot", "left_sleeve", "left_upper", "left_fore", "left_hand",
]  # fmt: skip
SideName = Literal["right", "left"]


class Contact(StrEnum):
    """What a goal asks of the rest of the body."""

    PLANTED = "planted"  # it lies on something: the pelvis comes along until the limb reaches
    STRAIGHT = "straight"  # planted, and the pelvis moves until the limb is stretched out
    FREE = "free"  # as far as it reaches


class Pivot(StrEnum):
    """What stays on the surface when a sole is tilted."""

    BALL = "ball"
    HEEL = "heel"


class Muscle(StrEnum):
    """A group of muscles that can glow."""

    CALF = "calf"
    ANKLE = "ankle"
    SHIN = "shin"
    SOLE = "sole"
    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    INNER_THIGH = "inner-thigh"
    GLUTE = "glute"
    HIP_FLEXOR = "hip-flexor"
    OUTER_HIP = "outer-hip"
    FLANK = "flank"
    LOW_BACK = "low-back"
    BACK = "back"
    BREATH = "breath"


class Where(StrEnum):
    """Which of a pair."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"


class Motion(StrEnum):
    """What happens between `start` and `end` while the stretch is worked at."""

    HOLD = "hold"  # go into the end pose and stay
    REPEAT = "repeat"  # start, end, start: once a repetition, at its tempo
    FLUTTER = "flutter"  # the same, smooth and slow, without stops
    BREATH = "breath"  # start when the breath is in, end when it is out
    CIRCLE = "circle"  # the right ankle circles, one way and then the other
    LETTERS = "letters"  # the right foot draws the letters of the alphabet in the air
    MARCH = "march"  # to the end pose with one side, then with the other
    PRESS = "press"  # start, press against something, let go, further into end


@value
class Camera:
    """Where it is seen from: 0, 0 is from the figure's right; azimuth > 0 from more in front, elevation from above."""

    azimuth: Annotated[float, Ge(-180), Le(180)] = 0.0
    elevation: Annotated[float, Ge(-10), Le(70)] = 8.0
    zoom: Annotated[float, Gt(0.2), Le(4)] = 1.0


@value
class Pelvis:
    """The middle between the hip joints, and how the pelvis is turned: `front` and `up`, then turn, tilt and roll."""

    at: Vec = (0.0, 0.91, 0.0)
    front: Vec = FORWARD
    up: Vec = UP
    tilt: Degrees = 0.0
    turn: Degrees = 0.0
    roll: Degrees = 0.0


@value
class Spine:
    """Bends of the trunk and the neck: (forward, to the right, turned to the right)."""

    whole: Turns = NO_TURNS
    lumbar: Turns = NO_TURNS
    chest: Turns = NO_TURNS
    neck: Turns = NO_TURNS
    head: Turns = NO_TURNS


@value
class LegJoints:
    """A leg by its joint angles. `hip`: flexion, abduction, outward turn; `ankle`: toes up, sole inward, toes out."""

    by: Literal["joints"] = "joints"
    hip: Turns = (0.0, 1.0, 4.0)
    knee: Degrees = 0.0
    ankle: Turns = NO_TURNS
    toes_up: Degrees = 0.0
    toes_apart: Degrees = 0.0


@value
class Sole:
    """A foot that stands: `at` is the point of the surface under the ankle while the sole lies flat."""

    by: Literal["sole"] = "sole"
    at: Vec
    surface: Vec = UP
    pointing: Vec = FORWARD
    turn_out: Degrees = 0.0
    heel_up: Degrees = 0.0
    roll: Degrees = 0.0
    pivot: Pivot | None = None
    knee: Vec = FORWARD
    toes_up: Degrees = 0.0
    toes_apart: Degrees = 0.0
    contact: Contact = Contact.PLANTED


@value
class Ankle:
    """A foot that does not stand: where the ankle is, where the toes point, where the instep faces.

    With `frame`, those three are in the axes of that joint; `knee` is in the world's.
    """

    by: Literal["ankle"] = "ankle"
    at: Vec
    frame: Joint | None = None
    pointing: Vec | None = None
    instep: Vec = UP
    ankle: Turns = NO_TURNS
    knee: Vec = FORWARD
    toes_up: Degrees = 0.0
    toes_apart: Degrees = 0.0
    contact: Contact = Contact.PLANTED


Leg = Annotated[LegJoints | Sole | Ankle, Tagged("by")]


@value
class ArmJoints:
    """An arm by its joint angles. `shoulder`: flexion, abduction, outward turn; `wrist`: bend, to the thumb, turn."""

    by: Literal["joints"] = "joints"
    shoulder: Turns = (4.0, 7.0, 0.0)
    elbow: Degrees = 14.0
    wrist: Turns = NO_TURNS
    curl: Degrees = 22.0
    splay: Degrees = 3.0
    lift: Share | None = None


@value
class Palm:
    """A hand on something: the point that the palm touches, where the fingers point, where the palm faces.

    With `frame`, those three are in the axes of that joint; `elbow` is in the world's. A hand in a frame is free.
    """

    by: Literal["palm"] = "palm"
    at: Vec
    frame: Joint | None = None
    fingers: Vec = FORWARD
    facing: Vec = DOWN
    elbow: Vec = DOWN
    curl: Degrees = 12.0
    splay: Degrees = 3.0
    lift: Share | None = None
    contact: Contact = Contact.PLANTED


Arm = Annotated[ArmJoints | Palm, Tagged("by")]


@value
class Rest:
    """What lies on what: the pelvis is moved up or down until the lowest of `parts` touches the height `on`."""

    parts: Annotated[tuple[Literal[Part, "seat"], ...], Len(1, 20)]
    on: float = 0.0


@value
class Pose:
    """One pose of the whole body."""

    pelvis: Pelvis = Pelvis()
    spine: Spine = Spine()
    right_leg: Leg = LegJoints()
    left_leg: Leg = LegJoints()
    right_arm: Arm = ArmJoints()
    left_arm: Arm = ArmJoints()
    rest: Rest | None = None
    first_arm: SideName = "right"
    order: dict[Part, float] = field(default_factory=dict)


@value
class Through:
    """Where the limbs that cannot go straight from the start to the end are half way; the others go straight."""

    right_leg: Leg | None = None
    left_leg: Leg | None = None
    right_arm: Arm | None = None
    left_arm: Arm | None = None


@value
class Glow:
    """The muscle group that is felt, and on which side."""

    muscle: Muscle
    side: Where = Where.RIGHT


@value
class Figure:
    """Everything that is needed to draw one stretch."""

    camera: Camera = Camera()
    floor: Annotated[float, Ge(-2), Le(2)] = 0.0
    props: tuple[Scenery, ...] = ()
    glow: Annotated[tuple[Glow, ...], Len(0, 3)] = ()
    motion: Motion = Motion.HOLD
    start: Pose | None = None
    through: Through | None = None
    press: Pose | None = None
    end: Pose
    note: Annotated[str, Len(1, 600)] | None = None
