"""Where things stand, for any size of window.

The design is drawn at three sizes: 640 x 480, 1280 x 800 and 1920 x 1080 logical pixels. Everything between is
interpolated along one number, the radius of the lamp.
"""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QSize

SMALL_R, REGULAR_R, LARGE_R = 106.0, 212.0, 286.0
"""The lamp's radius at the three drawn sizes."""
COMPACT_WIDTH, COMPACT_HEIGHT = 900, 620
LARGE_WIDTH = 1600
SMALLEST_WINDOW = QSize(640, 480)


@dataclass(frozen=True)
class Metrics:
    """The measures of one window size, in logical pixels.

    `enlarged` is how many times as large as usual everything is wanted that is read or pressed. The window is then laid
    out as a smaller one and drawn larger; never so large that less than the smallest window would be left.
    """

    width: int
    height: int
    enlarged: float = 1.0

    @cached_property
    def scale(self) -> float:
        """How many times as large as usual things are."""
        room = min(self.width / SMALLEST_WINDOW.width(), self.height / SMALLEST_WINDOW.height())
        return max(1.0, min(self.enlarged, room))

    @property
    def is_compact(self) -> bool:
        """Whether there is room for the necessary only."""
        return self.width < COMPACT_WIDTH * self.scale or self.height < COMPACT_HEIGHT * self.scale

    @cached_property
    def radius(self) -> float:
        """The lamp's radius R."""
        return min(0.265 * self.height, 0.166 * self.width)

    def between(self, small: float, regular: float, large: float) -> float:
        """A length drawn as `small`, `regular` and `large` at the three sizes, at this one."""
        return self.share(small, regular, large) * self.scale

    def share(self, small: float, regular: float, large: float) -> float:
        """A number without a unit, such as a share of the width, that is so much at the three sizes, at this one."""
        r = self.radius / self.scale
        if r <= REGULAR_R:
            share = max(0.0, (r - SMALL_R) / (REGULAR_R - SMALL_R))
            return small + (regular - small) * share
        return regular + (large - regular) * (r - REGULAR_R) / (LARGE_R - REGULAR_R)

    @cached_property
    def margin(self) -> float:
        """The empty border to the left and right."""
        if self.is_compact:
            return 28 * self.scale
        return self.between(44, 88, 128) if self.width < LARGE_WIDTH * self.scale else 128 * self.scale

    @cached_property
    def floor_y(self) -> float:
        """The floor of the player: the line on which the person sits."""
        return self.height * self.share(0.655, 0.695, 0.72)

    @cached_property
    def bar_y(self) -> float:
        """The middle of the player's top bar."""
        return self.between(32, 57, 82)

    @cached_property
    def orb_x(self) -> float:
        """The lamp's centre, so far from the right edge that the ring stays clear of it."""
        return self.width * 0.74375

    @cached_property
    def orb_y(self) -> float:
        """The lamp's centre, between the top bar and the floor: lower where large letters make a high bar."""
        drawn = self.height * self.share(0.358, 0.3875, 0.3925)
        under_the_bar = self.bar_y + self.between(22, 24, 32) + self.radius
        over_the_floor = self.floor_y - self.between(8, 10, 14) - self.radius
        return max(drawn, min(under_the_bar, over_the_floor))
