"""The way from one pose to another: straight, or through a third pose that leads round what is between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bedtime.figure.pose import Arm, Leg, Pose, SideName, Through

T = TypeVar("T")
Blend = Callable[[T, T, float], T]
STRAIGHT = Through()


@dataclass(frozen=True, slots=True)
class Way:
    """Where a body is on its way: at the share `t` (0 to 1, already eased) from `start` to `end`.

    The limbs that `through` names leave the straight way for the place that it gives them: they are wholly there in
    the middle and not at all at the ends. Since `t` is slow at both ends, nothing stops on the way and nothing jerks.
    A limb that is half way where it is in the end, such as a hand on a foot, gets there by then and stays.
    """

    start: Pose
    end: Pose
    t: float = 1.0
    through: Through | None = None

    @property
    def poses(self) -> tuple[Pose, ...]:
        """The poses between which the body is: only one of them at either end of the way."""
        if self.t >= 1:
            return (self.end,)
        return (self.start,) if self.t <= 0 else (self.start, self.end)

    def legs(self, side: SideName) -> tuple[Leg, ...]:
        """A leg in each of the poses, and half way if it does not go straight."""
        ends = tuple(pose.right_leg if side == "right" else pose.left_leg for pose in self.poses)
        through = self.through or STRAIGHT
        aside = through.right_leg if side == "right" else through.left_leg
        return ends if aside is None or len(ends) == 1 else (*ends, aside)

    def arms(self, side: SideName) -> tuple[Arm, ...]:
        """An arm in each of the poses, and half way if it does not go straight."""
        ends = tuple(pose.right_arm if side == "right" else pose.left_arm for pose in self.poses)
        through = self.through or STRAIGHT
        aside = through.right_arm if side == "right" else through.left_arm
        return ends if aside is None or len(ends) == 1 else (*ends, aside)

    def among(self, ones: Sequence[T], blend: Blend[T], straight: Blend[T] | None = None) -> T:
        """What lies here between one thing, two, or two and one half way. `straight` blends the two, if not `blend`."""
        if len(ones) == 1:
            return ones[0]
        if len(ones) == 3 and ones[2] == ones[1]:
            return (straight or blend)(ones[0], ones[1], early(self.t))
        here = (straight or blend)(ones[0], ones[1], self.t)
        return here if len(ones) == 2 else blend(here, ones[2], 4 * self.t * (1 - self.t))


def early(t: float) -> float:
    """The share of the way of a limb that is there half way already; slow at both ends, and still from then on."""
    u = min(2 * t, 1.0)
    return u * u * u * (10 + u * (6 * u - 15))
