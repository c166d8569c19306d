"""A display list as SVG: the second back end beside the window's painter. Text in, text out; no toolkit, no files."""

from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import escape

from bedtime.figure.display import Clipped, DisplayList, Fill, Ink, Linear, Op, Ops, Path, Radial, Soft, Stop, Stroke
from bedtime.figure.palette import Palette


def svg(picture: DisplayList, palette: Palette, title: str) -> str:
    """The whole picture as an SVG document in the colours of a palette."""
    w, h = _number(picture.width), _number(picture.height)
    writer = _Writer(palette)
    layers = "".join(writer.ops(layer) for layer in (picture.backdrop, picture.furniture, picture.figure))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img">\n'
        f"<title>{escape(title)}</title>\n<defs>{''.join(writer.definitions)}</defs>\n"
        f'<g style="isolation:isolate">\n<rect width="{w}" height="{h}" fill="{writer.colour(Ink("night"))}"/>\n'
        f"{layers}</g>\n</svg>\n"
    )


class _Writer:
    """Collects what is defined once and referred to: clips, gradients, blurs."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.definitions: list[str] = []
        self._ids = (f"d{number}" for number in count())

    def ops(self, ops: Ops) -> str:
        return "".join(self._op(op) for op in ops)

    def colour(self, ink: Ink) -> str:
        return "#{:02x}{:02x}{:02x}".format(*self.palette.seen(ink.role, ink.far))

    def _op(self, op: Op) -> str:
        match op:
            case Fill():
                return f'<path d="{_d(op.path)}" fill="{self.colour(op.ink)}"{_alpha("fill", op.ink)}/>\n'
            case Stroke():
                return (
                    f'<path d="{_lines(op.path)}" fill="none" stroke="{self.colour(op.ink)}"{_alpha("stroke", op.ink)}'
                    f' stroke-width="{_number(op.width)}" stroke-linecap="round" stroke-linejoin="round"/>\n'
                )
            case Linear():
                (x1, y1), (x2, y2) = op.start, op.end
                place = f'x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
                name = self._gradient("linearGradient", place, op.stops)
                return f'<path d="{_d(op.path)}" fill="url(#{name})"/>\n'
            case Radial():
                return self._radial(op)
            case Clipped():
                name = self._defined("clipPath", "", f'<path d="{_d(op.path)}" clip-rule="nonzero"/>')
                return f'<g clip-path="url(#{name})">\n{self.ops(op.ops)}</g>\n'
            case Soft():
                blur = f'<feGaussianBlur stdDeviation="{_number(op.blur)}"/>'
                name = self._defined("filter", 'x="-20%" y="-100%" width="140%" height="300%"', blur)
                return f'<g filter="url(#{name})">\n{self.ops(op.fills)}</g>\n'

    def _radial(self, op: Radial) -> str:
        (x, y), (rx, ry) = op.centre, op.radius
        name = self._gradient("radialGradient", 'cx="0.5" cy="0.5" r="0.5"', op.stops, units="objectBoundingBox")
        blend = ' style="mix-blend-mode:screen"' if op.added and self.palette.adds_light else ""
        place = f'cx="{_number(x)}" cy="{_number(y)}" rx="{_number(rx)}" ry="{_number(ry)}"'
        return f'<ellipse {place} fill="url(#{name})"{blend}/>\n'

    def _gradient(self, kind: str, place: str, stops: tuple[Stop, ...], units: str = "userSpaceOnUse") -> str:
        inside = "".join(
            f'<stop offset="{_number(s.at)}" stop-color="{self.colour(s.ink)}"{_alpha("stop", s.ink)}/>' for s in stops
        )
        return self._defined(kind, f'gradientUnits="{units}" {place}', inside)

    def _defined(self, kind: str, attributes: str, inside: str) -> str:
        name = next(self._ids)
        self.definitions.append(f'<{kind} id="{name}"{" " if attributes else ""}{attributes}>{inside}</{kind}>')
        return name


def _alpha(what: str, ink: Ink) -> str:
    return "" if ink.alpha >= 1 else f' {what}-opacity="{_number(ink.alpha)}"'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _dots(piece: Iterator[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in piece)


def _d(path: Path) -> str:
    return "".join(f"M{_dots(iter(piece))}Z" for piece in path if piece)


def _lines(path: Path) -> str:
    return "".join(
        f"M{_dots(iter(piece[:-1]))}Z" if piece[0] == piece[-1] else f"M{_dots(iter(piece))}" for piece in path
    )
