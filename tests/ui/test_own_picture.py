"""A person's own picture is opened only once it has been judged, and stands where a figure would."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from bedtime.errors import BadInput
from bedtime.movement.library import Library
from bedtime.store.bundled import read_bundled
from bedtime.ui.own_picture import in_the_light_of, open_picture
from bedtime.ui.own_pictures import OwnPictures
from bedtime.ui.palette import DAY, NIGHT
from bedtime.ui.parts.figure_view import Canvas, Pose
from bedtime.ui.parts.silhouette import Silhouette
from tests.movement.test_pictures import a_jpeg, a_png, an_svg
from tests.ui.measure import melanopic_percent

TOWEL = Library(read_bundled).stretch("towel-calf")
pytestmark = pytest.mark.usefixtures("qapp")
CANVAS = Canvas(100, 80, 1.0, NIGHT)


@pytest.fixture
def red_png():
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def nothing():
    pass


def test_a_picture_fits_its_room_and_keeps_its_shape(red_png):
    image = open_picture(red_png, 100, 100, 2)
    assert (image.width(), image.height(), image.devicePixelRatio()) == (200, 100, 2)
    assert image.pixelColor(100, 50).name() == "#ff0000"


def test_an_svg_is_drawn_as_large_as_it_is_shown():
    image = open_picture(an_svg('<rect width="20" height="10" fill="#00ff00"/>'), 300, 100)
    assert (image.width(), image.height()) == (200, 100)
    assert image.pixelColor(190, 90).name() == "#00ff00"


@pytest.mark.qt_log_ignore("Quantization table")
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        a_png()[:-9],
        a_png(9_000, 9_000),
        a_jpeg(),
        an_svg('<image href="file:///etc/passwd" width="5" height="5"/>'),
        b"x" * (11 << 20),
    ],
)
def test_what_the_checks_refuse_or_what_cannot_be_read_is_one_sentence(data):
    with pytest.raises(BadInput, match=r"^[^\n]+\.$"):
        open_picture(data, 100, 100)


def test_an_own_picture_takes_the_figures_place_and_a_broken_one_does_not(red_png):
    pictures = {"good": red_png, "broken": b"no picture"}
    artist = OwnPictures(Silhouette(), pictures.get)
    own = replace(TOWEL, id="good", picture="good.png")
    (layer,) = artist.picture(Pose(own, None), CANVAS, nothing)
    assert (layer.box.width(), layer.box.height()) == (84, 42)
    assert layer.box.bottom() == pytest.approx(69.6, abs=1)
    assert artist.picture(Pose(own, None), CANVAS, nothing)[0] is layer, "opened once"
    broken = replace(own, id="broken", picture="broken.png")
    assert artist.picture(Pose(broken, None), CANVAS, nothing)
    assert artist.motion(own) is None


def test_after_another_picture_was_chosen_that_one_is_shown(red_png):
    pictures = {"good": red_png}
    artist = OwnPictures(Silhouette(), pictures.get)
    own = replace(TOWEL, id="good", picture="good.png")
    (before,) = artist.picture(Pose(own, None), CANVAS, nothing)
    pictures["good"] = an_svg()
    artist.forget_pictures()
    (after,) = artist.picture(Pose(own, None), CANVAS, nothing)
    assert after is not before


@pytest.mark.timeout(60)
def test_the_slowest_picture_that_is_allowed_is_drawn_all_the_same():
    ring = '<circle cx="5" cy="5" r="5" fill-opacity="0.1" stroke="blue" stroke-width="9" stroke-opacity="0.2"/>'
    data = an_svg(ring * 2_700)
    image = open_picture(data, 1920, 1080)
    assert image.size().toTuple() == (1920, 960)
    assert image.pixelColor(image.width() // 2, image.height() // 2).alpha() > 0


def test_a_white_picture_gives_little_light_at_night_and_stays_white_by_day():
    white = QImage(40, 20, QImage.Format.Format_ARGB32_Premultiplied)
    white.fill(QColor("white"))
    clear = QImage(40, 20, QImage.Format.Format_ARGB32_Premultiplied)
    clear.fill(0)
    assert melanopic_percent(in_the_light_of(white, NIGHT)) < 5
    assert in_the_light_of(white, DAY).pixelColor(3, 3) == QColor("white")
    assert in_the_light_of(clear, NIGHT).pixelColor(3, 3).alpha() == 0
