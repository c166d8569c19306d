"""The letters: Source Sans for the interface and the countdown, Source Serif for the program's own voice.

They come as data packages, so that every machine shows the same letters; a missing package falls back to the system's.
Only the weights in use are loaded, because each costs a few milliseconds before the first paint.
"""

import importlib.util
import logging
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

log = logging.getLogger(__name__)

SANS = ("Source Sans Pro", "Inter", "Noto Sans", "sans-serif")
SERIF = ("Source Serif Pro", "Noto Serif", "serif", "sans-serif")
"""The last one for scripts of which this computer has no letters with serifs."""
SMALLEST_PX = 16
"""Nothing is written smaller, anywhere."""
_FILES = {
    "font_source_sans_pro": ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf"),
    "font_source_serif_pro": ("SourceSerifPro-Light.ttf", "SourceSerifPro-Regular.ttf"),
}


@cache
def load_fonts() -> None:
    """Make the program's letters known to Qt. Needs a QGuiApplication; asking again costs nothing."""
    for package, names in _FILES.items():
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            log.info("The package %s is not installed; the system's letters are used.", package)
            continue
        for name in names:
            QFontDatabase.addApplicationFont(str(Path(spec.origin).parent / "files" / name))


def sans(px: float, weight: int = 400, tracking: float = 0.0) -> QFont:
    """The interface's letters at `px` logical pixels, with figures that all have one width."""
    return _font(SANS, px, weight, tracking)


def serif(px: float, weight: int = 400, tracking: float = 0.0) -> QFont:
    """The voice: titles and the names of stretches. Never for a number that is read from afar.

    Scripts that run from the right seldom have light letters; asked for those, some systems show empty boxes.
    """
    is_other_script = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _font(SERIF, px, max(weight, 400) if is_other_script else weight, tracking)


def _font(families: tuple[str, ...], px: float, weight: int, tracking: float) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(SMALLEST_PX, round(px)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return font


def width_of(text: str, font: QFont) -> float:
    """How far `text` runs, in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def fitted(font: QFont, text: str, width: float) -> QFont:
    """`font`, made smaller where `text` would not fit `width`, but never under the smallest size."""
    wide = width_of(text, font)
    if wide <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(SMALLEST_PX, int(font.pixelSize() * width / wide)))
    return smaller
