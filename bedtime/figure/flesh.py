"""What lies round the bones: rings with two radii and an offset, carried by the joints.

A ring is an ellipsoid. A part's silhouette is the union of the convex hulls of neighbouring rings, so the calf belly
behind the bone and high up is what makes a leg a leg. Metres, on a figure 1.70 m tall.
"""

from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from math import cos, radians, sin
from typing import NamedTuple

from bedtime.figure.body import Body
from bedtime.figure.skeleton import SideName, Skeleton, sign
from bedtime.figure.vectors import Mat, Quat, Vec, add, matrix, mul, slerp


class Ring(NamedTuple):
    """An ellipsoid on a joint; its radii are depth (x), along the bone (y) and width (z)."""

    joint: str
    at: Vec
    radii: Vec


Row = tuple[float, float, float, float]
Profile = tuple[Row, ...]

# Share along the bone, offset forward, depth radius, width radius.
THIGH: Profile = (  # hip to knee
    (0.00, -0.004, 0.080, 0.074), (0.12, 0.000, 0.087, 0.081), (0.28, 0.006, 0.084, 0.079),
    (0.45, 0.010, 0.075, 0.070), (0.62, 0.010, 0.065, 0.061), (0.78, 0.007, 0.056, 0.053),
    (0.90, 0.006, 0.051, 0.049), (1.00, 0.006, 0.050, 0.048),
)  # fmt: skip
SHIN: Profile = (  # knee to ankle
    (0.00, 0.004, 0.049, 0.048), (0.07, 0.000, 0.047, 0.047), (0.16, -0.006, 0.050, 0.049),
    (0.27, -0.013, 0.054, 0.053), (0.38, -0.014, 0.052, 0.050), (0.50, -0.011, 0.045, 0.043),
    (0.63, -0.007, 0.037, 0.036), (0.76, -0.004, 0.031, 0.030), (0.90, -0.003, 0.028, 0.026),
    (1.00, -0.004, 0.030, 0.028),
)  # fmt: skip
UPPER_ARM: Profile = (  # shoulder to elbow
    (0.00, 0.000, 0.050, 0.046), (0.12, 0.002, 0.049, 0.046), (0.28, 0.004, 0.044, 0.041),
    (0.45, 0.005, 0.041, 0.038), (0.65, 0.003, 0.037, 0.034), (0.85, 0.000, 0.033, 0.031),
    (1.00, 0.000, 0.032, 0.031),
)  # fmt: skip
FOREARM: Profile = (  # elbow to wrist
    (0.00, 0.000, 0.032, 0.031), (0.12, 0.004, 0.036, 0.034), (0.26, 0.006, 0.037, 0.034),
    (0.45, 0.004, 0.033, 0.031), (0.65, 0.002, 0.028, 0.026), (0.85, 0.000, 0.024, 0.020),
    (1.00, 0.000, 0.023, 0.018),
)  # fmt: skip
# Height above the floor in the neutral stance, offset forward, depth radius, width radius.
TORSO: Profile = (
    (0.955, -0.008, 0.097, 0.142), (0.99, -0.004, 0.091, 0.136), (1.04, 0.002, 0.084, 0.125),
    (1.09, 0.004, 0.083, 0.120), (1.15, 0.003, 0.087, 0.123), (1.21, 0.002, 0.095, 0.130),
    (1.27, 0.004, 0.104, 0.136), (1.32, 0.000, 0.101, 0.138), (1.37, -0.012, 0.084, 0.134),
    (1.405, -0.020, 0.066, 0.118), (1.435, -0.024, 0.056, 0.080), (1.455, -0.022, 0.053, 0.058),
)  # fmt: skip
PELVIS: Profile = (
    (0.845, -0.012, 0.070, 0.100), (0.875, -0.016, 0.092, 0.148), (0.91, -0.016, 0.102, 0.158),
    (0.95, -0.011, 0.098, 0.148), (0.985, -0.006, 0.090, 0.136),
)  # fmt: skip
# The trunk's rings follow the joint at or below their height and the next one above, each by its share.
CARRIERS = (("pelvis", 0.93), ("lumbar", 1.055), ("waist", 1.19), ("chest", 1.33))
NEUTRAL: dict[str, Vec] = {
    "pelvis": (0.0, 0.91, 0.0), "lumbar": (-0.015, 1.00, 0.0), "waist": (-0.007, 1.13, 0.0),
    "chest": (-0.025, 1.27, 0.0),
}  # fmt: skip

