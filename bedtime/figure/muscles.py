"""The muscles that glow: chains of ellipsoids on a bone, painted in nested sizes inside the part they lie in."""

from typing import NamedTuple

from bedtime.figure import flesh
from bedtime.figure.camera import View
from bedtime.figure.display import Clipped, Fill, Ink, Op, Path, Radial, Stop
from bedtime.figure.outline import Chain, blob, envelope
from bedtime.figure.pose import Glow, Muscle, Where
from bedtime.figure.skeleton import SideName, Skeleton, sign
from bedtime.figure.vectors import Mat, Vec, dot, length, matrix, turn, unit


class Belly(NamedTuple):
    """Where a muscle lies: the part it is clipped to, its bone (or the trunk) and its ellipsoids (middle, radii).

    On a limb the middle is in the axes of the bone; on the trunk it is (forward, neutral height, outward).
    """

    part: str
    bone: str
    rings: tuple[tuple[Vec, Vec], ...]


TRUNK = "trunk"
BELLIES: dict[Muscle, tuple[Belly, ...]] = {
    Muscle.CALF: (
        Belly("shin", "knee", (
            ((-0.020, -0.030, 0), (0.030, 0.03, 0.038)), ((-0.030, -0.085, 0), (0.034, 0.04, 0.046)),
            ((-0.032, -0.140, 0), (0.032, 0.04, 0.044)), ((-0.024, -0.200, 0), (0.022, 0.04, 0.030)),
            ((-0.019, -0.265, 0), (0.012, 0.03, 0.014)),
        )),
    ),
    Muscle.ANKLE: (
        Belly("foot", "ankle", (
            ((0, 0.045, 0), (0.03, 0.03, 0.03)), ((0.012, 0, 0), (0.036, 0.03, 0.034)),
            ((0.05, -0.03, 0), (0.03, 0.02, 0.03)),
        )),
    ),
    Muscle.SOLE: (
        Belly("foot", "ankle", (
            ((-0.030, -0.055, 0), (0.030, 0.022, 0.026)), ((0.010, -0.056, 0.002), (0.034, 0.020, 0.027)),
            ((0.060, -0.060, 0.002), (0.036, 0.018, 0.032)), ((0.110, -0.064, 0), (0.026, 0.014, 0.038)),
        )),
    ),
    Muscle.SHIN: (
        Belly("shin", "knee", (
            ((0.030, -0.06, 0.012), (0.022, 0.03, 0.026)), ((0.026, -0.16, 0.012), (0.022, 0.05, 0.026)),
            ((0.018, -0.30, 0.004), (0.012, 0.04, 0.014)),
        )),
    ),
    Muscle.QUADRICEPS: (
        Belly("thigh", "hip", (
            ((0.052, -0.06, 0.01), (0.030, 0.04, 0.050)), ((0.055, -0.15, 0.01), (0.036, 0.05, 0.056)),
            ((0.048, -0.25, 0.006), (0.034, 0.05, 0.050)), ((0.036, -0.34, 0), (0.020, 0.03, 0.034)),
        )),
    ),
    Muscle.HAMSTRINGS: (
        Belly("thigh", "hip", (
            ((-0.052, -0.07, 0), (0.034, 0.04, 0.052)), ((-0.050, -0.16, 0), (0.034, 0.05, 0.052)),
            ((-0.042, -0.26, 0), (0.028, 0.05, 0.044)), ((-0.030, -0.36, 0), (0.020, 0.04, 0.034)),
        )),
    ),
    Muscle.INNER_THIGH: (
        Belly("thigh", "hip", (
            ((0, -0.05, -0.045), (0.045, 0.04, 0.030)), ((0, -0.14, -0.046), (0.046, 0.05, 0.028)),
            ((0, -0.24, -0.036), (0.034, 0.05, 0.022)), ((0, -0.33, -0.030), (0.018, 0.03, 0.014)),
        )),
    ),
    Muscle.GLUTE: (
        Belly("pelvis", "pelvis", (
            ((-0.060, 0.03, 0.070), (0.045, 0.045, 0.060)), ((-0.062, -0.03, 0.078), (0.050, 0.045, 0.060)),
        )),
        Belly("thigh", "pelvis", (  # the same, where a bent thigh covers it
            ((-0.060, 0.01, 0.072), (0.048, 0.045, 0.060)), ((-0.062, -0.045, 0.080), (0.050, 0.050, 0.062)),
        )),
    ),
    Muscle.HIP_FLEXOR: (
        Belly("thigh", "hip", (
            ((0.050, 0.045, 0), (0.028, 0.03, 0.036)), ((0.058, -0.02, 0), (0.032, 0.04, 0.042)),
            ((0.056, -0.10, 0), (0.028, 0.04, 0.036)), ((0.048, -0.17, 0), (0.014, 0.03, 0.018)),
        )),
    ),
    Muscle.OUTER_HIP: (
        Belly("thigh", "hip", (
            ((-0.03, 0.03, 0.05), (0.045, 0.04, 0.04)), ((-0.03, -0.06, 0.055), (0.045, 0.05, 0.034)),
            ((-0.015, -0.13, 0.05), (0.02, 0.04, 0.02)),
        )),
    ),
    Muscle.FLANK: (
        Belly("torso", TRUNK, (
            ((0, 0.99, 0.105), (0.05, 0.04, 0.035)), ((0, 1.08, 0.095), (0.05, 0.05, 0.035)),
            ((0, 1.17, 0.100), (0.05, 0.05, 0.035)), ((0, 1.25, 0.108), (0.03, 0.04, 0.03)),
        )),
    ),
    Muscle.LOW_BACK: (
        Belly("torso", TRUNK, (
            ((-0.070, 0.985, 0), (0.030, 0.04, 0.075)), ((-0.062, 1.06, 0), (0.030, 0.04, 0.062)),
            ((-0.058, 1.13, 0), (0.026, 0.04, 0.05)),
        )),
    ),
    Muscle.BACK: (
        Belly("torso", TRUNK, (
            ((-0.074, 1.00, 0), (0.026, 0.04, 0.055)), ((-0.062, 1.10, 0), (0.028, 0.04, 0.055)),
            ((-0.070, 1.20, 0), (0.028, 0.04, 0.06)), ((-0.080, 1.30, 0), (0.026, 0.04, 0.06)),
        )),
    ),
    Muscle.BREATH: (
        Belly("torso", TRUNK, (
            ((0.055, 1.03, 0), (0.035, 0.04, 0.070)), ((0.062, 1.10, 0), (0.035, 0.05, 0.075)),
            ((0.070, 1.18, 0), (0.035, 0.05, 0.075)),
        )),
    ),
}  # fmt: skip
IN_THE_MIDDLE = (Muscle.LOW_BACK, Muscle.BACK, Muscle.BREATH)


