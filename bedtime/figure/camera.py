"""Where the viewer is: points of the world to points of the card, with a little perspective."""

from dataclasses import dataclass, replace
from math import cos, radians, sin

from bedtime.figure.display import Dot
from bedtime.figure.vectors import Vec, cross, dot, sub

DISTANCE = 6.0
FOCUS: Vec = (0.0, 0.6, 0.0)


@dataclass(frozen=True, slots=True)
class View:
    """A camera with its scale (pixels a metre) and the card point under its focus.

    `right` runs against the screen's x where the picture is mirrored, so that light from the right stays there.
    """

    right: Vec
    up: Vec
    to: Vec  # the direction to the viewer
    scale: float = 200.0
    centre: Dot = (0.0, 0.0)

    def place(self, at: Vec) -> tuple[float, float, float, float]:
        """Card x and y, nearness in metres, and pixels a metre there."""
        p = sub(at, FOCUS)
        near = dot(p, self.to)
        k = DISTANCE / (DISTANCE - near) * self.scale
        return self.centre[0] + dot(p, self.right) * k, self.centre[1] - dot(p, self.up) * k, near, k

    def dot(self, at: Vec) -> Dot:
        """The card point of a point."""
        x, y, _, _ = self.place(at)
        return (x, y)

    def nearness(self, at: Vec) -> float:
        """How much nearer than the focus a point is, in metres."""
        return dot(sub(at, FOCUS), self.to)

    def mirrored(self) -> "View":
        """The same view of the mirrored world."""
        return replace(self, right=(-self.right[0], -self.right[1], -self.right[2]))


def view_from(azimuth: float, elevation: float) -> View:
    """The view at scale 1; 0, 0 looks at the figure's right side, azimuth > 0 from more in front."""
    a, e = radians(azimuth), radians(elevation)
    right = (cos(a), 0.0, -sin(a))
    to = (sin(a) * cos(e), sin(e), cos(a) * cos(e))
    return View(right, cross(to, right), to, scale=1.0)
