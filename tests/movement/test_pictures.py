"""A person's own pictures: what can be used, and the one sentence for what cannot."""

import base64
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bedtime.errors import BadInput
from bedtime.movement.pictures import PictureKind, look_at

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def a_png(width: int = 4, height: int = 3) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(min(width, 9)) for _ in range(min(height, 9))))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def a_jpeg(width: int = 4, height: int = 3, scans: int = 1) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\x34"
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + scan * scans + b"\xff\xd9"


def an_svg(inside: str = '<rect width="5" height="5"/>', attributes: str = 'width="20" height="10"') -> bytes:
    return f"<svg {SVG} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (a_png(), PictureKind.PNG, (4, 3)),
        (a_jpeg(), PictureKind.JPEG, (4, 3)),
        (an_svg(), PictureKind.SVG, (20, 10)),
        (an_svg(attributes='viewBox="0 0 30 40"'), PictureKind.SVG, (30, 40)),
        (an_svg(attributes='width="100%" height="5cm" viewBox="0 0 30 40"'), PictureKind.SVG, (30, 5)),
        (b"<?xml version='1.0'?>\n<!-- made by hand -->" + an_svg(), PictureKind.SVG, (20, 10)),
    ],
)
def test_a_usual_picture_is_known_by_its_kind_and_size(
    data: bytes, kind: PictureKind, size: tuple[float, float]
) -> None:
    facts = look_at(data)
    assert (facts.kind, facts.width, facts.height) == (kind, *size)


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"><stop/></linearGradient></defs><rect fill="url(#a)"/>',
        '<g id="a"><path d="M0 0 L1e2 .5"/></g><use xlink:href="#a"/><use href="#a"/>',
        "<style>.a { fill: red; stroke: url('#b') }</style>",
        '<x:namedview xmlns:x="urn:editor"><x:grid href="file:///etc/passwd"/></x:namedview>',
        f'<image href="data:image/png;base64,{base64.b64encode(a_png()).decode()}"/>',
        "<text x='1'>My calf</text><title>T</title>",
    ],
)
def test_what_drawing_programs_write_can_be_used(inside: str) -> None:
    assert look_at(an_svg(inside)).kind is PictureKind.SVG


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a picture"),
        (b"GIF89a", "not a picture"),
        (b"\0" * (10 << 20) + b"\0", "too large"),
        (a_png()[:-5], "broken"),
        (a_png()[:20] + b"x" + a_png()[21:], "broken"),
        (a_png(0, 3), "broken"),
        (a_png(100_000, 100_000), "100000 by 100000 points"),
        (a_jpeg(60_000, 60_000), "60000 by 60000 points"),
        (a_jpeg()[:20], "broken"),
        (a_jpeg(scans=500), "too many layers"),
        (an_svg()[:-3], "broken"),
        (an_svg(attributes=""), "how large"),
        (b"<html><svg/></html>", "not an SVG"),
    ],
)
def test_what_is_broken_or_too_large_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        look_at(data)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd"/>',
        '<image xlink:href="../secret.png"/>',
        '<image href="https://example.org/a.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<use href="other.svg#a"/>',
        '<rect fill="url(other.svg#a)"/>',
        "<rect style=\"fill: URL( 'file:///x' )\"/>",
        "<style>@import 'x.css';</style>",
        "<style>.a { fill: u\\72l(x) }</style>",
        "<style>.a { fill: url(x) }</style>",
        '<rect fill="url(#a"/>',
    ],
)
def test_an_svg_that_refers_outside_itself_is_refused(inside: str) -> None:
    with pytest.raises(BadInput, match=r"outside itself|style sheet"):
        look_at(an_svg(inside))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + an_svg("&a;"), "DOCTYPE"),
        (b"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>" + an_svg(), "DOCTYPE"),
        (b"<?xml-stylesheet href='x.css'?>" + an_svg(), "xml-stylesheet"),
        (an_svg("<script>1</script>"), "script"),
        (an_svg("<foreignObject/>"), "foreignObject"),
        (an_svg("<filter/>"), "filter"),
        (an_svg("<animate/>"), "animate"),
        (an_svg('<rect onload="x()"/>'), "a program"),
        (an_svg("<g>" * 100 + "</g>" * 100), "too many parts"),
        (an_svg("<g/>" * 30_000), "too many parts"),
        (an_svg('<g id="a"><use href="#a"/></g>'), "without end"),
        (an_svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "without end"),
        (an_svg('<path d="M0 0 L1e30 0"/>'), "too far"),
        (an_svg('<path stroke-dasharray="0.0001"/>'), "too fine"),
        (an_svg('<path style="stroke-dasharray: .0001,.0001"/>'), "too fine"),
    ],
)
def test_an_svg_that_could_hang_the_program_or_run_one_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        look_at(data)