# The head, in the axes of its joint at the base of the skull; the chin is at -.045, the crown at .18.
SKULL = (
    Ring("head", (-0.010, 0.088, 0), (0.098, 0.092, 0.0765)),
    Ring("head", (0.008, 0.075, 0), (0.088, 0.085, 0.072)),
)
JAW = (
    Ring("head", (0.006, 0.060, 0), (0.078, 0.075, 0.064)),
    Ring("head", (0.022, 0.018, 0), (0.060, 0.050, 0.052)),
    Ring("head", (0.046, -0.018, 0), (0.032, 0.026, 0.034)),
)
FACE = (Ring("head", (0.060, 0.085, 0), (0.030, 0.045, 0.04)), Ring("head", (0.066, 0.02, 0), (0.024, 0.03, 0.03)))
NOSE = (
    Ring("head", (0.076, 0.086, 0), (0.012, 0.014, 0.010)),
    Ring("head", (0.086, 0.062, 0), (0.0125, 0.012, 0.012)),
    Ring("head", (0.0925, 0.048, 0), (0.0115, 0.0095, 0.0125)),
    Ring("head", (0.080, 0.040, 0), (0.010, 0.008, 0.013)),
)
LIPS = (Ring("head", (0.070, 0.012, 0), (0.012, 0.012, 0.018)), Ring("head", (0.068, -0.002, 0), (0.012, 0.012, 0.018)))
HAIR = Ring("head", (-0.016, 0.094, 0), (0.107, 0.100, 0.0845))
BUN = Ring("head", (-0.088, 0.178, 0), (0.043, 0.040, 0.043))
HEAD = (*SKULL, *JAW, HAIR)


def smooth(rows: Profile, pieces: int) -> Profile:
    """The same profile with each row divided in `pieces` along a Catmull-Rom curve."""
    out: list[Row] = []
    for i in range(len(rows) - 1):
        a, b, c, d = rows[max(i - 1, 0)], rows[i], rows[i + 1], rows[min(i + 2, len(rows) - 1)]
        for piece in range(pieces):
            u = piece / pieces
            t, x, depth, width = (
                0.5 * (2 * q + (r - p) * u + (2 * p - 5 * q + 4 * r - s) * u * u + (3 * q - p - 3 * r + s) * u**3)
                for p, q, r, s in zip(a, b, c, d, strict=True)
            )
            out.append((t, x, depth, width))
    return (*out, rows[-1])


@lru_cache(maxsize=256)
def limb(
    joint: str,
    profile: Profile,
    length: float,
    *,
    pieces: int = 1,
    span: tuple[float, float] = (0.0, 1.0),
    girth: float = 1.0,
) -> tuple[Ring, ...]:
    """Rings of one bone of a limb, between two shares of its length."""
    low, high = span[0] - 1e-6, span[1] + 1e-6
    return tuple(
        Ring(joint, (x, -t * length, 0.0), (rx * girth, min(rx, rz) * 0.9 * girth, rz * girth))
        for t, x, rx, rz in smooth(profile, pieces)
        if low <= t <= high
    )


COVERED, THINNER = 0.40, 0.004  # the share of an upper arm that a sleeve hides, and by how many metres it is drawn in


