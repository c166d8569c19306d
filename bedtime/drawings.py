"""The drawn stretches of a library: how each moves, where its pictures come from, and by what they are known again."""

import hashlib
import json
from functools import cached_property
from pathlib import Path

from bedtime.figure.body import BODIES
from bedtime.figure.port import FigureSource
from bedtime.figure.pose import Motion
from bedtime.movement.library import Library
from bedtime.version import VERSION

_PACKAGE = Path(__file__).parent
_CODE = ("figure/*.py", "ui/figure_*.py")  # all that a picture passes through


class LibraryDrawings:
    """The drawings of one library in one body."""

    def __init__(self, library: Library, body: str) -> None:
        self._library = library
        self._body = body

    @property
    def body(self) -> str:
        """Who shows the stretches."""
        return self._body

    def motion(self, stretch: str) -> Motion | None:
        """How a figure moves; None for a stretch that nobody has drawn."""
        if stretch not in self._library.stretch_ids:
            return None
        figure = self._library.figure(stretch)
        return Motion(figure.get("motion", Motion.HOLD)) if figure else None

    def fingerprint(self, stretch: str) -> str:
        """Letters that change when the poses of a stretch do, or what draws them."""
        poses = json.dumps(self._library.figure(stretch), sort_keys=True)
        return hashlib.sha256(f"{self._drawing_code}\n{poses}".encode()).hexdigest()

    def source(self) -> FigureSource:
        """The pictures. What draws them is only now loaded, in the thread that asks."""
        from bedtime.figure.gallery import Gallery  # noqa: PLC0415 - after the first paint
        from bedtime.movement.drawn import DrawnStretches  # noqa: PLC0415 - likewise

        return Gallery(DrawnStretches(self._library), BODIES[self._body])

    @cached_property
    def _drawing_code(self) -> str:
        """A digest of the code that draws; where its files are packed away, the version has to do."""
        digest = hashlib.sha256(VERSION.encode())
        try:
            for path in sorted(path for pattern in _CODE for path in _PACKAGE.glob(pattern)):
                digest.update(path.read_bytes())
        except OSError:
            return VERSION
        return digest.hexdigest()
