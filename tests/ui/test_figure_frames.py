import logging
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from bedtime.figure.display import Box, DisplayList, Fill, Ink
from bedtime.figure.moment import AT_END, AT_START, Moment
from bedtime.figure.pose import Motion
from bedtime.figure.skeleton import SideName
from bedtime.movement.library import Library
from bedtime.movement.stretch import Side, Stretch
from bedtime.ui.figure_draughtsman import Forgetful
from bedtime.ui.figure_frames import FigureFrames
from bedtime.ui.palette import DIM, NIGHT
from bedtime.ui.parts.figure_view import Canvas, Part, Picture, Pose
from bedtime.ui.tasks import Worker

pytestmark = pytest.mark.usefixtures("qapp")

CANVAS = Canvas(200, 100, 1.0, NIGHT)
DRAWN = ("towel-calf", "heel-raises")


class Squares:
    """Draws a square that moves to the right as the figure goes in, over a low bench that does not move."""

    body = "ada"

    def __init__(self) -> None:
        self.asked: list[Moment] = []
        self.code = "first version"
        self.breaks = False

    def motion(self, stretch: str) -> Motion | None:
        return Motion.HOLD if stretch in DRAWN else None

    def fingerprint(self, stretch: str) -> str:
        return f"{self.code} of {stretch}"

    def source(self) -> "Squares":
        return self

    def picture(
        self, stretch: str, width: float, height: float, *, side: SideName = "right", moment: Moment = AT_END
    ) -> DisplayList | None:
        assert (stretch in DRAWN, side) == (True, "right")
        if self.breaks:
            raise ArithmeticError("a limb has no length")
        self.asked.append(moment)
        x = width / 2 * moment.reached
        square = [(x, 40.0), (x + 20, 40.0), (x + 20, 60.0), (x, 60.0)]
        bench = [(0.0, 80.0), (width, 80.0), (width, 90.0), (0.0, 90.0)]
        return DisplayList(
            width=width,
            height=height,
            floor_y=90,
            person=Box(x, 40, x + 20, 60),
            backdrop=(),
            furniture=(Fill([bench], Ink("mat.face")),),
            figure=(Fill([square], Ink("skin.lit")),),
        )


class InHand:
    """A hand that does one job when it is told to."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []
        self.is_finished = False

    def run(
        self, job: Callable[[], object], then: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        def do() -> None:
            try:
                answer = job()
            except ArithmeticError as error:
                failed(error)
            else:
                then(answer)

        self.jobs.append(do)

    def finish(self) -> None:
        self.is_finished = True

    def do_one(self) -> None:
        assert len(self.jobs) == 1, "one thing is done at a time"
        self.jobs.pop()()

    def do_all(self) -> None:
        while self.jobs:
            self.do_one()


class Shelf:
    """A store in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def read(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def write(self, name: str, data: bytes) -> None:
        self.kept[name] = data


class Viewer:
    """Looks at one pose, and looks again whenever it is told to."""

    def __init__(self, frames: FigureFrames, pose: Pose, canvas: Canvas = CANVAS) -> None:
        self.frames, self.pose, self.canvas = frames, pose, canvas
        self.looks = 0
        self.seen: Picture = ()
        self.look()

    def look(self) -> None:
        self.looks += 1
        self.seen = self.frames.picture(self.pose, self.canvas, self.look)

    def turn_to(self, pose: Pose, canvas: Canvas = CANVAS) -> None:
        self.pose, self.canvas = pose, canvas
        self.look()

    def person(self) -> QRectF:
        return next(layer.box for layer in self.seen if layer.part is Part.PERSON)


def at(reached: float) -> Moment:
    return Moment(reached=reached)


@pytest.fixture
def squares() -> Squares:
    return Squares()


@pytest.fixture
def hand() -> InHand:
    return InHand()


@pytest.fixture
def frames(squares: Squares, hand: InHand) -> Iterator[FigureFrames]:
    made = FigureFrames(squares, Forgetful(), hand)
    yield made
    made.close()


@pytest.fixture
def stretch(library: Library) -> Stretch:
    return library.stretch("towel-calf")


def test_nothing_is_made_before_somebody_wants_it(frames: FigureFrames, hand: InHand, squares: Squares) -> None:
    assert frames.drawn == 0
    assert not hand.jobs
    assert not squares.asked


def test_a_picture_is_not_waited_for_and_told_of_when_it_is_there(
    frames: FigureFrames, hand: InHand, stretch: Stretch
) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT))
    assert viewer.seen == ()
    hand.do_all()
    assert [layer.part for layer in viewer.seen] == [Part.FURNITURE, Part.PERSON]
    assert viewer.person() == QRectF(100, 40, 20, 20)