@lru_cache(maxsize=32)
def upper_arm(side: SideName, length: float, pieces: int, girth: float) -> tuple[Ring, ...]:
    """Rings from shoulder to elbow. Under the sleeve they are drawn in, or skin would show as a hair round its edge."""
    rings = limb(f"{side}_shoulder", UPPER_ARM, length, pieces=pieces, girth=girth)
    hidden = sum(ring.at[1] > -COVERED * length for ring in rings)
    drawn_in = (Ring(j, at, (x - THINNER, y - THINNER, z - THINNER)) for j, at, (x, y, z) in rings[:hidden])
    return (*drawn_in, *rings[hidden:])


@lru_cache(maxsize=32)
def trunk_profile(profile: Profile, body: Body, pieces: int) -> Profile:
    """A profile of the trunk, with the build of a body."""
    build, rows = body.build, []
    for y, x, depth, width in smooth(profile, pieces):
        upper = min(max((y - 1.12) / 0.14, 0.0), 1.0)
        lower = min(max((1.06 - y) / 0.08, 0.0), 1.0)
        middle = max(1 - upper - lower, 0.0)
        girth = upper * build.chest + middle * build.waist + lower * build.hips
        belly = build.belly * max(0.0, 1 - abs(y - 1.07) / 0.13)
        front = build.bust if upper > 0.5 else 1.0
        rows.append((y, x + belly * 0.55, depth * girth * front + belly * 0.6, width * girth))
    return tuple(rows)


def trunk_ring(skeleton: Skeleton, y: float, offset: Vec) -> tuple[Vec, Quat]:
    """The middle and the turn of a ring of the trunk at the neutral height `y`: smooth skinning over the spine."""
    (low, _), share = CARRIERS[0], 0.0
    high = low
    for (a, ya), (b, yb) in pairwise(CARRIERS):
        if y > ya:
            low, high, share = a, b, min((y - ya) / (yb - ya), 1.0)
    at = mul(_carried(skeleton, low, y, offset), 1 - share)
    if share > 0:
        at = add(at, mul(_carried(skeleton, high, y, offset), share))
    return at, slerp(skeleton.turned[low], skeleton.turned[high], share)


def _carried(skeleton: Skeleton, joint: str, y: float, offset: Vec) -> Vec:
    rest = NEUTRAL[joint]
    return skeleton.point(joint, (offset[0] - rest[0], y - rest[1], offset[2]))


@lru_cache(maxsize=4)
def palm_rings(side: SideName) -> tuple[Ring, ...]:
    """The palm, from the wrist to the knuckles."""
    joint = f"{side}_wrist"
    return (
        Ring(joint, (0, 0, 0), (0.0235, 0.02, 0.018)),
        Ring(joint, (0.002, -0.025, 0), (0.031, 0.02, 0.017)),
        Ring(joint, (0.003, -0.055, 0), (0.038, 0.02, 0.0155)),
        Ring(joint, (0.001, -0.082, 0), (0.039, 0.013, 0.013)),
    )  # fmt: skip


@lru_cache(maxsize=4)
def thumb_rings(side: SideName) -> tuple[Ring, ...]:
    """The thumb, beside the palm."""
    joint, inward = f"{side}_wrist", -sign(side)
    return (
        Ring(joint, (0.022, -0.018, 0.006 * inward), (0.016,) * 3),
        Ring(joint, (0.041, -0.043, 0.012 * inward), (0.0135,) * 3),
        Ring(joint, (0.052, -0.066, 0.014 * inward), (0.0115,) * 3),
        Ring(joint, (0.058, -0.083, 0.013 * inward), (0.0095,) * 3),
    )  # fmt: skip


# Where each finger starts on the palm (x, y), how long it is, how thick.
FINGERS = (
    (0.029, -0.085, 0.078, 0.0098), (0.0095, -0.090, 0.086, 0.0100), (-0.0105, -0.087, 0.079, 0.0096),
    (-0.028, -0.078, 0.062, 0.0088),
)  # fmt: skip
PHALANGES = ((0.45, 1.0, 1.0), (0.32, 1.15, 0.92), (0.23, 0.8, 0.78))  # share of the length, of the curl, of the girth


