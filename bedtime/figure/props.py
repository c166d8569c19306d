"""The things around a person, as a file in `assets/stretches/` says them. How they look is `figure.furniture`.

Heights are over the figure's y = 0. A thing with a direction is mirrored together with the person.
"""

from typing import Annotated, Literal

from bedtime.figure.vectors import Vec
from bedtime.values import Gt, Le, Tagged, value

Size = Annotated[float, Gt(0), Le(5)]


@value
class Wall:
    """A wall across the view at `x`, from z0 (far) to z1 (near). Look at it with an azimuth below 0."""

    prop: Literal["wall"] = "wall"
    x: float
    z0: float = -1.15
    z1: float = 0.62
    top: float = 2.3
    floor: float = 0.0


@value
class Mat:
    """An exercise mat."""

    prop: Literal["mat"] = "mat"
    x0: float = -0.95
    x1: float = 0.95
    z0: float = -0.33
    z1: float = 0.33
    y: float = 0.0


@value
class Rug:
    """A round rug, for what is done standing or sitting on one spot."""

    prop: Literal["rug"] = "rug"
    x: float = 0.0
    z: float = 0.0
    radius: Size = 0.62
    y: float = 0.0


@value
class Chair:
    """A kitchen chair round the point `x`, `z`. `back_towards`: -1 has its back on the low x side, 1 on the other."""

    prop: Literal["chair"] = "chair"
    x: float = 0.0
    z: float = 0.0
    back_towards: Literal[-1, 1] = -1
    seat: Size = 0.45
    back: Size = 0.88
    width: Size = 0.42
    depth: Size = 0.42


@value
class Step:
    """A step or a stair: a box that stands on the floor."""

    prop: Literal["step"] = "step"
    x0: float = 0.0
    x1: float = 0.34
    z0: float = -0.45
    z1: float = 0.45
    height: Size = 0.16


@value
class Stool:
    """A low stool round the point `x`, `z`."""

    prop: Literal["stool"] = "stool"
    x: float
    z: float = 0.0
    height: Size = 0.28
    width: Size = 0.36


@value
class Bed:
    """A bed whose mattress has its top at `top` and stands on a floor that is `height` lower."""

    prop: Literal["bed"] = "bed"
    x0: float = -1.05
    x1: float = 1.05
    z0: float = -0.5
    z1: float = 0.5
    top: float = 0.0
    height: Size = 0.42


@value
class Pillow:
    """A pillow round the point `at`, with half its length, height and width in `size`; `tilt` raises its front."""

    prop: Literal["pillow"] = "pillow"
    at: Vec
    size: Vec = (0.15, 0.05, 0.23)
    tilt: float = 0.0


@value
class Roller:
    """A roller that lies across, with its middle at `at`; a thin one of wood is a rail."""

    prop: Literal["roller"] = "roller"
    at: Vec
    radius: Size = 0.075
    length: Size = 0.42
    made_of: Literal["foam", "wood"] = "foam"


@value
class Ball:
    """A small massage ball."""

    prop: Literal["ball"] = "ball"
    at: Vec
    radius: Size = 0.035


@value
class Strap:
    """A towel or a band from the hands round a foot. `at` is where it lies, in the axes of that ankle."""

    prop: Literal["strap"] = "strap"
    made_of: Literal["towel", "band"] = "towel"
    foot: Literal["right", "left"] = "right"
    hands: Literal["right", "left", "both"] = "both"
    at: Vec = (0.105, -0.083, 0.0)


@value
class Arrow:
    """A turning arrow round the toes of the right foot: which way the ankle goes."""

    prop: Literal["arrow"] = "arrow"
    foot: Literal["right", "left"] = "right"
    radius: Size = 0.105


Scenery = Annotated[
    Wall | Mat | Rug | Chair | Step | Stool | Bed | Pillow | Roller | Ball | Strap | Arrow, Tagged("prop")
]
