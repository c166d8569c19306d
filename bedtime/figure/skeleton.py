"""Where every joint of a person is and how it is turned. Filled from the pelvis outwards by `figure.posing`."""

from dataclasses import dataclass, field
from typing import Literal

from bedtime.figure.proportions import STANDARD, Proportions
from bedtime.figure.vectors import Mat, Quat, Vec, add, matrix, turn

SideName = Literal["right", "left"]
BOTH_SIDES: tuple[SideName, SideName] = ("right", "left")


def sign(side: SideName) -> float:
    """+1 on the right, -1 on the left: the direction of z away from the middle of the body."""
    return 1.0 if side == "right" else -1.0


@dataclass(slots=True)
class Skeleton:
    """Joints in the world. `misses` says, in metres, how far each limb stayed from its goal."""

    bones: Proportions = STANDARD
    at: dict[str, Vec] = field(default_factory=dict)
    turned: dict[str, Quat] = field(default_factory=dict)
    axes: dict[str, Mat] = field(default_factory=dict)
    curl: dict[str, float] = field(default_factory=dict)
    splay: dict[str, float] = field(default_factory=dict)
    lift: dict[str, float] = field(default_factory=dict)
    toes_apart: dict[str, float] = field(default_factory=dict)
    misses: dict[str, float] = field(default_factory=dict)

    def put(self, joint: str, at: Vec, turned: Quat) -> None:
        """Place a joint. The joints that carry it are there already."""
        self.at[joint], self.turned[joint], self.axes[joint] = at, turned, matrix(turned)

    def point(self, joint: str, offset: Vec) -> Vec:
        """The world's name for a point in the axes of `joint`."""
        return add(self.at[joint], turn(self.axes[joint], offset))

    def direction(self, joint: str | None, way: Vec) -> Vec:
        """The world's name for a direction in the axes of `joint`; without a joint it has its name already."""
        return way if joint is None else turn(self.axes[joint], way)
