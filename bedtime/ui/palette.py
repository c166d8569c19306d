"""The colours of the rooms ("Lamplight"). One accent; every status also has a word, a shape or a position.

The figure has colours of its own (`bedtime.figure`); these are the screen's. Contrast is measured in the tests.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QColor


class Theme(StrEnum):
    """Which lamp is lit."""

    NIGHT = "night"
    DIM = "dim"
    FAR = "far"
    CRAMP = "cramp"
    DAY = "day"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as #RRGGBB."""

    theme: Theme
    bg: str
    bg_edge: str
    surface_1: str
    surface_2: str
    line_hair: str
    line_control: str
    line_track: str
    text_primary: str
    text_secondary: str
    text_tertiary: str
    accent: str
    accent_deep: str
    accent_on: str
    glow: str

    @property
    def check(self) -> str:
        """The colour of a tick on `accent_deep`."""
        return self.accent_on if self.theme is Theme.DAY else self.bg

    def color(self, value: str, alpha: float = 1.0) -> QColor:
        """One of this palette's values as a Qt colour with the given opacity, 0 to 1."""
        color = QColor(value)
        color.setAlphaF(alpha)
        return color


NIGHT = Palette(
    theme=Theme.NIGHT,
    bg="#0C0806",
    bg_edge="#070403",
    surface_1="#17100B",
    surface_2="#211710",
    line_hair="#33241A",
    line_control="#8C6848",
    line_track="#4A3120",
    text_primary="#EFD3AC",
    text_secondary="#CDAA80",
    text_tertiary="#BE9B73",
    accent="#F0A257",
    accent_deep="#B06A2E",
    accent_on="#1C0F06",
    glow="#E88F3E",
)
DIM = Palette(
    theme=Theme.DIM,
    bg="#060302",
    bg_edge="#030201",
    surface_1="#0E0906",
    surface_2="#150E09",
    line_hair="#22170F",
    line_control="#86603F",
    line_track="#2E1E13",
    text_primary="#CDA06C",
    text_secondary="#AB8156",
    text_tertiary="#A0774F",
    accent="#C98545",
    accent_deep="#8A5528",
    accent_on="#140A04",
    glow="#A85F26",
)
CRAMP = Palette(
    theme=Theme.CRAMP,
    bg="#000000",
    bg_edge="#000000",
    surface_1="#0A0502",
    surface_2="#211710",
    line_hair="#2A160A",
    line_control="#8F4A22",
    line_track="#2E180B",
    text_primary="#DB8144",
    text_secondary="#BE6A33",
    text_tertiary="#A5582A",
    accent="#DB8144",
    accent_deep="#B06A2E",
    accent_on="#1C0F06",
    glow="#E88F3E",
)
DAY = Palette(
    theme=Theme.DAY,
    bg="#F6EEE2",
    bg_edge="#F1E6D6",
    surface_1="#FCF7EF",
    surface_2="#EFE3D1",
    line_hair="#E0CFB8",
    line_control="#8F6F52",
    line_track="#E2CDB2",
    text_primary="#2C1D13",
    text_secondary="#5F4735",
    text_tertiary="#63482F",
    accent="#8C4210",
    accent_deep="#C9742F",
    accent_on="#FFF7EC",
    glow="#F2B46E",
)
HIGH_CONTRAST = Palette(
    theme=Theme.HIGH_CONTRAST,
    bg="#000000",
    bg_edge="#000000",
    surface_1="#000000",
    surface_2="#1A1009",
    line_hair="#FFC27A",
    line_control="#FFC27A",
    line_track="#7A5330",
    text_primary="#FFF6E8",
    text_secondary="#FFE6C7",
    text_tertiary="#FFE0BA",
    accent="#FFC27A",
    accent_deep="#D98A3E",
    accent_on="#000000",
    glow="#7A4A1E",
)
FAR = replace(NIGHT, theme=Theme.FAR, text_primary="#D2AC7C", text_secondary="#BE9B73", accent="#DE9450")


def mix(one: str, other: str, share: float) -> QColor:
    """The colour `share` (0 to 1) of the way from one to the other, in the components' own encoding."""
    a, b = QColor(one), QColor(other)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )
