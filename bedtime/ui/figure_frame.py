"""One rendered picture of a figure, packed: cropped to what is painted, and a tenth of its size.

The same bytes are kept in memory and on the disk. What comes back from a disk may be anything, so it is checked whole.
"""

import zlib
from dataclasses import dataclass
from struct import Struct, error

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

QUICKLY = 3
"""Level 1 packs no faster, and unpacks half as fast."""
BYTES_A_DOT = 4
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_NOTHING = b"\0"
_MARK = b"BTF1"
_HEAD = Struct("<4sI4H")  # the mark, a checksum of all that follows, left, top, width, height


@dataclass(frozen=True, slots=True)
class Frame:
    """What is painted of a canvas, in its dots: where, how large, and the packed dots."""

    left: int
    top: int
    width: int
    height: int
    packed: bytes

    @property
    def dots_bytes(self) -> int:
        """What it takes unpacked."""
        return self.width * self.height * BYTES_A_DOT

    def image(self) -> QImage:
        """The picture of that place."""
        dots = zlib.decompress(self.packed) if self.packed else b""
        return QImage(dots, self.width, self.height, self.width * BYTES_A_DOT, _FORMAT).copy()

    def to_bytes(self) -> bytes:
        """The frame for a disk."""
        place = _HEAD.pack(_MARK, 0, self.left, self.top, self.width, self.height)[8:]
        return _HEAD.pack(_MARK, zlib.crc32(place + self.packed), *self.place) + self.packed

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width, height."""
        return self.left, self.top, self.width, self.height


def frame_of(canvas: QImage) -> Frame:
    """The painted part of a canvas, which has the format ARGB32_Premultiplied."""
    box = painted_part(canvas)
    if box.isEmpty():
        return Frame(0, 0, 0, 0, b"")
    part = canvas.copy(box)
    return Frame(box.left(), box.top(), box.width(), box.height(), zlib.compress(part.constBits(), QUICKLY))


def frame_from(data: bytes, width: int, height: int) -> Frame | None:
    """The frame that `to_bytes` wrote for a canvas of that size; None for anything else."""
    try:
        mark, checksum, *place = _HEAD.unpack_from(data)
    except error:
        return None
    if mark != _MARK or checksum != zlib.crc32(data[8:]):
        return None
    left, top, wide, high = place
    frame = Frame(left, top, wide, high, data[_HEAD.size :])
    if left + wide > width or top + high > height or not _is_whole(frame):
        return None
    return frame


def _is_whole(frame: Frame) -> bool:
    """Whether the packed bytes are as many dots as the frame says, found out without ever unpacking more than that."""
    if not frame.packed:
        return frame.dots_bytes == 0
    unpacker = zlib.decompressobj()
    try:
        dots = unpacker.decompress(frame.packed, frame.dots_bytes + 1)
    except zlib.error:
        return False
    return unpacker.eof and not unpacker.unused_data and len(dots) == frame.dots_bytes > 0


def painted_part(canvas: QImage) -> QRect:
    """The smallest box round every dot that is not wholly transparent."""
    alpha = canvas.convertToFormat(QImage.Format.Format_Alpha8)
    dots, stride, wide = bytes(alpha.constBits()), alpha.bytesPerLine(), alpha.width()
    # A line is padded to whole words, and what stands in the padding is no dot.
    lines = (dots[start : start + wide] for start in range(0, len(dots), stride))
    painted = {y: line for y, line in enumerate(lines) if line.strip(_NOTHING)}
    if not painted:
        return QRect()
    left = min(wide - len(line.lstrip(_NOTHING)) for line in painted.values())
    right = max(len(line.rstrip(_NOTHING)) for line in painted.values()) - 1
    return QRect(QPoint(left, min(painted)), QPoint(right, max(painted)))
