"""The parts of a person: nineteen units that are painted whole, one after the other, from far to near."""

from dataclasses import dataclass, field
from typing import NamedTuple

from bedtime.figure import flesh
from bedtime.figure.body import Body, Hair
from bedtime.figure.camera import View
from bedtime.figure.display import Box
from bedtime.figure.flesh import Ring
from bedtime.figure.outline import BIG, FINE, SMALL, Blob, Chain, Lens, blob, box_of, needed
from bedtime.figure.skeleton import BOTH_SIDES, SideName, Skeleton, sign
from bedtime.figure.vectors import dot, matrix

SEAM = 0.0055  # metres: how far the dark edge round a part reaches
WIDE_SEAM = ((2.4, 0.5), (1.1, 1.0))  # factors on width and darkness
NARROW_SEAM = ((1.5, 1.05),)
BELLY_RISES = 0.012  # metres over its height at rest when a breath into the belly is full, and as much under it
NOWHERE = Box(0, 0, 0, 0)


class Seam(NamedTuple):
    """The dark edge under a part: from which ring it shows, how it ends, how dark, and what it is made of."""

    begins: int
    ends: int
    alpha: float
    layers: tuple[tuple[float, float], ...] = NARROW_SEAM
    first_chain_only: bool = False


@dataclass(slots=True)
class Part:
    """Chains of blobs in one material.

    `lit` is the share of each ring in the light. The first `ramp` rings melt into the part that carries this one.
    `also_lit` are rings of the next part, on which the light runs on.
    """

    name: str
    material: str
    chains: list[Chain]
    seam: Seam | None = None
    lit: float = 0.78
    ramp: int = 0
    also_lit: list[Chain] = field(default_factory=list)
    extra: list[Chain] = field(default_factory=list)
    index: list[list[int]] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    depth: float = 0.0
    box: Box = NOWHERE

    def thinned(self) -> "Part":
        """The part with only the rings that show at this size."""
        self.lengths = [len(chain) for chain in self.chains]
        self.index = [needed(chain, 2 if self.ramp and not n else 0) for n, chain in enumerate(self.chains)]
        self.chains = [[chain[i] for i in index] for chain, index in zip(self.chains, self.index, strict=True)]
        blobs = [b for chain in self.chains for b in chain]
        self.depth = sum(b.near for b in blobs) / len(blobs)
        self.box = box_of(self.chains)
        return self


class Maker:
    """Makes the parts of one skeleton as one viewer sees them. `breath` is in the chest, `belly` in the belly."""

    def __init__(self, skeleton: Skeleton, view: View, body: Body, breath: float, belly: float = 0.0) -> None:
        self.skeleton, self.view, self.body, self.breath, self.belly = skeleton, view, body, breath, belly
        self.pieces = 1 if view.scale < 170 else 2 if view.scale < 420 else 3  # rings for each row of a profile
        self.normals = BIG if view.scale < 340 else FINE
        self.lenses: dict[str, Lens] = {}
        self.parts: dict[str, Part] = {}
        self.seats: dict[SideName, Chain] = {}

    def lens(self, joint: str) -> Lens:
        """The axes of a joint as the viewer sees them."""
        found = self.lenses.get(joint)
        if found is None:
            found = self.lenses[joint] = Lens(self.view, self.skeleton.at[joint], self.skeleton.axes[joint])
        return found

    def ring(self, ring: Ring) -> Blob:
        """One ring."""
        return self.lens(ring.joint).blob(ring.at, ring.radii, self.normals)

    def rings(self, rings: tuple[Ring, ...]) -> Chain:
        """A chain of rings."""
        return [self.lens(joint).blob(at, radii, self.normals) for joint, at, radii in rings]

    def digit(self, rings: tuple[Ring, ...]) -> Chain:
        """A finger or a toe: too small for many normals."""
        return [self.lens(joint).blob(at, radii, SMALL) for joint, at, radii in rings]

    def trunk(self, profile: flesh.Profile, pieces: int) -> Chain:
        """Rings of the trunk, wider at the ribs when the breath is in."""
        out = []
        for y, x, depth, width in flesh.trunk_profile(profile, self.body, pieces):
            swell = self.breath * 0.028 * max(0.0, 1 - abs(y - 1.25) / 0.22)
            rise = self.belly * BELLY_RISES * max(0.0, 1 - abs(y - 1.09) / 0.15)
            at, turned = flesh.trunk_ring(self.skeleton, y, (x + swell * 0.05 + rise * 0.5, 0.0, 0.0))
            radii = (depth * (1 + swell) + rise * 0.5, 0.03, width * (1 + swell * 0.5))
            out.append(blob(self.view, at, matrix(turned), radii, self.normals))
        return out

    def add(self, part: Part) -> None:
        """Keep a part."""
        self.parts[part.name] = part.thinned()

    def make(self) -> dict[str, Part]:
        """All parts by name."""
        self.make_trunk()
        for side in BOTH_SIDES:
            self.make_leg(side)
            self.make_arm(side)
        self.make_head()
        return self.parts

    def make_trunk(self) -> None:
        """The hips with the seat, and the chest with its shoulders."""
        for side in BOTH_SIDES:
            self.seats[side] = self.rings(flesh.seat_rings(side, self.body.build.hips))
        hips = self.trunk(flesh.PELVIS, 2)
        self.add(Part("pelvis", "legs", [hips, *self.seats.values()], lit=0.86))
        chains = [self.trunk(flesh.TORSO, self.pieces)]
        for side in BOTH_SIDES:
            chains += self.yoke(side)
        self.add(Part("torso", "top", chains, seam=Seam(-3, 0, 45)))

    def yoke(self, side: SideName) -> list[Chain]:
        """What joins the shoulder to the chest and the neck."""
        s, wide = sign(side), self.body.build.shoulders
        girth = (0.047 * wide, 0.046 * wide, 0.044 * wide)
        shoulder = self.ring(Ring(f"{side}_shoulder", (-0.004, 0.004, -0.012 * s), girth))
        return [
            [self.ring(Ring("chest", (-0.010, 0.095, 0.085 * s), (0.060, 0.055, 0.060))), shoulder],
            [self.ring(Ring("chest", (0.000, 0.020, 0.080 * s), (0.070, 0.060, 0.050))), shoulder],
            [self.ring(Ring("neck", (-0.002, 0.028, 0.022 * s), (0.038, 0.030, 0.030))), shoulder],
            [
                self.ring(Ring("chest", (-0.026, 0.020, 0.055 * s), (0.050, 0.060, 0.058))),
                self.ring(Ring("chest", (-0.024, 0.105, 0.072 * s), (0.046, 0.045, 0.052))),
                self.ring(Ring("neck", (-0.004, 0.012, 0.018 * s), (0.044, 0.030, 0.036))),
            ],
        ]

    def make_leg(self, side: SideName) -> None:
        """Thigh, shin and foot."""
        k, bones, girth = self.pieces, self.skeleton.bones, self.body.build.limbs
        hip, knee = f"{side}_hip", f"{side}_knee"
        thigh = self.rings(flesh.limb(hip, flesh.THIGH, bones.thigh, pieces=k, girth=girth))
        shin = self.rings(flesh.limb(knee, flesh.SHIN, bones.shin, pieces=k, span=(0.0, 0.80), girth=girth))
        seat = [
            self.seats[side][-1],
            self.ring(Ring(hip, (-0.012, -0.115, 0.002 * sign(side)), (0.072 * girth, 0.060, 0.070 * girth))),
        ]
        self.add(
            Part(
                f"{side}_thigh", "legs", [thigh + shin[1 : 1 + k], seat], ramp=4 * k,
                also_lit=[[thigh[-1], *shin[1 : 1 + 2 * k]]], seam=Seam(2 * k, 2 * k + 1, 75, first_chain_only=True),
            )
        )  # fmt: skip
        hem = self.rings(
            (
                Ring(knee, (-0.004, -0.80 * bones.shin, 0), (0.0335 * girth, 0.006, 0.0325 * girth)),
                Ring(knee, (-0.004, -0.825 * bones.shin, 0), (0.0325 * girth, 0.005, 0.0315 * girth)),
            )
        )
        shank = self.rings(flesh.limb(knee, flesh.SHIN, bones.shin, pieces=k, span=(0.75, 1.0), girth=girth))
        foot = [shank + self.rings(flesh.instep_rings(side)), self.rings(flesh.sole_rings(side))]
        foot += [self.digit(toe) for toe in flesh.toe_rings(side, self.skeleton.toes_apart[side])]
        self.add(Part(f"{side}_foot", "skin", foot, seam=Seam(0, 0, 75)))
        self.add(Part(f"{side}_shin", "legs", [shin + hem], seam=Seam(k, 0, 75), ramp=2 * k))

    def make_arm(self, side: SideName) -> None:
        """Upper arm, sleeve, hand and forearm."""
        k, bones, girth = self.pieces, self.skeleton.bones, self.body.build.limbs
        upper = self.rings(flesh.upper_arm(side, bones.upper_arm, k, girth))
        fore = self.rings(flesh.limb(f"{side}_elbow", flesh.FOREARM, bones.forearm, pieces=k, girth=girth))
        self.add(
            Part(
                f"{side}_upper", "skin", [upper + fore[1:2]], also_lit=[fore[: 2 * k + 1]],
                seam=Seam(2 * k, 2 * k, 75, WIDE_SEAM),
            )
        )  # fmt: skip
        self.add(Part(f"{side}_sleeve", "top", [self.sleeve(side)], seam=Seam(k, 0, 65), ramp=2 * k + 1))
        hand = [self.rings(flesh.palm_rings(side)), self.digit(flesh.thumb_rings(side))]
        fingers = flesh.finger_rings(side, self.skeleton.curl[side], self.skeleton.splay[side] * 0.01)
        hand += [self.digit(finger) for finger in fingers]
        self.add(Part(f"{side}_hand", "skin", hand, seam=Seam(0, 0, 75), lit=0.8, ramp=2))
        into_hand = [fore[-1], self.parts[f"{side}_hand"].chains[0][1]]
        self.add(Part(f"{side}_fore", "skin", [fore], also_lit=[into_hand], seam=Seam(k, k, 75, WIDE_SEAM), ramp=2 * k))

    def sleeve(self, side: SideName) -> Chain:
        """A short sleeve; from a raised arm it reaches over to the chest."""
        joint, lift, girth = f"{side}_shoulder", self.skeleton.lift[side], self.body.build.limbs
        length = self.skeleton.bones.upper_arm
        rings = flesh.limb(joint, flesh.UPPER_ARM, length, pieces=self.pieces, span=(0.0, 0.46), girth=girth)
        looser = [(ring, 0.007 * min(i / 4, 1)) for i, ring in enumerate(rings)]
        chain = [self.ring(Ring(j, at, (x + w, y + w, z + w))) for (j, at, (x, y, z)), w in looser]
        if lift > 0.45:
            over = Ring("chest", (-0.008, 0.088 + 0.02 * lift, 0.092 * sign(side)), (0.056, 0.048, 0.050))
            chain.insert(0, self.ring(over))
        edge = Ring(joint, (0.005, -0.49 * length, 0), (0.0475 * girth, 0.006, 0.0445 * girth))
        return [*chain, self.ring(edge)]

    def make_head(self) -> None:
        """Neck, head and a bun where one is worn."""
        neck = (
            Ring("neck", (0.002, -0.010, 0), (0.055, 0.012, 0.060)),
            Ring("neck", (0.002, 0.008, 0), (0.048, 0.02, 0.050)),
            Ring("neck", (0.006, 0.04, 0), (0.045, 0.03, 0.044)),
            Ring("head", (-0.014, 0.01, 0), (0.046, 0.03, 0.044)),
            Ring("head", (-0.010, 0.05, 0), (0.048, 0.03, 0.046)),
        )  # fmt: skip
        self.add(Part("neck", "skin", [self.rings(neck)]))
        chains = [self.rings(rings) for rings in (flesh.SKULL, flesh.JAW, flesh.FACE, flesh.NOSE)]
        self.add(Part("head", "skin", chains, seam=Seam(-3, 0, 55, WIDE_SEAM), lit=0.82))
        head = self.parts["head"]
        head.extra = [self.rings(flesh.LIPS)]
        if self.body.hair is Hair.BUN:
            self.add(Part("bun", "hair", [[self.ring(flesh.BUN)]], seam=Seam(-3, 0, 60), lit=0.8))
            behind = dot(self.view.to, self.skeleton.direction("head", (-0.622, 0.783, 0.0))) <= 0.05
            self.parts["bun"].depth = head.depth + (-0.05 if behind else 0.05)