@lru_cache(maxsize=128)
def finger_rings(side: SideName, curl: float, splay: float) -> tuple[tuple[Ring, ...], ...]:
    """Four fingers of three phalanges, each bent by about `curl` degrees a joint towards the palm."""
    joint, inward = f"{side}_wrist", -sign(side)
    fingers = []
    for base_x, base_y, length, radius in FINGERS:
        x, y, z, angle = base_x, base_y, 0.0, 0.0
        rings = [Ring(joint, (x, y, z), (radius * 1.05,) * 3)]
        for share, bend, girth in PHALANGES:
            angle += radians(curl * bend)
            step = length * share
            x, y, z = x + splay * 0.09 * base_x * step, y - step * cos(angle), z + inward * step * sin(angle)
            rings.append(Ring(joint, (x, y, z), (radius * girth,) * 3))
        fingers.append(tuple(rings))
    return tuple(fingers)


@lru_cache(maxsize=4)
def instep_rings(side: SideName) -> tuple[Ring, ...]:
    """The upper side of the foot, from the ankle to the ball."""
    joint, out = f"{side}_ankle", sign(side)
    return (
        Ring(joint, (-0.004, 0.012, 0), (0.030, 0.03, 0.028)),
        Ring(joint, (0.006, -0.010, 0), (0.034, 0.03, 0.029)),
        Ring(joint, (0.035, -0.027, 0), (0.034, 0.026, 0.030)),
        Ring(joint, (0.066, -0.040, 0.002 * out), (0.032, 0.023, 0.033)),
        Ring(joint, (0.095, -0.050, 0.002 * out), (0.030, 0.020, 0.038)),
        Ring(joint, (0.118, -0.0565, 0.002 * out), (0.026, 0.0175, 0.041)),
    )  # fmt: skip


@lru_cache(maxsize=4)
def sole_rings(side: SideName) -> tuple[Ring, ...]:
    """The lower side of the foot: heel, arch, ball."""
    joint, out = f"{side}_ankle", sign(side)
    return (
        Ring(joint, (-0.006, 0.000, 0), (0.031, 0.03, 0.028)),
        Ring(joint, (-0.030, -0.028, 0), (0.034, 0.034, 0.028)),
        Ring(joint, (-0.036, -0.044, 0), (0.033, 0.030, 0.0285)),
        Ring(joint, (0.010, -0.047, 0.004 * out), (0.034, 0.0245, 0.027)),
        Ring(joint, (0.055, -0.050, 0.006 * out), (0.034, 0.021, 0.029)),
        Ring(joint, (0.118, -0.0565, 0.002 * out), (0.026, 0.0175, 0.041)),
    )  # fmt: skip


LITTLE_TOES = ((0.006, 0.003, 0.050), (-0.008, -0.013, 0.042), (-0.021, -0.026, 0.033), (-0.032, -0.037, 0.022))


FAN = (1.6, 0.35, -0.35, -1.0, -1.6)  # how far each toe, from the big one, goes when the toes are spread


@lru_cache(maxsize=128)
def toe_rings(side: SideName, apart: float = 0.0) -> tuple[tuple[Ring, ...], ...]:
    """The big toe and four more, on the toe joint; spread by `apart` degrees from one to the next."""
    toes = _toes_together(side)
    if not apart:
        return toes
    return tuple(_fanned(toe, radians(apart * by) * -sign(side)) for toe, by in zip(toes, FAN, strict=True))


def _fanned(toe: tuple[Ring, ...], angle: float) -> tuple[Ring, ...]:
    (joint, (x0, y0, z0), radii), *rest = toe
    c, s = cos(angle), sin(angle)
    moved = (
        Ring(joint, (x0 + (x - x0) * c - (z - z0) * s, y, z0 + (x - x0) * s + (z - z0) * c), r)
        for joint, (x, y, z), r in rest
    )
    return (Ring(joint, (x0, y0, z0), radii), *moved)


