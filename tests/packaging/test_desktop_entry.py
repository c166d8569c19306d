"""The desktop entry and the icon, as the systems read them."""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

ROOT = Path(__file__).parent.parent.parent
ICONS = ROOT / "assets" / "icons"


def test_the_desktop_entry_is_valid() -> None:
    if not shutil.which("desktop-file-validate"):
        pytest.skip("there is no desktop-file-validate")
    entry = ROOT / "packaging" / "linux" / "bedtime.desktop"
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_the_icon_shows_the_lamp_over_the_floor(size: int) -> None:
    """Amber in the middle, dark at the edge, and nothing in the corners."""
    image = QImage(str(ICONS / f"bedtime-{size}.png"))
    assert (image.width(), image.height()) == (size, size)
    lamp, edge, corner = (
        QColor(image.pixelColor(x, y)) for x, y in ((size // 2, size // 2), (size // 2, size // 8), (0, 0))
    )
    assert lamp.red() > 200
    assert lamp.blue() < 120
    assert edge.lightness() < 60
    assert corner.alpha() < 128


def test_windows_and_apple_get_every_size() -> None:
    ico, icns = (ICONS / "bedtime.ico").read_bytes(), (ICONS / "bedtime.icns").read_bytes()
    assert struct.unpack_from("<HHH", ico) == (0, 1, 7)
    assert [ico[6 + 16 * place] or 256 for place in range(7)] == [16, 24, 32, 48, 64, 128, 256]
    assert (icns[:4], struct.unpack_from(">I", icns, 4)) == (b"icns", (len(icns),))
