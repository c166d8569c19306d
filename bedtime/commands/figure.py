"""`bedtime figure STRETCH OUT`: the drawn person as a picture file; with --sheet, all of them on one."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from bedtime.commands.content import library_for
from bedtime.errors import BadInput
from bedtime.figure.body import BODIES, DEFAULT_BODY
from bedtime.figure.display import DisplayList
from bedtime.figure.gallery import Gallery
from bedtime.figure.moment import AT_END, AT_START, PRESSING, Moment
from bedtime.figure.palette import Palette, Theme
from bedtime.figure.pose import Figure
from bedtime.figure.svg import svg
from bedtime.movement.drawn import DrawnStretches
from bedtime.movement.library import Library
from bedtime.movement.pictures import PictureKind, look_at
from bedtime.store.writing import write_outside

PHASES: dict[str, Moment] = {"start": AT_START, "press": PRESSING, "end": AT_END}
CARD, CELL = (900, 700), (420, 315)
SMALLEST, LARGEST = 64, 4000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which stretch, how it is seen, and where the picture goes."""
    parser.add_argument("stretch", metavar="STRETCH", nargs="?", help="the id of a stretch, such as wall-calf-straight")
    parser.add_argument("out", metavar="OUT", type=Path, nargs="?", help="the picture: a name ending in .svg or .png")
    parser.add_argument(
        "--sheet", metavar="OUT", type=Path, help="instead: every stretch on one sheet, a .png or .webp"
    )
    parser.add_argument("--phase", choices=list(PHASES), default="end", help="which of its poses (end)")
    parser.add_argument("--side", choices=("right", "left"), default="right", help="the side that works (right)")
    parser.add_argument("--theme", choices=[theme.value for theme in Theme], default="night", help="the light (night)")
    parser.add_argument("--body", choices=sorted(BODIES), default=DEFAULT_BODY.name, help="who is drawn (ada)")
    parser.add_argument("--size", metavar="WxH", type=_size, help="pixels (900x700; on a sheet 420x315 for each)")


def run(options: argparse.Namespace) -> int:
    """Draw one picture, or the sheet."""
    library = library_for(options)
    palette = Palette(Theme(options.theme), options.body)
    if options.sheet is not None:
        _need_suffix(options.sheet, (".png", ".webp"))
        write_outside(options.sheet, _sheet(library, options, palette))
        return 0
    if options.stretch is None or options.out is None:
        raise BadInput("Which stretch, and where to? Say `bedtime figure STRETCH OUT.svg`, or `--sheet OUT.png`.")
    _need_suffix(options.out, (".svg", ".png"))
    own = library.picture(options.stretch)
    if own is not None:
        write_outside(options.out, _own_picture(own, options))
        return 0
    picture = _picture(library, options)
    write_outside(options.out, _encoded(picture, palette, library.stretch(options.stretch).name, options.out))
    return 0


def _picture(library: Library, options: argparse.Namespace) -> DisplayList:
    drawn = DrawnStretches(library)
    library.stretch(options.stretch)  # tells what is like it, if there is none
    if options.stretch not in drawn:
        raise BadInput(f"Nobody has drawn the stretch {options.stretch!r} yet.")
    if options.phase == "press" and drawn[options.stretch].press is None:
        raise BadInput(f"The stretch {options.stretch!r} has no press; it has a start and an end.")
    return _shown(options.stretch, drawn, options, options.size or CARD)


def _own_picture(data: bytes, options: argparse.Namespace) -> bytes:
    """The picture that a person gave a stretch of their own: as it is, or as PNG."""
    if options.out.suffix.lower() == ".svg":
        if look_at(data).kind is not PictureKind.SVG:
            raise BadInput(f"The picture of {options.stretch!r} is no SVG; give it a name ending in .png.")
        return data
    from bedtime.ui.own_picture import as_png  # noqa: PLC0415 - Qt only where pixels are wanted

    return as_png(data, *(options.size or CARD))


def _encoded(picture: DisplayList, palette: Palette, name: str, out: Path) -> bytes:
    if out.suffix.lower() == ".svg":
        return svg(picture, palette, name).encode()
    from bedtime.ui.figure_image import card_png  # noqa: PLC0415 - Qt only where pixels are wanted

    return card_png(picture, palette)


def _sheet(library: Library, options: argparse.Namespace, palette: Palette) -> bytes:
    from bedtime.ui.figure_image import sheet_bytes  # noqa: PLC0415 - likewise

    drawn = DrawnStretches(library)
    pictures = (
        (library.stretch(stretch_id).name, _shown(stretch_id, drawn, options, options.size or CELL))
        for stretch_id in drawn
    )
    return sheet_bytes(tuple(pictures), palette, options.sheet.suffix)


def _shown(
    stretch_id: str, drawn: Mapping[str, Figure], options: argparse.Namespace, size: tuple[int, int]
) -> DisplayList:
    moment = PHASES[options.phase]
    if moment == PRESSING and drawn[stretch_id].press is None:  # on a sheet, not every stretch has one
        moment = AT_END
    found = Gallery(drawn, BODIES[options.body]).picture(stretch_id, *size, side=options.side, moment=moment)
    assert found is not None  # noqa: S101 - it is drawn
    return found


def _need_suffix(out: Path, suffixes: tuple[str, ...]) -> None:
    if out.suffix.lower() not in suffixes:
        raise BadInput(f"{str(out)!r} is no name for a picture here; it needs to end in {' or '.join(suffixes)}.")


def _size(text: str) -> tuple[int, int]:
    """A width and a height from the command line."""
    width, by, height = text.lower().partition("x")
    if not (by and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; write the width, x and the height, such as 900x700")
    size = (int(width), int(height))
    if not all(SMALLEST <= side <= LARGEST for side in size):
        raise argparse.ArgumentTypeError(f"{text!r} is not possible; each side needs {SMALLEST} to {LARGEST} pixels")
    return size
