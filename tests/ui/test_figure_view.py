from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from bedtime.figure.moment import Moment
from bedtime.figure.pose import Motion
from bedtime.movement.library import Library
from bedtime.movement.stretch import Side, Stretch
from bedtime.ui.parts.figure_view import Canvas, FigureView, LaterArtist, Layer, Part, Picture, Pose, Standing
from tests.ui.conftest import Show

ROOM = Layer(Part.FURNITURE, QImage(100, 10, QImage.Format.Format_RGB32), QRectF(0, 90, 100, 10))


class Model:
    """An artist who has every picture ready: a box that stands as far to the right as the figure has come."""

    def __init__(self) -> None:
        self.layers: dict[float, Layer] = {}
        self.asked = 0
        self.forgotten = 0
        self.prepared: list[Canvas] = []
        self.again: Callable[[], None] | None = None

    def picture(self, pose: Pose, canvas: Canvas, again: Callable[[], None]) -> Picture:
        self.asked += 1
        self.again = again
        reached = round(pose.moment.reached, 1) if pose.moment is not None else 1.0
        if reached not in self.layers:
            image = QImage(10, 20, QImage.Format.Format_RGB32)
            self.layers[reached] = Layer(Part.PERSON, image, QRectF(canvas.width / 2 * reached, 40, 10, 20))
        return ROOM, self.layers[reached]

    def prepare(self, poses: Callable[[], Iterable[Pose]], canvas: Canvas) -> None:
        del poses
        self.prepared.append(canvas)

    def forget(self, again: Callable[[], None]) -> None:
        del again
        self.forgotten += 1

    def motion(self, stretch: Stretch) -> Motion | None:
        del stretch
        return Motion.HOLD


class Watched(FigureView):
    """Writes down what it repaints."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - what overrides Qt keeps Qt's name
        super().paintEvent(event)
        self.painted.append(event.rect())

    painted: list[QRect]


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
def stretch(library: Library) -> Stretch:
    return library.stretch("towel-calf")


@pytest.fixture
def screen() -> QWidget:
    return QWidget()


@pytest.fixture
def view(screen: QWidget, model: Model, show: Show) -> Watched:
    made = Watched(screen, model)
    made.painted = []
    made.setGeometry(0, 0, 100, 100)
    show(screen, QSize(200, 200))
    return made


def at(stretch: Stretch, reached: float) -> Pose:
    return Pose(stretch, Side.RIGHT, Moment(reached=reached))


def test_only_where_the_picture_differs_is_painted_anew(view: Watched, stretch: Stretch, qapp: QApplication) -> None:
    view.show_pose(at(stretch, 0.0))
    qapp.processEvents()
    view.painted.clear()
    view.show_pose(at(stretch, 0.4))
    qapp.processEvents()
    assert view.painted == [QRect(0, 39, 31, 22)]


def test_a_moment_with_the_same_picture_paints_nothing(view: Watched, stretch: Stretch, qapp: QApplication) -> None:
    view.show_pose(at(stretch, 0.4))
    qapp.processEvents()
    view.painted.clear()
    view.show_pose(at(stretch, 0.41))
    qapp.processEvents()
    assert view.painted == []


def test_the_same_pose_is_not_even_asked_for_twice(view: Watched, model: Model, stretch: Stretch) -> None:
    view.show_pose(at(stretch, 0.4))
    asked = model.asked
    view.show_pose(at(stretch, 0.4))
    assert model.asked == asked


def test_out_of_sight_nothing_is_asked_for_or_prepared(view: Watched, model: Model, stretch: Stretch) -> None:
    view.show_pose(at(stretch, 0.0))
    view.hide()
    asked = model.asked
    view.show_pose(at(stretch, 0.4))
    view.prepare(list)
    assert (model.asked, model.prepared) == (asked, [])
    assert model.forgotten
    view.show()
    assert model.asked > asked


def test_nobody_is_no_picture(view: Watched, stretch: Stretch, qapp: QApplication) -> None:
    view.show_pose(at(stretch, 0.0))
    qapp.processEvents()
    view.show_pose(None)
    assert view._layers == ()


def test_while_the_person_turns_both_sides_are_seen(view: Watched, model: Model, stretch: Stretch) -> None:
    view.show_pose(at(stretch, 0.0), at(stretch, 1.0), 0.25)
    shares = {layer: share for layer, share in view._layers if layer.part is Part.PERSON}
    assert shares == {model.layers[1.0]: 0.75, model.layers[0.0]: 0.25}


def test_a_ghost_is_the_person_alone_and_faint(screen: QWidget, model: Model, show: Show, stretch: Stretch) -> None:
    ghost = FigureView(screen, model, Standing.AS_A_GHOST)
    ghost.setGeometry(0, 0, 100, 100)
    show(screen, QSize(200, 200))
    ghost.show_pose(at(stretch, 1.0))
    ((layer, share),) = ghost._layers
    assert layer.part is Part.PERSON
    assert share < 0.3


def test_another_size_is_asked_for_at_once(view: Watched, model: Model, stretch: Stretch) -> None:
    view.show_pose(at(stretch, 0.0))
    asked = model.asked
    view.resize(150, 150)
    assert model.asked > asked


def test_a_later_artist_is_called_after_the_first_paint_and_then_draws(
    screen: QWidget, model: Model, show: Show, stretch: Stretch, qapp: QApplication
) -> None:
    view = FigureView(screen, LaterArtist(lambda: model))
    view.setGeometry(0, 0, 100, 100)
    view.show_pose(at(stretch, 0.0))
    assert model.asked == 0
    show(screen, QSize(200, 200))
    qapp.processEvents()
    assert [layer.part for layer, _ in view._layers] == [Part.FURNITURE, Part.PERSON]


def test_in_a_minimized_window_nothing_is_asked_for_until_it_is_seen_again(
    screen: QWidget, view: Watched, model: Model, stretch: Stretch, qapp: QApplication
) -> None:
    screen.showMinimized()
    qapp.processEvents()
    view.show_pose(at(stretch, 0.2))
    view.prepare(lambda: ())
    assert (model.asked, model.prepared) == (0, [])
    screen.showNormal()
    qapp.processEvents()
    assert model.asked
