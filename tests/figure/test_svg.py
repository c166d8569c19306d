"""The SVG of a figure: well formed, in the colours of its theme, and complete."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from bedtime.figure.body import DEFAULT_BODY
from bedtime.figure.card import framed, picture, settled
from bedtime.figure.display import Clipped, Op, Soft
from bedtime.figure.palette import Palette, Theme
from bedtime.figure.pose import Figure
from bedtime.figure.svg import svg

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{tag}" for tag in ("path", "ellipse")}


def shapes(ops: Iterable[Op]) -> int:
    """How many shapes are painted, without the clips."""
    count = 0
    for op in ops:
        match op:
            case Clipped():
                count += shapes(op.ops)
            case Soft():
                count += shapes(op.fills)
            case _:
                count += 1
    return count


def test_every_shape_of_the_display_list_is_in_it_and_every_reference_is_defined(figure: Figure) -> None:
    shown = picture(framed(settled(figure, DEFAULT_BODY), "right", 480, 360))
    text = svg(shown, Palette(Theme.DAY), "A stretch & more")
    root = ET.fromstring(text)  # noqa: S314 - our own text
    group = root.find(f"{SVG}g")
    assert group is not None
    painted = [element for element in group.iter() if element.tag in SHAPES]
    assert len(painted) == shapes((*shown.backdrop, *shown.furniture, *shown.figure))
    assert root.findtext(f"{SVG}title") == "A stretch & more"
    defined = {element.get("id") for element in root.iter() if element.get("id")}
    assert set(re.findall(r"url\(#(\w+)\)", text)) == defined
