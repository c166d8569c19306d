"""A whole picture: one stretch at one moment, with or without its room, as a display list."""

from dataclasses import dataclass, replace
from functools import reduce

from bedtime.figure.body import Body
from bedtime.figure.camera import View, view_from
from bedtime.figure.contact import settle
from bedtime.figure.display import Box, DisplayList, Ink, Linear, Op, Path, Radial, Stop
from bedtime.figure.drawing import Person, box_round, parts_of, person_ops
from bedtime.figure.framing import fit
from bedtime.figure.furniture import arrow_ops, pillow_ops, standing_ops
from bedtime.figure.mirroring import mirrored, mirrored_glow, mirrored_through
from bedtime.figure.moment import AT_END, Moment
from bedtime.figure.pose import Figure, Motion, Pose, SideName
from bedtime.figure.posing import pose_at_rest, pose_on, turn_ankle
from bedtime.figure.props import Arrow, Pillow
from bedtime.figure.shadow import shadows, wall_shadow
from bedtime.figure.skeleton import Skeleton
from bedtime.figure.vectors import add, mul, unit
from bedtime.figure.way import Way

HORIZON = 1.1  # metres behind the person: where the floor ends


@dataclass(frozen=True, slots=True)
class Settled:
    """A figure whose contacts are solved for one body."""

    figure: Figure
    body: Body
    start: Pose
    press: Pose
    end: Pose

    def skeleton(self, moment: Moment) -> Skeleton:
        """The skeleton at a moment."""
        skeleton = pose_on(self.way(moment), moment.breath, self.body.bones)
        if moment.ankle != (0.0, 0.0):
            turn_ankle(skeleton, "right", *moment.ankle)
        return skeleton

    def way(self, moment: Moment) -> Way:
        """Between which poses the body is at a moment, and where between them."""
        if moment.pressed > 0:
            return Way(self.start if moment.reached < 0.5 else self.end, self.press, moment.pressed)
        through = self.figure.through
        if moment.reached < 0:
            return Way(self.start, self.other_end, -moment.reached, through and mirrored_through(through))
        return Way(self.start, self.end, moment.reached, through)

    def nearest(self, moment: Moment) -> Pose:
        """The pose that a moment is nearest to."""
        way = self.way(moment)
        return way.end if way.t >= 0.5 else way.start

    @property
    def other_end(self) -> Pose:
        """The mirror image of the end pose: the other step of a march."""
        return mirrored(self.end)

    @property
    def poses(self) -> tuple[Pose, ...]:
        """The poses that this figure goes through."""
        if self.figure.motion is Motion.MARCH:
            return (self.start, self.end, self.other_end)
        return (self.start, self.end) if self.figure.press is None else (self.start, self.press, self.end)


def settled(figure: Figure, body: Body) -> Settled:
    """A figure with its contacts solved. Takes some milliseconds: keep it."""
    end = settle(figure.end, body)
    start = end if figure.start is None else settle(figure.start, body)
    press = start if figure.press is None else settle(figure.press, body)
    return Settled(figure, body, start, press, end)


@dataclass(frozen=True, slots=True)
class Framed:
    """A figure seen from somewhere on a card of one size; the same for its whole clip."""

    settled: Settled
    view: View
    width: float
    height: float

    @property
    def mirrored(self) -> bool:
        """Whether this is the left side."""
        return self.view.right[0] < 0


def framed(settled_figure: Settled, side: SideName, width: float, height: float) -> Framed:
    """One view for the whole clip: everything from start to end fits the card, and the person stands on its foot."""
    figure = settled_figure.figure
    view = view_from(figure.camera.azimuth, figure.camera.elevation)
    view = view.mirrored() if side == "left" else view
    bones = settled_figure.body.bones
    skeletons = [pose_at_rest(pose, bones=bones) for pose in settled_figure.poses]
    if figure.through is not None:
        skeletons.append(settled_figure.skeleton(Moment(reached=0.5)))
    people = (Person(skeleton, settled_figure.body) for skeleton in skeletons)
    person = reduce(Box.joined, (box_round(parts_of(one, view)) for one in people))
    fitted = fit(view, person, figure, width, height)
    return Framed(settled_figure, fitted, width, height)


def picture(frame: Framed, moment: Moment = AT_END) -> DisplayList:
    """The display list of a figure at a moment."""
    figure, body, view = frame.settled.figure, frame.settled.body, frame.view
    skeleton = frame.settled.skeleton(moment)
    nudges = {str(part): by for part, by in frame.settled.nearest(moment).order.items()}
    glow = figure.glow if moment.reached >= 0 else tuple(map(mirrored_glow, figure.glow))
    person = Person(skeleton, body, moment.breath, glow, moment.glow, figure.props)
    parts = parts_of(person, view)
    ops = shadows(skeleton, body, view, figure.props) + wall_shadow(skeleton, body, view, figure.props)
    for prop in figure.props:
        if isinstance(prop, Pillow):
            ops += pillow_ops(prop, skeleton, view)
    ops += person_ops(person, parts, view, nudges)
    for prop in figure.props:
        if isinstance(prop, Arrow) and moment.reached > 0.5:  # not before the foot is up
            at_rest = frame.settled.skeleton(replace(moment, ankle=(0.0, 0.0)))  # the foot moves, the arrow stays
            ops += arrow_ops(prop, at_rest, view, float(moment.way))
    return DisplayList(
        width=frame.width,
        height=frame.height,
        floor_y=view.dot((0.0, figure.floor, 0.0))[1],
        person=box_round(parts),
        backdrop=tuple(backdrop(frame)),
        furniture=tuple(op for prop in figure.props for op in standing_ops(prop, view)),
        figure=tuple(ops),
    )


def backdrop(frame: Framed) -> list[Op]:
    """A warm glow on the wall behind, and a floor that fades at its edges."""
    w, h = frame.width, frame.height
    toward_x, _, toward_z = frame.view.to
    away = mul(unit((toward_x, 0.0, toward_z)), -HORIZON)
    top = frame.view.dot(add(away, (0.0, frame.settled.figure.floor, 0.0)))[1]
    whole: Path = [[(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]]
    ground: Path = [[(0.0, top), (w, top), (w, h), (0.0, h)]]
    glow = (Stop(0.0, Ink("backdrop.near")), Stop(0.55, Ink("backdrop.middle")), Stop(1.0, Ink("night")))
    floor = (Stop(0.0, Ink("floor", 0.0)), Stop(0.12, Ink("floor", 0.47)), Stop(1.0, Ink("floor", 0.0)))
    fade = (Stop(0.0, Ink("night")), Stop(1.0, Ink("night", 0.0)))
    edges: list[Op] = [
        Linear([[(x0, top - 2), (x1, top - 2), (x1, h), (x0, h)]], start, end, fade)
        for x0, x1, start, end in (
            (0.0, w * 0.22, (0.0, 0.0), (w * 0.22, 0.0)),
            (w * 0.78, w, (w, 0.0), (w * 0.78, 0.0)),
        )
    ]
    night = (Stop(0.0, Ink("night")), Stop(1.0, Ink("night")))
    return [
        Linear(whole, (0.0, 0.0), (0.0, h), night),
        Radial((w / 2, h * 0.5), (w * 0.52, w * 0.52), glow),
        Linear(ground, (0.0, top), (0.0, h), floor),
        *edges,
    ]
