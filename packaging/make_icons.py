"""Draws the icon, a lamp going down behind the floor line, and writes every form of it to assets/icons/.

Run it after a change here: `.venv/bin/python packaging/make_icons.py`. The small sizes are drawn on a grid of
their own, with fewer parts, because a large drawing made small is a smudge.
"""

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "assets" / "icons"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
SMALL = 32

# Night colours of the design: room, lamp, floor.
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">
  <defs>
    <radialGradient id="room" gradientUnits="userSpaceOnUse" cx="128" cy="140" r="170">
      <stop offset="0" stop-color="#4a2a14"/>
      <stop offset="0.6" stop-color="#211710"/>
      <stop offset="1" stop-color="#150d08"/>
    </radialGradient>
    <linearGradient id="lamp" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#ffb566"/>
      <stop offset="1" stop-color="#e08a3f"/>
    </linearGradient>
  </defs>
  <rect x="8" y="8" width="240" height="240" rx="56" fill="url(#room)"/>
  <path d="M75.2 158 A70 70 0 1 1 180.8 158 z" fill="url(#lamp)"/>
  <g stroke-width="11" stroke-linecap="round" fill="none">
    <path d="M38 181 h58" stroke="#efd3ac"/>
    <path d="M118 181 h58" stroke="#efd3ac"/>
    <path d="M198 181 h20" stroke="#8c6848"/>
  </g>
</svg>
"""

SMALL_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <rect width="16" height="16" rx="3.5" fill="#211710"/>
  <path d="M4.26 11 A4.5 4.5 0 1 1 11.74 11 z" fill="#f0a257"/>
  <path d="M2 12 h8 v1 h-8 z" fill="#efd3ac"/>
  <path d="M11 12 h3 v1 h-3 z" fill="#8c6848"/>
</svg>
"""


def drawn(size: int) -> QImage:
    """The icon `size` pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    source = SMALL_DRAWING if size <= SMALL else DRAWING
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """The image as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def as_ico(pngs: dict[int, bytes]) -> bytes:
    """Windows' icon file: a table of sizes, then the PNGs. 256 is written as 0."""
    table, body = b"", b""
    start = 6 + 16 * len(ICO_SIZES)
    for size in ICO_SIZES:
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(pngs[size]), start + len(body))
        body += pngs[size]
    return struct.pack("<HHH", 0, 1, len(ICO_SIZES)) + table + body


def as_icns(pngs: dict[int, bytes]) -> bytes:
    """Apple's icon file: one block for each size."""
    blocks = b"".join(kind + struct.pack(">I", 8 + len(pngs[size])) + pngs[size] for size, kind in ICNS_TYPES.items())
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


def main() -> None:
    """Write every form of the icon."""
    application = QGuiApplication([])
    ICONS.mkdir(parents=True, exist_ok=True)
    pngs = {size: as_png(drawn(size)) for size in PNG_SIZES}
    (ICONS / "bedtime.svg").write_text(DRAWING, encoding="utf-8")
    (ICONS / "bedtime-small.svg").write_text(SMALL_DRAWING, encoding="utf-8")
    for size, png in pngs.items():
        (ICONS / f"bedtime-{size}.png").write_bytes(png)
    (ICONS / "bedtime.ico").write_bytes(as_ico(pngs))
    (ICONS / "bedtime.icns").write_bytes(as_icns(pngs))
    application.quit()


if __name__ == "__main__":
    main()
