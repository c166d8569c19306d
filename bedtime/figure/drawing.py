"""A person as a display list: parts from far to near, with their edges, glow, face and hair, and what they hold."""

from dataclasses import dataclass
from functools import reduce

from bedtime.figure.body import Body
from bedtime.figure.camera import View
from bedtime.figure.depth import covered, depths, far
from bedtime.figure.display import Box, Op, Path
from bedtime.figure.face import face_ops
from bedtime.figure.folds import fold_ops
from bedtime.figure.furniture import strap_ops, strap_runs
from bedtime.figure.hair import hair_ops
from bedtime.figure.muscles import bloom_ops, glow_ops, lit_muscles
from bedtime.figure.parts import Maker, Part
from bedtime.figure.pose import Glow, Muscle
from bedtime.figure.props import Scenery, Strap
from bedtime.figure.shading import part_ops, seam_ops
from bedtime.figure.skeleton import Skeleton


@dataclass(frozen=True, slots=True)
class Person:
    """What is drawn: a skeleton in a body, a breath (-1 to 1), and muscles that glow so much (0 to 1)."""

    skeleton: Skeleton
    body: Body
    breath: float = 0.0
    glow: tuple[Glow, ...] = ()
    level: float = 1.0
    props: tuple[Scenery, ...] = ()


def parts_of(person: Person, view: View) -> dict[str, Part]:
    """The parts of a person as the viewer sees them."""
    belly = person.breath if any(glow.muscle is Muscle.BREATH for glow in person.glow) else 0.0
    return Maker(person.skeleton, view, person.body, person.breath, belly).make()


def box_round(parts: dict[str, Part]) -> Box:
    """The box round a person."""
    return reduce(Box.joined, (part.box for part in parts.values()))


def person_ops(person: Person, parts: dict[str, Part], view: View, nudges: dict[str, float]) -> list[Op]:
    """All parts from the far ones to the near ones."""
    muscles = lit_muscles(person.glow, person.skeleton, view, person.level)
    key = depths(parts, person.skeleton, nudges)
    before = _held(person, view)
    ops: list[Op] = []
    painted: list[Part] = []
    outlines: dict[str, Path] = {}
    for name in sorted(parts, key=key.__getitem__):
        part = parts[name]
        distance = far(part, parts)
        ops += before.get(name, [])
        under: Path = [piece for other in covered(part, painted) for piece in outlines[other.name]]
        if under:
            ops += seam_ops(part, under, view.scale)
        own, outline = part_ops(part, distance)
        outlines[name] = outline
        ops += own
        ops += fold_ops(name, person.skeleton, view, outline, distance)
        if name == "head":
            ops += face_ops(person.skeleton, view, outline, distance)
            ops += hair_ops(person.skeleton, view, person.body.hair, distance)
        for muscle in muscles:
            if muscle.part == name:
                ops += glow_ops(muscle, outline)
        painted.append(part)
    return ops + bloom_ops(muscles, view)


def _held(person: Person, view: View) -> dict[str, list[Op]]:
    """What a strap puts in before a part: each run before the hand that holds it, so that it comes out of the fist.

    One hand holds both runs: the far one then lies behind the foot.
    """
    before: dict[str, list[Op]] = {}
    for prop in person.props:
        if isinstance(prop, Strap):
            behind, front = strap_runs(prop, person.skeleton, view)
            hands = ["right", "left"] if prop.hands == "both" else [prop.hands]
            hands.sort(key=lambda hand: view.nearness(person.skeleton.at[f"{hand}_wrist"]))
            far = f"{prop.foot}_foot" if len(hands) == 1 else f"{hands[0]}_hand"
            before.setdefault(far, []).extend(strap_ops(prop, view, behind))
            before.setdefault(f"{hands[-1]}_hand", []).extend(strap_ops(prop, view, front))
    return before