def test_the_same_picture_is_made_once_and_given_out_as_the_same(
    frames: FigureFrames, hand: InHand, stretch: Stretch
) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT))
    hand.do_all()
    first, made = viewer.seen, frames.drawn
    viewer.turn_to(Pose(stretch, Side.RIGHT, AT_START))
    hand.do_all()
    viewer.turn_to(Pose(stretch, Side.RIGHT))
    assert viewer.seen == first
    assert frames.drawn == made + 1
    assert not hand.jobs


def test_moments_that_nobody_could_tell_apart_are_one_picture(
    frames: FigureFrames, hand: InHand, stretch: Stretch, squares: Squares
) -> None:
    """As on the way in and on the way out, whose shares differ by a rounding."""
    for reached in (0.3, 0.30000000000000004, 0.3004, -0.0, 0.0):
        Viewer(frames, Pose(stretch, Side.RIGHT, at(reached)))
        hand.do_all()
    assert len(set(squares.asked) - {AT_END}) == 2


def test_the_left_side_is_the_mirror_image_and_costs_nothing(
    frames: FigureFrames, hand: InHand, stretch: Stretch
) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT, at(0.25)))
    hand.do_all()
    right = viewer.seen[1]
    viewer.turn_to(Pose(stretch, Side.LEFT, at(0.25)))
    assert not hand.jobs
    left = viewer.seen[1]
    assert left.box == QRectF(200 - right.box.right(), 40, 20, 20)
    assert left.image.flipped(Qt.Orientation.Horizontal) == right.image


def test_what_is_not_ready_is_stood_in_for_by_the_most_like_it(
    frames: FigureFrames, hand: InHand, stretch: Stretch
) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT, at(0.0)))
    hand.do_all()
    viewer.turn_to(Pose(stretch, Side.RIGHT, at(1.0)))
    hand.do_all()
    viewer.turn_to(Pose(stretch, Side.RIGHT, at(0.8)))
    assert viewer.person().left() == 100
    hand.do_all()
    assert viewer.person().left() == 80


def test_after_a_change_of_size_the_old_picture_is_stretched_until_the_new_one_is_ready(
    frames: FigureFrames, hand: InHand, stretch: Stretch
) -> None:
    pose = Pose(stretch, Side.RIGHT)
    viewer = Viewer(frames, pose)
    hand.do_all()
    viewer.turn_to(pose, Canvas(400, 200, 1.0, NIGHT))
    assert viewer.person() == QRectF(200, 80, 40, 40)
    assert viewer.seen[1].image.width() == 20
    hand.do_all()
    assert viewer.person() == QRectF(200, 40, 20, 20)


def test_a_finer_display_gets_a_finer_picture(frames: FigureFrames, hand: InHand, stretch: Stretch) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT), Canvas(200, 100, 2.0, NIGHT))
    hand.do_all()
    assert viewer.person() == QRectF(100, 40, 20, 20)
    assert viewer.seen[1].image.width() == 40


def test_when_the_light_is_dimmed_the_bright_picture_stays_until_the_dim_one_is_ready(
    frames: FigureFrames, hand: InHand, stretch: Stretch
) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT))
    hand.do_all()
    bright = viewer.seen
    viewer.turn_to(Pose(stretch, Side.RIGHT), Canvas(200, 100, 1.0, DIM))
    assert viewer.seen == bright
    hand.do_all()
    assert viewer.seen != bright