@lru_cache(maxsize=4)
def _toes_together(side: SideName) -> tuple[tuple[Ring, ...], ...]:
    joint, inward = f"{side}_toes", -sign(side)
    big = (
        Ring(joint, (-0.012, 0.003, 0.024 * inward), (0.020, 0.0165, 0.017)),
        Ring(joint, (0.030, -0.002, 0.027 * inward), (0.017, 0.0135, 0.0145)),
        Ring(joint, (0.054, -0.0045, 0.025 * inward), (0.0125, 0.0115, 0.0125)),
    )
    little = (
        (
            Ring(joint, (-0.014, 0.002, z0 * inward), (0.017, 0.0155, 0.014)),
            Ring(joint, (x - 0.018, -0.003, z1 * inward), (0.012, 0.0125, 0.0105)),
            Ring(joint, (x, -0.0065, z1 * inward), (0.0098, 0.0095, 0.0095)),
        )
        for z0, z1, x in LITTLE_TOES
    )
    return (big, *little)


def seat_rings(side: SideName, girth: float) -> tuple[Ring, Ring]:
    """From the small of the back over the seat."""
    s = sign(side)
    return (
        Ring("pelvis", (-0.028, 0.055, 0.060 * s), (0.074 * girth, 0.05, 0.074 * girth)),
        Ring("pelvis", (-0.046, -0.018, 0.070 * s), (0.072 * girth, 0.078, 0.076 * girth)),
    )


class Placed(NamedTuple):
    """A ring in the world."""

    part: str
    at: Vec
    axes: Mat
    radii: Vec


class Detail(Enum):
    """How much of a person is wanted."""

    ALL = auto()
    NO_DIGITS = auto()  # fingers and toes left out


def rings_in_world(skeleton: Skeleton, body: Body, detail: Detail = Detail.ALL) -> list[Placed]:
    """Every ring of a person, coarsely: what touches floors and casts shadows."""
    out: list[Placed] = []

    def put(part: str, rings: tuple[Ring, ...]) -> None:
        out.extend(Placed(part, skeleton.point(j, at), skeleton.axes[j], radii) for j, at, radii in rings)

    bones, build = skeleton.bones, body.build
    sides: tuple[SideName, SideName] = ("right", "left")
    for side in sides:
        put(f"{side}_thigh", limb(f"{side}_hip", THIGH, bones.thigh, girth=build.limbs))
        put(f"{side}_shin", limb(f"{side}_knee", SHIN, bones.shin, girth=build.limbs))
        put(f"{side}_foot", sole_rings(side) + instep_rings(side))
        if detail is Detail.ALL:
            for toe in toe_rings(side, skeleton.toes_apart[side]):
                put(f"{side}_foot", toe)
        put(f"{side}_upper", limb(f"{side}_shoulder", UPPER_ARM, bones.upper_arm, girth=build.limbs))
        put(f"{side}_fore", limb(f"{side}_elbow", FOREARM, bones.forearm, girth=build.limbs))
        put(f"{side}_hand", palm_rings(side) + thumb_rings(side)[-1:])
        if detail is Detail.ALL:
            for finger in finger_rings(side, skeleton.curl[side], 0.0):
                put(f"{side}_hand", finger[1:])
        put("seat", seat_rings(side, build.hips)[1:])
    for part, profile in (("pelvis", PELVIS), ("torso", TORSO)):
        for y, x, depth, width in trunk_profile(profile, body, 1):
            at, turned = trunk_ring(skeleton, y, (x, 0.0, 0.0))
            out.append(Placed(part, at, matrix(turned), (depth, 0.03, width)))
    put("head", HEAD)
    return out


def underside(ring: Placed) -> float:
    """The height of a ring's lowest point."""
    m, r = ring.axes, ring.radii
    return float(ring.at[1] - ((m[3] * r[0]) ** 2 + (m[4] * r[1]) ** 2 + (m[5] * r[2]) ** 2) ** 0.5)
