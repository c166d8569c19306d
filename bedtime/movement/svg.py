"""Judges an SVG picture: shapes, letters and colours of its own, nothing from outside, no more than can be drawn.

What it may hold is a list; all else of SVG is refused by name, and what belongs to drawing programs is passed over.
A shape that is used again counts each time, so that a small file cannot unfold into an endless picture.
"""

import base64
import binascii
import math
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from bedtime.errors import BadInput
from bedtime.language import N_, _

SVG = "http://www.w3.org/2000/svg"
MOST_ELEMENTS = 20_000
MOST_DRAWN = 3_000
"""How many parts are drawn at most: at a millisecond each, nobody waits long for the worst of pictures."""
A_PART_IN_NUMBERS, A_PART_IN_DASHES, A_PART_IN_POINTS = 1_000, 100, 10_000
"""What takes as long as a part: so many numbers of a path, dashes of a line, points of a picture within the picture."""
DEEPEST = 60
MOST_IMAGES = 8
FARTHEST = 100_000
FINEST_DASH = 0.5
TOO_MUCH = N_("The picture has too many parts to be shown. Save it as PNG.")

_ALLOWED = frozenset(
    (
        *(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "switch",
            "title",
            "desc",
            "metadata",
            "style",
            "text",
            "tspan",
            "image",
        ),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "clipPath"),
        *("linearGradient", "radialGradient", "stop"),
    )
)
_GEOMETRY = frozenset(
    (
        *("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy"),
        *("width", "height", "viewBox", "transform", "gradientTransform", "stroke-width", "font-size"),
    )
)
_LETTERS = frozenset({"text", "tspan"})
_LINK_NAMES = frozenset({"href", "src", "base"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_URL = re.compile(r"url\(([^()]*)\)", re.IGNORECASE)
_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg|jpg);base64,", re.IGNORECASE)
_DASHES = re.compile(r"stroke-dasharray\s*:\s*([^;}]*)", re.IGNORECASE)
_SPLIT = " "  # what expat puts between a namespace and a name; no name holds one


class Facts(Protocol):
    """What is known of a picture within the picture."""

    @property
    def width(self) -> float:
        """In points."""
        ...

    @property
    def height(self) -> float:
        """In points."""
        ...


def svg_size(data: bytes, judge_image: Callable[[bytes], Facts]) -> tuple[float, float]:
    """The width and the height that an SVG says, in its own units. BadInput for one that is not to be drawn.

    `judge_image` raises BadInput for a picture within the picture that cannot be used.
    """
    reader = _Reader(judge_image)
    parser = expat.ParserCreate(namespace_separator=_SPLIT)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own "this is all"
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadInput(_("The picture is broken: it is not whole SVG.")) from error
    return reader.finish()


def _refuse_doctype(*_of_parser: object) -> None:
    raise BadInput(_("The picture brings its own definitions (DOCTYPE). Save it again as plain SVG."))


def _refuse_instruction(target: str, _content: str) -> None:
    raise BadInput(
        _("The picture asks for something else to be loaded ({what}). Save it as plain SVG.").format(
            what=_shown(target)
        )
    )


@dataclass(slots=True)
class _Element:
    identifier: str | None
    name: str = ""
    work: float = 1.0
    """How many parts it is worth by itself."""
    length: float = 0.0
    """No line of it is longer, in the picture's own units."""
    inside: list["_Element"] = field(default_factory=list)
    used: list[str] = field(default_factory=list)


class _Reader:
    """Follows the parser through the picture."""

    def __init__(self, judge_image: Callable[[bytes], Facts]) -> None:
        self._judge_image_data = judge_image
        self._open: list[_Element] = []
        self._foreign = 0  # how deep in what belongs to another program
        self._styles: list[str] = []
        self._in_style = False
        self._by_id = defaultdict[str, list[_Element]](list)
        self._images = 0
        self._elements = 0
        self._size = (0.0, 0.0)
        self._finest_dash = math.inf
        self._root: _Element | None = None

    def start(self, whole_name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) + self._foreign >= DEEPEST:
            raise BadInput(_(TOO_MUCH))
        namespace, _split, name = whole_name.rpartition(_SPLIT)
        if self._root is None and (name != "svg" or namespace not in {"", SVG}):
            raise BadInput(_("This is not an SVG picture."))
        if self._foreign or namespace not in {"", SVG}:
            self._foreign += 1
            return
        if name not in _ALLOWED:
            raise BadInput(
                _("The picture holds “{what}”, which cannot be shown safely. Save it as plain SVG.").format(
                    what=_shown(name)
                )
            )
        self._begin(name, {key.rpartition(_SPLIT)[2]: said for key, said in attributes.items()})

    def end(self, _name: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        self._open.pop()
        self._in_style = False

    def text(self, words: str) -> None:
        if self._foreign or not self._open:
            return
        if self._in_style:
            self._styles.append(words)
        elif self._open[-1].name in _LETTERS:
            self._open[-1].work += len(words.strip())

    def finish(self) -> tuple[float, float]:
        """The size, once all that it refers to is known."""
        element = _Element(None)
        self._judge_style("".join(self._styles), element)
        if self._root is None:
            raise BadInput(_("This is not an SVG picture."))
        self._count(self._root, {}, [])
        return self._size

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        element = _Element(attributes.get("id"), name)
        if self._open:
            self._open[-1].inside.append(element)
        if self._root is None:
            self._root = element
            self._size = _size(attributes)
        if element.identifier is not None:
            self._by_id[element.identifier].append(element)
        self._open.append(element)
        self._in_style = name == "style"
        for key, said in attributes.items():
            self._judge(name, key, said, element)

    def _judge(self, name: str, key: str, said: str, element: _Element) -> None:
        if key.lower().startswith("on"):
            raise BadInput(_("The picture holds a program. Save it as plain SVG."))
        if key in _LINK_NAMES:
            self._judge_link(name, said.strip(), element)
        elif key == "style":
            self._judge_style(said, element)
        elif "url" in said.lower():
            self._judge_urls(said, element)
        if key in _GEOMETRY:
            self._judge_geometry(said, element)
        if key == "stroke-dasharray":
            self._judge_dashes(said)

    @staticmethod
    def _judge_geometry(said: str, element: _Element) -> None:
        for number in _NUMBER.finditer(said):
            size = abs(float(number[0]))
            if size > FARTHEST:
                raise BadInput(_("The picture reaches too far to be shown. Make it smaller, and save it again."))
            element.length += 2 * size
            element.work += 1 / A_PART_IN_NUMBERS

    def _judge_dashes(self, said: str) -> None:
        lengths = [abs(float(number)) for number in _NUMBER.findall(said)]
        if lengths and 0 < sum(lengths) < FINEST_DASH:
            raise BadInput(_("The picture's dashed lines are too fine to be shown."))
        if sum(lengths):
            self._finest_dash = min(self._finest_dash, sum(lengths))

    def _judge_link(self, name: str, said: str, element: _Element) -> None:
        if said.startswith("#"):
            element.used.append(said[1:])
        elif name == "image" and (found := _DATA_IMAGE.match(said)):
            self._judge_image(said[found.end() :], element)
        elif said:
            raise BadInput(_("The picture refers to something outside itself. Save it with everything embedded."))

    def _judge_image(self, encoded: str, element: _Element) -> None:
        self._images += 1
        if self._images > MOST_IMAGES:
            raise BadInput(_(TOO_MUCH))
        try:
            data = base64.b64decode("".join(encoded.split()), validate=True)
        except (binascii.Error, ValueError) as error:
            raise BadInput(_("The picture is broken: a picture within it cannot be read.")) from error
        facts = self._judge_image_data(data)
        element.work += facts.width * facts.height / A_PART_IN_POINTS

    def _judge_style(self, said: str, element: _Element) -> None:
        if "\\" in said or "@" in said or "expression" in said.lower():
            raise BadInput(_("The picture's style sheet cannot be used safely. Save it as plain SVG."))
        self._judge_urls(said, element)
        for dashes in _DASHES.findall(said):
            self._judge_dashes(dashes)

    def _judge_urls(self, said: str, element: _Element) -> None:
        targets = [target.strip(" \t\n\r'\"") for target in _URL.findall(said)]
        if len(targets) != said.lower().count("url") or not all(target.startswith("#") for target in targets):
            raise BadInput(_("The picture refers to something outside itself. Save it with everything embedded."))
        element.used += [target[1:] for target in targets]

    def _count(self, element: _Element, known: dict[int, float], way: list[int]) -> float:
        """How many parts are drawn for an element, with all that it uses; BadInput when there is no end to it."""
        if id(element) in way:
            raise BadInput(_("The picture refers to itself without end."))
        if len(way) > 4 * DEEPEST:
            raise BadInput(_(TOO_MUCH))
        if id(element) not in known:
            way.append(id(element))
            below = [*element.inside, *(other for name in element.used for other in self._by_id[name])]
            dashes = element.length / self._finest_dash
            known[id(element)] = (
                element.work + dashes / A_PART_IN_DASHES + sum(self._count(other, known, way) for other in below)
            )
            way.pop()
        if known[id(element)] > MOST_DRAWN:
            raise BadInput(_(TOO_MUCH))
        return known[id(element)]


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    box = [float(number) for number in _NUMBER.findall(attributes.get("viewBox", ""))]
    width, height = (_length(attributes.get(name, "")) for name in ("width", "height"))
    if len(box) == 4:
        width, height = width or box[2], height or box[3]
    if not (0 < width <= FARTHEST and 0 < height <= FARTHEST):
        raise BadInput(_("The picture does not say how large it is. Save it again with a width and a height."))
    return width, height


def _length(said: str) -> float:
    found = _NUMBER.match(said.strip())
    return float(found[0]) if found and "%" not in said else 0.0


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:30]