def test_no_stretch_ever_stands_in_for_another(frames: FigureFrames, hand: InHand, library: Library) -> None:
    viewer = Viewer(frames, Pose(library.stretch("towel-calf"), None))
    hand.do_all()
    viewer.turn_to(Pose(library.stretch("heel-raises"), None))
    assert viewer.seen == ()


def test_what_somebody_waits_for_comes_before_what_is_prepared(
    frames: FigureFrames, hand: InHand, stretch: Stretch, squares: Squares
) -> None:
    frames.prepare(lambda: [Pose(stretch, Side.RIGHT, at(step / 10)) for step in range(10)], CANVAS)
    hand.do_one()
    hand.do_one()
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT, at(0.75)))
    hand.do_one()
    hand.do_one()
    assert squares.asked[-1] == at(0.75)
    hand.do_all()
    assert viewer.person().left() == 75
    assert frames.drawn == 12


def test_what_is_prepared_is_ready_without_waiting_and_coarse_steps_come_first(
    frames: FigureFrames, hand: InHand, stretch: Stretch, squares: Squares
) -> None:
    frames.prepare(lambda: [Pose(stretch, Side.RIGHT, at(step / 10)) for step in range(9)], CANVAS)
    hand.do_all()
    assert [round(moment.reached * 10) for moment in squares.asked[1:]] == [0, 4, 8, 2, 6, 1, 3, 5, 7]
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT, at(0.7)))
    assert viewer.person().left() == 70
    assert not hand.jobs


def test_a_new_preparation_takes_the_place_of_the_old(frames: FigureFrames, hand: InHand, library: Library) -> None:
    first, second = library.stretch("towel-calf"), library.stretch("heel-raises")
    frames.prepare(lambda: [Pose(first, None, at(step / 10)) for step in range(9)], CANVAS)
    hand.do_one()
    frames.prepare(lambda: [Pose(second, None, at(0.5))], CANVAS)
    hand.do_all()
    assert frames.drawn == 3  # the room that was begun, and the two layers of the second


def test_who_looks_away_is_not_told_and_nothing_more_is_made_for_him(
    frames: FigureFrames, hand: InHand, stretch: Stretch
) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT))
    frames.forget(viewer.look)
    hand.do_all()
    assert viewer.looks == 1
    assert frames.drawn == 1


def test_never_more_is_held_than_was_granted(squares: Squares, hand: InHand, stretch: Stretch) -> None:
    frames = FigureFrames(squares, Forgetful(), hand, packed_bytes=4_000, open_bytes=6_000)
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT, at(0.0)))
    for step in range(40):
        viewer.turn_to(Pose(stretch, Side.RIGHT, at(step / 40)))
        hand.do_all()
        assert frames.held_bytes <= 10_000
        assert viewer.person().left() == pytest.approx(100 * step / 40, abs=0.5)
    frames.close()


def test_what_was_prepared_first_is_not_driven_out_by_what_comes_later(
    squares: Squares, hand: InHand, stretch: Stretch
) -> None:
    """Where there is no room for every step, the coarse ones stay."""
    frames = FigureFrames(squares, Forgetful(), hand, packed_bytes=5_000, open_bytes=6_000)
    frames.prepare(lambda: [Pose(stretch, Side.RIGHT, at(step / 100)) for step in range(101)], CANVAS)
    hand.do_all()
    made = frames.drawn
    assert made < 30
    for step in range(0, 4 * (made - 2), 4):
        viewer = Viewer(frames, Pose(stretch, Side.RIGHT, at(step / 100)))
        assert not hand.jobs
        assert viewer.person().left() == step
    frames.close()


def test_what_nobody_has_drawn_is_a_silhouette(frames: FigureFrames, hand: InHand, library: Library) -> None:
    viewer = Viewer(frames, Pose(library.stretch("childs-pose"), None))
    hand.do_all()
    assert len(viewer.seen) == 1
    assert frames.motion(library.stretch("childs-pose")) is None
    assert not hand.jobs