class Layer(NamedTuple):
    """One of the nested sizes in which a muscle is painted, from the outermost inwards."""

    size: float
    role: str
    alpha: float


def _layer(i: int) -> Layer:
    size = 1.46 - i * 0.17
    return Layer(size, f"glow.{min(round(6 * (1.5 - size) / 0.85), 6)}", (24 + 6 * i) / 255)


GLOW = tuple(map(_layer, range(7)))
BLOOM = 0.21  # metres
BLOOM_STOPS = ((0.0, 36), (0.35, 21), (0.7, 6), (1.0, 0))


class Lit(NamedTuple):
    """One glowing muscle: the part it lies in, its chain, its middle in the world and how brightly it shows."""

    part: str
    chain: Chain
    middle: Vec
    level: float


def sides(glow: Glow) -> tuple[SideName, ...]:
    """The sides on which a glow is painted."""
    if glow.muscle in IN_THE_MIDDLE:
        return ("right",)
    match glow.side:
        case Where.RIGHT:
            return ("right",)
        case Where.LEFT:
            return ("left",)
        case Where.BOTH:
            return ("right", "left")


def lit_muscles(glows: tuple[Glow, ...], skeleton: Skeleton, view: View, level: float) -> list[Lit]:
    """The glowing muscles as the viewer sees them."""
    if level <= 0:
        return []
    return [
        _lit(belly, skeleton, view, side, level)
        for glow in glows
        for side in sides(glow)
        for belly in BELLIES[glow.muscle]
    ]


def _lit(belly: Belly, skeleton: Skeleton, view: View, side: SideName, level: float) -> Lit:
    placed = [_place(belly.bone, skeleton, side, at) for at, _ in belly.rings]
    chain = [blob(view, at, axes, radii) for (at, axes), (_, radii) in zip(placed, belly.rings, strict=True)]
    half = len(belly.rings) // 2
    (x, _, z), (at, axes) = belly.rings[half][0], placed[half]
    out = (x, 0.0, z * sign(side))
    facing = dot(turn(axes, unit(out)), view.to) if length(out) > 0.01 else 1.0
    # What lies on the far side only shines through a little.
    level *= min(max((facing + 0.75) / 0.6, 0.12), 1.0)
    part = belly.part if belly.part in ("torso", "pelvis") else f"{side}_{belly.part}"
    return Lit(part, chain, at, level)


def _place(bone: str, skeleton: Skeleton, side: SideName, at: Vec) -> tuple[Vec, Mat]:
    x, y, z = at[0], at[1], at[2] * sign(side)
    if bone == TRUNK:
        where, turned = flesh.trunk_ring(skeleton, y, (x, 0.0, z))
        return where, matrix(turned)
    joint = bone if bone == "pelvis" else f"{side}_{bone}"
    return skeleton.point(joint, (x, y, z)), skeleton.axes[joint]


def glow_ops(lit: Lit, outline: Path) -> list[Op]:
    """The glow inside the part: seven nested sizes of the muscle."""
    fills = [
        Fill(envelope([b.scaled(layer.size) for b in lit.chain]), Ink(layer.role, layer.alpha * lit.level))
        for layer in GLOW
    ]
    return [Clipped(outline, tuple(fills))]


def bloom_ops(muscles: list[Lit], view: View) -> list[Op]:
    """The light that the muscles throw round themselves. Several share it, or it would stack up."""
    share = min(1.0, 1.5 / len(muscles)) if muscles else 0.0
    radius = BLOOM * view.scale
    return [
        Radial(
            view.dot(lit.middle),
            (radius, radius),
            tuple(Stop(at, Ink("bloom", a / 255 * lit.level * share)) for at, a in BLOOM_STOPS),
            added=True,
        )
        for lit in muscles
    ]
