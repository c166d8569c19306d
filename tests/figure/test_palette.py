"""In every light and on everybody the muscle is what is read first."""

from itertools import pairwise

import pytest

from bedtime.figure.muscles import GLOW
from bedtime.figure.palette import OWN, Colour, Palette, Theme, blend

LEAST = {"legs": 2.2, "top": 1.5, "skin": 1.1}  # contrast ratios of what glows to what it lies in
APART = 40  # and how far the two are apart as colours, of 441: on bare skin it is the hue that tells


def luminance(colour: Colour) -> float:
    r, g, b = (c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def apart(a: Colour, b: Colour) -> float:
    return float(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)


def aglow(palette: Palette, material: str) -> Colour:
    """The middle of a muscle under a material, where all the nested sizes lie over each other."""
    shown = palette[f"{material}.lit"]
    for layer in GLOW:
        shown = blend(shown, palette[layer.role], layer.alpha)
    return shown


@pytest.mark.parametrize("body", sorted(OWN))
@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("material", sorted(LEAST))
def test_a_muscle_stands_out_from_what_it_lies_in(material: str, theme: Theme, body: str) -> None:
    palette = Palette(theme, body)
    lit, plain = aglow(palette, material), palette[f"{material}.lit"]
    assert contrast(lit, plain) >= LEAST[material]
    assert apart(lit, plain) >= APART


@pytest.mark.parametrize("body", sorted(OWN))
@pytest.mark.parametrize("theme", list(Theme))
def test_no_piece_of_clothing_outshines_the_muscle(theme: Theme, body: str) -> None:
    palette = Palette(theme, body)
    assert apart(aglow(palette, "legs"), palette["legs.lit"]) > apart(palette["top.lit"], palette["legs.lit"])


@pytest.mark.parametrize("theme", list(Theme))
def test_what_lies_on_a_bed_or_a_mat_can_be_told_from_it(theme: Theme) -> None:
    palette = Palette(theme)
    for thing in ("towel.lit", "band.lit", "cloth.lit"):
        for ground in ("sheet.top", "mat.face"):
            assert contrast(palette[thing], palette[ground]) >= 1.2, f"{thing} on {ground}"


def test_a_glow_grows_brighter_towards_its_middle() -> None:
    assert all(outer.size > inner.size and outer.alpha < inner.alpha for outer, inner in pairwise(GLOW))
