"""Which part is painted before which: mean depth, small biases, and a few rules about clothes and joints."""

from bedtime.figure.outline import overlap
from bedtime.figure.parts import Part
from bedtime.figure.skeleton import BOTH_SIDES, Skeleton
from bedtime.figure.vectors import dot

BIAS = {"torso": 0.02, "neck": 0.03, "head": 0.05, "bun": 0.05}
LIMB_BIAS = {"sleeve": 0.004, "hand": 0.03, "thigh": 0.015, "foot": -0.01}
A_HAIR = 0.001
FOLDED_UP = -0.35  # cosine: a thigh that is folded up in front of the belly
FARTHEST, FAR_SHARE = 0.38, 0.30  # metres behind the trunk at which a part is mixed with the night, and how much

# The parts that a part may cover without an edge between them.
CARRIED_BY = {
    "thigh": ("pelvis",),
    "shin": ("*_thigh", "*_foot"),
    "foot": ("*_shin",),
    "sleeve": ("torso", "*_upper"),
    "upper": ("torso", "*_sleeve", "*_fore"),
    "fore": ("*_upper", "*_hand"),
    "hand": ("*_fore",),
    "torso": ("pelvis",),
    "neck": ("torso",),
    "head": ("bun",),
    "bun": ("head",),
}


def carriers(name: str) -> tuple[str, ...]:
    """The parts from which no edge divides this one."""
    side, _, limb = name.rpartition("_")
    return tuple(other.replace("*", side) for other in CARRIED_BY.get(limb, ()))


def depths(parts: dict[str, Part], skeleton: Skeleton, nudges: dict[str, float]) -> dict[str, float]:
    """How near each part counts as, in metres."""
    key = {name: part.depth + BIAS.get(name, 0.0) for name, part in parts.items()}
    for side in BOTH_SIDES:
        for limb, bias in LIMB_BIAS.items():
            key[f"{side}_{limb}"] += bias
        key[f"{side}_sleeve"] = key[f"{side}_upper"] + 2 * A_HAIR  # clothes over skin
        key[f"{side}_shin"] = max(key[f"{side}_shin"], key[f"{side}_foot"] + A_HAIR)  # the hem over the shank
        thigh = skeleton.direction(f"{side}_hip", (0.0, -1.0, 0.0))
        if dot(thigh, skeleton.direction("pelvis", (0.0, 1.0, 0.0))) < FOLDED_UP:  # the top hangs over the hips
            key["torso"] = max(key["torso"], key[f"{side}_thigh"] + A_HAIR)
    key["neck"] = max(key["neck"], key["torso"] + A_HAIR)
    key["head"] = max(key["head"], key["neck"] + A_HAIR)
    return {name: depth + nudges.get(name, 0.0) for name, depth in key.items()}


def far(part: Part, parts: dict[str, Part]) -> float:
    """How much of the night lies between the viewer and a part, 0 to 1."""
    return min(max((parts["torso"].depth - part.depth) / FARTHEST, 0.0), 1.0) * FAR_SHARE


def covered(part: Part, painted: list[Part]) -> list[Part]:
    """The painted parts that a part may cover, without those that carry it."""
    own = carriers(part.name)
    return [other for other in painted if other.name not in own and overlap(part.box, other.box)]
