"""Judges the bytes of a person's own picture before anything draws it: PNG, JPEG or SVG, and nothing that could harm.

What cannot be used is refused with one sentence (BadInput). No picture is decoded here: size and soundness are read
from its parts, so a picture that would fill the memory is refused unopened. SVG is judged in `movement.svg`.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bedtime.errors import BadInput
from bedtime.language import _

LARGEST_BYTES = 10 << 20
LONGEST_SIDE = 8_000
MOST_PIXELS = 32_000_000
_MOST_SCANS = 64  # of a progressive JPEG; each costs a pass over the whole picture

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_LONE_MARKERS = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END = 0xDA, 0xD9


class PictureKind(StrEnum):
    """What a picture is; also the ending of its name."""

    PNG = "png"
    JPEG = "jpg"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What is known of a picture that can be used. Width and height are pixels, or the SVG's own units."""

    kind: PictureKind
    width: float
    height: float


def look_at(data: bytes) -> PictureFacts:
    """What a picture is. BadInput, with one sentence, when it cannot be used."""
    if len(data) > LARGEST_BYTES:
        raise BadInput(_("The picture is too large. It may have up to 10 MB."))
    if not data.startswith((_PNG, _JPEG)) and (b"<svg" in data[:100_000] or b":svg" in data[:100_000]):
        from bedtime.movement.svg import svg_size  # noqa: PLC0415 - few people have one, and a parser is not for free

        return PictureFacts(PictureKind.SVG, *svg_size(data, _look_at_points))
    return _look_at_points(data)


def _look_at_points(data: bytes) -> PictureFacts:
    if data.startswith(_PNG):
        return _raster(PictureKind.PNG, *_png_size(data))
    if data.startswith(_JPEG):
        return _raster(PictureKind.JPEG, *_jpeg_size(data))
    raise BadInput(_("This is not a picture that can be shown. It needs to be PNG, JPEG or SVG."))


def _raster(kind: PictureKind, width: int, height: int) -> PictureFacts:
    if not width or not height:
        raise _broken()
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise BadInput(
            _("The picture has {width} by {height} points. It may have up to {most} by {other}.").format(
                width=width, height=height, most=LONGEST_SIDE, other=MOST_PIXELS // LONGEST_SIDE
            )
        )
    return PictureFacts(kind, width, height)


def _png_size(data: bytes) -> tuple[int, int]:
    """The size in its first chunk, once every chunk is sound and the last one is there."""
    kinds = []
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunk = data[at + 4 : at + 8 + length]
        kinds.append(chunk[:4])
        check = data[at + 8 + length : at + 12 + length]
        if len(chunk) != length + 4 or check != zlib.crc32(chunk).to_bytes(4, "big"):
            raise _broken()
        at += 12 + length
        if kinds[-1] == b"IEND":
            break
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds or len(data) < 33:
        raise _broken()
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size in its frame, once there is a picture after it."""
    if data.count(bytes((0xFF, _SCAN))) > _MOST_SCANS:
        raise BadInput(_("The picture is made of too many layers. Save it again as a usual JPEG."))
    size: tuple[int, int] | None = None
    for marker, content in _jpeg_segments(data):
        if marker in _FRAMES and len(content) >= 5:
            height, width = struct.unpack_from(">HH", content, 1)
            size = width, height
        if marker == _SCAN and size:
            return size
    raise _broken()


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every segment as far as the first scan."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _LONE_MARKERS:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _END or length < 2 or at + 2 + length >= len(data):
            return
        yield marker, data[at + 4 : at + 2 + length]
        if marker == _SCAN:
            return
        at += 2 + length


def _broken() -> BadInput:
    return BadInput(_("The picture is broken. Save it again, or choose another one."))
