import zlib
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from bedtime.ui.figure_frame import Frame, frame_from, frame_of

SIZE = (120, 80)


def canvas(*boxes: QRect) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    for number, box in enumerate(boxes):
        painter.fillRect(box, QColor(200, 100 + number, 50, 255 - 40 * number))
    painter.end()
    return image


@given(x=st.integers(0, 119), y=st.integers(0, 79), wide=st.integers(1, 40), high=st.integers(1, 40))
def test_a_frame_is_what_is_painted_and_no_more(x: int, y: int, wide: int, high: int) -> None:
    image = canvas(QRect(x, y, wide, high))
    frame = frame_of(image)
    assert frame.place == (x, y, min(wide, 120 - x), min(high, 80 - y))
    assert frame.image() == image.copy(*frame.place)


@given(wide=st.integers(1, 40), high=st.integers(1, 40), share=st.integers(1, 40))
def test_a_canvas_of_any_width_keeps_its_frame(wide: int, high: int, share: int) -> None:
    """Qt pads lines to whole words, and nothing says what stands in the padding."""
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.fillRect(0, 0, share, high, QColor("white"))
    painter.end()
    frame = frame_of(image)
    assert frame.place == (0, 0, min(share, wide), high)
    assert frame_from(frame.to_bytes(), wide, high) == frame


def test_a_frame_comes_back_from_its_bytes_as_it_was() -> None:
    frame = frame_of(canvas(QRect(3, 4, 50, 20), QRect(30, 10, 20, 60)))
    assert frame_from(frame.to_bytes(), *SIZE) == frame


def test_an_empty_canvas_is_an_empty_frame_and_that_can_be_kept_too() -> None:
    frame = frame_of(canvas())
    assert frame.place == (0, 0, 0, 0)
    assert frame_from(frame.to_bytes(), *SIZE) == frame


@given(data=st.data())
def test_bytes_with_any_change_are_no_frame(data: st.DataObject) -> None:
    whole = frame_of(canvas(QRect(10, 10, 30, 30))).to_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[at] ^= data.draw(st.integers(1, 255))
    assert frame_from(bytes(changed), *SIZE) is None
    assert frame_from(whole[:at], *SIZE) is None
    assert frame_from(whole + whole[: at + 1], *SIZE) is None


@given(st.binary(max_size=200))
def test_foreign_bytes_are_no_frame(data: bytes) -> None:
    assert frame_from(data, *SIZE) is None
    assert frame_from(b"BTF1" + data, *SIZE) is None


@pytest.mark.parametrize(
    ("place", "dots"),
    [
        ((0, 0, 121, 80), b"\0" * 121 * 80 * 4),  # wider than the canvas
        ((100, 0, 21, 1), b"\0" * 84),  # beyond its edge
        ((0, 0, 10, 10), b"\0" * 50_000_000),  # far more than it says
        ((0, 0, 10, 10), b"\0" * 396),  # less
        ((0, 0, 0, 0), b"\0" * 4),  # something where there is nothing
        ((0, 0, 0, 5), b""),
    ],
)
def test_well_made_bytes_that_lie_are_no_frame(place: tuple[int, int, int, int], dots: bytes) -> None:
    """As somebody would make them who wants the program to fill the memory."""
    rest = pack("<4H", *place) + zlib.compress(dots)
    assert frame_from(b"BTF1" + pack("<I", zlib.crc32(rest)) + rest, *SIZE) is None


def test_packed_dots_that_go_on_after_their_end_are_no_frame() -> None:
    rest = pack("<4H", 0, 0, 1, 1) + zlib.compress(b"\0" * 4) + b"more"
    assert frame_from(b"BTF1" + pack("<I", zlib.crc32(rest)) + rest, *SIZE) is None


def test_a_frame_of_the_figure_packs_to_a_fraction() -> None:
    frame: Frame = frame_of(canvas(QRect(0, 0, 120, 80)))
    assert len(frame.packed) < frame.dots_bytes / 20