def test_a_drawing_that_fails_is_logged_and_a_silhouette_and_the_others_go_on(
    frames: FigureFrames, hand: InHand, library: Library, squares: Squares, caplog: pytest.LogCaptureFixture
) -> None:
    squares.breaks = True
    broken = Viewer(frames, Pose(library.stretch("towel-calf"), None))
    hand.do_all()
    squares.breaks = False
    assert len(broken.seen) == 1
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "towel-calf" in caplog.text
    whole = Viewer(frames, Pose(library.stretch("heel-raises"), None))
    hand.do_all()
    assert len(whole.seen) == 2


@pytest.mark.parametrize("moment", [None, at(0.5)], ids=["held", "on the way"])
def test_the_next_evening_takes_every_picture_from_the_disk(
    stretch: Stretch, squares: Squares, moment: Moment | None
) -> None:
    shelf = Shelf()
    assert seen_with(squares, shelf, Pose(stretch, Side.RIGHT, moment))
    assert len(shelf.kept) == 2
    later = Squares()
    assert seen_with(later, shelf, Pose(stretch, Side.LEFT, moment))
    assert later.asked == []


def test_other_code_another_size_or_another_light_is_another_picture(stretch: Stretch, squares: Squares) -> None:
    shelf = Shelf()
    seen_with(squares, shelf, Pose(stretch, Side.RIGHT))
    squares.code = "second version"
    seen_with(squares, shelf, Pose(stretch, Side.RIGHT))
    seen_with(squares, shelf, Pose(stretch, Side.RIGHT), Canvas(201, 100, 1.0, NIGHT))
    seen_with(squares, shelf, Pose(stretch, Side.RIGHT), Canvas(200, 100, 1.5, NIGHT))
    seen_with(squares, shelf, Pose(stretch, Side.RIGHT), Canvas(200, 100, 1.0, DIM))
    assert len(shelf.kept) == 10


@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[:-3], lambda _: b"\x89PNG\r\n", lambda d: d[::-1]])
def test_a_damaged_picture_on_the_disk_is_drawn_again_and_replaced(
    stretch: Stretch, squares: Squares, damage: Callable[[bytes], bytes]
) -> None:
    shelf = Shelf()
    seen_with(squares, shelf, Pose(stretch, Side.RIGHT))
    whole = dict(shelf.kept)
    shelf.kept = {name: damage(data) for name, data in whole.items()}
    asked = len(squares.asked)
    assert seen_with(squares, shelf, Pose(stretch, Side.RIGHT))
    assert len(squares.asked) == asked + 2
    assert shelf.kept == whole


def seen_with(squares: Squares, shelf: Shelf, pose: Pose, canvas: Canvas = CANVAS) -> Picture:
    """What an evening of its own shows."""
    hand = InHand()
    frames = FigureFrames(squares, shelf, hand)
    viewer = Viewer(frames, pose, canvas)
    hand.do_all()
    frames.close()
    return viewer.seen


def test_after_closing_nothing_is_made_any_more(frames: FigureFrames, hand: InHand, stretch: Stretch) -> None:
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT))
    frames.close()
    hand.do_all()
    viewer.turn_to(Pose(stretch, Side.RIGHT, AT_START))
    frames.prepare(lambda: [Pose(stretch, Side.RIGHT)], CANVAS)
    assert hand.is_finished
    assert not hand.jobs
    assert frames.drawn == 1


def test_with_a_thread_of_its_own_the_picture_comes_and_the_thread_goes(
    qtbot: QtBot, squares: Squares, stretch: Stretch
) -> None:
    frames = FigureFrames(squares, Forgetful(), Worker())
    viewer = Viewer(frames, Pose(stretch, Side.RIGHT))
    qtbot.waitUntil(lambda: len(viewer.seen) == 2)
    frames.prepare(lambda: [Pose(stretch, Side.RIGHT, at(step / 10)) for step in range(11)], CANVAS)
    qtbot.waitUntil(lambda: frames.drawn == 12)
    frames.close()