def test_a_small_svg_that_unfolds_without_bounds_is_refused() -> None:
    doubling = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 40))
    with pytest.raises(BadInput, match="too many parts"):
        look_at(an_svg(f'<g id="g0"><rect/></g>{doubling}'))


CIRCLE = '<circle cx="9" cy="9" r="90000" fill="red" fill-opacity="0.1"/>'
TAKES_LONG = {
    "many large shapes": CIRCLE * 5_000,
    "shapes used again": f'<defs><g id="a">{CIRCLE * 100}</g></defs>' + '<use href="#a"/>' * 100,
    "many letters": '<text font-size="200" stroke="red">WWWWWWWWWW</text>' * 500,
    "one long line of letters": f"<text>{'W' * 10_000}</text>",
    "a long dashed line": f'<path d="M0 0{"L300 220L0 0" * 5_000}" stroke-dasharray="0.5 0.5"/>',
    "dashes by a style": f'<style>.a {{stroke-dasharray: 1}}</style><path class="a" d="M0 0{"L300 0L0 0" * 9_000}"/>',
    "gradients": f'<defs><linearGradient id="g">{"<stop/>" * 99}</linearGradient></defs>' + '<g fill="url(#g)"/>' * 99,
    "an endless path": f'<path d="M0 0{"L9 9" * 2_000_000}"/>',
}


@pytest.mark.parametrize("name", TAKES_LONG)
def test_what_would_take_long_to_draw_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="Save it as PNG"):
        look_at(an_svg(TAKES_LONG[name]))


def test_a_rich_drawing_is_not_refused() -> None:
    shapes = '<path d="M1 1C2 2 3 3 4 4z" fill="url(#g)" stroke-dasharray="4 2" stroke-width="2"/>' * 400
    gradient = '<linearGradient id="g"><stop offset="0"/><stop offset="1"/></linearGradient>'
    words = "<text>Heel down, knee straight</text>" * 10
    assert look_at(an_svg(f"<defs>{gradient}</defs>{shapes}{words}")).kind is PictureKind.SVG


def test_many_large_pictures_in_a_picture_are_too_many() -> None:
    large = base64.b64encode(a_png(6_000, 5_000)).decode()
    with pytest.raises(BadInput, match="too many parts"):
        look_at(an_svg(f'<image href="data:image/png;base64,{large}"/>' * 2))


def test_a_long_chain_is_refused() -> None:
    chain = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/></g>' for n in range(1, 9000))
    with pytest.raises(BadInput, match="too many parts"):
        look_at(an_svg(f'{chain}<use href="#g8999"/>'))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["url(", "url(#a", "stroke-dasharray:", "1", "(", "e", "-", "\t"])
def test_ten_megabytes_of_anything_are_judged_at_once(piece: str) -> None:
    for attribute in ("style", "d", "fill"):
        with suppress(BadInput):
            look_at(an_svg(f'<path {attribute}="{piece * (9_000_000 // len(piece))}"/>'))


def test_a_picture_in_a_picture_is_judged_too() -> None:
    bomb = base64.b64encode(a_png(100_000, 100_000)).decode()
    with pytest.raises(BadInput, match="points"):
        look_at(an_svg(f'<image href="data:image/png;base64,{bomb}"/>'))


@given(st.binary(max_size=200), st.sampled_from([a_png(), a_jpeg(), an_svg()]), st.integers(0, 200))
@example(b"\xef\xbb\xbf", an_svg(), 0)
def test_no_bytes_whatever_raise_anything_else(damage: bytes, sound: bytes, at: int) -> None:
    for data in (damage, sound[:at] + damage + sound[at:], sound[:at] + damage + sound[at + len(damage) :]):
        with suppress(BadInput):
            look_at(data)
